"""Check that the examples in CONTRIBUTING.md work exactly as written."""

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
from journal.domain import kinds
from journal.domain.entries import Entry
from journal.domain.kinds import Kind
from journal.domain.parked import Parked
from journal.domain.record import Sensitivity
from journal.record_text import RecordText, format_parked
from journal.sharing.page import Line
from journal.sharing.release import Choice, release
from journal.store import journal as store
from journal.store.journal import Journal
from journal.summary.formats import FORMS
from journal.summary.page import draft
from journal.text.kinds import FIELD_WORDS, KIND_NAMES, KindName, name_of
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import in_process

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Return a function that imports an example as the module its file name says."""

    def imported(path: str) -> ModuleType:
        text = GUIDE.read_text(encoding="utf-8")
        found = re.search(rf"```python {re.escape(path)}\n(.*?)```", text, re.DOTALL)
        assert found is not None, f"CONTRIBUTING.md has no {path}"
        module = ModuleType(path.removesuffix(".py").replace("/", "."))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec(compile(found[1], path, "exec"), vars(module))
        return module

    return imported


def test_a_command_is_two_files_and_one_line_in_the_table(
    example: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    path: Path,
    clock: FixedClock,
) -> None:
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as journal:
        journal.save(Entry(text="one"), Entry(text="two"))
    example("journal/text/commands/notebook.py")
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


def test_a_record_kind_is_one_type_one_row_and_one_name(
    example: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, path: Path, clock: FixedClock
) -> None:
    reward = example("journal/domain/rewards.py").Reward
    kind = Kind(type=reward, line=("text",), elsewhere=("earned_on",))
    monkeypatch.setattr(store, "KINDS", (*kinds.KINDS, kind))
    monkeypatch.setitem(kinds._BY_TABLE, kind.table, kind)
    monkeypatch.setitem(KIND_NAMES, kind.table, KindName("reward", "rewards"))
    monkeypatch.setitem(FIELD_WORDS, kind.table, {"text": "{}"})
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as journal:
        saved = journal.save(reward(text="a day at the sea"))[0]
        assert journal.find(kind.table, saved.uid) == saved
        assert RecordText(journal).line(saved) == "a day at the sea"
        assert name_of(saved, "slip") == "reward"
        assert kinds.kind_of(saved).sensitivity is Sensitivity.NEVER
        assert format_parked(journal, Parked(kind=kind.table, record=saved.uid)) == "a day at the sea"
        assert kind.placed == {"text", "earned_on"}
