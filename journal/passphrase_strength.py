"""How hard a passphrase is to guess, in words. It is only said: any passphrase but the empty one is taken."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from journal.domain.dates import MONTH_NAMES, MONTHS

LONGEST: Final = 72
"""Characters that zxcvbn looks at; it refuses longer ones, which are no weaker for it."""

OWN_WORDS: Final = ("recovery", "journal", "sober", "sobriety", "clean", "free", "since", "days", "mentor", "sponsor")
"""What people who keep such a journal think of first."""

_OBVIOUS: Final = re.compile(rf"\b({'|'.join((*OWN_WORDS, *MONTH_NAMES, *MONTHS))})\b", re.IGNORECASE)


class Strength(StrEnum):
    """What is said of a passphrase."""

    WEAK = "weak: someone who wants to can guess it"
    FAIR = "fair: it keeps out most people"
    GOOD = "good: guessing it takes great effort"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """How a passphrase stands up to someone who tries many, by zxcvbn (Wheeler, USENIX Security 2016).

    It is an estimate on the generous side: it knows word lists and dates, not the person. What people here think of
    first counts for nothing, so that "sober since 12 march" is as weak as its 12.
    """
    from zxcvbn import zxcvbn

    rest = _OBVIOUS.sub("", passphrase).strip()
    if not rest:
        return Strength.WEAK
    score: int = zxcvbn(rest[:LONGEST], user_inputs=list(OWN_WORDS))["score"]
    return (Strength.WEAK, Strength.WEAK, Strength.FAIR, Strength.GOOD, Strength.STRONG)[score]
