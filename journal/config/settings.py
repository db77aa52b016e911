"""Read and write ``settings.toml``, which can be read while the journal is locked, and say where files are.

Nothing in it says what is in the journal. The program runs without this file; it is created when something is set. The
emergency card is in a file of its own next to it (``journal.config.emergency_card``).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct
from platformdirs import PlatformDirs

from journal.domain.safety_lines import Line
from journal.language import Language, named_language
from journal.vault.files.disk import Disk

_DIRS = PlatformDirs("journal", appauthor=False)
LONGEST_PAUSE = 3000
"""Most milliseconds that a key can be ignored after it has answered."""

_ACCESSIBLE = re.compile(rb"^accessible *= *true\b", re.MULTILINE)
_LANGUAGE = re.compile(rb"^language *= *[\"'](\w\w)[\"']", re.MULTILINE)

_LONGEST = 1 << 20
"""Most bytes of ``settings.toml``; a longer file is not a settings file."""


def default_journal_path() -> Path:
    """Return ``JOURNAL_FILE`` if set, else ``journal.rj`` in the user's data directory."""
    named = os.environ.get("JOURNAL_FILE")
    return Path(named).expanduser() if named else Path(_DIRS.user_data_dir) / "journal.rj"


def state_directory() -> Path:
    """Return the directory of the anchors: what this computer last saw of each journal."""
    return Path(_DIRS.user_state_dir)


def settings_path() -> Path:
    """Return the path of ``settings.toml``."""
    return Path(_DIRS.user_config_dir) / "settings.toml"


class Settings(Struct, kw_only=True, frozen=True):
    """The settings that say nothing personal.

    ``region`` is empty if none was chosen. The minutes are the idle time before the journal locks. ``key_pause_ms`` is
    how many milliseconds a key that has answered a question is ignored if it comes again. ``accessible``: flat lines
    and plain questions instead of the screens. ``lines`` are safety lines that the person added; their form says that
    anyone at this computer can read them. ``keys`` are the keys that the person chose for actions, by id, as written;
    ``screens.key_choices`` checks them. ``language`` is that of the program; empty for the computer's.
    """

    region: str = ""
    language: Literal["", "en", "es"] = ""
    idle_minutes: Annotated[int, Meta(ge=1, le=60)] = 3
    meeting_idle_minutes: Annotated[int, Meta(ge=1, le=120)] = 15
    key_pause_ms: Annotated[int, Meta(ge=0, le=LONGEST_PAUSE)] = 600
    motion: bool = True
    theme: str = ""
    accessible: bool = False
    lines: list[Line] = []
    keys: dict[str, list[str]] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the file. A missing file or an unreadable setting gives the default; an unreadable line is left out."""
        values = _read(path or settings_path()) or {}
        if isinstance(values.get("keys"), dict):
            values["keys"] = dict(_flat(values["keys"]))
        good = {}
        for name, value in values.items():
            kept = [one for one in value if _holds(cls, name, [one])] if isinstance(value, list) else value
            if _holds(cls, name, kept):
                good[name] = kept
        return msgspec.convert(good, cls)

    def save(self, path: Path | None = None) -> None:
        """Write the whole file with mode 0600. Raises ``OSError`` if it cannot be written; then the old file stays."""
        values = msgspec.to_builtins(self)
        write_toml(path or settings_path(), values if self.keys else {**values, "keys": None})


def is_broken(path: Path | None = None) -> bool:
    """Return whether there is a settings file that can't be read, so that the defaults hold instead of it."""
    return _read(path or settings_path()) is None


def _read(path: Path) -> dict[str, Any] | None:
    """Return the values in the file, none if there is no file; ``None`` if it can't be read as TOML."""
    import tomllib

    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
        return tomllib.loads(data.decode()) if len(data) <= _LONGEST else None
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield dotted names and lists of strings: TOML reads ``places.undo = "z"`` as a table in a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", [str(one) for one in (value if isinstance(value, list) else [value])]


def is_accessible_set() -> bool:
    """Return whether the setting ``accessible`` is on. Every command asks, so TOML is parsed only where it may be."""
    return _ACCESSIBLE.search(_raw()) is not None and Settings.load().accessible


def language_set() -> Language:
    """Return the language to speak: by ``JOURNAL_LANGUAGE``, else by the setting, else by the computer's locale.

    Every command asks before it does anything, so TOML is not parsed.
    """
    chosen = _LANGUAGE.search(_raw())
    names = [os.environ.get("JOURNAL_LANGUAGE", ""), chosen[1].decode() if chosen else ""]
    if given := next(filter(None, map(named_language, names)), None):
        return given
    locales = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    named = next(filter(None, locales), "") or _system_locale()
    return named_language(named) or Language.ENGLISH


def _system_locale() -> str:
    """Return the name of the computer's locale where no variable names one, as on Windows."""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:  # a locale that Python does not know
        return ""


def _raw() -> bytes:
    """Return the bytes of the settings file; none if there is none, or it cannot be read."""
    try:
        with settings_path().open("rb") as file:
            return file.read(_LONGEST)
    except OSError:
        return b""


def _holds(kind: type[Settings], name: str, value: Any) -> bool:
    try:
        msgspec.convert({name: value}, kind)
    except msgspec.ValidationError:
        return False
    return True


def write_toml(place: Path, values: Mapping[str, Any]) -> None:
    """Write values as a whole file with mode 0600, lists of tables last.

    Raises ``OSError``; then the old file stays.
    """
    disk = Disk()
    disk.make_directory(place.parent)
    disk.write_whole(place, toml(values).encode(), replace=True)


def toml(values: Mapping[str, Any]) -> str:
    """Return the values as TOML: strings, numbers, booleans, lists of strings, tables, and lists of such tables.

    ``None`` is left out. Names with other characters than letters, digits, ``_`` and ``-`` are quoted.
    """
    tables = {name: value for name, value in values.items() if _tables(value)}
    text = _pairs((name, value) for name, value in values.items() if name not in tables and value is not None)
    for name, value in tables.items():
        head = f"\n[[{name}]]\n" if isinstance(value, list) else f"\n[{name}]\n"
        text += "".join(head + _pairs(table.items()) for table in (value if isinstance(value, list) else [value]))
    return text


def _tables(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


def _pairs(pairs: Iterable[tuple[str, Any]]) -> str:
    """Return one line per pair. JSON writes these values as TOML does, except for one control character (U+007F)."""
    said = ((_quoted(name), msgspec.json.encode(value).decode()) for name, value in pairs)
    return "".join(f"{name} = {value}\n" for name, value in said).replace("\x7f", "\\u007f")


def _quoted(name: str) -> str:
    is_bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if is_bare else msgspec.json.encode(name).decode()
