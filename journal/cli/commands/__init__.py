"""The commands, one module per family.

``journal.cli.main`` imports a family when one of its commands is run, so each module imports at its top only what all
of its commands need. A family has a dict ``COMMANDS``; what it says is in ``journal.text.commands``.
"""
