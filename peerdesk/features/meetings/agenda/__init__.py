"""The agenda of a meeting: its parts, and agendas to use again."""
