"""List the modules of texts, in English, and the twins of another language."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from string import Formatter
from types import ModuleType

from journal import text
from journal.language import Language

_LANGUAGES = {str(one) for one in Language}


def names() -> list[str]:
    """Return the names of the modules in English, as ``unlock`` or ``commands.keys``."""
    below = f"{text.__name__}."
    every = (module for module in pkgutil.walk_packages(text.__path__, below) if not module.ispkg)
    found = [module.name.removeprefix(below) for module in every]
    return sorted(name for name in found if name.partition(".")[0] not in _LANGUAGES)


def english() -> list[ModuleType]:
    """Return the modules in English."""
    return [import_module(f"{text.__name__}.{name}") for name in names()]


def fields(text: str) -> list[str]:
    """Return the names of what is filled into a text, in order of the alphabet."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
