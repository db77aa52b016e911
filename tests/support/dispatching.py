"""Ask once per process which kinds of widget handle which kinds of message, not for every message in a test.

Textual asks every class that a widget derives from, and most widgets handle few messages: it was an eighth of what a
test of a screen costs.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import cache

from textual.message import Message
from textual.message_pump import MessagePump

_Handlers = Iterable[tuple[type, Callable[[Message], Awaitable[object]]]]

_get_dispatch_methods: Callable[[MessagePump, str, Message], _Handlers] = MessagePump._get_dispatch_methods


def dispatch_once() -> None:
    """Use what is remembered from now on, in this process."""
    MessagePump._get_dispatch_methods = _get_known_methods  # type: ignore[method-assign]


def _get_known_methods(self: MessagePump, method_name: str, message: Message) -> _Handlers:
    kind: type = type(message)
    if _has_handler(type(self), kind, method_name):
        return _get_dispatch_methods(self, method_name, message)
    return ()


@cache
def _has_handler(pump: type[MessagePump], message: type, method_name: str) -> bool:
    names = {method_name, f"_{method_name}"}
    return any(
        not names.isdisjoint(base.__dict__)
        or not base.__dict__.get("_decorated_handlers", {}).keys().isdisjoint(message.__mro__)
        for base in pump.__mro__
    )
