"""What is said where opening found an unfinished save, damage, or an older copy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.file_facts import Report, format_older
from journal.language import translated
from journal.text.counting import count

TITLE: Final = "what we found"
HINTS: Final = "esc read only"
HINTS_CHOOSE: Final = "tab choose · esc read only, change nothing"
LOOKING: Final = "Looking in the earlier copies next to the journal for what is missing …"
GO_ON_DAMAGED: Final = "Continue with what can be read"
FIND_NEWER: Final = "Look for the newer copy"
GO_ON_OLDER: Final = "Continue with this copy"

_PAGE_DAMAGED: Final = "The file's first page is damaged, but there is a second one. Nothing is lost."
_NEWER: Final = "A newer version of the program wrote some of this. You can read it here, but not edit it."


def bring_back(number: int) -> str:
    """Return the button that restores this many records."""
    return f"Continue, and restore {number:,} from the earlier copies"


def paragraphs(report: Report) -> list[str]:
    """Return one paragraph for each thing found."""
    said = []
    if report.unfinished is not None:
        said.append(
            "The last save didn't finish, so what was in it is missing. Everything before it is here. "
            f"What there is of it is saved in {report.unfinished.name}."
        )
    if report.unreadable:
        number = f"{'at least ' if report.missing_at_least else ''}{count(report.missing, 'save')}"
        said.append(
            f"The file is damaged: {number} can't be read. Everything else is shown. Nothing "
            "changes until you continue; then the damaged file is kept next to the journal."
        )
    elif report.damaged:
        said.append(_PAGE_DAMAGED)
    if report.newer:
        said.append(_NEWER)
    if report.rolled_back:
        said.append(
            f"{_distance(report)} If you put it here yourself, continue with it; the journal notes that. If not, "
            "look for the newer one before you write."
        )
    return said


def _distance(report: Report) -> str:
    """Return ``This copy is 14 saves older than what this computer saw on Tue 17 Nov.``"""
    when = f" on {_day(report.anchor_time)}" if report.anchor_time else " last"
    if report.behind:
        return f"This copy is {format_older(report)} older than what this computer saw{when}."
    return f"This copy and the one this computer saw{when} each have changes that the other lacks."


def _day(milliseconds: int) -> str:
    day = datetime.fromtimestamp(milliseconds / 1000, UTC).date()
    return f"{format_day(day)} {day.year}"


translated(__name__)
