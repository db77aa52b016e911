"""Check that JSON holds codes, never labels: a script must read the same in every language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journal import demo
from journal.clock import FixedClock
from journal.text import labels
from tests.conftest import NOON, ZONE
from tests.support.commands import in_process

COMMANDS = (
    *("agreement", "commitments", "coping", "cravings", "days", "due", "entries", "given", "goals"),
    *("inbox", "milestones", "needs", "patterns"),
)
MARKED = "LABEL OF "


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample journal once."""
    path = tmp_path_factory.mktemp("sample") / "journal.rj"
    demo.make(path, NOON, ZONE)
    return path


def strings(value: Any) -> Iterator[str]:
    """Yield all texts in a JSON value, keys as well."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)


@pytest.mark.parametrize("name", COMMANDS)
def test_json_holds_no_label_of_a_stored_value(
    name: str, sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("journal.store.journal.SystemClock", lambda: FixedClock(NOON, ZONE))
    run = in_process(monkeypatch, capsys, sample)
    told = run(name, "--json", passphrase=demo.PASSPHRASE).value
    original = labels.label
    for module in [one for one in sys.modules.values() if getattr(one, "label", None) is original]:
        monkeypatch.setattr(module, "label", lambda value: f"{MARKED}{original(value)}")
    marked = run(name, "--json", passphrase=demo.PASSPHRASE).value
    assert [text for text in strings(marked) if MARKED in text] == []
    assert json.dumps(marked) == json.dumps(told)
