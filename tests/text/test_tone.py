"""Check the tone: calm, person first, and no claim that was not counted."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from journal import text
from journal.domain.coping import Evidence, Offer, Strategy, wilson_low
from journal.domain.cravings import Needs, Outcome, PassedWithin
from journal.domain.focuses import (
    FocusKind,
    GoalMode,
    needs_fentanyl_warning,
    needs_tolerance_warning,
    needs_withdrawal_warning,
)
from journal.domain.safety_lines import lines
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.text.cravings import (
    format_came_through,
    format_cannot,
    format_known,
    format_offer,
    format_passed,
    format_strategy,
    went_well,
)
from journal.text.onboarding import NO_RESET, STAYS_HERE
from journal.text.safety import (
    OVERDOSE,
    SAFETY_CANNOT_CALL,
    Notice,
    after_use_warning,
    are_you_safe,
    emergency_foot,
    slip_warning,
    use_warning,
    withdrawal_warning,
)
from journal.text.sharing import BEFORE_IT_LEAVES, OPEN_FILE, SAVED_BY_WORDS, SAVED_OPEN, SAVED_TO_KEY
from journal.text.slips import SLIP_THANKS, format_before_start, slip_saved, slip_title, use_word
from tests.support.builders import alcohol, craving, day, strategy


def texts() -> Iterator[tuple[str, Any]]:
    """Yield all constants of all modules of the package."""
    for module in pkgutil.walk_packages(text.__path__, f"{text.__name__}."):
        yield from vars(import_module(module.name)).items()


def strings(value: object) -> Iterator[str]:
    """Yield a text, and all texts in a tuple, also those in tuples in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)


def sentences() -> Iterator[str]:
    """Yield every sentence of the package that a person can read."""
    for name, value in texts():
        if isinstance(value, Notice):
            yield from (value.title, *value.paragraphs, value.source)
        elif name.isupper():
            yield from strings(value)
    yield from (line.words for line in lines(""))
    for kind in FocusKind:
        yield from (starter.label for starter in strategies_for([kind]))
        yield from (starter.label for starter in triggers_for([kind]))


def test_no_sentence_labels_the_person_shouts_or_promises_a_cause() -> None:
    forbidden = re.compile(r"\b(fail\w*|addict\w*|dirty|relaps\w*|caused?)\b|[!\U0001f300-\U0001faff]", re.IGNORECASE)
    everything = list(sentences())

    assert len(everything) > 80
    assert [sentence for sentence in everything if forbidden.search(sentence)] == []


def test_reset_is_said_of_the_passphrase_only() -> None:
    assert [sentence for sentence in sentences() if "reset" in sentence.lower()] == [NO_RESET]


def test_the_promises_are_said_word_for_word() -> None:
    assert STAYS_HERE == "Nothing you write leaves this computer."
    assert SLIP_THANKS == "Thanks for writing this down."
    assert slip_saved(77, "free") == "Saved. Your 77 free days still count. Press u to undo."
    assert slip_saved(1, "free") == "Saved. Your free day still counts. Press u to undo."
    assert slip_saved(0, "free") == "Saved. Press u to undo."
    assert slip_saved(12, "free", on_plan=True) == "Saved. Your 12 days on plan still count. Press u to undo."
    assert slip_saved(1, "free", on_plan=True) == "Saved. Your day on plan still counts. Press u to undo."
    assert SAFETY_CANNOT_CALL == "This program cannot see or call anyone."


@pytest.mark.parametrize("kind", list(FocusKind))
def test_a_warning_is_there_exactly_where_it_is_asked_for_with_its_source(kind: FocusKind) -> None:
    withdrawal, before, after = withdrawal_warning(kind), use_warning(kind), after_use_warning(kind)

    assert (withdrawal is not None) == needs_withdrawal_warning(kind)
    assert (before is not None) == (needs_tolerance_warning(kind) or needs_fentanyl_warning(kind))
    assert (after is not None) == (before is not None)
    for notice in filter(None, (withdrawal, before, after)):
        assert notice.source
        assert "emergency number" in " ".join(notice.paragraphs)


def words(notice: Notice | None) -> str:
    """A notice as one line."""
    assert notice is not None
    return " ".join((notice.title, *notice.paragraphs))


def test_what_matters_most_about_a_use_is_said_word_for_word() -> None:
    before = words(use_warning(FocusKind.OPIOIDS))
    assert (
        "After even a few days off, your usual dose can kill you. If you use: much less than before, slowly, with "
        "someone there who knows where the naloxone is. Even a small amount can be too much."
    ) in before
    after = words(after_use_warning(FocusKind.OPIOIDS))
    assert "Don't take more No alcohol or pills on top. Stay with someone for the next hours." in after
    assert "Street drugs can contain fentanyl. Keep naloxone." in words(use_warning(FocusKind.STIMULANTS))
    assert "Naloxone works on opioids only." in words(use_warning(FocusKind.SEDATIVES))


def test_what_matters_most_before_stopping_is_asked_first() -> None:
    notice = withdrawal_warning(FocusKind.ALCOHOL)
    assert notice is not None
    assert notice.paragraphs[0] == (
        "Do you shake or sweat until you drink? Ever had a seizure after stopping? More than about 6 pints of beer or "
        "1½ bottles of wine a day? If any is yes, don't stop suddenly. Talk to a doctor first."
    )


def test_after_a_slip_safety_is_asked_with_the_number_of_the_region() -> None:
    assert are_you_safe("EU") == (
        "Are you safe right now? If not: call 112, or F4. If you're not sure, call someone or stay near someone."
    )
    assert are_you_safe("") == (
        "Are you safe right now? If not: F4 shows who to call. If you're not sure, call someone or stay near someone."
    )


def test_three_days_in_a_row_add_what_to_know_before_stopping() -> None:
    def told(kind: FocusKind, used_days: int) -> str:
        notice = slip_warning(kind, recent=True, clean_days=0, used_days=used_days)
        return words(notice) if notice else ""

    assert told(FocusKind.ALCOHOL, 2) == ""
    assert "Before you stop or cut down" in told(FocusKind.ALCOHOL, 3)
    assert "Before you stop or cut down" not in told(FocusKind.SEDATIVES, 2)
    assert told(FocusKind.SEDATIVES, 3).startswith("Don't take more")
    assert "Before you stop or cut down" in told(FocusKind.SEDATIVES, 3)
    assert told(FocusKind.NICOTINE, 9) == ""


def test_a_use_of_days_ago_is_followed_by_what_to_know_before_another() -> None:
    def told(kind: FocusKind, clean_days: int) -> str:
        notice = slip_warning(kind, recent=False, clean_days=clean_days, used_days=1)
        return notice.title if notice else ""

    assert told(FocusKind.OPIOIDS, 5) == "Before any use"
    assert told(FocusKind.OPIOIDS, 0) == ""
    assert told(FocusKind.STIMULANTS, 5) == ""


def test_what_leaves_the_computer_is_told_word_for_word() -> None:
    assert f"{OPEN_FILE} {BEFORE_IT_LEAVES}" == (
        "Anyone who gets this file can read it. Most mentors don't have to keep it secret by law. Some must report "
        "danger to you or a child. Court, probation or custody? Get legal advice before sharing dates of use."
    )
    assert OPEN_FILE in SAVED_OPEN
    for saved in (SAVED_OPEN, SAVED_BY_WORDS, SAVED_TO_KEY):
        assert BEFORE_IT_LEAVES in saved


def test_a_withdrawal_warning_never_asks_anyone_to_stop_today() -> None:
    for kind in FocusKind:
        notice = withdrawal_warning(kind)
        assert notice is None or "today" not in " ".join(notice.paragraphs)


def test_the_withdrawal_warning_speaks_of_what_the_focus_is() -> None:
    alcohol, sedatives, other = (
        " ".join(notice.paragraphs)
        for kind in (FocusKind.ALCOHOL, FocusKind.SEDATIVES, FocusKind.OTHER)
        if (notice := withdrawal_warning(kind))
    )

    assert "15 UK units" in alcohol
    assert "8–24 hours" in alcohol
    assert "benzodiazepines" in sedatives
    assert "GHB" in other
    assert "alcohol" in other


def test_the_steps_for_someone_who_does_not_wake_are_whole_and_in_order() -> None:
    steps = " ".join(OVERDOSE.paragraphs)
    order = ["emergency number", "naloxone", "every 5 seconds", "recovery position", "second dose", "Stay"]

    assert [steps.index(step) for step in order] == sorted(steps.index(step) for step in order)


def test_the_foot_shows_the_chosen_regions_number_or_the_way_to_all() -> None:
    assert emergency_foot("NZ") == "Emergency 111 · F4 helplines"
    assert emergency_foot("") == "F4 emergency numbers and helplines"


def test_counts_are_told_with_their_counts() -> None:
    assert format_passed(PassedWithin(18, 23, 27)) == "most of yours passed within 18 minutes (23 of 27)"
    assert format_passed(PassedWithin(18, 4, 6)) == "most of yours passed within 18 minutes (4 of 6, early sign)"
    assert format_passed(PassedWithin(18, 3, 6)) == "3 of 6 of yours passed within 18 minutes (early sign)"
    assert format_passed(PassedWithin(18, 9, 27)) == "9 of 27 of yours passed within 18 minutes"
    assert format_passed(None) == ""
    assert format_came_through(6, 7) == "6 of 7 passed (early sign)"
    assert format_came_through(1, 1) == "1 of 1 passed"
    assert format_came_through(0, 0) == "too early to tell"


@pytest.mark.parametrize(
    ("k", "n", "told"),
    [
        (2, 2, "too few tries to tell"),
        (3, 4, "3 of 4 passed, early sign"),
        (9, 10, "9 of 10 passed, seems to help"),
    ],
)
def test_a_strategy_is_told_by_what_is_known_of_it(k: int, n: int, told: str) -> None:
    found = Evidence(strategy="walk", n=n, came_through=k, mean_drop=None, low=wilson_low(k, n))

    assert format_strategy(found) == told


@pytest.mark.parametrize(
    ("k", "n", "needs", "to_try", "told"),
    [
        (3, 4, [Needs.PHONE], False, "3 of 4, early sign · phone"),
        (9, 10, [], False, "9 of 10, seems to help"),
        (1, 1, [Needs.MONEY, Needs.PERSON], False, "too few tries to tell · money · another person"),
        (0, 0, [], True, "one to try: too few tries to tell"),
    ],
)
def test_a_strategy_is_offered_with_its_count_and_what_it_needs(
    k: int, n: int, needs: list[Needs], to_try: bool, told: str
) -> None:
    found = Evidence(strategy="walk", n=n, came_through=k, mean_drop=None, low=wilson_low(k, n))

    assert format_offer(Offer(Strategy(label="walk", needs=needs), found, to_try)) == told


def test_a_count_with_the_trigger_at_hand_goes_before_the_count_of_all() -> None:
    def found(k: int, n: int) -> Evidence:
        return Evidence(strategy="walk", n=n, came_through=k, mean_drop=None, low=wilson_low(k, n))

    walk = Strategy(label="walk")
    assert format_offer(Offer(walk, found(9, 10), at_hand=found(3, 4))) == "3 of 4 with this, early sign"
    assert format_offer(Offer(walk, found(9, 10), at_hand=found(2, 2))) == "9 of 10, seems to help"
    assert format_offer(Offer(walk, found(3, 4), at_hand=found(3, 4))) == "3 of 4, early sign"


def test_what_was_said_of_a_strategy_is_told_with_its_count() -> None:
    found = Evidence(strategy="walk", n=4, came_through=3, mean_drop=2.5, low=0.3, said=3, helped=2)

    assert format_known(found) == (
        "3 of 4 passed, early sign · intensity went down by 2.5 on average · you said 2 of 3 times that it helped"
    )


def test_what_is_left_out_is_said() -> None:
    assert format_cannot([]) == ""
    assert format_cannot([Needs.PERSON, Needs.PHONE]) == "Left out for now: what needs a phone or another person."


@pytest.mark.parametrize("mode", GoalMode)
def test_the_persons_own_word_is_for_what_they_want_none_of(mode: GoalMode) -> None:
    wants_none = mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW)

    assert use_word(mode, "lapse") == ("lapse" if wants_none else "use")


@pytest.mark.parametrize(("word", "title"), [("slip", "a slip"), ("accident", "an accident"), ("use", "a use")])
def test_the_persons_own_word_makes_the_title(word: str, title: str) -> None:
    assert slip_title(word) == title


def test_a_use_before_the_start_is_told_to_be_kept_and_not_counted_unless_the_start_moves() -> None:
    told = format_before_start(alcohol(), day(-3), day(0), moves=False)
    starts = "This is before alcohol starts (Tue 1 Sep).\n"
    assert told == starts + "It is saved on Sat 29 Aug, and doesn't count in your days."
    moved = format_before_start(alcohol(), day(-3), day(0), moves=True)
    assert moved == starts + "Once saved, it starts on Sat 29 Aug."


def test_without_a_start_a_use_is_told_to_count_from_the_first_day_that_is_known() -> None:
    told = format_before_start(alcohol(start=None), day(0), day(0), moves=False)
    assert told.startswith("alcohol has no start yet.\n")
    assert "your days count from the first one you log" in told


def test_what_went_well_is_told_with_counts_and_without_promises() -> None:
    lately = [craving("walk")] * 4 + [craving("call", outcome=Outcome.USED)]
    told = went_well(lately, lately, [strategy("walk"), strategy("call")])
    assert told == "This week: 4 of 5 cravings passed · with “walk” 4 of 4 (early sign)"


def test_few_observations_are_counted_and_nothing_is_concluded() -> None:
    lately = [craving("walk")] * 2
    assert went_well(lately, lately, [strategy("walk")]) == "This week: 2 of 2 cravings passed"


def test_nothing_is_said_to_have_gone_well_when_nothing_did() -> None:
    lately = [craving("walk", outcome=Outcome.USED), craving(outcome=Outcome.UNKNOWN)]
    assert went_well(lately, lately, [strategy("walk")]) == ""


def test_a_retired_strategy_is_not_praised() -> None:
    lately = [craving("walk")] * 4
    assert "walk" not in went_well(lately, lately, [strategy("walk", retired=True)])
