"""The screen that reviews what was written while locked: each is kept, dropped, or left for later.

The app shows it after opening, and Today says on one line what still waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult

from journal.domain.captures import Capture
from journal.domain.dates import format_moment, known_zone
from journal.text import inbox as inbox_text
from screens.base.list_screen import ListScreen
from screens.key import Key
from screens.keymap import bindings
from screens.messages import SaveFailed
from screens.routes import new_screen
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate


class InboxReview(ListScreen[Capture]):
    """Lists the captures, the oldest first."""

    CSS_PATH = "inbox_review.tcss"
    KEY_SCOPE = "inbox"
    BINDINGS = bindings(KEY_SCOPE)

    _reviewed = False
    """Whether something was there to review, so that the screen is done once nothing is."""

    def body(self) -> ComposeResult:
        intake = self.journal.inbox.intake
        if news := inbox_text.format_news(intake.set_aside, foreign=intake.foreign_key):
            with Panel(inbox_text.INBOX_NEWS, id="news", reads=True):
                yield Plain("\n\n".join(news))
        with Panel(inbox_text.INBOX_NAME, id="waiting"):
            yield Plain(inbox_text.INBOX_WHAT, id="what", classes="muted")
            yield self.list_of(inbox_text.INBOX_EMPTY)
        with Panel(inbox_text.INBOX_ALL_OF_IT, id="whole", reads=True):
            yield Plain()

    def key_rows(self) -> list[Key]:
        """Return the keys, with ``keep`` as the label of enter."""
        rows = [key for key in super().key_rows() if (key.where, key.action) != ("lists", "edit")]
        return [
            key._replace(label="keep", tooltip=inbox_text.INBOX_KEEP) if key.action == "choose" else key for key in rows
        ]

    def items(self) -> list[Capture]:
        return self.journal.inbox.waiting()

    def listed(self, waiting: Sequence[Capture]) -> None:
        """Show the hints for the keys, where there is something to review; leave once all of it is reviewed."""
        if self._reviewed and not waiting and not self.query("#news"):
            self.app.call_later(self._leave)
        self._reviewed = self._reviewed or bool(waiting)
        self.set_class(not waiting, "-empty")
        self.query_one("#waiting", Panel).set_hints(*(inbox_text.INBOX_KEYS if waiting else (inbox_text.INBOX_BACK,)))

    @on(SaveFailed)
    def stay(self, message: SaveFailed) -> None:
        """Show here, too, why it was not saved."""
        self.query_one("#waiting", Panel).show_error(message.reason)

    def row(self, capture: Capture, width: int) -> str:
        """Return ``Thu 19 Nov, 21:40  craving 7 · stress``."""
        return truncate(f"{format_moment(_local(capture))}  {inbox_text.format_captured(capture)}", width)

    def details(self, capture: Capture) -> str:
        return inbox_text.captured_whole(capture)

    def edit_item(self, capture: Capture) -> None:
        """Keep the capture: it becomes part of the journal. Ask first what it is about where that is not clear."""
        focuses = [focus for focus in self.journal.focuses if not focus.archived]
        if not focuses or not self.journal.inbox.asks_which(capture):
            self.app.resolve_captures(keep=[capture.uid])
            return

        def answered(focus: str | None) -> None:
            if focus is not None:
                self.app.resolve_captures(keep=[capture.uid], focuses={capture.uid: focus})

        options = [*((focus.uid, focus.label) for focus in focuses), ("", inbox_text.NONE_OF_THESE)]
        title, question = inbox_text.INBOX_NAME, inbox_text.which_focus(capture.focus)
        self.app.push_screen(new_screen("choose_one", title=title, question=question, options=options), answered)

    def delete_item(self, capture: Capture) -> None:
        """Drop the capture, after asking."""
        drop = partial(self.app.resolve_captures, drop=[capture.uid])
        self.app.ask(inbox_text.INBOX_DROP, inbox_text.INBOX_DROP_YES, drop, detail=inbox_text.INBOX_DROP_DETAIL)

    def action_keep_all(self) -> None:
        """Keep all captures but those that have to be asked about first."""
        inbox, items = self.journal.inbox, self.record_list.items
        asks = [one.uid for one in items if len(self.journal.focuses) and inbox.asks_which(one)]
        if waiting := [capture.uid for capture in items if capture.uid not in asks]:
            self.app.resolve_captures(keep=waiting)
        if asks:
            self.app.notify(inbox_text.format_asked(len(asks)))

    def _leave(self) -> None:
        if self.is_current and not self.record_list.items:
            self.action_back()

    def action_back(self) -> None:
        """Leave the captures for later."""
        self.journal.inbox.acknowledge()
        self.dismiss(None)


def _local(capture: Capture) -> datetime:
    """Return when it was written, in the time zone of where that was."""
    return capture.at.astimezone(ZoneInfo(known_zone(capture.zone) or "UTC"))
