"""What ``journal passphrase`` and ``recover`` say, and what ``journal new`` says of recovery words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PASSPHRASE_HELP: Final = """\
Change what opens the journal.

A new passphrase keeps out who learned the old one, from this file on. Earlier copies open with the old one unless
they are replaced; copies elsewhere do so in any case. Who may have kept the key itself, or read the disk, is shut
out by --master-key; recovery words are then made anew with --recovery-words, or there are none.

--passphrase-fd takes two lines: the passphrase of now, and the new one."""
RECOVER_HELP: Final = """\
Set a new passphrase with the recovery words.

Without a terminal the words come from standard input, and the new passphrase with --passphrase-fd."""
SHEET_HELP: Final = "Write the words to print, .html or .txt."
RECOVERY_WORDS_HELP: Final = "Make new recovery words; the old ones end."
MASTER_KEY_HELP: Final = "Seal everything anew: shuts out who kept a key or a copy."
FORGET_COPIES_HELP: Final = "Replace the earlier copies beside the journal, too."
KEEP_PASSPHRASE_HELP: Final = "Leave the passphrase as it is."

ASK_CURRENT: Final = "The passphrase of now"
ASK_NEW: Final = "A new passphrase"
ASK_RECOVERY_WORDS: Final = "Recovery words (not shown)"
GO_ON_ASKS: Final = "Go on?"

EARLIER_COPIES: Final = "Earlier copies beside the journal still open with the passphrase from before."
REPLACE_THEM: Final = f"{EARLIER_COPIES} Replace them, too?"
COPIES_ELSEWHERE: Final = "Copies elsewhere still open with what opened them before."
SEALED_ANEW: Final = "Everything is sealed anew."
SEALING_ANEW: Final = (
    "Everything is sealed anew under a new master key: the three earlier copies beside the journal are removed, and "
    "with them what was deleted. Copies elsewhere still open with what opened them before."
)
WORDS_WILL_END: Final = "The recovery words of now will open nothing any more; --recovery-words makes others."
SHORT_OF_MEMORY: Final = "This computer was short of memory, so a guess at the passphrase costs less than usual."

NOTHING_TO_CHANGE: Final = "Nothing is to be changed; --recovery-words or --master-key say what is."
NO_RECOVERY_WORDS: Final = "This journal has no recovery words; only its passphrase opens it."
RECOVERED: Final = "The journal has a new passphrase. The recovery words stay as they are."
SHEET_IS_THERE: Final = "The sheet's file is there already; nothing was changed. Name another one."
WRITE_WORDS_DOWN: Final = "Its recovery words open it, too. Write them down and keep them where nobody else looks:"
SYSTEM_REFUSED: Final = "the system refused"


def sheet_not_written(reason: str) -> str:
    """Say why the sheet is not there; an empty ``reason`` is one that the system did not give."""
    return f"The sheet could not be written: {reason or SYSTEM_REFUSED}."


def words_on_sheet(file: Path, not_encrypted: str) -> str:
    """Say where the recovery words are; ``not_encrypted`` is the sentence that warns of the sheet."""
    return f"Its recovery words open it, too; they are on the sheet {file}. {not_encrypted}"


def new_passphrase(strength: str) -> str:
    """Say how strong the new passphrase is."""
    return f"The journal has a new passphrase. It is {strength}."
