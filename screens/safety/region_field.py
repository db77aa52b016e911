"""The field for a region, whose safety lines are shown."""

from __future__ import annotations

from journal.domain.safety_lines import REGIONS
from screens.widgets.fields.choices import ChoiceField


def region_field() -> ChoiceField[str]:
    """The choice of a region; none is an answer."""
    return ChoiceField("Region", list(REGIONS.items()), id="region", empty="")
