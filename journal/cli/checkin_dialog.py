"""Does the daily check-in in plain lines: each question of the form that no option answered, then one save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from journal.cli.errors import CommandError
from journal.cli.focus_questions import state_asked, state_meant
from journal.domain.checkins import CheckIn
from journal.domain.cravings import Halt, strongest
from journal.domain.days import DayState, MarkSource
from journal.domain.focus_goals import most_on
from journal.domain.focuses import Focus, begun
from journal.focus_day import FocusDay
from journal.medicine_support import takes_medicine
from journal.text import checkins as checkins_text
from journal.text import days as days_text
from journal.text import labels as labels_text
from journal.text import prompts as prompts_text
from journal.text import slips as slips_text
from journal.text.commands import daily as command_text

if TYPE_CHECKING:
    from journal.cli.prompts import Prompts
    from journal.store.journal import Journal

THANKS: Final = 3
"""Things to be grateful for, at most."""


class CheckInAnswers(Struct, kw_only=True, frozen=True):
    """What options gave; what is missing is asked for. ``days`` has the name of a state for the uid of a focus."""

    ratings: Mapping[str, int | None] = {}
    halt: Sequence[Halt] = ()
    days: Mapping[str, str] = {}
    contact: bool | None = None
    meeting: bool | None = None
    words: Sequence[str] = ()


class DayChange(NamedTuple):
    """The day of a focus as it was and as the check-in left it."""

    focus: Focus
    before: FocusDay
    after: FocusDay


class CheckInDialog:
    """Asks about one day and saves it; ``changes`` are the days of focuses that it changed."""

    def __init__(self, journal: Journal, prompts: Prompts, day: date, given: CheckInAnswers) -> None:
        self._journal = journal
        self._prompts = prompts
        self._day = day
        self._given = given
        self.changes: list[DayChange] = []

    def go(self) -> CheckIn:
        """Ask, save, and return the check-in. Raises ``CommandError`` where nothing was answered or a use stands."""
        journal, day = self._journal, self._day
        before = next(iter(reversed(journal.checkins.between(day, day))), None)
        checkin = self._answered(before or CheckIn(local_date=day))
        days = [FocusDay(journal, focus, day) for focus in journal.focuses if not focus.archived and begun(focus, day)]
        states = [(on, state) for on in days if (state := self._state(on)) is not None and state is not on.state]
        checkin = self._with_words(checkin)
        if not states and checkin == (before or self._known(CheckIn(local_date=day))):
            raise CommandError(slips_text.CHECKIN_EMPTY)
        marks = [on.marked(state, MarkSource.CHECK_IN) for on, state in states]
        saved = next(one for one in journal.save(checkin, *marks) if isinstance(one, CheckIn))
        self.changes = [DayChange(on.focus, on, FocusDay(journal, on.focus, day)) for on, _ in states]
        return saved

    def _known(self, checkin: CheckIn) -> CheckIn:
        """Return the check-in with the strongest craving that is logged, unless it says another."""
        cravings = self._journal.cravings.between(self._day, self._day)
        if checkin.strongest_craving is not None or not cravings:
            return checkin
        return replace(checkin, strongest_craving=max(map(strongest, cravings)))

    def _answered(self, checkin: CheckIn) -> CheckIn:
        given, prompts, checkin = self._given, self._prompts, self._known(checkin)
        ratings: dict[str, int | None] = {}
        for name, question in checkins_text.RATINGS.items():
            kept = getattr(checkin, name)
            rating = given.ratings.get(name)
            if rating is None:
                rating = prompts.rating(prompts_text.question(question, "" if kept is None else str(kept)))
            ratings[name] = kept if rating is None else rating
        kept_halt = ", ".join(map(labels_text.label, checkin.halt))
        halt = list(given.halt) or prompts.choices(
            prompts_text.question(checkins_text.HALT, kept_halt), labels_text.choices(Halt)
        )
        return replace(checkin, **ratings, halt=halt or checkin.halt)

    def _with_words(self, checkin: CheckIn) -> CheckIn:
        given, prompts = self._given, self._prompts
        first, thanks = (given.words[0], list(given.words[1:])) if given.words else ("", [])
        if not given.words:
            first = prompts.text(prompts_text.question(checkins_text.INTENTION, checkin.intention))
            thanks = prompts.lines(command_text.ASK_THANKS)
        contact, meeting = given.contact, given.meeting
        if contact is None:
            contact = prompts.yes_or_no(checkins_text.CONTACT)
        if meeting is None:
            meeting = prompts.yes_or_no(checkins_text.MEETING)
        medicine = prompts.yes_or_no(checkins_text.MEDICINE) if takes_medicine(self._journal) else None
        return replace(
            checkin,
            intention=first or checkin.intention,
            grateful=thanks[:THANKS] or checkin.grateful,
            contact_made=checkin.contact_made if contact is None else contact,
            meeting_attended=checkin.meeting_attended if meeting is None else meeting,
            medicine_taken=checkin.medicine_taken if medicine is None else medicine,
        )

    def _state(self, on: FocusDay) -> DayState | None:
        """Return what a focus's day was, by its option or as answered. A use that is logged stands."""
        name = self._given.days.get(on.focus.uid)
        if name is not None:
            state = state_meant(on, name)
            if state is not on.state and (refusal := on.refusal(state, command_text.NO_LIMIT_HERE)):
                raise CommandError(refusal)
            return state
        if on.uses:
            return None
        was = "" if on.state is None else on.format_state()
        return state_asked(on, self._prompts, prompts_text.question(on.focus.label, was))

    @property
    def used(self) -> Focus | None:
        """Return the first focus whose day was changed to one with a use that is not within a limit."""
        return next((one.focus for one in self.changes if self._is_used(one.after)), None)

    @staticmethod
    def _is_used(on: FocusDay) -> bool:
        return on.state is DayState.USED or (on.state is DayState.WITHIN and most_on(on.focus, on.day) is None)

    def lines(self, checkin: CheckIn) -> list[str]:
        """Return what was saved: the day, the days of focuses that changed, and a warning where one is due."""
        today = self._journal.today()
        said = [command_text.checkin_saved(checkin.local_date, today)]
        for focus, before, after in self.changes:
            was, now = before.format_state(), after.format_state()
            said.append(command_text.day_changed(focus.label, checkin.local_date, today, was, now))
        return said + [days_text.BELOW_PLAN] * any(one.after.is_below_plan for one in self.changes)
