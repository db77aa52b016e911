"""Check that every later release opens a journal of release 0.1 with every kind of record, and reads all of it."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from msgspec import inspect
from msgspec.structs import astuple

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.domain.kinds import KINDS
from journal.domain.preferences import Preferences
from journal.domain.record import Record
from journal.file_facts import Cost
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from tests.support.vault.reader import read_journal

PLACE = Path(__file__).parents[1] / "fixtures"
MADE = PLACE / "release-0.1.rj"
LISTED = PLACE / "release-0.1.json"
START = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
PASSPHRASE = "a sober morning"

_FILLED_IN = ("uid", "schema", "made_at", "zone", "local_date")

R = TypeVar("R", bound=Record)


def value(kind: inspect.Type, number: int) -> Any:
    """Return a value of a field's type, a different one for every number as far as there are others."""
    match kind:
        case inspect.UnionType():
            return value(next(each for each in kind.types if not isinstance(each, inspect.NoneType)), number)
        case inspect.StructType():
            return kind.cls(**{field.name: value(field.type, number) for field in kind.fields})
        case inspect.ListType():
            return [value(kind.item_type, number), value(kind.item_type, number + 1)]
        case inspect.DictType():
            return {f"name {number}": number}
        case inspect.EnumType():
            return list(kind.cls)[number % len(kind.cls)]
        case inspect.BoolType():
            return number % 2 == 0
        case inspect.IntType():
            low = kind.ge or 0
            return low + number % ((low + 9 if kind.le is None else kind.le) - low + 1)
        case inspect.DecimalType():
            return Decimal(number) + Decimal("0.50")
        case inspect.DateTimeType():
            return START + timedelta(hours=number)
        case inspect.DateType():
            return START.date() + timedelta(days=number)
        case inspect.StrType():
            return f"words {number} – ä 🌱"
    raise TypeError(kind)


def every(kind: type[R]) -> list[R]:
    """Return records of a type with every field filled, and with every value that one of their enums may have."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    fields = {field.name: field.type for field in info.fields if field.name not in _FILLED_IN}
    words = [each for field in fields.values() for each in _enums(field)]
    count = max(len(each.cls) for each in words)
    return [kind(**{name: value(field, number) for name, field in fields.items()}) for number in range(count)]


def _enums(kind: inspect.Type) -> list[inspect.EnumType]:
    inner = [*getattr(kind, "types", ()), *([kind.item_type] if isinstance(kind, inspect.ListType) else [])]
    here = [kind] if isinstance(kind, inspect.EnumType) else []
    return here + [found for each in inner for found in _enums(each)]


def told(journal: Journal) -> dict[str, dict[str, Any]]:
    """Return every record of a journal as plain values, by table and uid."""
    records = {kind.table: journal.collection(kind.type).all() for kind in KINDS}
    return {table: {each.uid: msgspec.to_builtins(each) for each in found} for table, found in records.items()}


def make(folder: Path) -> None:
    """Write the fixture through a temporary folder. Done before the release; never again."""
    clock, words, path = FixedClock(START, "Europe/Vienna"), new_recovery_words(), folder / MADE.name
    with Journal.create(path, PASSPHRASE, words, clock=clock, anchors=folder, cost=Cost(64, 1, 1)) as journal:
        for kind in Record.__subclasses__():
            clock.set(clock.now() + timedelta(hours=1))
            if kind is not Preferences:
                journal.collection(kind).add_many(every(kind))
        journal.collection(Preferences).put(journal.preferences.uid, every(Preferences)[0])
        gone = journal.entries.add(Entry(text="taken back"))
        journal.compact()
        journal.entries.remove(gone)
        journal.entries.replace(journal.entries.all()[0].uid, Entry(text="written again"))
        journal.drafts.save("entry", {"text": "half a sen"})
        listed = {"passphrase": PASSPHRASE, "recovery_words": words, "drafts": journal.drafts.all()}
        listed["records"] = told(journal)
    data = path.read_bytes().rstrip(b"\0")
    MADE.write_bytes(data.ljust(-(-len(data) // 4096) * 4096, b"\0"))
    LISTED.write_text(json.dumps(listed, ensure_ascii=False) + "\n", encoding="utf-8")


def known(found: Any, listed: Any) -> Any:
    """Return of what was found only the fields that the release knew: a later version may know more, in lists, too."""
    if isinstance(listed, dict) and isinstance(found, dict):
        return {name: known(found.get(name), value) for name, value in listed.items()}
    if isinstance(listed, list) and isinstance(found, list) and len(found) == len(listed):
        return [known(one, other) for one, other in zip(found, listed, strict=True)]
    return found


@pytest.fixture
def listed() -> dict[str, Any]:
    """Return what the journal of the release must hold."""
    found: dict[str, Any] = json.loads(LISTED.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("way", ["passphrase", "recovery_words"])
def test_every_record_of_the_release_is_read_as_it_was_written(
    listed: dict[str, Any], path: Path, clock: FixedClock, way: str
) -> None:
    shutil.copy(MADE, path)
    with Journal.open(path, **{way: listed[way]}, clock=clock) as journal:
        assert not any(astuple(journal.report))
        assert not journal.read_only
        found = told(journal)
        assert journal.unreadable == 0
        assert journal.drafts.all() == listed["drafts"]
    for table, records in listed["records"].items():
        assert found[table].keys() == records.keys(), table
        for uid, record in records.items():
            assert known(found[table][uid], record) == record, (table, uid)


def test_the_journal_of_the_release_is_gone_on_with(listed: dict[str, Any], path: Path, clock: FixedClock) -> None:
    shutil.copy(MADE, path)
    with Journal.open(path, listed["passphrase"], clock=clock) as journal:
        uid = journal.entries.add(Entry(text="later"))
        journal.compact()
    with Journal.open(path, listed["passphrase"], clock=clock) as journal:
        assert journal.entries.get(uid).text == "later"
        found, goals = told(journal)["goals"], listed["records"]["goals"]
        assert found.keys() == goals.keys()
        for goal, record in goals.items():
            assert known(found[goal], record) == record


def test_the_independent_reader_reads_the_release_too(listed: dict[str, Any]) -> None:
    found = read_journal(MADE.read_bytes(), listed["passphrase"])
    assert found["verdict"] == "opens"
    for table, records in listed["records"].items():
        documents = found["tables"][table]
        assert documents.keys() == records.keys()
        for uid, record in records.items():
            assert {name: documents[uid][name] for name in record} == record


def test_the_journal_of_the_release_is_small_and_has_every_kind_of_record(listed: dict[str, Any]) -> None:
    assert all(listed["records"].values())
    assert MADE.stat().st_size < 300_000
    assert len(listed["records"]["focuses"]) > 10


if __name__ == "__main__" and not MADE.exists():
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
