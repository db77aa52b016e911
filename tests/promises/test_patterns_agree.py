"""Check that the screen Patterns and ``journal patterns`` say the same of random journals, figure by figure.

``tests/summary/sections/test_cravings.py`` checks the same of the page.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from journal.clock import FixedClock
from journal.domain.checkins import CheckIn
from journal.domain.coping import TRIED, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus
from journal.domain.labels import folded
from journal.domain.patterns import RATINGS
from journal.domain.record import Precision
from journal.domain.uses import Situation
from journal.store.journal import Journal
from journal.text import patterns as patterns_text
from journal.text.counting import count
from journal.text.labels import label
from tests.conftest import NOON, ZONE
from tests.support.commands import in_process
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture

SEEDS = range(4)
ZONES = ("Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles")


def fill(journal: Journal, seed: int) -> None:
    """Save 80 random cravings of the last 24 weeks, and one before all of them, so that these can be compared."""
    chance = random.Random(seed)
    triggers = [journal.triggers.add(Trigger(label=label)) for label in ("Stress", "stress", "Dan")]
    focuses = [journal.focuses.add(Focus(label=label)) for label in ("alcohol", "nicotine")]
    walk = journal.strategies.add(Strategy(label="walk"))
    journal.cravings.add(Craving(intensity=1, local_date=journal.today() - timedelta(days=200)))
    for _ in range(80):
        at = NOON - timedelta(minutes=chance.randrange(24 * 7 * 24 * 60))
        journal.cravings.add(
            Craving(
                intensity=chance.randrange(11),
                at=at.astimezone(UTC),
                zone=chance.choice(ZONES),
                local_date=at.date(),
                precision=chance.choice([*Precision]),
                focus=chance.choice(["", *focuses]),
                triggers=chance.sample(triggers, chance.randrange(3)),
                halt=chance.sample([*Halt], chance.randrange(3)),
                situation=chance.choice([None, *Situation]),
                place=chance.choice(["", "home", "Home ", "work"]),
                company=chance.choice(["", "alone", "Dan"]),
                outcome=chance.choice([*Outcome]),
                attempts=[Attempt(strategy=walk)] if chance.random() < 0.5 else [],
            )
        )

    for ago in chance.sample(range(160), 60):
        on = journal.today() - timedelta(days=ago)
        mood, energy, sleep = (chance.randrange(11) for _ in RATINGS)
        journal.checkins.add(CheckIn(local_date=on, mood=mood, energy=energy, sleep=sleep))
        journal.marks.add(Mark(focus=focuses[0], local_date=on, state=chance.choice([DayState.CLEAN, DayState.USED])))


def beside(shown: str) -> str:
    """Return the text of the panel at the right as one line."""
    return " ".join(" ".join(line.rpartition("││")[2].rstrip("│▁▂▃▄▅▆▇█ ").split()) for line in shown.splitlines())


def rows_of(shown: str) -> dict[str, dict[str, list[str]]]:
    """Return the tables on the screen: heading → folded label → its cells, each under its head."""
    tables: dict[str, dict[str, list[str]]] = {}
    heading = ""
    lines = [line[2:60] for line in shown.splitlines()]
    ends = next(
        found for line in lines if len(found := [each.end() for each in re.finditer("now|before|passed", line)]) == 4
    )
    for line in lines:
        if line and line[0] not in " ─":
            heading = line.strip()
        elif line.strip():
            starts = [27, *ends]
            cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=False)]
            tables.setdefault(heading, {})[folded(line[1:27])] = cells
    return tables


def expected(value: Mapping[str, Any], name: str, passed: str) -> dict[str, list[str]]:
    """Return the cells that the command's JSON asks for: number, before, passed of ended, both before."""
    now, before = value, value["before"]
    labels = {"by_situation": Situation, "by_halt": Halt}.get(name)

    def shown(key: str) -> str:
        return folded(label(labels(key)) if labels else key)

    numbers = [{shown(key): number for key, number in one["cravings"][name].items()} for one in (now, before)]
    ended = [{shown(key): found for key, found in one["passed"][passed].items()} for one in (now, before)]

    def of(found: Mapping[str, Any] | None) -> str:
        return f"{found['passed']} of {found['ended']}" if found else ""

    return {
        key: [str(numbers[0].get(key, 0)), str(numbers[1].get(key, 0)), of(ended[0].get(key)), of(ended[1].get(key))]
        for key in (*numbers[0], *numbers[1])
        if numbers[0].get(key) or numbers[1].get(key)
    }


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("focus", ["", "alcohol"])
async def test_screen_and_command_say_the_same(
    path: Path, seed: int, focus: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = FixedClock(NOON, ZONE)
    async with opened(make_app(path, clock=clock, fill=lambda journal: fill(journal, seed)), (120, 140)) as pilot:
        await pilot.press("3", "t", *("f" if focus else ""))
        await settle(pilot)
        shown = picture(pilot.app)  # type: ignore[arg-type]
    tables, told = rows_of(shown), beside(shown)

    monkeypatch.setattr("journal.store.journal.SystemClock", lambda: clock)
    run = in_process(monkeypatch, capsys, path)
    value = json.loads(run("patterns", "--json", *(["--focus", focus] if focus else [])).out)
    assert value["before"]["comparable"]
    headings = (
        (patterns_text.TRIGGER, "by_trigger"),
        (patterns_text.SITUATION, "by_situation"),
        (patterns_text.HALT, "by_halt"),
        (patterns_text.PLACE, "by_place"),
        (patterns_text.COMPANY, "by_company"),
    )
    for heading, name in headings:
        assert tables[heading] == expected(value, name, name)
    hours = [one["cravings"]["by_hour"] for one in (value, value["before"])]
    found = tables[patterns_text.WHEN]
    for hour, numbers in enumerate(zip(*hours, strict=True)):
        cells = found.get(patterns_text.format_hour(hour), ["0", "0", "", ""])
        assert cells[:2] == [str(number) for number in numbers]
    without = [one["cravings"]["without_hour"] for one in (value, value["before"])]
    assert found[patterns_text.NO_TIME][:2] == [str(number) for number in without]
    days = [one["cravings"]["by_weekday"] for one in (value, value["before"])]
    assert sum(int(cells[0]) for cells in tables[patterns_text.DAY].values()) == sum(days[0])
    now, before = value, value["before"]
    for name in RATINGS:
        one, other = now["check_ins"][name], before["check_ins"][name]
        assert f"{name} {one['with_craving']:g} on {count(one['with_n'], 'day')} with a craving" in told
        assert f"before {other['with_craving']:g} and {other['without']:g}" in told
    (tried,), (tried_before,) = now["tried"], before["tried"]
    assert tried["n"] < TRIED or f"walk {tried['came_through']} of {tried['n']} passed" in told
    assert f"before {tried_before['came_through']} of {tried_before['n']}" in told
    around, around_before = (one["around_uses"] for one in (now, before))
    assert f"on the day: {around['cravings']['0']} ({around_before['cravings']['0']})" in told
    assert f"{around['use_days']} use days ({around_before['use_days']})" in told
