"""Read what the journal needs at run time: which packages from the lock, what is known of them from a page of docs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
LOCK: Final = ROOT / "requirements.lock"
PAGE: Final = ROOT / "docs" / "dependencies.md"

OURSELVES: Final = "recovery-journal (pyproject.toml)"
"""How the lock calls the journal and its extras; what the tests need is `pyproject.toml:dev`."""

_PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)")
_VIA = re.compile(r"^    # (?:via |  )(?P<by>.+)$")
_ROW = re.compile(r"^\| `(?P<name>[a-z0-9-]+)` \|(?P<cells>.*)\|$", re.MULTILINE)


class Pinned(NamedTuple):
    """A package in the lock: its version and what needs it."""

    version: str
    needed_by: frozenset[str]


class Row(NamedTuple):
    """A row of the page. ``size`` is in MB, on the disk; ``licence`` an SPDX expression."""

    version: str
    needed_by: str
    why: str
    licence: str
    size: float
    socket: str
    maintainer: str


def locked(lines: Iterable[str]) -> dict[str, Pinned]:
    """Return every package in the lines of a lock that `uv pip compile` wrote."""
    found: dict[str, Pinned] = {}
    name = ""
    for line in lines:
        if pinned := _PINNED.match(line):
            name = pinned["name"]
            found[name] = Pinned(pinned["version"], frozenset())
        elif (via := _VIA.match(line)) and via["by"] != "via":
            found[name] = Pinned(found[name].version, found[name].needed_by | {via["by"]})
    return found


def at_run_time(packages: Mapping[str, Pinned], roots: frozenset[str] = frozenset({OURSELVES})) -> dict[str, Pinned]:
    """Return the packages that the roots need, directly or through others, sorted by name."""
    reached, before = roots, frozenset[str]()
    while reached != before:
        before, reached = reached, reached | {name for name, one in packages.items() if one.needed_by & reached}
    return {name: packages[name] for name in sorted(reached) if name in packages}


def rows(page: str) -> dict[str, Row]:
    """Return the rows of the page, by package. Raises ``TypeError`` or ``ValueError`` for a row that is not whole."""
    found = {}
    for match in _ROW.finditer(page):
        version, needed_by, why, licence, size, *others = (cell.strip() for cell in match["cells"].split("|"))
        found[match["name"]] = Row(version, needed_by, why, licence, float(size), *others)
    return found
