"""Save the records of one import with the batch that names them, so that the import can be undone.

``days_csv`` and ``batches`` call ``save_batch``. The batch keeps hashes of the keys, and nothing else of the export.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from journal.domain.imports import MOST_RECORDS, ImportBatch, ImportedRecord, MovedStart, digest_of, hash_key
from journal.domain.record import Record
from journal.store.collection import Present
from journal.store.journal import Journal

Progress = Callable[[int], None]

LONGEST_NAME = 200
"""Characters that are kept of the name of a file."""

_AT_ONCE = 1_000
"""Records between two reports of progress."""


class Keyed(Struct, frozen=True, gc=False):
    """A record that is to be added, and the key of what it was made from."""

    key: str
    record: Record


def save_batch(
    journal: Journal,
    program: str,
    file: str,
    records: Iterable[Keyed],
    *,
    moved: dict[str, date] | None = None,
    linked: Sequence[ImportedRecord] = (),
    done: Progress = lambda count: None,
) -> list[str]:
    """Add records in one transaction, together with their batch, and return their uids; without records do nothing.

    ``moved`` gives the new start of focuses by uid, ``linked`` the keys of records that are there already. A record
    with a uid is added under it. ``done`` is called with a number of records as they are saved.
    """
    added: list[ImportedRecord] = []
    present = Present(journal)
    with journal.transaction():
        starts = [_move_start(journal, uid, day) for uid, day in (moved or {}).items()]
        for part in _parts(records):
            added += _add(journal, part, present)
            done(len(part))
        if added:
            _save_documents(journal, ImportBatch(program=program, file=file[-LONGEST_NAME:]), [*linked, *added], starts)
    return [one.uid for one in added]


def _move_start(journal: Journal, uid: str, day: date) -> MovedStart:
    focus = journal.focuses.get(uid)
    journal.focuses.replace(uid, replace(focus, start=day))
    return MovedStart(uid, focus.start or day, day)


def _parts(records: Iterable[Keyed]) -> Iterator[list[Keyed]]:
    part: list[Keyed] = []
    for record in records:
        part.append(record)
        if len(part) == _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _add(journal: Journal, part: Sequence[Keyed], present: Present) -> Iterator[ImportedRecord]:
    changes = []
    for keyed in part:
        uid = keyed.record.uid or journal.new_uid()
        change, whole = journal.collection(type(keyed.record)).prepare(uid, keyed.record, present)
        if change is not None:
            changes.append(change)
        digest = digest_of(msgspec.to_builtins(whole))
        yield ImportedRecord(hash_key(keyed.key), keyed.record.table, uid, digest)
    journal.apply(changes)


def _save_documents(
    journal: Journal, batch: ImportBatch, records: Sequence[ImportedRecord], moved: list[MovedStart]
) -> None:
    """Save the batch as as many documents as it takes; all have the same program and file, the first the starts."""
    first = ""
    for start in range(0, len(records), MOST_RECORDS):
        part = replace(batch, batch=first, records=list(records[start : start + MOST_RECORDS]), moved=moved)
        uid = journal.imports.add(part)
        first, moved = first or uid, []
