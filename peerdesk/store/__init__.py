"""Everything that is kept, and where: the shelf, the cabinets, the drawers.

``connection`` opens a file safely, ``database`` binds models to it, ``place`` is the one way
anything is written (operations with undo), ``search`` keeps the derived search tables.
"""
