"""Help to read and to print: what is protected, getting started, keys, if the computer is gone.

The words are data (``parts``), so that screen and paper show the same and translators find all.
Nothing here needs a key, and no page holds a name.
"""
