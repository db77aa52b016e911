"""Giving something away: a file written whole or not at all, then a note in the share ledger."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from journal.domain.share_ledger import Paper, Share
from journal.errors import LedgerNotSaved, VaultError
from journal.sharing import release
from journal.sharing.page import Page
from journal.store.journal import Journal
from journal.text.errors import error_text

LONGEST_PLACE = 1000
"""Characters of a path that the ledger keeps: its end, which names the file."""


def give(journal: Journal, path: Path, data: bytes, share: Share, *, over: bool = False) -> Share:
    """Write the file, then note it as ``share`` with its place and digest; the note.

    The file comes first: a page that was noted but not written would move the next period. ``over`` a file that is
    there only when asked to. Raises ``FileExistsError`` or another ``OSError`` (nothing is written, nothing noted)
    and ``LedgerNotSaved``.
    """
    release.write(path, data, replace=over)
    place = str(path).encode(errors="replace").decode()[-LONGEST_PLACE:]
    noted = replace(share, place=place, sha256=hashlib.sha256(data).hexdigest())
    try:
        return journal.shares.get(journal.shares.add(noted))
    except VaultError as error:
        raise LedgerNotSaved(f"The file is written, but it could not be noted as given: {error_text(error)}") from error


def noted(what: Paper, page: Page, path: Path) -> Share:
    """What the share ledger says of a paper."""
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
