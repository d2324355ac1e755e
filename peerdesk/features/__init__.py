"""One room per thing a person does. Rooms never import each other; ``app`` lends them each other's
callables (``Context.extra``)."""
