"""What ``journal export`` says; what an export is, is in ``journal.text.exporting``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

EXPORT_HELP: Final = """\
Export everything for other programs.

DIR is new or empty. It gets archive.json (everything, exactly), tables/ (CSV, for a spreadsheet) and entries/
(Markdown). Records marked “never share” are in it too. Deleted records, earlier versions and drafts are not. Anyone
who gets the folder can read it, unless you encrypt it: then the file DIR.tar.age is written in its place."""
YES_HELP: Final = "Export without asking."
ENCRYPT_HELP: Final = "Write one file, encrypted with a passphrase that is asked for, or to an age public key (age1…)."
NEEDS_YES: Final = "Nothing was saved. Without a terminal, --yes exports."
NOT_SAVED: Final = "Nothing was saved."


def asks(name: str) -> str:
    """Ask whether the export may be written."""
    return f"Export everything to {name}?"


translated(__name__)
