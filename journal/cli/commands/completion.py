"""``journal completion``: print the script with which a shell completes the commands of this program."""

from __future__ import annotations

import click

from journal.cli import completion as cli_completion
from journal.cli.context import Command, accessible_option
from journal.text.commands import completion as command_text


@click.command("completion", cls=Command, help=command_text.COMPLETION_HELP)
@click.argument("shell", type=click.Choice(cli_completion.SHELLS))
@accessible_option
@click.pass_context
def completion(context: click.Context, *, shell: str) -> None:
    """Print the script."""
    click.echo(cli_completion.script(shell, context.find_root().command), nl=False)


COMMANDS = {command.name: command for command in (completion,)}
