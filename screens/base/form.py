"""Pushed forms: esc goes back and keeps the draft, ctrl+s saves, what can't be understood is told where it stands."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.record import Record
from journal.text.kinds import name_of
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Removed, Saved, SaveFailed
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import Field, InvalidInput
from screens.widgets.panel import Panel


class RecordForm(BaseScreen[None]):
    """A form about one record: a new one, or ``record`` to change.

    A subclass sets ``NAME``, ``ROUTE`` and ``KIND`` (the type of its record), yields ``fields`` and makes ``records``
    of their values. Drafts come by themselves: whatever stands in the fields is kept under ``draft_key`` until it is
    saved.
    """

    KEY_SCOPE = "forms"
    BINDINGS = [*bindings("forms"), *bindings("records")]
    NAME: ClassVar[str] = ""
    ROUTE: ClassVar[str] = ""
    KEYS: ClassVar[str] = "ctrl+s save · esc back"
    KIND: ClassVar[type[Record] | None] = None

    def __init__(self, *, record: Record | None = None, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__()
        self.record = record
        self._draft_key = draft[0] if draft else f"{self.ROUTE}:{record.uid if record else 'new'}"
        self._draft = draft[1] if draft else None
        self._blank: Draft = {}
        self._filled = False
        self._saving: tuple[Record, ...] = ()
        self._over = False  # saved while another screen was on top

    # For subclasses.

    def fields(self) -> ComposeResult:
        """The fields of the form, and whatever else stands between them."""
        yield from ()

    def fill(self, record: Record) -> None:
        """Put the values of the record that is being changed into the fields."""

    def records(self) -> tuple[Record, ...]:
        """What to save. Raises ``InvalidInput`` through the fields' values."""
        return ()

    def left(self) -> None:
        """Called after a save: where to go from here; back, unless a subclass knows better."""
        self.dismiss(None)

    # The rest is done.

    def body(self) -> ComposeResult:
        """The fields in a panel with the name above and the keys below."""
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
            self.fill(self.record)
        self._blank = self.written()
        self.write(self._draft or self.app.keeper.kept(self._draft_key) or {})

    def find(self, uid: str) -> Record | None:
        """The record a draft belongs to, after unlocking; ``None`` if it is gone."""
        if self.KIND is None:
            return None
        collection = self.journal.collection(self.KIND)
        return collection.get(uid) if uid in collection else None

    def written(self) -> Draft:
        """What stands in the fields, by their ids, as JSON holds it."""
        return {str(field.id): field.written for field in self.query(Field)}

    def write(self, draft: Draft) -> None:
        """Put it back; fields that are no more are passed over."""
        for field in self.query(Field):
            if field.id in draft:
                field.write(draft[field.id])

    def draft(self) -> tuple[str, Draft] | None:
        """What is half-typed, unless nothing was changed."""
        written = self.written() if self.is_mounted else {}
        return (self._draft_key, written) if written != self._blank else None

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Enter in a line goes on to the next, as it does in a choice."""
        self.focus_next()

    def action_back(self) -> None:
        """Go back; what is half-typed is sealed, what was taken back is forgotten."""
        if draft := self.draft():
            self.app.keep(draft)
            self.app.tell("Kept as a draft. It is here when you come back.")
        else:
            self.app.forget(self._draft_key)
        self.dismiss(None)

    def action_discard(self) -> None:
        """Throw away what is half-typed, or, where nothing is, the record itself; both ask first."""
        if self.draft():
            self.app.ask("Throw away what you changed here?", "Throw away", self._discard, detail="It can't be undone.")
        elif self.record is not None:
            self.app.delete(self.record, "this")
        else:
            self.dismiss(None)

    @property
    def can_erase(self) -> bool:
        """Whether there is a record that may be deleted."""
        return self.KIND is not None and self.record is not None

    @property
    def key_scopes(self) -> list[str]:
        """The keys of a record, too, where there is one."""
        return [*super().key_scopes, *(["records"] if self.can_erase else [])]

    def action_erase(self) -> None:
        """Erase the record for good; its own screen says what that means, and asks."""
        if self.record is None or not self.can_erase:
            return
        if self.draft():
            self.app.tell("Save or throw away what you changed here first.")
            return
        self.app.show("erase_record", record=self.record, what=f"this {name_of(self.record, self.app.slip_word)}")

    def action_park(self) -> None:
        """Keep the record for the next meeting with a mentor, or no longer."""
        if self.record is not None:
            self.app.park(self.record)

    def _discard(self) -> None:
        self.app.forget(self._draft_key)
        self.dismiss(None)

    @on(Removed)
    def go(self, message: Removed) -> None:
        """The record is gone, and its draft with it."""
        if self.record is not None and message.record.uid == self.record.uid:
            self._discard()

    def action_save(self) -> None:
        """Save, or say at its field what could not be understood."""
        if self._saving:
            return
        for field in self.query(Field):
            field.show_error("")
        try:
            self._saving = self.records()
        except InvalidInput as problem:
            problem.field.show_error(str(problem))
            problem.field.focus()
            self.call_after_refresh(problem.field.scroll_visible, animate=False)  # the complaint made it taller
            return
        self.hand_over()

    def hand_over(self) -> None:
        """Save what ``records`` gave; a subclass whose values live elsewhere keeps them there."""
        self.app.save(*self._saving)

    @on(Saved)
    def leave(self, message: Saved) -> None:
        """It is durable: the draft is not needed any more."""
        if self._saving and message.given == self._saving:
            self._saving = ()
            self.app.forget(self._draft_key)
            self._blank = self.written()
            if self.is_active:
                self.left()
            else:
                self._over = True

    def on_screen_resume(self) -> None:
        """Leave what is over, so that it is not saved a second time."""
        if self._over:
            self.left()

    @on(SaveFailed)
    def stay(self, message: SaveFailed) -> None:
        """It is not; the words stay where they are, and the reason stands beside them."""
        if self._saving and message.given == self._saving:
            self._saving = ()
            self.query_one(Panel).show_error(message.reason)
