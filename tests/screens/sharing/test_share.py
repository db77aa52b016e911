"""Test sharing: the page as the mentor will see it, lines struck out, written where asked, and noted."""

from __future__ import annotations

import errno
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pyrage
import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.people import Person, Role
from journal.domain.sessions import Session, Wish
from journal.domain.share_ledger import Share, ShareFile, with_file
from journal.errors import NotSaved
from journal.sharing.release import LineStatus
from journal.store.journal import Journal
from journal.text import sharing as sharing_text
from journal.text.passphrases import STRENGTH_WEAK
from journal.vault.files.disk import Disk
from screens.app import JournalApp
from screens.sharing.page_preview import PageRows
from screens.sharing.pick_lines import Picking
from screens.sharing.save_page import SaveAs
from screens.sharing.share import ShareScreen
from screens.sharing.share_ledger import Given
from screens.sharing.share_options import Period, Sealed, ShareRequest
from screens.today.today import Today
from screens.widgets.fields.base import TextField
from screens.widgets.plain_text import Plain
from tests.support.builders import alcohol
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_EVERY_SIZE, AT_SIZES, SMALLEST, assert_golden, assert_goldens, picture
from tests.support.long_passphrases import OVER
from tests.support.sealing import seal_quickly, sealed

TODAY = date(2026, 11, 23)
THURSDAY = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
SECRET = "I hid the bottle behind the flour"
GOAL = "Evening class"
OTHER_GOAL = "Savings"
TO_GOALS = ("G",)
"""The key to the last line, a goal."""


def fill(journal: Journal) -> None:
    """Add a sponsor to meet on Thursday, something prepared, thirty free days, two goals, an entry."""
    sponsor = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.people.add(Person(name="Ana", role=Role.FRIEND))
    journal.sessions.add(Session(person=sponsor, planned_at=THURSDAY, at=THURSDAY, status=2, wish=Wish.LISTEN))
    focus = journal.focuses.add(alcohol(TODAY - timedelta(days=30)))
    journal.marks.add_many(
        [Mark(focus=focus, state=DayState.CLEAN, local_date=TODAY - timedelta(days=ago)) for ago in range(1, 31)]
    )
    journal.goals.add_many([Goal(title=GOAL), Goal(title=OTHER_GOAL)])
    journal.entries.add(Entry(text=f"{SECRET}. I poured it out on Sunday."))


def fill_given(journal: Journal) -> None:
    """Add the same, and two pages that were given."""
    fill(journal)
    someone = journal.people.all()[0].uid
    first, last = date(2026, 11, 5), date(2026, 11, 12)
    given = THURSDAY - timedelta(days=14)
    journal.shares.add(Share(first=first, last=last, person=someone, form="html", level="standard", at=given))
    journal.shares.add(
        Share(
            at=given + timedelta(days=7),
            first=last,
            last=TODAY - timedelta(days=4),
            form="text",
            level="minimal",
            lines=8,
            sections=["HOW I AM", "DAYS"],
            struck={"GOALS": 2},
            place="/home/someone/page.txt",
        )
    )


async def go(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one by one from Today, waiting after each."""
    for key in ("p", *keys):
        await pilot.press(key)
        await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def save_to(pilot: Pilot[int], place: str) -> None:
    """Ask to save, name the place, press enter."""
    await press(pilot, "ctrl+s")
    pilot.app.screen.query_one(Input).value = place
    await press(pilot, "enter")


def share(app: JournalApp) -> ShareScreen:
    assert isinstance(app.screen, ShareScreen)
    return app.screen


def shown(app: JournalApp) -> list[str]:
    """Return the rows of the page that go."""
    return [row.text for row in share(app).query_one(PageRows).rows if row.standing is LineStatus.GOES]


def said(app: JournalApp, name: str) -> str:
    return str(app.screen.query_one(f"#{name}", Plain).render())


def shares(app: JournalApp) -> list[Share]:
    assert app.journal is not None
    return app.journal.shares.all()


def complaint(app: JournalApp) -> str:
    return "".join(str(plain.render()) for plain in app.screen.query(Plain) if "-shown" in plain.classes)


def written(home: Path) -> list[str]:
    """Return what is in the home directory, without the program's own files."""
    return [file.name for file in home.iterdir() if file.name != ".local"]


WAYS = {
    "share": [],
    "share-what-goes": ["w"],
    "share-struck": ["x", "G", "k", "k", "x", *TO_GOALS, "space"],
    "share-picking": ["o"],
    "share-save": ["ctrl+s"],
    "share-given": ["v"],
}


@AT_SIZES
@pytest.mark.parametrize("name", WAYS)
async def test_it_is_whole_at_every_size(path: Path, size: tuple[int, int], name: str) -> None:
    app = make_app(path, fill=fill_given)
    async with opened(app, size) as pilot:
        await go(pilot, *WAYS[name])
        assert_golden(app, name)


@AT_EVERY_SIZE
async def test_with_nothing_to_say_it_says_so(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app, size) as pilot:
        await go(pilot)
        assert_golden(app, "share-empty")


async def test_what_is_shown_is_what_is_written_for_the_person_alone(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot)
        rows = shown(app)
        await save_to(pilot, "~/page.txt")
        assert isinstance(app.screen, ShareScreen)
    file = home / "page.txt"
    assert file.read_text(encoding="utf-8").splitlines() == rows
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_line_struck_out_is_not_in_the_file_and_counted_in_the_ledger(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, *TO_GOALS, "x")
        assert "1 line crossed out" in said(app, "comes-to")
        await save_to(pilot, "~/page.txt")
        (given,) = shares(app)
    written = (home / "page.txt").read_text(encoding="utf-8")
    assert OTHER_GOAL not in written
    assert GOAL in written
    assert given.struck == {"GOALS": 1}
    assert (given.form, given.level, given.place) == ("text", "standard", str(home / "page.txt"))


async def test_a_page_can_be_sealed_with_the_words_that_are_offered(path: Path, home: Path) -> None:
    def with_key(journal: Journal) -> None:
        fill(journal)
        someone = journal.people.all()[0]
        key = str(pyrage.x25519.Identity.generate().to_public())
        journal.people.replace(someone.uid, replace(someone, age_key=key))

    app = make_app(path, fill=with_key)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, "s", "3")
        assert "Encrypt   " in picture(app)
        assert said(app, "warning") == sharing_text.SEALED_FILE
        await press(pilot, "s", "2", "ctrl+s")
        offered = app.screen.query_one("#passphrase", TextField).text
        assert len(offered.split()) == 6
        app.screen.query_one("#passphrase", TextField).fill("")
        await press(pilot, "enter")
        assert_golden(app, "save-as-sealed")
        assert "Enter a passphrase" in picture(app)
        app.screen.query_one("#passphrase", TextField).fill(OVER)
        await press(pilot, "enter")
        assert "up to 10,000 characters" in picture(app)
        app.screen.query_one("#passphrase", TextField).fill(offered)
        await press(pilot, "enter")
        assert isinstance(app.screen, ShareScreen)
        (given,) = shares(app)
    (file,) = home.glob("check-in-*.txt.age")
    assert pyrage.passphrase.decrypt(file.read_bytes(), offered).startswith(b"Check-in, ")
    assert (given.form, given.sealed, given.place) == ("text", "age, by passphrase", str(file))


async def test_a_weak_passphrase_of_a_page_is_told_and_asked_about(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_quickly(monkeypatch)
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, "s", "2", "ctrl+s")
        app.screen.query_one("#passphrase", TextField).fill("abc")
        await settle(pilot)
        assert STRENGTH_WEAK in picture(app)
        await press(pilot, "enter")
        assert sharing_text.WEAK_PASSPHRASE in " ".join(picture(app).replace("│", " ").split())
        await press(pilot, "n")
        assert list(home.glob("check-in-*")) == []
        await press(pilot, "enter", "y")
        assert isinstance(app.screen, ShareScreen)
    (file,) = home.glob("check-in-*.txt.age")
    assert file.read_bytes().startswith(sealed(b"Check-in, ", "abc"))


async def test_x_again_lets_the_line_go(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        before = shown(app)
        await press(pilot, "x")
        assert shown(app) != before
        await press(pilot, "x")
        assert shown(app) == before


async def test_space_leaves_the_section_out_and_takes_it_in_again(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, *TO_GOALS, "space")
        assert not any(GOAL in row for row in shown(app))
        assert "left out" in picture(app)
        await press(pilot, "space")
        assert any(GOAL in row for row in shown(app))


async def test_an_entry_stays_home_unless_it_is_picked(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot)
        assert "1 not included" in said(app, "comes-to")
        await press(pilot, "w", "tab", "3")
        assert not any(SECRET in row for row in shown(app))
        await press(pilot, "escape", "o")
        assert isinstance(app.screen, Picking)
        assert SECRET in picture(app)
        await press(pilot, "space", "escape")
        assert any(SECRET in row for row in shown(app))
        await press(pilot, "o", "enter", "escape")
        assert not any(SECRET in row for row in shown(app))


async def test_of_the_minimal_level_no_goal_goes_and_of_the_full_one_the_name_does(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, "w", "tab", "1")
        assert not any(GOAL in row for row in shown(app))
        await press(pilot, "shift+tab", "3")
        assert any("For R." in row for row in shown(app))


async def test_it_is_for_the_mentor_met_next_or_for_nobody_never_for_a_friend(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, "w")
        assert "▐R.▌" in picture(app)
        assert "Ana" not in picture(app)
        share(app).query_one("#person Choice").focus()
        await press(pilot, "2")
        await save_to(pilot, "~/page.txt")
        (given,) = shares(app)
    assert given.person == ""


async def test_the_period_can_be_the_last_week_or_two_dates(path: Path) -> None:
    app = make_app(path, fill=fill_given)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot)
        assert "Check-in, 19–23 November" in shown(app)[0]
        await press(pilot, "w", "2")
        assert "Check-in, 17–23 November" in shown(app)[0]
        await press(pilot, "shift+tab", "3")
        share(app).query_one("#first Input", Input).value = "1 Nov"
        share(app).query_one("#last Input", Input).value = "-3"
        await settle(pilot)
        assert "Check-in, 1–20 November" in shown(app)[0]


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("", "", "From which day?"),
        ("some day", "", "Try: yesterday"),
        ("1 Nov", "+3", "in the future"),
        ("10 Nov", "9 Nov", "before the first day"),
    ],
)
async def test_dates_that_are_none_are_told_where_they_stand(path: Path, first: str, last: str, wrong: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (60, 20)) as pilot:
        await go(pilot, "w", "3")
        share(app).query_one("#first Input", Input).value = first
        share(app).query_one("#last Input", Input).value = last
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert wrong in complaint(app)
        assert wrong in picture(app)


async def test_html_is_written_as_html(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot, "w")
        share(app).query_one("#form Choice").focus()
        await press(pilot, "2", "ctrl+s")
        assert app.screen.query_one(Input).value == "~/check-in-2026-11-23.html"
        await press(pilot, "enter")
    assert (home / "check-in-2026-11-23.html").read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_a_file_that_is_there_is_replaced_only_when_asked_to(path: Path, home: Path) -> None:
    (home / "page.txt").write_text("a letter")
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        await save_to(pilot, "~/page.txt")
        assert "Replace it?" in picture(app)
        await press(pilot, "n")
        assert (home / "page.txt").read_text() == "a letter"
        assert shares(app) == []
        await press(pilot, "enter", "y")
        assert isinstance(app.screen, ShareScreen)
        assert len(shares(app)) == 1
    assert (home / "page.txt").read_text().startswith("Check-in, ")


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ("~/nowhere/page.txt", "There is no such folder"),
        ("~", "That is a folder"),
        (" ", "Enter a file name"),
        ("~no-such-account/page.txt", "no home folder"),
    ],
)
async def test_a_place_that_is_none_is_told_and_nothing_is_noted(path: Path, place: str, wrong: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        await save_to(pilot, place)
        assert wrong in complaint(app)
        assert app.screen.query_one(Input).value == place
        assert shares(app) == []


async def test_a_full_disk_leaves_nothing_half_written(path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(Disk):
        def write(self, descriptor: int, data: bytes, offset: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "x")
        with monkeypatch.context() as fault:
            fault.setattr("journal.sharing.release.Disk", Full)
            await save_to(pilot, "~/page.txt")
        assert "Not saved: No space left on device" in complaint(app)
        assert shares(app) == []
        assert written(home) == []
        await press(pilot, "enter")
        assert len(shares(app)) == 1


async def test_a_ledger_that_cannot_be_saved_is_told_with_the_page_there(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSaved(reason="The disk is full")

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        assert app.journal is not None
        monkeypatch.setattr(app.journal.shares, "add", full)
        await save_to(pilot, "~/page.txt")
        assert "The file is saved, but couldn't be added" in complaint(app)
    assert (home / "page.txt").exists()


async def test_leaving_the_place_writes_nothing(path: Path, home: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "ctrl+s", "escape")
        assert isinstance(app.screen, ShareScreen)
        assert shares(app) == []
    assert written(home) == []


async def test_what_was_chosen_outlives_a_lock_and_leaving_but_not_ctrl_t(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        whole = shown(app)
        await press(pilot, "x", "o", "space", "escape")
        chosen = shown(app)
        await lock(pilot)
        await unlock(pilot)
        assert shown(app) == chosen
        await press(pilot, "escape")
        assert isinstance(app.screen, Today)
        await go(pilot)
        assert shown(app) == chosen
        await press(pilot, "ctrl+t")
        assert shown(app) == whole


async def test_a_page_that_was_given_begins_the_next_choice_anew(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        whole = shown(app)
        await press(pilot, "x")
        await save_to(pilot, "~/page.txt")
        await press(pilot, "escape", "p")
        assert shown(app) == whole


async def test_v_says_what_was_given_to_whom(path: Path) -> None:
    app = make_app(path, fill=fill_given)
    async with opened(app) as pilot:
        await go(pilot, "v")
        assert isinstance(app.screen, Given)
        told = picture(app)
        assert all(part in told for part in ("12–19 Nov", "2 crossed out", "minimal", "/home/someone/page.txt"))
        await press(pilot, "j")
        assert "for R." in picture(app)


async def test_the_ledger_says_every_file_of_one_sharing(path: Path) -> None:
    app = make_app(path, fill=fill_given)
    async with opened(app, (120, 40)) as pilot:
        await go(pilot)
        await save_to(pilot, "~/page.txt")
        (made,) = (share for share in shares(app) if share.files)
        html = ShareFile(form="html", sealed="age, with a passphrase", place="/home/someone/page.html.age")
        app.save(with_file(made, html))
        await press(pilot, "v", "g")
        told = picture(app)
        assert "text, encrypted" in told
        assert "text, not encrypted, saved to" in told
        assert "HTML, encrypted (age, with a passphrase)" in told


async def test_of_what_was_given_only_where_it_is_now_can_be_said(path: Path) -> None:
    app = make_app(path, fill=fill_given)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot, "v", "d")
        assert isinstance(app.screen, Given)
        assert len(shares(app)) == 2
        await press(pilot, "enter", *"in my coat", "ctrl+t", "n", "ctrl+s")
        (where,) = (share for share in shares(app) if share.whereabouts)
        assert where.whereabouts == "in my coat"
        await press(pilot, "x")
        assert [share.gone_on for share in shares(app) if share.uid == where.uid] == [TODAY]
        await assert_goldens(pilot, "given-where")
        await press(pilot, "G", "x")
        assert not any(share.gone_on for share in shares(app))
        await press(pilot, "G", "enter", "ctrl+t")
        assert len(shares(app)) == 2


async def test_it_says_in_plain_words_what_a_file_is(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        assert sharing_text.OPEN_FILE in picture(app)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, SaveAs)
        assert sharing_text.OPEN_FILE in picture(app)


async def test_hostile_words_are_words(path: Path) -> None:
    def hostile(journal: Journal) -> None:
        journal.goals.add(Goal(title="[/foo] [@click=app.quit]x[/]\x1b]0;owned\x07"))
        journal.entries.add(Entry(text="[bold]\x1b[2J" + "a" * 1_000_000))
        journal.people.add(Person(name="[/R]", role=Role.MENTOR))

    app = make_app(path, fill=hostile)
    async with opened(app) as pilot:
        await go(pilot, "w", "escape", "o", "space")
        await press(pilot, "escape")
        assert "\x1b" not in picture(app)
        assert any("[/foo] [@click=app.quit]x[/]" in row for row in shown(app))


async def test_a_narrow_window_shows_the_rest_sideways(path: Path) -> None:
    def long(journal: Journal) -> None:
        journal.goals.add(Goal(title="one " * 14 + "theend"))

    app = make_app(path, fill=long)
    async with opened(app, (60, 20)) as pilot:
        await go(pilot)
        assert "theend" not in picture(app)
        await press(pilot, "right", "right")
        assert "theend" in picture(app)
        await press(pilot, "left", "left")
        assert "Check-in, " in picture(app)


async def test_the_marked_line_is_always_in_sight(path: Path) -> None:
    app = make_app(path, fill=fill_given)
    async with opened(app, (60, 20)) as pilot:
        await go(pilot)
        for key in ("G", "x", "pageup", "pagedown", "g", "space", "j", "k"):
            await press(pilot, key)
            assert any(line.startswith("›") for line in picture(app).splitlines())


def test_a_draft_of_version_0_1_is_read() -> None:
    kept = {"period": "last 7 days", "sealed": "with a PDF password", "form": "pdf"}

    wanted = msgspec.convert(kept, ShareRequest)

    assert (wanted.period, wanted.sealed) == (Period.WEEK, Sealed.PASSWORD)
    assert msgspec.to_builtins(wanted)["period"] == "week"


@pytest.mark.parametrize("kind", [Period, Sealed])
def test_a_value_that_no_version_wrote_is_refused(kind: type[Period | Sealed]) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        kind("whatever")


def test_every_choice_of_a_page_has_a_label() -> None:
    assert [*sharing_text.PERIODS] == [*Period]
    assert [*sharing_text.SEALS] == [*Sealed]
