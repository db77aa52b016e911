"""Decide what of an export is added to a journal: nothing twice, nothing that was deleted, nothing that contradicts it.

``plan`` saves nothing. ``journal.importing.batches`` adds a plan and undoes it again. The journal is right where the
export says something else: such a day stays as it is, and the plan says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.checkins import CheckIn
from journal.domain.dates import EARLIEST_YEAR
from journal.domain.days import DayState, Mark, MarkSource, by_focus, latest_marks
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.imports import ImportBatch, ImportedRecord, hash_key, known_keys
from journal.domain.labels import folded
from journal.domain.record import UNFILLED, Record, checked
from journal.domain.tags import LONGEST_TAG, MOST_TAGS, format_tags, joined, split_tags, tags_by_use
from journal.domain.uses import Use, counted_uses, unit_beside
from journal.errors import InvalidRecord
from journal.importing.batch_writer import Keyed
from journal.importing.days_csv import LONGEST_LABEL, Row, focuses_by_label, fresh_rows, is_sound_amount
from journal.importing.found import Found, FoundCheckIn, FoundDay, FoundEntry, FoundFocus, FoundUse, Moment, Reading
from journal.store.journal import Journal
from journal.text import import_report as report_text
from journal.text import imports as imports_text

R = TypeVar("R", bound=Record)

LONGEST_TITLE: Final = 1_000

_REASONS: Final = {
    imports_text.MARKED_OTHERWISE: report_text.MARKED_OTHERWISE,
    imports_text.USE_ON_THIS_DAY: report_text.USE_LOGGED,
}


class ImportPlan(Struct):
    """What an import will do. ``records`` are complete, each with the key of what it was made from.

    ``moved`` gives the new start of focuses by uid, ``starts`` the same by label, ``linked`` the focuses that are there
    already. ``present`` counts what is not added because it is there, or was imported before. The dictionaries count by
    sentence: ``kept`` what stays as it is in the journal, ``doubts`` what to check, ``left_out`` what is not imported.
    """

    program: str = ""
    file: str = ""
    records: list[Keyed] = []
    moved: dict[str, date] = {}
    starts: dict[str, date] = {}
    linked: list[ImportedRecord] = []
    present: int = 0
    kept: dict[str, int] = {}
    doubts: dict[str, int] = {}
    left_out: dict[str, int] = {}

    @property
    def counts(self) -> dict[str, int]:
        """Return how many records are added, by table."""
        return dict(Counter(one.record.table for one in self.records))

    @property
    def focuses(self) -> list[Focus]:
        """Return the focuses that are added."""
        return [one.record for one in self.records if isinstance(one.record, Focus)]

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day of what is added; None where nothing is of a day."""
        days = [one.record.local_date for one in self.records if not isinstance(one.record, Focus)]
        return (min(days), max(days)) if days else None


def plan(journal: Journal, reading: Reading, program: str = "", file: str = "") -> ImportPlan:
    """Return what of an export is to be added. ``program`` is its kind, ``file`` the name of its file."""
    return _Planner(journal, program, file).plan(reading)


class _Place(Struct):
    """Where the days of one label go: to a focus that is there, to a new one, or nowhere if that was deleted."""

    key: str
    focus: Focus
    is_new: bool
    is_deleted: bool = False
    has_days: bool = False
    unit: str = ""


class _Planner:
    """Makes one plan."""

    def __init__(self, journal: Journal, program: str, file: str) -> None:
        self._journal = journal
        self._known = known_keys(journal.imports)
        self._imported = _added_by(journal.imports)
        self._today, self._now = journal.today(), journal.now()
        self._latest = journal.local(self._now).date()
        self._own_tags = tags_by_use(journal.entries)
        self._labels = focuses_by_label(journal)
        self._places: dict[str, _Place] = {}
        self._found: dict[str, FoundFocus] = {}
        self._marks, self._uses = by_focus(journal.marks), by_focus(journal.uses)
        self._kept: Counter[str] = Counter()
        self._doubts: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._plan = ImportPlan(program, file)
        self._fold = cache(folded)

    def plan(self, reading: Reading) -> ImportPlan:
        """Return the plan."""
        self._left_out.update(reading.left_out)
        for found in reading.found:
            if isinstance(found, FoundFocus):
                self._found.setdefault(self._fold(found.label), found)
        fresh = [found for found in self._not_yet_known(reading.found) if self._is_datable(found)]
        records: list[Keyed] = []
        records += self._entries(fresh)
        records += self._checkins(fresh)
        for found in fresh:
            if isinstance(found, FoundFocus) and not self._place(found.label).is_new:
                self._plan.present += 1
        records += self._days_and_uses(fresh)
        self._plan.records = [*self._new_focuses(), *records]
        self._plan.kept, self._plan.doubts = dict(self._kept), dict(self._doubts)
        self._plan.left_out = dict(self._left_out)
        return self._plan

    def _not_yet_known(self, found: Iterable[Found]) -> list[Found]:
        seen: set[str] = set()
        fresh = []
        for one in found:
            key = hash_key(one.key)
            if key in self._known or key in seen:
                self._plan.present += 1
            else:
                seen.add(key)
                fresh.append(one)
        return fresh

    def _is_datable(self, found: Found) -> bool:
        """Return whether its day is one that a journal has; count it as left out where not."""
        if isinstance(found, FoundFocus):
            return True
        day = found.day if isinstance(found, FoundDay) else _moment_of(found).day
        at = None if isinstance(found, FoundDay) else _moment_of(found).at
        if day > self._latest or (at is not None and at.tzinfo is not None and at > self._now):
            self._left_out[report_text.IN_FUTURE] += 1
            return False
        if day.year < EARLIEST_YEAR:
            self._left_out[report_text.TOO_EARLY] += 1
            return False
        return True

    # Each kind.

    def _entries(self, fresh: Iterable[Found]) -> list[Keyed]:
        made = []
        for found in fresh:
            if not isinstance(found, FoundEntry):
                continue
            if not (found.text.strip() or found.title.strip()):
                self._left_out[report_text.NOTHING_WRITTEN] += 1
                continue
            made += self._keyed(found, partial(self._entry, found))
        return made

    def _entry(self, found: FoundEntry) -> Entry:
        title, text = found.title.strip(), found.text
        if len(title) > LONGEST_TITLE:
            title, text = "", f"{title}\n\n{text}"
        tags = ["-".join(split_tags(tag)) for tag in found.tags]
        spelled = joined(" ".join(tags), self._own_tags)
        kept = [tag for tag in spelled if len(tag) <= LONGEST_TAG][:MOST_TAGS]
        if over := [tag for tag in spelled if tag not in kept]:
            text = f"{text}\n\n{format_tags(over)}"
            self._doubts[report_text.TAGS_IN_TEXT] += 1
        return _at(Entry(title=title, text=text, tags=kept, read_again=found.read_again), found.when)

    def _checkins(self, fresh: Iterable[Found]) -> list[Keyed]:
        taken = {one.local_date for one in self._journal.checkins if one.uid not in self._imported}
        made = []
        for found in fresh:
            if not isinstance(found, FoundCheckIn):
                continue
            if found.when.day in taken:
                self._kept[report_text.CHECK_IN_THERE] += 1
                continue
            made += self._keyed(found, partial(_checkin, found))
        return made

    def _days_and_uses(self, fresh: Iterable[Found]) -> list[Keyed]:
        days: defaultdict[str, list[FoundDay]] = defaultdict(list)
        uses: defaultdict[str, list[FoundUse]] = defaultdict(list)
        for found in fresh:
            if isinstance(found, FoundDay | FoundUse):
                label = self._fold(found.focus)
                self._place(found.focus)
                if self._places[label].is_deleted:
                    self._left_out[report_text.FOCUS_DELETED] += 1
                elif isinstance(found, FoundDay):
                    days[label].append(found)
                else:
                    uses[label].append(found)
        made = []
        for label in dict.fromkeys([*days, *uses]):
            own = self._uses_of(self._places[label], uses[label])
            own += self._days_of(self._places[label], days[label], {one.record.local_date for one in own})
            self._set_start(self._places[label], [one.record.local_date for one in own])
            made += own
        return made

    def _uses_of(self, place: _Place, found: list[FoundUse]) -> list[Keyed]:
        marked = latest_marks(place.focus, self._marks[place.focus.uid])
        taken = {use.local_date for use in self._uses[place.focus.uid] if use.uid not in self._imported}
        made = []
        for one in found:
            mark = marked.get(one.when.day)
            if mark is not None and mark.state in (DayState.CLEAN, DayState.NOT_APPLICABLE):
                self._kept[report_text.MARKED_FREE] += 1
            elif one.when.day in taken:
                self._kept[report_text.USE_THERE] += 1
            else:
                made += self._keyed(one, partial(self._use, place, one))
        return made

    def _use(self, place: _Place, found: FoundUse) -> Use:
        unit = unit_beside(place.focus, place.unit) if place.unit else ""
        amount = self._amount(found.amount)
        use = Use(focus=place.focus.uid, amount=amount, unit=unit if amount is not None else "", note=found.note)
        return _at(use, found.when)

    def _days_of(self, place: _Place, found: list[FoundDay], used_too: set[date]) -> list[Keyed]:
        marked = latest_marks(place.focus, self._marks[place.focus.uid])
        used = {use.local_date for use in counted_uses(place.focus, self._uses[place.focus.uid])} | used_too
        rows = []
        for line, one in enumerate(found):
            if one.state is DayState.WITHIN:
                self._left_out[report_text.STATE_UNKNOWN] += 1
            else:
                rows.append(Row(line, one.focus, one.day, one.state, self._day_amount(place, one)))
        fresh, reasons = fresh_rows(rows, marked, used)
        self._kept.update(_REASONS[reason] for reason in reasons.values())
        self._plan.present += len(rows) - len(fresh) - len(reasons)
        made = []
        for row in fresh:
            made += self._keyed(found[row.line], partial(self._mark, place, row))
        return made

    def _mark(self, place: _Place, row: Row) -> Mark:
        return Mark(
            focus=place.focus.uid,
            local_date=row.day,
            state=row.state,
            source=MarkSource.IMPORT,
            amount=row.amount,
            back_filled=row.day < self._today,
        )

    def _day_amount(self, place: _Place, found: FoundDay) -> Decimal | None:
        if found.amount is not None and _is_other_unit(place):
            self._doubts[report_text.OTHER_UNIT] += 1
            return None
        return self._amount(found.amount)

    def _amount(self, amount: Decimal | None) -> Decimal | None:
        if amount is None or is_sound_amount(amount):
            return amount
        self._doubts[report_text.AMOUNT_DROPPED] += 1
        return None

    def _keyed(self, found: Found, make: Callable[[], Record]) -> list[Keyed]:
        """Return the record of a thing found, none where a journal cannot hold it; count what is doubtful about it."""
        try:
            record = checked(make())
        except (InvalidRecord, ValueError):
            self._left_out[report_text.NOT_STORABLE] += 1
            return []
        self._doubts.update(found.doubts)
        return [Keyed(found.key, record)]

    # Focuses.

    def _place(self, label: str) -> _Place:
        """Return where the days of a label go; the first time, decide it."""
        name = self._fold(label)
        if name not in self._places:
            self._places[name] = self._new_place(name, label.strip()[:LONGEST_LABEL])
        return self._places[name]

    def _new_place(self, name: str, label: str) -> _Place:
        found = self._found.get(name)
        key = found.key if found else f"{self._plan.program}:{name}"
        unit = found.unit if found else ""
        before = self._known.get(hash_key(key))
        if before is not None and before in self._journal.focuses:
            return _Place(key, self._journal.focuses.get(before), False, unit=unit)
        if name in self._labels:
            focus = self._labels[name]
            self._plan.linked.append(ImportedRecord(hash_key(key), Focus.table, focus.uid))
            return _Place(key, focus, False, unit=unit)
        new = Focus(uid=self._journal.new_uid(), label=label, unit=unit, start=found.start if found else None)
        return _Place(key, new, True, is_deleted=before is not None, unit=unit)

    def _set_start(self, place: _Place, days: list[date]) -> None:
        """Let a new focus start on its first day at the latest, and move the start of one that is there back to it."""
        first = min(days, default=None)
        if first is None:
            return
        place.has_days = True
        start = place.focus.start
        if place.is_new:
            place.focus = replace(place.focus, start=min(start or first, first))
        elif start is not None and first < start:
            self._plan.moved[place.focus.uid] = first
            self._plan.starts[place.focus.label] = first

    def _new_focuses(self) -> list[Keyed]:
        """Return the focuses to add: those that the export names, and those that days or uses of it need."""
        made: list[Keyed] = []
        for found in self._found.values():
            if hash_key(found.key) not in self._known:
                self._place(found.label)
        for name, place in self._places.items():
            named = self._found.get(name)
            if place.is_new and not place.is_deleted and (named or place.has_days):
                made += self._keyed(named or FoundFocus(key=place.key, label=""), partial(_focus_of, place))
        return made


def _at(record: R, when: Moment) -> R:
    """Return the record with when it happened; without an instant the journal fills one in from the day."""
    return replace(
        record,
        local_date=when.day,
        at=when.at or UNFILLED,
        zone=when.zone if _is_zone(when.zone) else "",
        precision=when.precision,
    )


def _checkin(found: FoundCheckIn) -> CheckIn:
    return _at(CheckIn(mood=found.mood), found.when)


def _focus_of(place: _Place) -> Focus:
    return place.focus


def _moment_of(found: Found) -> Moment:
    assert isinstance(found, FoundEntry | FoundUse | FoundCheckIn)
    return found.when


def _added_by(batches: Iterable[ImportBatch]) -> set[str]:
    """Return the uids of all records that imports added."""
    return {record.uid for batch in batches for record in batch.records if record.digest}


@cache
def _is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ValueError, KeyError, OSError):
        return False
    return True


def _is_other_unit(place: _Place) -> bool:
    """Return whether the export counts in another unit than the focus that is there."""
    return bool(place.unit and place.focus.unit) and folded(place.unit) != folded(place.focus.unit)
