"""What was written while locked, to be looked over: kept, dropped, or left for later."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult

from journal.domain.captures import Capture
from journal.domain.dates import known_zone, moment_words
from journal.text.inbox import (
    INBOX_ALL_OF_IT,
    INBOX_BACK,
    INBOX_DROP,
    INBOX_DROP_DETAIL,
    INBOX_DROP_YES,
    INBOX_EMPTY,
    INBOX_KEEP,
    INBOX_KEYS,
    INBOX_NAME,
    INBOX_NEWS,
    INBOX_WHAT,
    captured_whole,
    captured_words,
    news_words,
)
from screens.base.screen import BaseScreen
from screens.keymap import Key, bindings
from screens.messages import Changed, SaveFailed
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate


class InboxReview(BaseScreen[None]):
    """Oldest first; what is left for later stays, and Today says so on one line."""

    CSS_PATH = "inbox_review.tcss"
    KEY_SCOPE = "inbox"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "RecordList"

    def body(self) -> ComposeResult:
        """What waits, all of what is marked, and, where there is something to tell, that first."""
        taken = self.journal.inbox.taken
        if news := news_words(taken.set_aside, foreign=taken.foreign):
            with Panel(INBOX_NEWS, id="news", reads=True):
                yield Plain("\n\n".join(news))
        with Panel(INBOX_NAME, id="waiting"):
            yield Plain(INBOX_WHAT, id="what", classes="muted")
            yield RecordList(self._line, empty=INBOX_EMPTY)
        with Panel(INBOX_ALL_OF_IT, id="whole", reads=True):
            yield Plain()

    def key_rows(self) -> list[Key]:
        """Here enter keeps."""
        rows = [key for key in super().key_rows() if (key.where, key.action) != ("lists", "edit")]
        return [key._replace(label="keep", tooltip=INBOX_KEEP) if key.action == "choose" else key for key in rows]

    def on_mount(self) -> None:
        """Show what waits."""
        self._show()

    @property
    def _list(self) -> RecordList[Capture]:
        return self.query_one(RecordList)

    def _show(self) -> None:
        waiting = self.journal.inbox.waiting()
        self.set_class(not waiting, "-empty")
        self.query_one("#waiting", Panel).set_hints(*(INBOX_KEYS if waiting else (INBOX_BACK,)))
        self._list.show(waiting)
        self.show_whole()

    @on(Changed)
    def follow(self) -> None:
        """Something was kept, dropped, taken back, or came."""
        if self.app.journal is not None:
            self._show()

    @on(SaveFailed)
    def stay(self, message: SaveFailed) -> None:
        """It was not done; why stands here, too."""
        self.query_one("#waiting", Panel).show_error(message.reason)

    def _line(self, capture: Capture, width: int) -> str:
        """``Thu 19 Nov, 21:40  craving 7 · stress``."""
        return truncate(f"{moment_words(_local(capture))}  {captured_words(capture)}", width)

    @on(RecordList.Moved)
    def show_whole(self) -> None:
        """Everything in the marked one."""
        capture = self._list.item
        self.query_one("#whole Plain", Plain).show(captured_whole(capture) if capture else "")

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def keep(self, message: RecordList.About) -> None:
        """Let the marked one be part of the journal."""
        self.app.decide(keep=[message.item.uid])

    @on(RecordList.Delete)
    def drop(self, message: RecordList.About) -> None:
        """Let the marked one go; asked first."""
        uid: str = message.item.uid
        self.app.ask(INBOX_DROP, INBOX_DROP_YES, lambda: self.app.decide(drop=[uid]), detail=INBOX_DROP_DETAIL)

    def action_keep_all(self) -> None:
        """Let all of them be part of the journal."""
        if waiting := [capture.uid for capture in self._list.items]:
            self.app.decide(keep=waiting)

    def action_back(self) -> None:
        """Later; it stays."""
        self.journal.inbox.told()
        self.dismiss(None)


def _local(capture: Capture) -> datetime:
    """When it was, as the clock showed where it was written."""
    return capture.at.astimezone(ZoneInfo(known_zone(capture.zone) or "UTC"))
