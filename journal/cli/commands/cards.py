"""The wallet card, as a file; what leaves is decided in ``journal.sharing.release`` and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import click

from journal.cli.context import Door, command, json_option
from journal.cli.errors import Refused
from journal.cli.output import count, put


@command("card")
@click.option(
    "--to", "file", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The file to be written, 0600."
)
@click.option("--people", is_flag=True, help="Whom to call, too: names and numbers of others.")
@click.option("--format", "form", type=click.Choice(("text", "html")), help="By default as FILE's name ends.")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@json_option
def card(door: Door, *, file: Path, people: bool, form: str | None, replace: bool, as_json: bool) -> None:
    """Write a card to print: if-then plans and reasons.

    It has the region's emergency number, too. The file is not encrypted: print it, then delete it.
    """
    from journal.config.settings import Settings
    from journal.domain.safety_lines import emergency_number
    from journal.sharing import release, wallet_card
    from journal.sharing.recovery_sheet import form_of
    from journal.text.if_then_plans import (
        WALLET_EMPTY,
        WALLET_NOT_ENCRYPTED,
        WALLET_PEOPLE,
        WALLET_PLANS,
        WALLET_REASONS,
    )

    if os.path.lexists(file) and not replace:
        raise Refused("The file is there already and was not touched; --replace writes over it.")
    with door.reading() as journal:
        draft = wallet_card.draft(journal, emergency_number(Settings.load().region))
    sections = {WALLET_PLANS, WALLET_REASONS, *([WALLET_PEOPLE] if people else [])}
    picked = [line.key for line in draft.lines if line.section in sections]
    if not picked:
        raise Refused(WALLET_EMPTY)
    form = form or form_of(file)
    try:
        release.write(file, wallet_card.print_card(wallet_card.card(draft, picked), form), replace=replace)
    except FileExistsError:
        raise Refused("The file is there by now and was not touched; --replace writes over it.") from None
    told = {"file": str(file), "lines": len(picked), "format": form}
    put([f"Written: {count(len(picked), 'line')}. {WALLET_NOT_ENCRYPTED}"], told, as_json=as_json)


COMMANDS = {command.name: command for command in (card,)}
