"""Build the sample journal: weeks of an invented person, the same at every start.

``journal demo`` and tests use it. The texts are in ``demo.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.agreements import Agreement
from journal.domain.checkins import CheckIn
from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger
from journal.domain.days import DayState, Mark, MarkSource
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, FocusKind, GoalMode, Per
from journal.domain.goals import Goal, Measurement, Step
from journal.domain.hard_days import HardDay
from journal.domain.if_then_plans import Plan
from journal.domain.instruments import Instrument, Score
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.pros_and_cons import ProsAndCons
from journal.domain.quiet_plan import QuietPlan
from journal.domain.reasons import Reason
from journal.domain.record import Record
from journal.domain.safety_plan import SafetyPlan
from journal.domain.sessions import Mode, Session, SessionKind, SupportRole, Wish
from journal.domain.share_ledger import Share
from journal.domain.uses import Situation, Use
from journal.file_facts import Cost
from journal.store.journal import Journal

PASSPHRASE = "demo"  # noqa: S105  # a sample holds no secrets
DAYS = 90

_SLIP = 17  # this and the four below count days before today
_SMOKE_FREE = 9
_SKIPPED = 5
_AGREED = 32
_CRAVINGS = (1, 3, 4)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("journal").joinpath("demo.toml").read_text(encoding="utf-8"))


def make(path: Path, now: datetime, zone: str, *, days: int = DAYS, anchors: Path | None = None) -> None:
    """Write a sample journal of ``days`` days (at least 1) up to ``now``, and close it.

    Its passphrase is ``PASSPHRASE``. Its key derivation is cheap, because it holds nothing to protect.
    """
    clock = FixedClock(now - timedelta(days=days), zone)
    with Journal.create(path, PASSPHRASE, clock=clock, anchors=anchors, cost=Cost(8 * 1024, 1, 1)) as journal:
        _Sample(journal, clock, now, days).write()
        journal.compact()


class _Sample:
    """Writes the sample day by day, so that each record's ``made_at`` is on its own day."""

    def __init__(self, journal: Journal, clock: FixedClock, now: datetime, days: int) -> None:
        self._journal = journal
        self._clock = clock
        self._now = now
        self._zone = ZoneInfo(clock.zone())
        self._today = now.astimezone(self._zone).date()
        self._days = days
        self._chance = Random(days)  # noqa: S311  # a story, not a key

    def write(self) -> None:
        """Fill the journal."""
        with self._journal.transaction():
            self._lists()
        for ago in range(self._days - 1, -1, -1):
            self._clock.set(self._moment(ago, 22))
            with self._journal.transaction():
                for record in self._day(ago):
                    self._add(record)
        self._clock.set(self._now)
        with self._journal.transaction():
            self._goals()
            self._next_meeting()
            self._after_the_slip()
            self._programme()

    def _add(self, record: Record) -> str:
        return self._journal.collection(type(record)).add(record)

    def _moment(self, ago: int, hour: int, minute: int = 0) -> datetime:
        wall = datetime.combine(self._today - timedelta(days=ago), time(hour, minute), self._zone)
        return min(wall.astimezone(UTC), self._now)

    def _date(self, ago: int) -> date:
        return self._today - timedelta(days=ago)

    def _lists(self) -> None:
        words = _words()
        start = self._date(min(self._days, 80) - 1)
        self._alcohol = self._add(
            Focus(label="alcohol", kind=FocusKind.ALCOHOL, start=start, unit="drinks", cost=Decimal(40), currency="€")
        )
        self._nicotine = self._add(
            Focus(
                label="nicotine",
                kind=FocusKind.NICOTINE,
                start=self._date(min(self._days - 1, _SMOKE_FREE)),
                clean_word="smoke-free",
                cost=Decimal(7),
                cost_per=Per.DAY,
                currency="€",
            )
        )
        self._screens = self._add(
            Focus(
                label="late-night scrolling",
                kind=FocusKind.SCREENS,
                goal_mode=GoalMode.REDUCE,
                start=self._date(min(self._days, 28) - 1),
                unit="hours",
                limit=Decimal(1),
            )
        )
        self._strategies = [self._add(msgspec.convert(fields, Strategy)) for fields in words["strategies"]]
        self._triggers = [self._add(msgspec.convert(fields, Trigger)) for fields in words["triggers"]]
        self._people = [self._add(msgspec.convert(fields, Person)) for fields in words["people"]]
        for text in words["reasons"]:
            self._add(Reason(text=text))
        for plan in words["plans"]:
            trigger, strategy = self._triggers[plan["trigger"]], self._strategies[plan["strategy"]]
            self._add(Plan(trigger=trigger, strategy=strategy, words=plan["words"], renewed_on=self._date(20)))

    def _day(self, ago: int) -> Iterable[Record]:
        if ago and ago != _SKIPPED:
            yield from self._check_in(ago)
        if ago == _SLIP:
            yield Use(
                focus=self._alcohol,
                at=self._moment(ago, 21, 30),
                amount=Decimal(3),
                situation=Situation.TOGETHER,
                triggers=[self._triggers[2]],
                planned=False,
                told_mentor_at=self._moment(ago - 1, 8),
            )
        if ago in _CRAVINGS or (ago and self._chance.random() < 0.15 + 0.25 * ago / self._days):
            yield self._craving(ago)
        for entry in _words()["entries"]:
            if entry["day"] == ago:
                at = self._moment(ago, entry["hour"], 10)
                tags, read_again = entry.get("tags", []), entry.get("read_again", False)
                yield Entry(text=entry["text"], at=at, tags=tags, read_again=read_again)
        yield from self._contacts_and_scores(ago)
        if self._date(ago).weekday() == 3 and ago:
            yield from self._meeting(ago)
        if self._date(ago).weekday() == 0 and ago:
            held = self._moment(ago, 19)
            yield Session(
                kind=SessionKind.GROUP, planned_at=held, held_at=held, at=held, minutes=60, mode=Mode.IN_PERSON
            )

    def _contacts_and_scores(self, ago: int) -> Iterable[Record]:
        for contact in _words()["contacts"]:
            if contact["day"] == ago:
                at, person = self._moment(ago, contact["hour"], 20), self._people[contact["person"]]
                yield Session(kind=SessionKind.CONTACT, person=person, held_at=at, at=at, mode=Mode.PHONE)
        for score in _words()["scores"]:
            if score["day"] == ago:
                yield Score(instrument=Instrument.WHO5, answers=score["answers"], at=self._moment(ago, 22, 5))

    def _check_in(self, ago: int) -> Iterable[Record]:
        mood = min(9, max(2, round(4 + 3 * (1 - ago / self._days) + self._chance.gauss(0, 1.2))))
        if ago in (_SLIP, _SLIP - 1):
            mood = 3
        yield CheckIn(
            mood=mood,
            energy=min(9, max(2, mood + self._chance.choice((-1, 0, 0, 1)))),
            sleep=min(9, max(2, mood + self._chance.choice((-2, -1, 0, 1)))),
            halt=[halt for halt in Halt if self._chance.random() < 0.14],
            intention=self._chance.choice(_words()["intentions"]),
            grateful=self._chance.sample(_words()["grateful"], 2),
            contact_made=self._chance.random() < 0.6,
            meeting_attended=self._date(ago).weekday() in (0, 3),
        )
        for focus in (self._alcohol, self._nicotine, self._screens):
            if (start := self._journal.focuses.get(focus).start) is not None and self._date(ago) >= start:
                state = self._state(focus, ago)
                over = True if state is DayState.USED and focus == self._screens else None
                yield Mark(focus=focus, state=state, source=MarkSource.CHECK_IN, over=over)

    def _state(self, focus: str, ago: int) -> DayState:
        if focus == self._alcohol and ago == _SLIP:
            return DayState.USED
        over_the_limit = focus == self._screens and self._chance.random() < 0.25
        return DayState.USED if over_the_limit else DayState.CLEAN

    def _craving(self, ago: int) -> Craving:
        before = min(9, max(3, round(5 + 3 * ago / self._days + self._chance.gauss(0, 1.3))))
        after = max(0, before - self._chance.choice((1, 3, 4, 5)))
        used = ago == _SLIP
        begin = self._moment(ago, self._chance.choice((17, 19, 20, 21)), self._chance.randrange(60))
        minutes = self._chance.choice((9, 12, 14, 18, 18, 22))
        strategy = self._chance.choices(self._strategies, weights=(8, 6, 3, 4, 2, 1))[0]
        return Craving(
            intensity=before,
            peak=min(10, before + self._chance.choice((0, 0, 1))),
            after=before if used else after,
            at=begin,
            ended_at=begin + timedelta(minutes=minutes),
            timer_seconds=minutes * 60,
            focus=self._alcohol if ago > _SMOKE_FREE or self._chance.random() < 0.5 else self._nicotine,
            triggers=[self._chance.choices(self._triggers, weights=(5, 4, 1, 1))[0]],
            halt=[halt for halt in Halt if self._chance.random() < 0.3],
            attempts=[Attempt(strategy=strategy, before=before, after=after, helped=after <= before - 3)],
            outcome=Outcome.USED if used else self._chance.choice((Outcome.RODE_OUT, Outcome.PASSED)),
        )

    def _meeting(self, ago: int) -> Iterable[Record]:
        held = self._moment(ago, 18)
        after_slip = ago < _SLIP <= ago + 7
        yield Session(
            person=self._people[0],
            planned_at=held,
            held_at=held,
            at=held,
            minutes=45,
            place="the café",
            status=4 if after_slip else self._chance.choice((1, 2, 2)),
            wish=Wish.LISTEN,
            roles=[SupportRole.EMOTIONAL, SupportRole.ACCOUNTABILITY],
            said="Eat first. Leave when you want to, not when it is polite." if after_slip else "",
            honesty=5 if after_slip else 4,
            usefulness=4,
        )
        yield Share(
            first=self._date(ago + 7),
            last=self._date(ago),
            person=self._people[0],
            level="standard",
            form="text",
            at=self._moment(ago, 17),
        )

    def _goals(self) -> None:
        for goal in _words()["goals"]:
            done = goal.get("done", 0)
            steps = goal.get("steps", [])
            self._add(
                Goal(
                    title=goal["title"],
                    dimension=goal["dimension"],
                    why=goal.get("why", ""),
                    measure=goal.get("measure", ""),
                    unit=goal.get("unit", ""),
                    decision=goal.get("decision", ""),
                    baseline=Decimal(goal["baseline"]) if "baseline" in goal else None,
                    target=Decimal(goal["target"]) if "target" in goal else None,
                    values=[Measurement(on=self._date(ago), value=Decimal(v)) for ago, v in goal.get("values", [])],
                    steps=[
                        Step(text=text, done_on=self._date(21 - 7 * n) if n < done else None)
                        for n, text in enumerate(steps)
                    ],
                )
            )

    def _after_the_slip(self) -> None:
        """Add the debrief of the slip, the commitments made after it, and the safety plan."""
        words = _words()
        for use in self._journal.uses:
            found = msgspec.convert({**words["debrief"], "use": use.uid}, Debrief)
            debrief = self._add(replace(found, local_date=self._date(_SLIP - 2)))
            for fields in words["commitments"]:
                self._add(self._commitment(debrief, **fields))
        plan = self._journal.safety_plan
        self._journal.collection(SafetyPlan).put(plan.uid, replace(plan, **words["safety_plan"]))

    def _commitment(
        self, debrief: str, text: str, *, by: int, done: int | None = None, carried: int = 0, who: str = By.ME
    ) -> Commitment:
        """Return a commitment that is due in ``by`` days, or that was done ``done`` days ago."""
        status = CommitmentStatus.CARRIED if carried else CommitmentStatus.OPEN
        closed = None if done is None else self._date(done)
        return Commitment(
            text=text,
            by=By(who),
            due=self._date(-by),
            status=status if done is None else CommitmentStatus.DONE,
            carried=carried,
            closed_on=closed,
            debrief=debrief,
            person=self._people[0],
        )

    def _programme(self) -> None:
        """Add the agreement with the mentor, commitments, needs, and an entry parked for the next meeting."""
        words, start = _words(), self._date(min(self._days - 1, _AGREED))
        agreed = {**words["agreement"], "person": self._people[0], "start": start}
        self._add(msgspec.convert(agreed, Agreement))
        quiet = {**words["quiet_plan"], "person": self._people[0], "agreed_on": start}
        self._add(msgspec.convert(quiet, QuietPlan))
        self._add(msgspec.convert({**words["pros_and_cons"], "focus": self._alcohol}, ProsAndCons))
        for hard in words["hard_days"]:
            self._add(msgspec.convert({**hard, "day": self._date(hard["day"])}, HardDay))
        for fields in words["agreed"]:
            self._add(self._commitment("", **fields))
        for fields in words["needs"]:
            self._add(msgspec.convert(fields, Need))
        for entry in self._journal.entries.all()[-1:]:
            self._add(Parked(kind=entry.table, record=entry.uid, note="how it was to say it", person=self._people[0]))

    def _next_meeting(self) -> None:
        ahead = (3 - self._today.weekday()) % 7 or 7
        planned = datetime.combine(self._today + timedelta(days=ahead), time(18), self._zone).astimezone(UTC)
        self._add(
            Session(
                person=self._people[0],
                kind=SessionKind.ONE_TO_ONE,
                planned_at=planned,
                at=planned,
                place="the café",
                status=2,
                wish=Wish.LISTEN,
                ask="Should I go to the birthday at all, with Dan there?",
                topics=["the birthday on the 12th", "sleep"],
            )
        )
