"""Check that docs/security.md names a test for every promise, and that each of these tests is there and is run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")

PROMISING: Final = ("Who is kept out", "What each thing does, and does not do")
"""The sections of which every paragraph promises something; a paragraph begins with what it is about, in bold."""

OTHERS: Final = ("What can be seen without the passphrase", "Not protected", "Nothing is lost")
"""Where else a claim of the table can come from: other sections, and README."""


def section(heading: str) -> str:
    """Return what is under a heading of the second level."""
    (found,) = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def leads(heading: str) -> list[str]:
    """Return what the paragraphs of a section are about."""
    return [lead.rstrip(".") for lead in re.findall(r"^\*\*(.+?)\*\*", section(heading), flags=re.MULTILINE)]


def claims() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the lines of the table: the paragraph (that of the line before where it is empty), claim and tests."""
    said = ""
    for row in section("How it is checked").splitlines():
        if row.startswith("| ") and "`tests/" in row:
            first, claim, tests = (cell.strip() for cell in row.strip("|").split("|"))
            said = first or said
            yield said, claim, re.findall(r"`(tests/[^`]+)`", tests)


NAMED: Final = sorted({test for _, _, tests in claims() for test in tests})


@cache
def names_in(file: Path) -> frozenset[str]:
    """Return the names of the test functions and of the state machines of a file."""
    nodes = ast.parse(file.read_text(encoding="utf-8")).body
    functions = (node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assigned = (ast.unparse(node.targets[0]) for node in nodes if isinstance(node, ast.Assign))
    classes = (node.name for node in nodes if isinstance(node, ast.ClassDef))
    return frozenset(name for name in (*functions, *assigned, *classes) if name.startswith(("test_", "Test")))


def test_every_paragraph_that_promises_something_has_a_line() -> None:
    wanted = [lead for heading in PROMISING for lead in leads(heading)]
    assert len(wanted) > 25
    said = [said for said, _, _ in claims()]
    assert [lead for lead in wanted if lead not in said] == []
    assert [one for one in said if one not in (*wanted, *OTHERS)] == []
    assert list(dict.fromkeys(said)) == [*wanted, *OTHERS], "the lines have the order of the page"


def test_every_paragraph_says_what_it_is_about() -> None:
    for heading in PROMISING:
        first, *_ = section(heading).strip().split("\n\n")
        assert first.startswith("**"), heading


def test_every_claim_names_a_test() -> None:
    assert [claim for _, claim, tests in claims() if not tests] == []


@pytest.mark.parametrize("named", NAMED)
def test_the_test_is_there(named: str) -> None:
    path, _, function = named.partition("::")
    file = ROOT / path
    assert file.is_file()
    assert file.name.startswith("test_"), "pytest collects it"
    found = names_in(file)
    assert found
    assert not function or function in found
    assert "pytest.mark.skip(" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", ["README.md", "SECURITY.md", "CONTRIBUTING.md", "docs/security.md", "docs/decisions.md"]
)
def test_links_to_headings_lead_somewhere(page: str) -> None:
    place = ROOT / page
    for target, anchor in re.findall(r"\]\(([^)#]*)#([^)]+)\)", place.read_text(encoding="utf-8").replace("\n", "")):
        if "://" not in target:
            other = (place.parent / target).resolve() if target else place
            headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert anchor in [re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings], anchor
