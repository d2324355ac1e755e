"""What all screens share. Nothing here knows a feature; only QtCore, QtGui, QtWidgets on import.

====================  ==============================================================
``theme``             ``apply(app, scheme, scale)``, ``of(widget).accent``, ``px(16)``,
                      ``font(16, 600)``, ``line_height(15)``; anything with ``restyle()``
                      measures itself again after a change of the text size
``icons``             ``paint(painter, rect, name, color)``, ``icon(name)`` for menus, ``names()``
``widgets``           every painted widget; ``Panes`` and ``ScrollCard`` for list and detail
``table``             ``WindowModel``, ``RowsModel``, ``Column``: rows fetched as they are seen
``views``             ``ListTable``, ``ListRows``: how long lists look
``text``              ``render(Text)``: lazy words into the reader's language
``dates``             dates, times and spans as the language writes them
``jobs``              ``Jobs``: long work in the background, progress, cancel
``names``             ``NamesCurtain``: names open or closed, ``shown(name)``
``room`` ``page``     ``Room``, ``FoundItem``, ``TodayCard``; ``Page``, the base of every page
``context``           ``Context``: what a page may use
``paged``             an HTML text laid out on pages
``printing``          print, preview, PDF, HTML, ODT of an HTML text
``speech``            ``Speaker``: read public words aloud
``question``          ``Question``: a small dialog, as tall as its words
``in_sight``          ``InSight``: what gets the keyboard is scrolled into sight
``contrast``          contrast of two colours; ``a11y`` walks a window and lists problems
====================  ==============================================================
"""
