"""What can be read while the journal is locked: ``settings.toml``, and where things are.

Nothing in here says what is in the journal. The program needs no such file to run; it is made when something is set.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from platformdirs import PlatformDirs

from journal.vault.disk import Disk

_DIRS = PlatformDirs("journal", appauthor=False)


def default_journal_path() -> Path:
    """``JOURNAL_FILE``, else ``journal.rj`` in the user's data directory."""
    named = os.environ.get("JOURNAL_FILE")
    return Path(named).expanduser() if named else Path(_DIRS.user_data_dir) / "journal.rj"


def state_directory() -> Path:
    """Where the anchors are: what this computer saw of each journal last."""
    return Path(_DIRS.user_state_dir)


def settings_path() -> Path:
    """Where ``settings.toml`` is."""
    return Path(_DIRS.user_config_dir) / "settings.toml"


class Settings(Struct, kw_only=True, frozen=True):
    """The settings that say nothing personal. ``region`` empty: none chosen; the minutes are of idleness to a lock."""

    region: str = ""
    idle_minutes: Annotated[int, Meta(ge=1, le=60)] = 3
    meeting_idle_minutes: Annotated[int, Meta(ge=1, le=120)] = 15
    motion: bool = True
    theme: str = ""

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the file; a missing one, or a setting that can't be read, counts as its default."""
        try:
            values = tomllib.loads((path or settings_path()).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return cls()
        good = {}
        for name, value in values.items():
            try:
                msgspec.convert({name: value}, cls)
            except msgspec.ValidationError:
                continue
            good[name] = value
        return msgspec.convert(good, cls)

    def save(self, path: Path | None = None) -> None:
        """Write the file whole, 0600. Raises ``OSError`` if it can't be written; the old one stays then."""
        lines = [f"{name} = {msgspec.json.encode(value).decode()}" for name, value in msgspec.to_builtins(self).items()]
        place = path or settings_path()
        disk = Disk()
        disk.make_directory(place.parent)
        disk.write_whole(place, ("\n".join(lines) + "\n").encode(), replace=True)
