"""Logs a slip in plain lines: who to call first, then the questions of the form, then what to do now.

``journal slip`` runs it, and ``journal checkin`` after a day with a use. What an option gave is not asked. It is saved
in one step at the end; ctrl+d ends the questions and saves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journal import slip_support
from journal.cli.focus_questions import use_at
from journal.cli.output import on_one_line
from journal.domain.cravings import triggers_by_use
from journal.domain.day_amounts import within_effect
from journal.domain.day_statistics import Figures, slip_effect
from journal.domain.focus_goals import goal_on, wants_none
from journal.domain.focuses import Focus, begun, counts_amounts, may_be_prescribed, usual_unit
from journal.domain.slips import is_slip
from journal.domain.starter_lists import triggers_for
from journal.domain.uses import Amount, Situation, Use, in_own_unit, is_prescribed, unit_beside
from journal.store.find_or_create import FindOrCreate
from journal.text import labels as labels_text
from journal.text import people as people_text
from journal.text import prompts as prompts_text
from journal.text import safety as safety_text
from journal.text import slips as slips_text
from journal.text.commands import daily as command_text

if TYPE_CHECKING:
    from journal.cli.prompts import Prompts
    from journal.store.journal import Journal

TRIGGERS_SHOWN = 9
"""Triggers listed at most."""


class SlipAnswers(Struct, kw_only=True, frozen=True):
    """What options gave; what is ``None`` or empty is asked for."""

    day: date | None = None
    time: str | None = None
    amount: Amount | None = None
    planned: bool | None = None
    prescribed: bool | None = None
    over: bool | None = None
    situation: Situation | None = None
    triggers: Sequence[str] = ()
    start: bool = False
    note: str = ""


def say_who_to_call(prompts: Prompts, journal: Journal) -> None:
    """Print who can be called: the people that the person listed."""
    prompts.say(*people_text.people_to_ask(journal.people))


class SlipDialog:
    """Asks about one use of a focus and saves it; ``lines`` are what to print then."""

    def __init__(self, journal: Journal, prompts: Prompts, focus: Focus, given: SlipAnswers) -> None:
        self._journal = journal
        self._prompts = prompts
        self._focus = focus
        self._given = given
        self._triggers: Sequence[str] = given.triggers
        self._start: date | None = None
        self.lines: list[str] = []

    def go(self) -> Use:
        """Ask, save, and return the use."""
        use = Use(focus=self._focus.uid, local_date=self._journal.today())
        use = self._warned(use_at(self._journal, self._prompts, use, self._given.day, self._given.time))
        self._ask_start(use)
        use = self._with_answers(use)
        if not self._triggers:
            self._triggers = self._prompts.labels(slips_text.SLIP_TRIGGERS, self._labels())
        note = self._given.note or self._prompts.text(prompts_text.question(slips_text.SLIP_NOTE))
        mode = goal_on(self._focus, use.local_date).goal_mode
        own = self._journal.preferences.slip_word
        word = slips_text.use_word(mode, own, prescribed=bool(use.prescribed))
        return self._saved(replace(use, note=note, word=word))

    def _warned(self, use: Use) -> Use:
        """Show the warning of the focus first, unless it is a medicine taken as prescribed by an option."""
        before, _ = self._effect(use)
        notice = slip_support.warning(
            self._journal, self._focus, replace(use, prescribed=self._given.prescribed), before
        )
        if notice is None:
            return use
        self._prompts.say(*safety_text.in_a_shell(notice), safety_text.from_source(notice.source))
        return replace(use, warned_at=self._journal.now())

    def _ask_start(self, use: Use) -> None:
        """Say that the day is before the focus's start, and ask whether to count from it."""
        if begun(self._focus, use.local_date):
            return
        today = self._journal.today()
        said = slips_text.format_before_start(self._focus, use.local_date, today, moves=self._given.start)
        self._prompts.say(*said.splitlines())
        if self._given.start or self._prompts.yes_or_no(slips_text.SLIP_START):
            self._start = use.local_date

    def _with_answers(self, use: Use) -> Use:
        given, prompts, focus = self._given, self._prompts, self._focus
        if counts_amounts(focus.kind):
            asked = prompts_text.question(_in_unit(slips_text.SLIP_HOW_MUCH, usual_unit(focus)))
            amount = given.amount or prompts.amount(asked)
            if amount is not None:
                use = replace(use, amount=amount.number, unit=unit_beside(focus, amount.unit))
        if may_be_prescribed(focus.kind):
            prescribed = given.prescribed
            if prescribed is None:
                prompts.say(*([slips_text.SLIP_PRESCRIBED_HINT] if prompts.asks else []))
                prescribed = prompts.yes_or_no(slips_text.SLIP_PRESCRIBED)
            use = replace(use, prescribed=prescribed)
        if not wants_none(focus) and not use.prescribed:
            planned = given.planned if given.planned is not None else prompts.yes_or_no(slips_text.SLIP_PLANNED)
            told = False if planned and may_be_prescribed(focus.kind) else use.prescribed
            use = replace(use, planned=planned, prescribed=told)
        use = replace(use, over=self._over(use))
        situation = given.situation or prompts.choice(slips_text.SLIP_SITUATION, labels_text.choices(Situation))
        return replace(use, situation=situation)

    def _over(self, use: Use) -> bool | None:
        """Return whether it was over the limit, asked where the amount doesn't say."""
        journal, focus = self._journal, self._focus
        limits = within_effect(focus, journal.uses, journal.marks, use, today=journal.today())
        if limits is None or in_own_unit(use, focus) or is_prescribed(use, focus):
            return None
        if self._given.over is not None:
            return self._given.over
        mode = goal_on(focus, use.local_date).goal_mode
        return self._prompts.yes_or_no(slips_text.over_hint(limits[1].most, usual_unit(focus), mode))

    def _labels(self) -> list[str]:
        journal = self._journal
        own = list(journal.triggers) or triggers_for([self._focus.kind])
        return [trigger.label for trigger in triggers_by_use(own, journal.cravings)][:TRIGGERS_SHOWN]

    def _effect(self, use: Use) -> tuple[Figures, Figures]:
        today = self._journal.today()
        uses, marks = self._journal.uses, self._journal.marks
        return slip_effect(self._focus, uses, marks, use, start=self._start, as_of=today, today=today)

    def _saved(self, use: Use) -> Use:
        """Save the use with new triggers and the new start in one step, and collect what to say."""
        journal, focus = self._journal, self._focus
        before, now = self._effect(use)
        limits = within_effect(focus, journal.uses, journal.marks, use, today=journal.today())
        numbers = slip_support.numbers(journal, focus, before, now, limits)
        counts = self._start is not None or begun(focus, use.local_date)
        told = slip_support.told_lines(journal, focus, use, now, limits[1] if limits else None, counts=counts)
        slips = is_slip(use, focus, journal.uses.between(use.local_date, use.local_date))
        with journal.transaction():
            saved = replace(use, triggers=FindOrCreate(journal).triggers(self._triggers))
            saved = replace(saved, uid=journal.uses.add(saved))
            if self._start is not None:
                focus = journal.focuses.put(focus.uid, replace(focus, start=self._start))
        if is_prescribed(use, focus):
            self.lines = [slip_support.saved_words(journal, focus, saved, undo=""), slips_text.USE_PRESCRIBED]
            return saved
        self.lines = [slip_support.saved_words(journal, focus, saved, undo="")]
        self.lines += [on_one_line(own)] if (own := slip_support.own_words(journal, focus, saved)) else []
        self.lines += [f"{one.name}: {command_text.number_line(one.before, one.now)}" for one in numbers]
        self.lines += told
        self.lines += [f"{slips_text.SLIP_NEXT}:", *slips_text.SLIP_STEPS] if slips else []
        return saved


def _in_unit(label: str, unit: str) -> str:
    return f"{label}, {unit}" if unit else label
