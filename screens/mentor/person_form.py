"""Someone who helps: who they are, how they are reached, and whether a craving offers them."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.people import Person, Role
from journal.domain.record import Record
from journal.domain.share_ledger import Level
from journal.sharing.age import is_key
from journal.summary.sections.section import Section
from journal.text.sharing import LEVELS, section_words
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.text import WritingField

ROLES = [(role, role.value) for role in Role]


class PersonSheet(RecordForm):
    """A person, with a role; a mentor, sponsor or coach is met for a check-in."""

    NAME = "a person"
    ROUTE = "person"
    KIND = Person

    def fields(self) -> ComposeResult:
        """Name and role first; the rest can stay empty."""
        yield TextField("Name", id="name", hint="An initial is enough.")
        yield ChoiceField("Role", ROLES, id="role", hint="A mentor, sponsor or coach is met for a check-in.")
        yield TextField("Reached by", id="contact", hint="A number, or ways: “text first, then a call”.")
        yield TextField("When", id="hours", hint="Hours at which they may be called.")
        yield YesNoField("Offer in cravings", id="call", usual=True)
        yield TextField("Tier", id="tier", hint="Where your programme has several: peer, senior, lead.")
        yield ChoiceField("A page shows them", [(level, level.value) for level in Level], id="sees", hint=LEVELS)
        hidden = [(str(section), section_words(section)) for section in Section if section]
        yield ChoiceField("But not", hidden, id="hidden", many=True, hint="Sections that a page for them leaves out.")
        yield TextField("Their age key", id="age_key", hint="age1…, if they have one: pages can be sealed to it.")
        yield WritingField("Note", id="note")
        yield YesNoField("Still there", id="there", usual=True)

    def fill(self, record: Record) -> None:
        """The person as kept."""
        assert isinstance(record, Person)
        for name in ("name", "contact", "hours", "tier", "age_key"):
            self.query_one(f"#{name}", TextField).write(getattr(record, name))
        self.query_one("#role", ChoiceField).choice.choose(record.role)
        self.query_one("#sees", ChoiceField).choice.choose(record.sees)
        self.query_one("#hidden", ChoiceField).choice.choose(*record.hidden)
        self.query_one("#call", YesNoField).choice.choose(record.call)
        self.query_one("#there", YesNoField).choice.choose(not record.archived)
        self.query_one("#note", WritingField).write(record.note)

    def records(self) -> tuple[Record, ...]:
        """The person."""
        name = self.query_one("#name", TextField)
        if not name.text:
            raise InvalidInput(name, "A name is needed; an initial is enough.")
        key = self.query_one("#age_key", TextField)
        if key.text and not is_key(key.text):
            raise InvalidInput(key, "Not an age public key; one begins with age1.")
        before = self.record if isinstance(self.record, Person) else Person(name="")
        person = replace(
            before,
            name=name.text,
            role=self.query_one("#role", ChoiceField).value or Role.OTHER,
            contact=self.query_one("#contact", TextField).text,
            hours=self.query_one("#hours", TextField).text,
            call=self.query_one("#call", YesNoField).yes,
            tier=self.query_one("#tier", TextField).text,
            sees=self.query_one("#sees", ChoiceField).value or before.sees,
            hidden=self.query_one("#hidden", ChoiceField).values,
            age_key=key.text,
            note=self.query_one("#note", WritingField).text,
            archived=not self.query_one("#there", YesNoField).yes,
        )
        return (person,)
