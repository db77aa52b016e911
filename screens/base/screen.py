"""The base of all screens: it knows its keys, shows them in one line, and says so when the window is too small.

Every screen builds on it, those of the locked journal too, so it imports little: what only an open journal needs is
imported where it is used.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from screens.app import JournalApp
from screens.key import EVERYWHERE, Key
from screens.keymap import bindings, rows
from screens.runtime.terminal import (
    COLUMNS,
    SIZES_ACROSS,
    SIZES_DOWN,
    SLIM,
    TOO_SMALL,
    TOO_SMALL_ZOOMED,
    ZOOMED_ACROSS,
    size_class,
)
from screens.widgets.choice import Choice
from screens.widgets.fields.passphrase import Secret
from screens.widgets.footer import KeyLine
from screens.widgets.question import Question
from screens.widgets.rating import Rating

if TYPE_CHECKING:
    from rich.console import RenderableType

    from journal.store.journal import Journal

R = TypeVar("R")


class BaseScreen(Screen[R]):
    """Base of all screens. A subclass sets ``KEY_SCOPE`` and ``BINDINGS = bindings(WHERE)`` and yields its ``body``."""

    KEY_SCOPE: ClassVar[str] = "screens"
    BINDINGS = bindings("screens")
    _focus_before: Widget | None = None
    _was_shown = False

    @property
    def app(self) -> JournalApp:  # type: ignore[override]  # no screen of ours lives in another app
        """The app, with its own type."""
        app = super().app
        assert isinstance(app, JournalApp)
        return app

    @property
    def journal(self) -> Journal:
        """The open journal; only for screens that are shown when it is open."""
        journal = self.app.journal
        assert journal is not None
        return journal

    def forget(self) -> None:
        """Clear the passphrases and recovery words that are typed here; a subclass says so."""
        for field in self.query(Secret):
            field.clear()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style only the screen itself when it is shown first: its widgets were styled a moment ago."""
        if not self._was_shown:
            self._was_shown, event.refresh_styles = True, False
            self.app.stylesheet.update_nodes([self])

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size only: Textual does so up to three times for one window, and paints each time.

        What changes the layout asks for that itself.
        """
        if size != self._compositor.size or not self.is_current:
            super()._screen_resized(size)

    def compose(self) -> ComposeResult:
        self._set_size_classes()
        yield from self.body()
        yield KeyLine()

    def body(self) -> ComposeResult:
        """What the screen shows; for subclasses."""
        yield from ()

    def _set_size_classes(self) -> None:
        """Set the classes of the window's size before there are widgets: Textual would style all of them twice."""
        width, height = self.app.size
        across, down = self.HORIZONTAL_BREAKPOINTS or SIZES_ACROSS, self.VERTICAL_BREAKPOINTS or SIZES_DOWN
        fitting = {size_class(width, across), size_class(height, down)}
        classes = {name: name in fitting for _, name in across + down} | {SLIM: width < COLUMNS}
        self.update_classes(classes, update=False)

    @on(Choice.Chosen)
    @on(Rating.Rated)
    def hold_key(self) -> None:
        """Ignore the key that has answered if it comes again at once."""
        self.app.tremor.answer()

    @on(Question.GoOn)
    async def question_answered(self, message: Question.GoOn) -> None:
        """Ask the next question, unless the answer has moved the focus already."""
        self.app.tremor.answer()
        if self.focused is message.question:
            await self.ask_next(is_final=message.is_final)

    async def ask_next(self, *, is_final: bool) -> None:
        """Focus what comes next; ``is_final`` unless a digit has answered. A subclass may know another way on.

        After the last question nothing has the focus, so that no stray digit changes its answer.
        """
        if self.focused is None:
            return
        chain = self.in_order()
        after = chain[chain.index(self.focused) + 1 :] if self.focused in chain else []
        if after:
            after[0].focus()
        elif isinstance(self.focused, Question):
            self.set_focus(None)

    def in_order(self) -> list[Widget]:
        """Return what can have the focus, in the order of the screen.

        Textual's ``focus_chain`` puts first what has appeared only now, and has no place yet.
        """
        return [
            widget
            for widget in self.walk_children(Widget)
            if widget.focusable and all(node.display for node in widget.ancestors_with_self)
        ]

    def action_back(self) -> Awaitable[None] | None:
        """Go back to where the screen was opened; a subclass may have something to keep first."""
        self.dismiss(None)
        return None

    @property
    def key_scopes(self) -> list[str]:
        """The places in the key table whose rows hold here: of the focused widget, then of this screen's classes."""
        kinds = [*type(self.focused).__mro__, *type(self).__mro__]
        return [where for kind in kinds if (where := kind.__dict__.get("KEY_SCOPE"))]

    @property
    def shows_timer(self) -> bool:
        """Whether the time left of a craving timer stands on the screen already; for subclasses."""
        return False

    @property
    def timer_text(self) -> str:
        """The words about a running craving timer; mostly empty."""
        timing = self.app.timing
        if timing is None or timing.stale or self.shows_timer:
            return ""
        from journal.text import cravings as cravings_text  # not before there is one: the locked screen paints without

        journal = self.app.journal
        there = journal is None or not timing.craving or timing.craving in journal.cravings
        return cravings_text.format_timer(timing.left(), timing.minutes) if there else ""

    @property
    def status_texts(self) -> tuple[str, ...]:
        """Return the day and when the journal locks, the longest wording first."""
        from journal.domain.dates import format_day  # the locked screen paints without
        from journal.text import places as places_text

        return places_text.status_texts(format_day(self.journal.today()), self.app.idle_minutes())

    @property
    def _needs(self) -> str:
        return TOO_SMALL_ZOOMED if self.HORIZONTAL_BREAKPOINTS is ZOOMED_ACROSS else TOO_SMALL

    def key_rows(self) -> list[Key]:
        """The rows of the key table that do something here, in the table's order, with the person's word in them."""
        slip, here = self.app.slip_word, self.app.with_chosen_keys(rows([*self.key_scopes, EVERYWHERE]))
        return [key.with_slip_word(slip) for key in here if self._does(key)]

    def _does(self, key: Key) -> bool:
        if self._types(key):
            return False
        name = key.action.partition("(")[0]
        if name == "app.lock":
            return self.app.journal is not None
        if not name or name.startswith("app."):
            return True
        return any(hasattr(node, f"action_{name}") for node in (self.focused, self))

    def _types(self, key: Key) -> bool:
        """Whether the focused widget would take the key as text."""
        focused = self.focused
        return focused is not None and len(key.display) == 1 and focused.check_consume_key(key.keys, key.display)

    @property
    def too_small(self) -> bool:
        """Whether the window is smaller than any screen can be."""
        return self.has_class("-tiny") or self.has_class("-flat")

    def render(self) -> RenderableType:
        """One calm sentence where nothing else would fit."""
        return Content(self._needs) if self.too_small else super().render()

    def watch_focused(self, before: Widget | None, after: Widget | None) -> None:
        """Remember the focus: a window made too small hides everything, and the focus with it."""
        if after is None and self.too_small:
            self._focus_before = before

    def on_resize(self) -> None:
        """Give the focus back once the window is large enough again."""
        self.set_class(self.app.size.width < COLUMNS, SLIM)
        if self._focus_before is not None and not self.too_small:
            self.call_after_refresh(self._focus_before.focus)
            self._focus_before = None
