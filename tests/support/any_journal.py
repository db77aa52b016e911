"""Strategies of hypothesis for whole journals: any value in any field of any kind of record, and unknown fields."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st
from msgspec import Meta, Struct

from journal.clock import FixedClock
from journal.domain.captures import Capture
from journal.domain.kinds import KINDS, Kind
from journal.domain.preferences import Preferences
from journal.domain.record import Record
from journal.domain.safety_plan import SafetyPlan
from journal.store.journal import Journal
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.canary_life import ONLY_ONE, given

Documents = dict[str, dict[str, dict[str, Any]]]

TEXTS = st.text(max_size=30) | st.sampled_from(["=1+1", "+1", "-1", "@a", "\t=1", "＝1", 'a";=1\n-b', "Zoë 🙂\u2028"])
UIDS = st.integers(2**80, 2**128 - 1).map(lambda number: f"{number:032x}")
UNKNOWN = st.fixed_dictionaries(
    {}, optional={"weather": TEXTS, "later": st.lists(st.none() | st.booleans() | st.integers(-9, 9), max_size=3)}
)
"""Fields that only a newer version writes."""

_INSTANTS = st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
_DAYS = st.dates(date(1980, 1, 1), date(2100, 1, 1))


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Return the values that a field of a record may have."""
    if get_origin(annotation) is Annotated:
        base, *rest = get_args(annotation)
        (meta,) = [one for one in rest if isinstance(one, Meta)]
        if base is int:
            return st.integers(meta.ge if meta.ge is not None else 0, meta.le)  # type: ignore[arg-type]  # of ints
        return TEXTS if base is str else values(base)
    if get_origin(annotation) in (Union, UnionType):
        return st.one_of(*map(values, get_args(annotation)))
    if get_origin(annotation) is list:
        return st.lists(values(get_args(annotation)[0]), max_size=3)
    if get_origin(annotation) is dict:
        return st.dictionaries(*map(values, get_args(annotation)), max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from([*annotation])
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        hints = get_type_hints(annotation, include_extras=True)
        return st.fixed_dictionaries({name: values(hints[name]) for name in annotation.__struct_fields__})
    return _PLAIN[annotation]


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    type(None): st.none(),
    bool: st.booleans(),
    int: st.integers(0, 9),
    str: TEXTS,
    date: _DAYS,
    datetime: _INSTANTS,
    Decimal: st.decimals(0, 1000, places=2),
}


@st.composite
def plain_records(draw: st.DrawFn, kind: type[Record], uid: str) -> dict[str, Any]:
    """Return a plain record of a kind, with values drawn for those of its fields that can have them."""
    hints = get_type_hints(kind, include_extras=True)
    uids = {each.table: f"{1:032x}" for each in KINDS}
    usual = {"made_at": NOON, "at": NOON, "zone": ZONE, "local_date": NOON.date()}
    plain: dict[str, Any] = msgspec.to_builtins({**_required(kind), **usual, **given(kind, uids), "uid": uid})
    names = [name for name in kind.__struct_fields__ if name not in ("uid", "schema")]
    for name in draw(st.lists(st.sampled_from(names), max_size=6, unique=True)):
        other = {**plain, name: msgspec.to_builtins(draw(values(hints[name])))}
        try:
            msgspec.convert(other, kind)
        except msgspec.ValidationError:
            continue
        plain = other
    whole: dict[str, Any] = msgspec.to_builtins(msgspec.convert(plain, kind))
    return {**whole, **draw(UNKNOWN)}


def _required(kind: type[Record]) -> dict[str, Any]:
    return {field.name: "x" for field in msgspec.structs.fields(kind) if field.required and field.type is not date}


@st.composite
def journals(draw: st.DrawFn) -> Documents:
    """Return the documents of a journal: of some kinds, waiting captures, and a table that this version lacks."""
    found: Documents = {}
    kinds: list[Kind] = draw(st.lists(st.sampled_from(KINDS), max_size=5, unique=True))
    for kind in kinds:
        only = kind.type in (Preferences, SafetyPlan)
        uids = [ONLY_ONE] if only else draw(st.lists(UIDS, min_size=1, max_size=3, unique=True))
        found[kind.table] = {uid: draw(plain_records(kind.type, uid)) for uid in uids}
    if draw(st.booleans()):
        capture = Capture(uid=draw(UIDS), at=draw(_INSTANTS), zone=ZONE, text=draw(TEXTS), focus=draw(TEXTS))
        found[Capture.table] = {capture.uid: msgspec.to_builtins(capture)}
    if draw(st.booleans()):
        found["of_the_future"] = {draw(UIDS): {"schema": 2, "words": draw(TEXTS)}}
    return found


@contextmanager
def journal_with(documents: Documents, now: datetime = NOON) -> Iterator[Journal]:
    """Yield a new journal that holds these documents, in a folder of its own."""
    with TemporaryDirectory() as place:
        path, clock = Path(place) / "journal.rj", FixedClock(now, ZONE)
        with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP, anchors=Path(place)) as journal:
            journal.apply(journal.documents.additions(documents))
            yield journal
