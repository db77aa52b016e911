"""Check that the frame around parts of a screen shows a person's text as safely as the rest."""

from __future__ import annotations

import pytest

from screens.widgets.panel import LONGEST, Panel


@pytest.mark.parametrize("text", ["tea \x1b[31m", "\x9b2J tea", "tea\nand toast", "\u202eaet", "[/tea] [bold]"])
def test_no_name_acts_on_the_terminal_or_breaks_the_edge(text: str) -> None:
    panel = Panel(text, text)
    for edge in (panel._border_title, panel._border_subtitle):
        assert edge is not None
        assert not {character for character in edge.plain if not character.isprintable()}
        assert edge.plain.startswith(text[0] if text[0].isprintable() else "·")
        assert edge.cell_length == len(text)


def test_a_name_of_a_million_letters_is_cut() -> None:
    panel = Panel("a" * 1_000_000)
    assert panel._border_title is not None
    assert panel._border_title.cell_length == LONGEST + 1
