"""Check whole entries for a counsellor: each that was picked is whole, and nothing of another is in the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.domain.people import Person, Role
from journal.domain.record import Sensitivity
from journal.domain.share_ledger import CHOSEN_ENTRIES, Paper, has_chosen_entries
from journal.errors import NoPdf
from journal.language import Language
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import draft as page_draft
from journal.summary import entry_pdf, sheet, since_last, write_page
from journal.summary.entry_pages import as_text, chosen, draft, number_of_pages, render, write_entries
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.extent import examples
from tests.support.page_contents import of_pdf

FIRST, TODAY = date(2026, 10, 1), date(2026, 11, 23)
CANARY = "canaryword"


def written(journal: Journal, text: str, *, title: str = "", days_ago: int = 0, **more: object) -> str:
    """Write an entry so many days before today, and return its uid."""
    entry = Entry(text=text, title=title, at=NOON - timedelta(days=days_ago))
    return journal.entries.add(replace(entry, **more))


def page_of(journal: Journal, *uids: str, who: str = "") -> Page:
    return chosen(journal, draft(journal, FIRST, TODAY, who, emergency="112"), uids)


def read(data: bytes) -> list[str]:
    """Return the words of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def words(text: str) -> str:
    """Return the words without spaces: where a line breaks depends on the paper."""
    return "".join(text.split())


def test_only_what_was_picked_is_in_the_file_whatever_is_set_for_it(journal: Journal) -> None:
    picked = written(journal, "First line.\n\nSecond paragraph.", title="A long evening", days_ago=4)
    for sensitivity in Sensitivity:
        written(journal, f"not {CANARY}", title=f"{CANARY} title", days_ago=3, sensitivity=sensitivity)
    page = page_of(journal, picked)
    for form in ("pdf", "text"):
        data = render(page, form)
        told = of_pdf(data) if form == "pdf" else data.decode()
        assert CANARY not in told
        assert "A long evening" in told
        assert "Thu 19 Nov 2026" in told
    assert "First line.\n\nSecond paragraph." in as_text(page).decode()
    assert page_of(journal).sections.keys() <= {""}  # nothing picked, nothing goes


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([*Sensitivity])), min_size=1, max_size=8), st.booleans())
@settings(max_examples=examples(8), deadline=None)
def test_an_entry_is_in_the_file_if_and_only_if_it_was_picked(kept: list[tuple[bool, Sensitivity]], pdf: bool) -> None:
    with of_many(0) as journal:
        uids = [
            written(journal, f"text{number}end", title=f"title{number}end", days_ago=number, sensitivity=sensitivity)
            for number, (_, sensitivity) in enumerate(kept)
        ]
        picked = [uid for uid, (goes, _) in zip(uids, kept, strict=True) if goes]
        data = render(page_of(journal, *picked), "pdf" if pdf else "text")
        told = of_pdf(data) if pdf else data.decode()
        for number, (goes, _) in enumerate(kept):
            assert ((f"text{number}end" in told), (f"title{number}end" in told)) == (goes, goes)


def test_the_head_says_the_period_and_who_it_is_for_and_each_page_has_the_foot(journal: Journal) -> None:
    who = journal.people.add(Person(name="Dr. Ames", role=Role.PROFESSIONAL, sensitivity=Sensitivity.SHARE))
    uid = written(journal, "a line\n" * 150)
    pages = read(render(page_of(journal, uid, who=who), "pdf"))
    assert len(pages) > 2
    assert "1 Oct – 23 Nov 2026" in pages[0]
    assert "For Dr. Ames" in pages[0]
    for number, told in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in told
        assert "call me, then 112" in told
        assert "Please don't copy" in told


def test_the_paper_is_a4_and_nobody_made_it(journal: Journal) -> None:
    page = page_of(journal, written(journal, "words"))
    data = render(page, "pdf")
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata == {"/Title": "Entries"}
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert render(page, "pdf") == data
    for told in (b"/CreationDate", b"/Producer", b"/ID", b"fpdf"):
        assert told not in data


def test_an_entry_over_pages_loses_nothing_and_the_oldest_is_first(journal: Journal) -> None:
    long = "\n\n".join(f"Paragraph {number} says that it was a long day and I stayed." for number in range(300))
    late = written(journal, long, days_ago=1)
    early = written(journal, "The first one.", days_ago=9)
    told = "".join(read(render(page_of(journal, late, early), "pdf")))
    assert told.index("The first one.") < told.index("Paragraph 0 ")
    for number in range(300):
        assert f"Paragraph {number} says that it was a long day and I stayed." in told


def test_a_heading_is_never_the_last_row_of_a_page(journal: Journal) -> None:
    uids = [written(journal, "word\n" * (number % 7 + 1), title=f"title {number}") for number in range(60)]
    pages = read(render(page_of(journal, *uids), "pdf"))
    for told in pages:
        before_foot = told.partition("Written by me")[0].strip().split("\n")[-1]
        assert before_foot == "word"


def test_with_a_password_it_opens_with_that_and_shows_nothing_before(journal: Journal) -> None:
    data = render(page_of(journal, written(journal, CANARY)), "pdf", "six words handed over")
    reader = PdfReader(io.BytesIO(data))
    assert reader.is_encrypted
    assert not reader.decrypt("six words")
    assert reader.decrypt("six words handed over")
    assert CANARY in reader.pages[0].extract_text()
    assert b"Entries" not in data


TEXTS = st.one_of(
    st.text(max_size=400),
    st.sampled_from(["{nb}", "(", "\\", "W" * 3000, "word " * 900, " " * 500 + "x", "\n" * 80 + "end", "漢字 " * 40]),
    st.lists(st.sampled_from(["I stayed", "ünd", "  indented", "a\tb", "\U0001d5a0", "e\u0301"]), max_size=30).map(
        " ".join
    ),
)


def page_with(texts: list[tuple[str, str]]) -> Page:
    """Return a page with entries of these titles and texts, without a journal."""
    lines = tuple(
        Line(key=f"entries/{number}", section=CHOSEN_ENTRIES, label=Part(title), parts=(Part(text),))
        for number, (title, text) in enumerate(texts)
    )
    return release(PageDraft(title="Entries", first=FIRST, last=TODAY, lines=lines), Choice())


@given(st.lists(st.tuples(st.text(max_size=40), TEXTS), min_size=1, max_size=6))
@settings(max_examples=examples(25), deadline=None)
def test_whatever_was_written_no_word_is_lost_and_every_row_fits_the_page(texts: list[tuple[str, str]]) -> None:
    page = page_with(texts)
    laid = entry_pdf._layout().laid_out(page)
    rows = [row for rows in laid.pages for _, row in rows]
    layout = entry_pdf._layout()
    shown = [sheet.known(said.text, layout.styles[False].widths) for said in page.lines]
    heads = [sheet.known(said.label, layout.styles[True].widths) for said in page.lines]
    expected = "".join(f"{head}{text}" for head, text in zip(heads, shown, strict=True))
    assert words("".join(row.words for row in rows)) == words("Entries" + expected)
    for row in rows:
        assert layout.styles[row.bold].width(row.words) * row.size / 1000 * 25.4 / 72 <= sheet.WIDTH + 0.01
    for on_page in laid.pages:
        assert all(top + row.high <= sheet.FOOT for top, row in on_page)
        assert [top for top, _ in on_page] == sorted(top for top, _ in on_page)
    assert len(PdfReader(io.BytesIO(render(page, "pdf"))).pages) == len(laid.pages) == number_of_pages(page)


@given(
    st.lists(st.sampled_from(["I stayed.", "Ünïcode wörds", "{nb}", "x (y) \\z", "1 of 2"]), min_size=1, max_size=40)
)
@settings(max_examples=examples(10), deadline=None)
def test_words_can_be_copied_from_the_file(parts: list[str]) -> None:
    text = "\n".join(parts)
    told = "".join(read(render(page_with([("A title", text)]), "pdf")))
    assert words(text) in words(told)


def test_letters_that_the_font_lacks_are_shown_and_all_others_as_written() -> None:
    page = page_with([("漢 title", "one 漢 two\U0001d5a0"), ("\U0001d5a0 bold", "x")])
    (told,) = read(render(page, "pdf"))
    assert "one \N{REPLACEMENT CHARACTER} two" in told
    assert "\N{REPLACEMENT CHARACTER} title" in told
    assert "\N{REPLACEMENT CHARACTER} bold" in told  # the bold style has fewer letters


def test_the_words_around_are_in_the_language_of_the_reader(journal: Journal) -> None:
    who = journal.people.add(Person(name="Ana", language=Language.SPANISH))
    page = page_of(journal, written(journal, "my words"), who=who)
    assert page.language is Language.SPANISH
    assert "my words" in as_text(page).decode()


def test_what_was_given_is_noted_with_its_entries_and_moves_no_period(journal: Journal, home: Path) -> None:
    journal.people.add(Person(name="R.", role=Role.MENTOR))
    uids = [written(journal, "one", days_ago=2), written(journal, "two", days_ago=1)]
    before = since_last(journal)
    page = page_of(journal, *uids)
    share = write_entries(journal, page, "pdf", home / "entries.pdf", password="six words handed over")
    assert share.what is Paper.PAGE
    assert has_chosen_entries(share)
    assert (share.entries, share.lines, share.sections) == (uids, 2, [CHOSEN_ENTRIES])
    assert share.sealed
    assert since_last(journal) == before
    again = write_entries(journal, page, "text", home / "entries.txt")
    assert again.uid == share.uid  # the same entries in another form
    assert [file.form for file in again.files] == ["pdf", "text"]
    write_page(journal, release(page_draft(journal, *before), Choice()), "text", home / "page.txt")
    assert since_last(journal) == before  # the usual page was given today, for the same days
    with pytest.raises(FileExistsError):
        write_entries(journal, page, "text", home / "entries.txt")


def test_without_the_extra_there_is_text(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "available", lambda: False)
    page = page_of(journal, written(journal, "my words"))
    with pytest.raises(NoPdf, match=r"recovery-journal\[share\]"):
        render(page, "pdf")
    assert number_of_pages(page) == 0
    assert "my words" in render(page, "text").decode()


@contextmanager
def of_many(number: int) -> Iterator[Journal]:
    """Return a journal with so many entries."""
    with TemporaryDirectory() as place:
        path, clock = Path(place) / "journal.rj", FixedClock(NOON, ZONE)
        with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP, anchors=Path(place)) as journal:
            for _ in range(number):
                written(journal, "It was a long day. " * 20)
            yield journal


def test_hundreds_of_entries_are_one_file() -> None:
    with of_many(200) as journal:
        page = page_of(journal, *(entry.uid for entry in journal.entries))
        reader = PdfReader(io.BytesIO(render(page, "pdf")))
        assert len(reader.pages) == number_of_pages(page) > 20
