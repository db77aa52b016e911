"""Check that giving a page writes the file first, then the note of what was given; never a note without a file."""

from __future__ import annotations

import hashlib
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.domain.checkins import CheckIn
from journal.domain.goals import Goal
from journal.domain.parked import Parked
from journal.domain.share_ledger import Level
from journal.errors import LedgerNotSaved
from journal.sharing.page import Page
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import FORMS, Section, draft, render, since_last, write_page
from tests.conftest import PASSPHRASE
from tests.support.lives import FIRST, TODAY, live

FULL = Choice(level=Level.FULL)


def page(journal: Journal, choice: Choice = FULL) -> Page:
    return release(draft(journal, FIRST, TODAY), choice)


@pytest.fixture
def file(home: Path) -> Path:
    return home / "page"


@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_written_for_the_person_alone_and_noted(journal: Journal, file: Path, form: str) -> None:
    live(journal)
    struck = frozenset({"next", "cravings/when", "for"})
    released = page(journal, Choice(level=Level.FULL, struck=struck))
    write_page(journal, released, form, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (share,) = journal.shares.all()
    assert (share.first, share.last, share.level, share.form) == (FIRST, TODAY, "full", form)
    assert share.person == journal.people.all()[0].uid
    assert share.sections == [section for section in released.sections if section]
    assert "COMMITMENTS" in share.sections
    assert share.struck == {"heading": 1, "CRAVINGS": 1, "NEXT CHECK-IN": 1}
    assert share.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert share.place == str(file)
    assert share.lines == len(released.lines)


def test_the_note_lists_only_sections_that_were_on_the_sheet(journal: Journal, file: Path) -> None:
    journal.goals.add_many([Goal(title=f"goal {number}") for number in range(60)])
    journal.goals.add_many([Goal(title="word " * 60) for _ in range(3)])
    journal.checkins.add(CheckIn(mood=5))
    journal.parked.add_many([Parked(kind="goals", record="gone", note="word " * 60) for _ in range(60)])
    released = page(journal)
    share = write_page(journal, released, "json", file)

    assert Section.STATUS in released.sections
    assert Section.STATUS not in share.sections
    written = [line["section"] for line in json.loads(file.read_bytes())["lines"]]
    assert share.sections == list(dict.fromkeys(section for section in written if section))


def test_a_file_that_is_there_is_left_and_nothing_is_noted(journal: Journal, file: Path) -> None:
    file.write_text("mine")
    with pytest.raises(FileExistsError):
        write_page(journal, page(journal), "text", file)
    assert file.read_text() == "mine"
    assert len(journal.shares) == 0
    write_page(journal, page(journal), "text", file, replace=True)
    assert len(journal.shares) == 1


def test_without_a_directory_nothing_is_written_and_nothing_noted(journal: Journal, home: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_page(journal, page(journal), "text", home / "nowhere" / "page")
    assert len(journal.shares) == 0


def test_a_ledger_that_cannot_be_saved_is_told_with_the_page_written(
    journal: Journal, clock: FixedClock, file: Path
) -> None:
    journal.close()
    with (
        Journal.open(journal.path, PASSPHRASE, clock=clock, read_only=True) as reading,
        pytest.raises(LedgerNotSaved, match="The file is saved"),
    ):
        write_page(reading, page(reading), "text", file)
    assert file.read_bytes().startswith(b"Check-in, ")


def test_a_page_in_any_place_is_noted(journal: Journal, home: Path) -> None:
    """Use a path longer than a label, and one that is not text."""
    place = home.joinpath(*("directory" * 20 for _ in range(6)), "page\udcff.txt")
    place.parent.mkdir(parents=True)
    write_page(journal, page(journal), "text", place)
    (share,) = journal.shares.all()
    assert place.exists()
    assert share.place.endswith("/page?.txt")


def test_the_next_page_begins_where_this_one_ended(journal: Journal, clock: FixedClock, file: Path) -> None:
    write_page(journal, page(journal), "text", file)
    clock.set(clock.now().replace(day=30))
    assert since_last(journal) == (TODAY, clock.now().date())


def test_json_has_the_figures_as_numbers_and_no_keys(journal: Journal) -> None:
    live(journal)
    read = json.loads(render(page(journal), "json"))
    assert (read["first"], read["last"], read["level"]) == ("2026-11-17", "2026-11-23", "full")
    (figures,) = [line["values"] for line in read["lines"] if line["values"]]
    assert figures["clean_days"] == 12
    assert {line["done"] for line in read["lines"]} == {None, False}
    assert read["foot"].startswith("Written by me, for nameword.")
    assert figures["as_of"] == "2026-11-23"
    assert journal.goals.all()[0].uid not in json.dumps(read)
    assert {line["section"] for line in read["lines"]} <= set(Section)


def test_only_a_page_of_html_loads_the_template_engine() -> None:
    loaded = "import sys, journal.summary; print([m for m in ('jinja2', 'textual', 'rich') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
