"""Check that a record restored without the record it belongs to breaks no screen, no page, no search and no command."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.domain.kinds import KINDS, SEARCHED
from journal.domain.share_ledger import Level
from journal.record_text import RecordText
from journal.search import Search
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents, restore
from journal.summary import draft, render
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.canary_life import sow_canaries
from tests.support.commands import Command, in_process
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture
from tests.support.lives import FIRST, TODAY

OWNERS = ("focuses", "medicines", "people", "triggers", "strategies", "uses", "entries")


def orphan(journal: Journal) -> None:
    """Delete everything, one after the other and what others belong to last, and restore only what belongs to them."""
    sow_canaries(journal)
    belonging = [kind for kind in KINDS if kind.table not in OWNERS and kind.table not in ("preferences", "shares")]
    owners = [kind for kind in KINDS if kind.table in OWNERS]
    for kind in (*belonging, *owners):
        for record in journal.collection(kind.type).all():
            if journal.find(kind.table, record.uid) is not None:
                delete_with_dependents(journal, record)
    for item in journal.bin.items():
        if item.record.table not in OWNERS:
            restore(journal, item.uids)
    assert not len(journal.focuses.all())
    assert len(journal.doses.all()) == len(journal.cravings.all()) == len(journal.debriefs.all()) == 1


def test_page_search_and_texts_are_made(journal: Journal) -> None:
    orphan(journal)
    texts, search = RecordText(journal), Search(journal)
    for kind in KINDS:
        for record in journal.collection(kind.type).all():
            texts.whole(record)
    assert search.find("zq", SEARCHED)
    for form in ("text", "html", "json"):
        assert render(release(draft(journal, FIRST, TODAY), Choice(level=Level.FULL)), form)


@pytest.mark.parametrize(
    "words",
    [["days"], ["due"], ["entries"], ["patterns"], ["medicine"], ["milestones"], ["coping"], ["bin"]],
    ids=lambda words: words[0],
)
def test_commands_work(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    path: Path,
    clock: FixedClock,
    words: list[str],
) -> None:
    monkeypatch.setattr("journal.store.journal.SystemClock", lambda: clock)
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        orphan(journal)
    command: Command = in_process(monkeypatch, capsys, path)
    ended = command(*words)
    assert ended.code in (0, 1), ended.err
    assert "Traceback" not in ended.err


async def test_screens_work(path: Path) -> None:
    app = make_app(path, fill=orphan)
    async with opened(app, (120, 40)) as pilot:
        for key in "12345":
            await pilot.press(key)
            await settle(pilot)
            await pilot.press("down", "enter")
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
        for name in ("milestones", "medicines", "pros_and_cons", "bin", "hard_days_sheet", "home_sheet"):
            app.show(name)
            await settle(pilot)
            await pilot.press("down", "enter")
            await settle(pilot)
            for _ in range(2):
                await pilot.press("escape")
                await settle(pilot)
        assert picture(app)
        await pilot.press("2", *["down", "enter", "escape"] * 8)
        await settle(pilot)
        assert app.journal is not None
