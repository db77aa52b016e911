"""Find the records that labels mean, or create them.

The labels were typed without the journal: in a shell or while locked. The inbox and the command ``journal craving`` use
it, inside one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from journal.domain.coping import Strategy, starters
from journal.domain.cravings import Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.labels import find_by_label, folded
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.store.collection import Collection


class LabelledCollections(Protocol):
    """A journal's collections of records that have a label."""

    @property
    def focuses(self) -> Collection[Focus]:
        """Return what the person is recovering from."""

    @property
    def triggers(self) -> Collection[Trigger]:
        """Return what sets a craving off."""

    @property
    def strategies(self) -> Collection[Strategy]:
        """Return what may help."""


class FindOrCreate:
    """Finds records by label, archived ones last, and creates missing ones, each only once.

    If the starter lists have a record with that label, it is created as it stands there. Use it inside one
    ``Journal.transaction``: reads in a transaction do not see yet what was created in it.
    """

    def __init__(self, journal: LabelledCollections) -> None:
        self._journal = journal
        self._focuses = sorted(journal.focuses, key=lambda focus: focus.archived)
        self._triggers = sorted(journal.triggers, key=lambda trigger: trigger.archived)
        self._strategies = sorted(journal.strategies, key=lambda strategy: strategy.retired)

    def focus(self, label: str) -> Focus | None:
        """Return the focus with that label, or None."""
        return find_by_label(self._focuses, label)

    @property
    def only_focus(self) -> Focus | None:
        """Return the only focus that is not archived. If there are several, None: it does not guess."""
        current = [focus for focus in self._focuses if not focus.archived]
        return current[0] if len(current) == 1 else None

    def triggers(self, labels: Iterable[str]) -> list[str]:
        """Return the uids of the triggers with these labels, creating missing ones."""
        return [self._trigger(label) for label in _unique(labels)]

    def strategies(self, labels: Iterable[str]) -> list[str]:
        """Return the uids of the strategies with these labels, creating missing ones."""
        return [self._strategy(label) for label in _unique(labels)]

    def _trigger(self, label: str) -> str:
        if (found := find_by_label(self._triggers, label)) is not None:
            return found.uid
        uid = self._journal.triggers.add(find_by_label(triggers_for(tuple(FocusKind)), label) or Trigger(label=label))
        self._triggers.append(Trigger(uid=uid, label=label))
        return uid

    def _strategy(self, label: str) -> str:
        if (found := find_by_label(self._strategies, label)) is not None:
            return found.uid
        starter = find_by_label([*starters(), *strategies_for(tuple(FocusKind))], label)
        uid = self._journal.strategies.add(starter or Strategy(label=label))
        self._strategies.append(Strategy(uid=uid, label=label))
        return uid


def _unique(labels: Iterable[str]) -> Iterable[str]:
    """Return the labels stripped, without duplicates and empty ones."""
    apart: dict[str, str] = {}
    for label in labels:
        apart.setdefault(folded(label), label.strip())
    apart.pop("", None)
    return apart.values()
