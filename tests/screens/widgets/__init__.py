"""Tests of the widgets that the screens share, each alone."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widget import Widget


class Alone(App[None]):
    """An app that shows a few widgets and nothing else, and records the messages that reach it."""

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.widgets = widgets

    def on_question_go_on(self) -> None:
        """Focus the next widget, as the screens do."""
        self.screen.focus_next()

    def compose(self) -> ComposeResult:
        yield from self.widgets
