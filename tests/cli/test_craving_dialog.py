"""Test ``journal craving`` with prompts: one question at a time, each answer saved as it is given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from journal.cli.craving_dialog import CravingDialog
from journal.cli.craving_recorder import CravingRecorder, Recorded, Sealed
from journal.clock import FixedClock
from journal.domain.captures import Capture
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Outcome, Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.domain.if_then_plans import Plan
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.record import checked
from journal.store.journal import Journal
from tests.cli.test_passphrase import ended, interrupt, typed
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE

EOF = "<ctrl+d>"
INTERRUPT = "<ctrl+c>"


class Script:
    """A person who gives these answers, and breathes that many times before pressing enter."""

    def __init__(self, clock: FixedClock, *answers: str, breaths: int = 3) -> None:
        self.lines: list[str] = []
        self.questions: list[str] = []
        self._clock = clock
        self._answers = iter(answers)
        self._breaths = breaths

    def say(self, line: str) -> None:
        self.lines.append(line)

    def ask(self, question: str) -> str:
        self.questions.append(question)
        answer = next(self._answers, "")
        if answer in (EOF, INTERRUPT):
            raise EOFError if answer == EOF else KeyboardInterrupt
        return answer

    def rested(self, seconds: float) -> bool:
        self._clock.set(self._clock.now() + timedelta(seconds=seconds))
        self._breaths -= 1
        return self._breaths < 0


ANSWERS = ("7", "Dan, 1", "3", "1", "2")
"""Answers to all questions: how strong, what set it off, how it is now, what helped, how it ended."""


def ask(noting: CravingRecorder, *answers: str, breaths: int = 3, breath: bool = True, region: str = "UK") -> Script:
    clock = FixedClock(NOON, ZONE)
    script = Script(clock, *answers, breaths=breaths)
    CravingDialog(script, noting, clock, region=region, breath=breath).go()
    return script


@pytest.fixture
def full(journal: Journal) -> Journal:
    """Add a little of everything."""
    journal.focuses.add(Focus(label="heroin", kind=FocusKind.OPIOIDS))
    dan = journal.triggers.add(Trigger(label="Dan"))
    walk = journal.strategies.add(Strategy(label="a walk"))
    journal.strategies.add(Strategy(label="call Ana", favourite=True))
    journal.plans.add(Plan(trigger=dan, strategy=walk, words="I say I am driving, and leave."))
    journal.reasons.add(Reason(text="I want to see Mia on Saturdays."))
    journal.people.add(Person(name="Ana", contact="12 34"))
    return journal


def test_each_step_of_the_sealed_way_is_sealed_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        sealed: list[Capture] = []
        monkeypatch.setattr("journal.cli.craving_recorder.capture", lambda _, value: sealed.append(value))
        ask(Sealed(path), *ANSWERS)
        assert not len(journal.cravings)
    assert [one.intensity for one in sealed] == [7] * 5
    assert [len(one.triggers) for one in sealed] == [0, 2, 2, 2, 2]
    assert [one.after for one in sealed] == [None, None, 3, 3, 3]
    assert len(sealed[3].helped) == 1
    assert sealed[4].outcome == Outcome.RODE_OUT
    assert len({one.uid for one in sealed}) == 1


typed_answers = st.lists(
    st.sampled_from(["", "0", "7", "10", "11", "1", "2, 1", "Dan", "Dan, payday", "x,,", EOF, INTERRUPT]) | st.text(),
    max_size=12,
)


@given(answers=typed_answers, breaths=st.integers(0, 3))
def test_whatever_is_typed_no_answer_loses_an_earlier_one(answers: list[str], breaths: int) -> None:
    sealed: list[Capture] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journal.cli.craving_recorder.capture", lambda _, value: sealed.append(checked(value)))
        script = ask(Sealed(Path("nowhere")), *answers, breaths=breaths)
    assert all("not kept" not in line for line in script.lines)
    for before, after in pairwise(sealed):
        changed = {name for name, value in asdict(before).items() if value != asdict(after)[name]}
        assert changed <= {"triggers", "after", "timer_seconds", "helped", "outcome"}
        assert not any(getattr(before, name) for name in changed)


def test_what_was_sealed_is_one_craving_at_the_unlock(path: Path) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    ask(Sealed(path), *ANSWERS, breaths=3)
    with Journal.open(path, PASSPHRASE) as journal:
        (waiting,) = journal.inbox.waiting()
        assert (waiting.intensity, waiting.after, waiting.timer_seconds) == (7, 3, 20)
        assert waiting.triggers[0] == "Dan"
        journal.inbox.keep(waiting.uid)
        assert journal.cravings.get(waiting.uid).outcome is Outcome.RODE_OUT


def test_with_the_passphrase_it_is_a_record_with_the_persons_own_lists(full: Journal) -> None:
    script = ask(Recorded(full), *ANSWERS)
    said = script.lines
    assert said.index("1  Dan") < said.index("If it is Dan: I say I am driving, and leave.")
    assert "Why you do this: I want to see Mia on Saturdays." in said
    assert said.index("Ana · other · 12 34") > said.index("People you can call:")
    assert [line.partition(" (")[0] for line in said if "too few tries" in line][:2] == ["1  a walk", "2  call Ana"]
    assert any("999" in line for line in said)
    (made,) = full.cravings
    assert (made.intensity, made.after, made.timer_seconds, made.outcome) == (7, 3, 20, Outcome.RODE_OUT)
    assert [full.triggers.get(uid).label for uid in made.triggers] == ["Dan"]
    assert [full.strategies.get(attempt.strategy).label for attempt in made.attempts] == ["a walk"]
    assert made.focus == full.focuses.all()[0].uid


def test_the_tolerance_warning_comes_first_and_is_noted(full: Journal) -> None:
    script = ask(Recorded(full), "9")
    warned = next(place for place, line in enumerate(script.lines) if "naloxone" in line)
    assert warned < script.lines.index("1  Dan")
    (made,) = full.cravings
    assert made.warned_at is not None


@pytest.mark.parametrize("end", [EOF, INTERRUPT])
@pytest.mark.parametrize("answered", range(len(ANSWERS)))
def test_ending_it_at_any_question_keeps_what_was_answered(full: Journal, answered: int, end: str) -> None:
    ask(Recorded(full), *ANSWERS[:answered], end)
    assert [_answers(made) for made in full.cravings] == [ANSWERED[:answered] + BLANK[answered:]] * bool(answered)


ANSWERED = [7, 1, 3, 1, Outcome.RODE_OUT]
BLANK = [None, 0, None, 0, Outcome.UNKNOWN]


def _answers(made: Craving) -> list[object]:
    return [made.intensity, len(made.triggers), made.after, len(made.attempts), made.outcome]


def test_enter_passes_over_every_question_and_still_helps(full: Journal) -> None:
    script = ask(Recorded(full))
    assert len(script.questions) == 5
    assert any("call Ana" in line for line in script.lines)
    assert "breathe in, 4" in script.lines
    assert not len(full.cravings)


def test_an_answer_that_can_not_be_meant_is_asked_for_again(full: Journal) -> None:
    script = ask(Recorded(full), "11", "strong", "7", "99", "1", "10", "x", "")
    assert [made.intensity for made in full.cravings] == [7]
    assert script.questions.count("How strong is it, 0 to 10?") == 3
    assert full.cravings.all()[0].after == 10


def test_of_several_focuses_it_asks_which(full: Journal) -> None:
    nicotine = full.focuses.add(Focus(label="nicotine"))
    ask(Recorded(full), "7", "2")
    assert full.cravings.all()[0].focus == nicotine


@pytest.mark.parametrize("breath", [True, False])
def test_the_breath_is_lines_by_the_clock_and_may_be_left_out(full: Journal, breath: bool) -> None:
    script = ask(Recorded(full), breaths=1000, breath=breath)
    lines = [line for line in script.lines if line.startswith("breathe")]
    assert lines == ["breathe in, 4", "breathe out, 6"] * (20 * 6 * breath)
    assert [line for line in script.lines if "of 20 minutes" in line] == [f"{n} of 20 minutes" for n in range(1, 20)]
    assert "20 minutes done." in script.lines


def test_where_nothing_can_be_kept_it_says_so_once_and_goes_on_helping(path: Path) -> None:
    clock = FixedClock(NOON, ZONE)
    script = Script(clock, *ANSWERS)
    asking = CravingDialog(script, Sealed(path), clock)
    asking.go()
    assert sum("not saved" in line for line in script.lines) == 1
    assert "breathe in, 4" in script.lines
    assert asking.unkept is not None


def test_an_answer_that_can_not_be_kept_hinders_none_after_it(path: Path, full: Journal) -> None:
    ask(Sealed(path), "7", "x" * 1001, "3")
    full.inbox.take_in()
    assert [(one.after, one.triggers) for one in full.inbox.waiting()] == [(3, [])]
    ask(Recorded(full), "7", "x" * 1001, "3")
    assert [(made.after, made.triggers) for made in full.cravings] == [(3, [])]


def said_and_asked(child: pexpect.spawn[str], *answers: tuple[str, str]) -> Iterator[str]:
    for question, answer in answers:
        child.expect_exact(question)
        yield child.before or ""
        child.sendline(answer)


def test_on_a_terminal_nothing_is_redrawn_and_ctrl_c_keeps_it(path: Path) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    child = typed("craving", "--no-breath", path=path)
    printed = "".join(
        said_and_asked(
            child, ("0 to 10? ", "6"), ("or enter. ", "Dan"), ("Press enter to continue.", ""), ("0 to 10? ", "2")
        )
    )
    child.expect_exact("What helped?")
    interrupt(child)
    code, rest = ended(child)
    assert code == 0
    assert "Saved and encrypted." in rest
    assert "\x1b" not in printed + rest
    assert "\b" not in printed + rest
    with Journal.open(path, PASSPHRASE) as journal:
        assert [(one.intensity, one.after, one.triggers) for one in journal.inbox.waiting()] == [(6, 2, ["Dan"])]
