from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journal.errors import UnsuitableLibrary
from journal.requirements import TEXTUAL
from journal.text.errors import error_text
from screens.app import run
from screens.runtime.requirements import NEEDED, check_textual
from tests.support.commands import ROOT

REFUSED = error_text(UnsuitableLibrary(TEXTUAL, []))
METHODS = [(kind, name) for kind, members in NEEDED.items() for name in members.methods]
ATTRIBUTES = [
    (kind, name) for kind, members in NEEDED.items() for name in members.attributes if not hasattr(kind, name)
]

WITHOUT_ITS_PARSER = """
import sys
sys.modules["textual._xterm_parser"] = None
sys.argv = ["journal"]
import journal.__main__ as front_door
front_door.main()
"""


def test_the_refusal_says_what_is_wrong_what_was_kept_and_what_to_do() -> None:
    assert "tested with textual==8.2.8" in REFUSED
    assert "Nothing was opened or changed" in REFUSED
    assert REFUSED.endswith("Install the tested version: pip install textual==8.2.8.")


def test_this_textual_has_all_that_is_needed() -> None:
    check_textual()
    assert len(METHODS) > 10
    assert len(ATTRIBUTES) > 5


@pytest.mark.parametrize(("kind", "name"), METHODS, ids=lambda value: getattr(value, "__name__", value))
def test_without_a_method_of_textual_the_start_is_refused_and_touches_nothing(
    kind: type, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for base in [base for base in kind.__mro__ if name in vars(base)]:
        monkeypatch.delattr(base, name)
    folder = tmp_path / "folder"
    assert run(folder / "journal.rj") == 1
    assert capsys.readouterr() == ("", f"{REFUSED}\n")
    assert not folder.exists()


@pytest.mark.parametrize(("kind", "name"), ATTRIBUTES, ids=lambda value: getattr(value, "__name__", value))
def test_without_an_attribute_of_textual_the_start_is_refused(
    kind: type, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kind, "__init__", lambda place: None)
    with pytest.raises(UnsuitableLibrary) as refused:
        check_textual()
    assert f"{kind.__qualname__}.{name}" in refused.value.missing


def test_without_a_private_module_of_textual_the_start_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "mine"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ITS_PARSER],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"HOME": str(home), "PATH": ""},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{REFUSED}\n")
    assert list(home.iterdir()) == []
