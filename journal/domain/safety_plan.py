"""The safety plan, in the person's own words."""

from __future__ import annotations

from typing import ClassVar, Final

from journal.domain.record import Record, Sensitivity, Text

PARTS: Final = ("signs", "alone", "places", "ask", "lines", "safer", "reasons")
"""The parts of the plan, in order: fields of ``SafetyPlan``."""


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

    def parts(self) -> dict[str, str]:
        """Return the text of every part that has text, by its field, in order."""
        return {name: words for name in PARTS if (words := getattr(self, name).strip())}
