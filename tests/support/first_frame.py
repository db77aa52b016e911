"""Compare what two programs paint, cell by cell, and find the colours that Textual paints the locked screen in."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pyte
from rich.color import Color, ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from journal.config.settings import Settings
from journal.text import passphrases as passphrases_text
from journal.text import unlock as unlock_text
from screens.app import JournalApp
from screens.widgets.fields.passphrase import Secret
from tests.support.painting import paint

Cell = tuple[object, ...]
Size = tuple[int, int]
Painted = dict[str, dict[str, str]]

SYSTEMS: Final = {"16": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}

HEAD: Final = '''"""The colours of the first frame. Made by ``test_first_frame.py`` with ``UPDATE_GOLDEN=1``.

Theme → what the terminal can show, as greys or not → the ground, the text, muted text, the accent, the ground of the
field, and the cursor with the letter under it: ``r;g;b``, ``#n`` of 256, ``n`` of 16 or ``-`` for the terminal's own.
"""

from __future__ import annotations

from typing import Final

COLORS: Final[dict[str, dict[str, str]]] = {
'''


def cells(sent: str, size: Size) -> list[list[Cell]]:
    """Return what a terminal shows that was sent this; of a blank only the colour behind it can be seen."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(sent)
    return [[_seen(screen.buffer[row][column]) for column in range(size[0])] for row in range(size[1])]


def _seen(char: Any) -> Cell:
    if char.data == " " and not char.reverse:
        return (" ", char.bg)
    return (char.data, char.fg, char.bg, char.bold, char.reverse)


@asynccontextmanager
async def _strips(path: Path, theme: str, size: Size, *, demo: bool = False) -> AsyncIterator[list[Strip]]:
    """Run the app until it would look at the file; what it has painted then."""
    app = JournalApp(path, settings=Settings(motion=False, theme=theme), demo=demo)
    app.keeper._closed.clear()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.screen.query_one(Secret)._cursor_visible = True  # it blinks
        yield paint(app)
        app.keeper._closed.set()
    app.keeper.shutdown({})


async def painted_by_textual(path: Path, size: Size, theme: str, system: str, *, demo: bool = False) -> str:
    """Return what Textual sends before the file was looked at."""
    console = Console(file=io.StringIO(), force_terminal=True)
    console._color_system = SYSTEMS[system]
    async with _strips(path, theme, size, demo=demo) as strips:
        for segment in (segment for strip in strips for segment in strip):
            _style(segment)._ansi = None  # rich keeps the codes of the first colour system that asked
        return "".join(f"\x1b[{row};1H{strip.render(console)}" for row, strip in enumerate(strips, 1))


async def colors_of(path: Path, theme: str) -> dict[str, str]:
    """Return the colours of the locked screen by what the terminal can show, as ``first_colors`` holds them."""
    async with _strips(path, theme, (60, 20)) as strips:
        segments = [segment for strip in strips for segment in strip]
    safe, muted, corner, label = (
        next(at for at, segment in enumerate(segments) if said in segment.text)
        for said in (
            unlock_text.SAFE_FIRST,
            unlock_text.SCREEN_READER,
            unlock_text.TITLE,
            passphrases_text.ASK_PASSPHRASE,
        )
    )
    cursor = next(at for at in range(label + 1, len(segments)) if _style(segments[at]).color is not None)
    found = (
        _style(segments[safe]).bgcolor,
        _style(segments[safe]).color,
        _style(segments[muted]).color,
        _style(segments[corner]).color,
        _style(segments[cursor + 1]).bgcolor,
        _style(segments[cursor]).bgcolor,
        _style(segments[cursor]).color,
    )
    return {name: " ".join(_told(color, system) for color in found) for name, system in SYSTEMS.items()}


def _style(segment: Segment) -> Style:
    return segment.style or Style()


def _told(color: Color | None, system: ColorSystem) -> str:
    codes = (color or Color.default()).downgrade(system).get_ansi_codes()
    if codes[:2] == ("38", "2"):
        return ";".join(codes[2:])
    if codes[:2] == ("38", "5"):
        return f"#{codes[2]}"
    number = int(codes[0])
    return "-" if number == 39 else str(number - 30 if number < 40 else number - 82)


def source(colors: Painted) -> str:
    """Return the source of ``first_colors`` that holds these."""
    lines = []
    for theme, systems in colors.items():
        lines.append(f'    "{theme}": {{\n')
        for name, told in systems.items():
            lines.append(f'        "{name}": "{told}",\n')
        lines.append("    },\n")
    return HEAD + "".join(lines) + "}\n"
