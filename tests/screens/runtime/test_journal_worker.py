"""Test the journal worker: what is deleted goes as soon as the disk allows it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.errors import NotSaved
from journal.store.journal import Journal
from screens.runtime.journal_worker import JournalWorker
from tests.conftest import CHEAP, PASSPHRASE


async def test_a_draft_given_up_on_a_full_disk_goes_with_the_next_seal(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = JournalWorker()
    journal = await keeper.open(lambda: Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP))
    await keeper.save_drafts({"entry:new": {"text": "half"}})

    def full(key: str) -> None:
        raise NotSaved(reason="no space left")

    with monkeypatch.context() as disk:
        disk.setattr(journal.drafts, "drop", full)
        await keeper.forget("entry:new")
    assert keeper.draft("entry:new") is None
    assert journal.drafts.get("entry:new") == {"text": "half"}
    await keeper.save_drafts({})
    assert journal.drafts.all() == {}
    keeper.shutdown({})


async def test_what_is_typed_again_after_it_was_given_up_is_kept(path: Path, clock: FixedClock) -> None:
    keeper = JournalWorker()
    journal = await keeper.open(lambda: Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP))
    await keeper.save_drafts({"entry:new": {"text": "half"}})
    await keeper.forget("entry:new")
    await keeper.save_drafts({"entry:new": {"text": "another"}})
    assert journal.drafts.get("entry:new") == {"text": "another"}
    keeper.shutdown({})


async def test_a_draft_given_up_while_it_is_being_sealed_is_gone(path: Path, clock: FixedClock) -> None:
    keeper = JournalWorker()
    journal = await keeper.open(lambda: Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP))
    sealing = asyncio.create_task(keeper.save_drafts({"entry:new": {"text": "half"}}))
    await asyncio.sleep(0)  # it is on its way to the file now
    await keeper.forget("entry:new")
    await sealing
    assert keeper.draft("entry:new") is None
    assert journal.drafts.all() == {}
    keeper.shutdown({})


@pytest.mark.parametrize("outgrown", [True, False])
async def test_a_file_that_outgrew_its_snapshot_is_written_anew_on_lock(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, outgrown: bool
) -> None:
    keeper = JournalWorker()
    await keeper.open(lambda: Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP))
    monkeypatch.setattr(Journal, "wants_compaction", outgrown)
    await keeper.close({"entry:new": {"text": "half"}})
    assert path.with_name(f"{path.name}.1").exists() == outgrown
    with Journal.open(path, PASSPHRASE, clock=clock) as again:
        assert again.drafts.get("entry:new") == {"text": "half"}


async def test_a_disk_too_full_to_write_anew_keeps_the_file_and_lets_it_lock(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = JournalWorker()
    journal = await keeper.open(lambda: Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP))

    def full() -> None:
        raise NotSaved(reason="no space left")

    monkeypatch.setattr(Journal, "wants_compaction", True)
    monkeypatch.setattr(journal, "compact", full)
    await keeper.close({"entry:new": {"text": "half"}})
    assert keeper.journal is None
    with Journal.open(path, PASSPHRASE, clock=clock) as again:
        assert again.drafts.get("entry:new") == {"text": "half"}


async def test_after_a_save_the_journal_does_what_is_left_and_makes_room(path: Path, clock: FixedClock) -> None:
    keeper = JournalWorker()
    journal = await keeper.open(lambda: Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP))
    await keeper.run(lambda: journal.entries.add(Entry(text="one")))
    assert not await keeper.run(lambda: journal.needs_upkeep)  # it comes behind what was left to do
    keeper.shutdown({})
