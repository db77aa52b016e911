"""The steps about what helps: the region's lines, one reason, one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.widget import Widget

from journal.domain.people import Person, Role
from journal.text import onboarding as onboarding_text
from screens.base.wizard import WizardStep
from screens.safety.region_field import region_field
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.plain_text import Plain

STARTERS: Final = (
    "A few things that help and a few triggers are in your lists to begin with: yours to change, on Plan and in a "
    "craving."
)


class RegionStep(WizardStep):
    """Which region's safety lines?"""

    NAME = "safety lines"
    ASKS = f"{onboarding_text.WHICH_REGION} Without one, F4 shows them all."

    def fields(self) -> Iterable[Widget]:
        """The regions."""
        yield region_field()

    @property
    def chosen(self) -> str:
        """The key of the region in ``REGIONS``, ``""`` for none."""
        return self.query_one("#region", ChoiceField).value or ""


class ReasonStep(WizardStep):
    """One reason."""

    NAME = "a reason"
    ASKS = onboarding_text.ONE_REASON

    def fields(self) -> Iterable[Widget]:
        """One line."""
        yield TextField("Because", id="reason")

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self.query_one("#reason", TextField).text


class PersonStep(WizardStep):
    """One person."""

    NAME = "a person"
    ASKS = onboarding_text.ONE_PERSON
    GO_ON = "Done"

    def fields(self) -> Iterable[Widget]:
        """Who it is, what they are, how they are reached; and what is there already."""
        yield TextField("Name", id="person", max_length=200)
        yield ChoiceField("Who it is", [(role, role.value) for role in Role], id="role")
        yield TextField("Number, or how", id="contact", max_length=200)
        yield Plain(STARTERS, classes="muted")

    @property
    def person(self) -> Person:
        """The person; without a name it is none."""
        return Person(
            name=self.query_one("#person", TextField).text,
            role=self.query_one("#role", ChoiceField).value or Role.OTHER,
            contact=self.query_one("#contact", TextField).text,
        )
