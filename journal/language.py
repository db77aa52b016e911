"""Keep the language of the program, and give each module of texts its twin in that language.

``journal.__main__`` calls ``use`` once, before any text is imported. Each module of ``journal.text`` is English, and
ends with ``translated(__name__)``: where another language is spoken, looking up a name in it gives that of its twin,
``journal.text.es.<name>``. ``speaking`` changes the language for a while, as for the page of a mentor who reads another
one; so texts are imported as modules, and what is said there is looked up when it is said.

It stands at the bottom, because dates and amounts are words as well, and it imports nothing that costs time at start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from importlib import import_module
from types import ModuleType
from typing import Any


class Language(StrEnum):
    """The languages of the program, by ISO 639-1."""

    ENGLISH = "en"
    SPANISH = "es"


_own = Language.ENGLISH
_other: ContextVar[Language | None] = ContextVar("_other", default=None)
_is_only_english = True
_TEXTS = "journal.text."


def language() -> Language:
    """Return the language that is spoken here and now."""
    return _other.get() or _own


def use(chosen: Language) -> None:
    """Speak this language in the whole process. Texts that were looked up before stay as they are."""
    global _own, _is_only_english
    _own = chosen
    _is_only_english = _is_only_english and chosen is Language.ENGLISH


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Speak another language inside the block, in this thread and in tasks that are started in it."""
    global _is_only_english
    _is_only_english = _is_only_english and chosen is Language.ENGLISH
    token = _other.set(chosen)
    try:
        yield
    finally:
        _other.reset(token)


def named_language(name: str) -> Language | None:
    """Return the language of a locale's name, as ``es``, ``es_MX.UTF-8`` or ``Spanish_Spain``; None if unknown."""
    begins = name.lower().replace("-", "_").partition(".")[0].partition("_")[0]
    return {
        "en": Language.ENGLISH,
        "english": Language.ENGLISH,
        "es": Language.SPANISH,
        "spanish": Language.SPANISH,
    }.get(begins)


class _Translated(ModuleType):
    """A module of texts in English, of which a name is looked up in the language that is spoken."""

    def __getattribute__(self, name: str) -> Any:
        if _is_only_english or name.startswith("_") or (spoken := language()) is Language.ENGLISH:
            return super().__getattribute__(name)
        asks = sys._getframe(1).f_globals.get("__name__", "")
        if asks.startswith(_TEXTS) and not asks.startswith(f"{_TEXTS}{spoken}."):  # English is made of English
            return super().__getattribute__(name)
        try:
            return getattr(import_module(f"{_TEXTS}{spoken}.{self.__name__.removeprefix(_TEXTS)}"), name)
        except (ImportError, AttributeError):  # mypy refuses such a gap; English words are still better than a crash
            return super().__getattribute__(name)


def translated(name: str) -> None:
    """Look up the names of this module of texts in the language that is spoken, from now on."""
    sys.modules[name].__class__ = _Translated


def spoken(english: str) -> str:
    """Return a word that stands in code below the texts, as the label of a key or a suggested trigger, in the language.

    One without a twin in ``journal.text.es.words`` stays as it is: it may be the person's own.
    """
    if (here := language()) is Language.ENGLISH:
        return english
    words: dict[str, str] = import_module(f"{_TEXTS}{here}.words").WORDS
    return words.get(english, english)
