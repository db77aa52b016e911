"""Store records in typed collections: add, get, replace, remove, and read by date.

``Journal`` has one ``Collection`` per record type. Records are checked when they are saved and when they are read. A
collection knows the record's fields; the table below it (``tinydb_store``) knows only JSON documents. May import
``journal.domain`` and the vault's payloads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar, cast

import msgspec
from msgspec import Raw
from msgspec.structs import fields

from journal.domain.dates import local_day, local_noon
from journal.domain.record import MIGRATIONS, SCHEMA, UNDATED, UNFILLED, Instant, Precision, Record, checked, migrate
from journal.errors import InvalidRecord, NotFound
from journal.store.made_range import MadeRange
from journal.store.record_order import RecordOrder
from journal.store.tinydb_store import VaultTable, is_same, unstamped, without_stamps
from journal.vault.format.payloads import Change, Delete, Document, Put, PutJson

R = TypeVar("R", bound=Record)


class _Schema(msgspec.Struct, gc=False):
    """Decodes only the schema number of a document."""

    schema: int = 0


_encode = msgspec.json.Encoder().encode
_schema = msgspec.json.Decoder(_Schema)
_number = attrgetter("schema")


def latest_schema(documents: Mapping[str, Raw]) -> int:
    """Return the greatest schema number in a table; 0 if it has no document with a readable one."""
    try:  # without a call of Python for each document
        return max(map(_number, map(_schema.decode, documents.values())), default=0)
    except msgspec.MsgspecError:
        return max(map(_schema_of, documents.values()), default=0)


def _schema_of(document: Raw) -> int:
    try:
        return _schema.decode(document).schema
    except msgspec.MsgspecError:
        return 0


class Moment(Protocol):
    """The clock and settings that are needed to fill in a record."""

    def now(self) -> datetime:
        """Return the current instant in UTC."""

    def zone(self) -> str:
        """Return the IANA time zone."""

    def day_starts_at(self) -> int:
        """Return how many minutes after midnight a day begins."""


class Present:
    """The current moment, read once for all records that are saved together."""

    def __init__(self, moment: Moment) -> None:
        self.at = moment.now()
        self.zone = moment.zone()
        self.day_starts_at = moment.day_starts_at()
        self._noons: dict[date, datetime] = {}  # making a cached function takes longer than the rest of this

    def instant_of(self, day: date, precision: Precision) -> tuple[datetime, Precision]:
        """Return the instant for a record of which only the ``day`` is known, and how precise that instant is."""
        if day == UNDATED or day == self._today:  # today is only worked out if needed
            return self.at, precision
        if day not in self._noons:
            self._noons[day] = local_noon(day, self.zone)
        return self._noons[day], Precision.DAY if precision is Precision.EXACT else precision

    @cached_property
    def _today(self) -> date:
        return local_day(self.at, self.zone, self.day_starts_at)


def filled(record: R, present: Present, uid: str, before: R | None = None) -> R:
    """Return the record with all fields filled in that ``add`` (or ``replace``, with ``before``) fills in.

    Instants are converted to UTC. If only a local date is given, the instant is noon of that day, or now if it is
    today.
    """
    made_at, zone = present.at, record.zone or present.zone
    at, day, precision = record.at, record.local_date, record.precision
    if before is not None:
        made_at, zone = before.made_at, record.zone or before.zone
        if at == UNFILLED and day in (UNDATED, before.local_date):
            at, day, precision = before.at, before.local_date, before.precision
    if at == UNFILLED:
        at, precision = present.instant_of(day, precision)
    if day == UNDATED:
        day = _day_of(at, zone, present.day_starts_at)
    whole = msgspec.structs.replace(
        record, uid=uid, schema=SCHEMA, made_at=made_at, at=at, zone=zone, local_date=day, precision=precision
    )
    return cast(R, _in_utc(whole))


def _day_of(at: datetime, zone: str, day_starts_at: int) -> date:
    """Return ``local_day``; raise ``InvalidRecord`` if there is no such zone or no such day."""
    try:
        return local_day(at, zone, day_starts_at)
    except (ValueError, KeyError, OSError, OverflowError):
        raise InvalidRecord("zone: no zone of the IANA in which this moment has a day.") from None


def _in_utc(record: Record) -> Record:
    instants = {
        name: value.astimezone(UTC)
        for name in _instants(type(record))
        if (value := getattr(record, name)) is not None and value.tzinfo is not UTC
    }
    return msgspec.structs.replace(record, **instants) if instants else record


def _json(record: Record) -> bytes | dict[str, Any]:
    """Return a record as JSON, or as plain values if it contains half a surrogate pair, which JSON cannot hold."""
    try:
        return _encode(record)
    except UnicodeEncodeError:
        return cast(dict[str, Any], msgspec.to_builtins(record))


def with_unknown(old: Mapping[str, Any], new: Mapping[str, Any], kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return ``new`` plus the fields of ``old`` that ``kind`` does not know, at every depth.

    A newer version of the program wrote those fields.
    """
    known = _types(kind)
    kept = {name: value for name, value in old.items() if name not in known}
    return {**new, **{name: _inner_unknown(old[name], new[name], known[name]) for name in new if name in old}, **kept}


@cache
def _types(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {field.encode_name: field.type for field in fields(kind)}


@cache
def _instants(kind: type[Record]) -> list[str]:
    """Return the names of the fields that hold an instant, in records that were ``checked``."""
    return [field.name for field in fields(kind) if field.type in (Instant, Instant | None)]


def _inner_unknown(old: Any, new: Any, kind: Any) -> Any:
    if not isinstance(old, list) or not isinstance(new, list):
        return new
    (inner,) = [part for part in getattr(kind, "__args__", ()) if isinstance(part, type)][:1] or (None,)
    if not (isinstance(inner, type) and issubclass(inner, msgspec.Struct)):
        return new
    names = _types(inner).keys()
    if all(item.keys() <= names for item in old):  # mostly; looking for each item in the other list takes long
        return new
    olds = [(item, {name: value for name, value in item.items() if name in names}) for item in old]
    return [next((item for item, known in olds if known == wanted), wanted) for wanted in new]


class Collection(Generic[R]):
    """All records of one type. Reads come from memory; a write is durable when it returns."""

    def __init__(self, table: VaultTable, kind: type[R], moment: Moment) -> None:
        self._table = table
        self._kind = kind
        self._moment = moment
        self._reader = msgspec.json.Decoder(kind)
        self.order: RecordOrder[R] = RecordOrder(table.as_json, self._read)
        self.made = MadeRange(table.as_json)

    def add(self, record: R) -> str:
        """Save a new record and return its uid. Raises ``InvalidRecord`` and the vault's errors."""
        return self.add_many([record])[0]

    def add_many(self, records: Iterable[R]) -> list[str]:
        """Save new records in one transaction and return their uids, in order."""
        present, new = Present(self._moment), list(records)
        uids = self._table.vault_storage.new_uids(len(new))
        prepared = [self.prepare(uid, record, present) for uid, record in zip(uids, new, strict=True)]
        self._table.commit([change for change, _ in prepared if change is not None])
        return uids

    def get(self, uid: str) -> R:
        """Return the record with that uid. Raises ``NotFound``, or ``InvalidRecord`` if it cannot be read."""
        document = self._table.as_json().get(uid)
        if document is None:
            raise NotFound(f"There is no such record in {self._table.name}.")
        return self.order.record(document, uid)

    def replace(self, uid: str, record: R) -> None:
        """Save another version of a record. Raises ``NotFound``, ``InvalidRecord`` and the vault's errors.

        The uid and the time it was made stay. The time it happened stays too if the new version leaves it open. Fields
        that only a newer version of the program knows are kept.
        """
        self.get(uid)
        self.put(uid, record)

    def put(self, uid: str, record: R) -> R:
        """Replace a record, or add it with a uid that is known in advance; return the record as saved.

        Make uids with ``Journal.new_uid``. Raises ``InvalidRecord`` and the vault's errors.
        """
        change, whole = self.prepare(uid, record, Present(self._moment))
        self._table.commit([] if change is None else [change])
        return whole

    def prepare(self, uid: str, record: R, present: Present) -> tuple[Change | None, R]:
        """Return the change that saves a record under a uid, and the record with every field filled in.

        The change is ``None`` if exactly this is already saved. Raises ``InvalidRecord``.
        """
        good, name = self._checked(record), self._table.name
        old = self._table.pending().get(uid)
        whole = filled(good, present, uid, self.get(uid) if uid in self else None)
        if old is None:
            new = _json(whole)
            return (PutJson(name, uid, new) if isinstance(new, bytes) else Put(name, uid, new)), whole
        known = without_stamps(old)
        merged = with_unknown(known, msgspec.to_builtins(whole), self._kind)
        return (None if is_same(known, merged) else Put(name, uid, merged)), whole

    def _checked(self, record: R) -> R:
        if not isinstance(record, self._kind):
            raise InvalidRecord(f"This collection holds {self._kind.__name__} records.")
        return checked(record)

    def remove(self, uid: str) -> None:
        """Delete a record. Raises ``NotFound`` and the vault's errors."""
        if uid not in self:
            raise NotFound(f"There is no such record in {self._table.name}.")
        self._table.remove(doc_ids=[cast(int, uid)])

    def remove_many(self, uids: Iterable[str]) -> None:
        """Delete records in one transaction; those that are not there are passed over. Raises the vault's errors."""
        self._table.commit([Delete(self._table.name, uid) for uid in uids if uid in self._table.pending()])

    def document(self, uid: str) -> Document:
        """Return a record as a plain document, without the vault's stamps; as the current transaction leaves it.

        Raises ``NotFound``.
        """
        found = self._table.pending().get(uid)
        if found is None:
            raise NotFound(f"There is no such record in {self._table.name}.")
        return {**unstamped(found), "uid": uid}

    def as_json(self) -> Mapping[str, Raw]:
        """Return the documents by uid as they are stored. Each version of a document is a different object."""
        return self._table.as_json()

    def read(self, document: Raw) -> R | None:
        """Return the record of a document, and keep nothing of it; None if this version cannot read it."""
        try:
            record = self._read(document)
            if self._table.as_json().get(record.uid) is document:  # so is nearly every one
                return record
            self.order.index()  # finds the documents that are stored under another uid than the one in them
            return self.order.read(document)
        except InvalidRecord:
            return None

    def read_plain(self, document: Mapping[str, Any]) -> R:
        """Return the record that a plain document holds. Raises ``InvalidRecord``."""
        try:
            return msgspec.convert(migrate(self._table.name, dict(document), MIGRATIONS), self._kind)
        except (msgspec.ValidationError, RecursionError) as error:
            raise InvalidRecord(f"A record of {self._table.name} can't be read by this version.") from error

    def all(self) -> list[R]:
        """Return every readable record, by when it happened, oldest first."""
        return list(self.order.all())

    def between(self, first: date, last: date) -> list[R]:
        """Return the records with a local date from ``first`` to ``last``, both included, oldest first.

        Of all other records only the place in the order is decoded.
        """
        return self.order.between(first, last)

    def on_days(self, days: frozenset[date]) -> list[R]:
        """Return the records with one of these local dates, oldest first. Of others only the place is decoded."""
        return self.order.on_days(days)

    def newest_first(self) -> Iterator[R]:
        """Yield every readable record, each decoded when it is reached and then not kept.

        The latest local date comes first, within a day what happened last. A save meanwhile changes nothing of this.
        """
        return self.order.newest_first()

    @property
    def unreadable(self) -> set[str]:
        """Return the uids of the records that this version cannot read, as far as they were read. They are kept."""
        return self.order.unreadable

    def invalidate(self) -> None:
        """Forget what is known about the records, because anything may have changed."""
        self.order.invalidate()
        self.made.invalidate()

    def update(self, before: Iterable[tuple[str, Raw | None]]) -> None:
        """Note the documents that were there before a save, by uid; ``None`` where there was none."""
        changes = list(before)
        self.order.update(changes)
        self.made.update(changes)

    def _read(self, document: Raw) -> R:
        """Return the record of a document. Raises ``InvalidRecord``."""
        try:
            if not MIGRATIONS or _schema.decode(document).schema not in MIGRATIONS:
                return self._reader.decode(document)
            plain = migrate(self._table.name, msgspec.json.decode(document), MIGRATIONS)
            return msgspec.convert(plain, self._kind)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise InvalidRecord(f"A record in {self._table.name} can't be read by this version.") from error

    def __len__(self) -> int:
        return len(self._table.as_json())

    def __iter__(self) -> Iterator[R]:
        return iter(self.all())

    def __contains__(self, uid: object) -> bool:
        return uid in self._table.as_json()
