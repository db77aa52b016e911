"""Say where the journal and what belongs to it are, and read the few settings that count before the first frame.

Every start asks, so this imports neither TOML nor ``msgspec``: ``journal.config.settings`` reads the whole file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from journal.config.directories import user_directory
from journal.language import Language, named_language

LONGEST: Final = 1 << 20
"""Most bytes of ``settings.toml``; a longer file is not a settings file."""

PORTABLE: Final = "portable"
"""The file in the folder of the program that makes it keep everything there."""

_kept_in: Path | None = None

_ACCESSIBLE = re.compile(rb"^accessible *= *true\b", re.MULTILINE)
_LANGUAGE = re.compile(rb"^language *= *[\"'](\w\w)[\"']", re.MULTILINE)
_THEME = re.compile(rb"^theme *= *[\"'](\w+)[\"']", re.MULTILINE)
_KEYS = re.compile(rb"^\s*\[?\s*[\"']?keys\b", re.MULTILINE)


def portable_directory() -> Path | None:
    """Return where everything is kept in the folder build for a USB drive, next to the program; else ``None``.

    A program is in that build for as long as the file ``portable`` is in its folder.
    """
    folder = Path(sys.executable).parent
    return folder / "data" if getattr(sys, "frozen", False) and (folder / PORTABLE).exists() else None


@contextmanager
def kept_in(directory: Path) -> Iterator[None]:
    """Keep the settings, the emergency card and the anchors in this directory within the block, as a sample does."""
    global _kept_in
    before, _kept_in = _kept_in, directory
    try:
        yield
    finally:
        _kept_in = before


def default_journal_path() -> Path:
    """Return ``JOURNAL_FILE`` if set, else ``journal.rj`` in the user's data directory, or next to the program.

    The folder build for a USB drive ignores ``JOURNAL_FILE``: it belongs to the computer, and not to the drive.
    """
    if portable := portable_directory():
        return portable / "journal.rj"
    named = os.environ.get("JOURNAL_FILE")
    return Path(named).expanduser() if named else user_directory("data") / "journal.rj"


def state_directory() -> Path:
    """Return the directory of the anchors: what this computer last saw of each journal."""
    place = _kept_in or portable_directory()
    return place / "state" if place else user_directory("state")


def settings_path() -> Path:
    """Return the path of ``settings.toml``."""
    return (_kept_in or portable_directory() or user_directory("config")) / "settings.toml"


class Glance(NamedTuple):
    """What a look at the settings file says without parsing it; a line inside another text may mislead it.

    ``language`` and ``theme`` are empty if not set; ``may_be_accessible`` and ``has_keys`` mean that the whole file
    must be read to know whether flat lines, or keys of the person's own, are wanted.
    """

    language: str
    theme: str
    may_be_accessible: bool
    has_keys: bool


def glance() -> Glance:
    """Look at the settings file; without one, or if it cannot be read, nothing is set."""
    raw = _raw()
    language, theme = _LANGUAGE.search(raw), _THEME.search(raw)
    return Glance(
        language=language[1].decode() if language else "",
        theme=theme[1].decode(errors="replace") if theme else "",
        may_be_accessible=_ACCESSIBLE.search(raw) is not None,
        has_keys=_KEYS.search(raw) is not None,
    )


def language_set() -> Language:
    """Return the language to speak: by ``JOURNAL_LANGUAGE``, else by the setting, else by the computer's locale.

    Every command asks before it does anything, so TOML is not parsed.
    """
    names = [os.environ.get("JOURNAL_LANGUAGE", ""), glance().language]
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
            return file.read(LONGEST)
    except OSError:
        return b""
