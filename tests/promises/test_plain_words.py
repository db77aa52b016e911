"""Check that nothing a person reads says in a roundabout way what has an everyday word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from screens.keymap import TABLE
from tests.promises.test_words_in_one_place import FRAME, said
from tests.support import manual

ROOT = Path(__file__).parents[2]

OUT_OF_USE = (
    *("anew", "at home unless", "came through", "early hint", "go on", "kept for it", "lines to call"),
    *("mooring line", "mooring lines", "not enough yet", "not tried enough", "only watch", "parked"),
    *("put away", "put back", "safety line", "safety lines", "taken back", "throw away", "what do you want with it"),
    "what goes",
)
"""Phrases for which there is a plainer one: see the tests of ``journal/text/``."""

PHRASE = re.compile(rf"(?<![\w-])({'|'.join(OUT_OF_USE)})(?![\w-])", re.IGNORECASE)

STORED_NAMES = {"MOORING LINES"}
"""Names of sections as journals store them; the page prints another heading."""


def found_in(text: str) -> list[str]:
    """Return the phrases out of use in a text, whatever its line breaks."""
    return [phrase.lower() for phrase in PHRASE.findall(" ".join(text.split()))]


def offences(texts: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return (place, phrase) for each phrase out of use in texts given as (place, text)."""
    return [(place, phrase) for place, text in texts for phrase in found_in(text)]


def in_the_catalogue() -> Iterator[tuple[str, str]]:
    """Yield the strings of ``journal/text/``, those inside functions too, without docstrings and keys of tables."""
    for path in sorted((ROOT / "journal" / "text").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        dicts = (node for node in ast.walk(tree) if isinstance(node, ast.Dict))
        keys = {key.value for one in dicts for key in one.keys if isinstance(key, ast.Constant)}
        for text in said(path):
            if text not in STORED_NAMES and text not in keys:
                yield path.name, text


def on_golden_screens() -> Iterator[tuple[str, str]]:
    """Yield the text of each golden screen without its frames."""
    for page in sorted((ROOT / "tests" / "golden").glob("*.txt")):
        yield page.name, FRAME.sub(" ", page.read_text(encoding="utf-8"))


def on_keys() -> Iterator[tuple[str, str]]:
    """Yield what the hint line and the help say of each key."""
    for key in TABLE:
        yield key.id, key.label
        yield key.id, key.tooltip


def test_a_phrase_is_found_as_whole_words_in_any_case_and_over_line_breaks() -> None:
    assert found_in("You came\n  through. Go on?") == ["came through", "go on"]
    assert found_in("`journal go-on` lets you continue; it came throughout") == []


def test_the_sentences_use_everyday_words() -> None:
    texts = list(in_the_catalogue())

    assert len(texts) > 1000
    assert offences(iter(texts)) == []


def test_the_keys_use_everyday_words() -> None:
    assert offences(on_keys()) == []


def test_the_help_of_commands_uses_everyday_words() -> None:
    assert offences(iter([("journal --help", manual.whole_help(2000))])) == []


def test_the_golden_screens_use_everyday_words() -> None:
    screens = list(on_golden_screens())

    assert len(screens) > 300
    assert offences(iter(screens)) == []
