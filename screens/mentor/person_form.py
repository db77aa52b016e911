"""The form about someone who helps: who they are, how they are reached, and whether a craving offers them."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.people import Person, Role
from journal.domain.share_ledger import Level
from journal.language import Language
from journal.sharing.age import is_key
from journal.summary.sections.section import Section
from journal.text import labels as labels_text
from journal.text import people as people_text
from journal.text import sharing as sharing_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.text import WritingField


class PersonSheet(RecordForm[Person]):
    """Asks about one person. A mentor, sponsor or coach is met for a check-in."""

    NAME = people_text.FORM
    ROUTE = "person"
    RECORD = Person

    def fields(self) -> ComposeResult:
        """Ask for name and role first; the rest can stay empty."""
        yield TextField(people_text.NAME, id="name", hint=people_text.NAME_HINT, required=people_text.NAME_NEEDED)
        yield ChoiceField(
            people_text.ROLE, labels_text.choices(Role), id="role", hint=people_text.ROLE_HINT, empty=Role.OTHER
        )
        yield TextField(people_text.CONTACT, id="contact", hint=people_text.CONTACT_HINT)
        yield TextField(people_text.TIMES, id="hours", hint=people_text.TIMES_HINT)
        yield YesNoField(people_text.OFFER, id="call", default=True)
        yield TextField(people_text.TIER, id="tier", hint=people_text.TIER_HINT)
        yield ChoiceField(people_text.SEES, labels_text.choices(Level), id="sees", hint=sharing_text.LEVELS)
        hidden = [(str(section), sharing_text.format_section(section)) for section in Section if section]
        yield ChoiceField(people_text.HIDDEN, hidden, id="hidden", multiple=True, hint=people_text.HIDDEN_HINT)
        yield ChoiceField(
            people_text.LANGUAGE, labels_text.choices(Language), id="language", hint=people_text.LANGUAGE_HINT
        )
        yield TextField(people_text.AGE_KEY, id="age_key", hint=people_text.AGE_KEY_HINT, check=_check_key)
        yield WritingField(people_text.NOTE, id="note")
        yield YesNoField(people_text.STILL_THERE, id="there", default=True, attribute="archived", inverted=True)


def _check_key(key: str) -> str:
    return "" if not key or is_key(key) else people_text.NO_AGE_KEY
