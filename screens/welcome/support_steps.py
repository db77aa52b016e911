"""The wizard steps of Welcome about what helps: safety lines of a region, one reason, one person."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from journal.domain.people import Person, Role
from journal.text import onboarding as onboarding_text
from journal.text.labels import choices
from screens.base.wizard import WizardStep
from screens.safety.region_field import region_field
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.plain_text import Plain


class RegionStep(WizardStep):
    """Asks for the region of the safety lines."""

    NAME = onboarding_text.REGION_TITLE
    QUESTION = onboarding_text.REGION_HOW

    def fields(self) -> Iterable[Widget]:
        yield region_field()

    @property
    def chosen(self) -> str:
        """Return the key of the region in ``REGIONS``, ``""`` for none."""
        return self.query_one("#region", ChoiceField).value or ""


class ReasonStep(WizardStep):
    """Asks for one reason."""

    NAME = onboarding_text.REASON_TITLE
    QUESTION = onboarding_text.ONE_REASON

    def fields(self) -> Iterable[Widget]:
        yield TextField(onboarding_text.REASON, id="reason")

    @property
    def reason(self) -> str:
        """Return the reason as typed."""
        return self.query_one("#reason", TextField).text


class PersonStep(WizardStep):
    """Asks for one person."""

    NAME = onboarding_text.PERSON_TITLE
    QUESTION = onboarding_text.ONE_PERSON
    NEXT_LABEL = onboarding_text.DONE

    def fields(self) -> Iterable[Widget]:
        yield TextField(onboarding_text.PERSON_NAME, id="person", max_length=200)
        yield ChoiceField(onboarding_text.PERSON_ROLE, choices(Role), id="role")
        yield TextField(onboarding_text.PERSON_CONTACT, id="contact", max_length=200)
        yield Plain(onboarding_text.STARTER_LISTS, classes="muted")

    @property
    def person(self) -> Person:
        """Return the person; one without a name is not saved."""
        return Person(
            name=self.query_one("#person", TextField).text,
            role=self.query_one("#role", ChoiceField).value or Role.OTHER,
            contact=self.query_one("#contact", TextField).text,
        )
