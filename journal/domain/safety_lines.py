"""Safety lines, readable without the passphrase. The region is chosen by the person, never guessed.

The lines stand in ``safety.toml`` with the source of each; they were collected in November 2026, and not dialled.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

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


OWN = "you"
"""The source of a line that the person added."""


class Line(Struct, kw_only=True, frozen=True):
    """One line to call or text, for some regions (keys of ``REGIONS``), or one of the person's own, for none.

    ``verified`` is when that was last looked up, as YYYY-MM or YYYY-MM-DD.
    """

    regions: list[str] = []
    name: str
    number: str
    note: str = ""
    emergency: bool = False
    source: str = OWN
    verified: str

    @property
    def where(self) -> str:
        """The names of its regions, for a list in which the lines of all regions stand."""
        return ", ".join(REGIONS[code] for code in self.regions)

    @property
    def words(self) -> str:
        """The line as it is printed: name, number, and what it is for."""
        return f"{self.name} – {self.number}" + (f" ({self.note})" if self.note else "")


def lines(region: str, own: Iterable[Line] = ()) -> list[Line]:
    """The person's own lines, then those of a region; of all regions when none, or an unknown one, is chosen."""
    return [*own, *(line for line in _lines() if region not in REGIONS or region in line.regions)]


def emergency_number(region: str) -> str:
    """The region's emergency number, ``""`` when no region is chosen."""
    return next((line.number for line in lines(region) if line.emergency), "") if region in REGIONS else ""


@cache
def _lines() -> tuple[Line, ...]:
    """The package's own file, read at the first use."""

    import tomllib
    from importlib.resources import files  # the quick ways in need neither

    content = tomllib.loads(files(__package__).joinpath("safety_lines.toml").read_text(encoding="utf-8"))
    return tuple(Line(**line, verified=content["verified"]) for line in content["lines"])
