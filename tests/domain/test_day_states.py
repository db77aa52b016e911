"""What a day is where less is wanted, not none: limits, amounts, units, answers, prescribed uses, observing."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.day_statistics import Figures, days_without, focus_figures
from journal.domain.days import DayState, Mark, day_word
from journal.domain.focus_goals import changed_from
from journal.domain.focuses import Focus, FocusKind, GoalMode, Per, TaperStep
from journal.domain.uses import Use
from tests.support.builders import START, alcohol, day, mark, marks, use

LIMITED = replace(alcohol(), kind=FocusKind.CANNABIS, unit="grams", goal_mode=GoalMode.REDUCE, limit=Decimal(1))
OBSERVED = replace(LIMITED, goal_mode=GoalMode.OBSERVE, limit=None)
STOPPED = replace(LIMITED, goal_mode=GoalMode.ABSTAIN, limit=None)


def letter(focus: Focus, uses: list[Use], said: list[Mark] | None = None) -> str:
    """The letter of the first day."""
    return day_word(focus, uses, said or [], last=START, today=day(3)).letters


def used(amount: str | None = None, *, unit: str = "", over: bool | None = None) -> Use:
    return replace(use(LIMITED, START, amount=amount), unit=unit, over=over)


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        ([used("1")], "="),
        ([used("1.5")], "+"),
        ([used("0.5"), used("0.6")], "+"),
        ([used("0")], "-"),
        ([used("1", unit="gram")], "="),
        ([used("3", unit="joints")], "*"),
        ([used("3", unit="joints", over=True)], "+"),
        ([used("3", unit="joints", over=False)], "="),
        ([used()], "*"),
        ([used(over=True)], "+"),
        ([used(over=False)], "="),
        ([used("2"), used(over=False)], "+"),
        ([used("1"), used()], "*"),
        ([used("1"), used(over=False)], "="),
        ([used(over=False), used()], "*"),
        ([used("1", over=True)], "="),
    ],
)
def test_the_amounts_of_a_day_are_compared_with_its_limit(uses: list[Use], expected: str) -> None:
    assert letter(LIMITED, uses) == expected
    assert letter(STOPPED, uses) == "+"
    assert letter(OBSERVED, uses) == "="
    assert letter(replace(LIMITED, limit=None), uses) == "="


def said(state: DayState, *, amount: str | None = None, over: bool | None = None) -> Mark:
    number = None if amount is None else Decimal(amount)
    return replace(mark(LIMITED, START, state), amount=number, over=over)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (said(DayState.USED), "*"),
        (said(DayState.USED, amount="1"), "="),
        (said(DayState.USED, amount="0"), "-"),
        (said(DayState.USED, amount="1.1"), "+"),
        (said(DayState.USED, over=True), "+"),
        (said(DayState.USED, over=False), "="),
        (said(DayState.MIXED), "*"),
        (said(DayState.CLEAN), "-"),
        (said(DayState.UNKNOWN), "o"),
        (said(DayState.NOT_APPLICABLE), "_"),
    ],
)
def test_a_mark_with_a_use_counts_as_such_a_use(marked: Mark, expected: str) -> None:
    assert letter(LIMITED, [], [marked]) == expected
    assert letter(STOPPED, [], [marked]) == marked.state
    assert letter(OBSERVED, [], [marked]) == ("=" if marked.state is DayState.USED else marked.state)


def test_the_amounts_of_uses_come_before_that_of_the_mark() -> None:
    assert letter(LIMITED, [used("0.5")], [said(DayState.USED, amount="4")]) == "="
    assert letter(LIMITED, [used("4")], [said(DayState.CLEAN)]) == "+"
    assert letter(LIMITED, [used("4")], [said(DayState.NOT_APPLICABLE)]) == "_"


def test_before_the_first_step_of_a_taper_a_use_is_not_judged() -> None:
    steps = [TaperStep(from_date=day(1), maximum=Decimal(2)), TaperStep(from_date=day(2), maximum=Decimal(1))]
    taper = replace(LIMITED, goal_mode=GoalMode.TAPER, limit=None, taper=steps)
    uses = [use(taper, day(place), amount="2") for place in range(3)]

    assert day_word(taper, uses, [], last=day(2), today=day(3)).letters == "==+"


@pytest.mark.parametrize("focus", [LIMITED, STOPPED, OBSERVED])
def test_a_use_as_prescribed_leaves_the_day_as_it_would_be_without_it(focus: Focus) -> None:
    medicine = replace(used("9"), prescribed=True, cost=Decimal(50))
    costly = replace(focus, heavy_from=Decimal(1), cost=Decimal(7))

    assert letter(focus, [medicine]) == "o"
    assert letter(focus, [medicine], [said(DayState.CLEAN)]) == "-"
    assert letter(focus, [medicine, used("0.5")]) == letter(focus, [used("0.5")])
    assert focus_figures(costly, [medicine], [], as_of=day(2), today=day(2)) == focus_figures(
        costly, [], [], as_of=day(2), today=day(2)
    )


def test_planned_changes_nothing_where_it_cannot_mean_prescribed() -> None:
    planned = replace(used("9"), planned=True)
    drinking = replace(STOPPED, kind=FocusKind.ALCOHOL)

    assert letter(drinking, [planned]) == "+"
    assert letter(STOPPED, [planned]) == "o"  # an earlier version: a medicine as prescribed
    assert letter(STOPPED, [replace(planned, prescribed=False)]) == "+"


def test_no_mark_holds_what_is_worked_out() -> None:
    with pytest.raises(ValueError, match="worked out"):
        Mark(focus="a", state=DayState.WITHIN)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"focus": "a", "state": "="}, Mark)


MODES = st.sampled_from(GoalMode)
USES = st.lists(
    st.builds(
        used,
        st.none() | st.sampled_from(["0", "0.5", "1", "2"]),
        unit=st.sampled_from(["", "grams", "joints"]),
        over=st.none() | st.booleans(),
    ),
    max_size=3,
)


@given(MODES, USES, st.none() | st.decimals(0, 3, places=1))
def test_the_letter_of_a_day_by_the_rule(mode: GoalMode, uses: list[Use], limit: Decimal | None) -> None:
    focus = replace(LIMITED, goal_mode=mode, limit=limit, taper=[])
    known = [one.amount for one in uses if one.amount is not None and one.unit in ("", "grams")]
    unknown = [one for one in uses if one.amount is None or one.unit == "joints"]
    found = letter(focus, uses)

    if not uses:
        assert found == "o"
    elif mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW):
        assert found == "+"
    elif mode is not GoalMode.REDUCE or limit is None:
        assert found == "="
    elif sum(known) > limit:
        assert found == "+"
    elif not unknown:
        assert found == ("=" if sum(known) else "-")
    else:
        answers = {one.over for one in unknown}
        assert found in ("+" if True in answers or any(one.over for one in uses) else "=*")
        assert (found == "*") == (None in answers and found != "+")


LETTERS = st.text("-=+o*_", min_size=1, max_size=40)


def figures_of(focus: Focus, letters: str) -> Figures:
    """The figures of a focus with a limit of 1 whose days are these."""
    amounts = {"=": "1", "+": "2"}
    uses = [use(focus, day(place), amount=amounts[one]) for place, one in enumerate(letters) if one in amounts]
    said = marks(focus, START, "".join(" " if one in amounts else one for one in letters))
    last = day(len(letters) - 1)
    assert day_word(focus, uses, said, last=last, today=day(len(letters))).letters == letters
    return focus_figures(focus, uses, said, as_of=last, today=day(len(letters)))


@given(LETTERS)
def test_the_figures_of_a_limit_follow_from_the_letters(letters: str) -> None:
    figures = figures_of(LIMITED, letters)
    c, w, u, o = (sum(letters.count(one) for one in group) for group in ("-", "=", "+", "o*"))

    assert (figures.clean, figures.within, figures.used, figures.unknown) == (c, w, u, o)
    assert figures.on_plan == (100 * (c + w) / (c + w + u) if c + w + u else None)
    assert figures.pda == (100 * c / (c + w + u) if c + w + u else None)
    assert figures.coverage == (100 * (c + w + u) / (c + w + u + o) if c + w + u + o else None)
    if figures.on_plan is not None:
        assert figures.on_plan_low is not None
        assert figures.on_plan_high is not None
        assert 0 <= figures.on_plan_low <= figures.on_plan <= figures.on_plan_high <= 100
    counted = letters.replace("_", "")
    assert figures.longest_run == max(len(run) for run in counted.split("+"))
    assert figures.longest_run_strict == max(
        len(run) for run in "".join(one if one in "-=" else " " for one in counted).split(" ")
    )
    assert figures.last_use == (day(letters.rindex("+")) if "+" in letters else None)
    assert sum(episode.days for episode in figures.episodes) == u


@given(LETTERS)
def test_a_day_within_the_plan_counts_as_well_as_a_clean_one(letters: str) -> None:
    within, clean = figures_of(LIMITED, letters), figures_of(LIMITED, letters.replace("=", "-"))

    assert within.on_plan == clean.on_plan
    assert (within.longest_run, within.longest_run_strict) == (clean.longest_run, clean.longest_run_strict)
    assert within.steadiness == clean.steadiness
    assert within.full_days == clean.full_days


@given(LETTERS)
def test_where_none_is_wanted_nothing_is_within_a_plan(letters: str) -> None:
    letters = letters.replace("=", "+")
    figures = figures_of(STOPPED, letters)

    assert figures.within == 0
    assert (figures.on_plan, figures.on_plan_low, figures.on_plan_high, figures.limit) == (None,) * 4


def test_observing_judges_nothing() -> None:
    uses = [use(OBSERVED, day(1), amount="2"), use(OBSERVED, day(3), amount="1")]
    figures = focus_figures(OBSERVED, uses, marks(OBSERVED, START, "-"), as_of=day(3), today=day(3))

    assert (figures.clean, figures.within, figures.used) == (1, 2, 0)
    assert (figures.pda, figures.pda_low, figures.pda_high, figures.on_plan) == (None,) * 4
    assert (figures.longest_run, figures.longest_run_strict, figures.steadiness) == (None,) * 3
    assert (figures.full_days, figures.day_number, figures.last_use) == (None,) * 3
    assert (figures.month.use_days, figures.month.amount) == (2, Decimal(3))


def test_a_use_within_an_earlier_limit_is_a_use_once_none_is_wanted() -> None:
    uses = [use(LIMITED, day(1), amount="1")]
    letters = marks(LIMITED, START, "-")
    before = focus_figures(LIMITED, uses, letters, as_of=day(1), today=day(1))
    stopped = _stopped_from(2)
    after = focus_figures(stopped, uses, [*letters, *marks(stopped, day(2), "--")], as_of=day(3), today=day(3))

    assert (before.last_use, before.full_days) == (None, 1)
    assert (after.last_use, after.used, after.within, after.full_days, after.longest_run) == (day(1), 0, 1, 1, 2)


def _stopped_from(place: int) -> Focus:
    return changed_from(LIMITED, STOPPED, day(place))


def test_a_day_on_plan_saves_what_it_cost_less_and_one_of_unknown_cost_saves_nothing() -> None:
    focus = replace(LIMITED, cost=Decimal(10), cost_per=Per.DAY)
    within = [use(focus, day(1), amount="1", cost="4"), use(focus, day(2), amount="1")]
    over = use(focus, day(3), amount="3", cost="12")

    assert _saved(focus, within) == Decimal("16.00")
    assert _saved(focus, [*within, over]) == Decimal("4.00")


def _saved(focus: Focus, uses: list[Use]) -> Decimal | None:
    return focus_figures(focus, uses, marks(focus, START, "-"), as_of=day(4), today=day(4)).saved.money


def test_fewer_than_half_of_the_days_known_is_too_few_for_a_percentage() -> None:
    few = focus_figures(STOPPED, [], marks(STOPPED, START, "-"), as_of=day(19), today=day(20))
    half = focus_figures(STOPPED, [], marks(STOPPED, START, "-"), as_of=day(1), today=day(2))

    assert few.is_mostly_unknown
    assert not half.is_mostly_unknown


def test_the_days_without_end_at_a_use_within_the_plan() -> None:
    uses = [use(LIMITED, day(3), amount="1")]
    for focus in (LIMITED, STOPPED, OBSERVED):
        assert days_without(focus, uses, [], day(9)) == 5
        assert days_without(focus, [], [], day(9)) == 9
    assert days_without(replace(LIMITED, start=None), [], [], day(9)) == 0
