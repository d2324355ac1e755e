"""People: who comes, as far as each of them agreed that it is written down."""
