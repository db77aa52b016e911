"""The command line: the journal in lines, for scripts, for screen readers and for a quick note.

``journal.__main__`` calls ``main.main``. The package may import everything of ``journal`` but never ``screens``; what
it says is in ``journal.text``.
"""
