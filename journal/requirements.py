"""Which versions of Textual and TinyDB the journal was tested with, and whether what it overrides in them is there.

Both have private parts that the journal overrides or uses. A release that renames one would not fail at once: Textual
would print a traceback with what was written, TinyDB would save through another way. So the start is refused instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from journal.errors import UnsuitableLibrary

TEXTUAL: Final = "textual==8.2.8"
TINYDB: Final = "tinydb==4.9.0"


class Members(NamedTuple):
    """What is needed of a class: methods, and attributes that it has or that its ``__init__`` sets."""

    methods: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


def check_members(requirement: str, needed: Mapping[type, Members]) -> None:
    """Raise ``UnsuitableLibrary`` where a class lacks something; ``requirement`` is what to install instead.

    Takes some microseconds and makes no instance.
    """
    missing = [f"{kind.__qualname__}.{name}" for kind, members in needed.items() for name in _missing(kind, members)]
    if missing:
        raise UnsuitableLibrary(requirement, missing)


def _missing(kind: type, members: Members) -> Iterator[str]:
    code = getattr(vars(kind).get("__init__"), "__code__", None)
    set_there = code.co_names if code is not None else ()
    yield from (name for name in members.methods if not hasattr(kind, name))
    yield from (name for name in members.attributes if not hasattr(kind, name) and name not in set_there)
