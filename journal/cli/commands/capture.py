"""Writing something down without the screens; text comes from standard input, never from arguments.

Without a file descriptor for the passphrase it is sealed into the inbox: nothing is asked, nothing opened, and what
opens a journal is not even imported, so that it is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from journal.cli import stdin
from journal.cli.context import CommandContext, Whole, command, json_option
from journal.cli.errors import Code, CommandError
from journal.cli.output import print_error, print_result
from journal.domain.captures import SEALED, STRONG, Capture
from journal.errors import TooLarge
from journal.store.capture import capture, fresh_capture

if TYPE_CHECKING:
    from journal.cli.craving_recorder import CravingRecorder
    from journal.domain.captures import Capture
    from journal.domain.focuses import Focus
    from journal.store.find_or_create import FindOrCreate


@command("craving")
@click.argument("intensity", metavar="[N]", required=False, type=Whole(0, 10, "How strong it is goes from 0 to 10."))
@click.option("--focus", "label", metavar="F", help="Which focus, by its label; without it the only one, or none.")
@click.option("--trigger", "triggers", metavar="T", multiple=True, help="What set it off; can be given again.")
@click.option("--no-breath", is_flag=True, help="Leave out the lines of the slow breath, where it asks.")
@json_option
def craving(
    door: CommandContext,
    *,
    intensity: int | None,
    label: str | None,
    triggers: tuple[str, ...],
    no_breath: bool,
    as_json: bool,
) -> None:
    """Note a craving of intensity N, 0 to 10, or be asked.

    Without N it goes through the craving with you: one question after the other, in plain lines.

    It is sealed, waits for the next unlock, and asks for no passphrase. With --passphrase-fd it becomes part of the
    journal at once, and the questions know your own lists.
    """
    if not all(trigger.strip() for trigger in triggers):
        raise click.UsageError("A trigger needs a label.")
    if intensity is None:
        _go_through(door, label, triggers, breath=not no_breath, as_json=as_json)
    elif door.descriptor is None:
        _seal_craving(door, intensity, label, triggers, as_json=as_json)
    else:
        _record_craving(door, intensity, label, triggers, as_json=as_json)


@command("note")
@json_option
def note(door: CommandContext, *, as_json: bool) -> None:
    """Keep what comes on standard input as one entry.

    It is sealed, waits for the next unlock, and asks for no passphrase. With --passphrase-fd it becomes part of the
    journal at once.
    """
    if door.descriptor is None:
        _seal(door, replace(fresh_capture(), text=_text()), as_json=as_json)
        return
    from journal.domain.entries import Entry

    with door.writing() as journal:
        uid = journal.entries.add(Entry(text=_text()))
        print_result(["Kept."], {"uid": uid, "sealed": False}, as_json=as_json)


COMMANDS = {command.name: command for command in (craving, note)}


def _text() -> str:
    """What stands on standard input. Raises ``Refused`` where that is nothing."""
    if stdin.is_terminal():
        print_error("Write, and end with Ctrl+D on a line of its own.")
    text = stdin.read_text()
    if not text.strip():
        raise CommandError("There was nothing to keep: standard input was empty.")
    return text


def _seal_craving(
    door: CommandContext, intensity: int, label: str | None, triggers: tuple[str, ...], *, as_json: bool
) -> None:
    """Put it into the inbox; the tolerance warning can't know what it is about, so a strong one names the lines."""
    if intensity >= STRONG:
        from journal.text.inbox import INBOX_STRONG

        print_error(INBOX_STRONG)
    made = replace(fresh_capture(), intensity=intensity, focus=label or "", triggers=list(triggers))
    _seal(door, made, as_json=as_json)


def _seal(door: CommandContext, made: Capture, *, as_json: bool) -> None:
    """Put it into the inbox. Raises what ``capture`` does."""
    try:
        capture(door.path, made)
    except TooLarge as error:
        from journal.text.errors import error_text

        raise CommandError(f"{error_text(error)} --passphrase-fd N does so from here; nothing was kept.") from None
    print_result([SEALED], {"uid": made.uid, "sealed": True}, as_json=as_json)


def _record_craving(
    door: CommandContext, intensity: int, label: str | None, triggers: tuple[str, ...], *, as_json: bool
) -> None:
    """Make it part of the journal."""
    from journal.domain.cravings import Craving
    from journal.store.find_or_create import FindOrCreate
    from journal.text.safety import craving_warning, in_a_shell

    with door.writing() as journal:
        naming, warned = FindOrCreate(journal), None
        focus = _focus(naming, label)
        notice = craving_warning([focus], focus.uid, intensity) if focus else None
        if notice:
            for line in in_a_shell(notice):
                print_error(line)
            warned = journal.now()
        with journal.transaction():
            made = Craving(intensity=intensity, focus=focus.uid if focus else "", warned_at=warned)
            uid = journal.cravings.add(replace(made, triggers=naming.triggers(triggers)))
        print_result([f"Kept: a craving of {intensity}."], {"uid": uid, "sealed": False}, as_json=as_json)


def _focus(naming: FindOrCreate, label: str | None) -> Focus | None:
    """The focus with that label, or without one the only focus. Raises ``Refused``."""
    if label is None:
        return naming.only_focus
    if (found := naming.focus(label)) is not None:
        return found
    raise CommandError("No focus has this label, and nothing was saved; `journal days` lists them.")


def _go_through(
    door: CommandContext, label: str | None, triggers: tuple[str, ...], *, breath: bool, as_json: bool
) -> None:
    """One question after the other, on a terminal. Raises ``click.UsageError`` without one."""
    if not stdin.is_terminal():
        raise click.UsageError("How strong is it, from 0 to 10? Without a terminal there is nobody to ask.")
    from journal.cli.craving_recorder import Recorded, Sealed
    from journal.store.find_or_create import FindOrCreate

    if door.descriptor is None:
        _ask(Sealed(door.path, focus=label or "", triggers=triggers), breath=breath, as_json=as_json)
        return
    with door.writing() as journal:
        focus = _focus(FindOrCreate(journal), label)
        _ask(Recorded(journal, focus=focus, triggers=triggers), breath=breath, as_json=as_json)


def _ask(noting: CravingRecorder, *, breath: bool, as_json: bool) -> None:
    """Ask, and say what was kept. Ends the command with exit code 1 if the last answer could not be."""
    from journal.cli.craving_dialog import CravingDialog, OnTerminal
    from journal.clock import SystemClock
    from journal.config.settings import Settings
    from journal.text.craving_dialog import ASKING_KEPT_NOTHING

    asking = CravingDialog(OnTerminal(), noting, SystemClock(), region=Settings.load().region, breath=breath)
    asking.go()
    said = noting.kept_words() if noting.uid else ASKING_KEPT_NOTHING
    print_result([said], {"uid": noting.uid or None, "sealed": noting.sealed}, as_json=as_json)
    if asking.unkept is not None:
        raise click.exceptions.Exit(Code.COULD_NOT)
