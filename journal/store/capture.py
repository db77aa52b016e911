"""Write a capture without opening the journal: it is sealed into the inbox and waits there for the next unlock.

The locked screen and the commands `journal craving` and `journal note` use it. Imports are inside the functions, so
that the locked screen appears without waiting for the ciphers or the record types.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journal.clock import Clock, SystemClock, milliseconds

if TYPE_CHECKING:
    from journal.domain.captures import Capture

_RANDOM: Final = 10
"""Random bytes of a uid, after the six bytes of its time."""


def fresh_capture(clock: Clock | None = None) -> Capture:
    """Return an empty capture for this moment with a new uid. Fill it in with ``msgspec.structs.replace``."""
    from journal.domain.captures import Capture

    clock = clock or SystemClock()
    now = clock.now()
    return Capture(uid=f"{milliseconds(now):012x}{os.urandom(_RANDOM).hex()}", at=now, zone=clock.zone())


def capture(path: Path, value: Capture) -> None:
    """Seal a capture into the inbox of the journal at ``path``; it is durable when this returns.

    A later capture with the same uid replaces it. Needs no passphrase, and works while the journal is open elsewhere.
    Raises ``InvalidRecord``, ``NoJournal``, ``NoInbox``, ``InboxFull``, ``TooLarge``, ``NotSaved``.
    """
    import msgspec

    from journal.domain.record import checked
    from journal.vault.format.payloads import Put
    from journal.vault.inbox import capture as seal

    seal(path, Put(value.table, value.uid, msgspec.to_builtins(checked(value))))


def is_waiting(path: Path) -> bool:
    """Return whether captures wait to be imported. Looks only at the size of a file."""
    from journal.vault.inbox import is_waiting as waits

    return waits(path)
