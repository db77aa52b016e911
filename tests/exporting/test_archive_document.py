"""Check that ``docs/archive.md`` names every table and field of an archive; ``UPDATE_GOLDEN=1`` writes its tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec import Meta, Struct
from msgspec.structs import fields

from journal.domain.archive import FORMAT, PROGRAM
from journal.domain.captures import Capture
from journal.domain.kinds import KINDS
from journal.domain.record import Record
from journal.text import kinds as kinds_text

DOCUMENT = Path(__file__).parents[2] / "docs" / "archive.md"
PLAIN: dict[Any, str] = {
    bool: "yes or no",
    str: "text",
    int: "whole number",
    date: "date",
    datetime: "instant",
    Decimal: "amount",
}
NOT_REVIEWED = "Written while the journal was locked, not reviewed yet. It has none of the fields of every record."


def words(annotation: Any) -> str:
    """Return the type of a field in words."""
    if get_origin(annotation) is Annotated:
        base, *rest = get_args(annotation)
        return words(base) + limits(next(one for one in rest if isinstance(one, Meta)))
    if get_origin(annotation) in (Union, UnionType):
        parts = [one for one in get_args(annotation) if one is not type(None)]
        return " or ".join([*map(words, parts), *(["nothing"] if len(parts) < len(get_args(annotation)) else [])])
    if get_origin(annotation) is list:
        return f"list of {words(get_args(annotation)[0])}"
    if get_origin(annotation) is dict:
        key, value = get_args(annotation)
        return f"{words(value)} by {words(key)}"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        kind = "one of " if len(annotation) > 1 else ""
        return kind + ", ".join(f"`{msgspec.json.encode(one.value).decode()}`" for one in annotation)
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        hints = get_type_hints(annotation, include_extras=True)
        return "{" + "; ".join(f"`{name}`: {words(hints[name])}" for name in annotation.__struct_fields__) + "}"
    return PLAIN[annotation]


def limits(meta: Meta) -> str:
    if meta.max_length:
        return f" (≤ {meta.max_length:,})"
    if meta.ge is not None and meta.le is not None and meta.le < 2**53 - 1:
        return f" ({meta.ge}–{meta.le})"
    return ""


def default(field: Any) -> str:
    """Return the default of a field as JSON, empty for one that every record has."""
    if field.required:
        return ""
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    return f"`{msgspec.json.encode(value).decode()}`"


def rows(kind: type[Struct], names: list[str]) -> Iterator[str]:
    hints = get_type_hints(kind, include_extras=True)
    yield from ("| Field | Type | Default |", "|---|---|---|")
    for field in fields(kind):
        if field.name in names:
            said = words(hints[field.name]).replace("|", "\\|")
            yield f"| `{field.encode_name}` | {said} | {default(field)} |"


def record_table() -> Iterator[str]:
    own = [name for name in Record.__struct_fields__ if name not in ("uid", "schema", "made_at", "at", "zone")]
    given = ("uid", "schema", "made_at", "at", "zone", "local_date")
    for row in rows(Record, [*given, *own]):
        name = row.split("`")[1] if "`" in row else ""
        yield row.rpartition(" | ")[0] + " |  |" if name in given else row


def all_tables() -> Iterator[str]:
    for kind in sorted(KINDS, key=lambda kind: kind.table):
        names = [name for name in kind.type.__struct_fields__ if name not in Record.__struct_fields__]
        yield f"### {kind.table}\n\n{kinds_text.KIND_NAMES[kind.table].one.capitalize()}; {sensitivity(kind)}.\n"
        yield from rows(kind.type, names)
        yield ""
    yield f"### {Capture.table}\n\n{NOT_REVIEWED}\n"
    yield from rows(Capture, [*Capture.__struct_fields__])


def sensitivity(kind: Any) -> str:
    return f"`sensitivity` is `{msgspec.json.encode(kind.sensitivity).decode()}` by default"


@pytest.mark.parametrize(("mark", "table"), [("record", record_table), ("tables", all_tables)])
def test_the_document_has_every_table_and_field(mark: str, table: Any) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    before, begin, rest = text.partition(f"<!-- {mark}: from the record types -->\n")
    _, end, after = rest.partition(f"<!-- /{mark} -->\n")
    wanted = f"{before}{begin}{chr(10).join(table()).rstrip()}\n{end}{after}"
    if os.environ.get("UPDATE_GOLDEN"):
        DOCUMENT.write_text(wanted, encoding="utf-8")
    assert begin
    assert end
    assert DOCUMENT.read_text(encoding="utf-8") == wanted, "UPDATE_GOLDEN=1 rewrites the tables"


def test_the_document_names_program_and_format() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert f'"program": "{PROGRAM}"' in text
    assert f'"format": {FORMAT},' in text
