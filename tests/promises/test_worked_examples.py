"""The examples in CONTRIBUTING.md work as they stand there."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace

from journal.cli import main as command_line
from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.sharing.page import Line
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary.formats import FORMS
from journal.summary.page import draft
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import in_process

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports an example as the module whose file it names."""

    def imported(path: str) -> ModuleType:
        text = GUIDE.read_text(encoding="utf-8")
        found = re.search(rf"```python {re.escape(path)}\n(.*?)```", text, re.DOTALL)
        assert found is not None, f"CONTRIBUTING.md has no {path}"
        module = ModuleType(path.removesuffix(".py").replace("/", "."))
        exec(compile(found[1], path, "exec"), vars(module))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        return module

    return imported


def test_a_command_is_one_file_and_one_line_in_the_table(
    example: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    path: Path,
    clock: FixedClock,
) -> None:
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as journal:
        journal.save(Entry(text="one"), Entry(text="two"))
    example("journal/cli/commands/notebook.py")
    monkeypatch.setitem(command_line._MODULES, "entry-count", "notebook")
    command = in_process(monkeypatch, capsys, path)

    assert command("entry-count").out == "2\n"
    assert command("entry-count", "--json").value == {"entries": 2}
    assert "Count the entries." in command("--help", passphrase=None).out


def test_a_chart_is_a_line_of_a_section_and_every_format_shows_it(
    example: Callable[[str], Any], journal: Journal
) -> None:
    journal.save(Entry(text="four"), Entry(text="and eighteen more."))
    today = journal.today()
    lines: Iterator[Line] = example("journal/summary/sections/entry_lengths.py").entry_length_lines(
        journal, today, today
    )
    page = release(replace(draft(journal, today, today), lines=tuple(lines)), Choice())

    assert [line.text for line in page.lines] == ["2 entries, the longest of 18 characters"]
    shown = {form: render(page) for form, render in FORMS.items()}
    assert b"characters of each entry" in shown["html"]
    assert b"characters of each entry" in shown["json"]
    assert b"2 entries, the longest of 18 characters" in shown["text"]
    assert shown["pdf"].startswith(b"%PDF")
