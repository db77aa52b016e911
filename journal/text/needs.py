"""What is asked about a need."""

from __future__ import annotations

from typing import Final

FORM: Final = "a need"
AREA: Final = "What of"
AREA_NEEDED: Final = "What is it about? One of these is enough."
NEED: Final = "What"
NEED_HINT: Final = "In your words: “a flat away from the old street”."
STATUS: Final = "How far"
RESOURCE: Final = "Who may help"
RESOURCE_HINT: Final = "A place, an office, a person, a number."
