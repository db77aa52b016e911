"""A chapter of the guide as a page to print. Nothing of the person is on it, so no ledger notes it."""

from __future__ import annotations

from datetime import date

from journal.domain.share_ledger import Level
from journal.guide import Chapter, plain
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.text.guide import showing as guide_text


def page(chapter: Chapter, today: date) -> Page:
    """Return the page; every line of it goes."""
    steps = (guide_text.numbered(number, step) for number, step in enumerate(chapter.steps, 1))
    lines = tuple(
        Line(key=f"{chapter.name}/{number}", section=chapter.title.upper(), parts=(Part(plain(words)),), basic=True)
        for number, words in enumerate((*chapter.intro, *steps, *chapter.after))
    )
    draft = PageDraft(title=chapter.title, first=today, last=today, lines=lines)
    return release(draft, Choice(level=Level.MINIMAL))
