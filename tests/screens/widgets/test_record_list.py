"""Check that the list draws only what is seen, however long it is."""

from __future__ import annotations

import pytest
from textual import on

from screens.widgets.record_list import RecordList
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
