"""Check the page as PDF: one sheet with words that can be copied, and nothing about who made it or when."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal.domain.goals import Goal
from journal.domain.share_ledger import Level
from journal.errors import NoPdf
from journal.sharing.page import Cell, Chart, Line, Page, PageDraft, Part, Plot, Point
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft, render, sheet
from journal.summary.layout import fit
from journal.text.page_sections import RULE
from tests.support.commands import ROOT
from tests.support.extent import examples
from tests.support.lives import FIRST, TODAY, live
from tests.support.page_contents import of_pdf


def full(journal: Journal) -> Page:
    live(journal)
    return release(draft(journal, FIRST, TODAY), Choice(level=Level.FULL))


def words(text: str) -> str:
    """Return the words without spaces: where a line breaks depends on the paper."""
    return "".join(text.split())


def test_it_is_one_sheet_and_every_line_can_be_copied_from_it(journal: Journal) -> None:
    page = full(journal)
    reader = PdfReader(io.BytesIO(render(page, "pdf")))
    assert len(reader.pages) == 1
    copied = words(reader.pages[0].extract_text())
    for said in fit(page).lines:
        assert words(said.label) in copied
        assert words(said.text) in copied or said.text == RULE
        for cell in said.cells:
            assert cell.head in copied


def test_its_fonts_are_in_it_and_its_maker_and_time_are_not(journal: Journal) -> None:
    page = full(journal)
    data = render(page, "pdf")
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata == {"/Title": "Check-in"}
    for told in (b"/CreationDate", b"/ModDate", b"/Author", b"/Producer", b"/Creator", b"/ID", b"fpdf", b"http"):
        assert told not in data
    resources: Any = reader.pages[0]["/Resources"]
    fonts = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in resources["/Font"].values()]
    assert all("/FontFile2" in font for font in fonts)
    assert render(page, "pdf") == data


def test_with_a_password_it_opens_with_that_and_no_other_and_shows_nothing_before(journal: Journal) -> None:
    data = render(full(journal), "pdf", "six words handed over")
    reader = PdfReader(io.BytesIO(data))
    assert reader.is_encrypted
    encryption: Any = reader.trailer["/Encrypt"]
    assert encryption["/V"] == 5  # AES-256, ISO 32000-2
    assert not reader.decrypt("six words")
    assert reader.decrypt("six words handed over")
    assert "goalword" in reader.pages[0].extract_text()
    assert b"Check-in" not in data


def lowest(reader: PdfReader) -> float:
    """Return the height of the lowest words over the foot of the sheet, in points; negative if they are off it."""
    heights: list[float] = []

    def seen(text: str, _outer: object, matrix: list[float], *_: object) -> None:
        if text.strip():
            heights.append(matrix[5])

    reader.pages[0].extract_text(visitor_text=seen)
    return min(heights)


HOSTILE = st.one_of(
    st.text(max_size=200),
    st.sampled_from(["<b>", "(", ")", "\\", "%PDF-1.7\nendobj", "\x00\x1b[31m", "\u202eevil", "שלום", "漢字" * 300]),
    st.sampled_from(["word " * 2000, "W" * 10_000, "**bold** [link](http://127.0.0.1)", "\n" * 500]),
)


@example([("\n" * 500, Section.NEEDS), ("last", Section.NEEDS)])
@given(st.lists(st.tuples(HOSTILE, st.sampled_from([*Section])), min_size=1, max_size=40))
@settings(max_examples=examples(5), deadline=None)
def test_whatever_was_written_it_is_one_sheet_that_can_be_read(written: list[tuple[str, Section]]) -> None:
    lines = tuple(
        Line(
            key=str(place),
            section=section,
            label=Part(text[:40]),
            parts=(Part(text),),
            cells=(Cell("Mo", "U", "used"),) * (place % 3),
            chart=Chart(plot=Plot.BAR, title="t", points=(Point("per cent", 30),), most=100),
            more="lines",
        )
        for place, (text, section) in enumerate(written)
    )
    page = release(PageDraft(title="T", first=date(2026, 11, 16), last=TODAY, lines=lines), Choice())
    reader = PdfReader(io.BytesIO(render(page, "pdf")))
    assert len(reader.pages) == 1
    assert reader.pages[0].get("/Annots") is None
    assert lowest(reader) > 0


def test_what_stands_for_the_number_of_pages_elsewhere_is_left_as_it_was_written(journal: Journal) -> None:
    journal.goals.add(Goal(title="learn {nb} chords"))
    assert "learn {nb} chords" in of_pdf(render(full(journal), "pdf"))


def test_without_the_extra_it_says_what_to_install(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "available", lambda: False)
    with pytest.raises(NoPdf, match=r"recovery-journal\[share\]"):
        render(full(journal), "pdf")


def test_all_that_a_file_says_is_found_by_the_tests(journal: Journal) -> None:
    assert "goalword" in of_pdf(render(full(journal), "pdf"))


def test_what_only_some_forms_need_is_loaded_only_for_them() -> None:
    asked = "import sys, journal.summary, journal.cli.commands.share, journal.cli.commands.mentor, journal.sharing.age"
    told = "print([name for name in ('fpdf', 'pyrage', 'PIL', 'fontTools', 'icalendar') if name in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-c", f"{asked}; {told}"], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert ended.stdout == "[]\n"
