"""Test ``journal completion``: what each shell proposes, and that its script runs no program and tells nothing."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from journal.cli.completion import FILE, SHELLS, script
from journal.cli.main import FAMILIES, front_door
from tests.support import manual
from tests.support.commands import Command

NAMES = [name for names in FAMILIES.values() for name in names]
BASH = shutil.which("bash")


def proposed(folder: Path, *words: str) -> list[str]:
    """Return what bash proposes for the last word, or what it would write in place of it."""
    assert BASH is not None
    place = folder / "journal.bash"
    place.write_text(script("bash", front_door), encoding="utf-8")
    program = (
        f"source {shlex.quote(str(place))}\n"
        f"COMP_WORDS=({' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words) - 1}\n"
        'compopt() { echo "$*"; }\n_journal\nprintf \'%s\\n\' "${COMPREPLY[@]}"\n'
    )
    ran = subprocess.run(
        [BASH, "--norc", "-c", program], capture_output=True, text=True, timeout=30, check=True, cwd=folder
    )
    assert ran.stderr == ""
    return [line for line in ran.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("journal", "cra"), ["craving", "cravings"]),
        (("journal", "--journal", "days", "da"), ["day", "days"]),
        (("journal", "days", "--as"), ["--as-of"]),
        (("journal", "--ver"), ["--version"]),
        (("journal", "import", "days", "--j"), ["--journal", "--json"]),
        (("journal", "summary", "--format", ""), ["html", "json", "pdf", "text"]),
        (("journal", "summary", "--format", "pdf", "--share", "m"), ["minimal"]),
        (("journal", "slip", "--situation", "ph"), ["physical\\ discomfort"]),
        (("journal", "completion", ""), sorted(SHELLS)),
        (("journal", "backup", ""), ["-o default"]),
        (("journal", "card", "--to", ""), ["-o default"]),
        (("journal", "--journal", ""), ["-o default"]),
        (("journal", "days", "--from", ""), []),
        (("journal", "craving", ""), []),
    ],
)
def test_bash_completes_commands_options_values_and_files(
    tmp_path: Path, words: tuple[str, ...], some: list[str]
) -> None:
    if BASH is not None:
        assert sorted(proposed(tmp_path, *words)) == some


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script_of_each_shell(command: Command, shell: str) -> None:
    told = command("completion", shell, passphrase=None)
    assert (told.code, told.err) == (0, "")
    words = set(told.out.replace("'", " ").split())
    assert [name for name in NAMES if name not in words] == []
    options = {name for context in manual.contexts() for one in context.command.params for name in one.opts}
    named = {name.lstrip("-") for name in options if name.startswith("--")}
    assert [name for name in named if name not in words and f"--{name}" not in words] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_neither_runs_the_program_nor_names_a_journal(path: Path, shell: str) -> None:
    said = script(shell, front_door)
    assert "$(journal" not in said
    assert "(journal" not in said
    assert str(path.parent) not in said
    assert FILE in said or shell == "fish"


def test_in_fish_a_value_is_a_file_only_where_one_is_wanted() -> None:
    lines = script("fish", front_door).splitlines()
    (form,) = [line for line in lines if "from summary" in line and "-l format" in line]
    (place,) = [line for line in lines if "from summary" in line and "-l to " in line]
    assert " -x -a " in form
    assert " -r -F " in place
