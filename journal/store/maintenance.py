"""Manage a journal's file as a whole: keys, backups, merging, damage; and restore and erase without a passphrase.

``Journal`` inherits ``JournalMaintenance``; this keeps those operations apart from those on records. Imports the vault,
and ``journal.config`` for what erasing removes outside the journal.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import RLock

from msgspec.structs import replace

from journal.clock import Clock, SystemClock, milliseconds
from journal.config.emergency_card import card_path, delete_card
from journal.config.places import state_directory
from journal.config.settings import Settings
from journal.domain.bin import BIN, VERSIONS
from journal.domain.preferences import Preferences
from journal.errors import ErrorCode, NotErased, NotKnownSaved, NotSaved, VaultError
from journal.file_facts import Copy, Cost, EarlierCopy, MergeResult, Place
from journal.store.bin import keeping_nothing
from journal.store.tinydb_store import Store
from journal.vault import erase_file, restore_file
from journal.vault.crypto.keys import calibrated
from journal.vault.lock_holder import Holder
from journal.vault.vault import Vault


class JournalMaintenance(ABC):
    """The operations of a journal on its file; ``Journal`` adds those on its records.

    Every method that replaces the file keeps the old one as the first of three generations, unless its docstring says
    otherwise.
    """

    clock: Clock
    _vault: Vault
    _store: Store
    _writing: RLock

    # What Journal provides to the methods below.

    @property
    @abstractmethod
    def preferences(self) -> Preferences:
        """Return the settings that are stored in the journal."""

    @abstractmethod
    def set_preferences(self, preferences: Preferences) -> None:
        """Save the settings."""

    @abstractmethod
    def keep_deleted(self, keep: bool) -> tuple[int, int]:
        """Set whether deleted records are kept in the bin; if not, remove those that are there."""

    @abstractmethod
    def today(self) -> date:
        """Return the person's day."""

    @abstractmethod
    def reset_caches(self) -> None:
        """Forget what was read and what could be undone, because any record may have changed."""

    # Keys.

    @property
    def has_recovery(self) -> bool:
        """Return whether the journal can be opened with recovery words."""
        return self._vault.has_recovery

    @property
    def has_key_file(self) -> bool:
        """Return whether the journal can be opened with a key file."""
        return self._vault.has_key_file

    @property
    def has_weak_key_cost(self) -> bool:
        """Return whether its passphrase is cheaper to guess than usual, because memory was short when it was set."""
        return self._vault.cost is not None and self._vault.cost.short_of_memory

    def opens_with(self, passphrase: str | None = None, *, recovery_words: str | None = None) -> bool:
        """Return whether this is the passphrase, or these are the recovery words. Takes as long as opening.

        Raises ``NotEnoughMemory``, ``WrongWord``.
        """
        return self._vault.opens_with(passphrase, recovery_words=recovery_words)

    def set_passphrase(self, passphrase: str, *, forget_generations: bool = False, cost: Cost | None = None) -> None:
        """Replace the passphrase.

        Earlier generations still open with the old one, unless ``forget_generations`` is set. ``cost`` is the cost of a
        try at it; the default is measured for this computer.
        """
        with self._changing():
            cost = cost or calibrated()
            self._vault.change_keys(passphrase=passphrase, forget_generations=forget_generations, cost=cost)

    def set_recovery_words(self, words: str, *, forget_generations: bool = False) -> None:
        """Set the 24 words that open the journal, replacing any earlier ones. Raises ``WrongWord``."""
        with self._changing():
            self._vault.change_keys(recovery_words=words, forget_generations=forget_generations)

    def make_key_file(self, to: Path, *, forget_generations: bool = False) -> None:
        """Write a new key file to ``to``, and let it open the journal in place of any earlier one.

        Earlier generations still open with the earlier one, unless ``forget_generations`` is set. Raises
        ``AlreadyExists``, ``NotSaved``.
        """
        with self._changing():
            self._vault.make_key_file(to, forget_generations=forget_generations)

    def end_key_file(self, *, forget_generations: bool = False) -> None:
        """Let no key file open the journal; the file itself is not touched. See ``make_key_file``."""
        with self._changing():
            self._vault.end_key_file(forget_generations=forget_generations)

    def set_master_key(self, passphrase: str, recovery_words: str | None = None, *, cost: Cost | None = None) -> None:
        """Encrypt everything with a new key.

        From then on only this passphrase and these recovery words (None: none) open it, and no key file. Every earlier
        generation is removed, and with it everything deleted. Nothing of this session can be undone.
        """
        with self._changing():
            cost = cost or calibrated()
            try:
                self._vault.change_master_key(passphrase, recovery_words=recovery_words, cost=cost)
            except NotKnownSaved as error:
                if error.code is ErrorCode.EARLIER_COPIES_LEFT:  # the new key is in force
                    self.reset_caches()
                raise
            self.reset_caches()

    # Copies.

    def backup(self, to: Path, *, replace_it: bool = False) -> Path:
        """Write a verified copy to ``to``; if that is a folder, into it under the journal's name and the date.

        A journal that is already there is kept, unless ``replace_it`` is set or the name has today's date. The time is
        saved in the journal. Raises ``AlreadyExists``, ``NotSaved``, ``Damaged``; returns the path of the copy.
        """
        with self._writing:
            try:
                dated = to.is_dir()
            except OSError as error:
                raise NotSaved(ErrorCode.NO_COPY_MADE, reason=error.strerror) from error
            place = to / f"{self._vault.path.stem}-{self.today()}{self._vault.path.suffix}" if dated else to
            self._vault.backup(place, replace=replace_it or dated)
            if not self._vault.read_only:
                with suppress(VaultError):  # the copy is good even if its time cannot be saved
                    self.set_preferences(replace(self.preferences, backed_up_at=self.clock.now()))
        return place

    def copies(self) -> list[Copy]:
        """Return other copies of this journal in its folder, by sync tools or by us, that hold something it lacks."""
        return self._vault.copies()

    def merge(self, other: Path, passphrase: str | None = None, *, recovery_words: str | None = None) -> MergeResult:
        """Merge the content of another copy, or of another journal; if both changed a record, both versions are kept.

        Raises ``WrongPassphrase`` if the other one has a key of its own and its passphrase was not given, and what
        opening it raises. Nothing of this session can be undone afterwards; the old file is kept. The result does not
        count what came into the bin: a deletion is one change, not two. Where deleted records are not kept, they are
        not kept afterwards either, whatever the other copy says.
        """
        with self._changing():
            adjust = None if self.preferences.keep_deleted else keeping_nothing
            merged = self._vault.merge(other, passphrase, recovery_words=recovery_words, adjust=adjust)
            self.reset_caches()
        return _without_the_bin(merged)

    # Damage and rollback.

    def damaged_generations(self) -> list[Path]:
        """Return the earlier generations in which something cannot be read."""
        return self._vault.damaged_generations()

    @property
    def healable(self) -> int:
        """Return how many lost records of a damaged journal its earlier generations can bring back."""
        return self._vault.healable

    @property
    def healable_from(self) -> list[EarlierCopy]:
        """Return the earlier generations that these records come from, with their number and time."""
        return self._vault.healable_from

    def accept_rollback(self) -> None:
        """Go on with a copy that is older than what this computer saw. A note about it is saved in the file."""
        self._vault.accept_rollback()

    def accept_damage(self) -> None:
        """Go on with what could be read, plus what the generations bring back.

        The damaged file is kept as the first generation. See ``healable_from``. Nothing that could be read is changed
        or deleted.
        """
        with self._changing():
            self._vault.accept_damage()
            self.reset_caches()

    # The file.

    @property
    def wants_compaction(self) -> bool:
        """Return whether the file has grown enough to call ``compact`` when idle."""
        return not self._vault.read_only and self._store.storage.refusal is None and self._vault.wants_compaction

    def compact(self) -> None:
        """Rewrite the whole journal, verify it, and keep the old file as the first of three generations."""
        with self._changing():
            self._vault.compact()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Run one change of the file at a time. Raises ``ReadOnly`` if a newer version wrote in the file."""
        with self._writing:
            if self._store.storage.refusal is not None:
                raise self._store.storage.refusal
            yield

    @property
    def needs_upkeep(self) -> bool:
        """Return whether ``do_upkeep`` has something to do."""
        return self._vault.needs_upkeep

    def do_upkeep(self) -> None:
        """Do what the last save left for later, and give the file room for the next saves, so that saves are quick.

        Call it after each save, when nobody waits. Raises nothing.
        """
        if self.needs_upkeep:
            self._vault.do_upkeep()


def _without_the_bin(result: MergeResult) -> MergeResult:
    def records(places: list[Place]) -> list[Place]:
        return [place for place in places if place[0] not in (BIN, VERSIONS)]

    return MergeResult(records(result.added), records(result.changed), records(result.deleted), result.both)


def restore(
    source: Path, path: Path, *, holder: str = "a script", clock: Clock | None = None, allow_damaged: bool = False
) -> bool:
    """Replace the journal at ``path`` by the copy at ``source``.

    Return whether there was one; it is kept as a generation. Needs no passphrase: the copy opens with its own. Raises
    ``NoJournal``, ``NotAJournal``, ``NewerFormat``, ``Damaged``, ``InUse``, ``AlreadyExists``, ``NotSaved``.
    """
    return restore_file.restore(source, path, holder=_holder(holder, clock), allow_damaged=allow_damaged)


def erase(path: Path, *, holder: str = "a script", clock: Clock | None = None, anchors: Path | None = None) -> None:
    """Remove the journal at ``path``, all its files on this computer, and what the person wrote outside of it.

    The latter is the emergency card and the person's own safety lines. Raises ``InUse``, ``NotErased``.
    """
    erase_file.erase(path, holder=_holder(holder, clock), anchors=anchors or state_directory())
    try:
        delete_card()
        Settings.erase_own_lines()
    except OSError as error:
        raise NotErased(ErrorCode.LEFT_OUTSIDE, path=card_path().parent) from error


def _holder(what: str, clock: Clock | None) -> Holder:
    return Holder.this_process(milliseconds((clock or SystemClock()).now()), what)
