"""Check that the reminder of a backup appears only if there is something to lose, and not for a while once hidden."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.backup_reminder import is_due
from journal.domain.preferences import Preferences
from journal.text import reminders as reminders_text

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def written(*days_ago: float) -> list[datetime]:
    """Return moments that many days ago."""
    return [NOW - timedelta(days=days) for days in days_ago]


def copied(days_ago: float, quiet_until: date | None = None) -> Preferences:
    """Return settings whose last backup was made that many days ago."""
    return Preferences(backed_up_at=NOW - timedelta(days=days_ago), backup_quiet_until=quiet_until)


@pytest.mark.parametrize(
    ("preferences", "made", "said"),
    [
        (Preferences(), (), ""),
        (Preferences(), (13.9, 0), ""),
        (Preferences(), (14, 0), "no backup yet"),
        (copied(29.9), (100, 1), ""),
        (copied(36), (100, 1), "last backup 5 weeks ago"),
        (copied(30), (100, 30.1), ""),
        (copied(30), (100, 29.9), "last backup 4 weeks ago"),
    ],
)
def test_a_copy_is_spoken_of_when_something_could_be_lost(
    preferences: Preferences, made: tuple[float, ...], said: str
) -> None:
    due = is_due(preferences, written(*made), NOW, TODAY)
    assert (reminders_text.copy_due(preferences.backed_up_at, NOW) if due else "") == said


@pytest.mark.parametrize("last", [None, NOW - timedelta(days=60)])
def test_hidden_it_is_silent_until_that_day(last: datetime | None) -> None:
    hidden = Preferences(backed_up_at=last, backup_quiet_until=TODAY + timedelta(days=1))
    assert not is_due(hidden, written(50), NOW, TODAY)
    assert is_due(hidden, written(50), NOW, TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "said"),
    [(None, "none yet"), (date(2026, 11, 12), "last backup 12 Nov"), (date(2025, 12, 31), "last backup 31 Dec 2025")],
)
def test_the_last_copy_is_told_by_its_day(day: date | None, said: str) -> None:
    assert reminders_text.format_copied(day, TODAY) == said
