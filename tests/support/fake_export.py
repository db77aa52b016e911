"""A reader of a made-up export, in place of that of Loop: one line a day, whose meaning has to be asked for.

Each line is a date, ``yes`` or ``no``, and words. An export that begins with ``broken`` is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from journal.domain.days import DayState
from journal.errors import BadExport
from journal.importing.found import (
    Choice,
    Found,
    FoundDay,
    FoundEntry,
    FoundFocus,
    Moment,
    Present,
    Question,
    Reading,
)

WORDS = {"clean": DayState.CLEAN, "used": DayState.USED}


class FakeReader:
    """Reads the made-up export."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def questions(self) -> list[Question]:
        """Return one question with choices, and one with free text."""
        known = (Choice("clean", "a day without use"), Choice("used", "a day with use"))
        choices = (*known, Choice("unknown", "not known"), Choice("", "leave these days out"))
        return [
            Question(name="yes", text="What does yes mean?", choices=choices, cautious="unknown"),
            Question(name="unit", text="In which unit?"),
        ]

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return an entry for each line with words, and a day for each; under the cautious answer it is not known."""
        yes = WORDS.get(answers.get("yes", "unknown"), DayState.UNKNOWN)
        found: list[Found] = [FoundFocus(key="loop:wine", label="Wine", unit=answers.get("unit", ""))]
        for line in self._lines:
            day, word, text = line.split(" ", 2)
            when = date.fromisoformat(day)
            if answers.get("yes") == "":
                continue
            state = yes if word == "yes" else DayState.UNKNOWN
            doubts = () if state is not DayState.UNKNOWN else ("It is not known what this day was.",)
            found.append(FoundDay(key=f"loop:{day}", focus="Wine", day=when, state=state, doubts=doubts))
            if text:
                found.append(FoundEntry(key=f"loop:{day}/note", when=Moment(day=when), text=text))
        return Reading(found, {"A reminder is not imported.": 1})


def open_export(path: Path, present: Present) -> FakeReader:
    """Open the made-up export."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("broken"):
        raise BadExport("This isn't an export of Loop.")
    return FakeReader(text.splitlines())


EXPORT = "2026-11-20 yes \n2026-11-21 no a [hard] evening\x1b\n2026-11-22 yes \n"


@pytest.fixture
def export(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Put the made-up reader in place of Loop's, and return the path of an export of it."""
    module = ModuleType("journal.importing.loop")
    module.open_export = open_export  # type: ignore[attr-defined]  # made here
    monkeypatch.setitem(sys.modules, module.__name__, module)
    path = tmp_path / "loop.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path
