"""Check what a craving offers: few things, in the order in which they may help."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.clock import FixedClock
from journal.craving_support import REASONS, SHOWN
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Needs, Outcome, Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.if_then_plans import Plan
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.store.journal import Journal
from journal.text import people as people_text
from screens.cravings.craving_questions import TRIGGERS, Options
from tests.conftest import NOON


def test_what_is_chosen_is_shown_whatever_its_place(journal: Journal) -> None:
    triggers = journal.triggers.add_many([Trigger(label=str(number)) for number in range(15)])
    strategies = journal.strategies.add_many([Strategy(label=str(number)) for number in range(15)])
    craving = Craving(intensity=5, triggers=[triggers[14]], attempts=[Attempt(strategy=strategies[14])])

    hand = Options(journal, craving)

    assert [uid for uid, _ in hand.trigger_options(craving)] == [*triggers[: TRIGGERS - 1], triggers[14]]
    assert [uid for uid, _ in hand.strategy_options(craving)] == [*strategies[: SHOWN - 1], strategies[14]]
    assert hand.tried_options(craving) == [(strategies[14], "14")]


def test_the_list_to_begin_with_is_not_in_the_journal(journal: Journal) -> None:
    hand = Options(journal, None)

    assert hand.uses_starters
    assert len(hand.strategy_options(Craving(intensity=5))) == SHOWN
    assert all(uid not in journal.strategies for uid, _ in hand.strategy_options(Craving(intensity=5)))


def test_a_short_list_is_filled_up_for_what_they_recover_from_without_what_was_put_away(journal: Journal) -> None:
    journal.focuses.add(Focus(label="bets", kind=FocusKind.GAMBLING))
    journal.triggers.add_many([Trigger(label="Dan"), Trigger(label="payday", archived=True)])
    hand = Options(journal, None)

    labels = [label for _, label in hand.trigger_options(Craving(intensity=5))]
    assert labels[:3] == ["Dan", "an advert or an offer", "a match on"]
    assert "payday" not in labels
    journal.triggers.add_many([Trigger(label="rain"), Trigger(label="snow")])
    assert [label for _, label in Options(journal, None).trigger_options(Craving(intensity=5))] == [
        "Dan",
        "rain",
        "snow",
    ]


def test_a_craving_is_offered_what_is_for_its_focus(journal: Journal) -> None:
    alcohol, opioids = journal.focuses.add_many(
        [Focus(label="alcohol", kind=FocusKind.ALCOHOL), Focus(label="opioids", kind=FocusKind.OPIOIDS)]
    )
    about = {uid: Craving(intensity=8, focus=uid) for uid in (alcohol, opioids)}

    def offered(uid: str) -> list[str]:
        hand = Options(journal, None)
        return [label for _, label in (*hand.strategy_options(about[uid]), *hand.trigger_options(about[uid]))]

    assert "hold a drink without alcohol" in offered(alcohol)
    assert "hold a drink without alcohol" not in offered(opioids)
    assert offered(opioids)[0] == "ask my clinic or pharmacy"
    assert ("pain" in offered(opioids), "pain" in offered(alcohol)) == (True, False)


def test_the_person_says_which_focus_a_strategy_or_a_trigger_is_for(journal: Journal) -> None:
    alcohol, opioids = journal.focuses.add_many(
        [Focus(label="alcohol", kind=FocusKind.ALCOHOL), Focus(label="opioids", kind=FocusKind.OPIOIDS)]
    )
    journal.strategies.add_many([Strategy(label=name, focus=alcohol) for name in ("tea", "juice", "kombucha")])
    both, gone = journal.strategies.add_many([Strategy(label="call Ana"), Strategy(label="walk", focus="gone")])
    journal.triggers.add_many([Trigger(label=name, focus=opioids) for name in ("the clinic", "a letter", "Dan")])
    hand = Options(journal, None)

    for_opioids = [uid for uid, _ in hand.strategy_options(Craving(intensity=5, focus=opioids))]
    assert for_opioids[:2] == [both, gone]
    assert len(for_opioids) > 2  # too few, so starters for opioids fill up
    lines = [line for _, line in hand.strategy_options(Craving(intensity=5, focus=alcohol))]
    assert [name for name in ("tea", "juice", "kombucha") if any(line.startswith(name) for line in lines)] == [
        "tea",
        "juice",
        "kombucha",
    ]
    assert hand.trigger_options(Craving(intensity=5, focus=alcohol)) == []
    assert len(hand.trigger_options(Craving(intensity=5))) == 3


def test_what_was_planned_comes_first_though_it_was_put_away(journal: Journal) -> None:
    dan = journal.triggers.add(Trigger(label="Dan"))
    _, tea, _ = journal.strategies.add_many(
        [Strategy(label="walk", favourite=True), Strategy(label="tea", retired=True), Strategy(label="call")]
    )
    journal.plans.add(Plan(trigger=dan, strategy=tea))
    hand = Options(journal, None)

    assert hand.strategy_options(Craving(intensity=5, triggers=[dan]))[0][0] == tea
    assert tea not in [uid for uid, _ in hand.strategy_options(Craving(intensity=5))]
    assert hand.plan_lines(Craving(intensity=5, triggers=[dan])) == ["If it is Dan → tea."]


def test_what_was_chosen_stays_though_it_is_out_of_reach(journal: Journal) -> None:
    call, *_ = journal.strategies.add_many(
        [Strategy(label="call", needs=[Needs.PHONE]), Strategy(label="walk"), Strategy(label="tea")]
    )
    hand = Options(journal, None)
    without = Craving(intensity=5, cannot=[Needs.PHONE])

    assert call not in [uid for uid, _ in hand.strategy_options(without)]
    chosen = Craving(intensity=5, cannot=[Needs.PHONE], attempts=[Attempt(strategy=call)])
    assert call in [uid for uid, _ in hand.strategy_options(chosen)]


def test_a_trigger_is_found_by_its_label_whatever_its_case(journal: Journal) -> None:
    uid = journal.triggers.add(Trigger(label="Straße"))
    hand = Options(journal, None)

    assert hand.trigger_called("STRASSE").uid == uid
    assert hand.trigger_called("rain") == hand.trigger_called("Rain")


def test_reasons_take_turns(journal: Journal) -> None:
    journal.reasons.add_many([Reason(text=str(number)) for number in range(5)])
    journal.reasons.add(Reason(text="of before", archived=True))
    first = [reason.text for reason in Options(journal, None).reasons()]
    journal.cravings.add(Craving(intensity=3))

    assert first == ["0", "1", "2"]
    assert [reason.text for reason in Options(journal, None).reasons()] == ["1", "2", "3"]
    assert len(first) == REASONS


def test_only_who_may_be_asked_is_named(journal: Journal) -> None:
    journal.people.add_many([Person(name="Ana", contact="mobile"), Person(name="Mia", call=False)])

    assert people_text.people_to_ask(journal.people) == ["Ana · other · mobile"]


@pytest.mark.parametrize(
    ("craving", "hours", "is_open"),
    [
        (Craving(intensity=5), 2, True),
        (Craving(intensity=5), 4, False),
        (Craving(intensity=5, after=3), 2, False),
        (Craving(intensity=5, outcome=Outcome.PASSED), 2, False),
    ],
)
def test_one_without_an_end_stays_open_for_some_hours(
    journal: Journal, clock: FixedClock, craving: Craving, hours: int, is_open: bool
) -> None:
    journal.cravings.add(craving)
    clock.set(NOON + timedelta(hours=hours))

    assert (Options(journal, None).unfinished_craving() is not None) is is_open
