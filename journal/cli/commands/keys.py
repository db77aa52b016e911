"""What opens the journal: its passphrase, its recovery words, the master key behind both."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import Code, CommandError
from journal.cli.output import print_error, print_result
from journal.cli.passphrase import ask
from journal.passphrase_strength import strength
from journal.sharing.recovery_sheet import NOT_ENCRYPTED, form_of, sheet
from journal.sharing.release import write
from journal.store.journal import Journal
from journal.store.locked import look
from journal.store.new_secrets import new_recovery_words

EARLIER_COPIES: Final = "Earlier copies beside the journal still open with the passphrase from before."
COPIES_ELSEWHERE: Final = "Copies elsewhere still open with what opened them before."
SEALED_ANEW: Final = (
    "Everything is sealed anew under a new master key: the three earlier copies beside the journal are removed, and "
    "with them what was deleted. Copies elsewhere still open with what opened them before."
)
SHORT_OF_MEMORY: Final = "This computer was short of memory, so a guess at the passphrase costs less than usual."

sheet_option = click.option(
    "--sheet", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write the words to print, .html or .txt."
)


@command("passphrase")
@click.option("--recovery-words", "words_too", is_flag=True, help="Make new recovery words; the old ones end.")
@click.option("--master-key", is_flag=True, help="Seal everything anew: shuts out who kept a key or a copy.")
@click.option("--forget-copies", is_flag=True, help="Replace the earlier copies beside the journal, too.")
@click.option("--keep-passphrase", is_flag=True, help="Leave the passphrase as it is.")
@sheet_option
@json_option
def passphrase(
    door: CommandContext,
    *,
    words_too: bool,
    master_key: bool,
    forget_copies: bool,
    keep_passphrase: bool,
    file: Path | None,
    as_json: bool,
) -> None:
    """Change what opens the journal.

    A new passphrase keeps out who learned the old one, from this file on. Earlier copies open with the old one unless
    they are replaced; copies elsewhere do so in any case. Who may have kept the key itself, or read the disk, is shut
    out by --master-key; recovery words are then made anew with --recovery-words, or there are none.

    --passphrase-fd takes two lines: the passphrase of now, and the new one.
    """
    if keep_passphrase and not (words_too or master_key):
        raise click.UsageError("Nothing is to be changed; --recovery-words or --master-key say what is.")
    refuse_existing(file if words_too else None)
    current = door.passphrase("The passphrase of now")
    words = new_recovery_words() if words_too else None
    with door.writing(passphrase=current) as journal:
        new = current if keep_passphrase else door.new_passphrase("A new passphrase")
        forget = master_key or forget_copies or _asked_to_forget()
        if master_key:
            _agree_to_seal_anew(journal, words)
            journal.set_master_key(new, words)
        else:
            _change(journal, None if keep_passphrase else new, words, forget=forget)
        short = journal.has_weak_key_cost
        if words:
            file = show_words(words, journal, file)
    _say_what_holds(new, changed=not keep_passphrase, master_key=master_key, forget=forget, short=short)
    value = {"done": True, "recovery_words": words if words and not file else None}
    print_result([words] if words and not file else [], value, as_json=as_json)


@command("recover")
@json_option
def recover(door: CommandContext, *, as_json: bool) -> None:
    """Set a new passphrase with the recovery words.

    Without a terminal the words come from standard input, and the new passphrase with --passphrase-fd.
    """
    door.look()
    seen = look(door.path)
    if seen.cost is not None and not seen.has_recovery:  # its first page can be read, and has no such slot
        raise CommandError("This journal has no recovery words; only its passphrase opens it.")
    given = door.new_passphrase() if door.descriptor is not None else None
    words = ask("Recovery words (not shown)") if stdin.is_terminal() else stdin.read_text()
    with door.writing(recovery_words=words) as journal:
        new = given or door.new_passphrase("A new passphrase")
        forget = _asked_to_forget()
        journal.set_passphrase(new, forget_generations=forget)
    print_error(COPIES_ELSEWHERE if forget else EARLIER_COPIES)
    print_result(
        ["The journal has a new passphrase. The recovery words stay as they are."], {"done": True}, as_json=as_json
    )


COMMANDS = {command.name: command for command in (passphrase, recover)}


def show_words(words: str, journal: Journal, file: Path | None) -> Path | None:
    """Say what recovery words are for and write the sheet ``file``; where there is none, they are to be printed."""
    if file is not None:
        try:
            write(file, sheet(words, journal.path, journal.today(), form_of(file)))
        except OSError as error:
            print_error(f"The sheet could not be written: {error.strerror or 'the system refused'}.")
            file = None
    if file is None:
        print_error("Its recovery words open it, too. Write them down and keep them where nobody else looks:")
    else:
        print_error(f"Its recovery words open it, too; they are on the sheet {file}. {NOT_ENCRYPTED}")
    return file


def refuse_existing(file: Path | None) -> None:
    """Before anything is changed: the sheet goes over nothing."""
    if file is not None and (file.exists() or file.is_symlink()):
        raise CommandError("The sheet's file is there already; nothing was changed. Name another one.")


def _asked_to_forget() -> bool:
    return stdin.is_terminal() and click.confirm(f"{EARLIER_COPIES} Replace them, too?", err=True)


def _agree_to_seal_anew(journal: Journal, words: str | None) -> None:
    if not stdin.is_terminal():
        return
    print_error(SEALED_ANEW)
    if journal.has_recovery and not words:
        print_error("The recovery words of now will open nothing any more; --recovery-words makes others.")
    if not click.confirm("Go on?", err=True):
        raise CommandError("Nothing was changed.", Code.COULD_NOT)


def _change(journal: Journal, new: str | None, words: str | None, *, forget: bool) -> None:
    if words:
        journal.set_recovery_words(words, forget_generations=forget and new is None)
    if new is not None:
        journal.set_passphrase(new, forget_generations=forget)


def _say_what_holds(new: str, *, changed: bool, master_key: bool, forget: bool, short: bool) -> None:
    if changed:
        print_error(f"The journal has a new passphrase. It is {strength(new)}.")
    if master_key:
        print_error("Everything is sealed anew.")
    print_error(COPIES_ELSEWHERE if forget else EARLIER_COPIES)
    if short:
        print_error(SHORT_OF_MEMORY)
