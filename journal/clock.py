"""The one clock: instants, the zone, and a stopwatch that keeps running in suspend."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What the program knows of time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def zone(self) -> str:
        """The IANA name of the zone this computer is in."""

    def monotonic(self) -> float:
        """Seconds since some moment, never going back."""


class SystemClock:
    """This computer's clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)

    def zone(self) -> str:
        """The IANA name of this computer's zone, ``UTC`` when it cannot be told."""
        from tzlocal import get_localzone_name

        try:
            name = get_localzone_name() or "UTC"
            ZoneInfo(name)
        except (LookupError, ValueError, OSError):
            return "UTC"
        return name

    def monotonic(self) -> float:
        """Seconds since some moment, never going back."""
        return time.monotonic()


class FixedClock:
    """A clock that stands where it is put: for the sample journal, and for tests."""

    def __init__(self, now: datetime, zone: str = "UTC") -> None:
        self._now = now.astimezone(UTC)
        self._zone = zone
        self._elapsed = 0.0

    def now(self) -> datetime:
        """The instant it was set to."""
        return self._now

    def zone(self) -> str:
        """The zone it was given."""
        return self._zone

    def monotonic(self) -> float:
        """Seconds it was moved on."""
        return self._elapsed

    def set(self, now: datetime) -> None:
        """Put it to another instant, later or earlier."""
        self._elapsed += max(0.0, (now - self._now).total_seconds())
        self._now = now.astimezone(UTC)


def milliseconds(instant: datetime) -> int:
    """Whole Unix milliseconds of an aware instant."""
    return int(instant.timestamp() * 1000)
