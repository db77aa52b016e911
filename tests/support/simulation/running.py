"""Run a plan to its end, and make it short while it fails."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.simulation.places import Broken
from tests.support.simulation.plans import Plan, Step
from tests.support.simulation.simulation import Failure, Simulation, conditions
from tests.support.simulation.steps import do


def run(plan: Plan) -> Failure | None:
    """Run a plan, then open everything again; return the first promise that was broken, or None."""
    with conditions():
        sim = Simulation(plan)
        for number, step in enumerate(plan):
            if failure := _tried(number, step, lambda step=step: do(sim, step)):  # type: ignore[misc]
                return failure
        return _tried(len(plan), Step("at", ("the", "end")), lambda: _finish(sim))


def _finish(sim: Simulation) -> None:
    """Close and open everything again."""
    sim.armed.clear()
    for _ in range(2):
        for place in (sim.home, *sim.copies.values()):
            do(sim, Step("close", (), _where(sim, place)))
            if not place.rotten:
                do(sim, Step("open", (), _where(sim, place)))
                if place is sim.home and place.is_open:
                    do(sim, Step("go-on"))
    for place in (sim.home, *sim.copies.values()):
        do(sim, Step("close", (), _where(sim, place)))


def _where(sim: Simulation, place: object) -> str:
    return next((name for name, copy in sim.copies.items() if copy is place), "")


def _tried(number: int, step: Step, act: Callable[[], None]) -> Failure | None:
    try:
        act()
    except Broken as error:
        return Failure(number, str(step), str(error))
    except Exception as error:
        return Failure(number, str(step), f"crashed: {error!r}")
    return None


def shrink(plan: Plan, fails: Callable[[Plan], bool]) -> Plan:
    """Return a short plan that still fails: steps are left out, then arguments are made plain, until nothing helps."""
    while True:
        shorter = _plainer(_without_steps(plan, fails), fails)
        if shorter == plan:
            return plan
        plan = shorter


def _without_steps(plan: Plan, fails: Callable[[Plan], bool]) -> Plan:
    """Leave out as many steps as possible: first half of them at a time, in the end one."""
    size = max(len(plan) // 2, 1)
    while True:
        at = 0
        while at < len(plan):
            shorter = plan[:at] + plan[at + size :]
            if fails(shorter):
                plan = shorter
            else:
                at += size
        if size == 1:
            return plan
        size //= 2


def _plainer(plan: Plan, fails: Callable[[Plan], bool]) -> Plan:
    """Make each argument plain where the plan still fails: no lengths, smaller numbers, simpler outcomes."""
    for at, step in enumerate(plan):
        for number, argument in enumerate(step.args):
            for other in _plain(argument, is_fate=step.verb == "cut" and number == 1):
                args = (*step.args[:number], *((other,) if other else ()), *step.args[number + 1 :])
                changed = (*plan[:at], Step(step.verb, args, step.where), *plan[at + 1 :])
                if fails(changed):
                    plan, step = changed, changed[at]
                    break
            if number >= len(step.args):
                break
    return plan


def _plain(argument: str, *, is_fate: bool) -> list[str]:
    """Return what to try instead of an argument; empty: nothing. A fate may also be all or nothing."""
    if argument[:1] == "x" and argument[1:].isdigit():
        return ["", "x300"] if argument != "x300" else [""]
    if argument in ("forget", "stale", "no-links", "no-anchor", "words", "key-file"):
        return [""]
    if argument.isdigit() and argument not in ("1", "2"):
        size = int(argument)
        smaller = [str(each) for each in (0, 1, 2, 3, size // 2, size - 1) if 0 <= each < size]
        return ["all", "none", *smaller] if is_fate else smaller
    return []
