"""Choose records by kind, focus, person, tag, sensitivity and period, all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from msgspec import Struct

from journal.domain.labels import folded
from journal.domain.record import Record, Sensitivity

R = TypeVar("R", bound=Record)


class RecordFilter(Struct, kw_only=True, frozen=True):
    """What records have to be; an empty part allows any.

    ``table`` is that of their kind, ``focus`` and ``person`` are uids, ``tag`` is compared as ``folded`` compares.
    ``first`` and ``last`` are included.
    """

    table: str = ""
    focus: str = ""
    person: str = ""
    tag: str = ""
    sensitivity: Sensitivity | None = None
    first: date | None = None
    last: date | None = None

    def allows(self, record: Record) -> bool:
        """Return whether the record is what every part asks for. One without a focus has no focus that is asked for."""
        return (
            self.table in ("", record.table)
            and self.focus in ("", getattr(record, "focus", None))
            and self.person in ("", getattr(record, "person", None))
            and self.sensitivity in (None, record.sensitivity)
            and (self.first is None or self.first <= record.local_date)
            and (self.last is None or record.local_date <= self.last)
            and (not self.tag or folded(self.tag) in map(folded, tags_of(record)))
        )


ALL = RecordFilter()
"""Allows every record."""


def matching(records: Iterable[R], wanted: RecordFilter) -> list[R]:
    """Return the records that the filter allows, in their order."""
    return list(records) if wanted == ALL else [record for record in records if wanted.allows(record)]


def tags_of(record: Record) -> list[str]:
    """Return the tags of a record; only entries have any."""
    tags: list[str] = getattr(record, "tags", [])
    return tags


class Occurring(NamedTuple):
    """What there is among some records to filter by. ``tags`` are as first written, the most frequent first."""

    focuses: frozenset[str]
    people: frozenset[str]
    tags: list[str]
    sensitivities: frozenset[Sensitivity]
    tables: frozenset[str]


def occurring(records: Iterable[Record]) -> Occurring:
    """Return what occurs in the records, oldest spelling of each tag first if they come oldest first."""
    focuses, people, sensitivities, tables = set(), set(), set(), set()
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for record in records:
        tables.add(record.table)
        sensitivities.add(record.sensitivity)
        focuses.add(getattr(record, "focus", ""))
        people.add(getattr(record, "person", ""))
        for tag in tags_of(record):
            counts[folded(tag)] += 1
            written.setdefault(folded(tag), tag.strip())
    tags = [written[tag] for tag, _ in counts.most_common() if tag]
    return Occurring(
        frozenset(focuses - {""}), frozenset(people - {""}), tags, frozenset(sensitivities), frozenset(tables)
    )
