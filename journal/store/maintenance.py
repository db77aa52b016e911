"""What is done with a journal's file as a whole: keys, copies, damage; and what needs no passphrase: restore, erase."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import RLock

from msgspec.structs import replace

from journal.clock import Clock, SystemClock, milliseconds
from journal.config.emergency_card import card_path, take_back
from journal.config.settings import Settings, state_directory
from journal.domain.preferences import Preferences
from journal.errors import ErrorCode, NotErased, NotSaved, VaultError
from journal.file_facts import Copy, Cost, EarlierCopy, MergeResult
from journal.store.tinydb_store import Store
from journal.vault import erase_file, restore_file
from journal.vault.crypto.keys import calibrated
from journal.vault.lock_holder import Holder
from journal.vault.vault import Vault


class JournalMaintenance(ABC):
    """The part of a journal that looks after its file; ``Journal`` adds what is in it.

    Whatever replaces the file keeps the one before as the first of three generations, unless it says otherwise.
    """

    clock: Clock
    _vault: Vault
    _store: Store
    _writing: RLock

    # What a journal says of itself, for what is below.

    @property
    @abstractmethod
    def preferences(self) -> Preferences:
        """The settings that live inside the journal."""

    @abstractmethod
    def set_preferences(self, preferences: Preferences) -> None:
        """Save the settings."""

    @abstractmethod
    def today(self) -> date:
        """The person's day."""

    @abstractmethod
    def reset_caches(self) -> None:
        """Everything may be another now: forget what was read, and what could be undone."""

    # Keys.

    @property
    def has_recovery(self) -> bool:
        """Whether the journal can be opened with recovery words."""
        return self._vault.has_recovery

    @property
    def short_of_memory(self) -> bool:
        """Whether its passphrase takes less work to try than usual, because memory was short when it was set."""
        return self._vault.cost is not None and self._vault.cost.short_of_memory

    def opens_with(self, passphrase: str | None = None, *, recovery_words: str | None = None) -> bool:
        """Whether this is the passphrase, or these are the recovery words; takes as long as opening.

        Raises ``NotEnoughMemory``, ``WrongWord``.
        """
        return self._vault.opens_with(passphrase, recovery_words=recovery_words)

    def set_passphrase(self, passphrase: str, *, forget_generations: bool = False, cost: Cost | None = None) -> None:
        """Replace the passphrase; earlier generations still open with the old one unless they are forgotten.

        ``cost`` is what a try at it costs, by default what suits this computer.
        """
        with self._changing():
            cost = cost or calibrated()
            self._vault.change_keys(passphrase=passphrase, forget_generations=forget_generations, cost=cost)

    def set_recovery_words(self, words: str, *, forget_generations: bool = False) -> None:
        """Let these 24 words open the journal, in place of any earlier ones. Raises ``WrongWord``."""
        with self._changing():
            self._vault.change_keys(recovery_words=words, forget_generations=forget_generations)

    def set_master_key(self, passphrase: str, recovery_words: str | None = None, *, cost: Cost | None = None) -> None:
        """Seal everything anew; only this passphrase and these recovery words (none: none) open the journal then.

        Every earlier generation is removed, and with them what was deleted. Nothing of this session can be undone.
        """
        with self._changing():
            cost = cost or calibrated()
            self._vault.change_master_key(passphrase, recovery_words=recovery_words, cost=cost)
            self.reset_caches()

    # Copies.

    def backup(self, to: Path, *, replace_it: bool = False) -> Path:
        """A verified copy at ``to``, or, where that is a folder, in it under the journal's name and the date.

        A journal that stands there is left as it is unless ``replace_it``, or the copy bears today's date. Notes in
        the journal when it was. Raises ``AlreadyExists``, ``NotSaved``, ``Damaged``; returns where the copy is.
        """
        with self._writing:
            try:
                dated = to.is_dir()
            except OSError as error:
                raise NotSaved(ErrorCode.NO_COPY_MADE, reason=error.strerror) from error
            place = to / f"{self._vault.path.stem}-{self.today()}{self._vault.path.suffix}" if dated else to
            self._vault.backup(place, replace=replace_it or dated)
            if not self._vault.read_only:
                with suppress(VaultError):  # the copy is there, whether or not this can be noted
                    self.set_preferences(replace(self.preferences, backed_up_at=self.clock.now()))
        return place

    def copies(self) -> list[Copy]:
        """Other copies of this journal beside it, by sync tools or by us, with something in them that it lacks."""
        return self._vault.copies()

    def merge(self, other: Path, passphrase: str | None = None, *, recovery_words: str | None = None) -> MergeResult:
        """Bring in what another copy, or another journal, holds; where both changed one record, both are kept.

        Raises ``WrongPassphrase`` where the other has a key of its own and no passphrase for it was given, and what
        opening it does. Nothing of this session can be undone afterwards; the file before is kept.
        """
        with self._changing():
            merged = self._vault.merge(other, passphrase, recovery_words=recovery_words)
            self.reset_caches()
        return merged

    # Damage, and copies of another time.

    def damaged_generations(self) -> list[Path]:
        """Those of the earlier copies beside the journal in which something can't be read."""
        return self._vault.damaged_generations()

    @property
    def healable(self) -> int:
        """How many records that a damaged journal lost come back from its earlier generations."""
        return self._vault.healable

    @property
    def healable_from(self) -> list[EarlierCopy]:
        """The earlier generations that these records come from, with how many and of when."""
        return self._vault.healable_from

    def accept_rollback(self) -> None:
        """Go on with a copy that is older than what this computer saw; it is noted in the file."""
        self._vault.accept_rollback()

    def accept_damage(self) -> None:
        """Go on with what could be read, and add what comes back; the damaged file is kept as the first generation.

        See ``healable_from``: nothing that could be read is changed or deleted.
        """
        with self._changing():
            self._vault.accept_damage()
            self.reset_caches()

    # The file.

    @property
    def wants_compaction(self) -> bool:
        """Whether the file has grown enough for ``compact`` to be worth it, when idle."""
        return not self._vault.read_only and self._store.storage.refusal is None and self._vault.wants_compaction

    def compact(self) -> None:
        """Write the whole journal anew, verify it, and keep the file before as the first of three generations."""
        with self._changing():
            self._vault.compact()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """One change of the file at a time, and none where a newer version wrote in it."""
        with self._writing:
            if self._store.storage.refusal is not None:
                raise self._store.storage.refusal
            yield

    @property
    def needs_preallocation(self) -> bool:
        """Whether ``preallocate`` has something to do."""
        return self._vault.needs_preallocation

    def preallocate(self) -> None:
        """Between saves: let the file have room for the next ones, so that they are quick. Raises nothing."""
        if self.needs_preallocation:
            self._vault.preallocate()


def restore(
    source: Path, path: Path, *, holder: str = "a script", clock: Clock | None = None, even_damaged: bool = False
) -> bool:
    """Let the journal at ``path`` be what the copy at ``source`` is; whether one stood there, kept as a generation.

    Needs no passphrase: the copy opens with its own. Raises ``NoJournal``, ``NotAJournal``, ``NewerFormat``,
    ``Damaged``, ``InUse``, ``AlreadyExists``, ``NotSaved``.
    """
    return restore_file.restore(source, path, holder=_holder(holder, clock), even_damaged=even_damaged)


def erase(path: Path, *, holder: str = "a script", clock: Clock | None = None, anchors: Path | None = None) -> None:
    """Remove the journal at ``path``, everything of it on this computer, and what the person wrote outside of it.

    That is the emergency card, and the safety lines of their own. Raises ``InUse``, ``NotErased``.
    """
    erase_file.erase(path, holder=_holder(holder, clock), anchors=anchors or state_directory())
    try:
        take_back()
        settings = Settings.load()
        if settings.lines:
            replace(settings, lines=[]).save()
    except OSError as error:
        raise NotErased(ErrorCode.LEFT_OUTSIDE, path=card_path().parent) from error


def _holder(what: str, clock: Clock | None) -> Holder:
    return Holder.this_process(milliseconds((clock or SystemClock()).now()), what)
