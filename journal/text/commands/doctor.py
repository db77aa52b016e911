"""What ``journal doctor`` says: one line for each thing it looks at, and what to do where something is amiss."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

DOCTOR_HELP: Final = """\
What the terminal, keys, locale, settings and files are like.

It needs no passphrase, and what it prints holds nothing personal: you can show it to someone who helps you."""

OK: Final = "ok"
LOOK: Final = "look at this"

PROGRAM: Final = "version"
LIBRARIES: Final = "libraries"
SYSTEM: Final = "system"
TERMINAL: Final = "terminal"
SIZE: Final = "size"
COLOURS: Final = "colours"
ENCODING: Final = "encoding"
WIDTH: Final = "letters"
FLOW: Final = "ctrl+s, ctrl+q"
INSIDE: Final = "inside"
FUNCTION_KEYS: Final = "function keys"
SETTINGS: Final = "settings"
FOLDER: Final = "folder of the journal"
JOURNAL: Final = "files of the journal"
DISK: Final = "free disk"
CORES: Final = "core dumps"
MODE: Final = "accessible mode"

NO_TERMINAL: Final = "not a terminal, so its size is not known"
DUMB: Final = "Set TERM to what your terminal is, for example xterm-256color; accessible mode works here."
TOO_SMALL: Final = "Make the window larger: most screens need 60 columns and 20 rows."
NO_COLOURS: Final = "none (NO_COLOR is set)"
MANY_COLOURS: Final = "16 million"
COLOURS_256: Final = "256"
FEW_COLOURS: Final = "16 or fewer"
NOT_UTF_8_DO: Final = "Set a UTF-8 locale, for example LANG=C.UTF-8; other letters are shown as ?."
WIDTH_OK: Final = "é and ❤️ are measured"
WIDTH_DO: Final = "Letters can't be shown here; set a UTF-8 locale."
FLOW_ON: Final = "kept by the terminal in a shell; the screens switch that off while they are open"
FLOW_OFF: Final = "reach the journal"
TMUX_DO: Final = "If tmux's prefix is ctrl+b or ctrl+a, press it twice. F8 does the same as ctrl+r."
SCREEN_DO: Final = "screen keeps ctrl+a for itself: press it twice. F8 does the same as ctrl+r."
SSH: Final = "ssh: the journal is on the computer you are connected to"
NOTHING_INSIDE: Final = "no tmux, screen or ssh"
FUNCTION_KEYS_OK: Final = "not known to be taken"
FUNCTION_KEYS_DO: Final = (
    "This terminal takes F1 and F10, some also F11. ? shows help, ctrl+q quits; or switch the menu keys off in its "
    "preferences."
)
NO_JOURNAL: Final = "none there yet"
GUESS: Final = "guess at the passphrase"
KEY_FILE: Final = "key file"
KEY_FILE_OPENS: Final = "one opens this journal"
NO_KEY_FILE: Final = "none opens this journal"
KEY_FILE_THERE: Final = "the file it names is there"
KEY_FILE_GONE: Final = "the file it names is not there now"
KEY_FILE_NEXT: Final = "names a file in the journal's own folder"
KEY_FILE_NEXT_DO: Final = "Move it to a USB drive: whoever gets the journal there gets its key with it."
KEY_FILE_DO: Final = "Run chmod 600 on the key file; on a USB drive this may not help."
CHEAP_GUESS_DO: Final = (
    "Your passphrase is easier to guess than usual. Close other programs, then set it again: journal passphrase"
)
ONLY_MINE: Final = "only your account can read it"
OTHERS_READ: Final = "other accounts may read it"
FOLDER_DO: Final = "Run chmod 700 on that folder."
FILES_DO: Final = "Run chmod 600 on the journal and the files beside it."
NOT_CHECKED: Final = "not checked on this system"
NO_DISK_DO: Final = "Free some space: nothing can be saved on a full disk."
CORES_OFF: Final = "off"
CORES_ON: Final = "on"
CORES_DO: Final = "This system doesn't let a program switch them off: after a crash, memory may be on the disk."
MODE_OFF: Final = "off"
NOT_KNOWN: Final = "not known"


def finding(what: str, found: str, do: str) -> str:
    """Return ``size: 40 columns, 24 rows. Make the window larger.``; without ``do`` only what was found."""
    return f"{what}: {found.removesuffix('.')}. {do}" if do else f"{what}: {found}"


def tested_do(requirements: str) -> str:
    """Say how to install the versions that were tested."""
    return f"Install the tested version: pip install {requirements}"


def size(columns: int, rows: int) -> str:
    """Return ``80 columns, 24 rows``."""
    return f"{count(columns, 'column')}, {count(rows, 'row')}"


def guess(megabytes: float) -> str:
    """Return ``takes 256 MB of memory``."""
    return f"takes {megabytes:,.0f} MB of memory"


def free_space(size: int) -> str:
    """Return free space in bytes as ``12.3 GB``."""
    return f"{size / 1e9:,.1f} GB"


def all_well(amiss: int) -> str:
    """Say how many lines ask to be looked at."""
    return "Everything is fine." if not amiss else f"{count(amiss, 'thing')} to look at."


translated(__name__)
