"""The form of the emergency card: what can be read without the passphrase, chosen one by one.

Settings opens it. It shows a preview and asks before the first card is written, because the card is not encrypted.
``journal.config.emergency_card`` reads and writes the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from journal.config.emergency_card import LONGEST, PEOPLE, SENTENCES, Card, card_path, contact_line, delete_card
from journal.domain.record import Record
from journal.text import emergency_card as emergency_card_text
from journal.text import safety as safety_text
from screens.base.form import RecordForm
from screens.key import Key
from screens.keymap import bindings
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, InvalidInput
from screens.widgets.fields.choices import Picks
from screens.widgets.fields.text import WritingField
from screens.widgets.footer import KeyLine
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Preview(Plain, can_focus=True):
    """What will be shown; it takes the focus, so that it comes into sight in a small window."""


class EmergencyCard(RecordForm[Record]):
    """Reasons and people are offered to be picked; nothing goes on the card by itself."""

    CSS_PATH = "emergency_card_form.tcss"
    KEY_SCOPE = "card"
    BINDINGS = bindings(KEY_SCOPE)
    NAME = emergency_card_text.CARD
    ROUTE = "card"
    _is_there = False
    _card = Card()

    def fields(self) -> ComposeResult:
        yield Plain(emergency_card_text.CARD_OPEN, id="open")
        yield Plain(emergency_card_text.CARD_WHAT_FOR, classes="muted")
        if reasons := self._reasons():
            yield Picks(emergency_card_text.CARD_REASONS, reasons, id="reasons")
        yield WritingField(emergency_card_text.CARD_OWN, id="own", hint=emergency_card_text.CARD_OWN_HINT)
        if people := self._people():
            yield Picks(emergency_card_text.CARD_PEOPLE, people, id="people")
        yield WritingField(emergency_card_text.CARD_OTHERS, id="others", hint=emergency_card_text.CARD_OTHERS_HINT)
        if parts := self._parts():
            yield Picks(emergency_card_text.CARD_PLAN, parts, id="plan", hint=emergency_card_text.CARD_PLAN_HINT)
        yield Plain(emergency_card_text.CARD_PREVIEW, classes="title")
        yield Preview(id="preview")

    def _reasons(self) -> list[tuple[str, str]]:
        texts = [reason.text for reason in self.journal.reasons if not reason.archived and len(reason.text) <= LONGEST]
        return [(text, text) for text in dict.fromkeys(texts)]

    def _people(self) -> list[tuple[str, str]]:
        texts = [contact_line(person) for person in self.journal.people if person.call and not person.archived]
        return [(text, text) for text in dict.fromkeys(texts) if text]

    def _parts(self) -> list[tuple[str, str]]:
        plan = self.journal.safety_plan
        return [(name, safety_text.SAFETY_PLAN_HEADINGS[name]) for name in plan.parts()]

    def on_mount(self) -> None:
        """Show the card as it is, then the draft."""
        card = Card.load()
        self._is_there = bool(card)
        self._fill(card)
        super().on_mount()
        self.preview()

    def _fill(self, card: Card) -> None:
        self._divide(card.sentences, self._reasons(), "reasons", "own")
        self._divide(card.people, self._people(), "people", "others")
        self._pick("plan", list(card.plan))

    def _divide(self, said: list[str], offered: list[tuple[str, str]], picks: str, field: str) -> None:
        """Pick what is offered; put the rest into the text field."""
        texts = [text for text, _ in offered]
        self._pick(picks, [text for text in said if text in texts])
        self.query_one(f"#{field}", WritingField).fill("\n".join(text for text in said if text not in texts))

    def _pick(self, name: str, texts: list[str]) -> None:
        for field in self.query(f"#{name}").results(Picks):
            field.fill(texts)

    def _picked(self, name: str) -> list[str]:
        return [text for field in self.query(f"#{name}").results(Picks) for text in field.draft_value]

    def chosen(self) -> Card:
        """Return the card as it is in the form. Raises ``InvalidInput``."""
        sentences = self._lines("reasons", "own", SENTENCES)
        people = self._lines("people", "others", PEOPLE)
        card = Card(sentences=sentences, people=people)
        return card.with_plan(self.journal.safety_plan, self._picked("plan"))

    def _lines(self, picks: str, field: str, most: int) -> list[str]:
        written = self.query_one(f"#{field}", WritingField)
        said = list(dict.fromkeys([*self._picked(picks), *written.lines]))
        if len(said) > most:
            raise InvalidInput(written, emergency_card_text.card_too_many(most))
        if any(len(text) > LONGEST for text in said):
            raise InvalidInput(written, emergency_card_text.card_too_long(LONGEST))
        return said

    @on(Choice.Chosen)
    @on(TextArea.Changed)
    def preview(self) -> None:
        """Show what will be shown, or why it can't be."""
        try:
            shown = "\n".join(_shown(self.chosen())) or emergency_card_text.CARD_PREVIEW_NOTHING
        except InvalidInput as problem:
            shown = str(problem)
        self.query_one("#preview", Plain).show(shown)

    def build(self) -> tuple[Record, ...]:
        """Return no records: the card is kept outside of the journal."""
        self._card = self.chosen()
        return ()

    def submit(self) -> None:
        """Write it; before there is one, ask once more."""
        if self._card and not self._is_there:
            yes, detail = emergency_card_text.CARD_ASK_YES, emergency_card_text.CARD_OPEN
            self.app.ask(emergency_card_text.CARD_ASK, yes, self._write, detail=detail)
        else:
            self._write()

    def _write(self) -> None:
        self.run_worker(self._written(), group="card")

    async def _written(self) -> None:
        card = self._card
        try:
            await self.app.keeper.run(card.save)
        except OSError:
            self.query_one(Panel).show_error(emergency_card_text.CARD_NOT_WRITTEN)
            return
        self.app.forget(self._draft_key)
        self._initial = self.draft_values()
        self.after_save()
        if card:
            self.app.notify(emergency_card_text.CARD_WRITTEN)

    def action_take_back(self) -> None:
        """Delete the card at once; its content stays in the form, as an unsaved draft."""
        self.run_worker(self._taken_back(), group="card")

    async def _taken_back(self) -> None:
        try:
            await self.app.keeper.run(delete_card)
        except OSError:
            self.query_one(Panel).show_error(emergency_card_text.CARD_NOT_TAKEN_BACK.format(place=card_path()))
            return
        self._initial = {str(field.id): type(field.draft_value)() for field in self.query(Field)}
        self._is_there = False
        self.query_one(Panel).show_error("")
        self.query_one(KeyLine).refresh()
        self.app.notify(emergency_card_text.CARD_TAKEN_BACK)

    def key_rows(self) -> list[Key]:
        """Return the keys; the card can be deleted only if there is one."""
        return [key for key in super().key_rows() if key.action != "take_back" or self._is_there]


def _shown(card: Card) -> Iterator[str]:
    yield from card.sentences
    yield from map(emergency_card_text.card_call, card.people)
    yield from (emergency_card_text.card_part(safety_text.SAFETY_PLAN_HEADINGS[name]) for name in card.parts())
