"""Check that the table of record kinds is complete: it holds every type of record and every stored field."""

from __future__ import annotations

import ast
import pkgutil
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct

from journal import domain
from journal.domain.checkins import CheckIn
from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.kinds import KINDS, SEARCHED, TIMELINE, Kind, kind_of
from journal.domain.record import Label, Record, Sensitivity, Text

ROOT = Path(__file__).parents[2]
OF_ALL = ("uid", "schema", "made_at", "at", "zone", "local_date", "precision", "sensitivity")
"""The fields of every record. None is in the table: the day and the time head each record shown in full."""


class Weathered(CheckIn, kw_only=True, frozen=True):
    """A check-in with one field more than the table has."""

    weather: Label = ""


def own_fields(kind: Kind) -> set[str]:
    return set(kind.type.__struct_fields__) - set(OF_ALL)


def forgotten(kind: Kind) -> set[str]:
    """Return the stored fields that are missing in the table."""
    return own_fields(kind) - kind.placed


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_stored_field_is_shown_searched_read_elsewhere_or_internal(kind: Kind) -> None:
    assert forgotten(kind) == set()
    assert kind.placed - own_fields(kind) == set()


def test_a_field_added_to_a_record_without_a_place_is_noticed() -> None:
    assert forgotten(replace(kind_of(CheckIn), type=Weathered)) == {"weather"}


def test_a_field_added_to_all_records_is_noticed() -> None:
    assert Record.__struct_fields__ == OF_ALL


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_no_field_is_listed_twice_or_named_without_being_told(kind: Kind) -> None:
    told = (*kind.shown, *kind.merged, *kind.elsewhere, *kind.internal)
    assert len(told) == len(set(told))
    assert not set(kind.named) - {*kind.line, *kind.shown, *kind.searched}
    assert not set(kind.internal) & {*kind.line, *kind.searched}


def holds_text(annotation: Any) -> bool:
    """Whether a field can hold words that a person writes, as a text, in a list, or in a part of the record."""
    if get_origin(annotation) is Annotated:
        return annotation in (Label, Text)
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return any(map(holds_text, get_type_hints(annotation, include_extras=True).values()))
    return any(map(holds_text, get_args(annotation)))


def written(kind: Kind) -> set[str]:
    """The fields of a kind with words that a person writes."""
    hints = get_type_hints(kind.type, include_extras=True)
    return {name for name in own_fields(kind) if holds_text(hints[name])}


NOT_SEARCHED = {
    "uses": {"unit"},
    "goals": {"unit"},
    "focuses": {"clean_word", "unit", "currency"},
    "people": {"hidden", "age_key"},  # keys of sections, and a key
    "agreements": {"my_initials", "their_initials"},
    "parked": {"kind"},  # a table
    "imports": {"file"},
    "shares": {"level", "form", "sealed", "sections", "files"},  # keys of ours
    "preferences": {"slip_word", "offers_hidden", "reminders_hidden", "key_tags"},
}
"""Table → its fields with a text that search does not look at: a word beside a number, a key, a setting."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_text_that_a_person_writes_is_searched_or_listed_as_not_searched(kind: Kind) -> None:
    assert written(kind) - set(kind.searched) == NOT_SEARCHED.get(kind.table, set())


def test_fields_with_words_are_told_from_others() -> None:
    assert {"title", "why", "steps"} <= written(kind_of(Goal))
    assert not {"uid", "status", "due", "values"} & written(kind_of(Goal))
    assert "halt" not in written(kind_of(CheckIn))


def test_all_kinds_but_days_doses_milestones_imports_and_settings_are_searched_and_show_what_is_found() -> None:
    not_searched = {kind.table for kind in KINDS if kind not in SEARCHED}
    assert not_searched == {"marks", "doses", "milestones", "imports", "preferences"}
    for kind in SEARCHED:
        assert not set(kind.searched) - {*kind.shown, "tags", "word", "who_helps", "measure", "safety_action"}


def test_every_type_of_record_has_one_kind() -> None:
    for module in pkgutil.iter_modules(domain.__path__):
        import_module(f"{domain.__name__}.{module.name}")
    types = [found for found in Record.__subclasses__() if found.__module__.startswith("journal.")]

    assert len({kind.table for kind in KINDS}) == len(KINDS)
    assert sorted(kind.type.__name__ for kind in KINDS) == sorted(found.__name__ for found in types)


def read_in_the_program() -> set[str]:
    """Return the names that are read as an attribute or written as a string in any module but the table itself."""
    names: set[str] = set()
    for path in (*(ROOT / "journal").rglob("*.py"), *(ROOT / "screens").rglob("*.py")):
        if path.name == "kinds.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value.removeprefix("#"))
    return names


def test_what_is_read_elsewhere_is_read_somewhere() -> None:
    read = read_in_the_program()
    assert {kind.table: set(kind.elsewhere) - read for kind in KINDS if set(kind.elsewhere) - read} == {}


def test_the_timeline_has_its_kinds_in_order_and_each_is_told_and_searched() -> None:
    assert [kind.table for kind in TIMELINE] == [
        "entries",
        "checkins",
        "cravings",
        "uses",
        "sessions",
        "goals",
        "scores",
    ]
    assert all(kind.line and kind.shown and kind.searched for kind in TIMELINE)
    assert all(set(kind.line) <= set(kind.shown) for kind in TIMELINE)


def test_a_kind_is_found_by_a_record_and_by_its_type() -> None:
    assert kind_of(Entry(text="x")) is kind_of(Entry)
    assert kind_of(Entry).type is Entry


def test_the_default_sensitivity_is_that_of_a_new_record() -> None:
    assert kind_of(Entry).sensitivity is Entry(text="x").sensitivity is Sensitivity.NEVER
    assert kind_of(CheckIn).sensitivity is CheckIn().sensitivity is Sensitivity.NUMBERS
