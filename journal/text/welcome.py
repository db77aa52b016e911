"""What Welcome says on some days only: fields for some focuses, and what happens when the journal is not made at once.

What everyone reads there is in ``journal.text.onboarding``.
"""

from __future__ import annotations

from typing import Final

from journal.domain.focuses import FocusKind
from journal.language import translated

NAMES: Final = {FocusKind.OTHER: "Which substance", FocusKind.CUSTOM: "What is it"}
"""Kinds that a person may name themselves → label of the field for the name."""
UNITS: Final = "units"
"""Stands for the unit of a focus that has none."""
SINCE_HINT: Final = "3 weeks ago, 19 Nov"
MADE: Final = "Your journal is ready. Continue, or type another passphrase twice to use that one instead."
LOCKS_THEN: Final = "The journal locks as soon as it's ready."
NO_DATE: Final = "Enter a date. Try: 3 weeks ago, 19 Nov or 19/11/2026."


def kind_hint(kind: str, belongs: str) -> str:
    """Return ``kind: what belongs to it``."""
    return f"{kind}: {belongs}"


def not_made(reason: str) -> str:
    """Say why no journal was made (a sentence), and what to do."""
    return f"No journal was made. {reason} Type the passphrase again to retry."


def passphrase_stays(reason: str) -> str:
    """Say why the passphrase was not changed (a sentence), and which one opens the journal."""
    return f"{reason} Your previous passphrase still opens it."


translated(__name__)
