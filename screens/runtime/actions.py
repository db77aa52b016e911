"""How a change travels: a screen hands over a value, a thread makes it durable, every mounted screen is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from textual.message import Message
from textual.notifications import Notify
from textual.screen import Screen
from textual.widget import AwaitMount

from journal.store.operations import delete_with_dependents, dependents, park
from journal.text import errors as errors_text
from screens.messages import Changed, Removed, Saved, SaveFailed
from screens.routes import new_screen, screen_class
from screens.runtime.crash import CrashSafeApp
from screens.runtime.journal_worker import Draft, JournalWorker

if TYPE_CHECKING:
    from journal.domain.preferences import Preferences
    from journal.domain.record import Record
    from journal.store.journal import Journal

T = TypeVar("T")

NOTIFY_SECONDS: Final = 5

FORKED: Final = (
    "What was open here is kept in a copy beside it. Unlocked again, the journal shows what the other program left, "
    "and a line on Today brings the two together."
)


JOURNAL = "journal"
"""The group of all workers that use the open journal."""


class SavingApp(CrashSafeApp):
    """What screens ask for when something is to be kept, changed or taken back.

    ``locking`` is true from the lock until the journal is closed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keeper = JournalWorker()
        self.locking = False

    @property
    def journal(self) -> Journal | None:
        """The open journal."""
        return self.keeper.journal

    def save(self, *records: Record) -> None:
        """Save records in one transaction: without a uid they are added, with one they stand under it from then on.

        ``Saved`` or ``SaveFailed`` follows. Saves become durable in the order in which they were asked for.
        """
        self.run_worker(self.saved(*records), group=JOURNAL)

    async def saved(self, *records: Record) -> tuple[Record, ...]:
        """As ``save``, for whoever can wait: the records complete, or nothing if they were not saved."""
        return await self._change(lambda journal: journal.save(*records), partial(Saved, records), records) or ()

    def park(self, record: Record) -> None:
        """Keep a record for the next meeting with a mentor, or, if it is kept already, no longer; undo works."""
        self.run_worker(self._park(record), group=JOURNAL)

    async def _park(self, record: Record) -> None:
        told = await self._change(partial(park, record=record), lambda _: Changed("parked"))
        if told is not None:
            self.tell(told)

    def save_preferences(self, preferences: Preferences) -> None:
        """Save the settings that live in the journal; ``Changed("preferences")`` or ``SaveFailed`` follows."""
        work = self._change(
            lambda journal: journal.set_preferences(preferences), lambda _: Changed(preferences.table), (preferences,)
        )
        self.run_worker(work, group=JOURNAL)

    def delete(self, record: Record, what: str = "") -> None:
        """Ask whether to delete a record, and do it; ``Removed`` follows, undo brings it back.

        The question names its kind ("this entry"), or says ``what``.
        """
        from journal.text import kinds as kinds_text
        from journal.text import slips as slips_text

        if (journal := self.journal) is None:
            return
        what = what or f"this {kinds_text.name_of(record, journal.preferences.slip_word)}"
        with_it = bool(dependents(journal, record))
        detail = slips_text.DELETED_WITH_IT if with_it else "u brings it back."
        self.ask(f"Delete {what}?", "Delete it", lambda: self.remove(record), detail=detail)

    def remove(self, record: Record) -> None:
        """Delete a record, and what belongs to it, without asking; ``Removed`` follows."""
        self.run_worker(
            self._change(partial(delete_with_dependents, record=record), lambda _: Removed(record)), group=JOURNAL
        )

    def decide(self, *, keep: Sequence[str] = (), drop: Sequence[str] = ()) -> None:
        """Keep and drop what was written while locked, and say so; ``Changed`` or ``SaveFailed`` follows."""
        self.run_worker(self._decide(keep, drop), group=JOURNAL)

    async def _decide(self, keep: Sequence[str], drop: Sequence[str]) -> None:
        from journal.text import inbox as inbox_text

        tables = ("captures", "entries", "cravings", "triggers", "strategies")
        done = await self._change(
            lambda journal: journal.inbox.decide(keep=keep, drop=drop), lambda _: Changed(*tables)
        )
        if done is not None:
            self.tell(inbox_text.decided_words(len(keep), len(drop)))

    def action_undo(self) -> None:
        """Take back the last change of this session, and say which."""
        self.run_worker(self._undo(), group=JOURNAL)

    async def _undo(self) -> None:
        undone = await self._change(
            lambda journal: journal.undo(), lambda done: Changed(*([done.table] if done else []))
        )
        self.tell(f"Taken back: what was {undone.what}." if undone else "There is nothing to take back.")

    def forget(self, key: str) -> None:
        """Drop a draft: it was saved, or given up."""
        self.run_worker(self.keeper.forget(key), group=JOURNAL)

    def keep(self, draft: tuple[str, Draft]) -> None:
        """Seal one draft now: its screen is being left."""
        self.run_worker(self.keeper.seal(dict([draft])), group=JOURNAL)

    def ask(self, question: str, yes: str, then: Callable[[], object], *, no: str = "No", detail: str = "") -> None:
        """Ask in a dialog; ``then`` is called when the answer is yes."""
        dialog = new_screen("confirm", question=question, yes=yes, no=no, detail=detail)

        def answered(answer: bool | None) -> None:
            if answer:
                then()

        self.push_screen(dialog, answered)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in passing, ``wrong`` if something did not work; a person's text is safe in it."""
        self.notify(sentence, severity="error" if wrong else "information", timeout=NOTIFY_SECONDS)

    def notify(self, message: str, **options: Any) -> None:
        """As Textual's, but never reading markup: a person's text may be in it."""
        super().notify(message, **{**options, "markup": False})

    def _on_notify(self, event: Notify) -> None:
        """Drop what is told while the journal locks, for a person's words may be in it; but not what went wrong."""
        if self.locking and event.notification.severity != "error":
            event.prevent_default()

    def push_screen(self, *screen: Any, **options: Any) -> Any:
        """As Textual's; what was told in passing stays with the screen that is left."""
        self._leave_told()
        return super().push_screen(*screen, **options)

    def switch_mode(self, mode: str) -> AwaitMount:
        """As Textual's; what was told in passing stays with the place that is left."""
        self._leave_told()
        return super().switch_mode(mode)

    def _leave_told(self) -> None:
        for told in list(self._notifications):
            if told.severity != "error":  # what did not work is to be read, wherever one is by now
                self._unnotify(told)

    def broadcast(self, message: Callable[[], Message]) -> None:
        """Post a message to every mounted screen, a new one to each."""
        for screen in list(self.every_screen()):
            screen.post_message(message())

    def every_screen(self) -> Iterator[Screen[Any]]:
        """The screens of all places, from the bottom up."""
        for stack in self._screen_stacks.values():
            yield from stack

    async def _change(
        self, change: Callable[[Journal], T], told: Callable[[T], Message], given: tuple[Record, ...] = ()
    ) -> T | None:
        from journal.errors import InvalidRecord, NotFound, VaultError

        if (journal := self.journal) is None:
            return None
        try:
            result = await self.keeper.do(partial(change, journal))
        except (VaultError, InvalidRecord, NotFound) as error:
            reason = errors_text.error_text(error)
            self._say_why(error, reason)
            self.broadcast(lambda: SaveFailed(given, reason))
            return None
        self.broadcast(lambda: told(result))
        return result

    def _say_why(self, error: Exception, reason: str) -> None:
        """Say what did not work; where the file is another one now, the way to bring both together."""
        from journal.errors import Replaced

        if isinstance(error, Replaced) and not isinstance(self.screen, screen_class("confirm")):
            self.ask("Another program changed the file. Lock now?", "Lock", self.action_lock, detail=FORKED)
        else:
            self.tell(reason, wrong=True)

    def action_lock(self) -> None:
        """Lock; the app knows how."""
        raise NotImplementedError
