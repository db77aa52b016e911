"""Renders a page in one of its formats, writes it, sealed or not, and notes it in the share ledger.

``journal.cli.commands.share`` and ``screens.sharing`` call it. Every format is fitted to one sheet by ``layout``, so
that all of them hold the same lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from journal.domain.share_ledger import Share
from journal.sharing.age import Seal, seal
from journal.sharing.ledger import give
from journal.sharing.page import Chart, Page, in_its_language
from journal.store.journal import Journal
from journal.summary import html, pdf, text
from journal.summary.layout import fit
from journal.text import sealing as sealing_text


@in_its_language
def as_json(page: Page) -> bytes:
    """Return the page as JSON: period and level, and of each line all its words and figures.

    ``done`` is the box of a checklist, ``null`` for a line without one.
    """
    printed = fit(page)
    lines = [
        {
            "section": said.section,
            "label": said.label,
            "text": said.text,
            "strip": [{"over": cell.head, "mark": cell.mark, "meaning": cell.meaning} for cell in said.cells],
            "chart": _chart(said.chart) if said.chart else None,
            "values": said.values,
            "done": said.tick,
            "boxed": said.boxed,
        }
        for said in printed.lines
    ]
    plain = {"title": page.title, "first": page.first, "last": page.last, "level": page.level, "lines": lines}
    plain |= {"left_out": printed.left_out, "foot": printed.foot}
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
"""The formats of a page, by name. PDF needs the extra ``share``."""

ENDINGS: Final = {"text": "txt", "html": "html", "pdf": "pdf", "json": "json"}
"""Format → the ending of the file name."""


def render(page: Page, form: str, password: str = "") -> bytes:
    """Return the page in one of ``FORMS``; a PDF may have a password. Raises ``NoPdf``."""
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
    """Write the page to a file, ``sealed`` with age or not, note it in the share ledger, and return the note.

    Raises ``FileExistsError`` or another ``OSError``, ``NoPdf`` and ``NotSealed``, all with nothing written or noted,
    and ``LedgerNotSaved``.
    """
    data = render(page, form, password)
    how = sealing_text.SEALED_BY_PASSWORD if password and form == "pdf" else ""
    if sealed is not None:
        data, how = seal(data, sealed), sealed.words
    return give(journal, path, data, _share(page, form, how), over=replace)


def _share(page: Page, form: str, sealed: str) -> Share:
    printed = fit(page)
    return Share(
        first=page.first,
        last=page.last,
        person=page.person,
        level=page.level,
        form=form,
        sealed=sealed,
        sections=[section for section in printed.sections if section],
        struck={section or "heading": count for section, count in page.struck.items()},
        lines=sum(bool(said.key) for said in printed.lines),
        content=hashlib.sha256(msgspec.json.encode([printed.title, printed.lines])).hexdigest(),
    )
