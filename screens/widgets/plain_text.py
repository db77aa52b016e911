"""Text that is shown as it is: the only widget for what a person wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

LONGEST: Final = 20_000
"""Characters shown at most; more would make every repaint slow. The text itself is whole in the journal."""

_FOUND: Final = Style(bold=True, underline=True)

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF)
_UNSEEN: Final = dict.fromkeys((*_CONTROLS, *_DIRECTIONS), "·") | {0x09: "    ", 0x0A: "\n", 0x0D: ""}

_ACTING: Final = dict.fromkeys(set(_CONTROLS) - {0x09, 0x0A, 0x0D})
_DROPPED: Final = dict.fromkeys((*_CONTROLS, *_DIRECTIONS)) | {0x09: " "}


def sanitize(text: str, longest: int = LONGEST) -> str:
    """Return the text with ``·`` for whatever acts on a terminal: control characters, changes of direction."""
    shown = text[: longest + 1].translate(_UNSEEN)
    return shown if len(text) <= longest else f"{shown[:longest]}…"


def one_line(text: str, longest: int) -> str:
    """Return the text on one line of at most ``longest`` characters."""
    return sanitize(text.replace("\n", " "), longest)


def strip_control(text: str) -> str:
    """Return the text as one line without characters that nobody types: for what is edited."""
    return " ".join(text.splitlines()).translate(_DROPPED)


def writable(text: str) -> str:
    """Return the text without control characters, but with its tabs and lines."""
    return text.translate(_ACTING)


class Plain(Static):
    """A label that never reads markup. ``show`` changes its text."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(Content(sanitize(text)), markup=False, id=id, classes=classes)

    def show(self, text: str, spans_of: Callable[[str], Iterable[tuple[int, int]]] = lambda shown: ()) -> None:
        """Show another text, and mark those parts of it that ``spans_of`` finds in what is shown."""
        shown = sanitize(text)
        self.update(marked(shown, spans_of(shown)))


def marked(shown: str, spans: Iterable[tuple[int, int]]) -> Content:
    """Return a text that is ``sanitize``d already, with these parts marked as found: bold and underlined."""
    content = Content(shown)
    for start, end in spans:
        content = content.stylize(_FOUND, start, end)
    return content
