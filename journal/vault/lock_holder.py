"""Describe who has a journal open, as written in `NAME.lock` and shown to the person who tries to open it too."""

from __future__ import annotations

import os
import platform

from msgspec import Struct
from msgspec.structs import asdict

_LONGEST = 80


class Holder(Struct, frozen=True):
    """One process that has a journal open.

    `since` is in Unix milliseconds; `what` is "screen", a command like "journal days", or "a script".
    """

    pid: int
    host: str
    since: int
    what: str

    @classmethod
    def this_process(cls, since: int, what: str) -> Holder:
        """Return the holder for the current process."""
        return cls(os.getpid(), platform.node(), since, what)

    @classmethod
    def read(cls, data: bytes) -> Holder | None:
        """Return the holder that a lock file names; None if it names nobody (empty, half written, or foreign)."""
        import json  # few commands meet another process

        try:
            fields = json.loads(data)
            return cls(int(fields["pid"]), _shown(fields["host"]), int(fields["since"]), _shown(fields["what"]))
        except (ValueError, TypeError, KeyError):
            return None

    def written(self) -> bytes:
        """Return the contents of a lock file: one JSON object on one line."""
        import json

        return json.dumps(asdict(self)).encode() + b"\n"


def _shown(value: object) -> str:
    """Keep only printable characters, at most 80: anyone could have written the lock file."""
    return "".join(letter for letter in str(value) if letter.isprintable())[:_LONGEST]
