"""The last wizard step of Welcome: the region of the helplines."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from journal.text import onboarding as onboarding_text
from screens.base.wizard import WizardStep
from screens.safety.region_field import region_field
from screens.widgets.fields.choices import ChoiceField


class RegionStep(WizardStep):
    """Asks for the region of the safety lines."""

    NAME = onboarding_text.REGION_TITLE
    QUESTION = onboarding_text.REGION_HOW
    NEXT_LABEL = onboarding_text.DONE

    def fields(self) -> Iterable[Widget]:
        yield region_field()

    @property
    def chosen(self) -> str:
        """Return the key of the region in ``REGIONS``, ``""`` for none."""
        return self.query_one("#region", ChoiceField).value or ""
