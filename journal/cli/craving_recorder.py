"""A craving that is being noted line by line: sealed into the inbox, or kept in the open journal. Each step is kept."""

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
from journal.text.craving_dialog import kept_line
from journal.text.cravings import offer_words
from journal.text.inbox import INBOX_SEALED
from journal.text.safety import Notice, craving_warning

if TYPE_CHECKING:
    from journal.store.journal import Journal


class CravingRecorder(ABC):
    """What there is to say, and where the answers go. The methods that keep something raise ``VaultError``."""

    uid = ""
    sealed = False
    minutes = TIMER_MINUTES
    intensity: int | None = None
    after: int | None = None

    def kept_words(self) -> str:
        """What was kept."""
        return kept_line(self.intensity or 0, self.after)

    # What there is to say; of one that is only sealed what holds for everyone.

    @property
    def focus_labels(self) -> list[str]:
        """Labels of what it may be about, where that is to be asked."""
        return []

    @property
    @abstractmethod
    def triggers(self) -> list[str]:
        """Labels of what may have set it off, most used first."""

    @property
    @abstractmethod
    def strategies(self) -> list[tuple[str, str]]:
        """Labels of what may help, the best first, and what is known of each."""

    @property
    def warning(self) -> Notice | None:
        """What to read first."""
        return None

    @property
    def passed(self) -> str:
        """How long most of the person's own took; may be nothing."""
        return ""

    def plans(self) -> list[str]:
        """What the person planned for what set it off."""
        return []

    def reasons(self) -> list[str]:
        """Reasons of the person's own."""
        return []

    def people(self) -> list[str]:
        """Who can be asked, and how."""
        return []

    # Where the answers go.

    @abstractmethod
    def begin(self, intensity: int) -> None:
        """How strong it is."""

    @abstractmethod
    def set_focus(self, label: str) -> None:
        """What it is about."""

    @abstractmethod
    def set_triggers(self, labels: list[str]) -> None:
        """What set it off."""

    @abstractmethod
    def is_now(self, after: int, seconds: int | None) -> None:
        """How strong it is now, and how long it was timed."""

    @abstractmethod
    def helped_by(self, labels: list[str]) -> None:
        """What helped."""

    @abstractmethod
    def ended(self, outcome: Outcome) -> None:
        """How it ended."""


class Sealed(CravingRecorder):
    """Sealed at each step: the later capture takes the place of the one before."""

    sealed = True

    def __init__(self, path: Path, *, focus: str = "", triggers: Iterable[str] = ()) -> None:
        self._path = path
        self._capture = replace(fresh_capture(), focus=focus, triggers=list(triggers))

    def kept_words(self) -> str:
        """That it waits."""
        return INBOX_SEALED

    @property
    def triggers(self) -> list[str]:
        """Some that many people know."""
        return [trigger.label for trigger in starter_triggers()][:SHOWN]

    @property
    def strategies(self) -> list[tuple[str, str]]:
        """Some to begin with."""
        return [(strategy.label, "") for strategy in starters()][:SHOWN]

    def begin(self, intensity: int) -> None:
        """Seal it."""
        self.intensity = intensity
        self._keep(replace(self._capture, intensity=intensity))

    def set_focus(self, label: str) -> None:
        """Seal it with that."""
        self._keep(replace(self._capture, focus=label))

    def set_triggers(self, labels: list[str]) -> None:
        """Seal it with that."""
        self._keep(replace(self._capture, triggers=labels))

    def is_now(self, after: int, seconds: int | None) -> None:
        """Seal it with that."""
        self.after = after
        self._keep(replace(self._capture, after=after, timer_seconds=seconds))

    def helped_by(self, labels: list[str]) -> None:
        """Seal it with that."""
        self._keep(replace(self._capture, helped=labels))

    def ended(self, outcome: Outcome) -> None:
        """Seal it with that."""
        self._keep(replace(self._capture, outcome=outcome.value))

    def _keep(self, value: Capture) -> None:
        """Seal it; what could not be sealed now is sealed with the next answer, but not what can never be."""
        before, self._capture = self._capture, value
        try:
            if value.is_craving:
                capture(self._path, value)
                self.uid = value.uid
        except InvalidRecord:
            self._capture = before
            raise


class Recorded(CravingRecorder):
    """Kept in the open journal at each step, with the person's own lists."""

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
        """The focuses, where there are several."""
        return [focus.label for focus in self._focuses] if len(self._focuses) > 1 else []

    @property
    def triggers(self) -> list[str]:
        """The person's own; where they are few, some to begin with as well."""
        return [trigger.label for trigger in self._hand.offered_triggers(self._craving.triggers)]

    @property
    def strategies(self) -> list[tuple[str, str]]:
        """What was planned first, then by what came of them, for these triggers before all."""
        offers, starting = self._hand.offers(self._craving), self._hand.uses_starters
        return [(offer.strategy.label, "" if starting else offer_words(offer)) for offer in offers]

    @property
    def warning(self) -> Notice | None:
        """The tolerance warning, where one of the focuses it may be about asks for it."""
        return craving_warning(self._focuses, self._craving.focus, self._craving.intensity)

    @property
    def passed(self) -> str:
        """``4 of 6 of yours passed within 18 min (early hint)``; nothing while there are not enough."""
        return self._hand.passed

    def plans(self) -> list[str]:
        """``If it is Dan: I say I am driving, and leave.``"""
        return [plan.replace(" → ", ": ") for plan in self._hand.plan_lines(self._craving)]

    def reasons(self) -> list[str]:
        """Some of them, another one first each time."""
        return self._hand.reasons()

    def people(self) -> list[str]:
        """``Ana · friend · +44 …``"""
        return self._hand.people()

    def begin(self, intensity: int) -> None:
        """Save it."""
        self.intensity = intensity
        self._craving = replace(self._craving, intensity=intensity)
        warned = self._journal.now() if self.warning else None
        self._keep(lambda naming: replace(self._with_triggers(naming), warned_at=warned))

    def set_focus(self, label: str) -> None:
        """Save it with that."""
        focus = next(focus.uid for focus in self._focuses if focus.label == label)
        self._keep(lambda _: replace(self._craving, focus=focus))

    def set_triggers(self, labels: list[str]) -> None:
        """Save it with that; what is new joins the person's list."""
        self._labels = labels
        known = [trigger.uid for label in labels if (trigger := find_by_label(self._journal.triggers, label))]
        self._craving = replace(self._craving, triggers=known)
        self._keep(self._with_triggers)

    def is_now(self, after: int, seconds: int | None) -> None:
        """Save it with that."""
        self.after = after
        ended = self._journal.now()
        self._keep(lambda _: replace(with_rating(self._craving, after), timer_seconds=seconds, ended_at=ended))

    def helped_by(self, labels: list[str]) -> None:
        """Save it with that."""
        self._keep(lambda naming: replace(self._craving, attempts=list(map(self._helped, naming.strategies(labels)))))

    def ended(self, outcome: Outcome) -> None:
        """Save it with that."""
        self._keep(lambda _: replace(self._craving, outcome=outcome))

    def _with_triggers(self, naming: FindOrCreate) -> Craving:
        return replace(self._craving, triggers=naming.triggers(self._labels))

    def _helped(self, strategy: str) -> Attempt:
        return Attempt(strategy=strategy, before=self._craving.intensity, after=self._craving.after, helped=True)

    def _keep(self, changed: Callable[[FindOrCreate], Craving]) -> None:
        """Save the craving after a change, together with what it names for the first time, once it has its number."""
        if self.intensity is None:
            return
        uid = self._craving.uid or self._journal.new_uid()
        with self._journal.transaction():
            craving = replace(changed(FindOrCreate(self._journal)), uid=uid)
            saved = self._journal.cravings.put(uid, craving)
        self._craving, self.uid = saved, uid
