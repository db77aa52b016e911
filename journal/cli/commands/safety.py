"""The lines to call, and what to do if someone does not wake: readable without the passphrase."""

from __future__ import annotations

from typing import Any

import click
from msgspec.structs import asdict

from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import on_one_line, print_result
from journal.config.settings import Settings
from journal.domain.safety_lines import REGIONS, lines
from journal.text.safety import OVERDOSE, SAFETY_ALL_REGIONS, SAFETY_CANNOT_CALL, SAFETY_COLLECTED


class Region(click.Choice[str]):
    """One of the regions there are lines for."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its code, or an error of usage that names them all."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise click.UsageError(f"--region takes one of {', '.join(REGIONS)}.", ctx) from None


@command("safety")
@click.option(
    "--region",
    type=Region(tuple(REGIONS), case_sensitive=False),
    help="Which region's lines, instead of the one in the settings.",
)
@json_option
def safety(door: CommandContext, *, region: str | None, as_json: bool) -> None:
    """Lines to call, and what to do if someone does not wake. Needs no passphrase."""
    settings = Settings.load()
    chosen = region or settings.region
    found = lines(chosen)
    said = [line.words if chosen in REGIONS else f"{line.words} [{line.where}]" for line in found]
    own = [on_one_line(line.words) for line in settings.lines]
    steps = [f"{number}. {step}" for number, step in enumerate(OVERDOSE.paragraphs, 1)]
    told = [*own, *said, *([] if chosen in REGIONS else [SAFETY_ALL_REGIONS]), SAFETY_COLLECTED, SAFETY_CANNOT_CALL]
    print_result(
        [*told, "", f"{OVERDOSE.title}:", *steps, f"({OVERDOSE.source})"],
        {
            "region": chosen or None,
            "lines": [asdict(line) for line in found],
            "own_lines": [asdict(line) for line in settings.lines],
            "if_someone_does_not_wake": list(OVERDOSE.paragraphs),
            "source": OVERDOSE.source,
        },
        as_json=as_json,
    )


COMMANDS = {command.name: command for command in (safety,)}
