"""Check that the printed recovery words have every word with its number, and nothing active."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from journal.sharing.recovery_sheet import form_of, sheet
from journal.store.new_secrets import new_recovery_words

DAY = date(2026, 11, 25)


@pytest.mark.parametrize("form", ["text", "html"])
def test_every_word_stands_behind_its_number(form: str) -> None:
    words = new_recovery_words()
    page = re.sub("<[^>]+>", " ", sheet(words, Path("/home/a/journal.rj"), DAY, form).decode())
    for number, word in enumerate(words.split(), 1):
        assert re.search(rf"\b{number} +{word}\b", page)


def test_the_text_fits_a_narrow_window() -> None:
    page = sheet(new_recovery_words(), Path("journal.rj"), DAY, "text").decode()
    assert max(map(len, page.splitlines()[:10])) <= 60


def test_a_hostile_name_does_nothing_in_html() -> None:
    page = sheet(new_recovery_words(), Path("/x/<script>alert(1)</script>.rj"), DAY, "html").decode()
    assert "<script" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(("name", "form"), [("a.html", "html"), ("a.HTM", "html"), ("a.txt", "text"), ("a", "text")])
def test_the_form_goes_by_the_name(name: str, form: str) -> None:
    assert form_of(Path(name)) == form
