"""Local help: who nearby helps with what. It stands on the shelf, for everyone.

``service`` is the door to the verbs, which stand in ``service_reads`` (find, show),
``service_edits`` (change one thing) and ``service_imports``. ``page`` is shown signed in,
``public`` without; both hold a ``browser`` (chips, list, ``reading``). Writing one: ``form``.
Bringing a directory in: ``import_panel`` and the other ``import_*``. To ring each week: ``calls``.
On paper: ``paper``.
"""
