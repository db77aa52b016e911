"""What is said where opening found an unfinished save, damage, or an older copy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.file_facts import Report, format_older
from journal.text.counting import count

TITLE: Final = "what opening found"
HINTS: Final = "esc read on"
HINTS_CHOOSE: Final = "tab choose · esc read on, change nothing"
LOOKING: Final = "Looking for what is missing in the earlier copies beside the journal …"
GO_ON_DAMAGED: Final = "Go on with what can be read"
FIND_NEWER: Final = "Look for the newer copy"
GO_ON_OLDER: Final = "Go on with this copy"

_PAGE_DAMAGED: Final = "One copy of the file's first page is damaged. The other is whole, and nothing is lost."
_NEWER: Final = "Some of it was written by a newer version of the program, so it can be read and not changed."


def bring_back(number: int) -> str:
    """Return the button that brings back this many records."""
    return f"Go on, and bring back {number:,} from the earlier copies"


def paragraphs(report: Report) -> list[str]:
    """Return one paragraph for each thing found."""
    said = []
    if report.unfinished is not None:
        said.append(
            "The last save was unfinished, so what was in it is not here; everything before it is. "
            f"Its bytes are kept in {report.unfinished.name}."
        )
    if report.unreadable:
        number = f"{'at least ' if report.missing_at_least else ''}{count(report.missing, 'save')}"
        said.append(
            f"The file is damaged: {number} can't be read. What is shown is all the rest. Nothing is "
            "changed until you go on; then the damaged file is kept beside the journal."
        )
    elif report.damaged:
        said.append(_PAGE_DAMAGED)
    if report.newer:
        said.append(_NEWER)
    if report.rolled_back:
        said.append(
            f"{_distance(report)} If you put it here yourself, go on with it, which is noted in the journal; if not, "
            "look for the newer one before you write."
        )
    return said


def _distance(report: Report) -> str:
    """Return ``This copy is 14 saves older than what this computer saw on Tue 17 Nov.``"""
    when = f" on {_day(report.anchor_time)}" if report.anchor_time else " last"
    if report.behind:
        return f"This copy is {format_older(report)} older than what this computer saw{when}."
    return f"This copy went another way than the one this computer saw{when}."


def _day(milliseconds: int) -> str:
    day = datetime.fromtimestamp(milliseconds / 1000, UTC).date()
    return f"{format_day(day)} {day.year}"
