"""Check that the page shows what the journal has of a period, with the same figures, and leaves out what stays home."""

from __future__ import annotations

import html as html_text
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.agreements import Agreement
from journal.domain.checkins import CheckIn
from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Outcome, Trigger, TriggerKind
from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.goals import Goal, GoalStatus, Step
from journal.domain.needs import Area, Need, NeedStatus
from journal.domain.parked import Parked
from journal.domain.people import Person, Role
from journal.domain.record import Precision, Sensitivity
from journal.domain.sessions import Session, SessionKind, Wish
from journal.domain.share_ledger import Level, Paper, Share
from journal.sharing.page import Chart, Page, Place, Plot, Point
from journal.sharing.release import Choice, LineStatus, line_status, release
from journal.store.journal import Journal
from journal.summary import FORMS, Section, draft, since_last, usual_choice
from journal.summary.layout import fit
from journal.text.labels import label
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.lives import ALWAYS_HOME, FIRST, TODAY, USUAL, Sensitivities, at, live
from tests.support.page_contents import told

NEVER, ASK, NUMBERS, SHARE = Sensitivity.NEVER, Sensitivity.ASK, Sensitivity.NUMBERS, Sensitivity.SHARE


@contextmanager
def new_journal() -> Iterator[Journal]:
    """Return a function that makes a new journal for each of many examples."""
    with TemporaryDirectory() as place:
        path, clock = Path(place) / "journal.rj", FixedClock(NOON, ZONE)
        with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP, anchors=Path(place)) as journal:
            yield journal


def page(journal: Journal, level: Level = Level.STANDARD, *picked: str) -> Page:
    return release(draft(journal, FIRST, TODAY), Choice(level=level, picked=frozenset(picked)))


def said(page: Page, section: Section) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in page.sections.get(section, [])]


# What may be on it.


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("level", list(Level))
def test_what_starts_at_home_stays_there(journal: Journal, level: Level, form: str) -> None:
    live(journal)
    read = told(page(journal, level), form)
    asked = ("strategyword", "triggerword", "nameword", "placeword", "cravingplace", "mooringword")
    for word in ("entryword", "titleword", "hardestword", "proudword", "waysword", "quietword", *ALWAYS_HOME):
        assert word not in read
    for word in (*asked, "hardcall", "hardknows"):
        assert (word in read) == (level is Level.FULL)
    for word in ("goalword", "stepword", "needword", "resourceword", "parkedword", "topicword", "hardword", "wayout"):
        assert (word in read) == (level is not Level.MINIMAL)
    assert "promiseword" in read


WORDS = {
    "entryword": ("entries", Section.ENTRIES),
    "titleword": ("entries", Section.ENTRIES),
    "strategyword": ("strategies", Section.WORKED),
    "triggerword": ("triggers", Section.CRAVINGS),
    "nameword": ("people", Section.NEXT),
    "goalword": ("goals", Section.GOALS),
    "stepword": ("goals", Section.GOALS),
    "hardestword": ("sessions", Section.STATUS),
    "proudword": ("sessions", Section.STATUS),
    "promiseword": ("commitments", Section.COMMITMENTS),
    "needword": ("needs", Section.NEEDS),
    "resourceword": ("needs", Section.NEEDS),
    "parkedword": ("parked", Section.TODAY),
    "hardword": ("hard_days", Section.AHEAD),
    "wayout": ("hard_days", Section.AHEAD),
    "hardcall": ("hard_days", Section.AHEAD),
}


BASIC = (("people", SHARE), ("commitments", SHARE))
"""The tables with the sensitivity at which their words are on the page at every level."""


@given(
    st.fixed_dictionaries({table: st.sampled_from(list(Sensitivity)) for table in USUAL}),
    st.sampled_from(list(Level)),
    st.sets(st.integers(0, 40)),
    st.sets(st.integers(0, 40)),
    st.integers(0, 9).map(lambda number: number == 0),  # PDF takes its time
)
def test_in_no_form_is_there_a_word_that_was_not_let_go(
    kept: Sensitivities, level: Level, picks: set[int], strikes: set[int], deep: bool
) -> None:
    with new_journal() as journal:
        live(journal, kept)
        drafted = draft(journal, FIRST, TODAY)
        picked = frozenset(line.key for place, line in enumerate(drafted.lines) if place in picks)
        struck = frozenset(line.key for place, line in enumerate(drafted.lines) if place in strikes)
        released = release(drafted, Choice(level=level, picked=picked, struck=struck))
    ticked = {SHARE: (Level.STANDARD, Level.FULL), ASK: (Level.FULL,)}
    for form in FORMS if deep else ("text", "html", "json"):
        read = told(released, form)
        assert not [word for word in ALWAYS_HOME if word in read]
        for word, (table, _) in WORDS.items():
            holding = {line.key for line in drafted.lines if word in line.words}
            let_go = holding & picked - struck
            if not let_go and level not in ticked.get(kept[table], ()) and (table, kept[table]) not in BASIC:
                assert word not in read
            if holding <= struck:
                assert word not in read


def test_a_picked_entry_goes_whole(journal: Journal) -> None:
    uid = journal.entries.add(Entry(title="A walk", text="First I did not want to.\n\nThen I did."))
    entries = page(journal, Level.MINIMAL, f"entries/{uid}").sections[Section.ENTRIES]
    assert [(line.label, line.text) for line in entries] == [
        ("Mon 23 Nov", "A walk: First I did not want to.\n\nThen I did.")
    ]


def test_tags_never_go_with_a_page(journal: Journal) -> None:
    uid = journal.entries.add(Entry(title="A walk", text="Far.", tags=["canary"], sensitivity=SHARE))
    journal.parked.add(Parked(kind="entries", record=uid))
    shown = page(journal, Level.FULL, f"entries/{uid}")
    assert "A walk" in str(shown.sections)
    assert "canary" not in str(shown.sections)


def test_an_entry_marked_to_be_shared_goes_unasked(journal: Journal) -> None:
    journal.entries.add(Entry(text="for R.", sensitivity=SHARE))
    assert said(page(journal), Section.ENTRIES) == ["Mon 23 Nov for R."]
    assert said(page(journal, Level.MINIMAL), Section.ENTRIES) == []


def test_of_a_goal_marked_numbers_only_the_progress_goes(journal: Journal) -> None:
    live(journal, USUAL | {"goals": NUMBERS})
    assert said(page(journal, Level.FULL), Section.GOALS) == ["a goal: 1 of 2"]


def test_one_craving_that_asks_makes_the_figures_it_stands_behind_ask(journal: Journal) -> None:
    journal.cravings.add_many([Craving(intensity=5), Craving(intensity=9, sensitivity=ASK)])
    assert said(page(journal), Section.CRAVINGS) == []
    assert said(page(journal, Level.FULL), Section.CRAVINGS)[0] == "2 cravings, strongest 9, typical 7 of 10"


def test_a_craving_marked_never_is_not_even_counted(journal: Journal) -> None:
    journal.cravings.add_many([Craving(intensity=5), Craving(intensity=9, sensitivity=NEVER)])
    assert said(page(journal, Level.FULL), Section.CRAVINGS)[0] == "1 craving, strongest 5, typical 5 of 10"


def test_minimal_is_how_i_am_what_i_want_days_promises_and_the_next_check_in(journal: Journal) -> None:
    live(journal)
    assert list(page(journal, Level.MINIMAL).sections) == [
        Section.HEADING,
        Section.STATUS,
        Section.DAYS,
        Section.COMMITMENTS,
        Section.TOGETHER,
        Section.NEXT,
    ]
    assert said(page(journal, Level.MINIMAL), Section.STATUS) == [
        "Rough spots, urges, no use (2 of 5)",
        "I would like you to: listen",
    ]


# What it says.


def test_an_empty_journal_has_an_empty_page(journal: Journal) -> None:
    assert page(journal, Level.FULL).sections == {}


def test_the_title_says_which_days_it_is_about_and_which_week_of_the_programme(journal: Journal) -> None:
    assert page(journal).title == "Check-in, 17–23 November"
    live(journal)
    assert page(journal).title == "Check-in, 17–23 November · week 1 of 12"
    assert page(journal, Level.MINIMAL).title == "Check-in, 17–23 November"
    assert release(draft(journal, TODAY, TODAY), Choice()).title == "Check-in, 23 November · week 1 of 12"
    assert draft(journal, date(2026, 10, 28), TODAY).title == "Check-in, 28 October – 23 November"


@pytest.mark.parametrize(
    ("level", "emergency", "words"),
    [
        (
            Level.FULL,
            "112",
            "Written by me, for nameword. Please don't copy. If you think I'm not safe: call me, then 112.",
        ),
        (
            Level.STANDARD,
            "",
            "Written by me, for my sponsor. Please don't copy. If you think I'm not safe: call me, then ",
        ),
    ],
)
def test_the_foot_asks_not_to_copy_and_says_whom_to_call(
    journal: Journal, level: Level, emergency: str, words: str
) -> None:
    live(journal)
    released = release(draft(journal, FIRST, TODAY, emergency=emergency), Choice(level=level))
    assert released.foot.startswith(words)
    assert f"then {emergency or 'the emergency number'}. " in released.foot
    assert ("then the emergency number. " in released.foot) == (not emergency)
    assert released.foot.endswith(" Don't carry this alone: talk to your own sponsor or supervisor.")
    for form in FORMS:
        assert "".join(words.split()) in "".join(html_text.unescape(told(released, form)).split())


def test_a_name_that_ends_with_a_full_stop_has_only_one(journal: Journal) -> None:
    journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.goals.add(Goal(title="one"))
    assert page(journal, Level.FULL).foot.startswith("Written by me, for R. Please don't copy. ")
    assert said(page(journal, Level.FULL), Section.HEADING) == ["For R."]


def test_a_page_for_nobody_is_written_for_you(journal: Journal) -> None:
    journal.goals.add(Goal(title="one"))
    assert page(journal).foot.startswith("Written by me, for you. ")


def test_the_sections_come_in_their_order(journal: Journal) -> None:
    live(journal, USUAL | {"entries": SHARE})
    uid = journal.sessions.all()[0].uid
    journal.sessions.replace(uid, replace(journal.sessions.get(uid), sensitivity=SHARE))
    journal.sessions.add(Session(held_at=at(FIRST, 18), at=at(FIRST, 18), minutes=60, kind=SessionKind.GROUP))
    assert list(page(journal, Level.FULL).sections) == list(Section)


def test_what_was_hidden_with_how_i_am_stays_hidden_in_sections_of_its_own(journal: Journal) -> None:
    live(journal, USUAL | {"sessions": SHARE})
    assert {Section.HARDEST, Section.PROUD} <= page(journal).sections.keys()
    someone = journal.people.add(Person(name="R.", hidden=[str(Section.STATUS)]))
    released = release(draft(journal, FIRST, TODAY), usual_choice(journal, someone))
    assert not {Section.STATUS, Section.HARDEST, Section.PROUD} & released.sections.keys()


def test_the_one_question_has_a_box_and_without_one_the_wish_has_it(journal: Journal) -> None:
    live(journal)
    assert [line.text for line in page(journal).lines if line.boxed] == ["I would like you to: listen"]
    uid = journal.sessions.all()[0].uid
    journal.sessions.replace(uid, replace(journal.sessions.get(uid), ask="Should I go?"))
    assert [(line.label, line.text) for line in page(journal, Level.MINIMAL).lines if line.boxed] == [
        ("The one thing I want your honest take on", "Should I go?")
    ]
    drawn = told(page(journal), "text")
    assert "┌─ The one thing I want your honest take on ─" in drawn
    assert "│ Should I go?" in drawn


def test_hours_of_the_programme_are_said_last_a_week_by_kind(journal: Journal) -> None:
    person = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    start = TODAY - timedelta(days=13)
    one, groups = Decimal(1), Decimal("1.5")
    journal.agreements.add(Agreement(person=person, start=start, one_to_one_hours=one, group_hours=groups))
    for day, kind, minutes in ((3, SessionKind.ONE_TO_ONE, 45), (5, SessionKind.GROUP, 60), (9, SessionKind.HOUSE, 60)):
        met = at(TODAY - timedelta(days=day), 18)
        journal.sessions.add(Session(person=person, kind=kind, held_at=met, at=met, minutes=minutes))
    assert [*page(journal).sections][-1] == Section.PROGRAMME
    assert said(page(journal), Section.PROGRAMME) == [
        "2 meetings, before 1; last meeting Fri 20 Nov",
        "Hours one-to-one 0.4 a week, 1 planned; groups 1 a week, 1.5 planned",
    ]
    assert Section.PROGRAMME not in page(journal, Level.MINIMAL).sections


def test_counts_stand_beside_those_of_the_period_before(journal: Journal) -> None:
    earlier = FIRST - timedelta(days=3)
    journal.checkins.add_many([CheckIn(mood=6, at=at(FIRST - timedelta(days=9), 20)), CheckIn(mood=6), CheckIn(mood=5)])
    journal.cravings.add_many([Craving(intensity=5), *(Craving(intensity=9, at=at(earlier, hour)) for hour in (9, 12))])
    assert said(page(journal), Section.CRAVINGS)[0] == "1 craving, before 2; strongest 5, typical 5 of 10"
    assert said(page(journal), Section.STATUS) == ["2 daily check-ins, before 0: mood 5.5 of 10 (typical)"]


def test_no_promise_is_a_percentage_and_nothing_has_bounds(journal: Journal) -> None:
    live(journal)
    assert "%" not in told(page(journal, Level.FULL), "text")
    assert "teadiness" not in told(page(journal, Level.FULL), "text")


def test_cravings_are_counted_with_how_many_stand_behind_each_figure(journal: Journal) -> None:
    dan = journal.triggers.add(Trigger(label="Dan", kind=TriggerKind.PEOPLE))
    boss = journal.triggers.add(Trigger(label="the boss", kind=TriggerKind.PEOPLE))
    journal.cravings.add_many(
        [
            Craving(intensity=4, peak=8, at=at(FIRST, 8), triggers=[dan], outcome=Outcome.PASSED),
            Craving(intensity=5, at=at(FIRST, 21), triggers=[dan, boss], outcome=Outcome.USED),
            Craving(intensity=6, at=at(TODAY, 2), outcome=Outcome.RODE_OUT),
            Craving(intensity=7, local_date=FIRST, precision=Precision.DAY),
            Craving(intensity=9, at=at(FIRST, 12) - timedelta(days=1)),
        ]
    )
    assert said(page(journal), Section.CRAVINGS) == [
        "4 cravings, strongest 8, typical 5.5 of 10",
        "When morning 1, evening 1, night 1, time not known 1",
        "Set off by people 3 (noted in 2 of 4)",
        "Outcome 2 of 3 passed",
    ]
    assert "Set off by Dan 2, the boss 1 (noted in 2 of 4)" in said(page(journal, Level.FULL), Section.CRAVINGS)


def test_a_typical_value_says_how_many_it_is_of_where_it_was_not_always_noted(journal: Journal) -> None:
    journal.checkins.add_many([CheckIn(mood=6, sleep=3, at=at(FIRST, 20)), CheckIn(mood=4)])
    assert said(page(journal), Section.STATUS) == ["2 daily check-ins: mood 5, sleep 3 (noted once) of 10 (typical)"]


def test_of_many_cravings_the_strongest_of_each_day_are_drawn_and_called_so(journal: Journal) -> None:
    journal.cravings.add_many(
        Craving(intensity=number % 10, at=at(FIRST + timedelta(days=number // 20), 12)) for number in range(61)
    )
    (chart,) = [line.chart for line in page(journal).lines if line.chart]
    assert chart.title == "the strongest of each of the last 4 days with one, 0 to 10"
    assert [point.value for point in chart.points] == [9, 9, 9, 0]


def test_what_worked_is_said_with_counts_and_words_for_uncertainty(journal: Journal) -> None:
    call = journal.strategies.add(Strategy(label="call Ana", family=Family.CONNECT))
    walk = journal.strategies.add(Strategy(label="walk", family=Family.ESCAPE))
    earlier = FIRST - timedelta(days=20)
    passed = Craving(intensity=6, outcome=Outcome.PASSED, attempts=[Attempt(strategy=call)])
    journal.cravings.add_many(
        [
            *(msgspec.structs.replace(passed, local_date=earlier) for _ in range(3)),
            msgspec.structs.replace(passed, local_date=FIRST),
            Craving(intensity=6, local_date=earlier, outcome=Outcome.USED, attempts=[Attempt(strategy=walk)]),
        ]
    )
    assert said(page(journal), Section.WORKED) == ["connect: 4 of 4 passed, early sign; tried 1 time in this period"]
    assert said(page(journal, Level.FULL), Section.WORKED)[0].startswith("call Ana: 4 of 4 passed")


def test_the_next_check_in_keeps_place_and_name_until_asked(journal: Journal) -> None:
    live(journal)
    assert said(page(journal), Section.NEXT) == ["Thu 26 Nov, 12:00, with my sponsor"]
    assert said(page(journal, Level.FULL), Section.NEXT) == ["Thu 26 Nov, 12:00, placeword, with nameword"]
    assert said(page(journal), Section.HEADING) == ["For my sponsor"]
    assert said(page(journal, Level.FULL), Section.HEADING) == ["For nameword"]


def test_a_group_is_named_as_one(journal: Journal) -> None:
    planned = NOON + timedelta(days=1)
    journal.sessions.add(Session(planned_at=planned, kind=SessionKind.GROUP))
    assert said(page(journal), Section.NEXT) == ["Tue 24 Nov, 12:00, group"]


def test_without_a_prepared_meeting_the_last_one_of_the_period_speaks_and_says_when(journal: Journal) -> None:
    held = at(FIRST, 18)
    journal.sessions.add(Session(held_at=held, at=held, status=4, wish=Wish.ADVISE))
    assert said(page(journal, Level.MINIMAL), Section.STATUS) == [
        "Used, back on track (4 of 5, on Tue 17 Nov)",
        "I would like you to: advise",
    ]


def test_how_i_was_before_the_period_is_not_how_i_am(journal: Journal) -> None:
    held = at(FIRST, 18) - timedelta(days=1)
    journal.sessions.add(Session(held_at=held, at=held, status=4))
    assert said(page(journal, Level.MINIMAL), Section.STATUS) == []


def test_a_page_for_one_person_says_nothing_of_meetings_with_another(journal: Journal) -> None:
    one, other = journal.people.add_many([Person(name="R.", role=Role.SPONSOR), Person(name="K.", role=Role.COACH)])
    journal.sessions.add(Session(person=other, planned_at=NOON + timedelta(days=1), status=3))
    assert release(draft(journal, FIRST, TODAY, one), Choice(level=Level.FULL)).sections.keys() == {Section.HEADING}
    assert draft(journal, FIRST, TODAY).person == other
    assert draft(journal, FIRST, TODAY, "").person == ""


def test_only_open_goals_are_on_it(journal: Journal) -> None:
    journal.goals.add_many([Goal(title="Evening class"), Goal(title="Old", status=GoalStatus.DROPPED)])
    assert said(page(journal), Section.GOALS) == ["Evening class"]


def test_a_period_that_ends_before_it_begins_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="ends before"):
        draft(journal, TODAY, FIRST)


# Since when.


def given_page(journal: Journal, first: date, last: date) -> None:
    journal.shares.add(Share(first=first, last=last))


def test_the_first_page_is_about_the_last_seven_days(journal: Journal) -> None:
    assert since_last(journal) == (date(2026, 11, 17), TODAY)
    assert since_last(journal, date(2026, 11, 10)) == (date(2026, 11, 4), date(2026, 11, 10))


def test_the_next_page_begins_with_the_last_day_of_the_one_before(journal: Journal) -> None:
    given_page(journal, date(2026, 11, 2), date(2026, 11, 9))
    given_page(journal, date(2026, 11, 9), date(2026, 11, 16))
    assert since_last(journal) == (date(2026, 11, 16), TODAY)
    assert since_last(journal, date(2026, 11, 12)) == (date(2026, 11, 9), date(2026, 11, 12))


def test_a_page_made_today_is_made_again_for_its_own_period(journal: Journal) -> None:
    given_page(journal, date(2026, 11, 16), TODAY)
    assert since_last(journal) == (date(2026, 11, 16), TODAY)


def test_a_page_for_somebody_begins_with_theirs_and_else_with_the_last_meeting(journal: Journal) -> None:
    r, coach = (journal.people.add(Person(name=name, role=Role.SPONSOR)) for name in ("R.", "K."))
    journal.shares.add(Share(first=date(2026, 11, 2), last=date(2026, 11, 9), person=r))
    journal.shares.add(Share(first=TODAY, last=TODAY, person=r, what=Paper.RECEIPT))
    met = at(date(2026, 11, 12), 18)
    journal.sessions.add(Session(held_at=met, at=met, person=coach))
    assert since_last(journal, who=r) == (date(2026, 11, 9), TODAY)
    assert since_last(journal, who=coach) == (date(2026, 11, 12), TODAY)
    _, said_so = release(draft(journal, date(2026, 11, 12), TODAY, coach), Choice()).sections[Section.HEADING]
    assert said_so.text == "since we last met, Thu 12 Nov"


def test_what_someone_sees_to_begin_with_is_theirs_to_be_given(journal: Journal) -> None:
    someone = journal.people.add(Person(name="R.", sees=Level.MINIMAL, hidden=[str(Section.DAYS)]))
    assert usual_choice(journal, someone) == Choice(level=Level.MINIMAL, closed=frozenset({"DAYS"}))
    assert usual_choice(journal, "") == Choice()


# What was promised, needed, and kept for the meeting.


def test_promises_of_both_sides_stand_with_what_became_of_them(journal: Journal) -> None:
    r = journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.commitments.add_many(
        [
            Commitment(text="call", due=date(2026, 11, 20), carried=2, status=CommitmentStatus.CARRIED),
            Commitment(text="the number", by=By.MENTOR, due=date(2026, 11, 25), person=r),
            Commitment(text="walk", by=By.BOTH, status=CommitmentStatus.DONE, closed_on=TODAY),
            Commitment(text="long ago", status=CommitmentStatus.DONE, closed_on=FIRST - timedelta(days=1)),
            Commitment(text="with another", person="someone"),
        ]
    )
    assert said(page(journal, Level.MINIMAL), Section.COMMITMENTS) == [
        "me call: was due Fri 20 Nov, carried twice",
        "you the number: by Wed 25 Nov",
        "both walk: done Mon 23 Nov",
        "done on time: 1 of 2 that were due",
    ]


def test_needs_say_how_far_they_are_and_those_put_aside_stay_home(journal: Journal) -> None:
    journal.needs.add_many(
        [
            Need(area=Area.WORK, text="fewer late shifts"),
            Need(area=Area.HOUSING, status=NeedStatus.ASKED, resource="city office"),
            Need(area=Area.FOOD, status=NeedStatus.SOLVED, solved_on=FIRST),
            Need(area=Area.LEGAL, status=NeedStatus.SOLVED, solved_on=FIRST - timedelta(days=1)),
            Need(area=Area.MONEY, status=NeedStatus.NOT_NOW),
        ]
    )
    assert said(page(journal), Section.NEEDS) == [
        "work fewer late shifts: open",
        "housing (city office): asked",
        "food solved",
    ]
    assert said(page(journal, Level.MINIMAL), Section.NEEDS) == []


@pytest.mark.parametrize("area", [Area.HEALTH, Area.LEGAL, Area.MONEY])
def test_a_need_about_health_law_or_money_is_never_on_a_page_unasked(journal: Journal, area: Area) -> None:
    uid = journal.needs.add(Need(area=area, text="hearing on Monday"))
    (line,) = (line for line in draft(journal, FIRST, TODAY).lines if line.key == f"needs/{uid}")

    assert said(page(journal), Section.NEEDS) == []
    assert line_status(line, Choice(level=Level.STANDARD)) is LineStatus.WITHHELD
    assert said(page(journal, Level.FULL), Section.NEEDS) == [f"{label(area)} hearing on Monday: open"]


def test_what_was_saved_is_on_a_page_only_where_it_is_included(journal: Journal) -> None:
    letters = "-" * 40
    first = TODAY - timedelta(days=len(letters))
    focus = journal.focuses.add(
        Focus(label="alcohol", start=first, cost=Decimal(70), currency="€", minutes=90, sensitivity=SHARE)
    )
    journal.marks.add_many(
        Mark(focus=focus, state=DayState.CLEAN, local_date=first + timedelta(days=number), sensitivity=SHARE)
        for number in range(len(letters))
    )
    key = f"days/{focus}/saved"
    for level in Level:
        assert not any("saved" in line for line in said(page(journal, level), Section.DAYS))
        told = [line for line in said(page(journal, level, key), Section.DAYS) if "saved" in line]
        assert told == ["alcohol saved since the start €400 and 60 h, this month €220 and 33 h"]
    earlier = draft(journal, FIRST - timedelta(days=40), TODAY - timedelta(days=30))
    (line,) = (line for line in earlier.lines if line.key == key)
    assert line.words == "alcohol  saved since the start €110 and 16 h, in October €110 and 16 h"


@pytest.mark.parametrize(
    "focus",
    [
        Focus(label="bets", kind=FocusKind.GAMBLING, cost=Decimal(70)),
        Focus(label="tea", goal_mode=GoalMode.OBSERVE, cost=Decimal(70), minutes=90),
        Focus(label="wine"),
    ],
)
def test_where_nothing_is_counted_as_saved_there_is_no_line_to_include(journal: Journal, focus: Focus) -> None:
    uid = journal.focuses.add(replace(focus, start=FIRST))
    journal.marks.add(Mark(focus=uid, state=DayState.CLEAN, local_date=FIRST))
    assert not any(line.key.endswith("/saved") for line in draft(journal, FIRST, TODAY).lines)


def test_what_was_parked_is_named_as_far_as_it_may_be(journal: Journal) -> None:
    planned = NOON + timedelta(days=1)
    journal.sessions.add(Session(planned_at=planned, at=planned, topics=["sleep"]))
    entry = journal.entries.add(Entry(text="never said"))
    craving = journal.cravings.add(Craving(intensity=7))
    goal = journal.goals.add(Goal(title="Evening class"))
    journal.parked.add_many(
        [
            Parked(kind="entries", record=entry, note="how it was"),
            Parked(kind="cravings", record=craving),
            Parked(kind="goals", record=goal),
            Parked(kind="goals", record="gone"),
            Parked(kind="entries", record=entry, note="over", talked_on=TODAY),
        ]
    )
    assert said(page(journal), Section.TODAY) == [
        "how it was (something I noted)",
        "a craving of 7 on Mon 23 Nov",
        "Evening class",
        "something I noted",
        "sleep",
    ]
    assert said(page(journal, Level.FULL), Section.TODAY)[0] == "how it was (an entry of Mon 23 Nov)"
    assert said(page(journal, Level.MINIMAL), Section.TODAY) == []


def test_of_a_parked_record_marked_never_not_even_its_kind_goes(journal: Journal) -> None:
    craving = journal.cravings.add(Craving(intensity=7, sensitivity=NEVER))
    key = f"today/{journal.parked.add(Parked(kind='cravings', record=craving))}"
    assert said(page(journal, Level.FULL, key), Section.TODAY) == ["something I noted"]


def test_there_is_always_room_to_write_three_new_agreements(journal: Journal) -> None:
    journal.goals.add(Goal(title="one"))
    assert len(page(journal).sections[Section.TOGETHER]) == 3
    journal.goals.add_many([Goal(title=f"goal {number}") for number in range(60)])
    assert len(fit(page(journal)).sections[Section.TOGETHER]) == 3


def test_the_numbers_of_a_chart_go_with_their_line_and_say_no_word(journal: Journal) -> None:
    journal.cravings.add_many([Craving(intensity=4, peak=8, at=at(FIRST, 8)), Craving(intensity=5)])
    journal.goals.add(Goal(title="secret", steps=[Step(text="one", done_on=TODAY), Step(text="two")]))
    charts = [line.chart for line in page(journal).lines if line.chart]
    assert charts == [
        Chart(plot=Plot.BAR, title="progress", points=(Point("per cent", 50),), most=100),
        Chart(
            plot=Plot.DOTS,
            title="how strong, 0 to 10",
            points=(Point("Tue 17 Nov", 8), Point("Mon 23 Nov", 5)),
            most=10,
        ),
    ]
    assert not [line.chart for line in page(journal, Level.MINIMAL).lines if line.chart]


def test_every_line_can_be_struck_by_a_key_of_its_own(journal: Journal) -> None:
    live(journal)
    keys = [line.key for line in draft(journal, FIRST, TODAY).lines]
    assert len(set(keys)) == len(keys)
    keys = [line.key for line in draft(journal, FIRST, TODAY).lines if line.place is Place.BODY]
    assert [len(page.lines) for page in _each_struck(journal, keys)] == [len(keys) - 1] * len(keys)


def _each_struck(journal: Journal, keys: list[str]) -> Iterator[Page]:
    drafted = draft(journal, FIRST, TODAY)
    for struck in keys:
        choice = Choice(level=Level.FULL, picked=frozenset(keys), struck=frozenset({struck}))
        yield release(drafted, choice)
