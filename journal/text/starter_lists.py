"""What is said where strategies and triggers are offered to begin with."""

from __future__ import annotations

from typing import Final

FORM: Final = "to begin with"
CHOOSE: Final = "Choose what is true for you. Each can be reworded or deleted later."
NOTHING_CHOSEN: Final = "Choose at least one: a digit does, or the arrows and space."
HELPS: Final = "What helps"
SETS_OFF: Final = "What sets it off"
