"""Someone who helps: who they are, how they are reached, and whether a craving offers them."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.people import Person, Role
from journal.domain.share_ledger import Level
from journal.sharing.age import is_key
from journal.summary.sections.section import Section
from journal.text import sharing as sharing_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.text import WritingField

ROLES = [(role, role.value) for role in Role]

NAMELESS = "A name is needed; an initial is enough."
ROLE_HINT = "A mentor, sponsor or coach is met for a check-in."
KEY_HINT = "age1…, if they have one: pages can be sealed to it."
NO_KEY = "Not an age public key; one begins with age1."


class PersonSheet(RecordForm[Person]):
    """A person, with a role; a mentor, sponsor or coach is met for a check-in."""

    NAME = "a person"
    ROUTE = "person"
    RECORD = Person

    def fields(self) -> ComposeResult:
        """Name and role first; the rest can stay empty."""
        yield TextField("Name", id="name", hint="An initial is enough.", required=NAMELESS)
        yield ChoiceField("Role", ROLES, id="role", hint=ROLE_HINT, empty=Role.OTHER)
        yield TextField("Reached by", id="contact", hint="A number, or ways: “text first, then a call”.")
        yield TextField("When", id="hours", hint="Hours at which they may be called.")
        yield YesNoField("Offer in cravings", id="call", default=True)
        yield TextField("Tier", id="tier", hint="Where your programme has several: peer, senior, lead.")
        yield ChoiceField(
            "A page shows them", [(level, level.value) for level in Level], id="sees", hint=sharing_text.LEVELS
        )
        hidden = [(str(section), sharing_text.section_words(section)) for section in Section if section]
        yield ChoiceField(
            "But not", hidden, id="hidden", multiple=True, hint="Sections that a page for them leaves out."
        )
        yield TextField("Their age key", id="age_key", hint=KEY_HINT, check=_check_key)
        yield WritingField("Note", id="note")
        yield YesNoField("Still there", id="there", default=True, attribute="archived", inverted=True)


def _check_key(key: str) -> str:
    return "" if not key or is_key(key) else NO_KEY
