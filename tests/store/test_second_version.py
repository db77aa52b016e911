"""Of two versions of a record that a merge kept, each can be read, edited, deleted and exported without the other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.search import Search
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents, restore
from tests.conftest import PASSPHRASE


@pytest.fixture
def merged(journal: Journal, tmp_path: Path, clock: FixedClock) -> Journal:
    """Merge a copy in which the same entry was edited."""
    (entry,) = journal.save(Entry(text="at first"))
    other = tmp_path / "other.rj"
    shutil.copy(journal.path, other)
    with Journal.open(other, PASSPHRASE, clock=clock, anchors=tmp_path) as there:
        there.save(replace(there.entries.get(entry.uid), text="there"))
    journal.save(replace(journal.entries.get(entry.uid), text="here"))
    journal.merge(other)
    return journal


def texts(journal: Journal) -> list[str]:
    """Return the texts of all entries, sorted."""
    return sorted(entry.text for entry in journal.entries)


def by_text(journal: Journal, text: str) -> Entry:
    """Return the entry with a text."""
    return next(entry for entry in journal.entries if entry.text == text)


def test_each_version_is_read_under_the_uid_that_it_has(merged: Journal) -> None:
    assert texts(merged) == ["here", "there"]
    assert len({entry.uid for entry in merged.entries}) == 2
    for entry in merged.entries:
        assert merged.entries.get(entry.uid) == entry
        assert entry in Search(merged).find(entry.text)


@pytest.mark.parametrize(("edited", "other"), [("here", "there"), ("there", "here")])
def test_editing_one_leaves_the_other(merged: Journal, edited: str, other: str) -> None:
    merged.save(replace(by_text(merged, edited), text="edited"))
    assert texts(merged) == ["edited", other]


@pytest.mark.parametrize(("gone", "other"), [("here", "there"), ("there", "here")])
def test_deleting_one_leaves_the_other_and_it_can_be_restored(merged: Journal, gone: str, other: str) -> None:
    delete_with_dependents(merged, by_text(merged, gone))
    assert texts(merged) == [other]
    (item,) = merged.bin.items()
    assert isinstance(item.record, Entry)
    assert item.record.text == gone
    restore(merged, item.uids)
    assert texts(merged) == sorted([gone, other])


def test_an_export_has_each_under_its_uid(merged: Journal) -> None:
    entries = merged.documents.tables()["entries"]
    assert sorted(str(document["text"]) for document in entries.values()) == ["here", "there"]
    assert all(document["uid"] == uid for uid, document in entries.items())
    assert all(merged.documents.compare("entries", uid, document) for uid, document in entries.items())
