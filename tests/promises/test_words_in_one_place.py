"""What a person reads in a bad hour stands in ``journal/text/``, and was looked at on a screen."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from journal import text as texts
from journal.text.safety import Notice

ROOT = Path(__file__).parents[2]
BAD_HOUR = (
    *("cravings", "slips", "safety", "locked/inbox_review.py", "mentor/commitment_form.py"),
    *("mentor/meeting_commitments.py", "plan/if_then_form.py", "plan/strategy_form.py", "plan/trigger_form.py"),
    "plan/wallet_card.py",
)
"""Folders and modules of ``screens/`` on cravings, slips and safety."""

SENTENCE = re.compile(r"[A-Za-z’']+(?:[,;:]? [A-Za-z’']+){3,}")
"""Four words in a row: more than a label."""

FRAME = re.compile(r"[│╭╮╰╯─╶╴┐└┌┘├┤▆▄▁▂▃▅▇█▔▕▏]")


def modules() -> list[Path]:
    places = [ROOT / "screens" / name for name in BAD_HOUR]
    assert [place for place in places if not place.exists()] == []
    return sorted(path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place]))


def style_sheets(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id.endswith("CSS") for t in node.targets):
            yield node.value


def said(path: Path) -> Iterator[str]:
    """The strings of a module that are no docstrings and no style sheets."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    docstrings |= {id(node.body[0]) for node in ast.walk(tree) if isinstance(node, documented)}
    docstrings |= {id(value) for value in style_sheets(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_the_screens_of_a_bad_hour_hold_no_sentence_of_their_own() -> None:
    found = {path.name: [text for text in said(path) if SENTENCE.search(text)] for path in modules()}

    assert len(found) >= 10
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_no_sentence_is_left_that_nobody_says() -> None:
    sources = [
        path.read_text(encoding="utf-8") for place in ("journal", "screens") for path in (ROOT / place).rglob("*.py")
    ]
    spoken = Counter(re.findall(r"\b[A-Z][A-Z_]+\b", "\n".join(sources)))
    names = [
        name
        for path in sorted((ROOT / "journal" / "text").glob("*.py"))
        for name in re.findall(r"^([A-Z][A-Z_]+)(?:: \S+)? = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert len(names) > 200
    assert [name for name in names if spoken[name] < 2] == []


def looked_at() -> str:
    """All that stands on the golden screens, without frames, as if no line had to end."""
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "tests" / "golden").glob("*.txt"))]
    return "\n".join(re.sub(r"\s+", " ", FRAME.sub(" ", page)) for page in pages)


def sentences(value: Any) -> list[str]:
    """What a name of the words holds for a person to read."""
    match value:
        case str():
            return [value]
        case Notice():
            return [value.title, *value.paragraphs, value.source]
        case tuple() | list():
            return [one for one in value if isinstance(one, str)]
        case dict():
            return [one for one in value.values() if isinstance(one, str)]
        case _:
            return []


def test_every_sentence_was_looked_at_on_a_screen() -> None:
    """But those of errors: ``tests/text/test_errors.py`` looks at them."""
    seen, missing, count = looked_at(), [], 0
    for module in pkgutil.iter_modules(texts.__path__):
        if module.name == "errors":
            continue
        for name, value in vars(import_module(f"{texts.__name__}.{module.name}")).items():
            for sentence in sentences(value) if name.lstrip("_").isupper() else ():
                count += 1
                parts = [" ".join(part.split()) for part in re.split(r"\{[^}]*\}", sentence)]
                if not all(part in seen for part in parts):
                    missing.append((module.name, name, sentence))

    assert count > 300
    assert missing == []
