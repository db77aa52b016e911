"""Check that the same page saved in several forms is one sharing with a list of files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.goals import Goal
from journal.domain.people import Person
from journal.domain.share_ledger import Level, Share, ShareFile, every_file, with_file
from journal.sharing.age import Seal
from journal.sharing.page import Page
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import FORMS, draft, write_page
from tests.support.lives import FIRST, TODAY, live
from tests.support.sealing import seal_quickly


def page(journal: Journal, choice: Choice | None = None, who: str | None = None) -> Page:
    return release(draft(journal, FIRST, TODAY, who), choice or Choice())


def test_the_same_page_in_several_forms_is_one_sharing(
    journal: Journal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_quickly(monkeypatch)
    live(journal)
    for form in FORMS:
        write_page(journal, page(journal), form, home / form)
    write_page(journal, page(journal), "text", home / "sealed", sealed=Seal(passphrase="six words handed over"))
    (share,) = journal.shares.all()
    assert [(file.form, file.place) for file in share.files] == [
        *((form, str(home / form)) for form in FORMS),
        ("text", str(home / "sealed")),
    ]
    assert [bool(file.sealed) for file in share.files] == [False] * 4 + [True]
    for file in share.files:
        assert file.sha256 == hashlib.sha256(Path(file.place).read_bytes()).hexdigest()
    first = share.files[0]
    assert (share.form, share.sealed, share.place, share.sha256) == (first.form, "", first.place, first.sha256)


def test_a_file_saved_again_in_its_place_is_the_same_file(journal: Journal, home: Path) -> None:
    live(journal)
    write_page(journal, page(journal), "text", home / "page")
    write_page(journal, page(journal), "html", home / "page", replace=True)
    (share,) = journal.shares.all()
    assert [file.form for file in share.files] == [share.form] == ["html"]
    assert share.sha256 == hashlib.sha256((home / "page").read_bytes()).hexdigest()


def another_line(journal: Journal) -> Page:
    journal.goals.add(Goal(title="one more"))
    return page(journal)


def another_person(journal: Journal) -> Page:
    return page(journal, who=journal.people.add(Person(name="Kay")))


def as_many_other_lines(journal: Journal) -> Page:
    """Cross out another line of the same section: as many lines, but not the same ones."""
    goals = [line.key for line in draft(journal, FIRST, TODAY).lines if line.section == "CRAVINGS"]
    return page(journal, Choice(struck=frozenset(goals[1:2])))


@pytest.mark.parametrize("changed", [another_line, another_person, as_many_other_lines])
def test_another_page_is_another_sharing(journal: Journal, home: Path, changed: object) -> None:
    live(journal)
    goals = [line.key for line in draft(journal, FIRST, TODAY).lines if line.section == "CRAVINGS"]
    write_page(journal, page(journal, Choice(struck=frozenset(goals[:1]))), "text", home / "one")
    assert callable(changed)
    write_page(journal, changed(journal), "html", home / "two")
    assert [len(share.files) for share in journal.shares] == [1, 1]


def test_the_next_day_and_after_its_copies_are_gone_it_is_another_sharing(
    journal: Journal, clock: FixedClock, home: Path
) -> None:
    live(journal)
    first = write_page(journal, page(journal), "text", home / "one")
    journal.shares.put(first.uid, with_file(first, first.files[0]))
    released = page(journal)
    clock.set(clock.now().replace(day=24))
    second = write_page(journal, released, "html", home / "two")
    assert second.uid != first.uid
    gone = journal.shares.get(second.uid)
    journal.shares.put(gone.uid, replace(gone, gone_on=journal.today()))
    assert write_page(journal, released, "json", home / "three").uid not in (first.uid, second.uid)


def test_a_share_made_before_there_was_a_list_stays_as_it_is(journal: Journal, home: Path) -> None:
    live(journal)
    new = write_page(journal, page(journal), "text", home / "one")
    before = Share(first=FIRST, last=TODAY, person=new.person, form="text", place="/old", sha256="ab", lines=new.lines)
    uid = journal.shares.add(before)
    write_page(journal, page(journal), "html", home / "two")
    kept = journal.shares.get(uid)
    assert (kept.files, kept.content) == ([], "")
    assert every_file(kept) == [ShareFile(form="text", place="/old", sha256="ab")]
    assert len(journal.shares.get(new.uid).files) == 2


@given(st.lists(st.tuples(st.sampled_from([*FORMS]), st.integers(0, 4)), min_size=1, max_size=12))
def test_every_place_is_listed_once_with_what_was_written_there_last(saved: list[tuple[str, int]]) -> None:
    share = Share(first=FIRST, last=TODAY, level=Level.STANDARD, files=[ShareFile(form="pdf", place="first")])
    last: dict[str, str] = {"first": "pdf"}
    for form, place in saved:
        share = with_file(share, ShareFile(form=form, place=str(place)))
        last[str(place)] = form
    assert {file.place: file.form for file in share.files} == last
    assert len(share.files) == len(last)
    assert (share.form, share.place) == (share.files[0].form, share.files[0].place)
