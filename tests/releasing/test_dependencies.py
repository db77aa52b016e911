"""Test that ``docs/dependencies.md`` lists every package of the lock that is needed at run time, as it is."""

from __future__ import annotations

from importlib.metadata import distribution, requires

import pytest
from packaging.requirements import Requirement

from releasing.dependencies import LOCK, OURSELVES, PAGE, Pinned, Row, at_run_time, locked, rows

PACKAGES = locked(LOCK.read_text(encoding="utf-8").splitlines())
NEEDED = at_run_time(PACKAGES)
ROWS = rows(PAGE.read_text(encoding="utf-8"))

SMALL_LOCK = """
ours==1.0 ; sys_platform != 'win32' \\
    --hash=sha256:00
    # via recovery-journal (pyproject.toml)
theirs==2.0 \\
    --hash=sha256:00
    # via
    #   ours
    #   tester
tester==3.0 \\
    --hash=sha256:00
    # via recovery-journal (pyproject.toml:dev)
"""


def test_a_lock_says_what_is_needed_at_run_time_also_through_others() -> None:
    packages = locked(SMALL_LOCK.splitlines())
    assert packages["theirs"] == Pinned("2.0", frozenset({"ours", "tester"}))
    assert list(at_run_time(packages)) == ["ours", "theirs"]


def test_every_package_that_is_needed_is_on_the_page_in_its_version() -> None:
    assert {name: row.version for name, row in ROWS.items()} == {name: one.version for name, one in NEEDED.items()}


def test_what_the_journal_asks_for_itself_is_what_the_lock_says() -> None:
    asked = {Requirement(line).name for line in requires("recovery-journal") or []}
    assert {name for name, one in NEEDED.items() if OURSELVES in one.needed_by} == asked


@pytest.mark.parametrize("name", ROWS)
def test_a_row_says_who_needs_it_its_licence_and_its_size(name: str) -> None:
    row: Row = ROWS[name]
    by = {
        "the journal" if one == OURSELVES else one
        for one in NEEDED[name].needed_by
        if one == OURSELVES or one in NEEDED
    }
    assert set(row.needed_by.split(", ")) == by
    assert all((row.why, row.licence, row.socket, row.maintainer))
    found = distribution(name)
    if "License-Expression" in found.metadata:
        assert row.licence == found.metadata["License-Expression"]
    size = sum(file.size or 0 for file in found.files or ()) / 1e6
    assert row.size == pytest.approx(size, rel=0.25, abs=0.2)
