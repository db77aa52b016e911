"""Test which questions a debrief has, and at which one it continues."""

from __future__ import annotations

from msgspec.structs import replace

from journal.domain.debriefs import Debrief, Question, Tell, about, answered, first_open, questions
from journal.domain.uses import Situation

BEGUN = Debrief(use="u")
SAID = Debrief(use="u", situation=Situation.CONFLICT, happened="Dan called.", points=["I could have left."])
THOUGHT = replace(SAID, thought="I always ruin things.")


def test_of_a_thought_nothing_is_asked_where_there_is_none() -> None:
    assert questions(BEGUN) == [
        Question.SITUATION,
        Question.HAPPENED,
        Question.POINTS,
        Question.THOUGHT,
        Question.ACTIONS,
        Question.TELLS,
    ]


def test_rewording_is_offered_where_the_person_says_how_it_sounds_and_nowhere_else() -> None:
    calm = replace(THOUGHT, internal=False, stable=False, general=False)

    assert Question.REWORDED not in questions(THOUGHT)
    assert Question.REWORDED not in questions(calm)
    for sound in ("internal", "stable", "general"):
        assert Question.REWORDED in questions(replace(calm, **{sound: True}))


def test_it_goes_on_at_the_first_question_without_an_answer() -> None:
    assert first_open(BEGUN) is Question.SITUATION
    assert first_open(replace(SAID, points=[])) is Question.POINTS
    assert first_open(SAID) is Question.THOUGHT
    assert first_open(THOUGHT) is Question.SOUNDS
    assert first_open(replace(THOUGHT, internal=True, stable=False, general=False)) is Question.REWORDED


def test_with_every_answer_it_goes_on_at_the_last_question_and_finished_at_the_first() -> None:
    whole = replace(SAID, thought="x", internal=False, stable=False, general=False, actions=["a"], tells=[Tell.TALK])
    whole = replace(whole, message="There was a slip.")

    assert first_open(whole) is Question.MESSAGE
    assert first_open(replace(whole, finished=True)) is Question.SITUATION


def test_how_it_sounds_is_answered_by_none_of_them_too() -> None:
    assert answered(replace(THOUGHT, internal=False, stable=False, general=False), Question.SOUNDS)
    assert not answered(THOUGHT, Question.SOUNDS)


def test_the_debrief_of_a_use_is_found_by_it() -> None:
    assert about([Debrief(use="other"), SAID], "u") is SAID
    assert about([SAID], "nothing") is None
