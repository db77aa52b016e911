"""Read ``archive.json`` and add what a journal lacks: into an empty journal, that is the same state again.

``journal export`` writes it, ``docs/archive.md`` describes it. The file is checked as a whole before
anything is saved, and saved in one transaction. Nothing that is in the journal is replaced.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final, NoReturn, cast

import msgspec
from msgspec import Struct

from journal.domain.archive import FILE_NAME, FORMAT, LARGEST_ARCHIVE, NOT_IN_ARCHIVES, PROGRAM
from journal.domain.captures import Capture
from journal.domain.kinds import KINDS
from journal.domain.preferences import Preferences
from journal.domain.record import SCHEMA
from journal.domain.safety_plan import SafetyPlan
from journal.errors import BadExport
from journal.importing.files import read_file
from journal.store.journal import Journal
from journal.text import archive as archive_text

Tables = dict[str, dict[str, dict[str, Any]]]
"""Documents by table and uid."""

_ENCRYPTED: Final = b"age-encryption.org/"
_TABLE: Final = re.compile(r"[a-z_][a-z0-9_]{0,63}")
_UID: Final = re.compile(r"[0-9a-f]{32}")
_LARGEST_INT: Final = 2**53 - 1
_DEEPEST: Final = 50
"""Levels of lists and objects in a record; those of this program have four."""

_KNOWN: Final = {kind.table for kind in KINDS}
_ALWAYS_READ: Final = (Preferences.table, SafetyPlan.table)
"""Tables with the one record that every opening reads; it must be readable."""


class ImportedArchive(Struct, frozen=True):
    """The result of an import.

    ``added`` are the uids of the added records by table, so that they can be taken back. ``present`` counts the
    records that were there already, ``different`` those of them that say something else in the archive, ``unreadable``
    the added ones that this version keeps without being able to read them.
    """

    added: dict[str, list[str]]
    present: int = 0
    different: int = 0
    unreadable: int = 0

    def report(self, *, dry_run: bool) -> list[str]:
        """Return the result in sentences, none of which holds a word of the archive."""
        by_table = {table: len(uids) for table, uids in self.added.items()}
        return archive_text.report(by_table, self.present, self.different, self.unreadable, dry_run=dry_run)

    @property
    def number(self) -> int:
        """Return how many records were added."""
        return sum(map(len, self.added.values()))


def import_archive(journal: Journal, path: Path, *, dry_run: bool = False) -> ImportedArchive:
    """Add the records of an archive that the journal lacks; with ``dry_run`` only say what would be added.

    ``path`` is the file, or the folder that ``journal export`` made. Records keep uid, instants, sensitivity and
    fields that this version does not know. Raises ``BadExport``, ``OSError`` and the vault's errors; then nothing was
    added.
    """
    tables = read_archive(path)
    missing: Tables = {}
    present = different = 0
    for table, documents in tables.items():
        for uid, document in documents.items():
            same = journal.documents.compare(table, uid, document)
            if same is None and _was_reviewed(journal, table, uid, document):
                present += 1
            elif same is None:
                missing.setdefault(table, {})[uid] = document
            else:
                present, different = present + 1, different + (not same)
    unreadable = _count_unreadable(journal, missing)
    if not dry_run and missing:
        journal.apply(journal.documents.additions(missing))
    return ImportedArchive({table: list(new) for table, new in missing.items()}, present, different, unreadable)


def read_archive(path: Path) -> Tables:
    """Return the documents of an archive. Raises ``BadExport`` for anything else, and ``OSError``."""
    if path.is_dir():
        path = path / FILE_NAME
        if not path.exists():
            raise BadExport(archive_text.NO_ARCHIVE_IN_FOLDER)
    return parse_archive(read_file(path, LARGEST_ARCHIVE))


def parse_archive(data: bytes) -> Tables:
    """Return the documents that an archive holds. Raises ``BadExport``."""
    if data.startswith(_ENCRYPTED):
        raise BadExport(archive_text.ENCRYPTED)
    try:
        whole = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BadExport(archive_text.NOT_AN_ARCHIVE if PROGRAM.encode() not in data else archive_text.DAMAGED) from None
    if not isinstance(whole, dict) or whole.get("program") != PROGRAM:
        raise BadExport(archive_text.NOT_AN_ARCHIVE)
    if _is_newer(whole.get("format"), FORMAT) or _is_newer(whole.get("schema"), SCHEMA):
        raise BadExport(archive_text.NEWER)
    if whole.get("format") != FORMAT or not isinstance(whole.get("schema"), int):
        raise BadExport(archive_text.DAMAGED)
    _check(whole.get("tables"))
    return cast(Tables, whole["tables"])


def _check(tables: object) -> None:
    """Raise ``BadExport`` unless these are documents by table and uid that a journal can hold."""
    if not isinstance(tables, dict):
        raise BadExport(archive_text.DAMAGED)
    for name, documents in tables.items():
        if not _TABLE.fullmatch(name) or name in NOT_IN_ARCHIVES or not isinstance(documents, dict):
            raise BadExport(archive_text.DAMAGED)
        for uid, document in documents.items():
            if not _UID.fullmatch(uid) or not isinstance(document, dict) or not document or not _fits(document):
                raise BadExport(archive_text.DAMAGED)
            if name in _KNOWN and document.get("uid", uid) != uid:
                raise BadExport(archive_text.DAMAGED)
            if _is_newer(document.get("schema"), SCHEMA):
                raise BadExport(archive_text.NEWER)


def _fits(value: object, levels: int = _DEEPEST) -> bool:
    """Return whether a value comes back from a journal as it is: no number too large, no half of a surrogate pair."""
    if not levels:
        return False
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, dict):
        return all(_fits(name) and _fits(inner, levels - 1) for name, inner in value.items())
    if isinstance(value, list):
        return all(_fits(inner, levels - 1) for inner in value)
    if isinstance(value, float):
        return value not in (float("inf"), float("-inf"))  # 1e999
    return not isinstance(value, int) or abs(value) <= _LARGEST_INT


def _is_newer(number: object, known: int) -> bool:
    return isinstance(number, int) and number > known


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON. Raises ``ValueError`` for a name that is there twice: one of the two would be lost."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _refuse(constant: str) -> NoReturn:
    """Raise ``ValueError`` for NaN and infinity, which JSON does not have."""
    raise ValueError(constant)


def _was_reviewed(journal: Journal, table: str, uid: str, document: dict[str, Any]) -> bool:
    """Return whether a note to review was kept since the export: then it is in the journal, under the same uid."""
    try:
        return table == Capture.table and journal.inbox.is_known(uid, document)
    except ValueError:
        return False


def _count_unreadable(journal: Journal, missing: Tables) -> int:
    """Return how many of these documents no screen will show. Raises ``BadExport`` where one of them must be read."""
    number = 0
    for table, documents in missing.items():
        wrong = sum(not _is_readable(journal, table, document) for document in documents.values())
        if wrong and table in _ALWAYS_READ:
            raise BadExport(archive_text.DAMAGED)
        number += wrong
    return number


def _is_readable(journal: Journal, table: str, document: dict[str, Any]) -> bool:
    if table == Capture.table:
        try:
            msgspec.convert({"uid": "", **document}, Capture)
        except (msgspec.ValidationError, RecursionError):
            return False
        return True
    return table not in _KNOWN or journal.read_document(table, document) is not None
