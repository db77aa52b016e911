"""Check for every text of every kind of record what leaves with it: exactly what the lists here say, and nothing else.

A new kind or a new field is in no list, so its words may be on no page and no paper until someone decides that.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.domain.kinds import KINDS, SEARCHED, Kind
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.search import Search
from journal.sharing import ahead_papers, attendance, wallet_card
from journal.sharing.agreement_form import agreement_form
from journal.sharing.ics_calendar import calendar
from journal.sharing.meeting_receipt import receipt
from journal.sharing.page import Page, PageDraft
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft
from journal.text import app as app_text
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.canary_life import canaries_in, canary, every_canary, sow_canaries, text_fields
from tests.support.commands import Command, in_process
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture
from tests.support.lives import FIRST, TODAY
from tests.support.page_contents import told

MINIMAL = {"focuses label", "commitments text", "sessions ask"}
STANDARD = MINIMAL | {
    *("goals title", "goals steps", "goals decision", "needs text", "needs resource"),
    *("hard_days what", "hard_days way_out", "parked note", "sessions topics", "uses unit"),
}
FULL = STANDARD | {
    *("cravings place", "triggers label", "strategies label", "mooring text", "fellowship_steps words"),
    *("focuses clean_word", "people name", "sessions place"),
    *("hard_days call_before", "hard_days call_after", "hard_days who_knows"),
}
PICKED = FULL | {
    *("entries title", "entries text", "medicines name", "medicines dose", "focuses currency"),
    *("agreements contact_ways", "agreements quiet_hours", "sessions hardest", "sessions proud"),
}
"""What is on the page at each level, and what is on it where every line was picked: a table and a field."""

USUALLY_NUMBERS = {"uses unit", "cravings place", "focuses clean_word"}
"""Words of records that are marked *numbers only* from the start: at the full level at most."""

LEVELS = {Level.MINIMAL: MINIMAL, Level.STANDARD: STANDARD, Level.FULL: FULL}

AGREEMENT = {
    f"agreements {name}" for name in text_fields(next(kind.type for kind in KINDS if kind.table == "agreements"))
}
PAPERS = {
    "receipt": {"agreements contact_ways", "sessions place"},
    "agreement": AGREEMENT - {"agreements pauses"},
    "attendance": set[str](),
    "hard days": {f"hard_days {name}" for name in ("what", "call_before", "call_after", "way_out", "who_knows")},
    "home": {"home_items room", "home_items what", "home_items holder", "naloxone place", "naloxone who"},
    "quiet": {"quiet_plans then_ask", "quiet_plans say", "quiet_plans not_say"},
    "wallet card": {
        *("plans words", "triggers label", "reasons text", "people name", "people contact", "people hours"),
    },
}
"""What is on each paper where all of its lines are picked."""


def words(names: Iterable[str]) -> set[str]:
    return {canary(*name.split()) for name in names}


def found_on(page: Page) -> set[str]:
    return {word for form in ("text", "html", "json") for word in canaries_in(told(page, form))}


def everything(drafted: PageDraft) -> Page:
    picked = frozenset(line.key for line in drafted.lines)
    return release(drafted, Choice(level=Level.FULL, picked=picked))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_the_journal_has_each_kind_with_a_canary_in_every_text(journal: Journal, kind: Kind) -> None:
    sow_canaries(journal)
    records = journal.collection(kind.type).all()
    assert records
    for name in text_fields(kind.type):
        assert any(canary(kind.table, name) in str(getattr(record, name)) for record in records), name


@pytest.mark.parametrize("level", Level)
def test_on_the_page_are_the_words_of_its_level(journal: Journal, level: Level) -> None:
    uids = sow_canaries(journal)
    page = release(draft(journal, FIRST, TODAY, uids["people"]), Choice(level=level))
    assert found_on(page) == words(LEVELS[level])


def test_nothing_else_is_on_the_page_where_every_line_is_picked(journal: Journal) -> None:
    uids = sow_canaries(journal)
    page = everything(draft(journal, FIRST, TODAY, uids["people"]))
    assert canaries_in(str(page)) == words(PICKED), "before lines are left out that do not fit on the sheet"
    assert found_on(page) <= words(PICKED)


def test_of_records_marked_never_and_numbers_only_no_word_is_on_the_page(journal: Journal) -> None:
    for sensitivity, may in ((Sensitivity.NEVER, MINIMAL), (Sensitivity.NUMBERS, MINIMAL | USUALLY_NUMBERS)):
        uids = sow_canaries(journal, sensitivity)
        page = release(draft(journal, FIRST, TODAY, uids["people"]), Choice(level=Level.FULL))
        assert found_on(page) <= words({*may, "sessions topics", "sessions place"}), sensitivity


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_holds_what_it_is_for(journal: Journal, name: str) -> None:
    uids = sow_canaries(journal)
    made = {
        "receipt": lambda: everything(receipt(journal, journal.sessions.get(uids["sessions"]))),
        "agreement": lambda: agreement_form(TODAY, journal.agreements.get(uids["agreements"])),
        "attendance": lambda: everything(attendance.draft(journal, FIRST, TODAY)),
        "hard days": lambda: everything(ahead_papers.hard_days_paper(journal)),
        "home": lambda: everything(ahead_papers.home_paper(journal)),
        "quiet": lambda: everything(
            ahead_papers.quiet_card(journal.quiet_plans.get(uids["quiet_plans"]), TODAY, "112")
        ),
        "wallet card": lambda: everything(wallet_card.draft(journal, "112")),
    }[name]()
    assert found_on(made) == words(PAPERS[name])


def test_no_word_is_in_the_calendar(journal: Journal) -> None:
    sow_canaries(journal)
    assert canaries_in(calendar(journal).decode()) == set()


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: Path, clock: FixedClock
) -> Command:
    """Return a function that runs commands on a journal of canaries."""
    monkeypatch.setattr("journal.store.journal.SystemClock", lambda: clock)
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        sow_canaries(journal)
    return in_process(monkeypatch, capsys, path)


def test_the_list_of_entries_has_only_entries_and_no_deleted_or_earlier_words(command: Command) -> None:
    for options in ((), ("--json",)):
        assert canaries_in(command("entries", *options).out)
        assert canaries_in(command("entries", *options).out) <= words({"entries title", "entries text", "entries tags"})


def test_search_finds_no_deleted_or_earlier_words(journal: Journal) -> None:
    sow_canaries(journal)
    assert Search(journal).find(canary("entries", "text"), SEARCHED)
    for table in ("bin", "versions"):
        for name in ("title", "text"):
            assert Search(journal).find(canary(table, name), SEARCHED) == []


PLACES = (["2"], ["4"], ["5"], ["5", "right", "right"], ["m"], ["2", "b"])


@pytest.mark.parametrize("keys", PLACES, ids=" ".join)
async def test_no_word_is_on_the_locked_screen(path: Path, keys: list[str]) -> None:
    app = make_app(path, fill=lambda journal: sow_canaries(journal) and None)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        assert canaries_in(picture(app))
        app.notify(app_text.DELETED + canary("entries", "text"))
        app.save(*list(app.journal.medicines) if app.journal else [], said=canary("medicines", "name"))
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.journal is None
        assert canaries_in(picture(app)) == set()
        assert [shown.message for shown in app._notifications if canaries_in(shown.message)] == []
        assert every_canary() & canaries_in(repr(app.keeper.unsaved)) == set()
