"""The agreement as a sheet to print: blank, or as it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.agreements import Agreement, describe
from journal.domain.share_ledger import Level
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release

FORM_TITLE: Final = "WHAT WE AGREE TO"
BLANK: Final = "_" * 56

TYPED_IN: Final = "The questions come in this order in the journal, so that it can be typed in later."
"""Said at the end of the form."""

_LONG: Final = frozenset(
    {"I expect", "You expect", "Between us", "Its limits", "Your answer", "I don't want", "A pause"}
)
"""What needs two lines by hand."""


def agreement_form(today: date, agreement: Agreement | None = None) -> Page:
    """The agreement as a sheet: blank lines for what is not said yet, or for all of it without one."""
    said = describe(agreement) if agreement else [(name, "") for name, _ in describe(Agreement(person="", start=today))]
    lines = [line for name, words in said for line in _asked(name, words)]
    lines.append(Line(key="order", section="", parts=(Part(TYPED_IN),), basic=True))
    version = f", version {agreement.version}" if agreement else ""
    page = PageDraft(title=f"{FORM_TITLE}{version}", first=today, last=today, lines=tuple(lines))
    return release(page, Choice(level=Level.MINIMAL))


def _asked(name: str, words: str) -> Iterable[Line]:
    rows = (words,) if words else (BLANK, BLANK) if name in _LONG else (BLANK,)
    for number, row in enumerate(rows):
        yield Line(key=f"{name}/{number}", section="", label=Part(name), parts=(Part(row),), basic=True)
