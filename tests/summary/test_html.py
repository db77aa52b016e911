"""Check the page for a browser: harmless whatever was written, self-contained, and the same content as the text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.commitments import Commitment, CommitmentStatus
from journal.domain.share_ledger import Level
from journal.sharing.page import Cell, Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.sharing.sanitize import sanitize
from journal.store.journal import Journal
from journal.summary import Section, draft, render
from journal.text.page_sections import RULE
from tests.support.lives import FIRST, TODAY, live
from tests.support.page_contents import Seen

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><style>*{background:url(http://evil)}",
    '"><a href="javascript:alert(1)">x</a>',
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><iframe>",
    "&lt;b&gt;",
    "\x1b[2J\x00\x07",
    "\u202e<b>evil</b>",
]


def page_of(words: str) -> Page:
    lines = (
        Line(key="a", section=Section.GOALS, label=Part(words), parts=(Part(words),)),
        Line(key="b", section=Section.DAYS, cells=(Cell("Mo", ".", words[:20]),)),
    )
    return release(PageDraft(title="T", first=date(2026, 11, 16), last=date(2026, 11, 23), lines=lines), Choice())


TAGS = [tag for tag, _ in Seen(render(page_of("words"), "html")).tags]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    seen = Seen(render(page_of(words), "html"))
    assert [tag for tag, _ in seen.tags] == TAGS
    assert " ".join(sanitize(words).split()) in " ".join(" ".join(seen.text).split())


@given(st.text(min_size=1))
def test_no_words_make_a_tag(words: str) -> None:
    seen = Seen(render(page_of(f"x{words}"), "html"))
    assert [tag for tag, _ in seen.tags] == TAGS
    assert not {name for _, attributes in seen.tags for name in attributes if name.startswith("on")}


def test_it_needs_and_asks_for_nothing_else() -> None:
    seen = Seen(render(page_of("words"), "html"))
    assert not {"script", "link", "img", "iframe", "form", "object", "base", "a"} & {tag for tag, _ in seen.tags}
    assert not {"src", "href", "style", "srcset"} & {name for _, attributes in seen.tags for name in attributes}
    assert not re.search(r"url\(|@import|expression|//", seen.style)


def test_it_says_what_the_text_says(journal: Journal) -> None:
    live(journal)
    page = release(draft(journal, FIRST, TODAY), Choice(level=Level.FULL))
    read = " ".join("".join(Seen(render(page, "html")).text).split())
    for line in page.lines:
        assert line.text in read or line.text == RULE
        assert line.label in read
        assert all(cell.head in read and cell.meaning in read for cell in line.cells)


def test_it_can_be_heard_and_read_in_the_dark(journal: Journal) -> None:
    live(journal)
    seen = Seen(render(release(draft(journal, FIRST, TODAY), Choice()), "html"))
    tags = [tag for tag, _ in seen.tags]
    assert seen.tags[0] == ("html", {"lang": "en"})
    assert tags.count("h1") == tags.count("main") == tags.count("title") == 1
    named = {a["id"] for tag, a in seen.tags if tag == "h2"}
    assert named == {a["aria-labelledby"] for tag, a in seen.tags if "aria-labelledby" in a}
    assert "color-scheme: light dark" in seen.style
    assert "@media print" in seen.style


def test_boxes_and_lines_to_write_on_are_said_aloud(journal: Journal) -> None:
    live(journal)
    journal.commitments.add(Commitment(text="walk", status=CommitmentStatus.DONE, closed_on=TODAY))
    seen = Seen(render(release(draft(journal, FIRST, TODAY), Choice()), "html"))
    said = [attributes["aria-label"] for _, attributes in seen.tags if attributes.get("class") == "tick"]
    assert (said.count("not done yet"), said.count("done")) == (1 + 3, 1)
    hidden = [attributes for _, attributes in seen.tags if attributes.get("class") == "rule"]
    assert [attributes["aria-hidden"] for attributes in hidden] == ["true"] * 3
    assert seen.text.count("room to write") == 3
    assert sum(attributes.get("class") == "boxed" for _, attributes in seen.tags) == 1
    assert "____" not in "".join(seen.text)


def test_an_empty_page_says_so() -> None:
    empty = PageDraft(title="T", first=date(2026, 11, 16), last=date(2026, 11, 23))
    assert "Nothing was logged in this period." in render(release(empty, Choice()), "html").decode()
