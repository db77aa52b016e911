"""Define the exceptions that one module of ``journal`` raises and another handles.

No message holds what a person wrote.

Exception
├── VaultError                a journal file; each has a code, with a sentence in journal.text.errors
│   ├── NoJournal
│   ├── AlreadyExists
│   ├── NotAJournal
│   ├── NewerFormat
│   ├── WrongPassphrase
│   │   └── WrongKeyFile
│   ├── WrongWord
│   ├── BadKeyFile
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
│   ├── InboxFull
│   └── UnsuitableLibrary     before a file is touched
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
│   ├── TooMuch
│   └── BadExport
├── LedgerNotSaved
├── NotSealed
└── NoPdf

``journal.cli.errors.CommandError`` is not among them: it belongs to click and never leaves the command line.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol


class LockHolder(Protocol):
    """The process that has a journal open, as an error reports it."""

    @property
    def pid(self) -> int:
        """Return its process id."""

    @property
    def host(self) -> str:
        """Return the name of the computer it runs on."""

    @property
    def what(self) -> str:
        """Return what it does, in a word or two."""


class ErrorCode(StrEnum):
    """What went wrong with a journal file. The values are stable; `journal.text.errors` has a sentence for each."""

    NO_JOURNAL = "no-journal"
    PLACE_TAKEN = "place-taken"
    NO_JOURNAL_THERE = "no-journal-there"
    COPY_ON_ITSELF = "copy-on-itself"
    NOT_A_JOURNAL = "not-a-journal"
    NOT_A_FILE = "not-a-file"
    UNREADABLE_FILE = "unreadable-file"
    NEWER_FORMAT = "newer-format"
    NEWER_KEYS = "newer-keys"
    NEWER_COPY = "newer-copy"
    WRONG_PASSPHRASE = "wrong-passphrase"  # noqa: S105  # the name of a code
    NO_PASSPHRASE = "no-passphrase"  # noqa: S105  # the name of a code
    NO_RECOVERY_WORDS = "no-recovery-words"
    WRONG_RECOVERY_WORDS = "wrong-recovery-words"
    NO_KEY_FILE = "no-key-file"
    WRONG_KEY_FILE = "wrong-key-file"
    KEY_FILE_MISSING = "key-file-missing"
    KEY_FILE_UNREADABLE = "key-file-unreadable"
    KEY_FILE_TOO_LARGE = "key-file-too-large"
    NOT_A_KEY_FILE = "not-a-key-file"
    NEWER_KEY_FILE = "newer-key-file"
    KEY_FILE_DAMAGED = "key-file-damaged"
    KEY_FILE_NOT_WRITTEN = "key-file-not-written"
    NAME_OF_THE_JOURNAL = "name-of-the-journal"
    OTHER_KEY = "other-key"
    UNKNOWN_WORD = "unknown-word"
    WORD_COUNT = "word-count"
    WORDS_DO_NOT_FIT = "words-do-not-fit"
    DAMAGED_COPY = "damaged-copy"
    FIRST_PAGE_UNREADABLE = "first-page-unreadable"
    FIRST_PAGE_CONTRADICTS_ITSELF = "first-page-contradicts-itself"
    DISK_CANNOT_READ = "disk-cannot-read"
    FILE_TOO_LARGE = "file-too-large"
    GONE_BAD = "gone-bad"
    SEALED_KEY_CHANGED = "sealed-key-changed"
    FIRST_PAGE_CHANGED = "first-page-changed"
    COST_REFUSED = "cost-refused"
    NOT_ENOUGH_MEMORY = "not-enough-memory"
    IN_USE = "in-use"
    INBOX_IN_USE = "inbox-in-use"
    OPENED_READ_ONLY = "opened-read-only"
    NO_LOCK_FILE = "no-lock-file"
    SECOND_NAME = "second-name"
    NEWER_RECORDS = "newer-records"
    NEWER_DOCUMENTS = "newer-documents"
    READ_ONLY_DAMAGED = "read-only-damaged"
    READ_ONLY_ROLLED_BACK = "read-only-rolled-back"
    READ_ONLY_REPLACED = "read-only-replaced"
    CLOSED = "closed"
    NOT_SAVED = "not-saved"
    NOT_READ_BACK = "not-read-back"
    COPY_NOT_READ_BACK = "copy-not-read-back"
    NO_COPY_MADE = "no-copy-made"
    INBOX_UNREADABLE = "inbox-unreadable"
    SAVE_NOT_CONFIRMED = "save-not-confirmed"
    NEW_FILE_NOT_CONFIRMED = "new-file-not-confirmed"
    CAPTURE_NOT_CONFIRMED = "capture-not-confirmed"
    EARLIER_COPIES_LEFT = "earlier-copies-left"
    NOTHING_ERASED = "nothing-erased"
    PARTLY_ERASED = "partly-erased"
    LEFT_OUTSIDE = "left-outside"
    REPLACED = "replaced"
    DOCUMENT_TOO_LARGE = "document-too-large"
    CAPTURE_TOO_LARGE = "capture-too-large"
    NO_INBOX = "no-inbox"
    INBOX_FULL = "inbox-full"
    UNSUITABLE_LIBRARY = "unsuitable-library"


class VaultError(Exception):
    """The base of all errors of a journal file. Its text is for developers and holds nothing a person wrote.

    `code` says what happened; each class has a default. `reason` is the system's message, `number` a count or a size,
    `path` a file: each is set if the sentence for the code needs it.
    """

    code: ErrorCode = ErrorCode.UNREADABLE_FILE

    def __init__(
        self,
        code: ErrorCode | None = None,
        *,
        reason: str | None = None,
        number: int | None = None,
        path: Path | None = None,
    ) -> None:
        self.code = code or type(self).code
        self.reason = reason
        self.number = number
        self.path = path
        details = [str(detail) for detail in (reason, number, path) if detail is not None]
        super().__init__(": ".join([self.code, *details]))


class NoJournal(VaultError):
    """There is nothing at that path."""

    code = ErrorCode.NO_JOURNAL


class AlreadyExists(VaultError):
    """There is already something at that path; it was not touched."""

    code = ErrorCode.PLACE_TAKEN


class NotAJournal(VaultError):
    """The file does not begin like a journal, or is a link, a directory or a device."""

    code = ErrorCode.NOT_A_JOURNAL


class NewerFormat(VaultError):
    """The header is of a later format; nothing was opened or changed."""

    code = ErrorCode.NEWER_FORMAT


class WrongPassphrase(VaultError):
    """The passphrase, or valid recovery words, open no key slot of this journal."""

    code = ErrorCode.WRONG_PASSPHRASE


class WrongKeyFile(WrongPassphrase):
    """An intact key file opens no key slot of this journal."""

    code = ErrorCode.WRONG_KEY_FILE


class WrongWord(VaultError):
    """The recovery words contain a typing error. The words are secret and are not kept in the error."""

    code = ErrorCode.WORDS_DO_NOT_FIT

    @property
    def position(self) -> int | None:
        """Return which word is not in the list, from 1; None if all are, but their checksum or number is wrong."""
        return self.number if self.code is ErrorCode.UNKNOWN_WORD else None


class BadKeyFile(VaultError):
    """There is no key file at that path, or none that can be used; no journal was tried with it."""

    code = ErrorCode.NOT_A_KEY_FILE


class Damaged(VaultError):
    """The file is a journal but cannot be opened at all."""

    code = ErrorCode.GONE_BAD


class Tampered(Damaged):
    """The key is right, but the header was changed without it."""

    code = ErrorCode.FIRST_PAGE_CHANGED


class CostRefused(Damaged):
    """The header asks for a higher key derivation cost than any journal needs; refused before memory is allocated."""

    code = ErrorCode.COST_REFUSED


class NotEnoughMemory(VaultError):
    """This computer has too little free memory to derive the key; `number` is how many MB that takes."""

    code = ErrorCode.NOT_ENOUGH_MEMORY


class InUse(VaultError):
    """Another process has the journal open; `holder` is that process, or None if it could not be read."""

    code = ErrorCode.IN_USE

    def __init__(self, holder: LockHolder | None, code: ErrorCode | None = None) -> None:
        who = f"{holder.what}, process {holder.pid} on {holder.host}" if holder else None
        super().__init__(code, reason=who)
        self.holder = holder


class ReadOnly(VaultError):
    """The journal is open for reading only, by request or because writing could lose something."""

    code = ErrorCode.OPENED_READ_ONLY


class NotSaved(VaultError):
    """Nothing was changed; the file is as it was."""

    code = ErrorCode.NOT_SAVED


class NotKnownSaved(VaultError):
    """The disk did not confirm the save, and no complete new file could be written to prove it."""

    code = ErrorCode.SAVE_NOT_CONFIRMED


class NotErased(VaultError):
    """Some files could not be removed; the others are gone."""

    code = ErrorCode.PARTLY_ERASED


class Replaced(VaultError):
    """Something else changed or removed the file; what is in memory was written to `fork`."""

    code = ErrorCode.REPLACED

    def __init__(self, fork: Path) -> None:
        super().__init__(path=fork)
        self.fork = fork


class TooLarge(VaultError):
    """A document is over 8 MiB, or a capture over 64 KiB."""

    code = ErrorCode.DOCUMENT_TOO_LARGE


class NoInbox(VaultError):
    """Nothing can be captured without unlocking: the journal has no inbox, or one that belongs to another journal."""

    code = ErrorCode.NO_INBOX


class InboxFull(VaultError):
    """The inbox is full; nothing was added, and what it holds is unchanged."""

    code = ErrorCode.INBOX_FULL


class UnsuitableLibrary(VaultError):
    """A library lacks the `missing` features; `reason` is the requirement to install instead."""

    code = ErrorCode.UNSUITABLE_LIBRARY

    def __init__(self, requirement: str, missing: list[str]) -> None:
        super().__init__(reason=requirement)
        self.missing = missing


class FileReplaced(Exception):
    """The file is not the one that this process last wrote."""


class SyncFailed(Exception):
    """The disk did not confirm a write, so the content of the file is unknown."""


class Unsealable(Exception):
    """The message was not sealed with this key and context, or was changed afterwards."""


class WrongKey(Unsealable):
    """The key commitment does not match: another key, another context, or a changed prefix."""


class Forged(Unsealable):
    """The key is right, but a chunk was changed, removed or added."""


class NotFound(LookupError):
    """There is no record with that uid."""


class InvalidRecord(ValueError):
    """A record has a value that its type does not allow. The message names the field, never the value."""


class BadRows(ValueError):
    """Rows cannot be imported; the message names each of ``lines`` by number, never its content."""

    def __init__(self, message: str, lines: list[int]) -> None:
        super().__init__(message)
        self.lines = lines


class TooMuch(ValueError):
    """A file is too large for one import; the message says what there is too much of, and the limit."""


class BadExport(ValueError):
    """A file of another program cannot be read as one of its exports; the text is a sentence for the person."""


class LedgerNotSaved(Exception):
    """The file was written, but not noted in the share ledger; the message is one sentence that is safe to show."""


class NotSealed(Exception):
    """A file could not be sealed; the message is one sentence that is safe to show."""


class NoPdf(Exception):
    """No PDF can be made on this computer; the message is one sentence that is safe to show."""
