"""The base of Mentor's views, and the row that names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final, NamedTuple

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from journal.domain.agreements import Agreement
from journal.domain.people import Person
from journal.domain.sessions import Session
from journal.store.journal import Journal
from journal.text import labels as labels_text
from journal.text import mentor as mentor_text
from screens.app import JournalApp
from screens.widgets.panel import Panel
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate

GAP: Final = 1
"""Cells between two names of views, each with a cell on both sides for the mark."""


class Shown(NamedTuple):
    """What a view shows: the journal, and the mentor that it is about with their agreement, if there is one."""

    journal: Journal
    someone: Person | None
    agreement: Agreement | None

    @property
    def uid(self) -> str:
        """Return the uid of the mentor, empty without one."""
        return self.someone.uid if self.someone else ""

    def met(self, session: Session) -> str:
        """Return who is met, or the kind of meeting if nobody is named."""
        people = self.journal.people
        return people.get(session.person).name if session.person in people else labels_text.label(session.kind)


class View(Vertical):
    """One view of Mentor. A subclass yields panels of lists, and fills them in ``show_records``."""

    NAME: ClassVar[str]
    """Its name in ``mentor_text.VIEWS``."""

    FIRST_LIST: ClassVar[str]
    """The id of the list that gets the focus first."""

    shown: Shown

    @property
    def app(self) -> JournalApp:  # type: ignore[override]  # no view of ours lives in another app
        """The app, with its own type."""
        app = super().app
        assert isinstance(app, JournalApp)
        return app

    def show(self, shown: Shown) -> None:
        """Show what the journal holds now."""
        self.shown = shown
        self.show_records()

    def show_records(self) -> None:
        """Fill the lists and name their keys; for subclasses."""

    def records(self, name: str) -> RecordList[Any]:
        """Return the list with an id."""
        return self.query_one(f"#{name}", RecordList)

    def set_hints(self, name: str, *keys: str) -> None:
        """Name the keys of the panel around the list with an id, at most three; empty ones are left out."""
        self.query_one(f"#of-{name}", Panel).set_hints(*keys)


class ViewBar(Widget):
    """Names the views, the active one marked; below them the mentor that is shown, if there is one.

    ``▐Next▌  Agreed   People   Past         ← → views``. A click on a name goes to the view.
    """

    DEFAULT_CSS = """
    ViewBar { height: 1; padding: 0 1 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._active = next(iter(mentor_text.VIEWS))
        self._who = ""
        self._several = False

    def activate(self, name: str) -> None:
        """Mark another view as the active one."""
        self._active = name
        self.refresh()

    def show(self, who: str, *, several: bool) -> None:
        """Show another mentor in words, and the key for the next one if there are ``several``."""
        self._who, self._several = who, several
        self.styles.height = 2 if who else 1
        self.refresh()

    def render(self) -> Content:
        names = Content(" " * GAP).join(
            Content.styled(shown, "bold $accent" if name == self._active else "") for name, shown in self._labels()
        )
        lines = [self._with_key(names, mentor_text.OTHER_VIEWS)]
        if self._who:
            key = mentor_text.OTHER_MENTOR if self._several else ""
            who = truncate(self._who, self.content_size.width - len(key) - 2)
            lines.append(self._with_key(Content.styled(f" {who}", "$foreground-muted"), key))
        return Content("\n").join(lines)

    def _with_key(self, text: Content, key: str) -> Content:
        gap = self.content_size.width - text.cell_length - len(key)
        return Content.assemble(text, " " * max(1, gap), (key, "$foreground-muted"))

    def _labels(self) -> Iterator[tuple[str, str]]:
        for name, shown in mentor_text.VIEWS.items():
            yield name, f"▐{shown}▌" if name == self._active else f" {shown} "

    async def on_click(self, event: events.Click) -> None:
        """Go to the view under the mouse."""
        left = 0
        for name, shown in self._labels():
            if event.y == 0 and left <= event.x < left + len(shown):
                await self.screen.run_action(f"view_named('{name}')")
            left += len(shown) + GAP


def joined(parts: list[str], width: int) -> str:
    """Return the parts that are not empty, on one line of at most ``width`` cells."""
    return truncate(" · ".join(part for part in parts if part), width)
