"""Check that a person's text is shown as it is, and does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.plain_text import LONGEST, Plain, one_line, sanitize, strip_control
from tests.screens.widgets import Alone


@given(st.text())
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    assert all(letter == "\n" or letter.isprintable() or ord(letter) > 0x9F for letter in sanitize(text))
    assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b"} & set(sanitize(text))


@given(st.text(), st.integers(1, 30))
def test_a_line_is_one_line(text: str, longest: int) -> None:
    assert "\n" not in one_line(text, longest)


@given(st.text())
def test_what_is_edited_is_one_line_that_does_nothing(text: str) -> None:
    assert sanitize(strip_control(text)) == strip_control(text)
    assert strip_control(strip_control(text)) == strip_control(text)


@pytest.mark.parametrize("text", ["[/foo]", "[@click=app.quit]x[/]", "[b", "\x1b[31mred", "a" * 1_000_000, "\u202eabc"])
async def test_markup_control_characters_and_a_megabyte_break_nothing(text: str) -> None:
    plain = Plain(text)
    async with Alone(plain).run_test() as pilot:
        plain.show(text)
        await pilot.pause()
        assert str(plain.render())[: len("[/foo]")] == sanitize(text)[: len("[/foo]")]
        assert len(str(plain.render())) <= LONGEST + 1
