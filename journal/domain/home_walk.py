"""The home walk-through with a mentor: room by room what leaves and who holds it, and where the naloxone is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Final

from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity

SOON_DAYS: Final = 30
"""Days before its expiry date from which on the journal says that the naloxone expires soon."""


class HomeItem(Record, kw_only=True, frozen=True):
    """One thing that leaves the home: from which ``room``, who holds it, and the day on which it was gone."""

    table: ClassVar[str] = "home_items"

    room: Label = ""
    what: Label
    holder: Label = ""
    done_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.ASK


class Naloxone(Record, kw_only=True, frozen=True):
    """Where the naloxone is, when it expires, and who here can use it."""

    table: ClassVar[str] = "naloxone"

    place: Label = ""
    expires_on: date | None = None
    who: Label = ""
    sensitivity: Sensitivity = Sensitivity.ASK


def by_room(items: Iterable[HomeItem]) -> list[HomeItem]:
    """Return the things room by room, the rooms and the things of each in the order they were written in."""
    written = sorted(items, key=lambda item: (item.made_at, item.uid))
    rooms = {room: number for number, room in enumerate(dict.fromkeys(item.room.casefold() for item in written))}
    return sorted(written, key=lambda item: rooms[item.room.casefold()])


def toggled(item: HomeItem, today: date) -> HomeItem:
    """Return the thing as gone since today, or as still there."""
    return replace(item, done_on=None if item.done_on else today)


def newest(kits: Iterable[Naloxone]) -> Naloxone | None:
    """Return what was written last about the naloxone, or None. Merged copies of a journal may hold several."""
    return max(kits, key=lambda one: (one.made_at, one.uid), default=None)


def is_expired(kit: Naloxone, today: date) -> bool:
    """Return whether the expiry date has passed."""
    return kit.expires_on is not None and kit.expires_on < today


def expires_soon(kit: Naloxone, today: date) -> bool:
    """Return whether it expires within ``SOON_DAYS`` days, but has not expired."""
    return kit.expires_on is not None and 0 <= (kit.expires_on - today).days <= SOON_DAYS
