"""Say where this system keeps a program's files: what it stores, its settings, and its state.

Every start asks. On Linux the rules of XDG are a few lines, and so are read here: importing ``platformdirs``, which
knows all systems, takes a twentieth of the time of ``journal craving 7``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_NAME: Final = "journal"
_XDG: Final = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}
"""Kind of directory → the variable that names it, and where it is in the home directory without that."""


def user_directory(kind: str) -> Path:
    """Return the journal's directory for ``data``, ``config`` or ``state`` of this user; it may not exist yet.

    Raises ``RuntimeError`` where the home directory cannot be found out.
    """
    if sys.platform == "linux":
        variable, below = _XDG[kind]
        if Path(named := os.environ.get(variable, "")).is_absolute():
            return Path(named, _NAME)
        if Path(home := os.environ.get("HOME", "")).is_absolute():
            return Path(home, below, _NAME)
    from platformdirs import PlatformDirs

    system = PlatformDirs(_NAME, appauthor=False)
    return Path({"data": system.user_data_dir, "config": system.user_config_dir, "state": system.user_state_dir}[kind])
