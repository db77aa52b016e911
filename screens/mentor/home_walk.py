"""The home walk-through: a list of what leaves, room by room, its form, and the form about the naloxone."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from journal.domain.home_walk import HomeItem, Naloxone, by_room, newest, toggled
from journal.text import home_walk as home_walk_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import YesNoField
from screens.widgets.fields.dates import DayField
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate


class HomeWalk(ListScreen[HomeItem]):
    """Shows one line for each thing, a box before it; above them where the naloxone is."""

    KEY_SCOPE = "home walk"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    HomeWalk Panel { height: 1fr; }
    HomeWalk #naloxone { margin: 1 0; }
    """

    def body(self) -> ComposeResult:
        """Say what it is for, where the naloxone is, and list what leaves."""
        with Panel(home_walk_text.NAME):
            yield Plain(home_walk_text.WHAT, classes="muted")
            yield Row(home_walk_text.NALOXONE, id="naloxone")
            yield self.list_of(home_walk_text.EMPTY)

    def items(self) -> list[HomeItem]:
        return by_room(self.journal.home_items)

    def listed(self, items: Sequence[HomeItem]) -> None:
        """Name the keys of a line while there is one, and show the naloxone."""
        keys = (home_walk_text.LINE_KEYS, home_walk_text.ADD, home_walk_text.PRINT) if items else (home_walk_text.ADD,)
        self.query_one(Panel).set_hints(*keys)
        kit = newest(self.journal.naloxone)
        words = home_walk_text.format_naloxone(kit, self.journal.today()) if kit else home_walk_text.NO_NALOXONE
        self.query_one("#naloxone", Row).show(words, key=home_walk_text.NALOXONE_KEY, way=self.action_naloxone)

    def row(self, item: HomeItem, width: int) -> str:
        return truncate(f"[{'x' if item.done_on else ' '}] {home_walk_text.format_item(item)}", width)

    def action_tick(self) -> None:
        """Mark the thing as gone, or as still here."""
        if self.marked is not None:
            self.app.save(toggled(self.marked, self.journal.today()))

    def action_add(self) -> None:
        """Add a thing."""
        self.app.show("home_item")

    def action_naloxone(self) -> None:
        """Open the form about the naloxone."""
        self.app.show("naloxone")

    def action_print(self) -> None:
        """Open the sheet to print."""
        self.app.show("home_sheet")

    def edit_item(self, item: HomeItem) -> None:
        self.app.show("home_item", record=item)

    def delete_item(self, item: HomeItem) -> None:
        self.app.delete(item, home_walk_text.THIS_LINE)


class HomeItemSheet(RecordForm[HomeItem]):
    """Asks about one thing."""

    NAME = home_walk_text.FORM
    ROUTE = "home_item"
    RECORD = HomeItem

    def fields(self) -> ComposeResult:
        """Ask in which room, what, who holds it, and whether it is gone."""
        yield TextField(home_walk_text.ROOM, id="room", hint=home_walk_text.ROOM_HINT)
        yield TextField(home_walk_text.THING, id="what", required=home_walk_text.THING_NEEDED)
        yield TextField(home_walk_text.HOLDER, id="holder", hint=home_walk_text.HOLDER_HINT)
        yield YesNoField(home_walk_text.IS_GONE, id="gone", default=False, attribute=None)

    def load(self, item: HomeItem) -> None:
        super().load(item)
        self.query_one("#gone", YesNoField).from_record(item.done_on is not None)

    def finish(self, item: HomeItem) -> HomeItem:
        """Return the thing with the day on which it was gone."""
        gone = self.query_one("#gone", YesNoField).yes
        return item if gone == (item.done_on is not None) else toggled(item, self.journal.today())


class NaloxoneSheet(RecordForm[Naloxone]):
    """Asks where it is, when it expires and who can use it; there is one record of it."""

    NAME = home_walk_text.NALOXONE_FORM
    ROUTE = "naloxone"
    RECORD = Naloxone

    def fields(self) -> ComposeResult:
        """Say where it is shown, and ask."""
        yield Plain(home_walk_text.NALOXONE_ABOUT, classes="muted")
        yield TextField(
            home_walk_text.PLACE, id="place", hint=home_walk_text.PLACE_HINT, required=home_walk_text.PLACE_NEEDED
        )
        yield DayField(
            home_walk_text.EXPIRES,
            id="expires_on",
            today=self.journal.today(),
            prefer_future=True,
            hint=home_walk_text.EXPIRES_HINT,
        )
        yield TextField(home_walk_text.WHO, id="who", hint=home_walk_text.WHO_HINT)

    def on_mount(self) -> None:
        """Show what is written down already."""
        if self.record is None and self._draft_key.endswith(":new"):
            self.record = newest(self.journal.naloxone)
            self._draft_key = f"{self.ROUTE}:{self.record.uid}" if self.record else self._draft_key
        super().on_mount()
