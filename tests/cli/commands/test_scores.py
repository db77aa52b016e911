"""Test ``journal score``: one question at a time, numbers as an option, who to call before the score."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.clock import FixedClock
from journal.domain.instruments import SCALES, Instrument
from tests.cli.test_craving_dialog import EOF, Script
from tests.support.commands import Command


def asked(command: Command, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, name: str, *answers: str) -> Script:
    """Run the command on a terminal where a person gives these answers."""
    script = Script(clock, *answers)
    with monkeypatch.context() as patched:
        patched.setattr("journal.cli.stdin.is_terminal", lambda: True)
        patched.setattr("journal.cli.prompts.OnTerminal", lambda: script)
        assert command("score", name).code == 0
    return script


def test_answers_are_numbers_and_the_score_stands_beside_the_one_before(command: Command, clock: FixedClock) -> None:
    first = command("score", "who-5", "--answers", "3,3,3,3,3")
    assert "WHO-5: 60 of 100. Higher is better." in first.out
    assert "`journal safety` shows who to call now." in first.err
    clock.set(clock.now() + timedelta(hours=1))
    assert "Before: 60 on Mon 23 Nov." in command("score", "WHO-5", "--answers", "1,1,1,1,1").out
    listed = {one["instrument"]: one["last"] for one in command("score", "--json").value}
    assert listed["who-5"]["total"] == 20
    assert listed["gad-7"] is None
    assert "20 of 100, Mon 23 Nov" in command("score").out


def test_a_missing_answer_means_no_score(command: Command) -> None:
    ended = command("score", "gad-7", "--answers", "3,-,0,0,0,0,0")
    assert "There is no score while one answer is missing." in ended.out
    assert ended.err.index("These two weeks sound heavy.") < ended.err.index("If you don't feel safe")
    assert {one["instrument"]: one["last"] for one in command("score", "--json").value}["gad-7"]["answers"][1] is None


@pytest.mark.parametrize("typed", ["", "1", "4,0", "1;1", "-1,0", "1,0,0", "1,x"])
def test_answers_outside_the_scale_are_refused_and_nothing_is_saved(command: Command, typed: str) -> None:
    ended = command("score", "phq-2", f"--answers={typed}")
    assert (ended.code, ended.out) == (2, "")
    assert "--answers takes 2 numbers from 0 to 3" in ended.err
    assert all(one["last"] is None for one in command("score", "--json").value)


def test_a_name_that_is_none_and_no_terminal_are_told(command: Command) -> None:
    assert "WHICH is one of tea," in command("score", "mood").err
    assert "--answers is needed" in command("score", "who-5").err


@pytest.mark.parametrize("instrument", list(Instrument))
def test_each_question_is_asked_once_with_its_place(
    command: Command, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, instrument: Instrument
) -> None:
    scale = SCALES[instrument]
    step = 2 if instrument is Instrument.TEA else 1
    answers = [str(scale.highest) if place % step == 0 else "" for place in range(step * scale.items)]
    script = asked(command, clock, monkeypatch, instrument, *answers)
    said = "\n".join(script.lines)
    assert all(f"{place + 1} of {scale.items}" in said for place in range(scale.items))
    last = {one["instrument"]: one["last"] for one in command("score", "--json").value}[instrument]
    assert last["answers"] == [scale.highest] * scale.items
    assert last["total"] == (scale.most if scale.factor else None)


def test_where_the_answers_end_what_was_answered_is_saved(
    command: Command, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = asked(command, clock, monkeypatch, "phq-2", "9", "2", EOF)
    assert "A number from 0 to 3, or enter." in script.lines
    assert {one["instrument"]: one["last"] for one in command("score", "--json").value}["phq-2"]["answers"] == [2, None]


def test_without_an_answer_nothing_is_saved(
    command: Command, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No question was answered, so nothing was saved." in asked(command, clock, monkeypatch, "phq-2").lines
    assert all(one["last"] is None for one in command("score", "--json").value)
