"""Check that every public method has a docstring, its own or that of the method it overrides."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import journal
import screens

RUNS_WHEN_IMPORTED = "__main__"


def classes() -> Iterator[type]:
    for package in (journal, screens):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(RUNS_WHEN_IMPORTED):
                for value in vars(import_module(module.name)).values():
                    if inspect.isclass(value) and value.__module__ == module.name:
                        yield value


def test_every_public_method_is_documented_unless_it_overrides_one_that_is() -> None:
    methods = [
        (f"{one.__module__}.{one.__qualname__}.{name}", inspect.getdoc(getattr(one, name)))
        for one in classes()
        for name, value in vars(one).items()
        if not name.startswith("_") and isinstance(value, property | staticmethod | classmethod | type(classes))
    ]

    assert len(methods) > 500
    assert [name for name, documentation in methods if not documentation] == []
