"""The field for a region, whose safety lines are shown."""

from __future__ import annotations

from journal.domain.safety_lines import REGIONS
from journal.language import spoken
from journal.text import safety as safety_text
from screens.widgets.fields.choices import ChoiceField


def region_field() -> ChoiceField[str]:
    """Return the choice of a region; none is an answer."""
    return ChoiceField(
        safety_text.REGION, [(code, spoken(name)) for code, name in REGIONS.items()], id="region", empty=""
    )
