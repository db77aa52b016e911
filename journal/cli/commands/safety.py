"""``journal safety``: print the lines to call, and what to do if someone does not wake.

It needs no passphrase and no journal, so it reads nothing but the settings of this computer.
"""

from __future__ import annotations

from typing import Any

import click
from msgspec.structs import asdict

from journal.cli.context import CommandContext, command, json_option
from journal.cli.helplines import helplines
from journal.cli.output import print_result
from journal.config.settings import Settings
from journal.domain.safety_lines import REGIONS, lines
from journal.text import safety as safety_text
from journal.text.commands import safety as command_text


class Region(click.Choice[str]):
    """The type of an option that takes one of the regions with lines."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise click.UsageError(command_text.region_needed(REGIONS), ctx) from None


@command("safety", command_text.SAFETY_HELP)
@click.option(
    "--region",
    type=Region(tuple(REGIONS), case_sensitive=False),
    help=command_text.REGION_HELP,
)
@json_option
def safety(context: CommandContext, *, region: str | None, as_json: bool) -> None:
    """Print the lines of a region, the person's own first, and the steps for someone who does not wake."""
    settings = Settings.load()
    chosen = region or settings.region
    print_result(
        helplines(settings, chosen),
        {
            "region": chosen or None,
            "lines": [asdict(line) for line in lines(chosen)],
            "own_lines": [asdict(line) for line in settings.lines],
            "if_someone_does_not_wake": list(safety_text.OVERDOSE.paragraphs),
            "source": safety_text.OVERDOSE.source,
        },
        as_json=as_json,
    )


COMMANDS = {command.name: command for command in (safety,)}
