"""``journal doctor``: tell what the terminal, the keys, the locale and the rights of the files are like.

It works while the journal is locked and asks for nothing. It prints nothing personal: no path, and no name of a user or
a computer.
"""

from __future__ import annotations

import os
import platform
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from locale import getpreferredencoding
from pathlib import Path
from typing import Final, NamedTuple

from journal.cells import cell_width
from journal.cli import accessible
from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import columns, print_result, terminal_size
from journal.config.settings import Settings
from journal.requirements import TEXTUAL, TINYDB
from journal.store.key_files import VARIABLE, is_next_to, is_readable_by_others, is_there, named_key_file
from journal.store.locked import look
from journal.text import settings_file as settings_file_text
from journal.text.commands import doctor as command_text
from journal.version import VERSION

LIBRARIES: Final = (TEXTUAL, TINYDB, "cryptography", "click")
"""The libraries named, with the only version that was tested where the journal needs that one."""

SMALLEST: Final = (60, 20)
"""Columns and rows that the screens need."""

LEAST_SPACE: Final = 50_000_000
"""Bytes of free disk below which to warn: cleaning up writes the file a second time."""

EATS_FUNCTION_KEYS: Final = ("gnome", "vte", "xfce", "konsole", "apple")
"""Beginnings of names of desktop terminals that take some function keys for their menus."""


class Finding(NamedTuple):
    """One thing that was looked at; ``do`` is empty where it is well."""

    what: str
    found: str
    do: str = ""


@command("doctor", command_text.DOCTOR_HELP)
@json_option
def doctor(context: CommandContext, *, as_json: bool) -> None:
    """Print one line for each thing looked at."""
    findings = [finding for look in _LOOKS for finding in look()] + list(_files(context.path))
    rows = (
        (command_text.LOOK if one.do else command_text.OK, command_text.finding(one.what, one.found, one.do))
        for one in findings
    )
    amiss = sum(bool(one.do) for one in findings)
    lines = [*columns(rows), command_text.all_well(amiss)]
    values = [{"what": one.what, "ok": not one.do, "found": one.found, "do": one.do or None} for one in findings]
    print_result(lines, {"ok": not amiss, "findings": values}, as_json=as_json)


def _program() -> Iterator[Finding]:
    yield Finding(command_text.PROGRAM, f"journal {VERSION}, Python {platform.python_version()}")
    wanted = [one.partition("==") for one in LIBRARIES]
    found = {name: _version(name) for name, _, _ in wanted}
    others = [f"{name}=={number}" for name, _, number in wanted if number and found[name] != number]
    said = ", ".join(f"{name} {number}" for name, number in found.items())
    yield Finding(command_text.LIBRARIES, said, command_text.tested_do(" ".join(others)) if others else "")
    yield Finding(command_text.SYSTEM, f"{platform.system()} {platform.machine()}".strip())
    yield Finding(command_text.MODE, accessible.way() or command_text.MODE_OFF)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return command_text.NOT_KNOWN


def _terminal() -> Iterator[Finding]:
    term = os.environ.get("TERM", "")
    program = os.environ.get("TERM_PROGRAM", "")
    named = ", ".join(part for part in (term, program) if part) or command_text.NOT_KNOWN
    unusable = ("dumb", "unknown") if sys.platform == "win32" else ("", "dumb", "unknown")  # Windows sets no TERM
    yield Finding(command_text.TERMINAL, named, command_text.DUMB if term in unusable else "")
    if not sys.stdout or not sys.stdout.isatty():
        yield Finding(command_text.SIZE, command_text.NO_TERMINAL)
    else:
        wide, high = terminal_size(sys.stdout)
        small = wide < SMALLEST[0] or high < SMALLEST[1]
        yield Finding(command_text.SIZE, command_text.size(wide, high), command_text.TOO_SMALL if small else "")
    yield Finding(command_text.COLOURS, _colours(term))


def _colours(term: str) -> str:
    if os.environ.get("NO_COLOR"):
        return command_text.NO_COLOURS
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return command_text.MANY_COLOURS
    return command_text.COLOURS_256 if "256color" in term else command_text.FEW_COLOURS


def _letters() -> Iterator[Finding]:
    encoding = (sys.stdout.encoding if sys.stdout else "") or getpreferredencoding(do_setlocale=False)
    language = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    fits = encoding.lower().replace("-", "") == "utf8"
    said = f"{encoding}, {language or command_text.NOT_KNOWN}"
    yield Finding(command_text.ENCODING, said, "" if fits else command_text.NOT_UTF_8_DO)
    measured = (cell_width("é"), cell_width("❤️")) == (1, 2)
    yield Finding(command_text.WIDTH, command_text.WIDTH_OK, "" if fits and measured else command_text.WIDTH_DO)


def _keys() -> Iterator[Finding]:
    flow = _has_flow_control()
    if flow is None:
        yield Finding(command_text.FLOW, command_text.NOT_KNOWN)
    else:
        yield Finding(command_text.FLOW, command_text.FLOW_ON if flow else command_text.FLOW_OFF)
    inside = {"tmux": ("TMUX", command_text.TMUX_DO), "screen": ("STY", command_text.SCREEN_DO)}
    found = [Finding(command_text.INSIDE, name, do) for name, (named, do) in inside.items() if os.environ.get(named)]
    if os.environ.get("SSH_CONNECTION"):
        found.append(Finding(command_text.INSIDE, command_text.SSH))
    yield from found or [Finding(command_text.INSIDE, command_text.NOTHING_INSIDE)]
    taken = _takes_function_keys()
    yield Finding(
        command_text.FUNCTION_KEYS,
        taken or command_text.FUNCTION_KEYS_OK,
        command_text.FUNCTION_KEYS_DO if taken else "",
    )


def _has_flow_control() -> bool | None:
    """Return whether the terminal keeps ctrl+s and ctrl+q for itself; ``None`` where there is none to ask."""
    if sys.platform == "win32" or not sys.stdin or not sys.stdin.isatty():
        return None
    import termios

    try:
        return bool(termios.tcgetattr(sys.stdin)[0] & termios.IXON)
    except termios.error:
        return None


def _takes_function_keys() -> str:
    """Return the name of a desktop terminal that takes function keys for itself, or an empty string."""
    vte = "gnome-terminal" if os.environ.get("VTE_VERSION") else ""
    names = (vte, os.environ.get("TERM_PROGRAM", ""), "konsole" if os.environ.get("KONSOLE_VERSION") else "")
    return next((name for name in names if name.lower().startswith(EATS_FUNCTION_KEYS)), "")


def _process() -> Iterator[Finding]:
    try:
        import resource
    except ImportError:
        yield Finding(command_text.CORES, command_text.NOT_CHECKED)
        return
    off = resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    said = command_text.CORES_OFF if off else command_text.CORES_ON
    yield Finding(command_text.CORES, said, "" if off else command_text.CORES_DO)


def _settings() -> Iterator[Finding]:
    """Yield each line of ``settings.toml`` that can't be used; what it says is not printed."""
    found = Settings.read()
    wrong = found.problems()
    for problem in wrong:
        yield Finding(command_text.SETTINGS, problem, settings_file_text.TO_DO)
    for unknown in found.unknown():
        yield Finding(command_text.SETTINGS, unknown)
    if not wrong:
        yield Finding(command_text.SETTINGS, settings_file_text.FINE)


def _files(path: Path) -> Iterator[Finding]:
    """Yield whether others can read the folder and the files of the journal, and how much disk is free.

    No path is printed: folders and files may be named after the person, or after what they recover from.
    """
    folder = path.absolute().parent
    if not folder.is_dir():
        yield Finding(command_text.FOLDER, command_text.NO_JOURNAL)
        return
    yield _rights(command_text.FOLDER, [folder], command_text.FOLDER_DO)
    if path.exists():
        yield _rights(command_text.JOURNAL, list(folder.glob(f"{path.name}*")), command_text.FILES_DO)
        yield from _passphrase(path)
        yield from _key_file(path)
    else:
        yield Finding(command_text.JOURNAL, command_text.NO_JOURNAL)
    if sys.platform == "win32":
        return
    disk = os.statvfs(folder)
    free = disk.f_bavail * disk.f_frsize
    do = command_text.NO_DISK_DO if free < LEAST_SPACE else ""
    yield Finding(command_text.DISK, command_text.free_space(free), do)


def _passphrase(path: Path) -> Iterator[Finding]:
    """Yield how much memory a guess at the passphrase takes, which is less where there was little when it was set."""
    if (cost := look(path).cost) is not None:
        do = command_text.CHEAP_GUESS_DO if cost.short_of_memory else ""
        yield Finding(command_text.GUESS, command_text.guess(cost.memory_kib / 1024), do)


def _key_file(path: Path) -> Iterator[Finding]:
    """Yield whether a key file opens the journal, and what is wrong with the one that the environment names."""
    opens = look(path).has_key_file
    yield Finding(command_text.KEY_FILE, command_text.KEY_FILE_OPENS if opens else command_text.NO_KEY_FILE)
    named = named_key_file()
    if named is None:
        return
    if not is_there(named):
        yield Finding(VARIABLE, command_text.KEY_FILE_GONE)
    elif is_next_to(named, path):
        yield Finding(VARIABLE, command_text.KEY_FILE_NEXT, command_text.KEY_FILE_NEXT_DO)
    elif is_readable_by_others(named):
        yield Finding(VARIABLE, command_text.OTHERS_READ, command_text.KEY_FILE_DO)
    else:
        yield Finding(VARIABLE, command_text.KEY_FILE_THERE)


def _rights(what: str, places: Sequence[Path], do: str) -> Finding:
    if sys.platform == "win32":
        return Finding(what, command_text.NOT_CHECKED)
    if any(stat.S_IMODE(place.stat().st_mode) & 0o077 for place in places):
        return Finding(what, command_text.OTHERS_READ, do)
    return Finding(what, command_text.ONLY_MINE)


_LOOKS: Final[tuple[Callable[[], Iterator[Finding]], ...]] = (
    *(_program, _terminal, _letters, _keys, _process),
    _settings,
)

COMMANDS = {command.name: command for command in (doctor,)}
