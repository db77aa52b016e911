"""Who has a journal open, as it is written into `NAME.lock` and told to whoever comes second."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass

_LONGEST = 80


@dataclass(frozen=True)
class Holder:
    """One process that has a journal open.

    `since` is in Unix milliseconds; `what` is "screen", a command like "journal days", or "a script".
    """

    pid: int
    host: str
    since: int
    what: str

    @classmethod
    def this_process(cls, since: int, what: str) -> Holder:
        """This very process."""
        return cls(os.getpid(), platform.node(), since, what)

    @classmethod
    def read(cls, data: bytes) -> Holder | None:
        """The holder that a lock file names; None when it names nobody (empty, half written, foreign)."""
        try:
            fields = json.loads(data)
            return cls(int(fields["pid"]), _shown(fields["host"]), int(fields["since"]), _shown(fields["what"]))
        except (ValueError, TypeError, KeyError):
            return None

    def written(self) -> bytes:
        """The contents of a lock file: one JSON object on one line."""
        return json.dumps(asdict(self)).encode() + b"\n"


def _shown(value: object) -> str:
    """A lock file is anybody's text: keep only what is safe to show."""
    return "".join(letter for letter in str(value) if letter.isprintable())[:_LONGEST]
