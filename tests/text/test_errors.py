from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from journal import errors
from journal.errors import (
    ErrorCode,
    InboxFull,
    InUse,
    InvalidRecord,
    NoInbox,
    NotEnoughMemory,
    NotErased,
    NotSaved,
    Replaced,
    TooLarge,
    VaultError,
    WrongPassphrase,
    WrongWord,
)
from journal.text.errors import SENTENCES, error_text
from journal.vault.lock_holder import Holder

ROOT = Path(__file__).parents[2]
PLACE = Path("folder") / "journal.rj.fork-1-2-3"
HOLDER = Holder(17, "laptop", 0, "journal days")
NO_SPACE = os.strerror(errno.ENOSPC)


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_a_sentence_of_its_own_with_everything_filled_in(code: ErrorCode) -> None:
    said = error_text(VaultError(code, reason="no room", number=7, path=PLACE))
    assert said[0].isupper()
    assert said.endswith(".")
    assert not re.search(r"[{}]|None", said)
    assert [other for other in ErrorCode if SENTENCES[other] == SENTENCES[code]] == [code]


def test_every_code_is_one_that_something_raises() -> None:
    sources = [path for path in (ROOT / "journal").rglob("*.py") if path != ROOT / "journal" / "text" / "errors.py"]
    raised = set(re.findall(r"ErrorCode\.([A-Z_]+)", "\n".join(path.read_text(encoding="utf-8") for path in sources)))
    assert raised == {code.name for code in ErrorCode}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotSaved(reason=NO_SPACE), f"Not saved. Nothing was changed: {NO_SPACE}."),
        (NotSaved(), "Not saved. Nothing was changed: the disk refused."),
        (InUse(None), "This journal is open elsewhere. Close it there first."),
        (
            InUse(HOLDER),
            "This journal is open elsewhere (journal days, process 17 on laptop). Close it there first.",
        ),
        (InUse(None, ErrorCode.INBOX_IN_USE), "Something else is being saved right now. Try again in a moment."),
        (
            Replaced(PLACE),
            "Another program changed the journal file. What you had open is saved in journal.rj.fork-1-2-3.",
        ),
        (
            NotErased(ErrorCode.LEFT_OUTSIDE, path=PLACE.parent),
            "The journal is erased. What you saved outside it, in folder, is still there.",
        ),
        (NotErased(reason="no"), "Not all of it could be erased: no. Try again, or delete it by hand."),
        (
            WrongWord(ErrorCode.UNKNOWN_WORD, number=7),
            "Word 7 is not one of the recovery words. Check its spelling.",
        ),
        (WrongWord(ErrorCode.WORD_COUNT, number=23), "There are 24 recovery words, and these are 23."),
        (WrongPassphrase(), "This passphrase does not open this journal."),
        (
            NotEnoughMemory(number=256),
            "Opening this journal takes 256 MB of free memory, and this computer has less right now.",
        ),
        (
            TooLarge(ErrorCode.CAPTURE_TOO_LARGE),
            "Without unlocking you can write up to 64 kB. Unlock the journal to write more.",
        ),
        (NoInbox(), "You can't write anything without unlocking yet. Open the journal once first."),
        (
            InboxFull(),
            "The inbox for what you write without unlocking is full. Unlock the journal to review it.",
        ),
        (InvalidRecord("title: not a value this field can hold."), "title: not a value this field can hold."),
    ],
)
def test_an_error_is_told_with_what_it_knows(error: Exception, said: str) -> None:
    assert error_text(error) == said


def test_the_hierarchy_that_is_drawn_is_the_one_there_is() -> None:
    assert errors.__doc__
    above, drawn = ["Exception"], dict[str, str]()
    for indent, name in re.findall(r"^((?:│   |    )*)[├└]── (\w+)", errors.__doc__, re.MULTILINE):
        above[len(indent) // 4 + 1 :] = [name]
        drawn[name] = above[-2]
    own = {kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type)}
    there = {
        name: kind.__base__.__name__ for name, kind in own.items() if issubclass(kind, Exception) and kind.__base__
    }
    assert {name: base for name, base in drawn.items() if name in own} == there
    assert drawn.keys() - own.keys() == {"LookupError", "ValueError"}
