"""The titles of events in a calendar file: they say nothing to people who look over a shoulder."""

from __future__ import annotations

from typing import Final

from journal.language import translated

MEETING_TITLE: Final = "Appointment"
DUE_TITLE: Final = "Reminder"


translated(__name__)
