"""What is said of what was written down without unlocking, and of looking it over."""

from __future__ import annotations

from journal.domain.captures import SEALED, Capture
from journal.domain.looked_over import outcome_of

FIRST_WORDS = 80
"""Characters of a note that stand in a list."""

INBOX_NAME = "written while locked"
INBOX_SEALED = SEALED
INBOX_STRONG = "The lines to call, and what to do if someone does not wake: F4, or `journal safety`."
INBOX_EMPTY = "Nothing waits. What is written while locked comes here at the next unlock."
INBOX_WHAT = "It is not part of the journal yet. What you keep becomes part of it; what you drop is gone."
INBOX_KEPT = "Kept. u takes it back."
INBOX_DROPPED = "Dropped. u brings it back."
INBOX_DROP = "Drop this?"
INBOX_DROP_YES = "Drop it"
INBOX_DROP_DETAIL = "u brings it back until you lock."
INBOX_LATER = "It stays here until you have looked it over."
INBOX_NONE_WITH_THIS_ID = "Nothing that waits has this id, or more than one has it; nothing was changed."
INBOX_FOREIGN = (
    "The key with which this computer seals what you write while locked was not yours: someone, or some program, had "
    "put another in its place. What was sealed with that one can't be read here, and may be read by them. It is kept "
    "in a file beside the journal. A key of yours stands there again. Think of who uses this computer."
)


def set_aside_words(number: int) -> str:
    """That some of what was in the inbox is broken or forged: what was kept, and what to do."""
    if number == 1:
        return (
            "One thing in the inbox is broken, or was not put there by this program. It is kept in a file beside the "
            "journal, and the rest came in. There is nothing you need to do."
        )
    return (
        f"{number:,} things in the inbox are broken, or were not put there by this program. They are kept in files "
        "beside the journal, and the rest came in. There is nothing you need to do."
    )


def waiting_words(number: int) -> str:
    """How many wait, on one quiet line: ``2 written while locked``."""
    return f"{number:,} {INBOX_NAME}" if number else ""


def all_kept_words(number: int) -> str:
    """What keeping all of them did."""
    return INBOX_KEPT if number == 1 else f"All {number:,} kept. u takes them back."


def captured_words(capture: Capture) -> str:
    """What was written down, on one line: ``craving 7 → 3 · stress``, or the first words of a note."""
    words = " ".join(capture.text.split())[:FIRST_WORDS]
    if not capture.is_craving:
        return f"note: {words}"
    strength = f"craving {capture.intensity}" + ("" if capture.after is None else f" → {capture.after}")
    outcome = outcome_of(capture)
    parts = (strength, capture.focus, *capture.triggers, outcome.value if outcome.known else "", words)
    return " · ".join(part for part in parts if part)
