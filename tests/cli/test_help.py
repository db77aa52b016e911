"""Check the whole help as one text, and the manual page: both are made from the commands, and looked at as a whole.

After commands were added or changed: ``UPDATE_GOLDEN=1 pytest tests/cli/test_help.py``, and read what changed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from journal.cli.errors import Code
from journal.cli.main import FAMILIES, front_door, help_of
from tests.support import manual
from tests.support.commands import Command
from tests.support.documents import assert_document

ROOT = Path(__file__).parents[2]
NAMES = [name for names in FAMILIES.values() for name in names]


def test_the_help_of_all_commands_reads_as_reviewed() -> None:
    said = manual.whole_help()
    assert_document(ROOT / "tests" / "cli" / "help.txt", said)
    assert [name for name in NAMES if f"$ journal {name} --help\n" not in said] == []
    assert re.findall(r"\[x>=|<=x<=|INTEGER|``", said) == []


def test_commands_are_listed_by_the_help_that_they_have() -> None:
    context = click.Context(front_door)
    commands = {name: front_door.get_command(context, name) for name in NAMES}
    assert {name: command.help for name, command in commands.items() if command} == {
        name: help_of(name) for name in NAMES
    }


@pytest.mark.parametrize("name", ["days", "completion"])
def test_the_help_is_what_a_command_prints(command: Command, name: str) -> None:
    told = command(name, "--help", passphrase=None)
    assert told.code == 0
    assert " ".join(told.out.split()) in " ".join(manual.whole_help().split())


def test_the_manual_page_is_made_from_the_commands() -> None:
    page = manual.page()
    assert_document(ROOT / "docs" / "man" / "journal.1", page)
    plain = page.replace("\\-", "-")
    assert [name for name in NAMES if f".SS journal {name}" not in plain] == []
    options = {name for context in manual.contexts() for one in context.command.params for name in one.opts}
    assert [name for name in options if name.startswith("--") and name not in plain] == []
    assert {code for code, _ in manual.EXIT_CODES} == {str(code.value) for code in Code}


def test_the_manual_page_can_be_shown() -> None:
    groff = shutil.which("groff")
    if groff is None:
        assert (ROOT / "docs" / "man" / "journal.1").read_text(encoding="utf-8").startswith(".TH JOURNAL 1")
        return
    shown = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-P-c", "-P-b", "-P-u", str(ROOT / "docs" / "man" / "journal.1")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert shown.stderr == ""
    assert "journal craving [N]" in shown.stdout
    assert "--passphrase-fd N" in shown.stdout
