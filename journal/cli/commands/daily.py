"""``journal checkin``, ``slip`` and ``day``: what the forms for a day ask, by options or line by line.

Options take numbers and labels; words of the person's own come from questions or from standard input, because other
users of the computer can see arguments. What is asked is in ``journal.cli.checkin_dialog`` and ``slip_dialog``.
"""

from __future__ import annotations

from typing import Any

import click

from journal.cli import stdin
from journal.cli.checkin_dialog import CheckInAnswers, CheckInDialog
from journal.cli.context import CommandContext, TypedDay, Whole, command, json_option
from journal.cli.errors import CommandError
from journal.cli.focus_questions import STATES, focus_meant, names, state_asked, state_meant, state_name
from journal.cli.output import on_one_line, print_error, print_result
from journal.cli.prompts import Prompts
from journal.cli.slip_dialog import SlipAnswers, SlipDialog, say_who_to_call
from journal.config.settings import Settings
from journal.domain.cravings import Halt
from journal.domain.uses import Amount, Situation, parse_amount
from journal.focus_day import FocusDay
from journal.store.journal import Journal
from journal.text import days as days_text
from journal.text import prompts as prompts_text
from journal.text import safety as safety_text
from journal.text import slips as slips_text
from journal.text.commands import daily as command_text

date_option = click.option("--date", "typed", type=TypedDay(), metavar="DAY", help=command_text.DATE_HELP)
focus_option = click.option("--focus", "label", metavar="F", help=command_text.FOCUS_HELP)
yes_option = click.option("--yes", is_flag=True, help=command_text.YES_HELP)
_RATING = Whole(0, 10, command_text.RATING_RANGE)


class State(click.Choice[str]):
    """The type of an option that takes the name of a day's state."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise click.UsageError(names(), ctx) from None


def _prompts(*, yes: bool) -> Prompts:
    """Return the questions on this terminal, after saying how to skip one."""
    prompts = Prompts.here(asks=not yes)
    if prompts.asks:
        prompts.say(prompts_text.SKIP)
    return prompts


def _words(*, reads: bool) -> str:
    """Return standard input where an option asks for it. Raises ``CommandError`` where it is empty."""
    if not reads or stdin.is_terminal():
        return ""
    if not (text := stdin.read_text().strip()):
        raise CommandError(slips_text.CHECKIN_EMPTY)
    return text


@command("day", command_text.DAY_HELP)
@focus_option
@date_option
@click.option("--state", "name", type=State(tuple(STATES), case_sensitive=False), help=command_text.STATE_HELP)
@json_option
def day(context: CommandContext, *, label: str | None, typed: str | None, name: str | None, as_json: bool) -> None:
    """Mark a day of a focus, and print what it was and what it is now."""
    with context.writing() as journal:
        prompts, today = Prompts.here(), journal.today()
        focus = focus_meant(journal, prompts, label)
        on_day = context.day(journal, typed)
        if on_day is None:
            on_day = (None if name else prompts.day(command_text.ASK_DAY, today)) or today
        before = FocusDay(journal, focus, on_day)
        state = state_meant(before, name) if name else state_asked(before, prompts, command_text.ASK_STATE)
        if state is None:
            raise click.UsageError(f"{command_text.STATE_NEEDED} {names()}")
        if refusal := before.refusal(state, command_text.NO_LIMIT_HERE):
            raise CommandError(refusal)
        journal.save(before.marked(state))
        after = FocusDay(journal, focus, on_day)
        was, now = before.format_state(), after.format_state()
        lines = [command_text.day_changed(on_one_line(focus.label), on_day, today, was, now)]
        lines += [days_text.BELOW_PLAN] if after.is_below_plan else []
        lines += [command_text.LOG_SLIP] if STATES["used"] is after.state else []
        print_result(lines, {"date": on_day, **_change(before, after)}, as_json=as_json)


def _change(before: FocusDay, after: FocusDay) -> dict[str, Any]:
    return {
        "focus": after.focus.label,
        "before": state_name(before.state),
        "after": state_name(after.state),
        "back_filled": bool(after.mark and after.mark.back_filled),
    }


@command("slip", command_text.SLIP_HELP)
@focus_option
@date_option
@click.option("--time", metavar="TIME", help=command_text.TIME_HELP)
@click.option("--amount", metavar="N", help=command_text.AMOUNT_HELP)
@click.option("--planned/--not-planned", default=None, help=command_text.PLANNED_HELP)
@click.option("--prescribed/--not-prescribed", default=None, help=command_text.PRESCRIBED_HELP)
@click.option("--over/--not-over", default=None, help=command_text.OVER_HELP)
@click.option("--situation", type=click.Choice([one.value for one in Situation]), help=command_text.SITUATION_HELP)
@click.option("--trigger", "triggers", metavar="T", multiple=True, help=command_text.TRIGGER_HELP)
@click.option("--count-from-then", "start", is_flag=True, help=command_text.START_HELP)
@click.option("--note", is_flag=True, help=command_text.NOTE_HELP)
@yes_option
@json_option
def slip(
    context: CommandContext,
    *,
    label: str | None,
    typed: str | None,
    amount: str | None,
    situation: str | None,
    note: bool,
    yes: bool,
    as_json: bool,
    **given: Any,
) -> None:
    """Say who to call, then log a use, and say what to do now and what still counts."""
    print_error(safety_text.are_you_safe(Settings.load().region, safety_text.IN_A_SHELL))
    measured, words = _amount(amount), _words(reads=note)
    with context.writing() as journal:
        prompts = _prompts(yes=yes)
        say_who_to_call(prompts, journal)
        focus = focus_meant(journal, prompts, label)
        kind = Situation(situation) if situation else None
        on_day = context.day(journal, typed)
        answers = SlipAnswers(day=on_day, amount=measured, situation=kind, note=words, **given)
        dialog = SlipDialog(journal, prompts, focus, answers)
        use = dialog.go()
        value = {"uid": use.uid, "focus": focus.label, "date": use.local_date, "warned": use.warned_at is not None}
        print_result(dialog.lines, value, as_json=as_json)


def _amount(typed: str | None) -> Amount | None:
    if typed is None:
        return None
    if (amount := parse_amount(typed)) is None:
        raise click.UsageError(command_text.NOT_AN_AMOUNT)
    return amount


@command("checkin", command_text.CHECKIN_HELP)
@date_option
@click.option("--mood", type=_RATING, metavar="N", help=command_text.MOOD_HELP)
@click.option("--energy", type=_RATING, metavar="N", help=command_text.MOOD_HELP)
@click.option("--sleep", type=_RATING, metavar="N", help=command_text.MOOD_HELP)
@click.option("--craving", "strongest_craving", type=_RATING, metavar="N", help=command_text.CRAVING_HELP)
@click.option("--halt", type=click.Choice([one.value for one in Halt]), multiple=True, help=command_text.HALT_HELP)
@click.option("--day", "days", metavar="F=STATE", multiple=True, help=command_text.FOCUS_DAY_HELP)
@click.option("--contact/--no-contact", default=None, help=command_text.CONTACT_HELP)
@click.option("--meeting/--no-meeting", default=None, help=command_text.MEETING_HELP)
@click.option("--words", is_flag=True, help=command_text.WORDS_HELP)
@yes_option
@json_option
def checkin(
    context: CommandContext,
    *,
    typed: str | None,
    halt: tuple[str, ...],
    days: tuple[str, ...],
    contact: bool | None,
    meeting: bool | None,
    words: bool,
    yes: bool,
    as_json: bool,
    **ratings: int | None,
) -> None:
    """Save the check-in of a day, and the days of focuses; offer to log a slip after a day with a use."""
    own = [line.strip() for line in _words(reads=words).splitlines() if line.strip()]
    with context.writing() as journal:
        prompts, on_day = _prompts(yes=yes), context.day(journal, typed) or journal.today()
        given = CheckInAnswers(
            ratings=ratings,
            halt=[Halt(one) for one in halt],
            days=dict(_focus_day(journal, one) for one in days),
            contact=contact,
            meeting=meeting,
            words=own,
        )
        dialog = CheckInDialog(journal, prompts, on_day, given)
        saved = dialog.go()
        value = {"uid": saved.uid, "date": saved.local_date}
        changes = [_change(one.before, one.after) for one in dialog.changes]
        lines = [on_one_line(line) for line in dialog.lines(saved)]
        print_result(lines, value | {"days": changes}, as_json=as_json)
        if (focus := dialog.used) is not None:
            word = FocusDay(journal, focus, on_day).word
            if not (prompts.asks and prompts.yes_or_no(slips_text.slip_offer(word))):
                print_error(command_text.LOG_SLIP)
                return
            prompts.say(safety_text.are_you_safe(Settings.load().region, safety_text.IN_A_SHELL))
            then = SlipDialog(journal, prompts, focus, SlipAnswers(day=on_day))
            then.go()
            for line in then.lines:
                print_error(line)


def _focus_day(journal: Journal, typed: str) -> tuple[str, str]:
    """Return the uid of a focus and the name of a state from ``alcohol=free``. Raises ``click.UsageError``."""
    label, _, name = typed.rpartition("=")
    if not label or name not in STATES:
        raise click.UsageError(f"{command_text.FOCUS_DAY_FORM} {names()}")
    return focus_meant(journal, Prompts(None), label).uid, name


COMMANDS = {command.name: command for command in (checkin, slip, day)}
