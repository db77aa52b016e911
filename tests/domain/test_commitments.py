"""Test commitments: what is due, how one changes, how many were kept."""

from __future__ import annotations

from datetime import date, timedelta

from journal.domain.commitments import (
    By,
    Commitment,
    CommitmentStatus,
    carried,
    done,
    dropped,
    due,
    in_order,
    kept,
    reopened,
)

TODAY = date(2026, 11, 23)


def promise(text: str, days: int | None = None, by: By = By.ME) -> Commitment:
    """Return a commitment that is due in that many days."""
    return Commitment(text=text, by=by, due=None if days is None else TODAY + timedelta(days=days))


def test_what_is_due_is_mine_open_and_within_the_week_the_first_due_first() -> None:
    every = [
        promise("no day"),
        promise("later", 8),
        promise("soon", 7),
        promise("over", -3),
        promise("theirs", 1, By.MENTOR),
        promise("ours", 1, By.BOTH),
        done(promise("done", 1), TODAY),
        dropped(promise("let go", 1), TODAY),
        carried(promise("carried", -9), TODAY),
    ]

    assert [one.text for one in due(every, TODAY)] == ["over", "carried", "ours", "soon", "no day"]


def test_done_after_its_day_is_done_late() -> None:
    assert done(promise("x", 0), TODAY).status is CommitmentStatus.DONE
    assert done(promise("x"), TODAY).status is CommitmentStatus.DONE
    late = done(promise("x", -1), TODAY)
    assert (late.status, late.closed_on) == (CommitmentStatus.DONE_LATE, TODAY)


def test_carried_twice_it_is_asked_whether_it_is_too_large_until_it_is_closed() -> None:
    once = carried(promise("x", -1), TODAY + timedelta(days=3))
    twice = carried(once, None)

    assert (once.carried, once.due, once.is_open) == (1, TODAY + timedelta(days=3), True)
    assert [one.too_large for one in (once, twice, dropped(twice, TODAY))] == [False, True, False]
    assert reopened(done(twice, TODAY)) == twice


def test_kept_counts_what_was_done_in_time_of_all_whose_time_has_come() -> None:
    every = [
        done(promise("done", 1), TODAY),
        done(promise("late", -1), TODAY),
        dropped(promise("let go", 5), TODAY),
        promise("over", -1),
        promise("open", 1),
    ]

    assert kept(every, TODAY) == (1, 4)


def test_the_open_ones_stand_before_the_closed_ones() -> None:
    every = [done(promise("long ago", 1), TODAY - timedelta(days=9)), done(promise("just now"), TODAY), promise("open")]

    assert [one.text for one in in_order(every)] == ["open", "just now", "long ago"]
