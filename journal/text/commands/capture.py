"""What ``journal craving`` and ``journal note`` say; the questions are in ``journal.text.craving_dialog``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

CRAVING_HELP: Final = """\
Log a craving of strength N, 0 to 10, or be asked.

Without N it goes through the craving with you: one question after the other, in plain lines.

It is encrypted without asking for the passphrase, and you review it at the next unlock. With --passphrase-fd it is
saved in the journal at once, and the questions offer your own lists."""
NOTE_HELP: Final = """\
Save standard input as one entry.

It is encrypted without asking for the passphrase, and you review it at the next unlock. With --passphrase-fd it is
saved in the journal at once."""

INTENSITY_RANGE: Final = "How strong it is: a number from 0 to 10."
FOCUS_HELP: Final = "Which focus, by its label; without it the only one, or none."
TRIGGER_HELP: Final = "What set it off; can be repeated."
NO_BREATH_HELP: Final = "Leave out the slow breath, where it asks."

SEALED: Final = "Saved and encrypted. You can review it at the next unlock."
KEPT: Final = "Saved."
WRITE: Final = "Write, and end with Ctrl+D on a line of its own."
NOTHING_TO_KEEP: Final = "Nothing to save: standard input was empty."
TRIGGER_NEEDS_LABEL: Final = "A trigger needs a label."
NO_SUCH_FOCUS: Final = "No focus has this label. Nothing was saved; `journal days` lists them."
NOBODY_TO_ASK: Final = "How strong is it, from 0 to 10? Without a terminal there is nobody to ask."


def too_large_to_seal(reason: str) -> str:
    """Add to the ``reason``, a sentence, how it can be kept all the same."""
    return f"{reason} Nothing was saved. --passphrase-fd N can save it from here."


translated(__name__)
