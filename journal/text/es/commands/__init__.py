"""Spanish twins of the modules of ``journal.text.commands``."""
