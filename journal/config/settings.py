"""Read and write ``settings.toml``, which can be read while the journal is locked.

Nothing in it says what is in the journal. The program runs without this file; it is created when something is set. The
emergency card is in a file of its own next to it (``journal.config.emergency_card``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

import msgspec
from msgspec import Meta, Struct

from journal.config.places import glance, settings_path
from journal.config.settings_file import Contents, read
from journal.domain.safety_lines import REGIONS, Line
from journal.language import Language

LONGEST_PAUSE = 3000
"""Most milliseconds that a key can be ignored after it has answered."""

THEMES: Final = ("dark", "light", "contrast", "terminal")
"""The names of the themes of ``screens.theme``."""

CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "region": tuple(REGIONS),
    "theme": THEMES,
    "language": tuple(map(str, Language)),
}
"""Setting → the texts that it can be; another text is told, and counts as none."""

_DEEPEST: Final = 8
"""Most dots in the id of an action: a table that is nested deeper is left out."""


class Settings(Struct, kw_only=True, frozen=True):
    """The settings that say nothing personal.

    ``region`` is empty if none was chosen. The minutes are the idle time before the journal locks. ``key_pause_ms`` is
    how many milliseconds a key that has answered a question is ignored if it comes again. ``accessible``: flat lines
    and plain questions instead of the screens. ``lines`` are safety lines that the person added; their form says that
    anyone at this computer can read them. ``keys`` are the keys that the person chose for actions, by id, as written;
    ``screens.key_choices`` checks them. ``language`` is that of the program; empty for the computer's.
    """

    region: str = ""
    language: str = ""
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
        """Read the file. A missing file or a bad setting gives the default; a bad line of the person's is left out."""
        return cls.read(path).settings

    @classmethod
    def read(cls, path: Path | None = None) -> Found:
        """Read the file, and what in it can't be used."""
        contents = read(path or settings_path())
        good: dict[str, Any] = {}
        bad: list[tuple[str, int]] = []
        for name, value in contents.values.items():
            if name == "keys" and isinstance(value, dict):
                good[name] = dict(_flat(value))
            elif name == "lines" and isinstance(value, list):
                good[name] = [one for one in value if _holds(cls, name, [one])]
                bad += [(name, at) for at, one in enumerate(value) if not _holds(cls, name, [one])]
            elif _holds(cls, name, value):
                good[name] = value
                bad += [(name, 0)] if value and value not in CHOICES.get(name, (value,)) else []
            else:
                bad.append((name, 0))
        return Found(msgspec.convert(good, cls), contents, bad)

    def save(self, path: Path | None = None) -> None:
        """Write the whole file with mode 0600, with a comment for each setting.

        What the file has in addition stays: settings of a later version, and the person's own comments. If something
        in it could not be used, a copy is kept first. Raises ``OSError`` if it cannot be written; then the old file
        stays.
        """
        from journal.config import settings_notes

        place = path or settings_path()
        found = Settings.read(place)
        settings_notes.write(place, self, CHOICES, keeps_copy=found.would_be_lost, contents=found.contents)

    @classmethod
    def erase_own_lines(cls, path: Path | None = None) -> None:
        """Remove the helplines that the person added, and comments on them, also from copies of a file with errors.

        Raises ``OSError``.
        """
        from journal.config import settings_notes

        place = path or settings_path()
        found = cls.read(place)
        if found.settings.lines or found.is_wrong:
            left = settings_notes.without_comments_on("lines", found.contents)
            bare = msgspec.structs.replace(found.settings, lines=[])
            settings_notes.write(place, bare, CHOICES, keeps_copy=False, contents=left)
        settings_notes.remove_copies(place)


class Found(NamedTuple):
    """The settings of a file, and what it holds; ``bad`` names what can't be used, and its place in a list."""

    settings: Settings
    contents: Contents
    bad: list[tuple[str, int]]

    @property
    def is_wrong(self) -> bool:
        """Return whether something in the file can't be used."""
        return bool(self.bad or self.contents.bad_lines or self.contents.unreadable)

    @property
    def would_be_lost(self) -> bool:
        """Return whether saving leaves out something that the file says; a text that is no choice is kept as it is."""
        values, is_damaged = self.contents.values, bool(self.contents.bad_lines or self.contents.unreadable)
        return is_damaged or any(name not in CHOICES or not isinstance(values[name], str) for name, _ in self.bad)

    def problems(self) -> list[str]:
        """Return a sentence with its line for each thing that can't be used."""
        if not self.is_wrong:
            return []
        from journal.config import settings_notes

        return settings_notes.problems(Settings, CHOICES, self.contents, self.bad)

    def unknown(self) -> list[str]:
        """Return a sentence with its line for each setting that this version does not know."""
        from journal.config import settings_notes

        return list(settings_notes.unknown(Settings, self.contents))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield dotted names and lists of strings: TOML reads ``places.undo = "z"`` as a table in a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.") if before.count(".") < _DEEPEST else ()
        else:
            written = value if isinstance(value, list) else [value]
            yield f"{before}{name}", [str(one) for one in written if not isinstance(one, dict | list)]


def is_accessible_set() -> bool:
    """Return whether the setting ``accessible`` is on. Every command asks, so TOML is parsed only where it may be."""
    return glance().may_be_accessible and Settings.load().accessible


def _holds(kind: type[Settings], name: str, value: Any) -> bool:
    try:
        msgspec.convert({name: value}, kind)
    except (ValueError, OverflowError, RecursionError):
        return False
    return True
