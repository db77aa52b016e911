"""Estimates how hard a passphrase is to guess.

The screens and ``journal.cli`` show the result when a passphrase is chosen. It is advice only: every passphrase but the
empty one is accepted.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from journal.domain.date_names import MONTHS
from journal.text import passphrases as passphrases_text

LONGEST: Final = 72
"""Characters that are given to zxcvbn, which refuses more; the rest would only make the passphrase stronger."""

OWN_WORDS: Final = ("recovery", "journal", "sober", "sobriety", "clean", "free", "since", "days", "mentor", "sponsor")
"""Words that people who keep such a journal think of first."""

_MONTHS: Final = [name for names in MONTHS.values() for month in names for name in (month, month[:3])]
_OBVIOUS: Final = re.compile(rf"\b({'|'.join((*OWN_WORDS, *_MONTHS))})\b", re.IGNORECASE)


class Strength(StrEnum):
    """What the person reads about their passphrase."""

    WEAK = passphrases_text.STRENGTH_WEAK
    FAIR = passphrases_text.STRENGTH_FAIR
    GOOD = passphrases_text.STRENGTH_GOOD
    STRONG = passphrases_text.STRENGTH_STRONG


def strength(passphrase: str) -> Strength:
    """Estimate with zxcvbn (Wheeler, USENIX Security 2016) how well a passphrase resists someone who tries many.

    The estimate is generous: zxcvbn knows word lists and dates, but not the person. ``OWN_WORDS`` and names of months
    are removed first, so that "sober since 12 march" is as weak as its 12.
    """
    from zxcvbn import zxcvbn

    rest = _OBVIOUS.sub("", passphrase).strip()
    if not rest:
        return Strength.WEAK
    score: int = zxcvbn(rest[:LONGEST], user_inputs=list(OWN_WORDS))["score"]
    return (Strength.WEAK, Strength.WEAK, Strength.FAIR, Strength.GOOD, Strength.STRONG)[score]
