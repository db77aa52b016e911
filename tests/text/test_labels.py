"""Check that every stored value that a person can see has a label."""

from __future__ import annotations

import pkgutil
from enum import StrEnum
from importlib import import_module

import pytest

from journal import domain
from journal.domain.days import DayState
from journal.domain.debriefs import Question
from journal.domain.first_days import LaterOffer
from journal.domain.milestones import Measure
from journal.text.labels import LABELS, choices

UNSHOWN = {DayState, Question, LaterOffer, Measure}
"""Drawn as marks, asked in sentences, or offered in sentences: none needs a label."""


def stored_enums() -> set[type[StrEnum]]:
    modules = [import_module(f"{domain.__name__}.{module.name}") for module in pkgutil.iter_modules(domain.__path__)]
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    return {kind for kind in found if issubclass(kind, StrEnum) and kind is not StrEnum}


def test_every_stored_enum_has_labels() -> None:
    assert set(LABELS) == stored_enums() - UNSHOWN


@pytest.mark.parametrize("kind", sorted(LABELS, key=str), ids=lambda kind: kind.__name__)
def test_every_value_has_a_label_of_its_own(kind: type[StrEnum]) -> None:
    assert [value for value, _ in choices(kind)] == list(kind)
    assert len({label for _, label in choices(kind)}) == len(kind)
    assert all(label.strip() for _, label in choices(kind))
