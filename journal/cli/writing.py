"""Writing something down without the screens; text comes from standard input, never from arguments."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from journal.book import Journal
from journal.cli import stdin
from journal.cli.door import Door, Whole, command, json_option
from journal.cli.errors import Refused
from journal.cli.output import count, on_one_line, put, tell
from journal.domain.cravings import Craving, Trigger
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, tolerance_warning_first
from journal.domain.words import tolerance_warning
from journal.transfer.days import BadRows, Imported, folded, import_days, read_rows

MANY_ROWS = 2_000
"""Rows from which on an import takes long enough to say that it is going on."""


@command("craving")
@click.argument("intensity", metavar="N", type=Whole(0, 10, "How strong it is goes from 0 to 10."))
@click.option("--focus", "label", metavar="F", help="Which focus, by its label; without it the only one, or none.")
@click.option("--trigger", "triggers", metavar="T", multiple=True, help="What set it off; can be given again.")
@json_option
def craving(door: Door, *, intensity: int, label: str | None, triggers: tuple[str, ...], as_json: bool) -> None:
    """Note a craving of intensity N, 0 to 10."""
    if not all(map(folded, triggers)):
        raise click.UsageError("A trigger needs a label.")
    with door.writing() as journal:
        focus = _focus(journal, label)
        if focus and tolerance_warning_first(focus.kind, intensity=intensity):
            _warn_of_tolerance(focus)
        with journal.together():
            uids = _trigger_uids(journal, triggers)
            uid = journal.cravings.add(Craving(intensity=intensity, focus=focus.uid if focus else "", triggers=uids))
        put([f"Kept: a craving of {intensity}."], {"uid": uid}, as_json=as_json)


@command("note")
@json_option
def note(door: Door, *, as_json: bool) -> None:
    """Keep what comes on standard input as one entry."""
    with door.writing() as journal:
        if stdin.is_terminal():
            tell("Write, and end with Ctrl+D on a line of its own.")
        text = stdin.read_text()
        if not text.strip():
            raise Refused("There was nothing to keep: standard input was empty.")
        uid = journal.entries.add(Entry(text=text))
        put(["Kept."], {"uid": uid}, as_json=as_json)


@click.group("import")
def import_() -> None:
    """Take over what was kept elsewhere."""


@command("days")
@click.argument("file", metavar="FILE.csv", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def import_csv_days(door: Door, *, file: Path, as_json: bool) -> None:
    """Take over day marks from a CSV file.

    Its columns are focus, date, state and, where known, amount. A state is one of clean, used, unknown, mixed, na, or
    the letters - + o * _. If any row is wrong, none is imported.
    """
    with door.writing() as journal:
        try:
            rows = read_rows(stdin.decoded(file.read_bytes()), latest=journal.local(journal.now()).date())
            if len(rows) >= MANY_ROWS:
                tell(f"Importing {count(len(rows), 'row')} …")
            imported = import_days(journal, rows)
        except BadRows as error:
            raise Refused(f"{error} Nothing was imported.") from None
        put(_imported_lines(imported), _imported(imported), as_json=as_json)


import_.add_command(import_csv_days)
COMMANDS = {command.name: command for command in (craving, note, import_)}


def _focus(journal: Journal, label: str | None) -> Focus | None:
    """The focus with that label, or without one the only focus. Raises ``Refused``."""
    current = [focus for focus in journal.focuses if not focus.archived]
    if label is None:
        return current[0] if len(current) == 1 else None
    for focus in sorted(journal.focuses, key=lambda focus: focus.archived):
        if folded(focus.label) == folded(label):
            return focus
    raise Refused("No focus has this label, and nothing was saved; `journal days` lists them.")


def _trigger_uids(journal: Journal, labels: Iterable[str]) -> list[str]:
    """The triggers with these labels, those that are missing made."""
    known = {folded(trigger.label): trigger.uid for trigger in journal.triggers}
    wanted: dict[str, str] = {}
    for label in labels:
        wanted.setdefault(folded(label), label.strip())
    return [known.get(key) or journal.triggers.add(Trigger(label=label)) for key, label in wanted.items()]


def _warn_of_tolerance(focus: Focus) -> None:
    notice = tolerance_warning(focus.kind)
    if notice is not None:
        for line in (f"{notice.title}.", *notice.paragraphs):
            tell(line)


def _imported(imported: Imported) -> dict[str, object]:
    return {
        "imported": imported.marks,
        "skipped": imported.skipped,
        "focuses_made": imported.made,
        "starts_moved": {label: day.isoformat() for label, day in imported.moved.items()},
    }


def _imported_lines(imported: Imported) -> list[str]:
    lines = [f"Imported {count(imported.marks, 'day')}; {imported.skipped:,} were there already."]
    lines += [f"Made a focus: {on_one_line(label)}." for label in imported.made]
    return lines + [f"{on_one_line(label)} now starts on {day}." for label, day in imported.moved.items()]
