"""``journal passphrase`` and ``recover``: change what opens the journal.

``journal new`` takes the option ``--sheet``, ``show_words`` and ``refuse_existing`` from here. Everything that can be
refused is refused before the first change, so that a refusal leaves the journal as it was.
"""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import Code, CommandError
from journal.cli.output import confirmed, print_error, print_lines, print_result
from journal.cli.passphrase import ask
from journal.passphrase_strength import strength
from journal.recovery_words import first_misspelt
from journal.sharing.recovery_sheet import form_of, sheet
from journal.sharing.release import write
from journal.store.journal import Journal
from journal.store.locked import look
from journal.store.new_secrets import new_recovery_words
from journal.text import errors as errors_text
from journal.text import key_file as key_file_text
from journal.text import recovery_sheet as recovery_sheet_text
from journal.text.commands import advice as advice_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import keys as command_text

sheet_option = click.option(
    "--sheet", "file", type=click.Path(path_type=Path), metavar="FILE", help=command_text.SHEET_HELP
)


@command("passphrase", command_text.PASSPHRASE_HELP)
@click.option("--recovery-words", "words_too", is_flag=True, help=command_text.RECOVERY_WORDS_HELP)
@click.option("--master-key", is_flag=True, help=command_text.MASTER_KEY_HELP)
@click.option("--forget-copies", is_flag=True, help=command_text.FORGET_COPIES_HELP)
@click.option("--keep-passphrase", is_flag=True, help=command_text.KEEP_PASSPHRASE_HELP)
@sheet_option
@json_option
def passphrase(
    context: CommandContext,
    *,
    words_too: bool,
    master_key: bool,
    forget_copies: bool,
    keep_passphrase: bool,
    file: Path | None,
    as_json: bool,
) -> None:
    """Change the passphrase, the recovery words or the master key, as the options say.

    A new passphrase keeps out people who learned the old one. Only a new master key keeps out people who may have kept
    the key itself or read the disk; it ends the recovery words unless new ones are made with it.
    """
    if context.key_file is not None:
        raise click.UsageError(command_text.RECOVER_BY_KEY_FILE)
    if keep_passphrase and not (words_too or master_key):
        raise click.UsageError(command_text.NOTHING_TO_CHANGE)
    refuse_existing(file if words_too else None)
    current = context.passphrase(command_text.ASK_CURRENT)
    words = new_recovery_words() if words_too else None
    with context.writing(passphrase=current) as journal:
        new = current if keep_passphrase else context.new_passphrase(command_text.ASK_NEW)
        forget = master_key or forget_copies or _asked_to_forget()
        if master_key:
            _confirm_new_master_key(journal, words)
            told = [key_file_text.ENDED] if journal.has_key_file else []
            journal.set_master_key(new, words)
            print_lines(told, err=True)
        else:
            _change(journal, None if keep_passphrase else new, words, forget=forget)
        short = journal.has_weak_key_cost
        if words:
            file = show_words(words, journal, file)
    _print_what_changed(new, changed=not keep_passphrase, master_key=master_key, forget=forget, short=short)
    value = {"done": True, "recovery_words": words if words and not file else None}
    print_result([words] if words and not file else [], value, as_json=as_json)


@command("recover", command_text.RECOVER_HELP)
@json_option
def recover(context: CommandContext, *, as_json: bool) -> None:
    """Set a new passphrase with a key file, or with the recovery words from the terminal or from standard input."""
    context.look()
    if context.key_file is not None:
        with context.writing() as journal:
            forget = _set_new_passphrase(context, journal, None)
        _print_recovered(command_text.RECOVERED_BY_KEY_FILE, forget=forget, as_json=as_json)
        return
    seen = look(context.path)
    if seen.cost is not None and not seen.has_recovery:  # its first page can be read, and has no such slot
        raise CommandError(command_text.ONLY_KEY_FILE if seen.has_key_file else command_text.NO_RECOVERY_WORDS)
    given = context.new_passphrase() if context.descriptor is not None else None
    words = ask(command_text.ASK_RECOVERY_WORDS) if stdin.is_terminal() else stdin.read_text()
    if stdin.is_terminal() and (misspelt := first_misspelt(words)):  # never in a log
        named = errors_text.word_not_listed(misspelt)
        raise CommandError(f"{named} {advice_text.COMPARE_WITH_SHEET}", Code.WRONG_PASSPHRASE)
    with context.writing(recovery_words=words) as journal:
        forget = _set_new_passphrase(context, journal, given)
    _print_recovered(command_text.RECOVERED, forget=forget, as_json=as_json)


COMMANDS = {command.name: command for command in (passphrase, recover)}


def show_words(words: str, journal: Journal, file: Path | None) -> Path | None:
    """Write the sheet ``file`` with the recovery words, and say what they are for.

    Returns the file that was written. ``None``, where there is none or it could not be written, means that the caller
    has to print the words: they are never shown again.
    """
    if file is not None:
        try:
            write(file, sheet(words, journal.path, journal.today(), form_of(file)))
        except OSError as error:
            print_error(command_text.sheet_not_written(error.strerror or ""))
            file = None
    if file is None:
        print_error(command_text.WRITE_WORDS_DOWN)
    else:
        print_error(command_text.words_on_sheet(file, recovery_sheet_text.NOT_ENCRYPTED))
    return file


def refuse_existing(file: Path | None) -> None:
    """Raise ``CommandError`` where the sheet would replace a file. To be called before anything is changed."""
    if file is not None and (file.exists() or file.is_symlink()):
        raise CommandError(command_text.SHEET_IS_THERE)


def _set_new_passphrase(context: CommandContext, journal: Journal, given: str | None) -> bool:
    """Set the passphrase that is given, or asked for now; return whether the earlier copies were replaced, too."""
    new = given or context.new_passphrase(command_text.ASK_NEW)
    forget = _asked_to_forget()
    journal.set_passphrase(new, forget_generations=forget)
    return forget


def _print_recovered(done: str, *, forget: bool, as_json: bool) -> None:
    print_error(command_text.COPIES_ELSEWHERE if forget else command_text.EARLIER_COPIES)
    print_result([done], {"done": True}, as_json=as_json)


def _asked_to_forget() -> bool:
    return stdin.is_terminal() and confirmed(command_text.REPLACE_THEM)


def _confirm_new_master_key(journal: Journal, words: str | None) -> None:
    if not stdin.is_terminal():
        return
    print_error(command_text.SEALING_ANEW)
    if journal.has_recovery and not words:
        print_error(command_text.WORDS_WILL_END)
    if journal.has_key_file:
        print_error(key_file_text.WILL_END)
    if not confirmed(command_text.GO_ON_ASKS):
        raise CommandError(all_commands_text.NOTHING_CHANGED, Code.COULD_NOT)


def _change(journal: Journal, new: str | None, words: str | None, *, forget: bool) -> None:
    if words:
        journal.set_recovery_words(words, forget_generations=forget and new is None)
    if new is not None:
        journal.set_passphrase(new, forget_generations=forget)


def _print_what_changed(new: str, *, changed: bool, master_key: bool, forget: bool, short: bool) -> None:
    if changed:
        print_error(command_text.new_passphrase(strength(new)))
    if master_key:
        print_error(command_text.SEALED_ANEW)
    print_error(command_text.COPIES_ELSEWHERE if forget else command_text.EARLIER_COPIES)
    if short:
        print_error(command_text.SHORT_OF_MEMORY)
