"""Read ``settings.toml``: its values, the lines that are no TOML, and the line of each setting.

``journal.config.settings`` says which settings there are; nothing here knows their names. Every start reads the file:
what only a file with errors needs is done only then.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, NamedTuple

from journal.config.places import LONGEST

_MOST_MENDED: Final = 1 << 15
"""Most bytes of a file whose bad lines are skipped one by one: each costs one more reading."""

_MOST_BAD: Final = 20
"""Most bad lines that are skipped; a file with more is no settings file."""

_WHERE: Final = r"\(at line (\d+), column \d+\)$"
_HEADER: Final = r"^\s*\[{1,2}\s*[\"']?([\w-]+)"
_NAME: Final = r"^\s*[\"']?([\w-]+)[\"']?\s*(?:\.[^=]*)?="


class Contents(NamedTuple):
    """The values of a file; ``bad_lines`` (from 1) were skipped; ``unreadable`` if nothing of it could be read."""

    values: dict[str, Any]
    lines: list[str] = []
    bad_lines: list[int] = []
    unreadable: bool = False

    def line_of(self, name: str, number: int = 0) -> int:
        """Return the line (from 1) of a setting, or of the item ``number`` (from 0) of a list of tables; 0 if none."""
        found = [at for at, (line, _) in enumerate(named_lines(self.lines), 1) if line == name]
        return found[min(number, len(found) - 1)] if found else 0


def read(path: Path) -> Contents:
    """Return what is in the file; lines that are not TOML are skipped and told. No file is an empty one."""
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except FileNotFoundError:
        return Contents({})
    except OSError:
        return Contents({}, unreadable=True)
    return Contents({}, unreadable=True) if len(data) > LONGEST else _parsed(data)


def _parsed(data: bytes) -> Contents:
    import tomllib

    text = data.decode(errors="replace").replace("\r\n", "\n")
    lines, bad = text.split("\n"), []
    try:
        data.decode()
    except UnicodeDecodeError:
        bad = [at for at, line in enumerate(lines, 1) if "\N{REPLACEMENT CHARACTER}" in line]
    left = ["" if at in bad else line for at, line in enumerate(lines, 1)]
    while True:
        try:
            return Contents(tomllib.loads("\n".join(left)), lines, sorted(bad))
        except tomllib.TOMLDecodeError as error:
            at = _bad_line(str(error), left)
        except (ValueError, RecursionError):  # a number of thousands of digits, or lists in lists in lists
            at = 0
        if not at or len(data) > _MOST_MENDED or len(bad) >= _MOST_BAD:
            return Contents({}, lines, sorted([*bad, at] if at else bad), unreadable=True)
        bad.append(at)
        left[at - 1] = ""


def _bad_line(error: str, lines: list[str]) -> int:
    """Return the line (from 1) that an error names, or the last one before it with anything in it; 0 if none."""
    found = re.search(_WHERE, error)
    at = min(int(found[1]), len(lines)) if found else len(lines)
    while at and not lines[at - 1].strip():
        at -= 1
    return at


def named_lines(lines: list[str]) -> list[tuple[str, str]]:
    """Return for each line the setting that begins there, or an empty string, and the setting that it belongs to."""
    named, inside = [], ""
    for line in lines:
        header, name = re.match(_HEADER, line), re.match(_NAME, line)
        if header:
            inside = header[1]
        begins = header[1] if header else name[1] if name and not inside else ""
        named.append((begins, inside or begins))
    return named
