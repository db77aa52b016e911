"""Giving a page away: its forms, sealed or not, the file, and the note in the share ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from journal.domain.share_ledger import Share
from journal.sharing.age import Seal, seal
from journal.sharing.ledger import give
from journal.sharing.page import Chart, Page
from journal.store.journal import Journal
from journal.summary import html, pdf, text
from journal.summary.layout import fit


def as_json(page: Page) -> bytes:
    """The page as JSON: period, level, and each line's section, label, text, strip, chart and figures as values."""
    lines = [
        {
            "section": said.section,
            "label": said.label,
            "text": said.text,
            "strip": [{"over": cell.head, "mark": cell.mark, "meaning": cell.meaning} for cell in said.cells],
            "chart": _chart(said.chart) if said.chart else None,
            "values": said.values,
        }
        for said in fit(page).lines
    ]
    plain = {"title": page.title, "first": page.first, "last": page.last, "level": page.level, "lines": lines}
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


def _chart(chart: Chart) -> dict[str, Any]:
    points = [{"at": point.at, "value": point.value} for point in chart.points]
    return {"title": chart.title, "most": chart.most, "points": points}


FORMS: dict[str, Callable[[Page], bytes]] = {
    "text": text.render,
    "html": html.render,
    "pdf": pdf.render,
    "json": as_json,
}
"""The forms a page can take, by name; each is fitted to one sheet. PDF needs the extra ``share``."""

ENDINGS: Final = {"text": "txt", "html": "html", "pdf": "pdf", "json": "json"}
"""Form → what the file's name ends in."""

LOCKED: Final = "PDF, by password"
"""What the ledger says of a PDF with a password."""


def render(page: Page, form: str, password: str = "") -> bytes:
    """The page in one of ``FORMS``; a PDF may have a password. Raises ``NoPdf``."""
    return pdf.render(page, password) if form == "pdf" else FORMS[form](page)


def write_page(
    journal: Journal,
    page: Page,
    form: str,
    path: Path,
    *,
    replace: bool = False,
    sealed: Seal | None = None,
    password: str = "",
) -> Share:
    """Write the page to a file, ``sealed`` with age or not, and note it in the share ledger; the note.

    Raises ``FileExistsError`` or another ``OSError``, ``NoPdf`` and ``NotSealed`` (nothing is written, nothing noted),
    and ``LedgerNotSaved``.
    """
    data = render(page, form, password)
    how = LOCKED if password and form == "pdf" else ""
    if sealed is not None:
        data, how = seal(data, sealed), sealed.words
    return give(journal, path, data, _share(page, form, how), over=replace)


def _share(page: Page, form: str, sealed: str) -> Share:
    return Share(
        first=page.first,
        last=page.last,
        person=page.person,
        level=page.level,
        form=form,
        sealed=sealed,
        sections=[section for section in page.sections if section],
        struck={section or "heading": count for section, count in page.struck.items()},
        lines=sum(bool(said.key) for said in fit(page).lines),
    )
