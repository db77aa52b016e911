"""The journal file itself: made, checked, gone on with after damage, compacted, erased."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from journal.cli import stdin
from journal.cli.commands.copies import copy_words
from journal.cli.commands.keys import SHORT_OF_MEMORY, refuse_existing, sheet_option, show_words
from journal.cli.context import CommandContext, command, damage_words, json_option, say_what_was_found
from journal.cli.errors import Code, CommandError
from journal.cli.output import count, print_error, print_result
from journal.domain.kinds import KINDS
from journal.errors import AlreadyExists, ErrorCode, NoJournal
from journal.file_facts import EarlierCopy, Report
from journal.passphrase_strength import strength
from journal.store.journal import Journal
from journal.store.locked import check, look
from journal.store.maintenance import erase
from journal.store.new_secrets import new_recovery_words
from journal.text.earlier_copies import last_saved, sentences

ERASING = (
    "This removes the journal, its earlier copies beside it, what this computer knows of it, the emergency card and "
    "safety lines of your own. Nobody can bring it back. Copies elsewhere stay, and an SSD may keep old blocks for a "
    "while: sealed, and without what opens them."
)


@command("new")
@click.option("--show-recovery-words", is_flag=True, help="Make recovery words, and print them once.")
@sheet_option
@json_option
def new(door: CommandContext, *, show_recovery_words: bool, file: Path | None, as_json: bool) -> None:
    """Make a new, empty journal. With --sheet it has recovery words, too, on a sheet to print.

    Beside it an inbox is made, into which `journal craving` and `journal note` seal things without the passphrase. A
    journal of an earlier version gets one when it is first opened.
    """
    if os.path.lexists(door.path):
        raise AlreadyExists(ErrorCode.PLACE_TAKEN)
    refuse_existing(file)
    passphrase = door.new_passphrase()
    words = new_recovery_words() if show_recovery_words or file else None
    with Journal.create(door.path, passphrase, words, holder=door.command) as journal:
        print_error(f"A new journal is at {journal.path}. Its passphrase is {strength(passphrase)}.")
        if journal.has_weak_key_cost:
            print_error(SHORT_OF_MEMORY)
        if words:
            file = show_words(words, journal, file)
        else:
            print_error(
                "It has no recovery words: without the passphrase nobody can open it. `journal passphrase` makes them."
            )
        path = str(journal.path)
    shown = words if words and not file else None
    print_result([shown] if shown else [], {"path": path, "recovery_words": shown}, as_json=as_json)


@command("check")
@click.option("--deep", is_flag=True, help="Open every record, too, here and in earlier copies; asks the passphrase.")
@json_option
def check_(door: CommandContext, *, deep: bool, as_json: bool) -> None:
    """Look for damage. Nothing is changed, and without --deep no passphrase is needed."""
    seen = check(door.path)
    found: dict[str, Any] = {
        "records": seen.records,
        "missing": seen.missing,
        "missing_at_least": seen.missing_at_least,
        "first_page_damaged": seen.header_damaged,
        "unfinished": seen.unfinished,
        "newer": seen.newer,
    }
    if deep:
        found |= _opened(door, seen.missing, at_least=seen.missing_at_least)
    elif seen.unfinished:
        print_error("The last save is unfinished and does not count; everything saved before it is here.")
    damaged = bool(found["missing"] or found["first_page_damaged"])
    if damaged and not deep:
        print_error(damage_words(seen.missing, at_least=seen.missing_at_least))
    said = f"{count(found['records'], 'record')} found, {'and damage' if damaged else 'no damage'}."
    print_result([said], found | {"damaged": damaged, "deep": deep}, as_json=as_json)
    if damaged:
        raise click.exceptions.Exit(Code.DAMAGED)


@command("go-on")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def go_on(door: CommandContext, *, yes: bool, as_json: bool) -> None:
    """Go on with a damaged journal, or with an older copy of it.

    Lost records that earlier copies beside it still hold are added: each copy is named first. Nothing that can be read
    is changed or deleted, and the damaged file is kept. That an older one was gone on with is noted in the journal.
    """
    with door.opened() as journal:
        report = journal.report
        say_what_was_found(report)
        if not (report.damaged or report.rolled_back):
            raise CommandError(
                "There is nothing to decide: the journal is whole, and the one that this computer saw last."
            )
        copies = journal.healable_from
        if report.unreadable:
            for sentence in sentences(copies, journal.local):
                print_error(sentence)
        if not yes and not (stdin.is_terminal() and click.confirm("Go on with it?", err=True)):
            raise CommandError("Nothing was changed; --yes goes on without asking.")
        if report.damaged:
            journal.accept_damage()
        journal.accept_rollback()
    value = {"brought_back": sum(copy.documents for copy in copies), "brought_back_from": _copies_value(copies)}
    print_result(["The journal can be written again."], value, as_json=as_json)


@command("compact")
@json_option
def compact(door: CommandContext, *, as_json: bool) -> None:
    """Write the whole file anew.

    It is verified, and the one before is kept beside it.
    """
    with door.writing() as journal:
        before = journal.path.stat().st_size
        journal.compact()
        after = journal.path.stat().st_size
    said = f"Compacted: {before / 1024:,.0f} KiB before, {after / 1024:,.0f} KiB now."
    print_result([said], {"bytes_before": before, "bytes_after": after}, as_json=as_json)


@command("erase")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def erase_(door: CommandContext, *, yes: bool, as_json: bool) -> None:
    """Erase the whole journal from this computer. This needs no passphrase, and cannot be undone.

    One entry is erased for good on its screen; `journal passphrase --master-key` does so with all that was deleted.
    """
    if not look(door.path).exists:
        raise NoJournal()
    if not yes:
        if not stdin.is_terminal():
            raise CommandError("Nothing was erased; --yes erases without asking.")
        print_error(ERASING)
        if click.prompt(f"Type ERASE to erase {door.path}", default="", show_default=False, err=True) != "ERASE":
            raise CommandError("Nothing was erased.")
    erase(door.path, holder=door.command)
    print_result(["The journal is erased."], {"erased": str(door.path)}, as_json=as_json)


def _opened(door: CommandContext, missing: int, *, at_least: bool) -> dict[str, Any]:
    """What only opening shows: records that were changed or fell behind, and those this version can't read.

    ``missing`` and ``at_least`` are what was found before.
    """
    with door.opened(read_only=True) as journal:
        report = journal.report
        say_what_was_found(report)
        collections = [journal.collection(kind.type) for kind in KINDS]
        unreadable = sum(len(collection) - len(collection.all()) for collection in collections)
        healable, bad, copies = journal.healable_from, journal.damaged_generations(), journal.copies()
        comes_back = sentences(healable, journal.local)
    if unreadable:
        print_error(f"{count(unreadable, 'record')} of a newer version can't be read by this one.")
    for sentence in _what_to_do(report, comes_back, [path.name for path in bad]):
        print_error(sentence)
    for copy in copies:
        print_error(copy_words(copy))
    if report.missing >= missing:
        missing, at_least = report.missing, report.missing_at_least
    return {
        "missing": missing,
        "missing_at_least": at_least,
        "unreadable": unreadable,
        "unfinished": report.unfinished is not None,
        "behind": report.behind or 0,
        "forked": report.forked,
        "healable": sum(copy.documents for copy in healable),
        "healable_from": _copies_value(healable),
        "damaged_copies": [path.name for path in bad],
        "other_copies": [copy.path.name for copy in copies],
    }


def _copies_value(copies: list[EarlierCopy]) -> list[dict[str, Any]]:
    return [
        {
            "file": copy.path.name,
            "last_saved": last_saved(copy),
            "records": copy.documents,
            "certain": copy.certain,
        }
        for copy in copies
    ]


def _what_to_do(report: Report, comes_back: list[str], bad: list[str]) -> Iterator[str]:
    if report.unreadable:
        yield from comes_back
        yield "`journal go-on` goes on; a backup can be merged, or restored, afterwards."
    if report.rolled_back:
        yield "`journal go-on` goes on with this copy; `journal merge` brings in the newer one, if there is one."
    for name in bad:
        yield f"The earlier copy {name} is damaged; the journal itself does not need it."


COMMANDS = {command.name: command for command in (new, check_, go_on, compact, erase_)}
