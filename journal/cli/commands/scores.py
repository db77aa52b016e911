"""``journal score``: fill in a questionnaire one question at a time, or list the last score of each.

Answers are numbers, so they may be arguments; remarks are text and are only asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import click

from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import columns, print_result
from journal.cli.prompts import Prompts
from journal.domain.instruments import SCALES, Instrument, Score, earlier, given, latest, total
from journal.store.journal import Journal
from journal.text import instruments as instruments_text
from journal.text import labels as labels_text
from journal.text import prompts as prompts_text
from journal.text import safety as safety_text
from journal.text.commands import scores as command_text

Filled = tuple[list[int | None], list[str]]
"""The answers and the remarks of a questionnaire, in the order of its items."""


@command("score", command_text.SCORE_HELP)
@click.argument("which", metavar="[WHICH]", required=False)
@click.option("--answers", metavar="N,N,…", help=command_text.ANSWERS_HELP)
@json_option
def score(context: CommandContext, *, which: str | None, answers: str | None, as_json: bool) -> None:
    """Fill in a questionnaire, or list them all with the last score of each."""
    instrument = None if which is None else _named(which)
    with context.writing() if instrument else context.reading() as journal:
        prompts = Prompts.here(asks=answers is None and not as_json)
        if instrument is None:
            _list(journal, as_json=as_json)
            return
        if answers is None and not prompts.asks:
            raise click.UsageError(command_text.ANSWERS_NEEDED)
        filled = _asked(prompts, instrument) if answers is None else (_numbers(instrument, answers), [])
        _save(journal, prompts, instrument, filled, as_json=as_json)


def _named(which: str) -> Instrument:
    """Return the instrument of that name. Raises ``click.UsageError``."""
    try:
        return Instrument(which.lower())
    except ValueError:
        raise click.UsageError(command_text.no_such(Instrument)) from None


def _list(journal: Journal, *, as_json: bool) -> None:
    last, today = latest(journal.scores), journal.today()
    rows = [
        (labels_text.label(one), instruments_text.ABOUT[one], instruments_text.format_last(last.get(one), today))
        for one in Instrument
    ]
    values = [{"instrument": one, "last": _plain(last[one]) if one in last else None} for one in Instrument]
    print_result(columns(rows, command_text.HEADINGS), values, as_json=as_json)


def _plain(one: Score) -> dict[str, Any]:
    scale = SCALES[one.instrument]
    most = scale.most if scale.factor else None
    return {"uid": one.uid, "day": one.local_date, "total": total(one), "most": most, "answers": one.answers}


def _numbers(instrument: Instrument, typed: str) -> list[int | None]:
    """Return the answers that an option gives. Raises ``click.UsageError`` where they don't fit the scale."""
    scale = SCALES[instrument]
    parts = [part.strip() for part in typed.split(",")]
    found = [None if part == "-" else _answer(instrument, part) for part in parts]
    wrong = any(answer is None and part != "-" for answer, part in zip(found, parts, strict=True))
    if len(parts) != scale.items or wrong:
        raise click.UsageError(command_text.answers_wrong(scale.items, scale.lowest, scale.highest))
    return found


def _answer(instrument: Instrument, typed: str) -> int | None:
    """Return the number in an answer if it is in the scale."""
    scale = SCALES[instrument]
    return int(typed) if typed.isdecimal() and scale.lowest <= int(typed) <= scale.highest else None


def _asked(prompts: Prompts, instrument: Instrument) -> Filled:
    """Ask every question of an instrument; where the answers end, what was answered stays."""
    scale = SCALES[instrument]
    answers: list[int | None] = []
    remarks: list[str] = []
    prompts.say(prompts_text.SKIP)
    for place in range(scale.items):
        prompts.say(*_question(instrument, place))
        wrong = command_text.only(scale.lowest, scale.highest)
        answers.append(prompts.read(command_text.ASK_ANSWER, partial(_answer, instrument), wrong))
        if instrument is Instrument.TEA:
            remarks.append(prompts.text(command_text.ASK_REMARK))
    return answers, remarks if any(remarks) else []


def _question(instrument: Instrument, place: int) -> Iterator[str]:
    """Yield what an item asks: the lead before the first one, its words, and the answers with their numbers."""
    lead, wording = instruments_text.lead(instrument), instruments_text.WORDINGS.get(instrument)
    if lead and not place:
        yield lead
    yield f"{instruments_text.step_title(instrument, place)}: {instruments_text.item_text(instrument, place)}"
    if wording and wording.answers:
        yield from (f"{number}: {words}" for number, words in enumerate(wording.answers, SCALES[instrument].lowest))
    elif said := instruments_text.anchors(instrument):
        yield said


def _save(journal: Journal, prompts: Prompts, instrument: Instrument, filled: Filled, *, as_json: bool) -> None:
    """Save what was answered, and print what follows from it: who to call first, then the score."""
    new = Score(instrument=instrument, at=journal.now(), answers=filled[0], remarks=filled[1])
    if not given(new) and not new.remarks:
        prompts.say(instruments_text.NOTHING_ANSWERED)
        return
    before = earlier(journal.scores, new)
    saved = journal.scores.get(journal.scores.add(new))
    prompts.say(*(safety_text.as_command(one) for one in instruments_text.warnings_after(saved)))
    print_result(instruments_text.format_result(saved, before, journal.today()), _plain(saved), as_json=as_json)


COMMANDS = {score.name: score}
