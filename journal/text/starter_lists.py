"""What is said where strategies and triggers are suggested."""

from __future__ import annotations

from typing import Final

from journal.language import translated

FORM: Final = "suggestions"
CHOOSE: Final = "Choose what fits you. You can edit or delete each one later."
NOTHING_CHOSEN: Final = "Choose at least one, by digit or with space."
HELPS: Final = "What helps"
SETS_OFF: Final = "Triggers"


translated(__name__)
