"""Test the form about an attendance slip: days, lines that can be left out, asked about before it is written."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from textual.pilot import Pilot

from journal.domain.sessions import Mode, Session, SessionKind
from journal.domain.share_ledger import Paper
from journal.store.journal import Journal
from screens.mentor.attendance_print import AttendanceSlip
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from tests.conftest import NOON
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture


def fill(journal: Journal) -> None:
    for ago in (1, 8, 40):
        at = NOON - timedelta(days=ago)
        journal.sessions.add(Session(kind=SessionKind.FELLOWSHIP, held_at=at, at=at, place=f"hall {ago}", minutes=60))
    journal.sessions.add(Session(kind=SessionKind.CONTACT, held_at=NOON, at=NOON, mode=Mode.PHONE, said="secretword"))


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_lines_are_left_out_and_it_is_asked_before_anything_is_written(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    file = home / "attendance.txt"
    async with opened(app, SMALLEST, toasts=True) as pilot:
        app.show("attendance")
        await settle(pilot)
        assert isinstance(app.screen, AttendanceSlip)
        await assert_goldens(pilot, "attendance")
        app.screen.query_one("#rows Choice").focus()
        await press(pilot, "1")
        app.screen.query_one("#place", PathField).fill(str(file))
        await press(pilot, "ctrl+s")
        assert "Save 1 line to attendance.txt? Anyone who gets" in " ".join(picture(app).replace("│", " ").split())
        assert not file.exists()
        await press(pilot, "n", "ctrl+s", "y")
        assert "hall 1," in file.read_text()
        assert not any(word in file.read_text() for word in ("hall 8", "hall 40", "phone", "secretword"))
        assert app.journal is not None
        (share,) = app.journal.shares
        assert (share.what, share.lines, share.last) == (Paper.ATTENDANCE, 1, date(2026, 11, 23))


async def test_other_days_offer_other_lines_and_what_was_left_out_stays_so(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        app.show("attendance")
        await settle(pilot)
        rows, first = app.screen.query_one("#rows", ChoiceField), app.screen.query_one("#first", TextField)
        assert (len(rows.choice.options), len(rows.values)) == (3, 2)
        rows.control.focus()
        await press(pilot, "1")
        first.fill("1 Oct")
        await settle(pilot)
        assert (len(rows.choice.options), len(rows.values)) == (4, 2)
        first.fill("today")
        await settle(pilot)
        assert (len(rows.choice.options), rows.values) == (1, [])
        await press(pilot, "ctrl+s")
        assert "Choose at least one line." in picture(app)
        app.screen.query_one("#last", TextField).fill("yesterday")
        await press(pilot, "ctrl+s")
        assert "That's before the first day." in picture(app)
        first.fill("")
        await press(pilot, "ctrl+s")
        assert "From which day?" in picture(app)
        first.fill("yesterday")
        await settle(pilot)
        first.fill("1 Jan")
        app.screen.query_one("#last", TextField).fill("2 Jan")
        await settle(pilot)
        assert "No meetings or contacts are logged in these days." in picture(app)
