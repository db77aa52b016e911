"""What can be read while the journal is locked: ``settings.toml``, and where things are.

Nothing in here says what is in the journal. The program needs no such file to run; it is made when something is set.
The emergency card stands in a file of its own beside it (``journal.config.emergency_card``).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from platformdirs import PlatformDirs

from journal.domain.safety_lines import Line
from journal.vault.files.disk import Disk

_DIRS = PlatformDirs("journal", appauthor=False)
_LONGEST = 1 << 20
"""Bytes of ``settings.toml`` at most; a longer one is no settings file."""


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
    """The settings that say nothing personal. ``region`` empty: none chosen; the minutes are of idleness to a lock.

    ``lines`` are safety lines that the person added; their form says that they can be read by whoever is here.
    """

    region: str = ""
    idle_minutes: Annotated[int, Meta(ge=1, le=60)] = 3
    meeting_idle_minutes: Annotated[int, Meta(ge=1, le=120)] = 15
    motion: bool = True
    theme: str = ""
    lines: list[Line] = []

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the file; a missing one, or a setting that can't be read, counts as its default, a line as none."""
        import tomllib

        try:
            with (path or settings_path()).open("rb") as file:
                data = file.read(_LONGEST + 1)
            values = tomllib.loads(data.decode()) if len(data) <= _LONGEST else {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return cls()
        good = {}
        for name, value in values.items():
            kept = [one for one in value if _holds(cls, name, [one])] if isinstance(value, list) else value
            if _holds(cls, name, kept):
                good[name] = kept
        return msgspec.convert(good, cls)

    def save(self, path: Path | None = None) -> None:
        """Write the file whole, 0600. Raises ``OSError`` if it can't be written; the old one stays then."""
        write_toml(path or settings_path(), msgspec.to_builtins(self))


def _holds(kind: type[Settings], name: str, value: Any) -> bool:
    try:
        msgspec.convert({name: value}, kind)
    except msgspec.ValidationError:
        return False
    return True


def write_toml(place: Path, values: Mapping[str, Any]) -> None:
    """Write values, lists of tables last, as a whole file, 0600. Raises ``OSError``; what stood there stays then."""
    disk = Disk()
    disk.make_directory(place.parent)
    disk.write_whole(place, toml(values).encode(), replace=True)


def toml(values: Mapping[str, Any]) -> str:
    """The values as TOML: strings, numbers, yes and no, lists of strings, tables and lists of tables of those."""
    tables = {name: value for name, value in values.items() if _tables(value)}
    text = _pairs((name, value) for name, value in values.items() if name not in tables)
    for name, value in tables.items():
        head = f"\n[[{name}]]\n" if isinstance(value, list) else f"\n[{name}]\n"
        text += "".join(head + _pairs(table.items()) for table in (value if isinstance(value, list) else [value]))
    return text


def _tables(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


def _pairs(pairs: Iterable[tuple[str, Any]]) -> str:
    """One a line. JSON writes these values as TOML does, but for the one control character it lets stand."""
    said = ((name, msgspec.json.encode(value).decode()) for name, value in pairs)
    return "".join(f"{name} = {value}\n" for name, value in said).replace("\x7f", "\\u007f")
