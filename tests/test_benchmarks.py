"""Test the table of gates, and that each measurement of ``make bench`` runs, on very little and once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pytest

from journal.file_facts import Cost
from tests.benchmarks import (
    deriving,
    first_help,
    gates,
    memory,
    opening,
    page,
    sample,
    scrolling,
    searching,
    starting,
    unlocking,
)
from tests.benchmarks.gates import GATES, HEADINGS, NOT_MEASURED, Found
from tests.benchmarks.saving import Saving

SOME = 30
"""Entries of a journal that is measured only to see that it can be."""

NAMES = {gate.name for gate in GATES}


def row_of(found: Found) -> tuple[str, ...]:
    """Return the row of the gate that something was found for."""
    names = [gate.name for gate in GATES]
    return gates.rows({found.name: found})[names.index(found.name)]


@pytest.mark.parametrize(
    ("found", "cells"),
    [
        (Found("save-1000", 1.3, "422 µs"), ("1.30 ×", "≤ 1.30 ×", "yes")),
        (Found("save-1000", 1.31), ("1.31 ×", "≤ 1.30 ×", "no")),
        (Found("frame", 0.0501), ("50.1 ms", "≤ 50.0 ms", "no")),
        (Found("memory-today", 39.6), ("40 MB", "≤ 40 MB", "yes")),
        (Found("timeline-bytes", 1085), ("1,085 bytes", "≤ 500 bytes", "no")),
        (Found("today-10", 1.02), ("1.02 ×", "", "")),
    ],
)
def test_a_row_tells_what_was_found_its_aim_and_whether_it_is_met(found: Found, cells: tuple[str, ...]) -> None:
    assert row_of(found)[1:4] == cells


def test_what_the_peer_took_stands_beside_it() -> None:
    assert row_of(Found("craving", 9.0, "16.7 ms"))[-1] == "`python -c pass`: 16.7 ms"
    assert row_of(Found("search-shown", 0.04))[-1] == ""


def test_what_was_not_measured_is_told_and_not_met() -> None:
    assert {(row[1], row[3]) for row in gates.rows({})} == {(NOT_MEASURED, "")}
    assert len(gates.rows({})) == len(NAMES) == len(GATES)


def test_a_figure_without_a_gate_is_an_error() -> None:
    with pytest.raises(KeyError, match="sevens"):
        list(gates.plain([Found("sevens", 7)]))


def test_both_tables_have_a_row_for_each_gate() -> None:
    found = [Found("open", 0.69, "300.6 ms")]
    plain, marked = list(gates.plain(found)), list(gates.markdown(found))
    assert len(plain) == len(GATES) + 2
    assert len(marked) == len(GATES) + 2
    assert {line.count("|") for line in marked} == {len(HEADINGS) + 1}
    row = "0.69 × | ≤ 0.70 × | yes | SQLCipher, all rows as dicts: 300.6 ms |"
    assert [line for line in marked if line.endswith(row)]


def found_by(lines: Iterable[str | Found]) -> set[str]:
    """Return the names of the gates that something was found for; each has to be above zero."""
    found = [line for line in lines if isinstance(line, Found)]
    assert all(one.value > 0 for one in found)
    return {one.name for one in found}


@pytest.mark.long
@pytest.mark.parametrize(
    ("measured", "names"),
    [
        (starting, {"ready"}),
        (first_help, {"craving"}),
        (deriving, {"keys-deriving"}),
        (page, {"html", "pdf"}),
    ],
)
def test_what_is_measured_alone_is_found(
    monkeypatch: pytest.MonkeyPatch, measured: ModuleType, names: set[str]
) -> None:
    monkeypatch.setattr(measured, "ROUNDS", 1)
    assert names <= found_by(measured.measure()) <= NAMES


@pytest.mark.long
@pytest.mark.parametrize("measure", [opening.measure, searching.measure, memory.measure, Saving().measure])
def test_what_is_measured_on_a_journal_and_its_peers_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, measure: Callable[[int, Path], Iterable[str | Found]]
) -> None:
    monkeypatch.chdir(tmp_path)
    for module in (opening, searching):
        monkeypatch.setattr(module, "ROUNDS", 1)
    monkeypatch.setattr("tests.benchmarks.saving.ROUNDS", 3)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    with sample.filled(SOME) as place:
        assert found_by(measure(SOME, place)) <= {f"save-{SOME}"}


@pytest.mark.long
def test_unlocking_and_scrolling_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    assert found_by(unlocking.measure(SOME, Cost(64, 1, 1), 1)) == {"today-10", f"today-{SOME}"}
    assert found_by(scrolling.measure(120, 1)) == {"timeline-paint", "timeline-key", "timeline-bytes"}
