"""Check that no text and no undo breaks the writing field."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Paste

from screens.widgets.fields.text import LONGEST_WRAPPED, Writing, WritingField


class Page(App[None]):
    """A writing field, and nothing else."""

    def compose(self) -> ComposeResult:
        yield WritingField("", id="text")

    @property
    def area(self) -> Writing:
        return self.query_one(Writing)


def drawn(area: Writing) -> str:
    return "\n".join(area.render_line(y).text for y in range(area.size.height))


async def test_taking_back_a_long_paste_leaves_the_rest() -> None:
    page = Page()
    async with page.run_test() as pilot:
        await pilot.press("a")
        page.area.insert("\nb" * 100)
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert page.area.text == "a"


async def test_what_acts_on_a_terminal_is_drawn_as_a_sign_that_does_nothing() -> None:
    page = Page()
    async with page.run_test() as pilot:
        page.area.load_text("a\x1b[2Jb\a\bc\td\u202ee [bold]f")
        await pilot.press("ctrl+end", "x")
        await pilot.pause()
        shown = drawn(page.area)
        assert not {"\x1b", "\a", "\b", "\u202e"} & set(shown)
        assert "a·[2Jb··c" in shown
        assert "·e [bold]fx" in shown
        assert page.area.text == "a\x1b[2Jb\a\bc\td\u202ee [bold]fx"


async def test_control_characters_are_left_out_of_a_paste_and_the_cursor_is_where_it_is_drawn() -> None:
    page = Page()
    async with page.run_test() as pilot:
        page.post_message(Paste("\u200f\x1b[31mred\x07\tand\nמילה " + "\x1b[0m." * 10))
        await pilot.press("x")
        await pilot.pause()
        assert page.area.text == "\u200f[31mred\tand\nמילה " + "[0m." * 10 + "x"
        cells = page.area.cursor_screen_offset.x - page.area.content_region.x
        assert cells == len(drawn(page.area).splitlines()[1].rstrip())


async def test_a_line_too_long_to_wrap_is_not_wrapped_until_it_is_short_again() -> None:
    page = Page()
    async with page.run_test() as pilot:
        page.area.load_text("word " * LONGEST_WRAPPED)
        await pilot.pause()
        assert not page.area.soft_wrap
        page.area.load_text("word " * 100)
        await pilot.pause()
        assert page.area.soft_wrap


async def test_its_lines_are_those_that_say_something() -> None:
    page = Page()
    async with page.run_test():
        field = page.query_one(WritingField)
        field.fill("  one\n\n two  \n")
        assert field.lines == ["one", "two"]


async def test_where_enter_adds_a_line_the_hint_names_tab() -> None:
    plain, hinted = WritingField("Note", id="note"), WritingField("Plan", id="plan", hint="Your words.")
    assert plain._hint == "tab: next"
    assert hinted._hint == "Your words. · tab: next"
