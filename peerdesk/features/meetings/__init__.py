"""Meetings: series and dates, what is planned for one, who was here, and what came of it.

``service`` is the door to the verbs; each kind of them stands in a file of its own (``series``,
``holidays``, ``calendars``, ``attendance``, ``taking``, ``topics``, ``ways``, ``agenda.verbs``) and
rests on ``base``. ``page`` shows the list and one date (``detail``, with ``about_tab``,
``agenda.tab``, ``attendance_tab``) or the series (``series_card``). The evening that is over:
``closing``; left without a sign-in: ``in_tray``; on paper: ``paper``. The meeting that runs is
another room, ``tonight``.
"""
