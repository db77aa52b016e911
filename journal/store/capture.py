"""Writing something down without opening the journal: sealed into its inbox, where it waits for the next unlock.

What it takes is imported when something is written down: the locked screen needs none of it to be seen.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journal.clock import Clock, SystemClock, milliseconds

if TYPE_CHECKING:
    from journal.domain.captures import Capture

_RANDOM: Final = 10
"""Random bytes of a uid, after the six of its time."""


def fresh_capture(clock: Clock | None = None) -> Capture:
    """A capture of this moment, under a uid of its own, to be filled in with ``msgspec.structs.replace``."""
    from journal.domain.captures import Capture

    clock = clock or SystemClock()
    now = clock.now()
    return Capture(uid=f"{milliseconds(now):012x}{os.urandom(_RANDOM).hex()}", at=now, zone=clock.zone())


def capture(path: Path, value: Capture) -> None:
    """Seal a capture into the inbox of the journal at ``path``, durable on return.

    A later one of its uid takes its place. Asks nothing, and works while the journal is open elsewhere. Raises
    ``InvalidRecord``, ``NoJournal``, ``NoInbox``, ``InboxFull``, ``TooLarge``, ``NotSaved``.
    """
    import msgspec

    from journal.domain.record import checked
    from journal.vault.format.payloads import Put
    from journal.vault.inbox import capture as seal

    seal(path, Put(value.table, value.uid, msgspec.to_builtins(checked(value))))


def is_waiting(path: Path) -> bool:
    """Whether something was written down that was not taken in yet; a look at the size of a file."""
    from journal.vault.inbox import is_waiting as waits

    return waits(path)
