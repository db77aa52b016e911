"""What ``journal passphrase`` and ``recover`` say, and what ``journal new`` says of recovery words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.language import translated

PASSPHRASE_HELP: Final = """\
Change what opens the journal.

A new passphrase keeps anyone who knows the old one out of this file. The earlier copies next to it still open with
the old one unless you replace them; backups elsewhere always do. If someone may have the encryption key itself, or
has read the disk, use --master-key. Your recovery words and your key file stop working then; --recovery-words and
`journal key-file new` make new ones.

--passphrase-fd takes two lines: the current passphrase, and the new one."""
RECOVER_HELP: Final = """\
Set a new passphrase with the recovery words.

With --key-file PATH the key file is used instead of the words. Without a terminal the words come from standard input,
and the new passphrase with --passphrase-fd."""
SHEET_HELP: Final = "Write the words to print, .html or .txt."
RECOVERY_WORDS_HELP: Final = "Make new recovery words; the old ones stop working."
MASTER_KEY_HELP: Final = "Replace the master key: shuts out anyone who has the old key."
FORGET_COPIES_HELP: Final = "Replace the earlier copies next to the journal, too."
KEEP_PASSPHRASE_HELP: Final = "Keep the current passphrase."

ASK_CURRENT: Final = "Current passphrase"
ASK_NEW: Final = "New passphrase"
ASK_RECOVERY_WORDS: Final = "Recovery words (not shown)"
GO_ON_ASKS: Final = "Continue?"

EARLIER_COPIES: Final = "The earlier copies next to the journal still open with your previous passphrase."
REPLACE_THEM: Final = f"{EARLIER_COPIES} Replace them, too?"
COPIES_ELSEWHERE: Final = "Backups elsewhere still open with what opened them before."
SEALED_ANEW: Final = "The master key is replaced."
SEALING_ANEW: Final = (
    "This replaces the master key and encrypts everything again. The three earlier copies next to the journal are "
    "removed, and what you deleted with them. Backups elsewhere still open with what opened them before."
)
WORDS_WILL_END: Final = "Your current recovery words will stop working; --recovery-words makes new ones."
SHORT_OF_MEMORY: Final = "This computer was short of memory, so the passphrase is easier to guess than usual."

NOTHING_TO_CHANGE: Final = "Nothing to change. Use --recovery-words or --master-key to say what."
NO_RECOVERY_WORDS: Final = "This journal has no recovery words. Only its passphrase opens it."
RECOVER_BY_KEY_FILE: Final = (
    "This asks for the current passphrase. With only a key file, set a new one: journal recover --key-file PATH."
)
RECOVERED_BY_KEY_FILE: Final = "The journal has a new passphrase. The key file still opens it, too."
ONLY_KEY_FILE: Final = (
    "This journal has no recovery words. Its key file sets a new passphrase: journal recover --key-file PATH."
)
RECOVERED: Final = "The journal has a new passphrase. The recovery words stay as they are."
SHEET_IS_THERE: Final = "A file with that name already exists. Nothing was changed. Choose another name."
WRITE_WORDS_DOWN: Final = "Its recovery words open it, too. Write them down and keep them where nobody else looks:"
SYSTEM_REFUSED: Final = "the system refused"


def sheet_not_written(reason: str) -> str:
    """Say why the sheet is not there; an empty ``reason`` is one that the system did not give."""
    return f"The sheet couldn't be saved: {reason or SYSTEM_REFUSED}."


def words_on_sheet(file: Path, not_encrypted: str) -> str:
    """Say where the recovery words are; ``not_encrypted`` is the sentence that warns of the sheet."""
    return f"Its recovery words open it, too; they are on the sheet {file}. {not_encrypted}"


def new_passphrase(strength: str) -> str:
    """Say how strong the new passphrase is."""
    return f"The journal has a new passphrase. It is {strength}."


translated(__name__)
