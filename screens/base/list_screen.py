"""The base of lists that are opened over a place: one line each, and keys that act on the marked one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on

from screens.base.screen import BaseScreen
from screens.messages import Changed, DayChanged
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import Heading, RecordList

T = TypeVar("T")


class ListScreen(BaseScreen[None], Generic[T]):
    """A screen about one ``RecordList``. A subclass yields ``self.list_of(...)`` in its body, and says what is in it.

    Keys act on ``marked``: enter calls ``open_item``, e calls ``edit_item``, d calls ``delete_item``.
    """

    AUTO_FOCUS = "RecordList"
    DETAILS: ClassVar[str] = "#whole Plain"
    """Where all of the marked item is shown, on screens that show it."""

    # For subclasses.

    def items(self) -> Sequence[T]:
        """Return what is in the list, as the journal holds it now."""
        raise NotImplementedError

    def headings(self) -> Sequence[Heading]:
        """Return the headings of what ``items`` returned last; most lists have none."""
        return ()

    def row(self, item: T, width: int) -> str:
        """Return the line of an item, at most ``width`` cells."""
        raise NotImplementedError

    def details(self, item: T) -> str:
        """Return all that is to be said of the marked item."""
        return ""

    def listed(self, items: Sequence[T]) -> None:
        """Bring the rest of the screen up to what is in the list."""

    def open_item(self, item: T) -> None:
        """Open an item."""
        self.edit_item(item)

    def edit_item(self, item: T) -> None:
        """Change an item."""

    def delete_item(self, item: T) -> None:
        """Delete an item, after asking."""

    # The rest is done.

    def list_of(self, empty: str = "") -> RecordList[T]:
        """Make the list; ``empty`` stands where nothing is in it."""
        return RecordList(self.row, empty=empty)

    @property
    def record_list(self) -> RecordList[T]:
        """The list."""
        return self.query_one(RecordList)

    @property
    def marked(self) -> T | None:
        """The marked item."""
        return self.record_list.item

    def on_mount(self) -> None:
        """Fill the list."""
        self.show_items()

    @on(Changed)
    @on(DayChanged)
    def show_items(self) -> None:
        """Bring the list up to what the journal holds."""
        if self.app.journal is None:
            return
        items = self.items()
        self.record_list.show(items, headings=self.headings())
        self.listed(items)
        self.show_details()

    @on(RecordList.Moved)
    def show_details(self) -> None:
        """Show all of the marked item."""
        for shown in self.query(self.DETAILS).results(Plain):
            shown.show("" if self.marked is None else self.details(self.marked))

    @on(RecordList.Chosen)
    def _open(self, message: RecordList.About) -> None:
        self.open_item(message.item)

    @on(RecordList.Edit)
    def _edit(self, message: RecordList.About) -> None:
        self.edit_item(message.item)

    @on(RecordList.Delete)
    def _delete(self, message: RecordList.About) -> None:
        self.delete_item(message.item)
