from __future__ import annotations

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Table

from journal.errors import UnsuitableLibrary
from journal.requirements import TEXTUAL, TINYDB
from journal.store.journal import Journal
from journal.store.tinydb_store import check_tinydb
from journal.text.errors import error_text
from tests.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).parents[2]
METHODS = ["_read_table", "_update_table", "_get_next_id"]


@pytest.mark.parametrize("requirement", [TEXTUAL, TINYDB])
def test_the_version_that_is_named_is_the_one_that_is_pinned_locked_and_installed(requirement: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert requirement in project["dependencies"]
    assert f"\n{requirement} " in (ROOT / "requirements.lock").read_text(encoding="utf-8")
    name, _, number = requirement.partition("==")
    assert version(name) == number


@pytest.mark.parametrize("name", METHODS)
def test_without_a_method_of_tinydb_nothing_is_opened_and_nothing_touched(
    name: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    before = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in path.parent.iterdir() if file.is_file()}
    monkeypatch.delattr(Table, name)
    with pytest.raises(UnsuitableLibrary) as refused:
        Journal.open(path, PASSPHRASE)
    with pytest.raises(UnsuitableLibrary):
        Journal.create(path.with_name("another.rj"), PASSPHRASE, cost=CHEAP)
    after = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in path.parent.iterdir() if file.is_file()}
    assert before == after
    assert refused.value.missing == [f"Table.{name}"]
    assert error_text(refused.value).endswith("Install the tested version: pip install tinydb==4.9.0.")


@pytest.mark.parametrize("kind", [Table, TinyDB])
def test_without_an_attribute_of_tinydb_it_is_refused(kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "__init__", lambda place: None)
    with pytest.raises(UnsuitableLibrary) as refused:
        check_tinydb()
    assert refused.value.missing == [f"{kind.__name__}._storage"]
