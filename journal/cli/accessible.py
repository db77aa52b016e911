"""Accessible mode: flat lines and plain questions, for screen readers. Says whether it is on, and what turned it on.

The option ``--accessible``, the variable ``ACCESSIBLE`` or the setting of this computer turn it on.
``journal.cli.output`` asks here how to print; ``journal.__main__`` asks whether to open the screens, so this imports
next to nothing.
"""

from __future__ import annotations

import os
from typing import Final

from journal.config.settings import is_accessible_set
from journal.text.commands import all_commands as all_commands_text

VARIABLE: Final = "ACCESSIBLE"
OPTION: Final = "--accessible"
_OFF: Final = ("", "0", "false", "no", "off")


class _Mode:
    """What turned the mode on in this process, empty while it is off; and whether that was said."""

    way = ""
    is_said = False


def way_set() -> str:
    """Return what turns the mode on for every command: the variable or the setting; empty if neither does."""
    if (value := os.environ.get(VARIABLE, "").strip()).lower() not in _OFF:
        return f"{VARIABLE}={value}"
    return all_commands_text.ACCESSIBLE_SETTING if is_accessible_set() else ""


def start() -> None:
    """Begin a command: on if the variable or the setting says so."""
    _Mode.way, _Mode.is_said = way_set(), False


def stop() -> None:
    """End a command: off, so that nothing else in this process prints for it."""
    _Mode.way = ""


def turn_on() -> None:
    """Turn the mode on by the option, which then is what is said to have turned it on."""
    _Mode.way = OPTION


def is_on() -> bool:
    """Return whether lines are flat and questions plain."""
    return bool(_Mode.way)


def way() -> str:
    """Return what turned the mode on, empty while it is off."""
    return _Mode.way


def take_news() -> str:
    """Return the sentence that says that the mode is on and what turned it on; empty if it is off or was said."""
    if _Mode.is_said or not _Mode.way:
        return ""
    _Mode.is_said = True
    return all_commands_text.accessible_on(_Mode.way)
