"""What is asked about a need."""

from __future__ import annotations

from typing import Final

from journal.language import translated

FORM: Final = "a need"
AREA: Final = "Area"
AREA_NEEDED: Final = "What is it about? Choose at least one."
NEED: Final = "Need"
NEED_HINT: Final = "In your words: “a flat away from the old street”."
STATUS: Final = "Status"
RESOURCE: Final = "Who can help"
RESOURCE_HINT: Final = "A place, an office, a person, a number."


translated(__name__)
