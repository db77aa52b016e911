"""Test the choice: by digit, by arrows and enter or space, one or several."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.choice import Choice
from tests.screens.widgets import Alone

THREE = [("s", "stress"), ("a", "alone in the evening"), ("d", "Dan [/b] [@click=x]")]


async def test_a_digit_chooses_one_and_another_digit_another() -> None:
    choice = Choice(THREE)
    async with Alone(choice).run_test() as pilot:
        await pilot.press("1", "3")
        assert choice.values == ["d"]
        await pilot.press("3")
        assert choice.values == []


async def test_several_keep_the_order_of_the_list() -> None:
    choice = Choice(THREE, multiple=True)
    async with Alone(choice).run_test() as pilot:
        await pilot.press("3", "1")
        assert choice.values == ["s", "d"]


async def test_arrows_and_space_reach_what_has_no_digit() -> None:
    choice = Choice([(number, f"option {number}") for number in range(12)])
    async with Alone(choice).run_test() as pilot:
        await pilot.press(*["right"] * 11, "space")
        assert choice.values == [11]
        await pilot.press("0")
        assert choice.values == [9]


async def test_a_digit_without_an_option_does_nothing() -> None:
    choice = Choice(THREE)
    async with Alone(choice).run_test() as pilot:
        await pilot.press("9")
        assert choice.values == []


async def test_options_wrap_and_nothing_is_read_as_markup() -> None:
    choice = Choice(THREE)
    async with Alone(choice).run_test(size=(30, 10)):
        assert choice.size.height == 3
        assert "Dan [/b] [@click=x]" in str(choice.render())


async def test_new_options_keep_what_is_still_offered() -> None:
    choice = Choice(THREE)
    async with Alone(choice).run_test() as pilot:
        await pilot.press("2")
        choice.offer([("d", "Dan"), ("a", "alone")])
        assert choice.values == ["a"]


@given(
    labels=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "M", "Zl", "Zp"]), min_size=1)
    ),
    width=st.integers(min_value=8, max_value=130),
    column=st.booleans(),
)
def test_every_option_is_seen_whatever_the_widths(labels: list[str], width: int, column: bool) -> None:
    choice = Choice([(place, f"{place:02}{label}") for place, label in enumerate(labels)], column=column)
    rows = choice.rows(width)
    assert all(row.cell_length <= width for row in rows)
    shown = "\n".join(row.plain for row in rows)
    assert all(f"{place:02}" in shown for place in range(len(labels)))
    assert not column or len(rows) == len(labels)


async def test_a_label_longer_than_the_room_hides_no_other() -> None:
    choice = Choice([(1, "x" * 200), (2, "two"), (3, "日本語の名前" * 20), (4, "four")])
    async with Alone(choice).run_test(size=(30, 10)):
        assert choice.size.height == len(choice.rows(30)) == 4
        shown = str(choice.render())
        assert [line[:5] for line in shown.splitlines()] == ["›1 xx", " 2 tw", " 3 日本", " 4 fo"]
        assert shown.count("…") == 2


async def test_enter_chooses_the_option_at_the_cursor_and_goes_on() -> None:
    first, second = Choice(THREE), Choice(THREE)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("right", "enter")
        assert (first.values, second.values) == (["a"], [])
        assert second.has_focus
        await pilot.press("space")
        assert second.values == ["s"]
        assert first.has_focus
        await pilot.press("enter")
        assert first.values == ["a"]


async def test_enter_where_several_may_be_chosen_keeps_the_others() -> None:
    first, second = Choice(THREE, multiple=True), Choice(THREE)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("3", "1", "right", "enter")
        assert first.values == ["s", "a", "d"]
        assert second.has_focus


async def test_what_was_taken_back_is_not_chosen_by_enter() -> None:
    first, second = Choice(THREE, multiple=True), Choice(THREE)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("3", "3")
        assert "›" not in str(first.render())
        await pilot.press("enter")
        assert first.values == []
        assert second.has_focus


async def test_a_digit_goes_on_where_one_is_chosen() -> None:
    first, second = Choice(THREE), Choice(THREE)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("2", "3")
        assert (first.values, second.values) == (["a"], ["d"])


async def test_a_digit_stays_where_several_may_be_chosen_unless_it_advances() -> None:
    first, second = Choice(THREE, multiple=True), Choice(THREE, multiple=True, advances=True)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("2", "3", "tab", "1")
        assert (first.values, second.values) == (["a", "d"], ["s"])
        assert first.has_focus


async def test_down_goes_on_without_an_answer() -> None:
    first, second = Choice(THREE), Choice(THREE)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("down")
        assert first.values == []
        assert second.has_focus


async def test_only_the_choice_with_the_focus_shows_digits_and_nothing_moves() -> None:
    first, second = Choice(THREE), Choice(THREE)
    async with Alone(first, second).run_test() as pilot:
        await pilot.press("2")
        assert "1 stress" not in str(first.render())
        assert "▐alone in the evening▌" in str(first.render())
        assert "›1 stress" in str(second.render())
        place = str(first.render()).index("stress")
        await pilot.press("shift+tab")
        assert str(first.render()).index("stress") == place
