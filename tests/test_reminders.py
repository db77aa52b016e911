"""Check the one reminder: in which order, when it is silent, and that a hidden one stays hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.agreements import Agreement
from journal.domain.commitments import Commitment
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, Pause
from journal.domain.goals import Goal
from journal.domain.if_then_plans import Plan
from journal.domain.mooring import MooringLine
from journal.domain.people import Person, Role
from journal.domain.uses import Use
from journal.reminders import REMINDERS, notice, notices
from journal.store.journal import Journal
from screens.routes import ROUTES
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.driving import make_app, opened, settle
from tests.support.rows import row_text

TODAY = NOON.date()
LONG_AGO = NOON - timedelta(days=40)


def mentor_of(journal: Journal) -> str:
    """Return the uid of the mentor, who is added first where there is none."""
    found = [one.uid for one in journal.people]
    return found[0] if found else journal.people.add(Person(name="Ana", role=Role.SPONSOR))


def set_agreement(journal: Journal, **changes: object) -> None:
    """Change the agreement, or make it."""
    person = mentor_of(journal)
    known = journal.agreements.all()
    before = known[0] if known else Agreement(person=person, start=LONG_AGO.date())
    journal.save(replace(before, **changes))


def slip(journal: Journal) -> None:
    set_agreement(journal, tell_within=24)
    journal.uses.add(Use(focus=journal.focuses.all()[0].uid, at=NOON - timedelta(hours=4)))


def offer(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences, first_day=TODAY - timedelta(days=3)))


def words_later(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences, recovery_words_later=True))


def step(journal: Journal) -> None:
    journal.commitments.add(Commitment(text="call the practice", due=TODAY))


def drifting(journal: Journal) -> None:
    journal.mooring.add_many([MooringLine(text=text, at=LONG_AGO) for text in ("Monday group", "call Ana")])


def goal(journal: Journal) -> None:
    journal.goals.add(Goal(title="Evening class", due=TODAY - timedelta(days=3)))


def review(journal: Journal) -> None:
    set_agreement(journal, review_on=TODAY)


def backup(journal: Journal) -> None:
    journal.set_preferences(replace(journal.preferences, backed_up_at=LONG_AGO))
    journal.entries.add(Entry(text="x"))


def plan(journal: Journal) -> None:
    journal.plans.add(Plan(words="leave", at=LONG_AGO))


FILLS: dict[str, Callable[[Journal], None]] = {
    "tell": slip,
    "first-days": offer,
    "recovery-words": words_later,
    "steps": step,
    "drift": drifting,
    "goals": goal,
    "review": review,
    "backup": backup,
    "plans": plan,
}
"""Code → what makes the reminder appear, in the order of importance."""

ON_TODAY = [code for code in FILLS if code != "steps"]


def fill_with(*codes: str) -> Callable[[Journal], None]:
    """Return what fills a journal so that these reminders are due."""

    def fill(journal: Journal) -> None:
        journal.focuses.add(Focus(label="alcohol", start=LONG_AGO.date()))
        for code in codes:
            FILLS[code](journal)

    return fill


def codes_of(journal: Journal) -> list[str]:
    """Return the codes of all reminders."""
    return [code for code, _ in notices(journal)]


def test_the_table_is_the_order() -> None:
    assert [one.code for one in REMINDERS] == list(FILLS)


@pytest.mark.parametrize("code", FILLS)
def test_each_comes_for_its_own_reason_and_says_it_with_and_without_own_words(journal: Journal, code: str) -> None:
    fill_with()(journal)
    assert codes_of(journal) == []
    FILLS[code](journal)
    assert codes_of(journal) == [code]
    (_, found) = next(notices(journal))
    assert found.words
    assert found.brief
    assert not any(word in found.brief for word in ("Ana", "Monday group", "Evening class", "practice"))


@pytest.mark.parametrize(("first", "second"), [*pairwise(ON_TODAY)])
def test_hiding_one_shows_the_next(journal: Journal, first: str, second: str) -> None:
    fill_with(second, first)(journal)
    assert codes_of(journal) == [first, second]
    found = notice(journal, demo=False)
    assert found is not None
    journal.set_preferences(found.hidden)
    assert codes_of(journal) == [second]


def test_a_step_that_is_due_has_a_line_of_its_own_on_today_and_is_no_reminder_there(journal: Journal) -> None:
    fill_with("steps")(journal)
    assert codes_of(journal) == ["steps"]
    assert notice(journal, demo=False) is None


@given(st.sets(st.sampled_from(list(FILLS))))
def test_today_shows_one_at_most_the_first_of_those_that_are_due(codes: set[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as place:
        file = Path(place) / "journal.rj"
        with Journal.create(file, PASSPHRASE, clock=FixedClock(NOON, ZONE), cost=CHEAP) as journal:
            fill_with(*codes)(journal)
            due = [code for code in FILLS if code in codes]
            assert codes_of(journal) == due
            shown = [one for code, one in notices(journal) if code != "steps"]
            assert notice(journal, demo=False) == (shown[0] if shown else None)
            for _ in shown:
                found = notice(journal, demo=False)
                assert found is not None
                journal.set_preferences(found.hidden)
            assert notice(journal, demo=False) is None


def test_all_are_silent_in_a_pause_and_with_the_switch_off(journal: Journal) -> None:
    fill_with(*FILLS)(journal)
    assert codes_of(journal) == list(FILLS)
    focus = journal.focuses.all()[0]
    journal.save(replace(focus, pauses=[Pause(first=TODAY)]))
    assert codes_of(journal) == []
    journal.save(replace(focus, pauses=[]))
    journal.set_preferences(replace(journal.preferences, notices=False))
    assert codes_of(journal) == []


def test_what_comes_up_after_hiding_is_shown_again(path: Path) -> None:
    clock = FixedClock(NOON, ZONE)
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as journal:
        fill_with("goals", "plans")(journal)
        for _ in range(2):
            found = notice(journal, demo=False)
            assert found is not None
            journal.set_preferences(found.hidden)
        assert codes_of(journal) == []
        journal.goals.add(Goal(title="Another", due=TODAY + timedelta(days=1)))
        clock.set(NOON + timedelta(days=1))
        assert codes_of(journal) == ["goals"]
        clock.set(NOON + timedelta(days=31))
        assert codes_of(journal) == ["goals", "plans"]


@pytest.mark.parametrize("code", ON_TODAY)
async def test_each_leads_to_its_screen_and_stays_hidden_after_a_restart(path: Path, code: str) -> None:
    app = make_app(path, fill=fill_with(code))
    async with opened(app) as pilot:
        assert app.journal is not None
        found = notice(app.journal, demo=False)
        assert found is not None
        assert found.words in row_text(app, "notice")
        today = app.screen
        app.screen.query_one("#notice").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert type(app.screen).__name__ == ROUTES[found.route].partition(":")[2]
        assert app.screen is not today
        await pilot.press(*(("1",) if found.route == "plan" else ("escape",)))
        await settle(pilot)
        app.screen.query_one("#notice").focus()
        await pilot.press("x")
        await settle(pilot)
        assert row_text(app, "notice") == ""
    with Journal.open(path, PASSPHRASE, clock=FixedClock(NOON, ZONE)) as journal:
        assert notice(journal, demo=False) is None
