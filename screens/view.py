"""What every screen is: it knows its keys, shows them in one line, and says so when the window is too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from screens.app import JournalApp
from screens.keys import EVERYWHERE, Key, bindings, rows
from screens.terminal import TOO_SMALL
from screens.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from rich.console import RenderableType

    from journal.book import Journal

R = TypeVar("R")


class View(Screen[R]):
    """Base of all screens. A subclass sets ``WHERE`` and ``BINDINGS = bindings(WHERE)`` and yields its ``body``."""

    WHERE: ClassVar[str] = "screens"
    BINDINGS = bindings("screens")

    @property
    def app(self) -> JournalApp:  # type: ignore[override]  # no screen of ours lives in another app
        """The app, as what it is."""
        app = super().app
        assert isinstance(app, JournalApp)
        return app

    @property
    def journal(self) -> Journal:
        """The open journal; only for screens that are shown when it is open."""
        journal = self.app.journal
        assert journal is not None
        return journal

    def compose(self) -> ComposeResult:
        """The body, and the line of keys at the foot."""
        yield from self.body()
        yield KeyLine()

    def body(self) -> ComposeResult:
        """What the screen shows; for subclasses."""
        yield from ()

    @property
    def wheres(self) -> list[str]:
        """The places in the key table whose rows hold here: of the focused widget, then of this screen's classes."""
        kinds = [*type(self.focused).__mro__, *type(self).__mro__]
        return [where for kind in kinds if (where := kind.__dict__.get("WHERE"))]

    def keys(self) -> list[Key]:
        """The rows of the key table that do something here, in the table's order, with the person's word in them."""
        slip = self.app.slip_word
        return [key.spoken(slip) for key in rows([*self.wheres, EVERYWHERE]) if self._does(key)]

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
        return focused is not None and len(key.faces) == 1 and focused.check_consume_key(key.keys, key.faces)

    def render(self) -> RenderableType:
        """One calm sentence where nothing else would fit."""
        if self.has_class("-tiny") or self.has_class("-flat"):
            return Content(TOO_SMALL)
        return super().render()
