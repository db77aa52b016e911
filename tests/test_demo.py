"""Test the sample journal: believable, dated up to now, the same at every start, of any length."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from journal import demo
from journal.clock import FixedClock
from journal.domain.agreements import current, programme_week
from journal.domain.commitments import By
from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState
from journal.domain.parked import waiting
from journal.domain.sessions import SessionKind, next_session
from journal.store.journal import Journal
from tests.conftest import NOON, ZONE

TODAY = date(2026, 11, 23)


def made(path: Path, days: int = demo.DAYS) -> Journal:
    demo.make(path, NOON, ZONE, days=days, anchors=path.parent)
    return Journal.open(path, demo.PASSPHRASE, clock=FixedClock(NOON, ZONE), anchors=path.parent)


def test_it_shows_everything_there_is_to_show(path: Path) -> None:
    with made(path) as journal:
        assert len(journal.focuses) == 3
        assert len(journal.uses) == 1
        assert all(craving.attempts for craving in journal.cravings)
        assert [goal.title for goal in journal.goals if goal.steps]
        assert next_session(journal.sessions, NOON) is not None
        assert min(len(journal.entries), len(journal.checkins), len(journal.sessions), len(journal.shares)) >= 10
        assert {debrief.use for debrief in journal.debriefs} == {use.uid for use in journal.uses}
        assert {plan.trigger for plan in journal.plans} < {trigger.uid for trigger in journal.triggers}
        assert {commitment.by for commitment in journal.commitments} == {*By}
        assert [commitment.text for commitment in journal.commitments if commitment.too_large]
        assert len({need.status for need in journal.needs}) == 4
        mentor = journal.people.all()[0].uid
        agreement = current(journal.agreements, mentor)
        assert agreement is not None
        assert programme_week(agreement, TODAY) == (5, 12, False, False)
        assert [journal.entries.get(parked.record) for parked in waiting(journal.parked, mentor)]
        assert len(journal.safety_plan.parts()) == 7
        assert journal.cravings.between(TODAY - timedelta(days=7), TODAY)
        assert [session for session in journal.sessions if session.kind is SessionKind.CONTACT]
        assert len(journal.scores) == 3
        assert min(len(journal.hard_days), len(journal.quiet_plans), len(journal.pros_and_cons)) >= 1
        assert [entry for entry in journal.entries if entry.tags and entry.read_again]


def test_its_alcohol_tells_the_story_of_the_worked_example(path: Path) -> None:
    with made(path) as journal:
        figures = focus_figures(
            journal.focuses.all()[0], journal.uses.all(), journal.marks.all(), as_of=TODAY, today=TODAY
        )
        assert (figures.used, figures.unknown, figures.longest_run, figures.full_days) == (1, 1, 62, 16)


def test_nothing_in_it_lies_ahead_but_the_next_meeting(path: Path) -> None:
    with made(path) as journal:
        collections = (journal.entries, journal.checkins, journal.cravings, journal.uses, journal.marks)
        assert max(record.at for collection in collections for record in collection.all()) <= NOON
        assert all(mark.state in (DayState.CLEAN, DayState.USED) for mark in journal.marks)


def test_it_is_the_same_at_every_start(tmp_path: Path) -> None:
    def told(path: Path) -> list[tuple[int, int | None]]:
        with made(path) as journal:
            return [(craving.intensity, craving.after) for craving in journal.cravings]

    assert told(tmp_path / "a.rj") == told(tmp_path / "b.rj")


@pytest.mark.parametrize("days", [1, 2, 9, 30, 400])
def test_it_can_be_of_any_length(path: Path, days: int) -> None:
    with made(path, days) as journal:
        begins = min((record.local_date for record in journal.checkins), default=TODAY)
        assert begins > TODAY - timedelta(days=days)
        assert journal.read_only is False
