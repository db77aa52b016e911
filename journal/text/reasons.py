"""What is asked and said about reasons, which a craving shows."""

from __future__ import annotations

from typing import Final

TITLE: Final = "why I do this"
EMPTY: Final = "None yet. You'll see them when a craving comes."
FORM: Final = "a reason"
REASON: Final = "Why I do this"
SHOW: Final = "Show in a craving"
