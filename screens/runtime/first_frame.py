"""Compose the first frame of the locked screen before Textual is imported, which takes most of the start.

It is the picture that Textual paints next, cell by cell: ``tests/promises/test_first_frame.py`` compares the two. What
would take longer to find out is left empty: Welcome where there is no journal, the keys where the person chose their
own, and everything where a small window has to be scrolled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from journal.config.places import Glance, glance
from journal.text import passphrases as passphrases_text
from journal.text import unlock as unlock_text
from screens import keys_of_places, keys_of_screens
from screens.key import KEY_GAP, WHILE_LOCKED, Key, fitting
from screens.runtime.first_colors import COLORS
from screens.runtime.terminal import COLUMNS, unsupported_reason

WIDTH: Final = 64
"""Cells of what stands in the middle; ``lock_screen.tcss`` says the same, and that of the label."""

LABEL: Final = 12

LATER: Final = ("app.lock", "put_back", "key_file")
"""What works only in an open journal, or once the file was looked at."""

_ROUND: Final = "╭─╮│╰╯"
_HEAVY: Final = "┏━┓┃┗┛"
"""The frame where colour can't tell that the focus is within."""

Part = tuple[str, str]
"""A role, and a text in its style."""


class Look(NamedTuple):
    """How the frame looks: the theme, the colours that the terminal has, whether they are shown as greys."""

    theme: str
    system: str
    grey: bool

    @property
    def is_plain(self) -> bool:
        """Return whether the focus is shown without colour."""
        return self.grey or self.theme == "terminal"


def paint(path: Path, *, demo: bool = False) -> None:
    """Paint the first frame on the terminal, if it can show the screens; Windows has none of what that takes."""
    if sys.platform == "win32" or unsupported_reason() or "TEXTUAL_COLOR_SYSTEM" in os.environ:
        return
    from screens.runtime import early_terminal

    settings = glance()
    early_terminal.take(lambda: compose(path, settings, os.get_terminal_size(sys.stdout.fileno()), demo=demo))


def give_back() -> None:
    """Restore the terminal, unless Textual has taken it over."""
    if sys.platform != "win32":
        from screens.runtime import early_terminal

        early_terminal.give_back()


def compose(path: Path, settings: Glance, size: tuple[int, int], *, demo: bool = False) -> str:
    """Return the frame for this journal and a window of ``size``, as codes for the terminal."""
    look = Look(settings.theme if settings.theme in COLORS else "dark", _color_system(), "NO_COLOR" in os.environ)
    width, height = size
    inside = _inside(width - 4, demo=demo)
    if len(inside) > height - 3 or not os.path.lexists(path):
        rows: list[list[Part]] = [[("ground", " " * width)]] * height
    else:
        rows = _framed(inside, width, height, settings, look)
    return _codes(rows, _styles(look))


def _inside(width: int, *, demo: bool) -> list[list[Part]]:
    """Return the lines in the middle, each as wide as the window allows."""
    room = min(WIDTH, width)

    def said(role: str, text: str, cells: int = room) -> list[list[Part]]:
        return [[(role, line), ("ground", " " * (cells - len(line)))] for line in wrap(text, cells)]

    label = passphrases_text.ASK_PASSPHRASE
    nothing: list[list[Part]] = [[("ground", " " * room)]]
    if width + 4 < COLUMNS:
        ask = [*said("label", label), [("cursor", " "), ("field", " " * (room - 1))]]
    else:
        first, *more = (wrapped for wrapped in said("label", label, LABEL - 1))
        ask = [[*first, ("ground", " "), ("cursor", " "), ("field", " " * (room - LABEL - 1))]]
        ask += [[*line, ("ground", " " * (room - LABEL + 1))] for line in more]
    sample = [*said("accent", unlock_text.SAMPLE), *nothing] if demo else []
    return [
        *said("bold", unlock_text.SAFE_FIRST),
        *said("muted", unlock_text.SCREEN_READER),
        *nothing,
        *ask,
        *nothing,
        *nothing,  # what went wrong
        *sample,
        *nothing,  # when it was saved last
    ]


def _framed(inside: list[list[Part]], width: int, height: int, settings: Glance, look: Look) -> list[list[Part]]:
    """Return the rows of the window: the frame with its title and hints, the lines in its middle, the keys."""
    left_up, line, right_up, side, left_down, right_down = _HEAVY if look.is_plain else _ROUND
    room = sum(len(text) for _, text in inside[0])
    left = (width - 4 - room) // 2
    above = (height - 3 - len(inside)) // 2
    empty: list[Part] = [("accent", side), ("ground", " " * (width - 2)), ("accent", side)]
    before, after = " " * (left + 1), " " * (width - 3 - left - room)
    rows = [[("accent", side), ("ground", before), *parts, ("ground", after), ("accent", side)] for parts in inside]
    title = f" {unlock_text.TITLE} "
    hints = "" if settings.has_keys else f" {_fitting_hints(width)} "
    return [
        [("accent", f"{left_up}{line}{title}{line * (width - 3 - len(title))}{right_up}")],
        *[empty] * above,
        *rows,
        *[empty] * (height - 3 - above - len(rows)),
        [("accent", left_down + line * (width - 3 - len(hints))), ("muted", hints), ("accent", line + right_down)],
        _key_line(width, [] if settings.has_keys else shown_keys(width - 2)),
    ]


def _fitting_hints(width: int) -> str:
    """Return the keys in the frame; in a window for zoomed text only as many as fit whole."""
    hints = unlock_text.HINTS.split(" · ")
    while width < COLUMNS and len(hints) > 1 and len(" · ".join(hints)) > width - 4:
        hints.pop()
    return " · ".join(hints)


def shown_keys(width: int) -> list[Key]:
    """Return the keys of the lowest line: those that work while the passphrase is typed, as many as fit."""
    table = (*keys_of_places.ROWS, *keys_of_screens.ROWS)
    here = [key.in_language() for key in table if key.where in WHILE_LOCKED and key.action not in LATER]
    return fitting([key for key in here if len(key.display) > 1], width)


def _key_line(width: int, keys: Iterable[Key]) -> list[Part]:
    parts: list[Part] = [("ground", " ")]
    for key in keys:
        gap = " " * KEY_GAP if len(parts) > 1 else ""
        parts += [("muted", gap), ("strong", key.display), ("muted", f" {key.label}")]
    return [*parts, ("ground", " " * (width - sum(len(text) for _, text in parts)))]


def wrap(text: str, cells: int) -> list[str]:
    """Return the text on lines of at most so many cells, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if len(longer) <= cells:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _color_system() -> str:
    """Return which colours the terminal has, by the rules of ``rich``."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    kind = os.environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return "256" if kind in ("256color", "kitty") else "16"


def _styles(look: Look) -> dict[str, str]:
    """Return the codes of each role's style."""
    colors = COLORS[look.theme][("grey-" if look.grey else "") + look.system]
    ground, text, muted, accent, field, under, over = colors.split()
    focused = "1;7" if look.is_plain else "1"

    def style(color: str, behind: str = ground, more: str = "") -> str:
        return ";".join(filter(None, ("0", more, _code(color, 30), _code(behind, 40))))

    return {
        "ground": style(text),
        "bold": style(text, more="1"),
        "muted": style(muted),
        "accent": style(accent),
        "strong": style(accent, more="1"),
        "label": style(accent, more=focused),
        "field": style(text, field),
        "cursor": style(over, under),
    }


def _code(color: str, base: int) -> str:
    """Return the code of a colour: ``r;g;b``, ``#n`` of 256, ``n`` of 16 or ``-`` for the terminal's own."""
    if ";" in color:
        return f"{base + 8};2;{color}"
    if color.startswith("#"):
        return f"{base + 8};5;{color[1:]}"
    if color == "-":
        return f"{base + 9}"
    number = int(color)
    return f"{base + number}" if number < 8 else f"{base + 52 + number}"


def _codes(rows: list[list[Part]], styles: dict[str, str]) -> str:
    """Return the rows as codes for the terminal, each begun at its own place."""
    return "".join(
        f"\x1b[{number};1H" + "".join(f"\x1b[{styles[role]}m{text}" for role, text in parts if text)
        for number, parts in enumerate(rows, 1)
    )
