"""Which records of a journal are meant by labels that were given without it: typed in a shell, or while locked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from journal.domain.coping import Strategy, starters
from journal.domain.cravings import Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.labels import called, folded
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.store.collection import Collection


class LabelledCollections(Protocol):
    """A journal's lists of what has a label."""

    @property
    def focuses(self) -> Collection[Focus]:
        """What a person recovers from."""

    @property
    def triggers(self) -> Collection[Trigger]:
        """What sets a craving off."""

    @property
    def strategies(self) -> Collection[Strategy]:
        """What may help."""


class FindOrCreate:
    """Finds records by label, those put away last, and makes the ones that are missing, each once; one that a list
    may begin with as it stands there.

    To be used inside one ``Journal.transaction``, in which reads don't see yet what was made.
    """

    def __init__(self, journal: LabelledCollections) -> None:
        self._journal = journal
        self._focuses = sorted(journal.focuses, key=lambda focus: focus.archived)
        self._triggers = sorted(journal.triggers, key=lambda trigger: trigger.archived)
        self._strategies = sorted(journal.strategies, key=lambda strategy: strategy.retired)

    def focus(self, label: str) -> Focus | None:
        """The focus with that label."""
        return called(self._focuses, label)

    @property
    def only_focus(self) -> Focus | None:
        """The only one that is not put away; of several none is guessed."""
        current = [focus for focus in self._focuses if not focus.archived]
        return current[0] if len(current) == 1 else None

    def triggers(self, labels: Iterable[str]) -> list[str]:
        """The uids of the triggers with these labels."""
        return [self._trigger(label) for label in _apart(labels)]

    def strategies(self, labels: Iterable[str]) -> list[str]:
        """The uids of the strategies with these labels."""
        return [self._strategy(label) for label in _apart(labels)]

    def _trigger(self, label: str) -> str:
        if (found := called(self._triggers, label)) is not None:
            return found.uid
        uid = self._journal.triggers.add(called(triggers_for(tuple(FocusKind)), label) or Trigger(label=label))
        self._triggers.append(Trigger(uid=uid, label=label))
        return uid

    def _strategy(self, label: str) -> str:
        if (found := called(self._strategies, label)) is not None:
            return found.uid
        begun = called([*starters(), *strategies_for(tuple(FocusKind))], label)
        uid = self._journal.strategies.add(begun or Strategy(label=label))
        self._strategies.append(Strategy(uid=uid, label=label))
        return uid


def _apart(labels: Iterable[str]) -> Iterable[str]:
    """The labels without the blanks around them, each once, none empty."""
    apart: dict[str, str] = {}
    for label in labels:
        apart.setdefault(folded(label), label.strip())
    apart.pop("", None)
    return apart.values()
