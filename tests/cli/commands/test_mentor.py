"""Check what is shown between two meetings: due prints a number, the calendar dates, given where the copies are."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import icalendar
import pytest
from msgspec.structs import replace

from journal.domain.agreements import Agreement, Pause
from journal.domain.commitments import By, Commitment
from journal.domain.focuses import Focus
from journal.domain.goals import Goal, GoalStatus
from journal.domain.needs import Area, Need, NeedStatus
from journal.domain.people import Person, Role
from journal.domain.record import Precision
from journal.domain.sessions import Session
from journal.domain.share_ledger import Paper, Share
from journal.domain.uses import Use
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command

TODAY = date(2026, 11, 23)
THURSDAY = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)


def a_week(journal: Journal) -> None:
    r = journal.people.add(Person(name="secretname", role=Role.SPONSOR))
    journal.commitments.add_many(
        [
            Commitment(text="secretcall", due=TODAY),
            Commitment(text="secretlate", due=TODAY - timedelta(days=3), by=By.BOTH),
            Commitment(text="secretlater", due=TODAY + timedelta(days=3)),
            Commitment(text="secrettheirs", due=TODAY, by=By.MENTOR),
            Commitment(text="secretsomeday"),
        ]
    )
    journal.sessions.add(Session(person=r, planned_at=THURSDAY, at=THURSDAY, place="secretplace", minutes=45))
    day = THURSDAY + timedelta(days=7)
    journal.sessions.add(Session(person=r, planned_at=day, at=day, precision=Precision.DAY, topics=["secrettopic"]))
    past = THURSDAY - timedelta(days=7)
    journal.sessions.add(Session(person=r, planned_at=past, at=past))
    journal.needs.add(Need(area=Area.WORK, text="fewer shifts", status=NeedStatus.ASKED, resource="the union"))
    journal.agreements.add(Agreement(person=r, start=TODAY - timedelta(days=13), one_to_one_hours=Decimal(1)))


def test_due_says_how_many_and_no_word_unless_asked(command: Command, fill: Filling) -> None:
    assert command("due").out == "Nothing is due.\n"
    fill(lambda journal: journal.commitments.add(Commitment(text="secretone", due=TODAY)))
    assert command("due").out == "1 thing is due\n"
    fill(a_week)
    ended = command("due")
    assert (ended.code, ended.out, ended.err) == (0, "3 things are due\n", "")
    assert command("due", "--json").value == {
        "due": 3,
        "tomorrow": 0,
        "reminders": [{"code": "steps", "until": "2026-11-20"}],
    }
    details = command("due", "--details").out.splitlines()
    assert details[:2] == ["3 things are due", "was for Fri: secretlate"]
    assert {*details[2:]} == {"by today: secretone", "by today: secretcall"}


def test_due_counts_goals_that_are_overdue_and_says_what_is_due_tomorrow(command: Command, fill: Filling) -> None:
    tomorrow = TODAY + timedelta(days=1)
    fill(lambda journal: journal.commitments.add(Commitment(text="secretsoon", due=tomorrow)))
    assert command("due").out == "Nothing is due today, 1 thing tomorrow.\n"
    fill(
        lambda journal: journal.goals.add_many(
            [
                Goal(title="secretold", due=TODAY - timedelta(days=3)),
                Goal(title="secrettomorrow", due=tomorrow),
                Goal(title="secretlater", due=TODAY + timedelta(days=2)),
                Goal(title="secretdone", due=TODAY, status=GoalStatus.ACHIEVED),
            ]
        )
    )
    assert command("due").out == "1 thing is due, 2 tomorrow\n"
    value = command("due", "--details", "--json").value
    assert (value["due"], value["tomorrow"]) == (1, 2)
    assert [one["title"] for one in value["goals"]] == ["secretold", "secrettomorrow"]
    assert command("due", "--details").out.splitlines()[2:] == [
        "goal, was for Fri 20 Nov: secretold",
        "goal, by tomorrow: secrettomorrow",
    ]


def test_due_says_the_reminders_of_today_by_code_and_in_words_without_a_word_of_ones_own(
    command: Command, fill: Filling
) -> None:
    def secrets(journal: Journal) -> None:
        person = journal.people.add(Person(name="secretname", role=Role.SPONSOR))
        start = TODAY - timedelta(days=20)
        journal.agreements.add(Agreement(person=person, start=start, tell_within=24, review_on=TODAY))
        focus = journal.focuses.add(Focus(label="secretfocus", start=start))
        journal.uses.add(Use(focus=focus, at=journal.now() - timedelta(hours=4)))
        journal.goals.add(Goal(title="secretgoal", due=TODAY))

    fill(secrets)
    assert command("due").out.splitlines() == [
        "1 thing is due",
        "reminder: tell your mentor by Tue 24 Nov, 08:00, about Mon 23 Nov",
        "reminder: an agreement to review",
    ]
    details = command("due", "--details")
    assert details.out.splitlines()[-2:] == [
        "reminder: tell secretname by Tue 24 Nov, 08:00, about Mon 23 Nov",
        "reminder: time to review your agreement with secretname",
    ]
    value = command("due", "--json").value["reminders"]
    assert [one["code"] for one in value] == ["tell", "goals", "review"]
    assert (value[0]["until"], set(value[0])) == ("2026-11-24T07:00:00+00:00", {"code", "until"})
    assert "words" in command("due", "--details", "--json").value["reminders"][0]
    fill(lambda journal: journal.set_preferences(replace(journal.preferences, notices=False)))
    assert command("due").out == "1 thing is due\n"
    assert command("due", "--json").value["reminders"] == []


def test_the_calendar_says_when_and_never_what_where_or_with_whom(
    command: Command, fill: Filling, tmp_path: Path
) -> None:
    fill(a_week)
    file = tmp_path / "dates.ics"
    assert command("calendar", str(file)).out == "Saved: 5 events.\n"
    data = file.read_bytes()
    assert b"secret" not in data
    assert file.stat().st_mode & 0o777 == 0o600
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    starts = sorted(str(event.decoded("dtstart")) for event in events)
    assert starts == ["2026-11-20", "2026-11-23", "2026-11-26", "2026-11-26 17:00:00+00:00", "2026-12-03"]
    assert {str(event["SUMMARY"]) for event in events} == {"Appointment", "Reminder"}
    first = {str(event["UID"]) for event in events}
    refused = command("calendar", str(file))
    assert (refused.code, "--replace" in refused.err) == (1, True)
    assert command("calendar", str(file), "--replace").code == 0
    again = {str(event["UID"]) for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert again == first
    assert [one["what"] for one in command("given", "--json").value] == [Paper.CALENDAR] * 2


def test_needs_and_the_agreement_are_told_as_lines(command: Command, fill: Filling) -> None:
    assert command("needs").out == "No needs yet.\n"
    assert command("agreement").out == "Nothing is agreed yet.\n"
    fill(a_week)
    assert command("needs").out == "work  asked  fewer shifts  the union\n"
    assert command("needs", "--json").value[0]["area"] == "work"
    told = command("agreement").out.splitlines()
    assert told[0] == "secretname: version 1, week 2 of 12, to Mon 1 Feb"
    assert told[1].split() == ["one-to-one", "0.0", "h", "of", "2.0", "h,", "0", "of", "2", "meetings"]
    (value,) = command("agreement", "--json").value
    assert (value["week"], value["one-to-one"]["planned"], value["groups"]["planned"]) == (2, 2.0, None)
    assert (value["stands"], value["words"]["cadence"], value["words"]["start"]) == (
        "running",
        "every week",
        "2026-11-10",
    )


@pytest.mark.parametrize(
    ("changed", "stands"),
    [
        ({"start": TODAY + timedelta(days=1)}, "to_come"),
        ({"ended_on": TODAY - timedelta(days=1)}, "over"),
        ({"pauses": [Pause(first=TODAY)]}, "paused"),
    ],
)
def test_json_says_by_a_code_where_the_agreement_stands(
    command: Command, fill: Filling, changed: dict[str, Any], stands: str
) -> None:
    def filling(journal: Journal) -> None:
        ana = journal.people.add(Person(name="Ana"))
        journal.agreements.add(replace(Agreement(person=ana, start=TODAY - timedelta(days=30)), **changed))

    fill(filling)
    assert command("agreement", "--json").value[0]["stands"] == stands


def test_given_says_what_is_still_out_and_where(command: Command, fill: Filling) -> None:
    assert command("given").out == "Nothing shared yet.\n"

    def two(journal: Journal) -> None:
        r = journal.people.add(Person(name="R."))
        page = Share(first=TODAY, last=TODAY, person=r, form="html", struck={"DAYS": 2}, place="/home/k/page.html")
        journal.shares.add(page)
        journal.shares.add(Share(first=TODAY, last=TODAY, what=Paper.CARD, form="text", gone_on=TODAY))

    fill(two)
    lines = command("given").out.splitlines()
    assert lines[-1] == "1 of them may still be read by others."
    assert "2 crossed out" in lines[1]
    assert "/home/k/page.html" in lines[1]
    assert "gone Mon 23 Nov" in lines[0]


def test_given_lists_the_files_of_one_sharing(command: Command, fill: Filling, tmp_path: Path) -> None:
    fill(a_week)
    for form in ("text", "html"):
        assert command("summary", "--to", str(tmp_path / form), "--format", form).code == 0
    fill(lambda journal: journal.shares.add(Share(first=TODAY, last=TODAY, form="html", place="/old")))
    before, both = sorted(command("given", "--json").value, key=lambda one: len(one["files"]))
    assert before["files"] == [{"form": "html", "sealed": "", "place": "/old", "sha256": ""}]
    assert [(file["form"], file["place"]) for file in both["files"]] == [
        ("text", str(tmp_path / "text")),
        ("html", str(tmp_path / "html")),
    ]
    assert "text, html" in command("given").out


@pytest.mark.parametrize("words", [("calendar",), ("due", "--when")])
def test_wrong_options_are_errors_of_usage(command: Command, words: tuple[str, ...]) -> None:
    assert command(*words).code == 2
