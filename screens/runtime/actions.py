"""The base of the app with everything a screen calls to save, delete, undo, ask and notify.

A screen hands over a record; the journal's thread saves it; every mounted screen gets a message with the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from time import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.widget import AwaitMount
from textual.worker import Worker

from journal.language import spoken
from journal.store.operations import delete_with_dependents, dependents, goes_into_bin, park, restore, save_and_delete
from journal.text import app as app_text
from journal.text import errors as errors_text
from screens.messages import Changed, Removed, Saved, SaveFailed
from screens.routes import new_screen, screen_class
from screens.runtime.chosen_keys import ChosenKeysApp
from screens.runtime.journal_worker import Draft, JournalWorker

if TYPE_CHECKING:
    from journal.domain.preferences import Preferences
    from journal.domain.record import Record
    from journal.store.journal import Journal

T = TypeVar("T")

UNTIL_A_KEY = 86_400.0
"""Seconds that a notification is shown where nobody presses a key."""

ERROR_SECONDS = 5.0
"""Seconds that an error is shown at least, whatever is typed."""

JOURNAL = "journal"
"""The group of all workers that use the open journal."""


class SavingApp(ChosenKeysApp):
    """Saves, deletes, undoes, asks and notifies for the screens.

    ``locking`` is true from the lock until the journal is closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keeper = JournalWorker()
        self.locking = False
        self._adding: list[tuple[tuple[Record, ...], Worker[None]]] = []

    @property
    def journal(self) -> Journal | None:
        """Return the open journal, or ``None`` while locked."""
        return self.keeper.journal

    @property
    def slip_word(self) -> str:
        """Return the person's own word for a use, or the plain one where no goal is to abstain."""
        if self.journal is None:
            return "slip"
        from journal.text import slips as slips_text

        return spoken(slips_text.usual_word(self.journal.focuses, self.journal.preferences.slip_word))

    def save(self, *records: Record, said: str | None = None, gone: Sequence[Record] = ()) -> None:
        """Save records in one transaction: those without a uid are added, those with one replace what has it.

        ``Saved`` or ``SaveFailed`` follows. Saves are done in the order of the calls. Once they are durable, a
        notification says so with the name of the first record's kind, or with ``said``; "" says nothing. The records
        that are ``gone`` are deleted in the same transaction. Records without a uid that are being saved already are
        not added again: a key was pressed twice before the first save ended.
        """
        self._adding = [(added, worker) for added, worker in self._adding if not worker.is_finished]
        if any(records == added for added, _ in self._adding):
            return
        worker = self.run_worker(self._save_and_say(records, said, gone), group=JOURNAL)
        if any(not record.uid for record in records):
            self._adding.append((records, worker))

    async def _save_and_say(self, records: tuple[Record, ...], said: str | None, gone: Sequence[Record]) -> None:
        if saved := await self.save_and_wait(*records, gone=gone):
            from journal.text import kinds as kinds_text

            self.say(kinds_text.format_saved(saved[0], self.slip_word) if said is None else said)

    def say(self, sentence: str) -> None:
        """Say what was just done, in the place of what was said before; "" says nothing."""
        if sentence:
            self._clear_notifications()
            self.notify(sentence)

    async def save_and_wait(self, *records: Record, gone: Sequence[Record] = ()) -> tuple[Record, ...]:
        """Save like ``save`` and wait; return the records as saved, or nothing if they were not."""
        change = partial(save_and_delete, records=records, gone=gone)
        return await self._change(change, partial(Saved, records), records) or ()

    def park(self, record: Record) -> None:
        """Park a record for the next meeting with a mentor, or unpark it; undo works."""
        self.run_worker(self._park(record), group=JOURNAL)

    async def _park(self, record: Record) -> None:
        notice = await self._change(partial(park, record=record), lambda _: Changed("parked"))
        if notice is not None:
            self.say(notice)

    def save_preferences(self, preferences: Preferences) -> None:
        """Save the preferences; ``Changed("preferences")`` or ``SaveFailed`` follows."""
        work = self._change(
            lambda journal: journal.set_preferences(preferences), lambda _: Changed(preferences.table), (preferences,)
        )
        self.run_worker(work, group=JOURNAL)

    def delete(self, record: Record, what: str = "") -> None:
        """Ask whether to delete a record, and delete it; ``Removed`` follows, undo restores it.

        The question names its kind ("this entry"), or ``what``.
        """
        from journal.domain.medicines import Medicine
        from journal.text import kinds as kinds_text
        from journal.text import medicines as medicines_text
        from journal.text import slips as slips_text

        if (journal := self.journal) is None:
            return
        what = what or app_text.this(kinds_text.name_of(record, journal.preferences.slip_word))
        with_it = medicines_text.DELETED_WITH_IT if isinstance(record, Medicine) else slips_text.DELETED_WITH_IT
        detail = with_it if dependents(journal, record) else app_text.DELETE_DETAIL
        self.ask(app_text.ask_delete(what), app_text.DELETE_YES, lambda: self.remove(record), detail=detail)

    def remove(self, record: Record, *, said: str | None = None) -> None:
        """Delete a record and its dependents without asking, and say so, or ``said``; ``Removed`` follows."""
        if said is None:
            kept = self.journal is not None and goes_into_bin(self.journal, record)
            said = app_text.DELETED_INTO_BIN if kept else app_text.DELETED
        self.run_worker(self._remove(record, said), group=JOURNAL)

    async def _remove(self, record: Record, said: str) -> None:
        delete = partial(delete_with_dependents, record=record)
        if await self._change(lambda journal: (delete(journal),), lambda _: Removed(record)) is not None:
            self.say(said)

    def restore(self, uids: Sequence[str]) -> None:
        """Restore a deletion from the bin (its uids there), and say so; ``Changed`` or ``SaveFailed`` follows."""
        self.run_worker(self._restore(uids), group=JOURNAL)

    async def _restore(self, uids: Sequence[str]) -> None:
        found = await self._change(
            partial(restore, uids=uids), lambda records: Changed(*(record.table for record in records))
        )
        if found:
            from journal.text import bin as bin_text
            from journal.text import kinds as kinds_text

            self.say(bin_text.restored(kinds_text.name_of(found[0], self.slip_word), len(found) - 1))

    def keep_deleted(self, keep: bool) -> None:
        """Set whether deleted things are kept, and say so; turning it off empties the bin."""
        self.run_worker(self._keep_deleted(keep), group=JOURNAL)

    async def _keep_deleted(self, keep: bool) -> None:
        removed = await self._change(lambda journal: journal.keep_deleted(keep), lambda _: Changed("preferences"))
        if removed is not None:
            from journal.text import bin as bin_text

            self.say(bin_text.TURNED_ON if keep else bin_text.turned_off(*removed))

    def resolve_captures(
        self, *, keep: Sequence[str] = (), drop: Sequence[str] = (), focuses: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Keep and drop captures, by uid, and say so; ``Changed`` or ``SaveFailed`` follows.

        ``focuses`` says what a capture is about that names a focus the journal does not have.
        """
        self.run_worker(self._resolve_captures(keep, drop, focuses), group=JOURNAL)

    async def _resolve_captures(self, keep: Sequence[str], drop: Sequence[str], focuses: Mapping[str, str]) -> None:
        from journal.text import inbox as inbox_text

        tables = ("captures", "entries", "cravings", "triggers", "strategies")
        done = await self._change(
            lambda journal: journal.inbox.decide(keep=keep, drop=drop, focuses=focuses), lambda _: Changed(*tables)
        )
        if done is not None:
            self.notify(inbox_text.format_decided(len(keep), len(drop)))

    def action_undo(self) -> None:
        """Undo the last change of this session, and say which it was."""
        self.run_worker(self._undo(), group=JOURNAL)

    async def _undo(self) -> None:
        undone = await self._change(
            lambda journal: journal.undo(), lambda done: Changed(*([done.table] if done else []))
        )
        if undone is None:
            self.say(app_text.NOTHING_TO_UNDO)
            return
        from journal.text import kinds as kinds_text

        self.say(kinds_text.format_undone(undone.table, undone.what, undone.alike, self.slip_word, undone.record))

    def forget(self, key: str) -> None:
        """Delete a draft: it was saved or discarded."""
        self.run_worker(self.keeper.forget(key), group=JOURNAL)

    def keep(self, draft: tuple[str, Draft]) -> None:
        """Save one draft now, as its screen is left."""
        self.run_worker(self.keeper.save_drafts(dict([draft])), group=JOURNAL)

    def ask(
        self,
        question: str,
        yes: str,
        then: Callable[[], object],
        *,
        no: str = app_text.NO,
        detail: str = "",
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask in a dialog; ``then`` is called when the answer is yes, ``otherwise`` when it is no, neither on esc."""
        dialog = new_screen("confirm", question=question, yes=yes, no=no, detail=detail)

        def answered(answer: bool | None) -> None:
            if answer:
                then()
            elif answer is False and otherwise is not None:
                otherwise()

        self.push_screen(dialog, answered)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notification until the next key, with the keys that the person chose.

        Never with ``markup``, as it may hold a person's text.
        """
        shown = self.in_chosen_keys(message)
        super().notify(shown, title=title, severity=severity, timeout=timeout or UNTIL_A_KEY, markup=False)

    def _on_notify(self, event: Notify) -> None:
        """Drop notifications while the journal locks, as they may hold a person's words; but not errors."""
        if self.locking and event.notification.severity != "error":
            event.prevent_default()

    def push_screen(self, *screen: Any, **options: Any) -> Any:
        """Push as Textual does; notifications of the screen that is left disappear."""
        self._clear_notifications()
        return super().push_screen(*screen, **options)

    def switch_mode(self, mode: str) -> AwaitMount:
        """Switch as Textual does; notifications of the screen that is left disappear."""
        self._clear_notifications()
        return super().switch_mode(mode)

    def _clear_notifications(self) -> None:
        for shown in list(self._notifications):
            if shown.severity != "error":  # an error is shown on any screen
                self._unnotify(shown)

    def clear_read(self) -> None:
        """Take away what was said before a key is handled; an error only once there was time to read it."""
        self._clear_notifications()
        for shown in list(self._notifications):
            if time() - shown.raised_at >= ERROR_SECONDS:
                self._unnotify(shown)

    def broadcast(self, message: Callable[[], Message]) -> None:
        """Post a message to every mounted screen, a new object to each."""
        for screen in list(self.every_screen()):
            screen.post_message(message())

    def every_screen(self) -> Iterator[Screen[Any]]:
        """Yield the screens of all modes, from the bottom up."""
        for stack in self._screen_stacks.values():
            yield from stack

    async def _change(
        self, change: Callable[[Journal], T], message: Callable[[T], Message], submitted: tuple[Record, ...] = ()
    ) -> T | None:
        from journal.errors import InvalidRecord, NotFound, VaultError

        if (journal := self.journal) is None:
            return None
        try:
            result = await self.keeper.run(partial(change, journal))
        except (VaultError, InvalidRecord, NotFound) as error:
            reason = errors_text.error_text(error)
            self._say_why(error, reason)
            self.broadcast(lambda: SaveFailed(submitted, reason))
            return None
        self.broadcast(lambda: message(result))
        return result

    def _say_why(self, error: Exception, reason: str) -> None:
        """Say what did not work; if another program replaced the file, offer to lock."""
        from journal.errors import Replaced

        if isinstance(error, Replaced) and not isinstance(self.screen, screen_class("confirm")):
            detail = app_text.REPLACED_DETAIL
            self.ask(app_text.REPLACED_ASK, app_text.REPLACED_YES, self.action_lock, detail=detail)
        else:
            self.notify(reason, severity="error")

    def action_lock(self) -> None:
        """Lock; ``JournalApp`` does it."""
        raise NotImplementedError
