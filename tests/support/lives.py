"""Fill a journal in which every word that a person could have written is a canary."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from journal.domain.agreements import Agreement
from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger, TriggerKind
from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, FocusKind
from journal.domain.goals import Goal, Step
from journal.domain.hard_days import HardDay
from journal.domain.home_walk import HomeItem, Naloxone
from journal.domain.mooring import MooringLine
from journal.domain.needs import Area, Need
from journal.domain.parked import Parked
from journal.domain.people import Person, Role
from journal.domain.quiet_plan import QuietPlan
from journal.domain.reasons import Reason
from journal.domain.record import Sensitivity
from journal.domain.sessions import Session, Wish
from journal.domain.uses import Situation, Use
from journal.store.journal import Journal
from tests.conftest import NOON

TODAY = date(2026, 11, 23)
FIRST = TODAY - timedelta(days=6)

Sensitivities = dict[str, Sensitivity]
"""By table, the sensitivity of the one record that varies."""

USUAL: Sensitivities = {
    "entries": Sensitivity.NEVER,
    "strategies": Sensitivity.ASK,
    "triggers": Sensitivity.ASK,
    "people": Sensitivity.ASK,
    "goals": Sensitivity.SHARE,
    "sessions": Sensitivity.NEVER,
    "commitments": Sensitivity.SHARE,
    "needs": Sensitivity.SHARE,
    "parked": Sensitivity.SHARE,
    "hard_days": Sensitivity.SHARE,
}
"""The default sensitivities of these tests' records."""

ALWAYS_HOME = (
    *("thoughtword", "cravingcompany", "noteword", "useplace", "usecompany", "ownwordforuse"),
    *("whyword", "obstacleword", "helperword", "reasonword", "intentionword", "thanksword"),
    *("mineword", "theirsword", "betweenword", "limitsword", "answerword", "notwantedword", "pauseword", "endword"),
    *("initialsword", "saidword", "insightword", "contactword", "safetyword"),
    *("quietwhom", "quietsay", "quietnot", "roomword", "leavesword", "holderword", "kitplace", "kitwho", "howitwas"),
)
"""Words that may not be on the page at any level."""


def days(journal: Journal, letters: str, last: date = TODAY - timedelta(days=1)) -> str:
    """Add a focus with marks by the letters, the last one for ``last``; return its uid."""
    first = last - timedelta(days=len(letters) - 1)
    focus = journal.focuses.add(Focus(label="alcohol", kind=FocusKind.ALCOHOL, start=first))
    journal.marks.add_many(
        Mark(focus=focus, state=DayState(letter), local_date=first + timedelta(days=number))
        for number, letter in enumerate(letters)
    )
    return focus


def live(journal: Journal, kept: Sensitivities = USUAL) -> None:
    """Fill the journal with one record of each kind, all of them in the last seven days."""
    with journal.transaction():
        focus = days(journal, "---+---o------")
        person = journal.people.add(
            Person(name="nameword", role=Role.SPONSOR, contact="contactword", sensitivity=kept["people"])
        )
        strategy = journal.strategies.add(
            Strategy(label="strategyword", family=Family.CONNECT, sensitivity=kept["strategies"])
        )
        trigger = journal.triggers.add(
            Trigger(label="triggerword", kind=TriggerKind.PEOPLE, sensitivity=kept["triggers"])
        )
        journal.cravings.add(_craving(focus, strategy, trigger))
        journal.uses.add(_use(focus))
        journal.reasons.add(Reason(text="reasonword"))
        entry = journal.entries.add(Entry(title="titleword", text="entryword", sensitivity=kept["entries"]))
        journal.checkins.add(CheckIn(mood=6, intention="intentionword", grateful=["thanksword"]))
        journal.mooring.add(MooringLine(text="mooringword", at=NOON - timedelta(days=40)))
        journal.goals.add(_goal(kept["goals"]))
        journal.sessions.add(_session(person, kept["sessions"]))
        promise = Commitment(text="promiseword", person=person, sensitivity=kept["commitments"])
        journal.commitments.add(promise)
        journal.needs.add(Need(area=Area.WORK, text="needword", resource="resourceword", sensitivity=kept["needs"]))
        journal.parked.add(Parked(kind="entries", record=entry, note="parkedword", sensitivity=kept["parked"]))
        journal.agreements.add(_agreement(person))
        _look_ahead(journal, person, kept["hard_days"])


def _look_ahead(journal: Journal, person: str, sensitivity: Sensitivity) -> None:
    journal.hard_days.add(
        HardDay(
            day=TODAY + timedelta(days=3),
            what="hardword",
            call_before="hardcall",
            call_after="hardafter",
            way_out="wayout",
            who_knows="hardknows",
            how_it_was="howitwas",
            sensitivity=sensitivity,
        )
    )
    journal.quiet_plans.add(QuietPlan(person=person, then_ask="quietwhom", say="quietsay", not_say="quietnot"))
    journal.home_items.add(HomeItem(room="roomword", what="leavesword", holder="holderword"))
    journal.naloxone.add(Naloxone(place="kitplace", who="kitwho", expires_on=TODAY))


def _craving(focus: str, strategy: str, trigger: str) -> Craving:
    return Craving(
        intensity=7,
        focus=focus,
        triggers=[trigger],
        halt=[Halt.TIRED],
        situation=Situation.CONFLICT,
        place="cravingplace",
        company="cravingcompany",
        thought="thoughtword",
        attempts=[Attempt(strategy=strategy, before=7, after=3)],
        outcome=Outcome.RODE_OUT,
    )


def _use(focus: str) -> Use:
    return Use(
        focus=focus,
        local_date=TODAY - timedelta(days=11),
        amount=Decimal(3),
        note="noteword",
        place="useplace",
        company="usecompany",
        word="ownwordforuse",
    )


def _goal(sensitivity: Sensitivity) -> Goal:
    return Goal(
        title="goalword",
        steps=[Step(text="donestep", done_on=TODAY), Step(text="stepword")],
        why="whyword",
        obstacle="obstacleword",
        who_helps="helperword",
        sensitivity=sensitivity,
    )


def _session(person: str, sensitivity: Sensitivity) -> Session:
    planned = NOON + timedelta(days=3)
    return Session(
        person=person,
        planned_at=planned,
        at=planned,
        place="placeword",
        status=2,
        wish=Wish.LISTEN,
        hardest="hardestword",
        proud="proudword",
        topics=["topicword"],
        said="saidword",
        insight="insightword",
        safety_action="safetyword",
        sensitivity=sensitivity,
    )


def _agreement(person: str) -> Agreement:
    return Agreement(
        person=person,
        start=FIRST,
        contact_ways="waysword",
        quiet_hours="quietword",
        mine="mineword",
        theirs="theirsword",
        between_us="betweenword",
        limits="limitsword",
        answer="answerword",
        not_wanted="notwantedword",
        may_pause="pauseword",
        how_we_end="endword",
        my_initials="initialsword",
        their_initials="initialsword",
    )


def at(day: date, hour: int) -> datetime:
    """Return an instant in the test's zone, from its day and hour."""
    return NOON + timedelta(days=(day - TODAY).days, hours=hour - 12)
