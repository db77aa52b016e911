"""Test the scheme of milestones, rewards promised for them, and the token to print."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Aim, Measure, Milestone
from journal.domain.preferences import MilestoneScheme
from journal.domain.share_ledger import Paper
from journal.store.journal import Journal
from journal.text.milestones import TAG_NAMES
from screens.today.milestone_forms import MilestoneRewardSheet, MilestoneSchemeSheet
from screens.today.milestone_token import MilestoneToken
from screens.today.milestones import MilestoneLine, Milestones
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.fields.text import LinesField
from tests.screens.today.test_milestones import START, TODAY, one_focus, row
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def test_today_and_the_list_follow_the_chosen_scheme_and_lose_nothing(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app, SMALLEST) as pilot:
        assert app.journal is not None
        before = {one.what for one in app.journal.milestones}
        await press(pilot, "m", "o")
        assert isinstance(app.screen, MilestoneSchemeSheet)
        await press(pilot, "4")
        await assert_goldens(pilot, "milestone-scheme")
        app.screen.query_one("#key_tags", LinesField).fill("white\norange\njade")
        await press(pilot, "ctrl+s")
        assert app.journal.preferences.milestone_scheme is MilestoneScheme.KEY_TAGS
        assert isinstance(app.screen, Milestones)
        told = " ".join(picture(app).split())
        assert "60 days in a row (jade) in 13 days" in told
        assert "14 days in a row Wed 21 Oct" in told
        assert "2 months in a row" not in told
        await press(pilot, "escape")
        assert row(app, "next-milestone") == "60 days in a row (jade), in 13 days m"
        assert {one.what for one in app.journal.milestones} == before


async def test_it_is_set_in_settings_too_with_days_of_ones_own(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app) as pilot:
        assert app.journal is not None
        await press(pilot, "comma", "down", "enter", "5", "ctrl+s")
        assert "Enter at least one number of days." in picture(app)
        days = app.screen.query_one("#milestone_days", TextField)
        days.fill("ten")
        await press(pilot, "ctrl+s")
        assert "Numbers of days with commas between: 10, 45, 120" in picture(app)
        days.fill("50, 45 120")
        await press(pilot, "ctrl+s")
        assert app.journal.preferences.milestone_days == [45, 50, 120]
        assert "days of my own" in picture(app)
        await press(pilot, "escape")
        assert row(app, "next-milestone") == "50 days in a row, in 3 days m"
        assert "days 45" in {one.what for one in app.journal.milestones}


async def test_usual_names_of_key_tags_are_not_stored_and_a_new_scheme_can_be_undone(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app) as pilot:
        assert app.journal is not None
        await press(pilot, "m", "o", "4")
        assert app.screen.query_one("#key_tags", LinesField).lines == [*TAG_NAMES]
        await press(pilot, "ctrl+s")
        assert app.journal.preferences.key_tags == []
        await press(pilot, "o", "3", "ctrl+s")
        assert app.journal.preferences.milestone_scheme is MilestoneScheme.MONTHS


async def test_a_reward_is_promised_shown_when_it_is_reached_and_taken(path: Path) -> None:
    app = make_app(path, fill=one_focus(start=TODAY - timedelta(days=30)))
    async with opened(app, SMALLEST) as pilot:
        assert app.journal is not None
        await press(pilot, "m", "enter")
        assert isinstance(app.screen, MilestoneRewardSheet)
        assert "30 days in a row" in picture(app)
        await press(pilot, "ctrl+s")
        assert app.journal.milestone_rewards.all() == []
        app.screen.query_one("#text", TextField).fill("new running shoes")
        await press(pilot, "ctrl+s")
        (reward,) = app.journal.milestone_rewards
        assert (reward.what, reward.text, reward.taken_on) == ("days 30", "new running shoes", None)
        await assert_goldens(pilot, "milestones-reward")
        await press(pilot, "escape")
        assert row(app, "next-milestone").startswith("30 days in a row, reached today · reward: new running")
        await press(pilot, "m", "space")
        assert app.journal.milestone_rewards.all()[0].taken_on == TODAY
        assert "reward: new running shoes, taken" in picture(app)
        await press(pilot, "space")
        assert app.journal.milestone_rewards.all()[0].taken_on is None
        await press(pilot, "d", "y")
        assert app.journal.milestone_rewards.all() == []


def test_a_taken_reward_is_not_promised_for_reaching_it_again() -> None:
    taken = MilestoneReward(focus="f", what="days 30", text="a book", taken_on=TODAY)
    aim = Aim(Measure.DAYS, 30)
    reached = MilestoneLine("f", aim, "30 days", "", True, taken)
    assert reached.format_reward(TODAY).startswith("reward: a book, taken")
    assert reached._replace(is_again=True).format_reward(TODAY) == ""
    waits = reached._replace(is_again=True, reward=replace(taken, taken_on=None))
    assert waits.format_reward(TODAY) == "reward: a book"


async def test_a_reward_for_what_is_ahead_waits_and_a_half_written_one_is_there_again(path: Path) -> None:
    app = make_app(path, fill=one_focus())
    async with opened(app, toasts=True) as pilot:
        assert app.journal is not None
        await press(pilot, "m", *["down"] * 6, "space")
        assert "No reward here." in picture(app)
        await press(pilot, "enter", *"sauna")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, MilestoneRewardSheet)
        assert app.screen.query_one("#text", TextField).text == "sauna"
        await press(pilot, "ctrl+s")
        (reward,) = app.journal.milestone_rewards
        assert (reward.what, reward.text) == ("days 60", "sauna")
        await press(pilot, "m", *["down"] * 6, "space")
        assert "Not reached yet." in picture(app)
        assert app.journal.milestone_rewards.all()[0].taken_on is None


async def test_a_reward_that_was_promised_stays_when_a_use_of_an_earlier_day_is_logged(path: Path) -> None:
    def fill(journal: Journal) -> None:
        one_focus()(journal)
        focus = journal.focuses.all()[0].uid
        journal.milestones.add(Milestone(focus=focus, what="years 3", reached_on=START))
        journal.milestone_rewards.add(MilestoneReward(focus=focus, what="years 3", text="a trip"))

    app = make_app(path, fill=fill)
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "m")
        assert "as logged then · reward: a trip" in picture(app)


async def test_a_token_holds_one_milestone_and_is_in_the_ledger(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=one_focus(label="secretword")), tmp_path / "token.txt"
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "m", "down", "w")
        assert isinstance(app.screen, MilestoneToken)
        assert app.screen.query_one("#which", ChoiceField).value is not None
        await assert_goldens(pilot, "milestone-token")
        app.screen.query_one("#place", PathField).fill(str(file))
        await press(pilot, "ctrl+s")
        assert file.read_text() == "30 days in a row\nFri 6 Nov 2026\n"
        assert app.journal is not None
        (share,) = app.journal.shares
        assert (share.what, share.lines, share.sections) == (Paper.CARD, 1, ["MILESTONE"])
        app.show("given")
        await settle(pilot)
        assert "milestone token" in picture(app)


async def test_what_it_is_about_is_on_a_token_only_where_that_is_chosen(path: Path, tmp_path: Path) -> None:
    app, file = make_app(path, fill=one_focus(label="wine")), tmp_path / "token.html"
    async with opened(app) as pilot:
        await press(pilot, "m", "w")
        app.screen.query_one("#about", ChoiceField).choice.choose(True)
        app.screen.query_one("#place", PathField).fill(str(file))
        await press(pilot, "ctrl+s")
        assert "<h1>1 month in a row</h1>" in file.read_text()
        assert "<p>wine</p>" in file.read_text()


@pytest.mark.parametrize(("about", "name"), [(False, "100 days free in total"), (True, "100 days sober in total")])
async def test_a_word_that_says_what_it_is_about_is_on_a_token_only_where_that_is_chosen(
    path: Path, tmp_path: Path, *, about: bool, name: str
) -> None:
    def fill(journal: Journal) -> None:
        start = TODAY - timedelta(days=101)
        uid = journal.focuses.add(Focus(label="wine", clean_word="sober", start=start))
        days = (start + timedelta(days=number) for number in range(101))
        journal.marks.add_many(Mark(focus=uid, state=DayState.CLEAN, local_date=day) for day in days)

    app, file = make_app(path, fill=fill), tmp_path / "token.txt"
    async with opened(app) as pilot:
        await press(pilot, "m", "w")
        which = app.screen.query_one("#which", ChoiceField).choice
        which.choose(next(key for key, said in which.options if "in total" in str(said)))
        app.screen.query_one("#about", ChoiceField).choice.choose(about)
        app.screen.query_one("#place", PathField).fill(str(file))
        await press(pilot, "ctrl+s")
        written = file.read_text()
        assert written.splitlines()[0] == name
        assert ("wine" in written) is about


@pytest.mark.parametrize("holds", [True, False])
async def test_only_what_the_days_still_show_can_be_on_a_token(path: Path, *, holds: bool) -> None:
    def fill(journal: Journal) -> None:
        uid = journal.focuses.add(Focus(label="alcohol", start=TODAY - timedelta(days=1 if holds else 0)))
        journal.milestones.add(Milestone(focus=uid, what="days 60", reached_on=START))

    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await press(pilot, "m", "w")
        assert "60 days" not in picture(app)
        assert bool(app.screen.query("#which")) is holds
        await press(pilot, "ctrl+s")
        assert ("No milestone to print yet." in picture(app)) is not holds
