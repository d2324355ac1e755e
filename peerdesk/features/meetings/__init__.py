"""Meetings: series and dates, what is planned for one, who was here, and what came of it.

``service`` is the door to the verbs; each kind of them stands in a file of its own (``series``,
``holidays``, ``calendars``, ``attendance``, ``topics``, ``ways``, ``agenda.verbs``) and rests on
``base``. ``page`` shows the list and one date (``detail``, with ``about_tab``, ``agenda.tab``,
``attendance_tab``) or the series (``series_card``). ``plan`` is what a meeting that runs is given
(another room, ``tonight``), ``taking`` takes over what comes back, and ``closing`` is the page for
it. Left without a sign-in: ``in_tray``; on paper: ``paper``.
"""
