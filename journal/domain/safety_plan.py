"""A safety plan, in the person's own words and under our own headings."""

from __future__ import annotations

from typing import ClassVar

from journal.domain.record import Record, Sensitivity, Text

HEADINGS: dict[str, str] = {
    "signs": "My warning signs",
    "alone": "What I can do alone",
    "places": "People and places that take my mind off it",
    "ask": "People I can ask",
    "lines": "Professionals and lines",
    "safer": "Making the place safer",
    "reasons": "My reasons",
}
"""Field of ``SafetyPlan`` → its heading, in order."""


class SafetyPlan(Record, kw_only=True, frozen=True):
    """One document; each field holds lines of the person's own."""

    table: ClassVar[str] = "safety_plan"

    signs: Text = ""
    alone: Text = ""
    places: Text = ""
    ask: Text = ""
    lines: Text = ""
    safer: Text = ""
    reasons: Text = ""
    sensitivity: Sensitivity = Sensitivity.NEVER

    def parts(self) -> list[tuple[str, str]]:
        """Heading and words of every part that has words, in order."""
        return [(heading, words) for name, heading in HEADINGS.items() if (words := getattr(self, name).strip())]
