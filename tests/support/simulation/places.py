"""What is expected of one journal on the simulated disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from journal.store.journal import Journal
from tests.support.simulation.views import Key, Value, View, differences

HOME = Path("/home/j.rj")
ANCHORS = Path("/state/anchors")
STICK = Path("/stick")

UNDONE = ("entry", "bin", "versions", "capture")
"""The kinds of keys that undo changes."""


class Broken(AssertionError):
    """A promise was broken."""


@dataclass(frozen=True)
class Secrets:
    """What opens a journal; empty: there is none of that kind. `master` counts the master keys."""

    passphrase: str = ""
    words: str = ""
    key_file: str = ""
    master: int = 0


@dataclass(frozen=True)
class May:
    """One of the states that a journal may be in; `view` is None where there is no journal."""

    view: View | None
    secrets: Secrets = Secrets()


@dataclass
class Place:
    """A journal: the file at `path`, the session that has it open, and what may be in it.

    `may`: the file holds one of these; while it is open, the first is what memory holds. `waiting`: captures (uid and
    text) that are in the inbox for certain; `perhaps`: those that may be. `readable`: what can be read of a damaged
    file; then `may` is what is there after going on. `behind`: what another program put in the file's place while it
    was open. `older`: it may be reported as older than what was seen, `told`: it must be.
    `has_foreign_inbox`: another program put a journal with another key here, and what is captured now is sealed to the
    wrong one.
    """

    path: Path
    anchors: Path | None = None
    may: list[May] = field(default_factory=lambda: [May(None)])
    journal: Journal | None = None
    undo: list[dict[Key, Value | None]] = field(default_factory=list)
    waiting: dict[str, str] = field(default_factory=dict)
    perhaps: dict[str, set[str]] = field(default_factory=dict)
    inbox_is_sure: bool = False
    has_foreign_inbox: bool = False
    readable: View | None = None
    behind: list[May] | None = None
    older: bool = False
    told: bool = False
    rotten: bool = False
    refuses: bool = False
    retired: list[str] = field(default_factory=list)
    stamp: int = 0
    seen: int = 0
    seen_master: int = 0

    @property
    def is_open(self) -> bool:
        """Return whether a process has it open."""
        return self.journal is not None

    @property
    def here(self) -> Journal:
        """Return the open journal."""
        assert self.journal
        return self.journal

    @property
    def view(self) -> View:
        """Return what memory must hold."""
        view = self.readable if self.readable is not None and self.refuses else self.may[0].view
        assert view is not None
        return view

    @property
    def secrets(self) -> Secrets:
        """Return what opens the journal as memory knows it."""
        return self.may[0].secrets

    @property
    def exists(self) -> bool:
        """Return whether there is a journal for certain."""
        return all(each.view is not None for each in self.may)

    def end_session(self) -> None:
        """Forget the session: it was closed, or its process ended."""
        self.journal, self.refuses = None, False
        self.undo.clear()
        if self.behind is not None:
            self.may, self.behind = self.behind, None

    def doubt_inbox(self) -> None:
        """Note that what waits in the inbox may be lost, or is imported already."""
        self.doubt_captures_of(self)
        self.waiting.clear()

    def doubt_captures_of(self, other: Place) -> None:
        """Note that a copy of another journal may hold what waits in its inbox: an import that failed may be in it."""
        for uid, text in other.waiting.items():
            self.perhaps.setdefault(uid, set()).add(text)
        for uid, texts in other.perhaps.items():
            self.perhaps.setdefault(uid, set()).update(texts)

    def fits(self, found: View, expected: View | None) -> bool:
        """Return whether a view is the expected one. A capture that waits, or may, may be imported or not."""
        if expected is None:
            return False
        keys = [key for key in found.keys() | expected.keys() if found.get(key) != expected.get(key)]
        return all(key[0] == "capture" and self._may_be_imported(key[1], found.get(key)) for key in keys)

    def _may_be_imported(self, uid: str, text: Value | None) -> bool:
        return text is not None and (self.waiting.get(uid) == text or text in self.perhaps.get(uid, ()))

    def compare(self, found: View, expected: View | None, what: str) -> None:
        """Raise Broken unless a view is as expected."""
        if not self.fits(found, expected):
            raise Broken(f"{what}: {'; '.join(differences(found, expected or {})[:4])}")

    def push(self, before: View, after: View) -> None:
        """Remember how to undo a change."""
        keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        if delta := {key: before.get(key) for key in keys if key[0] in UNDONE}:
            self.undo.append(delta)
            del self.undo[:-50]


def add(mays: list[May], *others: May) -> list[May]:
    """Return the alternatives with others, each once."""
    result = list(mays)
    for other in others:
        if other not in result:
            result.append(other)
    return result
