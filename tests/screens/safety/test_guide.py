"""Test the guide on its screens: reached from help, also while locked, and readable at every size."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.guide import chapters, plain
from screens.locked.lock_screen import Locked
from screens.safety.guide import Guide, GuideChapter
from tests.support.driving import locked, make_app, opened, settle
from tests.support.golden import AT_SIZES, assert_golden, picture


@AT_SIZES
async def test_the_list_and_a_chapter_are_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app, size) as pilot:
        app.show("guide")
        await settle(pilot)
        assert_golden(app, "guide")
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert_golden(app, "guide-chapter")


@pytest.mark.parametrize("words", ["guide", "how", "manual", "tutorial", "forgot"])
async def test_it_is_found_in_help_while_locked_and_leads_back(path: Path, words: str) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press("f1", *words, "enter")
        await settle(pilot)
        assert isinstance(app.screen, Guide)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert isinstance(app.screen, GuideChapter)
        assert "For mentors" in picture(app)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, Locked)


@pytest.mark.parametrize("words", ["guide", "how to", "tutorial"])
async def test_it_is_found_among_the_commands(path: Path, words: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("ctrl+p", *("space" if sign == " " else sign for sign in words), "enter")
        await settle(pilot)
        assert isinstance(app.screen, Guide)


async def test_the_end_of_the_longest_chapter_is_reached_by_the_arrows(path: Path) -> None:
    longest = max(chapters(), key=lambda one: sum(map(len, (*one.intro, *one.steps, *one.after))))
    app = make_app(path)
    async with opened(app, (60, 20)) as pilot:
        app.show("guide_chapter", chapter=longest)
        await settle(pilot)
        await pilot.press(*["down"] * 40)
        await settle(pilot)
        last = plain((*longest.intro, *longest.steps, *longest.after)[-1])
        assert last.split()[-1] in picture(app)
