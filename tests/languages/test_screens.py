"""Every screen is whole in Spanish, which is longer than English: golden screens, nothing cut, no English left."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec
import pytest

from journal import text
from tests.languages.paint import Painted
from tests.support.everywhere import WAYS
from tests.support.extent import thinned
from tests.support.golden import assert_kept

PARTS: Final = 24
ROOT: Final = Path(__file__).parents[2]
RANDOM: Final = {"settings, recovery words", "settings, recovery words asked back", "settings, the passphrase"}
"""Screens that show other words each time."""
WRITTEN: Final = {"class", "pill"}
"""Words of the journal that is painted, and of recovery words, that are in an English text as well."""


def words(text: str) -> set[str]:
    """Return the words of a text that have three letters or more."""
    return set(re.findall(r"[a-záéíóúñü]{3,}", text.lower()))


def said(path: Path) -> str:
    """Return the strings of a module without its docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    docs = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    strings = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in docs)
    return " ".join(node.value for node in strings if isinstance(node.value, str))


def only_english() -> set[str]:
    """Return the words that the English texts say and none of the Spanish ones."""
    english: set[str] = set()
    spanish: set[str] = set()
    modules = Path(text.__file__).parent.rglob("*.py")
    for path in (one for one in modules if one.name != "synonyms.py"):  # what may be typed, in any language
        (spanish if "es" in path.parts else english).update(words(said(path)))
    return english - spanish - WRITTEN


def painted(names: list[str], folder: Path) -> dict[str, Painted]:
    """Paint screens in Spanish in a process of its own."""
    line = [sys.executable, "-m", "tests.languages.paint", "es", str(folder), *names]
    done = subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=dict[str, Painted])


@pytest.mark.parametrize("part", thinned(range(PARTS), every=PARTS))
def test_every_screen_is_whole_in_spanish(part: int, tmp_path: Path) -> None:
    screens = painted(list(WAYS)[part::PARTS], tmp_path)
    wrong = {name: (screen["cut"], screen["missing"]) for name, screen in screens.items()}
    assert {name: found for name, found in wrong.items() if any(found)} == {}
    english = only_english()
    left = {name: words(screen["picture"]) & english for name, screen in screens.items() if name not in RANDOM}
    assert {name: found for name, found in left.items() if found} == {}
    for name, screen in screens.items():
        if name not in RANDOM:
            assert_kept(screen["picture"], f"es-{re.sub('[^a-z]+', '-', name)}")
