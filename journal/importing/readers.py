"""Find the reader of a kind of export by name, and say in lines what an import would do or did.

A reader is imported when it is used: none costs anything at the start of the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from journal.importing.batches import UndoPlan
from journal.importing.found import Present, Question, Reader
from journal.importing.planning import ImportPlan, plan
from journal.store.journal import Journal
from journal.text import import_report as report_text

READERS: Final = {
    "jrnl": "jrnl",
    "dayone": "dayone",
    "loop": "loop",
    "daylio": "daylio",
    "quitter": "quitter",
    "grove": "grove",
    "markdown": "markdown",
    "csv": "csv_columns",
    "days": "days_export",
}
"""Kind of export → module of ``journal.importing`` with ``open_export(path, present)``."""


def open_export(journal: Journal, kind: str, path: Path) -> Reader:
    """Open an export of a kind in ``READERS``. Raises ``BadExport`` and ``OSError``."""
    module = import_module(f"journal.importing.{READERS[kind]}")
    present = Present(journal.now(), journal.zone(), journal.day_starts_at())
    return cast(Reader, module.open_export(path, present))


def plan_export(journal: Journal, reader: Reader, kind: str, path: Path, answers: Mapping[str, str]) -> ImportPlan:
    """Read an export under these answers, and return what would be added. Raises ``BadExport`` and ``OSError``."""
    return plan(journal, reader.read(answers), kind, path.name)


def label_of(question: Question, value: str) -> str:
    """Return how an answer to a question is shown: the label of a choice, else the answer itself."""
    return next((choice.label for choice in question.choices if choice.value == value), value)


def report(made: ImportPlan, today: date) -> Iterator[str]:
    """Yield what an import will do, a line for each thing: first what it adds, last what it leaves out."""
    first, last = made.days or (None, None)
    yield report_text.will_add(made.counts, first, last, today) if made.records else report_text.NOTHING_NEW
    for focus in made.focuses:
        yield report_text.new_focus(focus.label, focus.start, today)
    for label, day in made.starts.items():
        yield report_text.start_moves(label, day, today)
    yield from (report_text.doubtful(reason, number) for reason, number in made.doubts.items())
    yield from (report_text.left_as_is(reason, number) for reason, number in made.kept.items())
    yield from (report_text.left_out(reason, number) for reason, number in made.left_out.items())
    if made.present:
        yield report_text.there_already(made.present)


def undo_report(made: UndoPlan, today: date, day: date) -> Iterator[str]:
    """Yield what undoing an import of this ``day`` will do, a line for each thing."""
    first = made.parts[0]
    yield report_text.will_undo(first.program, first.file, day, today)
    yield report_text.takes_away(made.gone_counts)
    yield from (report_text.start_returns(label, start, today) for label, start in made.starts.items())
    if made.kept_counts:
        yield report_text.keeps_changed(made.kept_counts)
    yield from (report_text.focus_stays(label) for label in made.focuses)
    if made.deleted:
        yield report_text.deleted_since(len(made.deleted))
