"""The guide, a new computer."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "On a new computer"
ABOUT: Final = "from a backup"

INTRO: Final[tuple[str, ...]] = ()

STEPS: Final = (
    'Start the journal and choose "I have a backup".',
    "Type where the file is. It is looked for first, and you are asked before it is restored.",
    "Your passphrase or your recovery words open it, as before.",
    "Choose your country once more: a backup doesn't hold it.",
)

AFTER: Final[tuple[str, ...]] = ()


translated(__name__)
