"""The safety plan, in the person's own words."""

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
    """The plan, one document. Each field holds lines by the person."""

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
        """Return heading and text of every part that has text, in order."""
        return [(heading, words) for name, heading in HEADINGS.items() if (words := getattr(self, name).strip())]
