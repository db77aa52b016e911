"""What is kept of deleted records, and of entries before they were edited; and how long.

``journal.store.bin`` and ``journal.store.versions`` store these documents in tables of their own, which are no kinds of
record: no figure, search or page reads them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec import Struct, field

from journal.domain.record import Instant

BIN: Final = "bin"
"""The table of deleted records."""

VERSIONS: Final = "versions"
"""The table of what entries were before they were edited."""

KEPT_FOR: Final = timedelta(days=30)
"""How long a deleted record is kept."""

MOST_VERSIONS: Final = 10
"""How many earlier versions of one entry are kept."""

LONGEST_GAP: Final = timedelta(days=7)
"""The most that a stretch of time counts in which nothing new was written."""


class BinDocument(Struct, frozen=True, kw_only=True):
    """A deleted record: its ``table``, ``uid`` and plain ``document``, as it was.

    ``went_with`` is the uid in the bin of the record that it was deleted together with; empty for that record itself.
    ``schema`` is that of the document: a bin with records of a newer version is refused like these records themselves.
    """

    place: str = field(name="table")
    uid: str
    deleted_at: Instant
    document: dict[str, Any]
    went_with: str = ""
    schema: int = 0


class Version(Struct, frozen=True, kw_only=True):
    """What an ``entry`` (uid) said until ``at``."""

    entry: str
    at: Instant
    title: str = ""
    text: str = ""


class Ages:
    """How long ago an instant was, if the clock may be wrong.

    Of each stretch between two instants at which something new was written, at most ``LONGEST_GAP`` counts. So a clock
    that is years ahead adds a week, and takes no deleted record with it. Instants that are still to come (a clock was
    ahead earlier) do not count.
    """

    def __init__(self, written: Iterable[datetime], now: datetime) -> None:
        self._now = now
        self._moments = [*sorted(moment for moment in written if moment < now), now]
        self._after = [timedelta()] * len(self._moments)  # the age of each of these moments
        for number in range(len(self._moments) - 2, -1, -1):
            gap = min(self._moments[number + 1] - self._moments[number], LONGEST_GAP)
            self._after[number] = self._after[number + 1] + gap

    def age(self, since: datetime) -> timedelta:
        """Return how much time has passed since an instant; zero for one that is still to come."""
        if since >= self._now:
            return timedelta()
        following = bisect_right(self._moments, since)
        return min(self._moments[following] - since, LONGEST_GAP) + self._after[following]

    def days_left(self, since: datetime) -> int:
        """Return for how many more days something deleted at an instant is kept; 0 if it goes at the next opening."""
        return max(0, -((self.age(since) - KEPT_FOR) // timedelta(days=1)))

    def is_over(self, since: datetime) -> bool:
        """Return whether something deleted at an instant was kept for long enough."""
        return self.age(since) >= KEPT_FOR
