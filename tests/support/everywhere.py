"""List every screen, dialog and input, and the keys that lead there from Today.

The tests of ``test_everywhere.py`` press the craving key and the lock key at each. Add yours.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.people import Person, Role
from journal.domain.sessions import Session
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents
from tests.conftest import NOON
from tests.support.builders import alcohol

WAYS: Final[dict[str, list[str]]] = {
    "today": [],
    "days of a focus": ["up", "enter"],
    "amounts of a focus": ["up", "enter", "a"],
    "days of a focus, the year": ["up", "enter", "y"],
    "days of a focus, a date half-typed": ["up", "enter", "g", "x"],
    "a day": ["up", "enter", "left", "enter"],
    "a day, an entry half-written": ["up", "enter", "left", "enter", "n", "x"],
    "pauses": ["up", "enter", "p"],
    "a pause, half-typed": ["up", "enter", "p", "plus", "x"],
    "milestones": ["m"],
    "milestones, a reward": ["m", "enter", "a"],
    "milestones, which ones": ["m", "o", "tab", "1"],
    "milestones, a token": ["m", "w", "a"],
    "timeline": ["2"],
    "timeline, searching": ["2", "slash", "q"],
    "timeline, what to show": ["2", "w", "shift+tab", "x"],
    "timeline, asking before deleting": ["2", "d"],
    "craving": ["ctrl+r"],
    "craving, another trigger half-typed": ["ctrl+r", "7", "tab", "0", "x"],
    "craving, out of reach": ["ctrl+r", "7", "f", "1"],
    "craving, how it is now": ["ctrl+r", "7", *["tab"] * 3, "3"],
    "craving, a thought": ["ctrl+r", "7", "m", *["tab"] * 3, "x"],
    "a slip": ["s"],
    "a slip, when it was": ["s", "tab", "9"],
    "a slip, what happened before it": ["s", "f6"],
    "a slip, what happened before it half-written": ["s", "f6", "6", "enter", "enter", "x"],
    "a check-in": ["a", "7"],
    "a check-in, its intention": ["a", *["tab"] * 6, "x"],
    "a check-in, another day": ["a", "shift+tab", "-"],
    "a check-in, asked about the slip": ["a", *["tab"] * 5, "2", "ctrl+s"],
    "patterns": ["3"],
    "patterns, as tables": ["3", "t"],
    "patterns, own dates": ["3", "o"],
    "patterns, own dates half-typed": ["3", "o", "x"],
    "plan": ["4"],
    "mentor": ["5"],
    "mentor, what we agreed": ["5", "right"],
    "mentor, hard days ahead": ["5", "right", "right"],
    "mentor, people": ["5", "right", "right", "right"],
    "mentor, what was": ["5", "left"],
    "the page for the mentor": ["p"],
    "the page, what's included": ["p", "w"],
    "the page, a date of its days": ["p", "w", "3", "tab", "1"],
    "the page, what stays home": ["p", "o"],
    "the page, where to": ["p", "ctrl+s", "a"],
    "the page, what was shared": ["p", "v"],
    "safety": ["f4"],
    "help": ["f1"],
    "help by its question mark": ["question_mark"],
    "palette": ["ctrl+p"],
    "palette with something typed": ["ctrl+p", "t", "o"],
    "entry, half-written": ["n", "a", "b"],
    "entry, its title": ["n", "shift+tab", "shift+tab", "shift+tab"],
    "entry, asked whether to throw it away": ["n", "a", "ctrl+t"],
    "entry, prompts and templates": ["n", "f6"],
    "entry, a template": ["n", "f6", "plus", "a"],
    "a goal": ["4", "plus"],
    "a goal, its steps": ["4", "enter", "tab", "tab", "a"],
    "values of a goal": ["4", "v"],
    "a value of a goal": ["4", "v", "plus", "5"],
    "pros and cons": ["4", "b"],
    "pros and cons, a table": ["4", "b", "enter", "a"],
    "a strategy": ["4", "tab", "plus"],
    "a strategy, its kind": ["4", "tab", "plus", "tab", "3"],
    "suggestions": ["4", "o", "1"],
    "an if-then plan": ["4", "tab", "tab", "plus", "1", "tab", "tab", "1", "tab", "x"],
    "fellowship steps": ["ctrl+p", *"fellowship st", "enter"],
    "a fellowship step": ["ctrl+p", *"fellowship st", "enter", "plus", "4", "tab", "a"],
    "medicines": ["ctrl+p", *"medicin", "enter"],
    "a medicine": ["ctrl+p", *"medicin", "enter", "plus", "a"],
    "questionnaires": ["ctrl+p", *"questionn", "enter"],
    "a questionnaire": ["ctrl+p", *"questionn", "enter", "enter"],
    "a questionnaire, a remark": ["ctrl+p", *"questionn", "enter", "enter", "7", "x"],
    "a questionnaire, its score": ["ctrl+p", *"questionn", "enter", *["down"] * 4, "enter", "1", "2"],
    "wallet card": ["4", "w", "a"],
    "a trigger": ["4", "tab", "tab", "tab", "plus", "a"],
    "a reason": ["4", "shift+tab", "plus", "a"],
    "a goal, asked whether to delete it": ["4", "d"],
    "a person": ["5", "left", "left", "plus"],
    "a person, half-written": ["5", "left", "left", "plus", "R", "tab", "2"],
    "a meeting to plan": ["5", "plus"],
    "a planned meeting": ["5", "enter"],
    "a planned meeting, how I am": ["5", "enter", "3"],
    "what is kept for the meeting": ["5", "enter", "f6"],
    "a meeting": ["5", "m", "y", "a"],
    "a meeting, the page": ["5", "m", "y", "f6"],
    "what we agree to": ["5", "y", *["tab"] * 8, "a"],
    "what we agreed, every version": ["5", "y", "f6"],
    "what we agree to, on paper": ["5", "y", "f7", "a"],
    "progress with a mentor": ["5", "t"],
    "a hard day": ["5", "right", "right", "plus", "a"],
    "hard days, on paper": ["5", "right", "right", "w", "a"],
    "if I go quiet": ["ctrl+p", *"go quiet", "enter", "tab", "2"],
    "home walk-through": ["ctrl+p", *"walk-th", "enter"],
    "home walk-through, a thing": ["ctrl+p", *"walk-th", "enter", "plus", "a"],
    "home walk-through, the naloxone": ["ctrl+p", *"walk-th", "enter", "n", "a"],
    "home walk-through, on paper": ["ctrl+p", *"walk-th", "enter", "w", "a"],
    "no mentor yet": ["5", "i"],
    "no mentor yet, the first message": ["5", "i", "e", "a"],
    "no mentor yet, on paper": ["5", "i", "w", "tab", "a"],
    "a need": ["5", "tab", "tab", "plus", "1", "tab", "a"],
    "a next step": ["5", "right", "plus", "a"],
    "weekly anchors": ["4", "l"],
    "a weekly anchor": ["4", "l", "plus", "a"],
    "a meeting, asked whether to delete it": ["5", "d"],
    "settings": ["comma"],
    "settings, words and days": ["comma", "enter"],
    "settings, the country": ["comma", "down", "down", "enter"],
    "settings, a focus": ["comma", "down", "down", "down", "enter", "down"],
    "settings, something else": ["comma", "plus", "1"],
    "settings, safety plan": ["comma", *["down"] * 5, "enter", "a"],
    "settings, emergency card": ["comma", *["down"] * 6, "enter", "a"],
    "settings, own lines": ["comma", *["down"] * 7, "enter"],
    "settings, a line of one's own": ["comma", *["down"] * 7, "enter", "plus", "1"],
    "settings, what opens the journal": ["comma", *["down"] * 8, "enter"],
    "settings, the passphrase": ["comma", *["down"] * 8, "enter", "enter", "a"],
    "settings, recovery words": ["comma", *["down"] * 8, "enter", "down", "enter"],
    "settings, a sheet of the words": ["comma", *["down"] * 8, "enter", "down", "enter", "p", "a"],
    "settings, recovery words asked back": ["comma", *["down"] * 8, "enter", "down", "enter", "enter"],
    "settings, a new master key": ["comma", *["down"] * 8, "enter", "up", "enter", "a"],
    "settings, when it locks": ["comma", *["down"] * 9, "enter"],
    "settings, backup": ["comma", *["down"] * 10, "enter", "a"],
    "settings, another copy": ["comma", *["down"] * 11, "enter", "a"],
    "settings, asked whether to clean up the file": ["comma", *["down"] * 12, "enter"],
    "settings, asked whether to keep deleted things": ["comma", *["down"] * 14, "enter"],
    "settings, look and keys": ["comma", *["down"] * 15, "enter"],
    "settings, import": ["comma", "G", "up", "up", "enter"],
    "settings, import, a file": ["comma", "G", "up", "up", "enter", "down", "enter", "a"],
    "settings, undo an import": ["comma", "G", "up", "enter"],
    "settings, erase the journal": ["comma", "G", "enter", "a"],
    "timeline, erase for good": ["2", "D", "a"],
    "an entry, erase for good": ["2", "enter", "f5", "a"],
    "the bin": ["2", "B"],
    "the bin, what it says": ["2", "B", "enter"],
    "the bin, erase for good": ["2", "B", "D", "a"],
    "an entry, its earlier versions": ["2", "enter", "f7"],
}
"""Name → keys to press one after the other, from Today of the journal that ``fill`` made."""


def fill(journal: Journal) -> None:
    """Add one record of each kind that a way needs."""
    journal.focuses.add(alcohol())
    journal.entries.add(Entry(text="a quiet day"))
    (gone,) = journal.save(Entry(text="a day of noise"))
    delete_with_dependents(journal, gone)
    journal.goals.add(Goal(title="Evening class"))
    journal.people.add(Person(name="R.", role=Role.SPONSOR))
    journal.sessions.add(Session(planned_at=NOON + timedelta(days=3)))
