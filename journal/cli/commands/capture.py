"""``journal craving`` and ``journal note``: write something down without the screens.

Without a file descriptor for the passphrase both seal into the inbox: nothing is asked and no journal is opened. That
has to be quick, so what opens a journal is imported only by the functions that need it
(``tests/cli/commands/test_capture_unopened.py``). Text comes from standard input, never from arguments, which other
users of the computer can see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from journal.cli import accessible, stdin
from journal.cli.context import CommandContext, Whole, command, json_option
from journal.cli.errors import Code, CommandError
from journal.cli.output import print_error, print_result
from journal.domain.captures import STRONG, Capture
from journal.errors import TooLarge
from journal.store.capture import capture, fresh_capture
from journal.text.commands import capture as command_text

if TYPE_CHECKING:
    from journal.cli.craving_recorder import CravingRecorder
    from journal.domain.captures import Capture
    from journal.domain.focuses import Focus
    from journal.store.find_or_create import FindOrCreate


@command("craving", command_text.CRAVING_HELP)
@click.argument("intensity", metavar="[N]", required=False, type=Whole(0, 10, command_text.INTENSITY_RANGE))
@click.option("--focus", "label", metavar="F", help=command_text.FOCUS_HELP)
@click.option("--trigger", "triggers", metavar="T", multiple=True, help=command_text.TRIGGER_HELP)
@click.option("--no-breath", is_flag=True, help=command_text.NO_BREATH_HELP)
@json_option
def craving(
    context: CommandContext,
    *,
    intensity: int | None,
    label: str | None,
    triggers: tuple[str, ...],
    no_breath: bool,
    as_json: bool,
) -> None:
    """Save a craving, or ask about it line by line where no intensity is given."""
    if not all(trigger.strip() for trigger in triggers):
        raise click.UsageError(command_text.TRIGGER_NEEDS_LABEL)
    if intensity is None:
        _go_through(context, label, triggers, breath=not no_breath, as_json=as_json)
    elif not context.opens_unasked:
        _seal_craving(context, intensity, label, triggers, as_json=as_json)
    else:
        _record_craving(context, intensity, label, triggers, as_json=as_json)


@command("note", command_text.NOTE_HELP)
@json_option
def note(context: CommandContext, *, as_json: bool) -> None:
    """Save standard input as one entry."""
    if not context.opens_unasked:
        _seal(context, replace(fresh_capture(), text=_text()), as_json=as_json)
        return
    from journal.domain.entries import Entry

    with context.writing() as journal:
        uid = journal.entries.add(Entry(text=_text()))
        print_result([command_text.KEPT], {"uid": uid, "sealed": False}, as_json=as_json)


COMMANDS = {command.name: command for command in (craving, note)}


def _text() -> str:
    """Read standard input. Raises ``CommandError`` where it is empty."""
    if stdin.is_terminal() and accessible.is_on():
        from journal.cli.prompts import Prompts
        from journal.text.commands import menu as menu_text

        text = "\n".join(Prompts.here().lines(menu_text.NOTE_HOW))
    else:
        if stdin.is_terminal():
            print_error(command_text.WRITE)
        text = stdin.read_text()
    if not text.strip():
        raise CommandError(command_text.NOTHING_TO_KEEP)
    return text


def _seal_craving(
    context: CommandContext, intensity: int, label: str | None, triggers: tuple[str, ...], *, as_json: bool
) -> None:
    """Seal a craving into the inbox.

    Without the journal nothing is known of the focus, so no tolerance warning can be given; a strong one names the
    lines to call instead.
    """
    if intensity >= STRONG:
        from journal.text import inbox as inbox_text

        print_error(inbox_text.INBOX_STRONG)
    made = replace(fresh_capture(), intensity=intensity, focus=label or "", triggers=list(triggers))
    _seal(context, made, as_json=as_json)


def _seal(context: CommandContext, made: Capture, *, as_json: bool) -> None:
    """Seal a capture into the inbox. Raises what ``capture`` does."""
    try:
        capture(context.path, made)
    except TooLarge as error:
        from journal.text import errors as errors_text

        raise CommandError(command_text.too_large_to_seal(errors_text.error_text(error))) from None
    print_result([command_text.SEALED], {"uid": made.uid, "sealed": True}, as_json=as_json)


def _record_craving(
    context: CommandContext, intensity: int, label: str | None, triggers: tuple[str, ...], *, as_json: bool
) -> None:
    """Save a craving in the open journal, the tolerance warning first where its focus asks for it."""
    from journal.domain.cravings import Craving
    from journal.store.find_or_create import FindOrCreate
    from journal.text import craving_dialog as craving_dialog_text
    from journal.text import safety as safety_text

    with context.writing() as journal:
        naming, warned = FindOrCreate(journal), None
        focus = _focus(naming, label)
        notice = safety_text.craving_warning([focus], focus.uid, intensity) if focus else None
        if notice:
            for line in safety_text.in_a_shell(notice):
                print_error(line)
            warned = journal.now()
        with journal.transaction():
            made = Craving(intensity=intensity, focus=focus.uid if focus else "", warned_at=warned)
            uid = journal.cravings.add(replace(made, triggers=naming.triggers(triggers)))
        print_result([craving_dialog_text.kept_line(intensity, None)], {"uid": uid, "sealed": False}, as_json=as_json)


def _focus(naming: FindOrCreate, label: str | None) -> Focus | None:
    """Return the focus with that label, or without a label the only focus there is. Raises ``CommandError``."""
    if label is None:
        return naming.only_focus
    if (found := naming.focus(label)) is not None:
        return found
    raise CommandError(command_text.NO_SUCH_FOCUS)


def _go_through(
    context: CommandContext, label: str | None, triggers: tuple[str, ...], *, breath: bool, as_json: bool
) -> None:
    """Ask one question after the other on the terminal. Raises ``click.UsageError`` without a terminal."""
    if not stdin.is_terminal():
        raise click.UsageError(command_text.NOBODY_TO_ASK)
    from journal.cli.craving_recorder import Recorded, Sealed
    from journal.store.find_or_create import FindOrCreate

    if not context.opens_unasked:
        _ask(Sealed(context.path, focus=label or "", triggers=triggers), breath=breath, as_json=as_json)
        return
    with context.writing() as journal:
        focus = _focus(FindOrCreate(journal), label)
        _ask(Recorded(journal, focus=focus, triggers=triggers), breath=breath, as_json=as_json)


def _ask(noting: CravingRecorder, *, breath: bool, as_json: bool) -> None:
    """Ask, then print what was kept. Ends the command with exit code 1 if the last answer could not be saved."""
    from journal.cli.craving_dialog import CravingDialog
    from journal.cli.prompts import OnTerminal
    from journal.clock import SystemClock
    from journal.config.settings import Settings
    from journal.text import craving_dialog as craving_dialog_text

    asking = CravingDialog(OnTerminal(), noting, SystemClock(), region=Settings.load().region, breath=breath)
    asking.go()
    said = noting.format_kept() if noting.uid else craving_dialog_text.ASKING_KEPT_NOTHING
    print_result([said], {"uid": noting.uid or None, "sealed": noting.sealed}, as_json=as_json)
    if asking.unkept is not None:
        raise click.exceptions.Exit(Code.COULD_NOT)
