"""Tells whether this computer's locale writes the month before the day."""

from __future__ import annotations

import os
from typing import Final

_MONTH_FIRST: Final = ("en_US", "es_US", "en_PH", "fil_PH", "English_United States", "English_Philippines")
"""How the names of those locales begin, as POSIX and as Windows write them."""


def is_month_first() -> bool:
    """Return whether ``3/4`` is 4 March here: in the locale for dates, without changing that of the process."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    return (next(filter(None, named), "") or _locale()).startswith(_MONTH_FIRST)


def _locale() -> str:
    """Return the locale of this process, where no variable names one."""
    import locale

    return locale.setlocale(locale.LC_CTYPE)
