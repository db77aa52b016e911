"""The titles of events in a calendar file: they say nothing to people who look over a shoulder."""

from __future__ import annotations

from typing import Final

MEETING_TITLE: Final = "Cita"
DUE_TITLE: Final = "Recordatorio"
