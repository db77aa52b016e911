"""The base of the places: screens that stay, one digit apart. Letters and digits are theirs, never the app's."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult

from journal.text import forms as forms_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed, DayChanged
from screens.routes import route_of
from screens.widgets.place_bar import PlaceBar
from screens.widgets.record_list import RecordList


class MainScreen(BaseScreen[None]):
    """Base of the places. A subclass sets ``PLACE``, yields its ``body`` and shows the journal in ``show_journal``."""

    PLACE: ClassVar[str]
    """Its name in ``routes.PLACES``."""

    KEY_SCOPE = "places"
    BINDINGS = bindings("places")

    _stale = False

    def compose(self) -> ComposeResult:
        yield PlaceBar(self.PLACE)
        yield from super().compose()

    def on_mount(self) -> None:
        """Show what the journal holds."""
        self.show_journal()

    def show_journal(self) -> None:
        """Update the widgets from the journal; for subclasses."""

    def action_park(self) -> None:
        """Keep the marked line for the next meeting with a mentor, or no longer."""
        focused = self.focused
        if isinstance(focused, RecordList) and focused.item is not None:
            self.app.park(focused.item)
        else:
            self.app.notify(forms_text.MARK_FIRST)

    @on(Changed)
    @on(DayChanged)
    def refresh_after_change(self) -> None:
        """Show a change now, or when the place is seen next."""
        self._stale = True
        self.refresh_if_stale()

    @on(events.ScreenResume)
    def refresh_if_stale(self) -> None:
        """Show what changed while another screen was in front."""
        if self._stale and self.is_active and self.app.journal is not None:
            self._stale = False
            self.query_one(PlaceBar).refresh()
            self.show_journal()


class ListsScreen(MainScreen):
    """Base of the places that are several lists of records: enter opens a line's form, d deletes the line."""

    FIRST_LIST: ClassVar[str]
    """The id of the list that keys are about while no list has the focus."""

    @property
    def marked(self) -> RecordList[Any]:
        """Return the list that has the focus, else the first one."""
        focused = self.focused
        return focused if isinstance(focused, RecordList) else self.query_one(f"#{self.FIRST_LIST}", RecordList)

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def open(self, message: RecordList.About) -> None:
        """Open the form of the line."""
        self.open_item(message.item, edit=isinstance(message, RecordList.Edit))

    def open_item(self, item: Any, *, edit: bool) -> None:
        """Open the form of an item; for subclasses in which enter does something other than ``edit``."""
        self.app.show(route_of(item), record=item)

    @on(RecordList.Delete)
    def ask_to_delete(self, message: RecordList.About) -> None:
        """Delete the line, after asking."""
        self.delete_item(message.item)

    def delete_item(self, item: Any) -> None:
        """Delete an item, after asking; a subclass may know items that are not deleted."""
        self.app.delete(item)
