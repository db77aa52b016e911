"""Check that the list draws only what is seen, however long it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import on
from textual.content import Content

from screens.widgets.record_list import Heading, RecordList
from tests.screens.widgets import Alone


class Listening(Alone):
    """Records the messages of the list."""

    said: list[tuple[str, str]]

    def on_mount(self) -> None:
        self.said = []

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    @on(RecordList.Delete)
    def note(self, message: RecordList.About) -> None:
        self.said.append((type(message).__name__, message.item))


def a_list(count: int) -> RecordList[str]:
    records = RecordList[str](lambda item, width: item, empty="nothing here yet: + adds")
    records.show([f"item {number}" for number in range(count)])
    return records


def shown(records: RecordList[str]) -> list[str]:
    return [records.render_line(y).text.rstrip() for y in range(records.size.height)]


@pytest.mark.parametrize(
    ("keys", "marked"),
    [("j", 1), ("down down", 2), ("j k", 0), ("G", 99), ("end", 99), ("G g", 0), ("G home", 0), ("k", 0), ("G j", 99)],
)
async def test_keys_move_the_mark(keys: str, marked: int) -> None:
    records = a_list(100)
    async with Alone(records).run_test() as pilot:
        await pilot.press(*keys.split())
        assert records.marked == marked
        assert f"› item {marked}" in shown(records)


async def test_pages_move_by_what_is_seen() -> None:
    records = a_list(100)
    async with Alone(records).run_test(size=(80, 20)) as pilot:
        await pilot.press("pagedown")
        assert records.marked == 19
        await pilot.press("pageup")
        assert records.marked == 0


async def test_enter_e_and_d_say_what_is_wanted_of_which() -> None:
    records = a_list(3)
    async with Listening(records).run_test() as pilot:
        await pilot.press("j", "enter", "e", "d")
        assert isinstance(pilot.app, Listening)
        assert pilot.app.said == [("Chosen", "item 1"), ("Edit", "item 1"), ("Delete", "item 1")]


async def test_an_empty_list_says_which_key_helps_and_nothing_else() -> None:
    records = a_list(0)
    async with Listening(records).run_test() as pilot:
        await pilot.press("j", "G", "enter", "d")
        assert isinstance(pilot.app, Listening)
        assert pilot.app.said == []
        assert shown(records)[0] == "  nothing here yet: + adds"


async def test_ten_years_cost_no_more_than_what_is_seen() -> None:
    drawn: list[int] = []

    def draw(item: int, width: int) -> str:
        drawn.append(item)
        return str(item)

    records = RecordList[int](draw)
    async with Alone(records).run_test(size=(80, 20)) as pilot:
        records.show(range(36_500))
        await pilot.press("G")
        await pilot.pause()
        assert records.marked == 36_499
        assert len(drawn) < 500


async def test_fewer_items_leave_the_mark_inside() -> None:
    records = a_list(10)
    async with Alone(records).run_test() as pilot:
        await pilot.press("G")
        records.show(["only one"])
        await pilot.pause()
        assert records.item == "only one"


async def test_a_persons_text_is_drawn_as_it_is() -> None:
    records = RecordList[str](lambda item, width: item)
    async with Alone(records).run_test():
        records.show(["[/foo] \x1b[31m\nsecond line"])
        assert shown(records)[0].strip() == "› [/foo] ·[31m second line"


def in_groups(sizes: list[int]) -> RecordList[str]:
    """Return a list with a heading above each group of so many items."""
    records = RecordList[str](lambda item, width: item)
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    headings = [Heading(start, f"group {number}") for number, start in enumerate(starts)]
    records.show([f"item {number}" for number in range(sum(sizes))], headings=headings)
    return records


async def test_headings_stand_above_their_groups_and_are_counted_nowhere() -> None:
    records = in_groups([2, 1])
    async with Alone(records).run_test(size=(40, 8)):
        assert shown(records)[:6] == ["group 0", "› item 0", "  item 1", "group 1", "  item 2", ""]
        assert len(records.items) == 3
        assert records.virtual_size.height == 5


@given(sizes=st.lists(st.integers(1, 4), min_size=1, max_size=8), air=st.booleans())
def test_each_line_is_one_item_or_one_heading(sizes: list[int], air: bool) -> None:
    records = in_groups(sizes)
    if air:
        records.show(records.items, headings=[one for head in records.headings for one in (Heading(head[0], ""), head)])
    lines = len(records.items) + len(records.headings)
    places = [records._place_at(line) for line in range(lines) if records._heading_at(line) is None]
    assert places == list(range(len(records.items)))
    assert [records._line_of(place) for place in places] == [
        line for line in range(lines) if records._heading_at(line) is None
    ]


@pytest.mark.parametrize(
    ("keys", "marked"),
    [("j j", 2), ("j j k", 1), ("G", 29), ("G g", 0), ("pagedown", 9), ("pagedown pageup", 0), ("G pageup", 20)],
)
async def test_the_mark_never_stands_on_a_heading(keys: str, marked: int) -> None:
    records = in_groups([2] * 15)
    async with Alone(records).run_test(size=(40, 14)) as pilot:
        await pilot.press(*keys.split())
        assert records.marked == marked
        assert [row for row in shown(records) if row.startswith("›")] == [f"› item {marked}"]


async def test_a_click_on_a_heading_does_nothing_and_one_on_an_item_marks_it() -> None:
    records = in_groups([2, 2])
    async with Listening(records).run_test(size=(40, 8)) as pilot:
        assert isinstance(pilot.app, Listening)
        for line in (0, 3, 7):
            await pilot.click(RecordList, offset=(4, line))
            assert records.marked == 0
        await pilot.click(RecordList, offset=(4, 4))
        assert (records.marked, pilot.app.said) == (2, [])
        await pilot.click(RecordList, offset=(4, 4))
        assert pilot.app.said == [("Chosen", "item 2")]


async def test_going_up_to_the_first_of_a_group_shows_its_heading() -> None:
    records = in_groups([10, 10])
    async with Alone(records).run_test(size=(40, 6)) as pilot:
        await pilot.press("G", *["k"] * 9)
        assert records.marked == 10
        assert shown(records)[0] == "group 1"


async def test_groups_are_stepped_through_up_to_the_first_and_the_last() -> None:
    records = in_groups([2, 3, 1])
    async with Alone(records).run_test(size=(40, 14)):
        seen = []
        for groups in (1, 1, 1, -1, -1, -1):
            records.move_group(groups)
            seen.append(records.marked)
        assert seen == [2, 5, 5, 2, 0, 0]


async def test_a_part_of_a_line_may_have_a_style_of_its_own() -> None:
    records = RecordList[str](lambda item, width: Content(item).stylize("reverse", 4, 7))
    async with Alone(records).run_test(size=(20, 4)):
        records.show(["the tea on the stairs"])
        assert [part.text for part in records.render_line(0) if part.style and part.style.reverse] == ["tea"]
        assert shown(records)[0] == "› the tea on the st…"


async def test_headings_of_ten_years_cost_no_more_than_what_is_seen() -> None:
    drawn: list[int] = []

    def draw(item: int, width: int) -> str:
        drawn.append(item)
        return str(item)

    records = RecordList[int](draw)
    async with Alone(records).run_test(size=(80, 20)) as pilot:
        records.show(range(36_500), headings=[Heading(place, "a month") for place in range(0, 36_500, 300)])
        for key in ("G", "pageup", "g", "pagedown"):
            drawn.clear()
            await pilot.press(key)
            await pilot.pause()
            assert len(drawn) <= 3 * records.size.height
