"""Safety lines, readable without the passphrase. The region is chosen by the person, never guessed.

The lines stand in ``safety.toml`` with the source of each; they were collected in November 2026, and not dialled.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct

REGIONS = {
    "US": "United States",
    "CA": "Canada",
    "UK": "United Kingdom",
    "NI": "Northern Ireland",
    "IE": "Ireland",
    "AU": "Australia",
    "NZ": "New Zealand",
    "EU": "European Union",
}
"""The regions there are lines for, code → name."""


class Line(Struct, kw_only=True, frozen=True):
    """One line to call or text, for some regions (keys of ``REGIONS``)."""

    regions: list[str]
    name: str
    number: str
    note: str = ""
    emergency: bool = False
    source: str
    verified: str

    @property
    def where(self) -> str:
        """The names of its regions, for a list in which the lines of all regions stand."""
        return ", ".join(REGIONS[code] for code in self.regions)

    @property
    def words(self) -> str:
        """The line as it is printed: name, number, and what it is for."""
        return f"{self.name} – {self.number}" + (f" ({self.note})" if self.note else "")


def lines(region: str) -> list[Line]:
    """The lines of a region; all of them when none, or one that is not known, is chosen."""
    return [line for line in _lines() if region not in REGIONS or region in line.regions]


def emergency_number(region: str) -> str:
    """The region's emergency number, ``""`` when no region is chosen."""
    return next((line.number for line in lines(region) if line.emergency), "") if region in REGIONS else ""


@cache
def _lines() -> tuple[Line, ...]:
    """The package's own file, read at the first use."""
    content = tomllib.loads(files(__package__).joinpath("safety.toml").read_text(encoding="utf-8"))
    return tuple(Line(**line, verified=content["verified"]) for line in content["lines"])
