"""Find and read key files for people: where one goes, where the environment names one, who else can read it.

Screens and commands use this before a journal is open. Making and removing one needs the open journal:
``JournalMaintenance.make_key_file``. Importing this is quick, but it is not needed for the first paint.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Final

from journal.vault import key_file
from journal.vault.files.disk import Disk

VARIABLE: Final = "JOURNAL_KEY_FILE"
"""The environment variable with the path of a key file."""

FILE_NAME: Final = "journal-key.txt"
"""Name of a new key file where the person named a folder or a drive."""


def read_key_file(path: Path) -> bytes:
    """Return the secret in the key file at ``path``, which may be its folder. Raises ``BadKeyFile``."""
    return key_file.read(Disk(), place_for(path))


def named_key_file() -> Path | None:
    """Return the file that the environment names, by itself or by its folder, if it is there or not; None for none."""
    named = os.environ.get(VARIABLE, "")
    return place_for(Path(named)) if named else None


def place_for(path: Path) -> Path:
    """Return where a key file is, or goes: at ``path``, or under ``FILE_NAME`` in it if it is a folder."""
    path = Path(os.path.expanduser(path)).absolute()  # noqa: PTH111  # unlike Path's, it leaves an unknown home as it is
    return path / FILE_NAME if os.path.isdir(path) else path  # noqa: PTH112  # False for a folder of another account


def is_there(path: Path) -> bool:
    """Return whether there is a file; False also where nobody can tell, as for a name that is too long."""
    return os.path.exists(path)  # noqa: PTH110


def is_next_to(path: Path, journal: Path) -> bool:
    """Return whether a file is, or would be, in the folder of the journal."""
    one, other = (os.path.realpath(os.path.expanduser(place)) for place in (path, journal))  # noqa: PTH111
    return Path(one).parent == Path(other).parent


def is_readable_by_others(path: Path) -> bool:
    """Return whether other accounts may read the file, as far as its mode tells."""
    if sys.platform == "win32":
        return False
    try:
        return bool(stat.S_IMODE(place_for(path).stat().st_mode) & 0o077)
    except OSError:
        return False
