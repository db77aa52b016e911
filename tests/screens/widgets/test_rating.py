"""Test the rating: a digit answers and goes on, 1 waits for 0 or enter."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from screens.widgets.rating import Rating
from tests.screens.widgets import Alone


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("7", 7),
        ("1 0", 10),
        ("0", 0),
        ("1 1 0", 10),
        ("1 left 0", 0),
        ("3 0", 0),
        ("1 0 0", 0),
        ("9 right right right", 10),
        ("right", 0),
        ("2 left left left", 0),
        ("1 x 0", 0),
    ],
)
async def test_keys_choose(keys: str, value: int) -> None:
    rating = Rating()
    async with Alone(rating).run_test() as pilot:
        rating.focus()
        await pilot.press(*keys.split())
        assert rating.value == value
        assert rating.has_focus


async def test_nothing_is_chosen_before_a_key() -> None:
    rating = Rating()
    async with Alone(rating).run_test():
        assert rating.value is None
        assert str(rating.render()) == "".join(f" {number} " for number in range(11))


async def test_the_chosen_one_stands_between_bars() -> None:
    rating = Rating()
    async with Alone(rating).run_test() as pilot:
        await pilot.press("7")
        assert "▐7▌" in str(rating.render())


async def test_a_scale_from_one_to_five_takes_nothing_else() -> None:
    rating = Rating(1, 5)
    async with Alone(rating).run_test() as pilot:
        await pilot.press("9", "0", "6")
        assert rating.value is None
        await pilot.press("5", "right")
        assert rating.value == 5


@pytest.mark.parametrize("key", ["enter", "tab", "down"])
async def test_enter_tab_and_down_go_on(key: str) -> None:
    first, second = Rating(), Rating()
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("1", key, "0")
        assert (first.value, second.value) == (1, 0)


async def test_a_digit_goes_on_and_one_waits() -> None:
    first, second, third = Rating(), Rating(), Rating(1, 5)
    async with Alone(first, second, third).run_test() as pilot:
        await pilot.press("7", "1")
        assert (first.value, second.value) == (7, 1)
        assert second.has_focus
        await pilot.press("0", "1")
        assert (second.value, third.value) == (10, 1)
        assert first.has_focus  # on a scale up to 5, nothing can follow the 1


@pytest.mark.parametrize(("key", "value"), [("enter", 1), ("4", 4), ("0", 10)])
async def test_one_waits_for_what_follows(key: str, value: int) -> None:
    first, second = Rating(), Rating()
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("1", key)
        assert (first.value, second.value) == (value, None)
        assert second.has_focus


async def test_only_the_rating_with_the_focus_shows_digits() -> None:
    first, second = Rating(), Rating(1, 5)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("3")
        assert str(first.render()) == "▰▰▰▱▱▱▱▱▱▱  3"
        assert str(second.render()) == " 1  2  3  4  5 "
        await pilot.press("shift+tab")
        assert str(second.render()) == "▱▱▱▱▱"
        assert "▐3▌" in str(first.render())


def test_every_rating_says_what_its_ends_mean() -> None:
    root = Path(__file__).parents[3] / "screens"
    made = [
        (path.name, ast.unparse(call))
        for path in root.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("Rating", "RatingField")
    ]
    mute = [(name, call) for name, call in made if "anchors=" not in call and "hint=" not in call]
    assert len(made) > 8
    assert [name for name, _ in mute] == ["meeting_plan.py"]  # says it in a line of its own, as it is answered
