"""Makes the form of an agreement to print: blank, or filled in with an agreement.

``screens.mentor`` prints it. Like everything for others it goes through ``release``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.agreements import Agreement, describe
from journal.domain.share_ledger import Level
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.text import agreement as agreement_text

BLANK: Final = "_" * 56

_LONG: Final = frozenset(
    {"I expect", "You expect", "Between us", "Its limits", "Your answer", "I don't want", "A pause"}
)
"""Labels of ``domain.agreements.told`` whose answers need two lines when written by hand."""


def agreement_form(today: date, agreement: Agreement | None = None) -> Page:
    """Return the form, with blank lines for everything that is not filled in."""
    said = describe(agreement) if agreement else [(name, "") for name, _ in describe(Agreement(person="", start=today))]
    lines = [line for name, words in said for line in _asked(name, words)]
    lines.append(Line(key="order", section="", parts=(Part(agreement_text.TYPED_IN),), basic=True))
    title = agreement_text.form_title(agreement.version if agreement else None)
    page = PageDraft(title=title, first=today, last=today, lines=tuple(lines))
    return release(page, Choice(level=Level.MINIMAL))


def _asked(name: str, words: str) -> Iterable[Line]:
    rows = (words,) if words else (BLANK, BLANK) if name in _LONG else (BLANK,)
    for number, row in enumerate(rows):
        yield Line(key=f"{name}/{number}", section="", label=Part(name), parts=(Part(row),), basic=True)
