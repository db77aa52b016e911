"""What a person reads in a bad hour stands in ``journal/domain/words/``, and was looked at on a screen."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
BAD_HOUR = re.compile(
    r"craving|riding|breath|at_hand|slip|debrief|commitment|safety|if_then|wallet|inbox|emergency|strategy|trigger"
)
"""Names of the modules on cravings, slips and safety."""

SENTENCE = re.compile(r"[A-Za-z’']+(?:[,;:]? [A-Za-z’']+){3,}")
"""Four words in a row: more than a label."""


def modules() -> list[Path]:
    return [path for path in sorted((ROOT / "screens").rglob("*.py")) if BAD_HOUR.search(path.stem)]


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
        for path in sorted((ROOT / "journal" / "domain" / "words").glob("*.py"))
        for name in re.findall(r"^([A-Z][A-Z_]+)(?:: \S+)? = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert len(names) > 200
    assert [name for name in names if spoken[name] < 2] == []
