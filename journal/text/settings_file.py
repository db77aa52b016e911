"""What ``settings.toml`` says about itself, and what is said about lines in it that can't be used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.language import translated

HEAD: Final = """\
The settings of the journal on this computer. Nothing here is encrypted.
The program reads this file when it starts, and writes it when you save a setting.
Lines that begin with ## are written by the program. Your own comments begin with one # and stay."""

ABOUT: Final = {
    "region": "Your country, for the helplines on F4.\nIn the app: Settings, Region, language.",
    "language": "The language: English or Spanish.\nIn the app: Settings, Region, language.",
    "idle_minutes": "Minutes without a key press until the journal locks.\nIn the app: Settings, Lock.",
    "meeting_idle_minutes": "The same while you take notes in a meeting.\nIn the app: Settings, Lock.",
    "key_pause_ms": (
        "Milliseconds a key is ignored after it answered, for a trembling hand. 0: never.\n"
        "In the app: Settings, Motion and keys."
    ),
    "motion": "Whether the breath moves and lists scroll smoothly.\nIn the app: Settings, Motion and keys.",
    "theme": "The colours; terminal: those of your terminal.\nIn the app: Settings, Looks.",
    "accessible": (
        "For a screen reader: from the next start, questions in lines, no screens.\n"
        "In the app: Settings, Motion and keys."
    ),
    "lines": (
        "Your own helplines, shown first on F4, also while the journal is locked.\n"
        "In the app: Settings, My own helplines. Each one looks like this; note is optional:\n"
        "[[lines]]\n"
        'name = "Night clinic"\n'
        'number = "01 234 56"\n'
        'note = "from 20:00"\n'
        'verified = "2026-11-23"'
    ),
    "keys": (
        "Your own keys, by the id of an action; docs/keys.md lists the ids. They are only set here, like this:\n"
        "[keys]\n"
        'places.undo = "z"\n'
        'forms.save = ["f12", "ctrl+s"]'
    ),
}
"""Setting → what it does and where it is set in the app."""

DEFAULTS: Final = {"region": "none (all countries)", "language": "that of the computer", "theme": "dark"}
"""Setting → what its empty default means."""

NO: Final = "false"
YES: Final = "true"
TRUE_OR_FALSE: Final = "true or false"
NOTHING: Final = "none"
IN_QUOTES: Final = "text in quotes"

UNREADABLE: Final = "settings.toml can't be read. It was left as it is. The usual settings and keys hold."
FINE: Final = "every line can be used"
TO_DO: Final = "Correct that line, or set it in the app: then a copy of the file is kept next to it."


def between(least: int, most: int) -> str:
    """Return what a whole number may be: ``1 to 60``."""
    return f"{least} to {most}"


def one_of(values: Iterable[str]) -> str:
    """Return what a text may be: ``one of dark, light``."""
    return f"one of {', '.join(values)}"


def range_and_default(allowed: str, usual: str) -> str:
    """Return ``Allowed: 1 to 60. Default: 3.`` for the comment above a setting."""
    return f"Allowed: {allowed}. Default: {usual}."


def hint(what: str, least: int, most: int, usual: int) -> str:
    """Return what a number means, what it may be, and its default, for below its field."""
    return f"{what} {range_and_default(between(least, most), str(usual))}"


def bad_value(line: int, name: str, allowed: str, usual: str) -> str:
    """Say that a setting has a value that it can't have."""
    return f"settings.toml, line {line}: {name} must be {allowed}. The default, {usual}, is used."


def bad_helpline(line: int) -> str:
    """Say that one of the person's own helplines can't be used."""
    return f"settings.toml, line {line}: can't be used. A helpline needs name, number and verified, each in quotes."


def bad_keys(line: int) -> str:
    """Say that the keys are not a table."""
    return f"settings.toml, line {line}: keys must be a table that begins with [keys]. The usual keys hold."


def bad_line(line: int) -> str:
    """Say that a line is no TOML."""
    return f"settings.toml, line {line}: this isn't valid TOML. The line is skipped; the others hold."


def unreadable_from(line: int) -> str:
    """Say where reading the file ended."""
    return (
        f"settings.toml, line {line}: the file can't be read. It was left as it is. The usual settings and keys hold."
    )


def unknown(line: int) -> str:
    """Say that a setting does not exist in this version; its name is not told, it may be anything."""
    return f"settings.toml, line {line}: this version has no such setting. It stays, and does nothing."


translated(__name__)
