"""The base of all forms: esc goes back and keeps the draft, ctrl+s saves, errors are shown at their field.

To add an attribute to a record, add it to the record, add its words to ``journal.record_text``, and yield one field in
the form: ``TextField("Who may help", id="resource")``. The id is the name of the attribute. The form then shows it,
keeps it in drafts, and saves it. ``required="A name is needed."`` refuses an empty field, ``empty=`` says what the
record holds then, ``check=`` refuses other values, ``inverted=True`` turns a yes/no round. Where a field has an id of
its own, say ``attribute="archived"``; say ``attribute=None`` where its value is no attribute, and use it in ``finish``.
Ids stay as they are: drafts in journals are kept by them.
"""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_type_hints

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.record import Record
from journal.text import forms as forms_text
from journal.text import kinds as kinds_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Removed, Saved, SaveFailed
from screens.runtime.journal_worker import Draft, HasDraft
from screens.widgets.fields.base import Field, InvalidInput
from screens.widgets.panel import Panel

S = TypeVar("S", bound=Struct)


class RecordForm(BaseScreen[None], HasDraft, Generic[S]):
    """A form about one record: a new one, or ``record`` to change.

    A subclass sets ``NAME``, ``ROUTE`` and ``RECORD`` (the type of its record), and yields ``fields``. Drafts come by
    themselves: whatever stands in the fields is kept under ``draft_key`` until it is saved.
    """

    KEY_SCOPE = "forms"
    BINDINGS = [*bindings("forms"), *bindings("records")]
    NAME: ClassVar[str] = ""
    ROUTE: ClassVar[str] = ""
    KEYS: ClassVar[str] = forms_text.KEYS
    SAVES_UNTOUCHED: ClassVar[bool] = False
    """Whether a new form says something before anything is filled in: then it never says that there is nothing."""
    RECORD: type[S]

    def __init__(self, *, record: S | None = None, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__()
        self.record = record
        self._draft_key = draft[0] if draft else f"{self.ROUTE}:{record.uid if isinstance(record, Record) else 'new'}"
        self._draft = draft[1] if draft else None
        self._initial: Draft = {}
        self._filled = False
        self._saving: tuple[Record, ...] = ()
        self._saved_in_background = False  # saved while another screen was on top

    # For subclasses.

    def fields(self) -> ComposeResult:
        """The fields of the form, and whatever else stands between them."""
        yield from ()

    def finish(self, record: S) -> S:
        """Return the record after the rules that concern several fields. Raises ``InvalidInput``."""
        return record

    def new_record(self, **values: Any) -> S:
        """Make a new record of the values of the fields."""
        return self.RECORD(**values)

    @property
    def before(self) -> S | None:
        """The record that is being changed, or ``None`` for a new one."""
        return self.record

    def load(self, record: S) -> None:
        """Show the record in the fields."""
        for field in self.query(Field):
            if field.attribute is not None:
                field.from_record(getattr(record, field.attribute))

    def build(self) -> tuple[Record, ...]:
        """Return what to save. Raises ``InvalidInput``."""
        record = self.read()
        assert isinstance(record, Record)
        return (record,)

    def saved_words(self) -> str | None:
        """Return what to say once it is saved: ``None`` names the kind of record, "" says nothing."""
        return None

    def after_save(self) -> None:
        """Go back; a subclass may know where else to go."""
        self.dismiss(None)

    # The rest is done.

    def body(self) -> ComposeResult:
        with Panel(self.NAME, self.KEYS):
            yield from self.fields()

    def on_mount(self) -> None:
        """Fill the fields from the record, then from the draft if there is one; once, for Textual calls it again.

        It calls ``on_mount`` of each class, whether or not that of a subclass has called this one already.
        """
        if self._filled:
            return
        self._filled = True
        uid = self._draft_key.partition(":")[2]
        if self.record is None and uid != "new":
            self.record = self.find(uid)
        if self.record is not None:
            self.load(self.record)
        self._initial = self.draft_values()
        self.fill(self._draft or self.app.keeper.draft(self._draft_key) or {})

    def find(self, uid: str) -> S | None:
        """Return the record that a draft belongs to, after unlocking; ``None`` if it is gone."""
        if not issubclass(self.RECORD, Record):
            return None
        collection = self.journal.collection(self.RECORD)
        return collection.get(uid) if uid in collection else None

    def read(self) -> S:
        """Return the record as the fields say. Raises ``InvalidInput`` for the first field that is not right.

        A field that is empty where its attribute can't be ``None`` leaves the attribute as it was. One that shows no
        attribute is only checked, where it is asked.
        """
        values: dict[str, Any] = {}
        for field in self.query(Field):
            if field.attribute is None and not field.display:
                continue
            value = field.answer()
            if field.attribute is not None and (value is not None or field.attribute in _optional(self.RECORD)):
                values[field.attribute] = value
        before = self.before
        return self.finish(self.new_record(**values) if before is None else replace(before, **values))

    def draft_values(self) -> Draft:
        """Return the content of the fields by id, as JSON holds it."""
        return {str(field.id): field.draft_value for field in self.query(Field)}

    def fill(self, draft: Draft) -> None:
        """Fill the fields from a draft; skip those that no longer exist."""
        for field in self.query(Field):
            if field.id in draft:
                field.fill(draft[field.id])

    def draft(self) -> tuple[str, Draft] | None:
        """Return what is half-typed, or ``None`` if nothing was changed."""
        values = self.draft_values() if self.is_mounted else {}
        return (self._draft_key, values) if values != self._initial else None

    @on(Input.Submitted)
    async def go_on(self) -> None:
        """Focus the next field on enter in a line."""
        self.app.tremor.answer()
        await self.ask_next(is_final=True)

    def action_back(self) -> None:
        """Go back: save what is half-typed as a draft, or delete the draft if nothing is changed."""
        if draft := self.draft():
            self.app.keep(draft)
            self.app.notify(forms_text.DRAFT_KEPT)
        else:
            self.app.forget(self._draft_key)
        self.dismiss(None)

    def action_discard(self) -> None:
        """Discard what is half-typed; if nothing is, delete the record. Both ask first."""
        if self.draft():
            self.app.ask(forms_text.DISCARD, forms_text.DISCARD_YES, self._discard, detail=forms_text.NOT_UNDONE)
        elif self.can_erase and isinstance(self.record, Record):
            self.app.delete(self.record, forms_text.THIS)
        else:
            self.dismiss(None)

    @property
    def can_erase(self) -> bool:
        """Whether there is a saved record that may be deleted."""
        return isinstance(self.record, Record) and bool(self.record.uid)

    @property
    def key_scopes(self) -> list[str]:
        """The keys of a record, too, where there is one."""
        return [*super().key_scopes, *(["records"] if self.can_erase else [])]

    def action_erase(self) -> None:
        """Erase the record for good; its own screen says what that means, and asks."""
        if not isinstance(self.record, Record) or not self.can_erase:
            return
        if self.draft():
            self.app.notify(forms_text.SAVE_FIRST)
            return
        self.app.show("erase_record", record=self.record, what=self.erased)

    @property
    def erased(self) -> str:
        """What is erased for good, in words; a subclass may know more."""
        assert isinstance(self.record, Record)
        return forms_text.this(kinds_text.name_of(self.record, self.app.slip_word))

    def action_park(self) -> None:
        """Keep the record for the next meeting with a mentor, or no longer."""
        if isinstance(self.record, Record) and self.record.uid:
            self.app.park(self.record)

    def _discard(self) -> None:
        self.app.forget(self._draft_key)
        self.dismiss(None)

    @on(Removed)
    def removed(self, message: Removed) -> None:
        """Leave once the record is deleted, and drop its draft."""
        if isinstance(self.record, Record) and message.record.uid == self.record.uid:
            self._discard()

    def action_save(self) -> None:
        """Save, or say at its field what could not be understood."""
        if self._saving:
            return
        for field in self.query(Field):
            field.show_error("")
        try:
            self._saving = self.build()
        except InvalidInput as problem:
            problem.field.show_error(str(problem))
            problem.field.focus()
            self.call_after_refresh(problem.field.scroll_visible, animate=False)  # the complaint made it taller
            if self.record is None and not self.SAVES_UNTOUCHED and not self.draft():
                self.app.say(forms_text.NOTHING_TO_SAVE)
            return
        self.submit()

    def submit(self) -> None:
        """Save what ``build`` returned; a subclass whose values live elsewhere saves them there."""
        self.app.save(*self._saving, said=self.saved_words())

    @on(Saved)
    def saved(self, message: Saved) -> None:
        """Drop the draft once the record is durable, and leave."""
        if self._saving and message.submitted == self._saving:
            self._saving = ()
            self.app.forget(self._draft_key)
            self._initial = self.draft_values()
            if self.is_active:
                self.after_save()
            else:
                self._saved_in_background = True

    def on_screen_resume(self) -> None:
        """Leave what is over, so that it is not saved a second time."""
        if self._saved_in_background:
            self.after_save()

    @on(SaveFailed)
    def save_failed(self, message: SaveFailed) -> None:
        """Show the reason; what was typed stays."""
        if self._saving and message.submitted == self._saving:
            self._saving = ()
            self.query_one(Panel).show_error(message.reason)


@cache
def _optional(record_type: type[Struct]) -> frozenset[str]:
    """Return the names of the attributes that may be ``None``."""
    return frozenset(name for name, hint in get_type_hints(record_type).items() if NoneType in get_args(hint))
