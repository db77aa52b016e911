"""Spanish twins of the modules of ``journal.text``: the same names, which ``journal.language`` looks up here."""
