"""Giving a page away: its forms, the file, and the note in the share ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from journal import leaving
from journal.book import Journal, VaultError
from journal.domain.sharing import Share
from journal.leaving import Page
from journal.summary import html, text
from journal.summary.sheet import fit

LONGEST_PLACE = 1000
"""Characters of a path that the ledger keeps: its end, which names the file."""


class LedgerNotSaved(Exception):
    """The file was written, but the share ledger could not be; the message is one sentence that is safe to show."""


def as_json(page: Page) -> bytes:
    """The page as JSON: period, level, and each line's section, label, text, strip and figures as plain values."""
    lines = [
        {
            "section": said.section,
            "label": said.label,
            "text": said.text,
            "strip": [{"over": cell.head, "mark": cell.mark, "meaning": cell.meaning} for cell in said.cells],
            "values": said.values,
        }
        for said in fit(page).lines
    ]
    plain = {"title": page.title, "first": page.first, "last": page.last, "level": page.level, "lines": lines}
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


FORMS: dict[str, Callable[[Page], bytes]] = {"text": text.render, "html": html.render, "json": as_json}
"""The forms a page can take, by name; each is fitted to one sheet."""


def render(page: Page, form: str) -> bytes:
    """The page in one of ``FORMS``."""
    return FORMS[form](page)


def write_page(journal: Journal, page: Page, form: str, path: Path, *, replace: bool = False) -> Share:
    """Write the page to a file, then note in the share ledger what was given to whom, and return that note.

    The file comes first: a page that was noted but not written would move the next period. Raises ``FileExistsError``
    or another ``OSError`` (nothing is written, nothing noted) and ``LedgerNotSaved``.
    """
    data = render(page, form)
    leaving.write(path, data, replace=replace)
    share = _share(page, form, path, data)
    try:
        journal.shares.add(share)
    except VaultError as error:
        raise LedgerNotSaved(f"The page is written, but it could not be noted as shared: {error}") from error
    return share


def _share(page: Page, form: str, path: Path, data: bytes) -> Share:
    return Share(
        first=page.first,
        last=page.last,
        person=page.person,
        level=page.level,
        form=form,
        place=str(path).encode(errors="replace").decode()[-LONGEST_PLACE:],
        sections=[section for section in page.sections if section],
        struck={section or "heading": count for section, count in page.struck.items()},
        lines=sum(bool(said.key) for said in fit(page).lines),
        sha256=hashlib.sha256(data).hexdigest(),
    )
