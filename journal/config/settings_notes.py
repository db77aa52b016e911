"""Write ``settings.toml`` with what each setting does, and say which lines of the file can't be used.

What may be set is read from the type of the settings; the sentences are in ``journal.text.settings_file``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import NODEFAULT, Struct, inspect

from journal.config.places import LONGEST
from journal.config.settings_file import Contents, named_lines
from journal.config.toml import has_tables, pair, remove_private, table, write_private
from journal.text import settings_file as settings_file_text
from journal.vault.files.disk import Disk

_OURS: Final = "##"
"""How the comments begin that this program writes; a comment with one ``#`` is the person's own."""

_BEHIND: Final = r"""(?:[^"'#]|"(?:[^"\\]|\\.)*+"|'[^']*+')++#+\s*(\S.*)"""
"""A comment behind a value, which may hold a ``#`` itself."""

Choices = Mapping[str, Sequence[str]]
"""Setting → the texts that it can be, where it can't be any."""


def document(settings: Struct, choices: Choices, contents: Contents) -> str:
    """Return the whole file: every setting with a comment, and what else ``contents`` has."""
    fields = _fields(type(settings))
    values = {name: value if value not in ({}, []) else None for name, value in msgspec.to_builtins(settings).items()}
    values |= {name: value for name, value in contents.values.items() if name not in fields}

    def about(name: str) -> str:
        if not name:
            return settings_file_text.HEAD
        said = settings_file_text.ABOUT.get(name, "")
        allowed = _allowed(fields[name], choices.get(name, ())) if name in fields else ""
        first, _, rest = said.partition("\n")
        ranged = settings_file_text.range_and_default(allowed, _usual(fields[name])) if allowed else ""
        return "\n".join(part for part in (" ".join(filter(None, (first, ranged))), rest) if part)

    return _whole(values, about, own_comments(contents))


def write(path: Path, settings: Struct, choices: Choices, *, keeps_copy: bool, contents: Contents) -> None:
    """Write the whole file over the one with ``contents``, after a copy of it where asked. Raises ``OSError``."""
    try:
        said = document(settings, choices, contents)
    except RecursionError:  # tables in tables, thousands deep: nothing that any version wrote
        said, keeps_copy = document(settings, choices, Contents({})), True
    if keeps_copy:
        keep_copy(path)
    write_private(path, said.encode())


def problems(kind: type[Struct], choices: Choices, contents: Contents, bad: Iterable[tuple[str, int]]) -> list[str]:
    """Return a sentence for each line that can't be used, in the order of the lines."""
    if contents.unreadable:
        last = contents.bad_lines[-1:]
        return [settings_file_text.unreadable_from(last[0]) if last else settings_file_text.UNREADABLE]
    said = [(line, settings_file_text.bad_line(line)) for line in contents.bad_lines]
    fields = _fields(kind)
    for name, number in bad:
        line = contents.line_of(name, number)
        said.append((line, _bad_value(fields[name], choices, line)))
    return [sentence for _, sentence in sorted(said)]


def unknown(kind: type[Struct], contents: Contents) -> Iterator[str]:
    """Yield a sentence for each setting that this version does not know."""
    fields = _fields(kind)
    for name in contents.values:
        if name not in fields:
            yield settings_file_text.unknown(contents.line_of(name))


def _fields(kind: type[Struct]) -> dict[str, inspect.Field]:
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    return {field.name: field for field in found.fields}


def _bad_value(field: inspect.Field, choices: Choices, line: int) -> str:
    match field.type:
        case inspect.ListType():
            return settings_file_text.bad_helpline(line)
        case inspect.DictType():
            return settings_file_text.bad_keys(line)
    allowed = _allowed(field, choices.get(field.name, ()))
    return settings_file_text.bad_value(line, field.name, allowed, _usual(field))


def _allowed(field: inspect.Field, choices: Sequence[str]) -> str:
    """Return what a setting may be, in words; nothing for tables, whose example shows it."""
    match field.type:
        case inspect.BoolType():
            return settings_file_text.TRUE_OR_FALSE
        case inspect.IntType(ge=int(least), le=int(most)):
            return settings_file_text.between(least, most)
        case inspect.StrType():
            return settings_file_text.one_of(choices) if choices else settings_file_text.IN_QUOTES
    return ""


def _usual(field: inspect.Field) -> str:
    """Return the default of a setting in words."""
    value: Any = field.default
    if isinstance(value, bool):
        return settings_file_text.YES if value else settings_file_text.NO
    if value in ("", NODEFAULT):
        return settings_file_text.DEFAULTS.get(field.name, settings_file_text.NOTHING)
    return str(value)


def own_comments(contents: Contents) -> dict[str, list[str]]:
    """Return the person's comments by the setting they stand above or behind; those at the end under an empty name."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    for line, (_, setting) in zip(contents.lines, named_lines(contents.lines), strict=True):
        words = line.strip()
        if words.startswith("#") and not words.startswith(_OURS):
            waiting.append(words)
        elif words and not words.startswith("#"):
            waiting += [f"# {behind[1]}"] if (behind := re.match(_BEHIND, words)) else []
            if waiting and setting:
                found.setdefault(setting, []).extend(waiting)
                waiting = []
    return {**found, **({"": waiting} if waiting else {})}


def without_comments_on(name: str, contents: Contents) -> Contents:
    """Return what is in a file without the person's comments above, in, behind or last below this setting."""
    comments, owners = own_comments(contents), [owner for _, owner in named_lines(contents.lines)]
    gone = [*comments.get(name, []), *(comments.get("", []) if owners[-1:] == [name] else [])]
    kept = [
        words
        for line, owner in zip(contents.lines, owners, strict=True)
        if (words := line.strip()) not in gone and (owner != name or words.startswith("#"))
    ]
    return contents._replace(lines=kept)


def _whole(values: Mapping[str, Any], about: Callable[[str], str], comments: Mapping[str, list[str]]) -> str:
    """Return the file: each setting below what ``about`` says of it (``""`` of the head) and the person's comments.

    ``None`` stands for a setting that has only its comment.
    """
    below = [name for name, value in values.items() if has_tables(value)]
    order = ["", *(name for name in values if name not in below and values[name] is not None)]
    order += [name for name in values if values[name] is None]
    blocks = []
    for name in [*order, *below]:
        said = [f"{_OURS} {line}".rstrip() for line in about(name).splitlines()]
        said += comments.get(name, []) if name else []
        value = values.get(name)
        written = "" if value is None else table(name, value) if name in below else pair(name, value)
        blocks.append("".join(f"{line}\n" for line in said) + written)
    last = comments.get("", [])
    return "\n".join([*blocks, *(["".join(f"{line}\n" for line in last)] if last else [])])


def keep_copy(path: Path) -> Path | None:
    """Copy a file that is about to be replaced, and return the copy; ``None`` if it was kept before or is not there.

    The copy is ``settings.toml.broken``, or ``.broken-2`` and so on. Raises ``OSError``.
    """
    disk, number = Disk(), 1
    try:
        data = disk.read(path, LONGEST + 1)
    except FileNotFoundError:
        return None
    while disk.exists(copy := path.with_name(f"{path.name}.broken{f'-{number}' if number > 1 else ''}")):
        if disk.read(copy, LONGEST + 1) == data:
            return None
        number += 1
    if len(data) > LONGEST:
        disk.rename(path, copy)
    else:
        write_private(copy, data)
    return copy


def remove_copies(path: Path) -> None:
    """Overwrite and remove every copy that was kept of the file. Raises ``OSError``."""
    disk = Disk()
    if not disk.exists(path.parent):
        return
    for name in disk.names(path.parent):
        if name.startswith(f"{path.name}.broken"):
            remove_private(path.with_name(name))
