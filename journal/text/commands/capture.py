"""What ``journal craving`` and ``journal note`` say; the questions are in ``journal.text.craving_dialog``."""

from __future__ import annotations

from typing import Final

CRAVING_HELP: Final = """\
Note a craving of intensity N, 0 to 10, or be asked.

Without N it goes through the craving with you: one question after the other, in plain lines.

It is sealed, waits for the next unlock, and asks for no passphrase. With --passphrase-fd it becomes part of the
journal at once, and the questions know your own lists."""
NOTE_HELP: Final = """\
Keep what comes on standard input as one entry.

It is sealed, waits for the next unlock, and asks for no passphrase. With --passphrase-fd it becomes part of the
journal at once."""

INTENSITY_RANGE: Final = "How strong it is goes from 0 to 10."
FOCUS_HELP: Final = "Which focus, by its label; without it the only one, or none."
TRIGGER_HELP: Final = "What set it off; can be given again."
NO_BREATH_HELP: Final = "Leave out the lines of the slow breath, where it asks."

SEALED: Final = "Kept, sealed. It waits for you at the next unlock."
KEPT: Final = "Kept."
WRITE: Final = "Write, and end with Ctrl+D on a line of its own."
NOTHING_TO_KEEP: Final = "There was nothing to keep: standard input was empty."
TRIGGER_NEEDS_LABEL: Final = "A trigger needs a label."
NO_SUCH_FOCUS: Final = "No focus has this label, and nothing was saved; `journal days` lists them."
NOBODY_TO_ASK: Final = "How strong is it, from 0 to 10? Without a terminal there is nobody to ask."


def too_large_to_seal(reason: str) -> str:
    """Add to the ``reason``, a sentence, how it can be kept all the same."""
    return f"{reason} --passphrase-fd N does so from here; nothing was kept."
