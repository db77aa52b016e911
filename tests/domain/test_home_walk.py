"""Test the order of the walk-through, and what is said of the expiry date of the naloxone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.home_walk import SOON_DAYS, HomeItem, Naloxone, by_room, expires_soon, is_expired, newest, toggled
from journal.text.home_walk import format_expiry
from tests.support.lives import TODAY

THEN = datetime(2026, 11, 1, tzinfo=UTC)


@given(rooms=st.lists(st.sampled_from(["Kitchen", "kitchen", "Car", ""])))
def test_each_room_stands_together_and_nothing_is_left_out(rooms: list[str]) -> None:
    items = [HomeItem(uid=f"{n:03}", room=room, what="x", made_at=THEN) for n, room in enumerate(rooms)]
    ordered = [item.room.casefold() for item in by_room(items[::-1])]

    assert sorted(ordered) == sorted(room.casefold() for room in rooms)
    assert [room for n, room in enumerate(ordered) if ordered[:n][-1:] != [room]] == list(dict.fromkeys(ordered))
    assert list(dict.fromkeys(ordered)) == list(dict.fromkeys(room.casefold() for room in rooms))


@given(days=st.integers(-800, 800))
def test_the_expiry_date_is_said_to_be_over_or_near_or_neither(days: int) -> None:
    kit = Naloxone(place="drawer", expires_on=TODAY + timedelta(days=days))

    assert is_expired(kit, TODAY) == (days < 0)
    assert expires_soon(kit, TODAY) == (0 <= days <= SOON_DAYS)
    assert format_expiry(kit, TODAY).endswith("get a new one") == (days <= SOON_DAYS)


def test_a_date_is_said_in_words() -> None:
    def said(on: date | None) -> str:
        return format_expiry(Naloxone(expires_on=on), date(2026, 11, 23))

    assert said(None) == ""
    assert said(date(2026, 11, 3)) == "expired Tue 3 Nov: get a new one"
    assert said(date(2026, 11, 23)) == "expires today: get a new one"
    assert said(date(2026, 11, 24)) == "expires in 1 day: get a new one"
    assert said(date(2027, 3, 31)) == "expires Wed 31 Mar 2027"


def test_a_thing_is_gone_and_here_again_and_the_newest_kit_counts() -> None:
    gone = toggled(HomeItem(what="wine"), TODAY)
    assert gone.done_on == TODAY
    assert toggled(gone, TODAY).done_on is None
    kits = [Naloxone(uid="b", made_at=THEN), Naloxone(uid="a", made_at=THEN + timedelta(days=1))]
    assert newest(kits) is kits[1]
    assert newest([]) is None
