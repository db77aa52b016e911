"""``journal medicine``: list medicines, note a dose as taken or missed, or add a medicine.

Medicines are named by their number in the list, because their names would show in the list of processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, Whole, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, print_result, yes_in
from journal.cli.prompts import Prompts
from journal.domain.medicines import (
    Calendar,
    Dose,
    DoseState,
    Medicine,
    Slot,
    is_due,
    is_near,
    next_due,
    note,
    parse_times,
    slots_on,
    when_needed,
)
from journal.medicine_support import calendar_of, medicines_of, recent_doses
from journal.store.journal import Journal
from journal.text import labels as labels_text
from journal.text import medicines as medicines_text
from journal.text.commands import medicine as command_text

NEW, MISSED = "n", "m"
"""The answers for a new medicine, and in front of the number of one whose dose was missed."""

Answer = tuple[int, DoseState]
"""The number of a medicine, 0 for a new one, and what became of its dose."""


@command("medicine", command_text.MEDICINE_HELP)
@click.option("--taken", type=Whole(1, None, command_text.NO_SUCH), help=command_text.TAKEN_HELP)
@click.option("--missed", type=Whole(1, None, command_text.NO_SUCH), help=command_text.MISSED_HELP)
@click.option("--add", is_flag=True, help=command_text.ADD_HELP)
@click.option("--yes", is_flag=True, help=command_text.YES_HELP)
@json_option
def medicine(
    context: CommandContext, *, taken: int | None, missed: int | None, add: bool, yes: bool, as_json: bool
) -> None:
    """List the medicines and ask which was taken, note one, or add one."""
    if sum((taken is not None, missed is not None, add)) > 1:
        raise click.UsageError(command_text.ONE_OF)
    with context.writing() as journal:
        prompts = Prompts.here(asks=not yes and not as_json)
        medicines = [one for one in medicines_of(journal) if not one.archived]
        answer = _given(taken, missed, add=add)
        if answer is None:
            _list(journal, medicines, as_json=as_json)
            ask, wrong = command_text.ASK_WHICH, command_text.WHICH_ONLY
            answer = prompts.read(ask, lambda typed: _which(typed, len(medicines)), wrong)
        if answer is None:
            return
        number, state = answer
        if not number:
            _add(journal, prompts, as_json=as_json)
        elif number > len(medicines):
            raise CommandError(command_text.NO_SUCH)
        else:
            _note(journal, medicines[number - 1], state, as_json=as_json)


def _given(taken: int | None, missed: int | None, *, add: bool) -> Answer | None:
    if add:
        return 0, DoseState.TAKEN
    if taken is not None:
        return taken, DoseState.TAKEN
    return None if missed is None else (missed, DoseState.MISSED)


def _which(typed: str, most: int) -> Answer | None:
    """Return what an answer means, ``None`` where it is no number of the list."""
    if (said := typed.strip().lower()) == NEW:
        return 0, DoseState.TAKEN
    number = said.removeprefix(MISSED).strip()
    if not number.isdecimal() or not 1 <= int(number) <= most:
        return None
    return int(number), DoseState.MISSED if said.startswith(MISSED) else DoseState.TAKEN


def _list(journal: Journal, medicines: Sequence[Medicine], *, as_json: bool) -> None:
    doses, calendar = recent_doses(journal), calendar_of(journal)
    rows = []
    for place, one in enumerate(medicines, 1):
        slot = next_due(one, doses, calendar)
        when = medicines_text.format_when(slot, calendar.today, calendar.now) if slot else medicines_text.WHEN_NEEDED
        today = ", ".join(_said(journal, slot, calendar) for slot in slots_on(one, doses, calendar.today, calendar))
        rows.append((str(place), when, medicines_text.format_medicine(one), today))
    values = [{"number": place, **_plain(one, doses, calendar)} for place, one in enumerate(medicines, 1)]
    lines = columns(rows, command_text.HEADINGS)
    print_result(lines, values, as_json=as_json, otherwise=command_text.NO_MEDICINES)


def _said(journal: Journal, slot: Slot, calendar: Calendar) -> str:
    """Return ``08:00 taken 08:12`` or ``20:30 not yet``."""
    noted_at = journal.local(slot.dose.at) if slot.dose else None
    return f"{_clock(slot)} {medicines_text.format_state(slot, noted_at, calendar)}".strip()


def _clock(slot: Slot) -> str:
    return "" if slot.minute is None else medicines_text.format_minute(slot.minute)


def _plain(one: Medicine, doses: Sequence[Dose], calendar: Calendar) -> dict[str, Any]:
    slot = next_due(one, doses, calendar)
    following = slot and {"day": slot.day, "time": _clock(slot), "due": is_due(slot, calendar)}
    today = [
        {"time": _clock(slot) or None, "state": slot.state} for slot in slots_on(one, doses, calendar.today, calendar)
    ]
    return {
        "uid": one.uid,
        "name": one.name,
        "dose": one.dose,
        "times": [medicines_text.format_minute(minute) for minute in one.times],
        "methadone": one.methadone,
        "next": following,
        "today": today,
    }


def _note(journal: Journal, one: Medicine, state: DoseState, *, as_json: bool) -> None:
    """Note the dose that is due. Raises ``CommandError`` where none is."""
    calendar = calendar_of(journal)
    slot = next_due(one, recent_doses(journal), calendar) if one.times else when_needed(one, calendar)
    assert slot is not None
    if slot.minute is None and state is DoseState.MISSED:
        raise CommandError(medicines_text.NEVER_MISSED)
    if not is_near(slot, calendar):
        raise CommandError(command_text.nothing_due(medicines_text.format_when(slot, calendar.today, calendar.now)))
    journal.save(note(slot, state, calendar.now))
    lines = [command_text.noted(labels_text.label(state), one.name, _clock(slot))]
    if state is DoseState.MISSED:
        lines += medicines_text.beside_missed(methadone=one.methadone).splitlines()
    value = {"uid": one.uid, "day": slot.day, "time": _clock(slot) or None, "state": state}
    print_result(lines, value, as_json=as_json)


def _add(journal: Journal, prompts: Prompts, *, as_json: bool) -> None:
    """Add a medicine from questions or standard input. Raises ``click.UsageError`` without a name or for no time."""
    if prompts.asks:
        name, dose = prompts.text(command_text.ASK_NAME), prompts.text(command_text.ASK_DOSE)
        times = prompts.read(command_text.ASK_TIMES, parse_times, medicines_text.NOT_TIMES) or []
        methadone = bool(name) and prompts.yes_or_no(command_text.ASK_METHADONE) is True
    else:
        given = [] if stdin.is_terminal() else [line.strip() for line in stdin.read_text().splitlines()]
        name, dose, typed, answer = [*given, "", "", "", ""][:4]
        times, methadone = _times(typed), yes_in(answer) is True
    if not name:
        raise click.UsageError(command_text.NAME_NEEDED)
    new = Medicine(name=name, dose=dose, times=times, methadone=methadone)
    uid = journal.medicines.add(new)
    value = _plain(journal.medicines.get(uid), [], calendar_of(journal))
    print_result([command_text.saved(medicines_text.format_with_times(new))], value, as_json=as_json)


def _times(typed: str) -> list[int]:
    if (times := parse_times(typed)) is None:
        raise click.UsageError(medicines_text.NOT_TIMES)
    return times


COMMANDS = {command.name: command for command in (medicine,)}
