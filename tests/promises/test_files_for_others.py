"""Check every screen that writes a file for others: who can read it, what it never replaces, what a refusal leaves."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.record import Sensitivity
from journal.text import forms as forms_text
from journal.vault.files.disk import Disk
from screens.app import JournalApp
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from tests.support.canary_life import sow_canaries
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture

HOSTILE = "=1+1</title><script>x</script>\x1b[2J\u202e"
"""A formula, markup, a control sequence and a direction override."""

PAPERS = ("milestone_token", "hard_days_sheet", "quiet_card", "home_sheet", "guide_sheet")
NOT_IN_LEDGER = ("guide_sheet",)
"""Holds nothing of the person."""

ENDS = ("txt", "html")


async def show(pilot: Pilot[int], app: JournalApp, route: str) -> None:
    """Open the screen with everything chosen that it needs."""
    journal = app.journal
    assert journal is not None
    options = {"record": journal.quiet_plans.all()[0]} if route == "quiet_card" else {}
    app.show(route, **options)
    await settle(pilot)
    for field in app.screen.query("#which").results(ChoiceField):
        field.choice.choose(field.choice.options[0][0])
    await settle(pilot)


async def write(pilot: Pilot[int], app: JournalApp, file: Path) -> None:
    app.screen.query_one("#place", PathField).fill(str(file))
    await pilot.press("ctrl+s")
    await settle(pilot)


def shares(app: JournalApp) -> int:
    """Return how many sharings the ledger has, but for the one that is there from the start."""
    assert app.journal is not None
    return len(app.journal.shares.all()) - 1


def fill(change: Callable[[str], str] = str) -> Callable[..., None]:
    def filled(journal: object) -> None:
        from journal.store.journal import Journal

        assert isinstance(journal, Journal)
        sow_canaries(journal)
        for day in journal.hard_days.all():
            journal.save(replace(day, what=change(day.what)))
        for item in journal.home_items.all():
            journal.save(replace(item, room=change(item.room), what=change(item.what)))
        for plan in journal.quiet_plans.all():
            journal.save(replace(plan, say=change(plan.say)))
        for focus in journal.focuses.all():
            journal.save(replace(focus, label=change(focus.label), clean_word=change(focus.clean_word)))

    return filled


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("route", PAPERS)
async def test_only_the_account_can_read_it_and_no_file_is_replaced(
    path: Path, home: Path, route: str, end: str
) -> None:
    app, file = make_app(path, fill=fill()), home / f"paper.{end}"
    async with opened(app) as pilot:
        await show(pilot, app, route)
        file.write_text("mine")
        await write(pilot, app, file)
        assert file.read_text() == "mine"
        assert forms_text.FILE_TAKEN in " ".join(picture(app).replace("│", " ").split())
        assert shares(app) == 0
        file.unlink()
        await write(pilot, app, file)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert shares(app) == (0 if route in NOT_IN_LEDGER else 1)
        assert [one.name for one in home.iterdir() if "paper" in one.name] == [file.name]


@pytest.mark.parametrize("route", PAPERS)
async def test_a_full_disk_and_a_cancelled_form_leave_nothing(
    path: Path, home: Path, route: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    app, file = make_app(path, fill=fill()), home / "paper.html"
    async with opened(app) as pilot:
        await show(pilot, app, route)
        with monkeypatch.context() as patch:
            patch.setattr(Disk, "name", full)
            await write(pilot, app, file)
        assert [one.name for one in home.iterdir() if "paper" in one.name] == []
        assert shares(app) == 0
        app.screen.query_one("#place", PathField).fill(str(file))
        await pilot.press("escape")
        await settle(pilot)
        assert not file.exists()
        assert shares(app) == 0


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("route", PAPERS[:4])
async def test_nothing_in_it_acts(path: Path, home: Path, route: str, end: str) -> None:
    app, file = make_app(path, fill=fill(lambda word: HOSTILE + word)), home / f"paper.{end}"
    async with opened(app) as pilot:
        await show(pilot, app, route)
        for field in app.screen.query("#about").results(ChoiceField):
            field.choice.choose(True)
        await write(pilot, app, file)
        written = file.read_text()
        assert "1+1" in written
        assert not [one for one in ("\x1b", "\u202e", "<script>" if end == "html" else "\x1b") if one in written]


@pytest.mark.parametrize("route", ["hard_days_sheet", "home_sheet", "quiet_card"])
async def test_a_line_marked_never_is_not_ticked_to_begin_with(path: Path, route: str) -> None:
    def filled(journal: object) -> None:
        fill()(journal)
        for collection in (journal.hard_days, journal.home_items, journal.naloxone, journal.quiet_plans):  # type: ignore[attr-defined]  # a journal
            for one in collection.all():
                journal.save(replace(one, sensitivity=Sensitivity.NEVER))  # type: ignore[attr-defined]  # a journal

    app = make_app(path, fill=filled)
    async with opened(app) as pilot:
        await show(pilot, app, route)
        assert app.screen.query_one("#lines", ChoiceField).values == []
