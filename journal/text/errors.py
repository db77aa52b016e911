"""What is said of everything that can go wrong with a journal file: one sentence for each code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal.errors import ErrorCode, InUse, VaultError
from journal.language import translated

if TYPE_CHECKING:
    from journal.recovery_words import Misspelt

SENTENCES: Final[dict[ErrorCode, str]] = {
    ErrorCode.NO_JOURNAL: "There is no journal here.",
    ErrorCode.PLACE_TAKEN: "A file with that name already exists. Choose another name.",
    ErrorCode.NO_JOURNAL_THERE: "The file there is not a journal. It was not changed.",
    ErrorCode.COPY_ON_ITSELF: "This is the journal itself. Save the backup somewhere else.",
    ErrorCode.NOT_A_JOURNAL: "This file is not a journal.",
    ErrorCode.NOT_A_FILE: "This is a link or something else, not a journal file.",
    ErrorCode.UNREADABLE_FILE: "The file cannot be read: {reason}.",
    ErrorCode.NEWER_FORMAT: "A newer version made this journal. Nothing in it was changed.",
    ErrorCode.NEWER_KEYS: "Only a newer version can open this journal. Nothing in it was changed.",
    ErrorCode.NEWER_COPY: "A newer version wrote in that copy, so it can't be merged here. Nothing was changed.",
    ErrorCode.WRONG_PASSPHRASE: "This passphrase does not open this journal.",
    ErrorCode.NO_PASSPHRASE: "This journal has no passphrase.",
    ErrorCode.NO_RECOVERY_WORDS: "This journal has no recovery words.",
    ErrorCode.WRONG_RECOVERY_WORDS: "These are recovery words, but not those of this journal.",
    ErrorCode.NO_KEY_FILE: "No key file opens this journal. Use the passphrase or the recovery words.",
    ErrorCode.WRONG_KEY_FILE: (
        "This key file does not open this journal. It is of another journal, or it was replaced or removed."
    ),
    ErrorCode.KEY_FILE_MISSING: "There is no key file at {path}. Check that the drive is plugged in.",
    ErrorCode.KEY_FILE_UNREADABLE: "The key file cannot be read: {reason}.",
    ErrorCode.KEY_FILE_TOO_LARGE: "This file is too large to be a key file. A key file is one short line of text.",
    ErrorCode.NOT_A_KEY_FILE: "This is not a key file. A key file is one line of text that begins with journal-key.",
    ErrorCode.NEWER_KEY_FILE: "A newer version made this key file. This version cannot read it.",
    ErrorCode.KEY_FILE_DAMAGED: (
        "The key file is damaged: a part of its line is missing or changed. The journal is not affected. Open it with "
        "the passphrase or the recovery words."
    ),
    ErrorCode.KEY_FILE_NOT_WRITTEN: "The key file could not be saved: {reason}. Nothing was changed.",
    ErrorCode.NAME_OF_THE_JOURNAL: "The journal uses that name for its own files. Choose another name.",
    ErrorCode.OTHER_KEY: "That copy has a different key. Open it with its own passphrase.",
    ErrorCode.UNKNOWN_WORD: "Word {number} is not one of the recovery words. Check its spelling.",
    ErrorCode.WORD_COUNT: "There are 24 recovery words, and these are {number}.",
    ErrorCode.WORDS_DO_NOT_FIT: "Each word is in the list, but together they don't fit: one is wrong or misplaced.",
    ErrorCode.DAMAGED_COPY: "The copy itself is damaged. Nothing was changed.",
    ErrorCode.FIRST_PAGE_UNREADABLE: "The file is damaged: both copies of its first page are unreadable.",
    ErrorCode.FIRST_PAGE_CONTRADICTS_ITSELF: "The file is damaged: its first page contradicts itself.",
    ErrorCode.DISK_CANNOT_READ: "The disk cannot read the file.",
    ErrorCode.FILE_TOO_LARGE: (
        "The file is larger than any journal (over {number} GiB), so it was not opened; nothing in it was changed."
    ),
    ErrorCode.GONE_BAD: "The file on the disk was damaged after it was opened. Nothing was changed.",
    ErrorCode.SEALED_KEY_CHANGED: "The encrypted key in the file's first page was changed.",
    ErrorCode.FIRST_PAGE_CHANGED: "The file's first page was changed by something other than this journal.",
    ErrorCode.COST_REFUSED: "The file was changed: it asks for an impossible amount of work to open it.",
    ErrorCode.NOT_ENOUGH_MEMORY: (
        "Opening this journal takes {number} MB of free memory, and this computer has less right now."
    ),
    ErrorCode.IN_USE: "This journal is open elsewhere{who}. Close it there first.",
    ErrorCode.INBOX_IN_USE: "Something else is being saved right now. Try again in a moment.",
    ErrorCode.OPENED_READ_ONLY: "The journal is open for reading only.",
    ErrorCode.NO_LOCK_FILE: "The journal can only be read: a lock file can't be made in its folder.",
    ErrorCode.SECOND_NAME: (
        "The file has a second name somewhere, so nothing is written to it. `journal compact` makes a separate file."
    ),
    ErrorCode.NEWER_RECORDS: "The journal holds records of a newer version, so it can only be read here.",
    ErrorCode.NEWER_DOCUMENTS: (
        "A newer version of the journal wrote in this file. You can read it here, but not change it."
    ),
    ErrorCode.READ_ONLY_DAMAGED: "The file is damaged, so the journal can only be read.",
    ErrorCode.READ_ONLY_ROLLED_BACK: "This is not the version this computer saw last, so it can only be read.",
    ErrorCode.READ_ONLY_REPLACED: "Another program changed the journal file, so nothing more is saved to it.",
    ErrorCode.CLOSED: "The journal is closed.",
    ErrorCode.NOT_SAVED: "Not saved. Nothing was changed: {reason}.",
    ErrorCode.NOT_READ_BACK: "What was saved could not be read back the same. The journal is as it was before.",
    ErrorCode.COPY_NOT_READ_BACK: (
        "The backup could not be read back the same, so it was removed. The disk may be failing."
    ),
    ErrorCode.NO_COPY_MADE: "No backup was made: {reason}.",
    ErrorCode.INBOX_UNREADABLE: "Nothing was changed: what you wrote while locked can't be read right now.",
    ErrorCode.SAVE_NOT_CONFIRMED: "The disk did not confirm the save. It may or may not be saved.",
    ErrorCode.NEW_FILE_NOT_CONFIRMED: "The disk did not confirm that the new file is saved.",
    ErrorCode.CAPTURE_NOT_CONFIRMED: "The disk did not confirm it. It may or may not be saved.",
    ErrorCode.EARLIER_COPIES_LEFT: "The keys are replaced, but not all earlier copies could be removed.",
    ErrorCode.NOTHING_ERASED: "Nothing was erased: {reason}.",
    ErrorCode.PARTLY_ERASED: "Not all of it could be erased: {reason}. Try again, or delete it by hand.",
    ErrorCode.LEFT_OUTSIDE: "The journal is erased. What you saved outside it, in {path}, is still there.",
    ErrorCode.REPLACED: "Another program changed the journal file. What you had open is saved in {name}.",
    ErrorCode.DOCUMENT_TOO_LARGE: "A record can hold up to 8 MB of text. This one is longer.",
    ErrorCode.CAPTURE_TOO_LARGE: ("Without unlocking you can write up to 64 kB. Unlock the journal to write more."),
    ErrorCode.NO_INBOX: "You can't write anything without unlocking yet. Open the journal once first.",
    ErrorCode.INBOX_FULL: ("The inbox for what you write without unlocking is full. Unlock the journal to review it."),
    ErrorCode.UNSUITABLE_LIBRARY: (
        "The journal was tested with {reason}. The version installed here lacks a part that it needs. Nothing was "
        "opened or changed. Install the tested version: pip install {reason}."
    ),
}
"""What happened and what was kept; ``{reason}`` is what the system says, ``{who}`` who has the journal open."""

_NO_REASON: Final = "the disk refused"


def error_text(error: Exception) -> str:
    """Return the sentence for an error; one that is not of the vault brings its own as its message."""
    if not isinstance(error, VaultError):
        return str(error)
    return SENTENCES[error.code].format(
        reason=error.reason or _NO_REASON,
        number=error.number,
        path=error.path,
        name=error.path.name if error.path else "",
        who=f" ({error.reason})" if isinstance(error, InUse) and error.reason else "",
    )


def words_error_text(error: Exception, words: str) -> str:
    """Return the sentence for an error about recovery words that were typed; names the one that is not in the list."""
    from journal.recovery_words import first_misspelt  # the locked screen has errors to show, and mostly no words

    misspelt = first_misspelt(words) if isinstance(error, VaultError) and error.code is ErrorCode.UNKNOWN_WORD else None
    return error_text(error) if misspelt is None else word_not_listed(misspelt)


def word_not_listed(misspelt: Misspelt) -> str:
    """Say which word is not in the list, and offer those that are like it."""
    said = f"Word {misspelt.number}, “{misspelt.word}”, is not one of the recovery words."
    *others, last = misspelt.nearest or ("",)
    offered = f"{', '.join(others)} or {last}" if others else last
    return f"{said} Did you mean {offered}?" if offered else said


translated(__name__)
