"""Writes a file for others and notes it in the share ledger.

The page (``journal.summary.formats``), the calendar and the papers of the screens are given away through ``give``.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from journal.domain.share_ledger import Paper, Share, ShareFile, same_sharing, with_file
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

    The same page in another form is no second sharing: the file is added to the one of today.

    The file is written first: a page that was noted but not written would move the next period. ``over`` allows
    replacing a file. Raises ``FileExistsError`` or another ``OSError``, with nothing written or noted, and
    ``LedgerNotSaved``.
    """
    release.write(path, data, replace=over)
    place = str(path).encode(errors="replace").decode()[-LONGEST_PLACE:]
    digest = hashlib.sha256(data).hexdigest()
    file = ShareFile(form=share.form, sealed=share.sealed, place=place, sha256=digest)
    try:
        return _noted_file(journal, share, file)
    except VaultError as error:
        raise LedgerNotSaved(sealing_text.not_noted(errors_text.error_text(error))) from error


def _noted_file(journal: Journal, share: Share, file: ShareFile) -> Share:
    """Save the file with the sharing it belongs to, or with a new one, and return what was saved."""
    before = same_sharing(journal.shares, share, journal.today())
    if before is not None:
        return journal.shares.put(before.uid, with_file(before, file))
    new = replace(share, place=file.place, sha256=file.sha256, files=[file])
    return journal.shares.get(journal.shares.add(new))


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
