"""Asks about a craving in plain lines: one question at a time, each answer saved when it is given.

``journal craving`` without a number runs it, for screen readers and for people who want no screen. Nothing is redrawn.
Each question can be skipped with enter; ctrl+c or ctrl+d ends the dialog. It knows neither vault nor store:
``journal.cli.craving_recorder`` says what to offer and saves the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from journal.cli.craving_recorder import CravingRecorder
from journal.cli.errors import exit_code_and_message
from journal.cli.output import numbered
from journal.cli.prompts import Terminal, labels_in, rating_in
from journal.clock import Clock
from journal.domain.captures import STRONG
from journal.domain.cravings import Outcome
from journal.errors import InvalidRecord, VaultError
from journal.text import craving_dialog as craving_dialog_text
from journal.text import cravings as cravings_text
from journal.text import inbox as inbox_text
from journal.text import labels as labels_text
from journal.text import prompts as prompts_text
from journal.text import safety as safety_text

BREATH: Final = ((craving_dialog_text.ASKING_IN, 4), (craving_dialog_text.ASKING_OUT, 6))
"""The lines of the slow breath, and how many seconds each lasts."""


class CravingDialog:
    """Asks all questions once; ``unkept`` is why the last answer could not be saved, or ``None``."""

    def __init__(
        self, terminal: Terminal, noting: CravingRecorder, clock: Clock, *, region: str = "", breath: bool = True
    ) -> None:
        self._terminal = terminal
        self._noting = noting
        self._clock = clock
        self._region = region
        self._breath = breath
        self._before: int | None = None
        self._strategies: list[tuple[str, str]] = []
        self.unkept: Exception | None = None

    def go(self) -> None:
        """Ask from the first question to the last, or until the person ends it."""
        try:
            self._how_strong()
            self._what_set_it_off()
            self._what_may_help()
            self._how_now(self._ride())
            self._what_helped()
            self._how_it_ended()
        except (EOFError, KeyboardInterrupt):
            self._terminal.say("")

    # The questions.

    def _how_strong(self) -> None:
        self._say(craving_dialog_text.ASKING_SKIP)
        intensity = self._rating(craving_dialog_text.ASKING_STRONG)
        if intensity is None:
            self._say(craving_dialog_text.ASKING_NO_NUMBER)
            return
        self._before = intensity
        self._keep(lambda: self._noting.begin(intensity))
        if warning := self._noting.warning:
            self._say(*safety_text.in_a_shell(warning))
        elif intensity >= STRONG:
            self._say(inbox_text.INBOX_STRONG)

    def _what_set_it_off(self) -> None:
        if abouts := self._noting.focus_labels:
            self._list(abouts)
            if chosen := self._chosen(craving_dialog_text.ASKING_ABOUT, abouts, own=False):
                self._keep(lambda: self._noting.set_focus(chosen[0]))
        triggers = self._noting.triggers
        self._list(triggers)
        if labels := self._chosen(craving_dialog_text.ASKING_TRIGGER, triggers):
            self._keep(lambda: self._noting.set_triggers(labels))

    def _what_may_help(self) -> None:
        noting = self._noting
        self._say(*noting.plans())
        self._say(*noting.reasons())
        self._strategies = noting.strategies
        self._say(craving_dialog_text.ASKING_MAY_HELP)
        self._list([f"{label} ({known})" if known else label for label, known in self._strategies])
        if people := noting.people():
            self._say(craving_dialog_text.ASKING_PEOPLE, *people)
        self._say(craving_dialog_text.emergency_line(self._number))

    @property
    def _number(self) -> str:
        from journal.domain.safety_lines import emergency_number

        return emergency_number(self._region)

    def _ride(self) -> int:
        """Show the slow breath, or the time alone, until enter or the end of the time; returns the seconds it took."""
        began, minutes, shown = self._clock.monotonic(), self._noting.minutes, 0
        if self._noting.passed:
            self._say(self._noting.passed)
        self._say(craving_dialog_text.ASKING_BREATH if self._breath else craving_dialog_text.ASKING_STAY)
        while (passed := self._clock.monotonic() - began) < minutes * 60:
            if passed // 60 > shown:
                shown = int(passed // 60)
                self._say(craving_dialog_text.minutes_line(shown, minutes))
            if any(self._rested(line, seconds) for line, seconds in BREATH):
                return int(self._clock.monotonic() - began)
        self._say(cravings_text.timer_left(0, minutes))
        return int(self._clock.monotonic() - began)

    def _rested(self, line: str, seconds: int) -> bool:
        if self._breath:
            self._say(line)
        return self._terminal.rested(seconds)

    def _how_now(self, seconds: int) -> None:
        now = self._rating(craving_dialog_text.ASKING_NOW)
        if now is not None:
            self._keep(lambda: self._noting.is_now(now, seconds))
        if now and self._before is not None and now >= self._before:
            self._say(cravings_text.CRAVING_STILL_STRONG)

    def _what_helped(self) -> None:
        if helped := self._chosen(craving_dialog_text.ASKING_HELPED, [label for label, _ in self._strategies]):
            self._keep(lambda: self._noting.helped_by(helped))

    def _how_it_ended(self) -> None:
        endings = {labels_text.label(outcome): outcome for outcome in Outcome if outcome.known}
        self._list(endings)
        chosen = self._chosen(craving_dialog_text.ASKING_OUTCOME, list(endings), own=False)
        if not chosen:
            return
        outcome = endings[chosen[0]]
        self._keep(lambda: self._noting.ended(outcome))
        self._say(cravings_text.CRAVING_CAME_THROUGH if outcome.came_through else craving_dialog_text.ASKING_USED)

    # How they are asked.

    def _say(self, *lines: str) -> None:
        for line in lines:
            self._terminal.say(line)

    def _list(self, labels: Iterable[str]) -> None:
        self._say(*numbered(labels))

    def _rating(self, question: str) -> int | None:
        while answer := self._terminal.ask(question):
            if (rating := rating_in(answer)) is not None:
                return rating
            self._say(prompts_text.SCALE)
        return None

    def _chosen(self, question: str, labels: Sequence[str], *, own: bool = True) -> list[str]:
        """Return the labels that were answered, by number or by name; with ``own`` also words not in the list."""
        while answer := self._terminal.ask(question):
            if chosen := labels_in(answer, labels, own=own, several=own):
                return chosen
            self._say(prompts_text.IN_LIST_OR_OWN)
        return []

    def _keep(self, keep: Callable[[], None]) -> None:
        """Save an answer; where that fails say why, once, and go on with the questions."""
        try:
            keep()
        except (VaultError, InvalidRecord, OSError) as error:
            if self.unkept is None:
                self._say(exit_code_and_message(error)[1], craving_dialog_text.ASKING_UNKEPT)
            self.unkept = error
        else:
            self.unkept = None
