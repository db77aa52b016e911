"""What is said of everything that can go wrong with a journal file: one sentence for each code."""

from __future__ import annotations

from typing import Final

from journal.errors import ErrorCode, InUse, VaultError

SENTENCES: Final[dict[ErrorCode, str]] = {
    ErrorCode.NO_JOURNAL: "There is no journal at this place.",
    ErrorCode.PLACE_TAKEN: "Something stands at this place already; it was not touched.",
    ErrorCode.NO_JOURNAL_THERE: "What stands at this place is no journal; it was not touched.",
    ErrorCode.COPY_ON_ITSELF: "This is the journal itself; a copy goes elsewhere.",
    ErrorCode.NOT_A_JOURNAL: "This file is not a journal.",
    ErrorCode.NOT_A_FILE: "At this place is a link or something else that is no journal file.",
    ErrorCode.UNREADABLE_FILE: "The file cannot be read: {reason}.",
    ErrorCode.NEWER_FORMAT: "This journal was made by a newer version; nothing in it was changed.",
    ErrorCode.NEWER_KEYS: "Only a newer version can open this journal; nothing in it was changed.",
    ErrorCode.NEWER_COPY: "A newer version wrote in that copy, so it cannot be merged here; nothing was changed.",
    ErrorCode.WRONG_PASSPHRASE: "This passphrase does not open this journal.",
    ErrorCode.NO_PASSPHRASE: "This journal has no passphrase.",
    ErrorCode.NO_RECOVERY_WORDS: "This journal has no recovery words.",
    ErrorCode.WRONG_RECOVERY_WORDS: "These are recovery words, but not those of this journal.",
    ErrorCode.OTHER_KEY: "That copy has another key than this journal; it opens with its own passphrase.",
    ErrorCode.UNKNOWN_WORD: "Word {number} is not one of the recovery words; look at its spelling.",
    ErrorCode.WORD_COUNT: "There are 24 recovery words, and these are {number}.",
    ErrorCode.WORDS_DO_NOT_FIT: "Each word is in the list, but together they do not fit: one is another, or elsewhere.",
    ErrorCode.DAMAGED_COPY: "The copy itself is damaged, so nothing was changed.",
    ErrorCode.FIRST_PAGE_UNREADABLE: "The file is damaged: both copies of its first page are unreadable.",
    ErrorCode.FIRST_PAGE_CONTRADICTS_ITSELF: "The file is damaged: its first page contradicts itself.",
    ErrorCode.DISK_CANNOT_READ: "The disk cannot read the file.",
    ErrorCode.FILE_TOO_LARGE: (
        "The file is larger than any journal (over {number} GiB), so it was not opened; nothing in it was changed."
    ),
    ErrorCode.GONE_BAD: "The file on the disk has gone bad since it was opened; nothing was changed.",
    ErrorCode.SEALED_KEY_CHANGED: "The sealed key in the file's first page was changed.",
    ErrorCode.FIRST_PAGE_CHANGED: "The file's first page was changed by something other than this journal.",
    ErrorCode.COST_REFUSED: "The file asks for an impossible amount of work to open it; it was changed.",
    ErrorCode.NOT_ENOUGH_MEMORY: (
        "Opening this journal takes {number} MB of free memory, and this computer has less just now."
    ),
    ErrorCode.IN_USE: "This journal is open elsewhere{who}. Close it there first.",
    ErrorCode.INBOX_IN_USE: "Something else is being written down just now; try again in a moment.",
    ErrorCode.OPENED_READ_ONLY: "The journal is open for reading only.",
    ErrorCode.NO_LOCK_FILE: "The journal can only be read: no lock file can be made in its folder.",
    ErrorCode.SECOND_NAME: (
        "The file has a second name somewhere, so nothing is written in it; `journal compact` makes one apart."
    ),
    ErrorCode.NEWER_RECORDS: "The journal holds records of a newer version, so it can only be read here.",
    ErrorCode.NEWER_DOCUMENTS: (
        "A newer version of the journal wrote in this file: it can be read here, and nothing in it is changed."
    ),
    ErrorCode.READ_ONLY_DAMAGED: "The file is damaged, so the journal can only be read.",
    ErrorCode.READ_ONLY_ROLLED_BACK: "This is not the copy that this computer saw last, so it can only be read.",
    ErrorCode.READ_ONLY_REPLACED: "Another program changed the journal file, so nothing more is written to it.",
    ErrorCode.CLOSED: "The journal is closed.",
    ErrorCode.NOT_SAVED: "Not saved, and nothing was changed: {reason}.",
    ErrorCode.NOT_READ_BACK: "What was written could not be read back the same; the journal is as it was before.",
    ErrorCode.COPY_NOT_READ_BACK: (
        "The copy could not be read back the same, so it was not kept; the disk may be going bad."
    ),
    ErrorCode.NO_COPY_MADE: "No copy was made: {reason}.",
    ErrorCode.INBOX_UNREADABLE: "Nothing was changed: what was written down while locked cannot be read now.",
    ErrorCode.SAVE_NOT_CONFIRMED: "The disk did not confirm the save; it is not known whether it is kept.",
    ErrorCode.NEW_FILE_NOT_CONFIRMED: "The disk did not confirm that the new file is saved.",
    ErrorCode.CAPTURE_NOT_CONFIRMED: "The disk did not confirm it, so it is not known whether it is kept.",
    ErrorCode.EARLIER_COPIES_LEFT: "The keys are changed, but not all earlier copies could be removed.",
    ErrorCode.NOTHING_ERASED: "Nothing was erased: {reason}.",
    ErrorCode.PARTLY_ERASED: "Not all of it could be erased: {reason}. Erase it again, or by hand.",
    ErrorCode.LEFT_OUTSIDE: "The journal is erased. What you wrote outside of it, in {path}, is still there.",
    ErrorCode.REPLACED: "Another program changed the journal file; what was open here is kept in {name}.",
    ErrorCode.DOCUMENT_TOO_LARGE: "One record of a journal holds at most 8 MB of text; this one is longer.",
    ErrorCode.CAPTURE_TOO_LARGE: (
        "What is written down without unlocking has at most 64 kB; unlock the journal to write more."
    ),
    ErrorCode.NO_INBOX: "Nothing can be written down yet without unlocking: open the journal once, then it can.",
    ErrorCode.INBOX_FULL: (
        "What was written down without unlocking fills the inbox; unlock the journal to look it over."
    ),
    ErrorCode.UNSUITABLE_LIBRARY: (
        "The journal was tested with {reason}, and what is installed here lacks a part that it needs. Nothing was "
        "opened and nothing was changed. Install that version: pip install {reason}."
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
