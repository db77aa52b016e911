"""A rounded frame with its name in the upper edge and its keys in the lower."""

from __future__ import annotations

from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from screens.keys_shown import in_keys_of
from screens.widgets.plain_text import Plain, one_line

LONGEST: Final = 200
"""Characters of a name at most: wider than any window that shows it."""


class Panel(VerticalScroll, can_focus=False):
    """Holds the parts of a screen; ``show_error`` says in its first line what did not work.

    ``reads`` gives it the focus, so that the arrows scroll: for what is there to be read. ``quiet`` names its keys only
    while the focus is within: where several panels have the same keys, they act on that one.
    """

    DEFAULT_CSS = """
    Panel {
        border: round $foreground 30%; border-title-color: $accent; border-subtitle-color: $text-muted;
        padding: 0 1; height: 1fr; scrollbar-size-vertical: 1;
    }
    Panel.-active { border: round $accent; }
    Panel.-active:nocolor, Panel.-active:ansi { border: heavy $accent; }
    Panel > .complaint { dock: top; display: none; color: $text-error; text-style: bold; }
    Panel > .complaint.-shown { display: block; }
    """

    def __init__(
        self,
        name: str = "",
        keys: str = "",
        *,
        reads: bool = False,
        quiet: bool = False,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.can_focus = reads
        self._quiet = quiet
        self._hints = self._count = ""
        self._complaint = Plain(classes="complaint")
        self.rename(name, keys)

    def compose(self) -> ComposeResult:
        yield self._complaint

    @on(events.Focus)
    @on(events.Blur)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def mark_active(self) -> None:
        """Show in the frame whether the focus is within.

        For ``:focus-within`` Textual would style all of the panel's widgets again at each step of the focus.
        """
        if self.has_class("-active") != self.has_focus_within:
            self.set_class(self.has_focus_within, "-active", update=False)
            self.app.stylesheet.update_nodes([self])
            self._show_hints()

    def rename(self, name: str, keys: str | None = None) -> None:
        """Set another title, which may be a person's text, and other keys."""
        self.border_title = Content(one_line(name, LONGEST)) if name else None
        if keys is not None:
            self.set_hints(keys)

    def set_hints(self, *keys: str) -> None:
        """Set other keys; empty ones are left out."""
        self._hints = " · ".join(key for key in keys if key)
        self._show_hints()

    def set_count(self, told: str) -> None:
        """Set what a quiet panel says in the place of its keys while the focus is elsewhere."""
        self._count = told
        self._show_hints()

    @on(events.Mount)
    @on(events.Resize)
    def _show_hints(self) -> None:
        """Show the keys that the person chose; with zoomed text only as many of the first hints as fit whole."""
        told = self._count if self._quiet and not self.has_class("-active") else self._hints
        if self.is_attached:
            told = in_keys_of(self.app, told)
            if self.size.width and self.screen.has_class("-slim"):
                told = _fitting(told, self.outer_size.width - 4)
        self.border_subtitle = Content(one_line(told, LONGEST)) if told else None

    def show_error(self, sentence: str) -> None:
        """Say what did not work; nothing takes it back."""
        self._complaint.show(sentence)
        self._complaint.set_class(bool(sentence), "-shown")


def _fitting(hints: str, width: int) -> str:
    """Return as many of the first hints as fit whole, at least one."""
    shown = hints.split(" · ")
    while len(shown) > 1 and Content(" · ".join(shown)).cell_length > width:
        shown.pop()
    return " · ".join(shown)
