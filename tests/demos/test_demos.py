"""Play the demos: each must go as it goes for a person, and look as its pictures in the README and the guide show."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demos.stage import PICTURES, Demo, stage
from tests.demos.walks import DEMOS

ROOT = Path(__file__).parents[2]
SHOWN_IN = ("README.md", "docs/guide.md")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty home directory, on a computer whose clock shows UTC: a picture says when a file was saved."""
    monkeypatch.setenv("HOME", str(tmp_path))
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "UTC")
        time.tzset()
        yield tmp_path
    time.tzset()


@pytest.mark.parametrize("demo", DEMOS, ids=lambda demo: demo.name)
async def test_a_demo_plays_by_keys_only_and_looks_like_its_pictures(home: Path, demo: Demo) -> None:
    async with stage(home, has_journal=demo.has_journal) as play:
        await demo.play(play)
    assert play.shown == list(demo.pictures)


def test_every_picture_is_made_by_a_demo_and_shown() -> None:
    made = {name for demo in DEMOS for name in demo.pictures}
    kept = {picture.stem for picture in PICTURES.iterdir()}
    pages = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in SHOWN_IN)
    shown = set(re.findall(r"pictures/([a-z-]+)\.svg", pages))
    assert made == kept == shown
