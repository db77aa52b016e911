"""Makes the form of an agreement to print: blank, or filled in with an agreement.

``screens.mentor`` prints it. Like everything for others it goes through ``release``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.agreements import Agreement
from journal.domain.share_ledger import Level
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.text import agreement as agreement_text

BLANK: Final = "_" * 56


def agreement_form(today: date, agreement: Agreement | None = None) -> Page:
    """Return the form, with blank lines for everything that is not filled in."""
    said = agreement_text.describe(agreement or Agreement(person="", start=today))
    if agreement is None:
        said = [(name, "") for name, _ in said]
    lines = [line for name, words in said for line in _asked(name, words)]
    lines.append(Line(key="order", section="", parts=(Part(agreement_text.TYPED_IN),), basic=True))
    title = agreement_text.form_title(agreement.version if agreement else None)
    page = PageDraft(title=title, first=today, last=today, lines=tuple(lines))
    return release(page, Choice(level=Level.MINIMAL))


def _asked(name: str, words: str) -> Iterable[Line]:
    rows = (words,) if words else (BLANK, BLANK) if name in agreement_text.LONG_ANSWERS else (BLANK,)
    for number, row in enumerate(rows):
        yield Line(key=f"{name}/{number}", section="", label=Part(name), parts=(Part(row),), basic=True)
