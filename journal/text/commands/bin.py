"""What ``journal bin`` says; what it shares with the screen is in ``journal.text.bin``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

BIN_HELP: Final = """\
List or restore what you deleted.

It is kept for 30 days. Name each by its number in the list. What was deleted together is one line, and is restored
together."""
READ_HELP: Final = "Print the one with this number in full."
RESTORE_HELP: Final = "Restore the one with this number."
ONE_AT_A_TIME: Final = "Give either --read or --restore."
NO_SUCH_NUMBER: Final = "Nothing in the bin has this number. `journal bin` lists what is in it."
HEADINGS: Final = ("Number", "What", "Words", "Deleted", "Kept")
"""Headings of the list in accessible mode."""


translated(__name__)
