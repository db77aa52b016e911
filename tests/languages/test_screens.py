"""Every screen is whole in Spanish, which is longer than English: golden screens, nothing cut, no English left."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec
import pytest

from tests.languages.paint import Painted
from tests.support.everywhere import WAYS
from tests.support.extent import thinned
from tests.support.golden import assert_kept

PARTS: Final = 12
ROOT: Final = Path(__file__).parents[2]
ENGLISH: Final = re.compile(
    r"\b(the|your|you|is|are|with|when|what|not|and|of|day|days|save|back|none)\b", re.IGNORECASE
)
"""Words that only an English sentence has."""


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
    left = {name: ENGLISH.findall(screen["picture"]) for name, screen in screens.items()}
    assert {name: words for name, words in left.items() if words} == {}
    for name, screen in screens.items():
        assert_kept(screen["picture"], f"es-{re.sub('[^a-z]+', '-', name)}")
