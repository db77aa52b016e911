"""The queue of keys: each is handled only when the one before has had its whole effect."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Any, Final, Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

KEY_TIMEOUT: Final = 0.25
"""Seconds after which the next key no longer waits: the widget that got the last one may be gone."""


@runtime_checkable
class HoldsKeys(Protocol):
    """A screen that keeps keys until it can use them, and then returns them with ``KeyQueue.put_first``."""

    def hold(self, event: events.Event) -> bool:
        """Keep a key or a paste for later; return false to have it dispatched now."""


class KeyQueue(App[int]):
    """An app that handles keys one at a time.

    Textual hands a key to the widget with the focus when it arrives, and acts on tab or enter only when that key has
    come back up to the app. Of keys that arrive together, all but the first would go to the wrong place. Here a
    callback follows each key through the same queues, and the next key waits for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._turn = 0
        self._busy = False

    async def on_event(self, event: events.Event) -> None:
        """Dispatch a key or a paste, or queue it."""
        fresh = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if fresh and self._busy:
            self._waiting.append(event)
            if len(self._waiting) == 1:
                self._start_timeout()
        elif fresh:
            await self._dispatch(event)
        else:
            await super().on_event(event)

    async def _dispatch(self, event: events.Event) -> None:
        if not self._has_screen:
            self._waiting.clear()
            return
        while self._is_taken(event):
            if not self._waiting:
                return
            event = self._waiting.popleft()
        self._busy = True
        self._turn += 1
        first = self.focused or self.screen
        moves = not (isinstance(event, events.Key) and self.is_text(event))
        # Twice through the first queue: what the widget posts because of the key goes before.
        way: list[MessagePump] = [first, *first.ancestors_with_self]
        await super().on_event(event)
        if self._waiting:
            self._start_timeout()
        self._follow(self._turn, way, moves)

    def put_first(self, typed: Sequence[events.Event]) -> None:
        """Dispatch keys and pastes that a screen held, in order, before those that came later."""
        self._waiting.extendleft(reversed(typed))
        if self._busy:
            self._start_timeout()
        else:
            self._busy = True
            self.call_next(self._next, self._turn)

    def _is_taken(self, event: events.Event) -> bool:
        """Return whether an event is not to be dispatched now: it is ignored, or the screen keeps it for later."""
        if isinstance(event, events.Key) and self.is_ignored(event):
            return True
        return isinstance(self.screen, HoldsKeys) and self.screen.hold(event)

    def is_text(self, key: events.Key) -> bool:
        """Return whether the widget with the focus takes the key as text."""
        return self.focused is not None and self.focused.check_consume_key(key.key, key.character)

    def is_ignored(self, key: events.Key) -> bool:
        """Return whether to drop a key that is about to be dispatched; for subclasses."""
        return False

    @property
    def _has_screen(self) -> bool:
        try:
            return self.screen is not None
        except ScreenStackError:  # the app is at its end
            return False

    def _start_timeout(self) -> None:
        self.set_timer(KEY_TIMEOUT, partial(self._next, self._turn))

    def _follow(self, turn: int, way: list[Any], moves: bool) -> None:
        """Follow the key from queue to queue, up to the app."""
        while way:
            if way.pop(0).call_later(self._follow, turn, way, moves):
                return
        if moves and self._waiting and self._has_screen:
            self.screen.call_after_refresh(self._next, turn)  # what it opened has the focus by then
        else:
            self.call_next(self._next, turn)

    async def _next(self, turn: int) -> None:
        """End this turn, and dispatch the next key."""
        if turn != self._turn or not self._busy:
            return
        self._busy = False
        if self._waiting:
            await self._dispatch(self._waiting.popleft())
