"""Saves the answers about a craving, one by one: sealed into the inbox, or in the open journal.

``journal.cli.craving_dialog`` asks, and takes from here what there is to offer. ``Sealed`` knows nothing of the person
and offers what holds for everyone; ``Recorded`` offers the person's own lists. Only ``Recorded`` needs an open journal.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.craving_support import SHOWN, CravingSupport
from journal.domain.captures import Capture
from journal.domain.coping import starters
from journal.domain.cravings import TIMER_MINUTES, Attempt, Craving, Outcome, starter_triggers, with_rating
from journal.domain.focuses import Focus
from journal.domain.labels import find_by_label
from journal.errors import InvalidRecord
from journal.store.capture import capture, fresh_capture
from journal.store.find_or_create import FindOrCreate
from journal.text import craving_dialog as craving_dialog_text
from journal.text import cravings as cravings_text
from journal.text import safety as safety_text
from journal.text.commands import capture as command_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


class CravingRecorder(ABC):
    """What to offer in a craving, and where the answers go.

    The methods from ``begin`` on save the craving with one more answer. They raise ``VaultError`` or ``InvalidRecord``.
    """

    uid = ""
    sealed = False
    minutes = TIMER_MINUTES
    intensity: int | None = None
    after: int | None = None

    def format_kept(self) -> str:
        """Return what to say at the end about what was saved."""
        return craving_dialog_text.kept_line(self.intensity or 0, self.after)

    # What to offer.

    @property
    def focus_labels(self) -> list[str]:
        """Labels of the focuses it may be about; empty where that need not be asked."""
        return []

    @property
    @abstractmethod
    def triggers(self) -> list[str]:
        """Labels of what may have set it off, those used most often first."""

    @property
    @abstractmethod
    def strategies(self) -> list[tuple[str, str]]:
        """Labels of what may help, best first, and what is known of each."""

    @property
    def warning(self) -> safety_text.Notice | None:
        """The warning to show first, if any."""
        return None

    @property
    def passed(self) -> str:
        """How long most of the person's own cravings took; may be empty."""
        return ""

    def plans(self) -> list[str]:
        """Return the person's plans for what set it off."""
        return []

    def reasons(self) -> list[str]:
        """Return the person's own reasons, each as a line."""
        return []

    def people(self) -> list[str]:
        """Return who can be asked, and how to reach them."""
        return []

    # Where the answers go.

    @abstractmethod
    def begin(self, intensity: int) -> None:
        """Save how strong it is, 0 to 10."""

    @abstractmethod
    def set_focus(self, label: str) -> None:
        """Save what it is about."""

    @abstractmethod
    def set_triggers(self, labels: list[str]) -> None:
        """Save what set it off; new labels join the person's list."""

    @abstractmethod
    def is_now(self, after: int, seconds: int | None) -> None:
        """Save how strong it is now, 0 to 10, and for how many seconds it was timed."""

    @abstractmethod
    def helped_by(self, labels: list[str]) -> None:
        """Save what helped."""

    @abstractmethod
    def ended(self, outcome: Outcome) -> None:
        """Save how it ended."""


class Sealed(CravingRecorder):
    """Seals the craving at each step; a later capture replaces the one before, as both have the same uid."""

    sealed = True

    def __init__(self, path: Path, *, focus: str = "", triggers: Iterable[str] = ()) -> None:
        self._path = path
        self._capture = replace(fresh_capture(), focus=focus, triggers=list(triggers))

    def format_kept(self) -> str:
        return command_text.SEALED

    @property
    def triggers(self) -> list[str]:
        return [trigger.label for trigger in starter_triggers()][:SHOWN]

    @property
    def strategies(self) -> list[tuple[str, str]]:
        return [(strategy.label, "") for strategy in starters()][:SHOWN]

    def begin(self, intensity: int) -> None:
        self.intensity = intensity
        self._keep(replace(self._capture, intensity=intensity))

    def set_focus(self, label: str) -> None:
        self._keep(replace(self._capture, focus=label))

    def set_triggers(self, labels: list[str]) -> None:
        self._keep(replace(self._capture, triggers=labels))

    def is_now(self, after: int, seconds: int | None) -> None:
        self.after = after
        self._keep(replace(self._capture, after=after, timer_seconds=seconds))

    def helped_by(self, labels: list[str]) -> None:
        self._keep(replace(self._capture, helped=labels))

    def ended(self, outcome: Outcome) -> None:
        self._keep(replace(self._capture, outcome=outcome.value))

    def _keep(self, value: Capture) -> None:
        """Seal the craving with ``value``.

        An answer that could not be sealed now is sealed together with the next one; one that is no valid record is
        dropped, or no later answer could be sealed either.
        """
        before, self._capture = self._capture, value
        try:
            if value.is_craving:
                capture(self._path, value)
                self.uid = value.uid
        except InvalidRecord:
            self._capture = before
            raise


class Recorded(CravingRecorder):
    """Saves the craving in the open journal at each step, with the person's own lists."""

    def __init__(self, journal: Journal, *, focus: Focus | None = None, triggers: Iterable[str] = ()) -> None:
        self._journal = journal
        self._focuses = [focus] if focus else [focus for focus in journal.focuses if not focus.archived]
        self._hand = CravingSupport(journal, None)
        self._labels = list(triggers)
        self._craving = Craving(intensity=0, at=journal.now(), focus=self._only_focus)
        self.minutes = self._hand.minutes

    @property
    def _only_focus(self) -> str:
        return self._focuses[0].uid if len(self._focuses) == 1 else ""

    @property
    def focus_labels(self) -> list[str]:
        return [focus.label for focus in self._focuses] if len(self._focuses) > 1 else []

    @property
    def triggers(self) -> list[str]:
        return [trigger.label for trigger in self._hand.offered_triggers(self._craving.triggers, self._craving.focus)]

    @property
    def strategies(self) -> list[tuple[str, str]]:
        offers, starting = self._hand.offers(self._craving), self._hand.uses_starters
        return [(offer.strategy.label, "" if starting else cravings_text.format_offer(offer)) for offer in offers]

    @property
    def warning(self) -> safety_text.Notice | None:
        return safety_text.craving_warning(self._focuses, self._craving.focus, self._craving.intensity)

    @property
    def passed(self) -> str:
        return self._hand.passed

    def plans(self) -> list[str]:
        return [plan.replace(" → ", ": ") for plan in self._hand.plan_lines(self._craving)]

    def reasons(self) -> list[str]:
        return [craving_dialog_text.format_reason(reason) for reason in self._hand.reasons()]

    def people(self) -> list[str]:
        return self._hand.people()

    def begin(self, intensity: int) -> None:
        self.intensity = intensity
        self._craving = replace(self._craving, intensity=intensity)
        warned = self._journal.now() if self.warning else None
        self._keep(lambda naming: replace(self._with_triggers(naming), warned_at=warned))

    def set_focus(self, label: str) -> None:
        focus = next(focus.uid for focus in self._focuses if focus.label == label)
        self._keep(lambda _: replace(self._craving, focus=focus))

    def set_triggers(self, labels: list[str]) -> None:
        self._labels = labels
        known = [trigger.uid for label in labels if (trigger := find_by_label(self._journal.triggers, label))]
        self._craving = replace(self._craving, triggers=known)
        self._keep(self._with_triggers)

    def is_now(self, after: int, seconds: int | None) -> None:
        self.after = after
        ended = self._journal.now()
        self._keep(lambda _: replace(with_rating(self._craving, after), timer_seconds=seconds, ended_at=ended))

    def helped_by(self, labels: list[str]) -> None:
        self._keep(lambda naming: replace(self._craving, attempts=list(map(self._helped, naming.strategies(labels)))))

    def ended(self, outcome: Outcome) -> None:
        self._keep(lambda _: replace(self._craving, outcome=outcome))

    def _with_triggers(self, naming: FindOrCreate) -> Craving:
        return replace(self._craving, triggers=naming.triggers(self._labels))

    def _helped(self, strategy: str) -> Attempt:
        return Attempt(strategy=strategy, before=self._craving.intensity, after=self._craving.after, helped=True)

    def _keep(self, changed: Callable[[FindOrCreate], Craving]) -> None:
        """Save the craving as ``changed`` returns it, together with the labels it names for the first time.

        Nothing is saved before the intensity is known.
        """
        if self.intensity is None:
            return
        uid = self._craving.uid or self._journal.new_uid()
        with self._journal.transaction():
            craving = replace(changed(FindOrCreate(self._journal)), uid=uid)
            saved = self._journal.cravings.put(uid, craving)
        self._craving, self.uid = saved, uid
