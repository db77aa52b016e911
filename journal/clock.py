"""The clock of the program: the current instant, the time zone, and a monotonic counter.

Everything that needs the time gets a ``Clock``, so that tests and the sample journal can set it.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol
from zoneinfo import ZoneInfo

_LOCALTIME: Final = "/etc/localtime"


class Clock(Protocol):
    """What the program can ask about time."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""

    def zone(self) -> str:
        """Return the IANA name of this computer's time zone."""

    def monotonic(self) -> float:
        """Return seconds since some moment. It never goes back."""


class SystemClock:
    """This computer's clock."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        return datetime.now(UTC)

    def zone(self) -> str:
        """Return the IANA name of this computer's time zone, or ``UTC`` if it cannot be found out."""
        try:
            name = _linked_zone() or _found_zone() or "UTC"
            ZoneInfo(name)
        except (LookupError, ValueError, OSError):
            return "UTC"
        return name

    def monotonic(self) -> float:
        """Return seconds since some moment. It never goes back."""
        return time.monotonic()


def _linked_zone() -> str:
    """Return the zone that ``/etc/localtime`` is a link to; empty where it is none, or where ``TZ`` names another."""
    if os.environ.get("TZ"):
        return ""
    try:
        return _zone_behind(os.readlink(_LOCALTIME))  # noqa: PTH115  # every save asks, and a Path takes longer
    except OSError:
        return ""


@lru_cache(maxsize=1)
def _zone_behind(link: str) -> str:
    """Return the zone that is found by following the link, once for each target."""
    return os.path.realpath(Path(_LOCALTIME).parent / link).partition("/zoneinfo/")[2]


def _found_zone() -> str | None:
    """Return the zone that ``tzlocal`` finds, which knows all systems. Importing it slows down a quick capture."""
    from tzlocal import get_localzone_name

    return get_localzone_name()


class FixedClock:
    """A clock that stays where it is set: for the sample journal and for tests."""

    def __init__(self, now: datetime, zone: str = "UTC") -> None:
        self._now = now.astimezone(UTC)
        self._zone = zone
        self._elapsed = 0.0

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self._now

    def zone(self) -> str:
        """Return the zone it was given."""
        return self._zone

    def monotonic(self) -> float:
        """Return by how many seconds it was moved forward."""
        return self._elapsed

    def set(self, now: datetime) -> None:
        """Set it to another instant, later or earlier."""
        self._elapsed += max(0.0, (now - self._now).total_seconds())
        self._now = now.astimezone(UTC)


def milliseconds(instant: datetime) -> int:
    """Return the whole Unix milliseconds of an aware instant."""
    return int(instant.timestamp() * 1000)
