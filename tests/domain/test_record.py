"""Check that documents of an older schema become the newest, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from msgspec import inspect
from msgspec.structs import fields, replace

from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, TaperStep
from journal.domain.goals import Goal, Measurement
from journal.domain.record import SCHEMA, Instant, Migration, Record, migrate
from journal.domain.uses import Use

Table = dict[int, dict[str, Migration]]


def _mood_from_feeling(document: dict[str, Any]) -> dict[str, Any]:
    document["mood"] = document.pop("feeling")
    return document


def _mood_out_of_ten(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "mood": document["mood"] * 2}


INVENTED: Table = {1: {"checkins": _mood_from_feeling}, 2: {"checkins": _mood_out_of_ten, "entries": dict}}


def _numbers(kind: inspect.Type, place: str) -> Iterator[tuple[str, inspect.Type]]:
    """Yield the numbers in a type, at every depth, each with its place."""
    if isinstance(kind, inspect.StructType):
        for field in kind.fields:
            yield from _numbers(field.type, f"{place}.{field.name}")
    elif isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from _numbers(one, place)
    elif isinstance(kind, inspect.ListType):
        yield from _numbers(kind.item_type, place)
    elif isinstance(kind, inspect.DictType):
        yield from _numbers(kind.value_type, place)
    elif isinstance(kind, inspect.IntType | inspect.FloatType | inspect.AnyType):
        yield place, kind


@pytest.mark.parametrize("kind", Record.__subclasses__(), ids=lambda kind: kind.table)
def test_every_moment_in_a_record_is_one_with_its_zone(kind: type[Record]) -> None:
    for field in fields(kind):
        assert "datetime.datetime" not in str(field.type) or field.type in (Instant, Instant | None), field.name


@pytest.mark.parametrize("kind", Record.__subclasses__(), ids=lambda kind: kind.table)
def test_every_number_in_a_record_is_one_that_readers_of_json_keep_exactly(kind: type[Record]) -> None:
    for place, number in _numbers(inspect.type_info(kind), kind.__name__):
        if not place.endswith(".schema"):  # which saving sets
            assert isinstance(number, inspect.IntType), place
            assert number.le is not None, place
            assert number.le < 2**53, place


def test_a_document_goes_through_every_step_after_its_number() -> None:
    assert migrate("checkins", {"schema": 1, "feeling": 3}, INVENTED) == {"schema": 3, "mood": 6}
    assert migrate("checkins", {"schema": 2, "mood": 3}, INVENTED) == {"schema": 3, "mood": 6}


def test_a_table_without_a_step_only_gets_the_newer_number() -> None:
    assert migrate("entries", {"schema": 1, "text": "as it was"}, INVENTED) == {"schema": 3, "text": "as it was"}


def test_the_newest_and_the_still_newer_stay_as_they_are() -> None:
    for number in (3, 4):
        assert migrate("checkins", {"schema": number, "mood": 6}, INVENTED) == {"schema": number, "mood": 6}


def test_fields_that_this_version_does_not_know_survive() -> None:
    document = {"schema": 1, "feeling": 3, "from_elsewhere": [1]}

    assert migrate("checkins", document, INVENTED)["from_elsewhere"] == [1]


def test_the_document_given_stays_as_it_is() -> None:
    document = {"schema": 1, "feeling": 3}
    migrate("checkins", document, INVENTED)

    assert document == {"schema": 1, "feeling": 3}


def test_a_document_without_a_number_is_of_this_version() -> None:
    assert migrate("entries", {"text": "as it was"}, {}) == {"text": "as it was"}
    assert SCHEMA == 2


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+99999999", "1E-99999999", "0E-99999999"])
def test_an_amount_that_is_no_number_is_refused(text: str) -> None:
    bad = Decimal(text)
    step, value = TaperStep(from_date=date(2026, 11, 1), maximum=bad), Measurement(on=date(2026, 11, 1), value=bad)

    for make in (
        lambda: Use(focus="alcohol", cost=bad),
        lambda: replace(Use(focus="alcohol"), amount=bad),
        lambda: Mark(focus="alcohol", state=DayState.USED, amount=bad),
        lambda: Focus(label="alcohol", taper=[step]),
        lambda: Focus(label="alcohol", heavy_from=bad),
        lambda: Goal(title="bicycle", values=[value]),
    ):
        with pytest.raises(ValueError, match="finite number"):
            make()


def test_an_amount_that_is_no_number_is_refused_on_reading_too() -> None:
    with pytest.raises(msgspec.ValidationError, match="finite number"):
        msgspec.json.decode(b'{"focus": "alcohol", "amount": "NaN"}', type=Use)
