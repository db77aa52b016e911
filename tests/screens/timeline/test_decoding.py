"""Test that only what is shown is decoded and painted, however many records there are. Counts, not seconds."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import Raw
from textual._compositor import Compositor
from textual.drivers.headless_driver import HeadlessDriver

from journal.domain.checkins import CheckIn
from journal.domain.entries import Entry
from journal.domain.kinds import TIMELINE
from journal.store.collection import Collection
from journal.store.journal import Journal
from journal.store.newest_first import NewestFirst, check_some
from journal.store.record_order import RecordOrder
from screens.app import JournalApp
from screens.runtime.journal_worker import JournalWorker
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from tests.conftest import NOON
from tests.support import painting
from tests.support.driving import Fill, locked, make_app, opened, settle, unlock

FEW, MANY = 60, 2_000
WINDOW = 24
KEYS = ("j", "pagedown", "pageup", "left_square_bracket", "G", "k", "g")


def _filled(size: int) -> Fill:
    """Return what adds an entry and a check-in to each of as many days, the newest today."""

    def fill(journal: Journal) -> None:
        days = [NOON.date() - timedelta(number) for number in range(size)]
        journal.entries.add_many(Entry(text=f"entry {day}", local_date=day) for day in days)
        journal.checkins.add_many(CheckIn(mood=3, local_date=day) for day in days)

    return fill


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the records that are decoded as a whole, by table."""
    counts: Counter[str] = Counter()
    read = Collection._read

    def counted(self: Collection[Entry], document: Raw) -> Entry:
        counts[self._table.name] += 1
        return read(self, document)

    monkeypatch.setattr(Collection, "_read", counted)
    return counts


def _all_checked(app: JournalApp) -> None:
    """Read ahead, as the app does while nobody types."""
    journal = app.journal
    assert journal is not None
    check_some([journal.collection(kind.type) for kind in TIMELINE], most=10 * MANY)
    assert not any(journal.collection(kind.type).order._unchecked for kind in TIMELINE)


async def _of_today(path: Path, size: int, decoded: Counter[str]) -> Counter[str]:
    app = make_app(path.with_name(f"{size}.rj"), fill=_filled(size))
    async with locked(app) as pilot:
        decoded.clear()
        await unlock(pilot)
        assert app.screen.PLACE == "today"  # type: ignore[attr-defined]
        return Counter(decoded)


async def test_today_decodes_only_what_it_shows(
    path: Path, decoded: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalWorker, "read_ahead", lambda self: None)
    few, many = await _of_today(path, FEW, decoded), await _of_today(path, MANY, decoded)
    assert few == many
    assert many["entries"] + many["checkins"] < WINDOW


async def _of_keys(path: Path, size: int, decoded: Counter[str]) -> list[int]:
    """Return how many records the Timeline decodes for its first paint, and then for each key."""
    app = make_app(path.with_name(f"{size}.rj"), fill=_filled(size))
    counts = []
    async with opened(app) as pilot:
        _all_checked(app)
        for key in ("2", *KEYS):
            decoded.clear()
            await pilot.press(key)
            await settle(pilot)
            painting.paint(app)
            counts.append(decoded.total())
        assert len(app.screen.query_one(RecordList).items) == 2 * size
    return counts


async def test_the_timeline_decodes_a_screenful_at_most(path: Path, decoded: Counter[str]) -> None:
    few, many = await _of_keys(path, FEW, decoded), await _of_keys(path, MANY, decoded)
    assert few[0] == many[0]
    assert max(many) <= 2 * WINDOW


async def test_the_rest_is_read_ahead_when_today_is_shown(path: Path) -> None:
    app = make_app(path, fill=_filled(1_200))
    async with opened(app):
        order = app.journal.entries.order  # type: ignore[union-attr]
        for _ in range(10):
            await app.keeper.run(lambda: None)
        assert not order._unchecked


async def test_a_long_list_keeps_few_records_decoded(path: Path) -> None:
    with Journal.create(path, "p" * 12) as journal:
        _filled(MANY)(journal)
        shown = NewestFirst([journal.entries, journal.checkins])
        assert sum(1 for _ in shown) == 2 * MANY
        assert sum(1 for _ in journal.entries.newest_first()) == MANY
        order: RecordOrder[Entry] = journal.entries.order
        assert len(order._recent) + len(order._earlier) < MANY
        assert order._ordered is None


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paint as on a terminal; what is written to it is in the list."""
    texts: list[str] = []
    monkeypatch.setattr(Compositor, "render_update", painting._RENDER)
    monkeypatch.setattr(HeadlessDriver, "is_headless", property(lambda self: False))
    monkeypatch.setattr(HeadlessDriver, "write", lambda self, data: texts.append(data))
    return texts


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_line_down_writes_two_lines(path: Path, written: list[str], size: tuple[int, int]) -> None:
    app = make_app(path, fill=_filled(FEW))
    async with opened(app, size) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.pause()  # in make test-all, settle has the line of keys painted again, here and in the loop
        for key, most in (("j", 500), ("j", 500), ("k", 500), ("pagedown", size[0] * size[1] * 2)):
            written.clear()
            await pilot.press(key)
            await pilot.pause()
            assert 0 < len("".join(written).encode()) <= most, "".join(written)


async def test_the_marked_record_is_shown_in_full_once_the_window_is_wide(path: Path) -> None:
    app = make_app(path, fill=_filled(FEW))
    async with opened(app) as pilot:
        await pilot.press("2", "j", "j")
        await settle(pilot)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "mood 3" in str(app.screen.query_one("#whole", Plain).render())
