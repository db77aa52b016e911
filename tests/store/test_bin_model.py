"""Compare deleting, restoring and editing with a small model; merge copies in both orders; fail in between."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock, milliseconds
from journal.domain.entries import Entry
from journal.errors import VaultError
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents, erase, restore
from journal.vault.vault import Vault
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.extent import examples
from tests.support.vault.faulty import Faulty
from tests.support.vault.media import Image
from tests.support.vault.model import Model

Step = tuple[str, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "edit", "delete", "delete", "restore", "restore", "undo", "reopen", "erase"]),
        st.integers(0, 5),
    ),
    max_size=14,
)
with_file_and_setting = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("add", "edit", "edit", "delete", "delete", "restore", "restore", "undo", "reopen", "erase"),
                *("compact", "rekey", "off", "on"),
            ]
        ),
        st.integers(0, 5),
    ),
    max_size=16,
)
without_loss = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "delete", "delete", "restore"]), st.integers(0, 5)), max_size=6
)


@dataclass
class Expected:
    """What should be there: entries by uid, deleted ones (the latest last), earlier texts by uid of the entry."""

    entries: dict[str, str] = field(default_factory=dict)
    deleted: list[tuple[str, str]] = field(default_factory=list)
    earlier: dict[str, list[str]] = field(default_factory=dict)

    def copy(self) -> Expected:
        return Expected(dict(self.entries), list(self.deleted), {uid: list(old) for uid, old in self.earlier.items()})


class Life:
    """A journal, its model, and the states that undo goes back to."""

    def __init__(self, path: Path, words: Iterator[int], *, create: bool = True) -> None:
        self.clock = FixedClock(NOON, ZONE)
        self.words = words
        self.model = Expected()
        self.before: list[Expected] = []
        self.keeps = True
        self.path = path
        self.journal = (
            Journal.create(path, PASSPHRASE, clock=self.clock, cost=CHEAP, anchors=path.parent)
            if create
            else self._opened()
        )

    def _opened(self) -> Journal:
        return Journal.open(self.path, PASSPHRASE, clock=self.clock, anchors=self.path.parent)

    def do(self, step: Step) -> None:
        what, pick = step
        self.clock.set(self.clock.now() + timedelta(minutes=1))
        journal, model, past = self.journal, self.model, self.model.copy()
        here, gone = sorted(model.entries), len(model.deleted)
        match what:
            case "add":
                text = f"text {next(self.words)}"
                (entry,) = journal.save(Entry(text=text))
                model.entries[entry.uid] = text
            case "edit" if here:
                uid, text = here[pick % len(here)], f"text {next(self.words)}"
                journal.save(replace(journal.entries.get(uid), text=text))
                if self.keeps:
                    model.earlier.setdefault(uid, []).append(model.entries[uid])
                model.entries[uid] = text
            case "delete" if here:
                uid = here[pick % len(here)]
                delete_with_dependents(journal, journal.entries.get(uid))
                text = model.entries.pop(uid)
                if self.keeps:
                    model.deleted.append((uid, text))
            case "restore" if gone:
                uid, text = model.deleted.pop(pick % gone)
                item = next(item for item in journal.bin.items() if item.record.uid == uid)
                restore(journal, item.uids)
                model.entries[uid] = text
            case "erase" if here or gone:
                uid = [*here, *(uid for uid, _ in model.deleted)][pick % (len(here) + gone)]
                erase(journal, replace(Entry(text=""), uid=uid))
                model.entries.pop(uid, None)
                model.deleted = [one for one in model.deleted if one[0] != uid]
                model.earlier.pop(uid, None)
            case "undo" if self.before:
                journal.undo()
                self.model = self.before.pop()
                return
            case "reopen":
                journal.close()
                self.journal, self.before = self._opened(), []
                return
            case _:
                self._do_to_the_file(what)
                return
        self.before.append(past)

    def _do_to_the_file(self, what: str) -> None:
        """Compact, replace the master key, or change the setting; undo takes none of these back."""
        journal = self.journal
        match what:
            case "compact":
                journal.compact()
            case "rekey":
                journal.set_master_key(PASSPHRASE, cost=CHEAP)
                self.before = []
            case "off":
                journal.keep_deleted(False)
                self.keeps, self.before = False, []
                self.model.deleted, self.model.earlier = [], {}
            case "on":
                journal.keep_deleted(True)
                self.keeps = True

    def check(self) -> None:
        """Assert that the journal holds what the model says."""
        journal, model = self.journal, self.model
        assert {entry.uid: entry.text for entry in journal.entries} == model.entries
        assert [(item.record.uid, text_of(item.record)) for item in journal.bin.items()] == model.deleted[::-1]
        for uid in model.entries:
            versions = journal.versions.of(journal.entries.get(uid))
            assert [version.text for version in versions] == model.earlier.get(uid, [])[:-11:-1]

    def every_text(self) -> set[str]:
        """Return every text that can still be read, of entries, of the bin and of earlier versions."""
        journal = self.journal
        kept = {version.text for uid in self.known() for version in journal.versions.of(Entry(uid=uid, text=""))}
        return {entry.text for entry in journal.entries} | {text_of(item.record) for item in journal.bin.items()} | kept

    def known(self) -> set[str]:
        """Return the uids of all entries, also of deleted ones."""
        return {entry.uid for entry in self.journal.entries} | {item.record.uid for item in self.journal.bin.items()}

    def everything(self) -> dict[str, dict[str, Any]]:
        """Return every document, whatever the order of the ids of its older versions, which merging leaves open."""
        return {
            name: {uid: document | {"revisions": in_any_order(document)} for uid, document in table.items()}
            for name, table in self.journal._vault.tables.items()
        }


def in_any_order(document: Mapping[str, Any]) -> list[str]:
    newest, *older = document["revisions"]
    return [newest, *sorted(older)]


def text_of(record: object) -> str:
    assert isinstance(record, Entry)
    return record.text


@contextmanager
def place() -> Iterator[Path]:
    """Yield a new folder, which is removed afterwards."""
    folder = Path(tempfile.mkdtemp())
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@given(steps)
@settings(max_examples=examples(20))
def test_after_any_steps_entries_bin_and_versions_are_as_the_model_says(taken: list[Step]) -> None:
    with place() as folder:
        life = Life(folder / "journal.rj", itertools.count())
        for step in taken:
            life.do(step)
            life.check()
        life.journal.close()


@given(with_file_and_setting)
@example([("add", 0), ("edit", 0), ("delete", 0), ("rekey", 0), ("restore", 0), ("compact", 0), ("reopen", 0)])
@example([("add", 0), ("edit", 0), ("delete", 0), ("off", 0), ("on", 0), ("undo", 0), ("add", 0), ("delete", 0)])
@settings(max_examples=examples(20))
def test_compacting_a_new_key_and_the_setting_change_nothing_else(taken: list[Step]) -> None:
    with place() as folder:
        life = Life(folder / "journal.rj", itertools.count())
        for step in taken:
            life.do(step)
            life.check()
        life.journal.close()


@given(steps, without_loss, without_loss)
@settings(max_examples=examples(12))
def test_merging_in_both_orders_is_the_same_loses_no_text_and_keeps_a_deletion_a_deletion(
    before: list[Step], here: list[Step], there: list[Step]
) -> None:
    words = itertools.count()
    with place() as folder:
        one = Life(folder / "journal.rj", words)
        for step in before:
            one.do(step)
        one.journal.close()
        (folder / "there").mkdir()
        shutil.copy(one.path, folder / "there" / "journal.rj")
        lives = [Life(one.path, words, create=False), Life(folder / "there" / "journal.rj", words, create=False)]
        for life, taken in zip(lives, (here, there), strict=True):
            life.model = one.model.copy()
            for step in taken:
                life.do(step)
        texts = lives[0].every_text() | lives[1].every_text()
        alive = [dict(life.model.entries) for life in lives]
        for life in lives:
            life.journal.close()
        merged = []
        for number, (mine, other) in enumerate([lives, lives[::-1]]):
            (folder / str(number)).mkdir()
            shutil.copy(mine.path, folder / str(number) / "journal.rj")
            life = Life(folder / str(number) / "journal.rj", words, create=False)
            life.journal.merge(other.path)
            merged.append(life)
        assert merged[0].everything() == merged[1].everything()
        assert merged[0].every_text() >= texts
        for uid, text in one.model.entries.items():
            for left, kept in (alive, alive[::-1]):
                if uid not in left and kept.get(uid) == text and not _touched(uid, lives, one.model):
                    assert uid not in {entry.uid for entry in merged[0].journal.entries}
        for life in merged:
            life.journal.close()


def _touched(uid: str, lives: list[Life], before: Expected) -> bool:
    """Return whether a copy edited or restored an entry after they parted."""
    return any(life.model.earlier.get(uid) != before.earlier.get(uid) or _restored(uid, life) for life in lives)


def _restored(uid: str, life: Life) -> bool:
    return any(uid in dict(past.deleted) and uid in life.model.entries for past in life.before)


# A disk that fails, and a power cut.

PLACE = Path("/home/journal.rj")


def _on(disk: Model, at: datetime = NOON) -> Journal:
    """Open the journal on a disk in memory, or create it."""
    clock = FixedClock(at, ZONE)

    def now() -> int:
        return milliseconds(clock.now())

    if disk.exists(PLACE):
        return Journal(Vault.open(PLACE, PASSPHRASE, disk=disk, now=now), clock)
    return Journal(Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, now=now), clock)


def _filled(doing: str) -> tuple[Image, Entry]:
    """Return a disk with an entry that was edited once, and is deleted already where it is to be restored."""
    disk = Faulty()
    with _on(disk) as journal:
        (entry,) = journal.save(Entry(text="one"))
        (entry,) = journal.save(replace(entry, text="two"))
        assert isinstance(entry, Entry)
        if doing == "restore":
            delete_with_dependents(journal, entry)
    return disk.image(), entry


def _do(doing: str, journal: Journal, entry: Entry) -> None:
    match doing:
        case "delete":
            delete_with_dependents(journal, entry)
        case "restore":
            restore(journal, journal.bin.items()[0].uids)
        case "edit":
            journal.save(replace(entry, text="three"))
        case _:
            delete_with_dependents(journal, entry)
            journal.undo()


@pytest.mark.parametrize("doing", ["delete", "restore", "edit", "undo"])
def test_whatever_step_of_the_disk_fails_the_words_are_in_one_place_and_never_half(doing: str) -> None:
    """Refuse each operation in turn, and cut the power afterwards: nothing is lost, nothing is there twice."""
    image, entry = _filled(doing)
    refused = opened = 0
    for at in itertools.count():
        disk = Faulty(image, at=at)
        with suppress(VaultError), _on(disk, NOON + timedelta(minutes=1)) as journal:
            _do(doing, journal, entry)
        if not disk.refused:
            break
        refused += 1
        for left in (disk.image(), *disk.crashes(4, at)):
            with _on(Faulty(left)) as journal:
                opened += 1
                live = [one.text for one in journal.entries]
                binned = [text_of(item.record) for item in journal.bin.items()]
                versions = journal.versions.of(replace(entry, text="", title=""))
                said = [*live, *binned, *(version.text for version in versions)]
                assert len(live) + len(binned) == 1
                assert {"one", "two"} <= set(said)
                assert len(said) == len(set(said))
    assert refused > 5
    assert opened > refused
