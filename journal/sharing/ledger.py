"""Writes a file for others and notes it in the share ledger.

The page (``journal.summary.formats``), the calendar and the papers of the screens are given away through ``give``.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from journal.domain.share_ledger import Paper, Share
from journal.errors import LedgerNotSaved, VaultError
from journal.sharing import release
from journal.sharing.page import Page
from journal.store.journal import Journal
from journal.text import errors as errors_text
from journal.text import sealing as sealing_text

LONGEST_PLACE = 1000
"""Characters of a path that the ledger keeps, counted from the end, which names the file."""


def give(journal: Journal, path: Path, data: bytes, share: Share, *, over: bool = False) -> Share:
    """Write the file, then save ``share`` with its path and SHA-256, and return what was saved.

    The file is written first: a page that was noted but not written would move the next period. ``over`` allows
    replacing a file. Raises ``FileExistsError`` or another ``OSError``, with nothing written or noted, and
    ``LedgerNotSaved``.
    """
    release.write(path, data, replace=over)
    place = str(path).encode(errors="replace").decode()[-LONGEST_PLACE:]
    noted = replace(share, place=place, sha256=hashlib.sha256(data).hexdigest())
    try:
        return journal.shares.get(journal.shares.add(noted))
    except VaultError as error:
        raise LedgerNotSaved(sealing_text.not_noted(errors_text.error_text(error))) from error


def noted(what: Paper, page: Page, path: Path) -> Share:
    """Return the entry of the share ledger for a paper, without its path and digest."""
    return Share(
        first=page.first,
        last=page.last,
        what=what,
        person=page.person,
        form=path.suffix.removeprefix(".") or "text",
        sections=[section for section in page.sections if section],
        struck=page.struck,
        lines=len(page.lines),
    )
