"""``journal bin``: list what was deleted in the last 30 days, read one, or restore one.

Each is named by its number in the list, because words in arguments would show in the list of processes. JSON has codes:
``kind`` is the table of the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import click
import msgspec

from journal.cli.context import CommandContext, Whole, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, print_result
from journal.domain.dates import format_moment
from journal.domain.record import Record
from journal.record_text import RecordText
from journal.sharing.sanitize import sanitize
from journal.store.bin import BinItem
from journal.store.journal import Journal
from journal.store.operations import restore
from journal.text import bin as bin_text
from journal.text.commands import bin as command_text

BEGINNING = 60
"""Characters of a record in the list."""


@command("bin", command_text.BIN_HELP)
@click.option("--read", "to_read", type=Whole(1, None, command_text.NO_SUCH_NUMBER), help=command_text.READ_HELP)
@click.option(
    "--restore", "to_restore", type=Whole(1, None, command_text.NO_SUCH_NUMBER), help=command_text.RESTORE_HELP
)
@json_option
def bin_(context: CommandContext, *, to_read: int | None, to_restore: int | None, as_json: bool) -> None:
    """Print the list, one record in full, or what was restored."""
    if to_read is not None and to_restore is not None:
        raise click.UsageError(command_text.ONE_AT_A_TIME)
    if to_restore is not None:
        with context.writing() as journal:
            item = _numbered(journal.bin.items(), to_restore)
            name = RecordText(journal).name(item.record)
            restored = restore(journal, item.uids)
            value = {"restored": [_identity(record) for record in restored]}
            print_result([bin_text.restored_words(name, item.others)], value, as_json=as_json)
        return
    with context.reading() as journal:
        items, told = journal.bin.items(), RecordText(journal)
        if to_read is not None:
            item = _numbered(items, to_read)
            lines = [_deletion(journal, item), "", *sanitize(told.whole(item.record)).split("\n")]
            print_result(lines, _value(to_read, item), as_json=as_json)
            return
        rows = [_cells(journal, told, number, item) for number, item in enumerate(items, 1)]
        values = [_value(number, item) for number, item in enumerate(items, 1)]
        empty = bin_text.EMPTY if journal.preferences.keep_deleted else bin_text.EMPTY_OFF
        print_result(columns(rows, command_text.HEADINGS), values, as_json=as_json, otherwise=empty)


COMMANDS = {command.name: command for command in (bin_,)}


def _numbered(items: Sequence[BinItem], number: int) -> BinItem:
    """Return the item with a number in the list. Raises ``CommandError``."""
    if number > len(items):
        raise CommandError(command_text.NO_SUCH_NUMBER)
    return items[number - 1]


def _deletion(journal: Journal, item: BinItem) -> str:
    return bin_text.format_deletion(journal.local(item.deleted_at), item.days_left, item.others)


def _cells(journal: Journal, told: RecordText, number: int, item: BinItem) -> tuple[str, ...]:
    words = " ".join(told.found(item.record, "").split())
    shown = words if len(words) <= BEGINNING else f"{words[: BEGINNING - 1]}…"
    deleted = format_moment(journal.local(item.deleted_at))
    return str(number), told.name(item.record), shown, deleted, bin_text.format_left(item.days_left)


def _identity(record: Record) -> dict[str, str]:
    return {"kind": record.table, "uid": record.uid}


def _value(number: int, item: BinItem) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(item.record, builtin_types=(Decimal,))
    return {
        "number": number,
        **_identity(item.record),
        "deleted_at": msgspec.to_builtins(item.deleted_at),
        "days_left": item.days_left,
        "others": item.others,
        "record": {name: value for name, value in plain.items() if name != "schema"},
    }
