"""Check that the answers of the first minute become records, and nothing else does."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from journal.domain.focuses import Focus, FocusKind, GoalMode
from journal.domain.onboarding import Answers, focuses_of
from journal.domain.people import Person, Role
from journal.domain.reasons import Reason
from journal.domain.starter_lists import strategies_for, triggers_for
from journal.text.focuses import focus_names
from journal.text.safety import withdrawal_warning, withdrawal_warnings


def test_nothing_answered_is_nothing_to_save() -> None:
    assert Answers().records() == ()


def test_what_was_answered_is_saved() -> None:
    ana = Person(name="Ana", role=Role.SPONSOR)
    focus = Focus(label="alcohol", kind=FocusKind.ALCOHOL)
    answers = Answers(focuses=[focus], reason="Saturdays with Mia", person=ana)

    assert answers.records() == (focus, Reason(text="Saturdays with Mia"), ana)


def test_the_lists_to_begin_with_go_by_what_they_recover_from() -> None:
    answers = Answers(focuses=[Focus(label="bets", kind=FocusKind.GAMBLING)])

    assert answers.lists() == (*strategies_for([FocusKind.GAMBLING]), *triggers_for([FocusKind.GAMBLING]))


def test_a_thing_is_called_by_its_kind_unless_the_person_names_it() -> None:
    kinds = [FocusKind.ALCOHOL, FocusKind.CUSTOM]

    assert [focus.label for focus in focuses_of(kinds, focus_names({FocusKind.CUSTOM: "nail biting"}))] == [
        "alcohol",
        "nail biting",
    ]
    assert [focus.label for focus in focuses_of(kinds, focus_names({FocusKind.CUSTOM: ""}))] == ["alcohol", "custom"]


def test_going_back_to_choose_another_thing_keeps_what_was_said_of_the_first() -> None:
    (first,) = focuses_of([FocusKind.ALCOHOL], focus_names({}))
    said = replace(first, goal_mode=GoalMode.REDUCE, start=date(2026, 11, 2))

    assert focuses_of([FocusKind.ALCOHOL, FocusKind.GAMBLING], focus_names({}), [said])[0] == said


def test_warnings_come_for_what_is_dangerous_to_stop_at_once_and_for_nothing_else() -> None:
    kinds = [FocusKind.GAMBLING, FocusKind.ALCOHOL, FocusKind.SEDATIVES, FocusKind.OPIOIDS]

    assert withdrawal_warnings(focuses_of(kinds, focus_names({}))) == [
        withdrawal_warning(FocusKind.ALCOHOL),
        withdrawal_warning(FocusKind.SEDATIVES),
    ]


def test_answers_survive_being_kept_as_a_draft() -> None:
    answers = Answers(focuses=focuses_of([FocusKind.ALCOHOL], focus_names({})), reason="Mia", person=Person(name="Ana"))

    assert msgspec.convert(msgspec.to_builtins(answers), Answers) == answers
