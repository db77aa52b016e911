"""The worker that holds the open journal, runs everything that writes on one thread, and saves drafts.

The app has one. Screens reach it through the app's methods, or run longer work on its thread.
"""

from __future__ import annotations

import asyncio
import threading
from abc import abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, runtime_checkable

from journal.text import app as app_text
from journal.text import errors as errors_text

if TYPE_CHECKING:
    from journal.store.collection import Collection
    from journal.store.journal import Journal

T = TypeVar("T")
Draft = dict[str, Any]
"""What is typed in a form, as values that JSON can hold."""

RESUME_STATE: Final = "return"
"""The draft that says where to go back to after a lock: ``{"place": mode, "open": [draft keys, bottom first]}``."""


class HasDraft:
    """The base of the screens that may have a draft, beside ``Screen``.

    It is a base and no protocol, so that a method of another screen that is named ``draft``, too, saves nothing.
    """

    @abstractmethod
    def draft(self) -> tuple[str, Draft] | None:
        """Return the key (name in ``ROUTES``, colon, uid or the like) and the draft; ``None`` if nothing is typed."""


@runtime_checkable
class Forgets(Protocol):
    """A screen that may hold a passphrase or recovery words."""

    def forget(self) -> None:
        """Clear the typed secrets, and say so."""


class JournalWorker:
    """Holds the open journal and saves drafts in it. Everything that writes runs on one thread, in order."""

    def __init__(self) -> None:
        self.journal: Journal | None = None
        self.unsaved: dict[str, Draft] = {}
        self._sealed: dict[str, Draft] = {}
        self._given_up: set[str] = set()
        self._thread = ThreadPoolExecutor(1, "journal")
        self._ending = threading.Lock()
        self._closed = asyncio.Event()
        self._closed.set()

    async def run(self, work: Callable[[], T]) -> T:
        """Run ``work`` on the journal's thread, in order. It is finished even if the caller is cancelled.

        Afterwards, when nobody waits, the journal does what the save left for later and makes room for the next one.
        """
        done = await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))
        if self.journal is not None and self.journal.needs_upkeep:
            self._thread.submit(self.journal.do_upkeep)
        return done

    async def open(self, opening: Callable[[], Journal]) -> Journal:
        """Open a journal and hold it, after an earlier one is closed. Raises what ``opening`` raises."""
        await self._closed.wait()
        self.journal = await self.run(lambda: _indexed(opening()))
        self._closed.clear()
        self._sealed = self.journal.drafts.all()
        self._thread.submit(self.journal.do_upkeep)
        return self.journal

    def read_ahead(self) -> None:
        """Read, when nothing else is to be done, the records that were not read yet, so that the Timeline need not."""
        self._thread.submit(self._read_some)

    def _read_some(self) -> None:
        """Read a few milliseconds' worth of records; the rest after what came meanwhile."""
        from journal.store.newest_first import check_some

        if self.journal is not None and check_some(_shown(self.journal)):
            with suppress(RuntimeError):  # the program ends
                self._thread.submit(self._read_some)

    async def closed(self) -> None:
        """Wait until no journal is open in this program."""
        await self._closed.wait()

    async def close(self, drafts: dict[str, Draft]) -> None:
        """Save the drafts and close the journal. Drafts that could not be saved are in ``unsaved``."""
        await self.save_drafts(drafts)
        await self.compact()
        if self.journal is not None:
            await self.run(self.journal.close)
        self.journal = None
        self._closed.set()

    async def save_drafts(self, drafts: dict[str, Draft]) -> str:
        """Save the drafts that changed. Return why some can't be saved (they stay in memory), or an empty string."""
        return await self.run(lambda: self._save_drafts(drafts))

    async def compact(self) -> None:
        """Compact the file if it has outgrown its snapshot; if that fails, it stays intact as it is."""
        from journal.errors import VaultError

        if self.journal is not None and self.journal.wants_compaction:
            with suppress(VaultError):
                await self.run(self.journal.compact)

    async def forget(self, key: str) -> None:
        """Delete the draft of something that was saved or discarded."""
        self.unsaved.pop(key, None)
        self._sealed.pop(key, None)
        await self.run(lambda: self._forget(key))

    def draft(self, key: str) -> Draft | None:
        """Return the draft with this key, saved or in memory."""
        return self.unsaved.get(key) or self._sealed.get(key)

    def reload_drafts(self) -> None:
        """Read the drafts of the journal again, after a merge or accepted damage."""
        if self.journal is not None:
            self._sealed = self.journal.drafts.all()

    def shutdown(self, drafts: dict[str, Draft]) -> None:
        """Save the drafts, close the journal, and wait: the last step of the program. Two threads may call it."""
        with self._ending:
            if self.journal is not None:
                try:
                    self._thread.submit(self._save_drafts, drafts).result()
                finally:
                    self._thread.submit(self.journal.close).result()
                    self.journal = None
        self._thread.shutdown()

    def _forget(self, key: str) -> None:
        self._sealed.pop(key, None)  # it may be on its way to the file
        self._given_up.add(key)
        self._drop()

    def _drop(self) -> None:
        """Delete discarded drafts; one that can't be deleted now, on a full disk, is deleted with the next save."""
        from journal.errors import VaultError

        with suppress(VaultError):
            while self._given_up and self.journal is not None:
                key = next(iter(self._given_up))
                self.journal.drafts.drop(key)
                self._given_up.discard(key)

    def _save_drafts(self, drafts: dict[str, Draft]) -> str:
        from journal.errors import VaultError

        self._given_up -= drafts.keys()
        self._drop()
        if self.journal is None:
            return app_text.LOCKED if self.unsaved else ""
        wanted = {**self.unsaved, **drafts}
        self.unsaved = {}
        for key, data in wanted.items():
            if self._sealed.get(key) == data:
                continue
            try:
                self.journal.drafts.save(key, data)
            except VaultError as error:
                self.unsaved = {name: wanted[name] for name in wanted if self._sealed.get(name) != wanted[name]}
                return errors_text.error_text(error)
            self._sealed[key] = data
        return ""


def _indexed(journal: Journal) -> Journal:
    """Put the records that places show in order, so that the screen need not wait for that between two keys."""
    for collection in _shown(journal):
        collection.order.index()
    return journal


def _shown(journal: Journal) -> Iterator[Collection[Any]]:
    """Yield the collections that may be long."""
    from journal.domain.kinds import TIMELINE

    return (journal.collection(kind.type) for kind in TIMELINE)
