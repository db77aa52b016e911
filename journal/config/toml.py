"""Write and remove the files that can be read while the journal is locked; their form is TOML."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import msgspec

from journal.vault.files.disk import Disk


def write_toml(place: Path, values: Mapping[str, Any]) -> None:
    """Write values as a whole file with mode 0600, lists of tables last.

    Raises ``OSError``; then the old file stays.
    """
    write_private(place, toml(values).encode())


def write_private(place: Path, data: bytes) -> None:
    """Write a whole file with mode 0600, and its folder where there is none. Raises ``OSError``; then the old stays."""
    disk = Disk()
    disk.make_directory(place.parent)
    disk.write_whole(place, data, replace=True)


def remove_private(place: Path) -> None:
    """Overwrite a file and remove it, if it exists. Raises ``OSError`` if it cannot be removed."""
    disk = Disk()
    if not disk.exists(place):
        return
    with contextlib.suppress(OSError), disk.opened(place, os.O_RDWR) as descriptor:
        disk.write(descriptor, bytes(disk.size(descriptor)), 0)
        disk.sync(descriptor)
    disk.unlink(place)
    disk.sync_directory(place.parent)


def toml(values: Mapping[str, Any]) -> str:
    """Return the values as TOML: strings, numbers, booleans, lists of strings, tables, and lists of such tables.

    ``None`` is left out. Names with other characters than letters, digits, ``_`` and ``-`` are quoted.
    """
    tables = {name: value for name, value in values.items() if has_tables(value)}
    text = _pairs((name, value) for name, value in values.items() if name not in tables and value is not None)
    return text + "".join(f"\n{table(name, value)}" for name, value in tables.items())


def has_tables(value: Any) -> bool:
    """Return whether a value is a table or a list of tables, which stand below all other values."""
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)
    )


def table(name: str, value: Any) -> str:
    """Return a table or a list of tables, each below its name."""
    if isinstance(value, dict):
        return f"[{_quoted(name)}]\n{_pairs(value.items())}"
    return "\n".join(f"[[{_quoted(name)}]]\n{_pairs(item.items())}" for item in value)


def pair(name: str, value: Any) -> str:
    """Return ``name = value`` on one line, for any value that TOML has."""
    return f"{_quoted(name)} = {_inline(value)}\n"


def _pairs(pairs: Iterable[tuple[str, Any]]) -> str:
    return "".join(pair(name, value) for name, value in pairs)


def _inline(value: Any) -> str:
    """Return a value on one line. JSON writes most as TOML does, except for one control character (U+007F)."""
    match value:
        case dict():
            return "{" + ", ".join(f"{_quoted(name)} = {_inline(one)}" for name, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_inline, value)) + "]"
        case bool() | str():
            return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return repr(value)  # whole numbers, and floats with inf and nan


def _quoted(name: str) -> str:
    is_bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if is_bare else _inline(name)
