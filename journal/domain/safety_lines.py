"""Safety lines (helplines), readable without the passphrase.

The person chooses the region; it is never guessed. The lines are in ``safety_lines.toml`` with a source for each. They
were collected in November 2026; nobody called them to check.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from journal.language import spoken

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
"""The regions that have lines, code → name."""


OWN = "you"
"""The source of a line that the person added."""


class Line(Struct, kw_only=True, frozen=True):
    """One line to call or text, for some regions (keys of ``REGIONS``); the person's own lines have no region.

    ``verified`` is when it was last looked up, as YYYY-MM or YYYY-MM-DD.
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
        """Return the names of its regions, for a list with the lines of all regions."""
        return ", ".join(spoken(REGIONS[code]) for code in self.regions)

    @property
    def words(self) -> str:
        """Return the line as printed: name, number, and what it is for."""
        return f"{self.name} – {self.number}" + (f" ({self.note})" if self.note else "")


def lines(region: str, own: Iterable[Line] = ()) -> list[Line]:
    """Return the person's own lines, then those of a region; of all regions if none or an unknown one is chosen."""
    return [*own, *(_spoken(line) for line in _lines() if region not in REGIONS or region in line.regions)]


def emergency_number(region: str) -> str:
    """Return the region's emergency number, or an empty string if no region is chosen."""
    return next((line.number for line in lines(region) if line.emergency), "") if region in REGIONS else ""


def _spoken(line: Line) -> Line:
    """Return a line as it is dialled, with what it is for in the language that is spoken."""
    return replace(line, name=spoken(line.name), number=spoken(line.number), note=spoken(line.note))


@cache
def _lines() -> tuple[Line, ...]:
    """Return the lines of the package's own file, read on first use."""

    import tomllib
    from importlib.resources import files  # not needed for a quick capture

    content = tomllib.loads(files(__package__).joinpath("safety_lines.toml").read_text(encoding="utf-8"))
    return tuple(Line(**line, verified=content["verified"]) for line in content["lines"])
