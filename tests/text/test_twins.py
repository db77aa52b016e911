"""Each text has a twin in each other language: ``twins.py`` holds both beside each other, for mypy to compare.

A twin that is missing, or takes or returns something else, is a type error in ``make lint``. After a new text, write
``twins.py`` again with ``UPDATE_GOLDEN=1``.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

from journal.language import Language
from tests.support import text_modules

TWINS: Final = Path(__file__).with_name("twins.py")
HEAD: Final = '''\
"""Import each text beside its twin, so that mypy compares the two. Written by ``test_twins.py``."""

from __future__ import annotations
'''
OTHERS: Final = [one for one in Language if one is not Language.ENGLISH]


def own_names(name: str) -> list[str]:
    """Return the public names that a module of texts defines."""
    body = ast.parse(Path(import_module(f"journal.text.{name}").__file__ or "").read_text(encoding="utf-8")).body
    return sorted(one for one in chain.from_iterable(map(_defined, body)) if not one.startswith("_"))


def _defined(node: ast.stmt) -> list[str]:
    """Return what a statement defines: a function or a constant; classes are those of the English module."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):  # a type variable
        return []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def beside_each_other() -> str:
    pieces = [HEAD]
    for language in OTHERS:
        for name in text_modules.names():
            if not (names := ",\n".join(f"            {one}" for one in own_names(name))):
                continue
            pieces.append(
                f"\n\ndef {name.replace('.', '_')}_{language}(is_english: bool) -> None:\n    if is_english:\n"
                f"        from journal.text.{name} import (\n{names},\n        )\n    else:\n"
                f"        from journal.text.{language}.{name} import (\n{names},\n        )\n"
            )
    return "".join(pieces)


def test_mypy_compares_every_text_with_its_twin() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        TWINS.write_text(beside_each_other(), encoding="utf-8")
    assert TWINS.read_text(encoding="utf-8") == beside_each_other()


def texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield each text in a value, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from texts(one, f"{place}[{key!r}]")
    elif isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from texts(one, f"{place}[{number}]")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", text_modules.names())
def test_a_twin_has_the_same_places_and_fills_in_the_same(name: str, language: Language) -> None:
    english, twin = import_module(f"journal.text.{name}"), import_module(f"journal.text.{language}.{name}")
    for one in own_names(name):
        ours, theirs = dict(texts(vars(english)[one], one)), dict(texts(vars(twin)[one], one))
        assert set(ours) == set(theirs)
        for place, text in ours.items():
            if "{" in text:
                assert text_modules.fields(text) == text_modules.fields(theirs[place]), place
