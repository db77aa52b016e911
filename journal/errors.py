"""Every exception that one module of ``journal`` raises and another handles. No message holds what a person wrote.

Exception
├── VaultError                what can go wrong with a journal file
│   ├── NoJournal
│   ├── AlreadyExists
│   ├── NotAJournal
│   ├── NewerFormat
│   ├── WrongPassphrase
│   ├── WrongWord
│   ├── Damaged
│   │   ├── Tampered
│   │   └── CostRefused
│   ├── NotEnoughMemory
│   ├── InUse
│   ├── ReadOnly
│   ├── NotSaved
│   ├── NotKnownSaved
│   ├── NotErased
│   ├── Replaced
│   ├── TooLarge
│   ├── NoInbox
│   └── InboxFull
├── FileReplaced              inside the vault: it becomes Replaced
├── SyncFailed                inside the vault: it becomes NotKnownSaved
├── Unsealable                inside the vault: it becomes WrongPassphrase, Tampered, Damaged
│   ├── WrongKey
│   └── Forged
├── LookupError
│   └── NotFound
├── ValueError
│   ├── InvalidRecord
│   ├── BadRows
│   └── TooMuch
├── LedgerNotSaved
├── NotSealed
└── NoPdf

``journal.cli.errors.CommandError`` is apart: it belongs to click and never leaves the command line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class LockHolder(Protocol):
    """The process that has a journal open, as far as an error tells of it."""

    @property
    def pid(self) -> int:
        """Its number."""

    @property
    def host(self) -> str:
        """The computer it runs on."""

    @property
    def what(self) -> str:
        """What it does, in a word or two."""


class VaultError(Exception):
    """Base of everything below; its text never holds anything that a person wrote."""


class NoJournal(VaultError):
    """Nothing stands at that path."""


class AlreadyExists(VaultError):
    """Something stands at that path already; it was not touched."""


class NotAJournal(VaultError):
    """The file does not begin as a journal does, or is a link, a directory, a device."""


class NewerFormat(VaultError):
    """The header is of a later format; nothing was opened and nothing changed."""


class WrongPassphrase(VaultError):
    """The passphrase, or well-formed recovery words, open no slot of this journal."""


class WrongWord(VaultError):
    """Recovery words with a slip of the pen in them.

    `position` counts from 1 and names the word that is not in the list; None when all are, but they do not
    fit together or are not 24. The word itself is a secret and is not kept here.
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


class Damaged(VaultError):
    """The file is a journal but cannot be opened at all."""


class Tampered(Damaged):
    """The key is right, but the header was changed by someone without it."""


class CostRefused(Damaged):
    """The header asks for more work than any journal needs: refused before memory is taken."""


class NotEnoughMemory(VaultError):
    """This computer has too little free memory to turn the passphrase into a key."""


class InUse(VaultError):
    """Another process has the journal open; `holder` says which, when it could be read."""

    def __init__(self, holder: LockHolder | None, message: str = "") -> None:
        who = f" ({holder.what}, process {holder.pid} on {holder.host})" if holder else ""
        super().__init__(message or f"This journal is open elsewhere{who}. Close it there first.")
        self.holder = holder


class ReadOnly(VaultError):
    """The journal was opened for reading only, by request or because writing could lose something."""


class NotSaved(VaultError):
    """Nothing was changed, and the file is as good as before."""


class NotKnownSaved(VaultError):
    """The disk did not confirm the save, and no complete new file could be written to prove it."""


class NotErased(VaultError):
    """Some of it is still there; what could be removed is gone."""


class Replaced(VaultError):
    """The file was changed or taken away by someone else; our state was put into `fork`."""

    def __init__(self, fork: Path) -> None:
        super().__init__(f"Another program changed the journal file; what was open here is kept in {fork.name}.")
        self.fork = fork


class TooLarge(VaultError):
    """One document is over 8 MiB, or what is to be written down without unlocking over 64 KiB."""


class NoInbox(VaultError):
    """Nothing can be written down without unlocking: the journal has no inbox, or one that is not its own."""


class InboxFull(VaultError):
    """As much waits to be looked over as an inbox holds; nothing was added, and what waits is there."""


class FileReplaced(Exception):
    """The file is not the one that we wrote last."""


class SyncFailed(Exception):
    """The disk did not confirm what was written, so what it holds now is not known."""


class Unsealable(Exception):
    """The message was not sealed under this key and context, or has changed since."""


class WrongKey(Unsealable):
    """The commitment does not fit: another key, another context, or a changed prefix."""


class Forged(Unsealable):
    """The key is right, but a chunk was changed, cut or added."""


class NotFound(LookupError):
    """There is no record with that uid."""


class InvalidRecord(ValueError):
    """A record that does not keep to its type; the message names the field, never its content."""


class BadRows(ValueError):
    """Rows that can't be imported; the message names each of ``lines``, never what it holds."""

    def __init__(self, message: str, lines: list[int]) -> None:
        super().__init__(message)
        self.lines = lines


class TooMuch(ValueError):
    """A file with more in it than one import takes; the message says what is too much, and how much may be."""


class LedgerNotSaved(Exception):
    """The file was written, but the share ledger could not be; the message is one sentence that is safe to show."""


class NotSealed(Exception):
    """It could not be sealed; the message is one sentence that is safe to show."""


class NoPdf(Exception):
    """There is no PDF to be made here; the message is one sentence that is safe to show."""


def not_saved(error: OSError) -> str:
    """The sentence for a save that the disk refused and that changed nothing."""
    return f"Not saved, and nothing was changed: {error.strerror or 'the disk refused'}."
