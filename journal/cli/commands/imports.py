"""``journal import KIND PATH``: add what another program exported, and ``journal import --undo``.

First the report of a dry run, then the questions that the format leaves open, then "Add these?". Without a terminal
nothing is asked: each question gets its cautious answer, and only ``--yes`` adds. The readers are found by
``journal.importing.readers``; this module asks and prints.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click

from journal.cli.commands.import_archive import import_archive_command
from journal.cli.commands.import_days import import_csv_days
from journal.cli.commands.import_notes import import_notes
from journal.cli.context import CommandContext, CommandLine, accessible_option, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import on_one_line, print_error, print_lines, print_result, progress
from journal.cli.prompts import Prompts
from journal.errors import BadExport
from journal.importing.batches import UndoPlan, add, plan_undo, undo
from journal.importing.found import Question, Reader
from journal.importing.planning import ImportPlan
from journal.importing.readers import label_of, open_export, plan_export, report, undo_report
from journal.store.journal import Journal
from journal.text import import_report as report_text
from journal.text.commands import imports as command_text

MANY_RECORDS: Final = 5_000
"""Records from which on an import can take over a second, so that progress is shown."""

UNDO: Final = "--undo"

LONGEST_SENTENCE: Final = 200
"""Characters of the sentence that says what a kind imports, in the list of kinds."""

HELPS: Final = {
    "jrnl": command_text.JRNL_HELP,
    "dayone": command_text.DAYONE_HELP,
    "loop": command_text.LOOP_HELP,
    "daylio": command_text.DAYLIO_HELP,
    "quitter": command_text.QUITTER_HELP,
    "grove": command_text.GROVE_HELP,
    "markdown": command_text.MARKDOWN_HELP,
    "csv": command_text.CSV_HELP,
}
"""Kind of export → the help of its command."""


class ImportGroup(click.Group):
    """The group of kinds; ``--undo`` anywhere after it is the command ``undo``. Its help is flat in accessible mode."""

    context_class = CommandLine

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after ``journal import``."""
        if UNDO in args:
            args = ["undo", *(word for word in args if word != UNDO)]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of a kind. Raises ``click.UsageError`` that lists the kinds, as for a path without one."""
        if args[0] not in self.commands:
            kinds = ", ".join(name for name in self.commands if name != "undo")
            raise click.UsageError(command_text.name_the_program(kinds))
        return super().resolve_command(ctx, args)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a kind, listed with its whole first sentence: click would cut it."""
        cmd.short_help = cmd.get_short_help_str(LONGEST_SENTENCE)
        super().add_command(cmd, name)


@click.group("import", cls=ImportGroup, help=command_text.IMPORT_HELP)
@accessible_option
def import_() -> None:
    """Group what can be imported."""


def _import_command(kind: str) -> click.Command:
    """Return the command that imports one kind of export."""

    @command(kind, HELPS[kind])
    @click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
    @click.option("--dry-run", is_flag=True, help=command_text.DRY_RUN_HELP)
    @click.option("--yes", is_flag=True, help=command_text.YES_HELP)
    @click.option("--answer", "answers", multiple=True, metavar="NAME=VALUE", help=command_text.ANSWER_HELP)
    @json_option
    def import_export(
        context: CommandContext, *, path: Path, dry_run: bool, yes: bool, answers: tuple[str, ...], as_json: bool
    ) -> None:
        given = dict(map(_answer, answers))
        prompts = Prompts.here(asks=not (yes or dry_run or as_json))
        opened = context.reading() if dry_run else context.writing()
        with opened as journal:
            try:
                importing = _Import(journal, kind, path, given, as_json=as_json)
            except BadExport as error:
                raise CommandError(command_text.bad_export(str(error))) from None
            importing.run(prompts, dry_run=dry_run, yes=yes)

    return import_export


class _Import:
    """One import on the command line, from the export to the last line."""

    def __init__(self, journal: Journal, kind: str, path: Path, given: Mapping[str, str], *, as_json: bool) -> None:
        """Open the export. Raises ``BadExport``, and ``click.UsageError`` for an answer to no question."""
        self._journal, self._kind, self._path, self._as_json = journal, kind, path, as_json
        self._reader: Reader = open_export(journal, kind, path)
        self._questions = self._reader.questions()
        _refuse_unknown(given, self._questions)
        self._given = given
        self._answers = {one.name: given.get(one.name, one.cautious) for one in self._questions}

    def run(self, prompts: Prompts, *, dry_run: bool, yes: bool) -> None:
        """Report, ask, and add. Raises ``CommandError`` where nothing may be added."""
        asks = prompts.asks  # ctrl+d at a question ends the questions, and then the answer to the last one is no
        made = self._planned(may_ask=asks)
        if dry_run:
            lines = [*self._report(made), *self._question_lines(), command_text.ONLY_TOLD]
            print_result(lines, self._value(made), as_json=self._as_json)
            return
        if made is None or asks:
            print_lines(self._report(made) if made else (), err=True)
            made = self._ask(prompts, made)
        if not made.records:
            print_result(() if asks else self._report(made), self._value(made), as_json=self._as_json)
        elif not yes and not asks:
            print_lines(self._report(made), err=self._as_json)
            raise CommandError(command_text.UNASKED)
        elif not yes and not prompts.yes_or_no(command_text.ASK_ADD):
            print_error(command_text.NOTHING_IMPORTED)
        else:
            self._add(made, told=asks)

    def _planned(self, *, may_ask: bool) -> ImportPlan | None:
        """Return the plan under the answers so far; None where it takes an answer of the person to read anything."""
        try:
            return plan_export(self._journal, self._reader, self._kind, self._path, self._answers)
        except BadExport as error:
            if may_ask and any(one.name not in self._given for one in self._questions):
                print_error(str(error))
                return None
            raise CommandError(command_text.bad_export(str(error))) from None

    def _ask(self, prompts: Prompts, made: ImportPlan | None) -> ImportPlan:
        """Ask the questions that no option answered; report again where the answers change what is added."""
        before = dict(self._answers)
        for question in self._questions:
            if question.name not in self._given:
                self._answers[question.name] = _asked(prompts, question)
        if made is not None and self._answers == before:
            return made
        made = self._planned(may_ask=False)
        assert made is not None
        print_lines(self._report(made), err=True)
        return made

    def _add(self, made: ImportPlan, *, told: bool) -> None:
        shown = not self._as_json and len(made.records) >= MANY_RECORDS
        with progress(command_text.importing(len(made.records)), len(made.records), shown=shown) as done:
            add(self._journal, made, done)
        rest = [] if told else list(self._report(made))[1:]
        lines = [report_text.added(made.counts), *rest, command_text.UNDO_HOW]
        print_result(lines, self._value(made), as_json=self._as_json)

    def _report(self, made: ImportPlan | None) -> Iterator[str]:
        return map(on_one_line, report(made, self._journal.today())) if made else iter(())

    def _question_lines(self) -> Iterator[str]:
        for question in self._questions:
            label = label_of(question, self._answers[question.name])
            yield command_text.answered(on_one_line(question.text), on_one_line(label))
            option = f"--answer {shlex.quote(f'{question.name}=VALUE')}"
            yield command_text.answer_how(on_one_line(option), _listed(choice.value for choice in question.choices))

    def _value(self, made: ImportPlan | None) -> dict[str, Any]:
        made = made or ImportPlan()
        return {
            "program": self._kind,
            "records": made.counts,
            "already_there": made.present,
            "focuses_made": [focus.label for focus in made.focuses],
            "starts_moved": {label: day.isoformat() for label, day in made.starts.items()},
            "doubts": _numbered(made.doubts),
            "not_added": _numbered(made.kept),
            "left_out": _numbered(made.left_out),
            "questions": [_question_value(one, self._answers[one.name]) for one in self._questions],
        }


@command("undo", command_text.UNDO_HELP)
@click.option("--yes", is_flag=True, help=command_text.UNDO_YES_HELP)
@json_option
def undo_import(context: CommandContext, *, yes: bool, as_json: bool) -> None:
    """Undo the last import, after saying what that takes away."""
    prompts = Prompts.here(asks=not (yes or as_json))
    with context.writing() as journal:
        made = plan_undo(journal)
        if made is None:
            print_result([report_text.NOTHING_TO_UNDO], {"undone": None}, as_json=as_json)
            return
        lines = list(map(on_one_line, undo_report(made, journal.today(), made.parts[0].local_date)))
        if not yes:
            print_lines(lines, err=True)
            if not prompts.asks:
                raise CommandError(command_text.UNDO_UNASKED)
            if not prompts.yes_or_no(command_text.ASK_UNDO):
                print_error(command_text.NOTHING_CHANGED)
                return
        if len(made.gone) >= MANY_RECORDS and not as_json:
            print_error(command_text.UNDOING)
        made = undo(journal, made)
        rest = [*lines[:1], *lines[2:]] if yes else []
        print_result([*rest, report_text.took_away(made.gone_counts)], _undo_value(made), as_json=as_json)


def _undo_value(made: UndoPlan) -> dict[str, Any]:
    return {
        "undone": made.parts[0].program,
        "removed": made.gone_counts,
        "kept": made.kept_counts,
        "focuses_kept": made.focuses,
        "deleted_before": len(made.deleted),
        "starts_set_back": {label: day.isoformat() for label, day in made.starts.items()},
    }


def _answer(typed: str) -> tuple[str, str]:
    name, sign, value = typed.partition("=")
    if not sign or not name.strip():
        raise click.UsageError(command_text.ANSWER_FORM)
    return name.strip(), value.strip()


def _refuse_unknown(given: Mapping[str, str], questions: Iterable[Question]) -> None:
    by_name = {question.name: question for question in questions}
    for name, value in given.items():
        if name not in by_name:
            raise click.UsageError(command_text.no_such_question(on_one_line(name)))
        values = [choice.value for choice in by_name[name].choices]
        if values and value not in values:
            raise click.UsageError(command_text.no_such_answer(name, _listed(values)))


def _listed(values: Iterable[str]) -> str:
    """Return values as a list; an empty one as a shell writes it."""
    return ", ".join(on_one_line(value) or "''" for value in values)


def _asked(prompts: Prompts, question: Question) -> str:
    """Return the answer to a question, the cautious one where it was skipped."""
    asks = command_text.enter_means(question.text, label_of(question, question.cautious))
    if not question.choices:
        return prompts.text(asks) or question.cautious
    answer = prompts.choice(asks, [(choice.value, choice.label) for choice in question.choices])
    return question.cautious if answer is None else answer  # a value may be empty, as for "none of the columns"


def _numbered(reasons: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"reason": reason, "number": number} for reason, number in reasons.items()]


def _question_value(question: Question, answer: str) -> dict[str, Any]:
    choices = [{"value": choice.value, "label": choice.label} for choice in question.choices]
    return {"name": question.name, "text": question.text, "choices": choices, "answer": answer}


import_.add_command(import_csv_days)
for _kind in HELPS:
    import_.add_command(_import_command(_kind))
import_.add_command(import_archive_command)
import_.add_command(import_notes)
import_.add_command(undo_import)
COMMANDS = {command.name: command for command in (import_,)}
