"""What more than one command says: common options, what opening found, and why nothing was saved.

Used by ``journal.cli.main``, ``context`` and ``stdin``, which every command loads, so it imports next to nothing.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

JOURNAL_HELP: Final = """\
A recovery journal that stays on this computer. Without a command it opens on this terminal.

Most commands take --journal PATH, --passphrase-fd N and --key-file PATH after their name. `journal COMMAND --help`
says more of one."""
INTERRUPTED: Final = "Interrupted."

PLACE_HELP: Final = "The journal file, instead of the usual one."
DESCRIPTOR_HELP: Final = "Read the passphrase from this file descriptor, up to the line's end."
DESCRIPTOR_NUMBER: Final = "--passphrase-fd takes the number of a file descriptor."
KEY_FILE_HELP: Final = "Open with this key file, or with the one that JOURNAL_KEY_FILE names."
VERSION_HELP: Final = "Print the version of this program."
JSON_HELP: Final = "Print JSON instead of lines."
ACCESSIBLE_HELP: Final = "Flat lines and plain questions, for a screen reader."
ACCESSIBLE_SETTING: Final = "the setting of this computer"
NEEDS_TERMINAL: Final = (
    "Without a command, accessible mode asks on a terminal, and there is none. See `journal --help`."
)
DO_NOT_ASK_HELP: Final = "Do not ask."

NOTHING_CHANGED: Final = "Nothing was changed."
FIRST_AFTER_LAST: Final = "The first day is after the last one."

UNFINISHED: Final = "The last save didn't finish and doesn't count. Everything saved before it is here."
NEWER_WROTE_HERE: Final = "A newer version wrote in this journal. What only it can read is left out here."
PAGE_DAMAGED: Final = (
    "The file's first page is damaged, but there is a second one. Nothing is missing; `journal compact` repairs it."
)
COPY_BEFORE: Final = "The copy next to it that ends in .1 is the one before."

SAVES_NOTHING_DAMAGED: Final = "Nothing was saved, so that nothing more is lost. `journal go-on` lets you continue."
SAVES_NOTHING_NEWER: Final = "Nothing was saved. Use the newer version to save."
SAVES_NOTHING_OLDER: Final = (
    "Nothing was saved. `journal go-on` continues with this copy; `journal merge` adds what a newer one has."
)

NOT_UTF_8: Final = "This is not UTF-8 text. Nothing was saved. Convert it first."


def accessible_on(way: str) -> str:
    """Return ``Accessible mode: on (ACCESSIBLE=1)``, with what turned it on."""
    return f"Accessible mode: on ({way})"


def date_needed(option: str) -> str:
    """Say how a date is written."""
    return f"{option} takes a date like 2026-11-23."


def day_needed(option: str) -> str:
    """Say how a day is written."""
    return f"{option} takes a day: yesterday, 19 Nov or 2026-11-19."


def date_out_of_range(option: str, first: int, last: int) -> str:
    """Say between which years a date has to be."""
    return f"{option} takes a date from {first} to {last}."


def too_much_text(mib: int) -> str:
    """Say that standard input holds more than one record takes, in MiB."""
    return f"That is more text than a journal takes at once ({mib} MB). Nothing was saved."


def format_damage(missing: int, *, at_least: bool) -> str:
    """Say what is damaged, and how many records are missing; ``at_least``: that many or more."""
    if not missing:
        return PAGE_DAMAGED
    number = f"{'at least ' if at_least else ''}{count(missing, 'record')}"
    return f"There is damage: {number} can't be read. Everything else is here."


def older_copy(saves: int, seen: str, *, at_most: bool) -> str:
    """Say how many ``saves`` older this copy is than what this computer saw; ``seen``: when, may be empty."""
    older = f"{'up to ' if at_most else ''}{count(saves, 'save')}"
    return f"This copy is {older} older than what this computer saw{_on(seen)}."


def forked_copy(seen: str) -> str:
    """Say that this copy is not a later state of the one that this computer saw; ``seen``: when, may be empty."""
    return f"This copy and the one this computer saw last{_on(seen)} each have changes that the other lacks."


def _on(seen: str) -> str:
    return f" on {seen}" if seen else ""


translated(__name__)
