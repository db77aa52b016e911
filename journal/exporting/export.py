"""Write all of a journal to a folder, or to one encrypted file, for the person: archive, tables and entries.

It is the one exception to the sensitivity *never* (see ``journal.sharing.release``): the caller asks the person first.
"""

from __future__ import annotations

import errno
import io
import os
import re
import tarfile
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from journal.domain.archive import FILE_NAME
from journal.exporting.archive import archive
from journal.exporting.markdown import markdown_entries
from journal.exporting.tables import csv_tables
from journal.sharing import release
from journal.sharing.age import ENDING, Seal, seal
from journal.store.journal import Journal
from journal.text import exporting as exporting_text

READ_ME: Final = "README.txt"
SEALED_ENDING: Final = f".tar.{ENDING}"


_UNFINISHED: Final = re.compile(r".+\.unfinished-[0-9a-f]{8}")


class Exported(Struct, frozen=True):
    """What was written: the path of the folder or the encrypted file, and how many records and files it holds.

    ``unfinished``: folders next to it that exports left when they were killed. They can be read.
    """

    path: Path
    records: int
    files: int
    unfinished: tuple[Path, ...] = ()


def export(journal: Journal, folder: Path, sealed: Seal | None = None) -> Exported:
    """Write the folder; or with ``sealed`` the file ``FOLDER.tar.age`` next to it, which holds the folder.

    Everything is written or nothing. Raises ``FileExistsError`` where something is there already (a folder may be
    empty), other ``OSError``, and ``NotSealed``.
    """
    path = target(folder, sealed=sealed is not None)
    if not path.name:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    files = exported_files(journal)
    if sealed is None:
        release.write_export(path, files)
    else:
        release.write(path, seal(_tar(path.name.removesuffix(SEALED_ENDING), files, journal.now()), sealed))
    return Exported(path, len(journal.documents), len(files), unfinished_exports(path.parent))


def target(folder: Path, *, sealed: bool) -> Path:
    """Return where an export to a folder is written. Of the root folder, which has no name, it is the root folder.

    Without ``..``: it would be a name in the tar archive, and lead out of the folder that it is unpacked to.
    """
    place = Path(os.path.abspath(folder))  # noqa: PTH100  # unlike Path.resolve, it follows no link
    return place.with_name(f"{place.name}{SEALED_ENDING}") if sealed and place.name else place


def unfinished_exports(folder: Path) -> tuple[Path, ...]:
    """Return the folders in ``folder`` that killed exports left; none if it can't be read.

    Nothing removes them, because another program may be writing one of them now.
    """
    try:
        return tuple(sorted(one for one in folder.iterdir() if _UNFINISHED.fullmatch(one.name) and one.is_dir()))
    except OSError:
        return ()


def exported_files(journal: Journal) -> dict[str, bytes]:
    """Return the files of an export by name."""
    written = {READ_ME: exporting_text.READ_ME.encode(), FILE_NAME: archive(journal)}
    return {**written, **csv_tables(journal), **markdown_entries(journal)}


def _tar(folder: str, files: dict[str, bytes], at: datetime) -> bytes:
    """Return a tar archive of a folder, for this account only as the folder itself would be."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(f"{folder}/{name}")
            member.size, member.mode, member.mtime = len(data), 0o600, int(at.timestamp())
            tar.addfile(member, io.BytesIO(data))
    return packed.getvalue()
