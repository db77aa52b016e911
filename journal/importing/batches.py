"""Add what was planned of an export, and undo the last import.

``journal.importing.planning`` decides what is added. An undo takes away what its import added and nobody changed since;
it keeps the rest, and remembers that it was imported, so that the same export does not add it a second time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.focuses import Focus
from journal.domain.imports import ImportBatch, ImportedRecord, MovedStart, digest_of, last_import
from journal.domain.kinds import KINDS
from journal.domain.milestones import Milestone
from journal.errors import InvalidRecord, NotFound
from journal.importing.batch_writer import Progress, save_batch
from journal.importing.planning import ImportPlan
from journal.store.collection import Collection
from journal.store.journal import Journal

_TYPES: Final = {kind.type.table: kind.type for kind in KINDS}


def add(journal: Journal, plan: ImportPlan, done: Progress = lambda count: None) -> int:
    """Save what was planned in one transaction, and return how many records that were. Raises the vault's errors.

    ``done`` is called with a number of records as they are saved.
    """
    uids = save_batch(journal, plan.program, plan.file, plan.records, moved=plan.moved, linked=plan.linked, done=done)
    return len(uids)


class UndoPlan(Struct):
    """What undoing an import will do to the records of its ``parts``.

    ``gone`` are taken away, ``kept`` were changed since or something was added to them, ``deleted`` are not there any
    more. ``focuses`` are the labels of those kept; ``starts`` are set back, by label.
    """

    parts: list[ImportBatch]
    gone: list[ImportedRecord] = []
    kept: list[ImportedRecord] = []
    deleted: list[ImportedRecord] = []
    moved: list[MovedStart] = []
    focuses: list[str] = []
    starts: dict[str, date] = {}

    @property
    def gone_counts(self) -> dict[str, int]:
        """Return how many records are taken away, by table."""
        return dict(Counter(one.table for one in self.gone))

    @property
    def kept_counts(self) -> dict[str, int]:
        """Return how many records are kept, by table; focuses are named in ``focuses`` instead."""
        return dict(Counter(one.table for one in self.kept if one.table != Focus.table))


def plan_undo(journal: Journal) -> UndoPlan | None:
    """Return what undoing the last import that was not undone will do; None where there is none. Nothing is saved."""
    parts = last_import(journal.imports)
    return _plan(journal, parts) if parts else None


def _plan(journal: Journal, parts: list[ImportBatch]) -> UndoPlan:
    """Return what undoing these parts of one import does to the journal as it is now."""
    plan = UndoPlan(parts)
    named = _named_by_others(journal)
    focuses = []
    for record in (record for part in parts for record in part.records if record.digest):
        if record.table == Focus.table:
            focuses.append(record)
        elif record.table not in _TYPES:  # a newer version added it, and only that can tell whether it was changed
            plan.kept.append(record)
        else:
            _sort(plan, record, _digest(journal, record), is_kept=record.uid in named)
    gone = {record.uid for record in plan.gone}
    held = _focuses_with_something(journal, gone) if focuses else set()
    for record in focuses:
        _sort(plan, record, _digest(journal, record), is_kept=record.uid in held)
    kept = {record.uid for record in plan.kept}
    plan.focuses = [focus.label for focus in journal.focuses if focus.uid in kept]
    for moved in (moved for part in parts for moved in part.moved):
        _set_back(journal, plan, moved)
    return plan


def undo(journal: Journal, planned: UndoPlan) -> UndoPlan:
    """Do what was planned in one transaction, and return what was done.

    What was changed, or got something added, since it was planned is kept as well: the person may have written
    meanwhile. Raises the vault's errors; then nothing was changed.
    """
    plan = _as_of_now(journal, planned)
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    for record in plan.gone:
        by_table[record.table].append(record.uid)
    with journal.transaction():
        for name, uids in by_table.items():
            _collection(journal, name).remove_many(uids)
        for moved in plan.moved:
            focus = journal.focuses.get(moved.focus)
            journal.focuses.replace(moved.focus, replace(focus, start=moved.before))
        _keep_remembered(journal, plan)
    return plan


def _as_of_now(journal: Journal, planned: UndoPlan) -> UndoPlan:
    """Return a plan for the journal as it is now that takes away nothing and sets nothing back but what was planned."""
    uids = {part.uid for part in planned.parts}
    parts = [one for one in journal.imports if one.uid in uids and not one.undone]
    plan = _plan(journal, sorted(parts, key=lambda one: one.uid))
    meant = {(record.table, record.uid) for record in planned.gone}
    plan.kept += [record for record in plan.gone if (record.table, record.uid) not in meant]
    plan.gone = [record for record in plan.gone if (record.table, record.uid) in meant]
    plan.moved = [moved for moved in plan.moved if moved in planned.moved]
    return plan


def _keep_remembered(journal: Journal, plan: UndoPlan) -> None:
    """Let the batch name only what was kept and what had been deleted; without these it goes."""
    remembered = {record.key for record in (*plan.kept, *plan.deleted)}
    for part in plan.parts:
        left = [one for one in part.records if remembered and (one.key in remembered or not one.digest)]
        if left:
            journal.imports.replace(part.uid, replace(part, records=left, moved=[], undone=True))
        else:
            journal.imports.remove(part.uid)


def _sort(plan: UndoPlan, record: ImportedRecord, digest: str, *, is_kept: bool) -> None:
    if not digest:
        plan.deleted.append(record)
    elif is_kept or digest != record.digest:
        plan.kept.append(record)
    else:
        plan.gone.append(record)


def _set_back(journal: Journal, plan: UndoPlan, moved: MovedStart) -> None:
    """Plan to set a start back, unless it was changed since, or a day before it was kept or noted since."""
    try:
        focus = journal.focuses.get(moved.focus)
    except (NotFound, InvalidRecord):
        return
    first, kept = plan.parts[0], {one.uid for one in plan.kept}
    since = (first.made_at, first.uid)
    own = (one for one in (*journal.marks, *journal.uses) if one.focus == moved.focus)
    days = [one.local_date for one in own if one.uid in kept or (one.made_at, one.uid) > since]
    if focus.start == moved.after and min(days, default=moved.before) >= moved.before:
        plan.moved.append(moved)
        plan.starts[focus.label] = moved.before


def _digest(journal: Journal, record: ImportedRecord) -> str:
    """Return the digest of a record as it is now; empty where it was deleted."""
    try:
        return digest_of(_collection(journal, record.table).document(record.uid))
    except NotFound:
        return ""


def _collection(journal: Journal, table: str) -> Collection[Any]:
    return journal.collection(_TYPES[table])


def _named_by_others(journal: Journal) -> set[str]:
    """Return the uids of records to which something was added since: a look back, or a place on a mentor's list."""
    return {one.record for one in journal.parked} | {one.use for one in journal.debriefs}


def _focuses_with_something(journal: Journal, gone: set[str]) -> set[str]:
    """Return the uids of focuses that a record names which is not ``gone``. Milestones do not count: they are ours."""
    types = [type_ for type_ in _TYPES.values() if "focus" in type_.__struct_fields__ and type_ is not Milestone]
    return {one.focus for type_ in types for one in _collection(journal, type_.table) if one.uid not in gone}
