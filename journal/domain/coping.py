"""Coping strategies, the evidence for each, and which to offer in a craving."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from math import sqrt
from statistics import fmean
from typing import Annotated, ClassVar, NamedTuple

from msgspec import Meta, Struct

from journal.domain.cravings import Craving, Needs
from journal.domain.record import Label, Record, Sensitivity


class Family(StrEnum):
    """The kind of a strategy."""

    DELAY = "delay"
    ESCAPE = "escape"
    AVOID = "avoid"
    ACCEPT = "accept"
    DISPUTE = "dispute"
    DISTRACT = "distract"
    SUBSTITUTE = "substitute"
    CONNECT = "connect"
    CALM = "calm the body"
    PRAY = "pray or meditate"


class Strategy(Record, kw_only=True, frozen=True):
    """Something to do in a craving. ``minutes`` is roughly how long it takes.

    ``focus`` is the uid of the only focus that it is for; empty where it may help with any.
    """

    table: ClassVar[str] = "strategies"

    label: Label
    family: Family = Family.DISTRACT
    minutes: Annotated[int, Meta(ge=0, le=1440)] | None = None
    needs: list[Needs] = []
    steps: list[Label] = []
    focus: str = ""
    favourite: bool = False
    retired: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


TRIED = 3
"""From this many uses with a known outcome on, a strategy counts as tried."""

PROVEN = 10
"""From this many uses with a known outcome on, the program may say that it seems to help."""


class Evidence(Struct, kw_only=True, frozen=True):
    """What is known about a strategy (its uid), from its uses in cravings with a known outcome.

    ``n`` counts these cravings; in ``came_through`` of them the person did not use. ``mean_drop`` is the mean drop in
    intensity where it was noted before and after. ``low`` is the Wilson lower bound of came_through / n; strategies are
    ranked by it. For ``said`` uses the person said whether it helped; for ``helped`` of them that it did.
    """

    strategy: str
    n: int
    came_through: int
    mean_drop: float | None
    low: float
    said: int = 0
    helped: int = 0


class Proof(StrEnum):
    """How much the evidence for a strategy says. Worked out, never stored; JSON holds the value."""

    TOO_FEW = "too_few"
    EARLY_SIGN = "early_sign"
    SEEMS_TO_HELP = "seems_to_help"


def proof(known: Evidence) -> Proof:
    """Return how much the evidence for a strategy says, by the number of its uses with a known outcome."""
    if known.n < TRIED:
        return Proof.TOO_FEW
    return Proof.EARLY_SIGN if known.n < PROVEN else Proof.SEEMS_TO_HELP


class Offer(NamedTuple):
    """A strategy offered in a craving, with its overall evidence and that for the current triggers (``at_hand``).

    ``to_try``: it is offered because it was not tried enough yet.
    """

    strategy: Strategy
    evidence: Evidence
    to_try: bool = False
    at_hand: Evidence | None = None


def wilson_low(k: int, n: int, z: float = 1.96) -> float:
    """Return the lower bound of k / n by Wilson's score interval (J Am Stat Assoc 1927;22:209); 0.0 if n is 0."""
    if n == 0:
        return 0.0
    p, z2 = k / n, z * z
    spread = z * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return max(0.0, (p + z2 / (2 * n) - spread) / (1 + z2 / n))


def evidence(strategies: Iterable[Strategy], cravings: Iterable[Craving], trigger: str | None = None) -> list[Evidence]:
    """Return the evidence for each strategy, best first; only from cravings with one trigger (its uid) if given."""
    known = [c for c in cravings if c.outcome.known and (trigger is None or trigger in c.triggers)]
    return sorted((_evidence(strategy.uid, known) for strategy in strategies), key=lambda e: -e.low)


def offered(
    strategies: Iterable[Strategy],
    cravings: Iterable[Craving],
    triggers: Collection[str] = (),
    *,
    untried_every: int = 4,
) -> list[Offer]:
    """Return what to offer in a craving, best first: favourites, then by evidence for the triggers, then overall.

    After every ``untried_every``-th craving in ``cravings``, the least tried strategy, if not tried enough, is moved up
    to third place. Archived strategies are left out.
    """
    cravings, usable = list(cravings), [strategy for strategy in strategies if not strategy.retired]
    alike = [craving for craving in cravings if set(triggers) & set(craving.triggers)]
    overall = {e.strategy: e for e in evidence(usable, cravings)}
    at_hand = {e.strategy: e for e in evidence(usable, alike)}
    usable.sort(key=lambda s: (not s.favourite, -at_hand[s.uid].low, -overall[s.uid].low))
    offers = [Offer(s, overall[s.uid], at_hand=at_hand[s.uid] if alike else None) for s in usable]
    if cravings and len(cravings) % untried_every == 0:
        _lift_untried(offers)
    return offers


def within_reach(strategies: Iterable[Strategy], cannot: Collection[Needs]) -> list[Strategy]:
    """Return the strategies that need nothing that is out of reach now."""
    return [strategy for strategy in strategies if not set(strategy.needs) & set(cannot)]


def starters() -> list[Strategy]:
    """Return some strategies of each family for a new list; the person keeps, rewords or drops them."""
    return [
        Strategy(label="wait ten minutes, then decide again", family=Family.DELAY, minutes=10),
        Strategy(label="walk round the block", family=Family.ESCAPE, minutes=15, needs=[Needs.LEAVE_HOME]),
        Strategy(label="take another way home", family=Family.AVOID),
        Strategy(label="let it rise and fall, and watch it", family=Family.ACCEPT, minutes=10),
        Strategy(label="think it through to tomorrow morning", family=Family.DISPUTE, minutes=3),
        Strategy(label="do something with my hands", family=Family.DISTRACT, minutes=20),
        Strategy(label="eat, and drink a large glass of water", family=Family.SUBSTITUTE, minutes=10),
        Strategy(label="call someone who knows", family=Family.CONNECT, minutes=10, needs=[Needs.PHONE, Needs.PERSON]),
        Strategy(label="go where other people are", family=Family.CONNECT, minutes=60, needs=[Needs.LEAVE_HOME]),
        Strategy(label="breathe out slowly, ten times", family=Family.CALM, minutes=3),
        Strategy(label="a long shower", family=Family.CALM, minutes=15),
        Strategy(label="sit still, or say a prayer of my own", family=Family.PRAY, minutes=5),
    ]


def _evidence(uid: str, known: list[Craving]) -> Evidence:
    """Return the evidence for one strategy. Tried twice in one craving, it counts as one outcome."""
    outcomes = [craving.outcome for craving in known if any(attempt.strategy == uid for attempt in craving.attempts)]
    attempts = [attempt for craving in known for attempt in craving.attempts if attempt.strategy == uid]
    drops = [one.before - one.after for one in attempts if one.before is not None and one.after is not None]
    said = [attempt.helped for attempt in attempts if attempt.helped is not None]
    k, n = sum(outcome.came_through for outcome in outcomes), len(outcomes)
    return Evidence(
        strategy=uid,
        n=n,
        came_through=k,
        mean_drop=fmean(drops) if drops else None,
        low=wilson_low(k, n),
        said=len(said),
        helped=sum(said),
    )


def _lift_untried(offers: list[Offer]) -> None:
    """Mark the least tried of the strategies not tried enough, and move it up to third place."""
    place = min(range(len(offers)), key=lambda i: offers[i].evidence.n, default=None)
    if place is not None and offers[place].evidence.n < TRIED:
        offers.insert(min(place, 2), offers.pop(place)._replace(to_try=True))
