"""What can go wrong with a journal file. Every message is one sentence that is safe to show."""

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


def not_saved(error: OSError) -> str:
    """The sentence for a save that the disk refused and that changed nothing."""
    return f"Not saved, and nothing was changed: {error.strerror or 'the disk refused'}."
