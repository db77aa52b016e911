"""Tell when the first and the last record of one table were made, without reading all of them after each save.

``Collection`` has one, for the reminder of a backup. Only ``made_at`` of a document is decoded: of all of them once,
and then of those that a save changed. It knows neither records nor their order (``record_order``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from operator import attrgetter
from threading import Lock
from typing import Final

import msgspec
from msgspec import Raw

from journal.domain.record import Instant

Moments = tuple[datetime, ...]


class _Made(msgspec.Struct, gc=False):
    """Decodes only when a record was made."""

    made_at: Instant


_made: Final = msgspec.json.Decoder(_Made)


class MadeRange:
    """When the records of one table were made. ``documents`` returns them as JSON, by uid."""

    def __init__(self, documents: Callable[[], Mapping[str, Raw]]) -> None:
        self._documents = documents
        self._ends: Moments | None = None
        self._lock = Lock()

    def ends(self) -> Moments:
        """Return when the first and when the last readable record was made; empty if there is none."""
        with self._lock:
            if self._ends is None:
                self._ends = _ends_of(_moments(list(self._documents().values())))
            return self._ends

    def update(self, before: Sequence[tuple[str, Raw | None]]) -> None:
        """Note the documents that were there before a save, by uid; ``None`` where there was none."""
        with self._lock:
            if self._ends is None:
                return
            documents = self._documents()
            old = _moments([document for _, document in before if document is not None])
            new = _moments([documents[uid] for uid, _ in before if uid in documents])
            gone = set(self._ends).intersection(old).difference(new)
            self._ends = None if gone else _ends_of(chain(self._ends, new))

    def invalidate(self) -> None:
        """Forget everything, because anything may have changed."""
        with self._lock:
            self._ends = None


def _moments(documents: list[Raw]) -> list[datetime]:
    try:  # without a call of Python for each document
        return list(map(attrgetter("made_at"), map(_made.decode, documents)))
    except (msgspec.MsgspecError, RecursionError):
        return list(chain.from_iterable(map(_moment, documents)))


def _moment(document: Raw) -> Moments:
    """Return when a record was made, or nothing if that cannot be read."""
    try:
        return (_made.decode(document).made_at,)
    except (msgspec.MsgspecError, RecursionError):
        return ()


def _ends_of(moments: Iterable[datetime]) -> Moments:
    found = list(moments)
    return (min(found), max(found)) if found else ()
