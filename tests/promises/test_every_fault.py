"""Refuse every disk operation in turn: nothing unsaved is reported as saved, and nothing saved is lost."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.errors import NoJournal, NotKnownSaved, NotSaved, VaultError, WrongPassphrase
from journal.vault.format.payloads import Put
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.extent import long
from tests.support.vault.faulty import Faulty
from tests.support.vault.journals import uid
from tests.support.vault.model import Model
from tests.support.vault.survival import ANCHORS, CHEAP, PASSPHRASE, PLACE, laboratory, ticking
from tests.support.vault.workload import HOLDER

BACKUP = PLACE.with_name("backup.rj")
FOR_EVER = 1_000_000
EMPTY: dict[str, str] = {}
NONE = {"no journal": ""}


def texts(vault: Vault) -> dict[str, str]:
    """Return the texts of a journal by uid."""
    return {key: document["text"] for key, document in vault.tables.get("entries", {}).items()}


class Witness:
    """Works with a journal on a bad disk, and believes what it reports.

    `known` is what the journal reported as saved, `possible` what may be there as well, because it reported that it
    does not know; `passphrases` are those that may open it.
    """

    def __init__(self, disk: Faulty) -> None:
        self.disk = disk
        self.known = NONE
        self.possible: list[dict[str, str]] = []
        self.passphrases = [PASSPHRASE]
        self.older = False
        self._backed_up: dict[str, str] | None = None
        self._now = ticking()
        self._vault: Vault | None = None

    def work(self) -> None:
        """Do everything that writes, as long as there is a journal to work with."""
        try:
            self._create()
            for step in self._steps():
                step()
                assert texts(self.vault) == self.known, "what is in memory is not what was said to be saved"
        except VaultError:  # not even opened
            return
        finally:
            if self._vault:
                self._vault.close()

    @property
    def vault(self) -> Vault:
        """Return the open journal."""
        assert self._vault
        return self._vault

    def _steps(self) -> Iterator[Callable[[], None]]:
        yield from self._saves(0, 2)
        yield self.vault.preallocate
        yield self.vault.do_upkeep
        yield from self._saves(2, 4)
        yield self._compact
        yield from self._saves(4, 6)
        yield lambda: self._change_passphrase("second", forget=False)
        yield self.vault.sync_anchor
        yield self._open_again
        yield from self._saves(6, 7)
        yield lambda: self._change_passphrase("third", forget=True)
        yield self._back_up
        yield from self._saves(7, 9)
        yield self._restore

    def _saves(self, start: int, end: int) -> Iterator[Callable[[], None]]:
        for number in range(start, end):
            yield lambda number=number: self._save(uid(number), f"text {number}")  # type: ignore[misc]

    def _create(self) -> None:
        self.possible = [EMPTY]
        self._vault = Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=self.disk, anchors=ANCHORS, now=self._now)
        self.known, self.possible = EMPTY, []

    def _open_again(self) -> None:
        if self._vault:
            self._vault.close()
        self._vault = None
        self._vault = self._opened(self.disk)
        found, before = texts(self.vault), [self.known, *self.possible]
        assert found in before, "lost or invented"
        only_read = self.vault.read_only or self.vault._file.unconfirmed  # it does not report that it stays
        self.known, self.possible = found, before if only_read else []

    def _back_up(self) -> None:
        with contextlib.suppress(VaultError):
            self.vault.backup(BACKUP, replace=True)
            self._backed_up = self.known

    def _restore(self) -> None:
        """Restore the backup; it is older, which is reported."""
        self.vault.close()
        self._vault = None
        if self._backed_up is not None:
            before, self.older = [self.known, *self.possible], True
            try:
                restore(BACKUP, PLACE, holder=HOLDER, disk=self.disk)
                self.known, self.possible = self._backed_up, []
            except NotKnownSaved:
                self.possible = [*before, self._backed_up]
            except VaultError:
                pass
        self._open_again()

    def _save(self, key: str, text: str) -> None:
        with_it = {**self.known, key: text}
        try:
            self.vault.commit([Put("entries", key, {"text": text})])
        except NotKnownSaved:
            self.possible.append(with_it)
        except VaultError:
            pass
        else:
            self.known, self.possible = with_it, []

    def _compact(self) -> None:
        with contextlib.suppress(VaultError):
            self.vault.compact()

    def _change_passphrase(self, passphrase: str, *, forget: bool) -> None:
        self.passphrases.append(passphrase)
        try:
            self.vault.change_keys(passphrase=passphrase, cost=CHEAP, forget_generations=forget)
        except NotSaved:
            self.passphrases.remove(passphrase)
        except VaultError:
            pass
        else:
            self.passphrases = [passphrase]

    def _opened(self, disk: Model) -> Vault:
        for passphrase in reversed(self.passphrases):
            try:
                return Vault.open(PLACE, passphrase, disk=disk, anchors=ANCHORS, now=self._now)
            except WrongPassphrase:
                continue
        raise AssertionError("opens with no passphrase")

    def check(self, disk: Model) -> None:
        """Check what the next process finds on a disk that works again."""
        try:
            vault = self._opened(disk)
        except NoJournal:
            assert self.known == NONE, "there is no journal any more"
            return
        report = vault.report
        assert texts(vault) in [self.known, *self.possible], "lost or invented"
        assert not report.damaged, report
        assert self.older or not report.rolled_back, report
        assert report.rolled_back or not vault.read_only, report
        vault.accept_rollback()
        vault.commit([Put("entries", uid(99), {"text": "goes on"})])
        vault.close()


def images(disk: Model) -> Iterator[Model]:
    """Yield the disk when the process ended, and when the power failed as well."""
    yield disk.killed()
    for image in disk.crashes(6):
        yield Model(image, links=disk.links)


# The anchor may lag; the next point is written and synced as usual.
@pytest.mark.parametrize("times", [1, FOR_EVER], ids=["once", "from then on"])
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize(("first", "every"), [(3, 16), long(0, 2), long(1, 2)])
def test_wherever_the_disk_refuses_nothing_is_lost_and_nothing_is_called_saved_that_is_not(
    error: int, times: int, first: int, every: int, *, links: bool
) -> None:
    with laboratory(1):
        for at in range(first, operations(links=links), every):
            disk = Faulty(links=links, at=at, error=error, times=times)
            witness = Witness(disk)
            try:
                witness.work()
                assert disk.refused, at
                assert {path.parent for path in disk.again} <= {ANCHORS}, "a sync that failed was tried again"
                for left in images(disk):
                    witness.check(left)
            except AssertionError as wrong:
                raise AssertionError(f"{disk.refused[:3]} (operation {at}): {wrong}") from wrong


def operations(*, links: bool) -> int:
    """Return how many operations there are when nothing is refused; assert that all work is done then."""
    disk = Faulty(links=links)
    witness = Witness(disk)
    witness.work()
    assert len(witness.known) == 7
    assert witness.older
    assert witness.passphrases == ["third"]
    assert disk.exists(Path(BACKUP))
    assert disk.steps > 90
    return disk.steps
