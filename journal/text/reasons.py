"""What is asked and said about reasons, which a craving shows."""

from __future__ import annotations

from typing import Final

TITLE: Final = "because"
EMPTY: Final = "No reasons yet. + adds one."
FORM: Final = "a reason"
REASON: Final = "Because"
SHOW: Final = "Show in a craving"
