"""Debriefs: looking back calmly at what came before a use, following the abstinence-violation model.

First the situation, then decision points, a reworded thought, and at most three actions (Marlatt & Gordon, Relapse
Prevention, 1985; Larimer, Palmer & Marlatt, Alcohol Res Health 1999;23:151).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Text
from journal.domain.uses import Situation


class Tell(StrEnum):
    """What a message to the mentor may contain. The person chooses each; nothing is included by itself."""

    HAPPENED = "that it happened"
    SITUATION = "what was going on"
    POINTS = "what I could have done"
    REWORDED = "how I see it now"
    ACTIONS = "what I will do"
    TALK = "that I would like to talk"


class Debrief(Record, kw_only=True, frozen=True):
    """What a person found out about a use (its uid). Each of ``points`` completes "I could have …".

    ``thought`` is the thought afterwards. ``internal``, ``stable`` and ``general`` say how it sounds: about me,
    forever, about everything. ``reworded`` is the same thought, specific and changeable. ``actions`` are the uids of
    the commitments made. ``message`` is what to tell the mentor, drafted from what ``tells`` names; it is never sent.
    ``finished``: the person went through to the end, or stopped on purpose.
    """

    table: ClassVar[str] = "debriefs"

    use: str
    situation: Situation | None = None
    happened: Text = ""
    points: list[Label] = []
    thought: Text = ""
    internal: bool | None = None
    stable: bool | None = None
    general: bool | None = None
    reworded: Text = ""
    actions: list[str] = []
    tells: list[Tell] = []
    message: Text = ""
    finished: bool = False
    sensitivity: Sensitivity = Sensitivity.NEVER

    @property
    def sounds(self) -> bool:
        """Return whether the thought sounds as if it is about me, forever or about everything.

        Then it should be reworded.
        """
        return bool(self.internal or self.stable or self.general)


class Question(StrEnum):
    """The questions, in order."""

    SITUATION = "situation"
    HAPPENED = "happened"
    POINTS = "points"
    THOUGHT = "thought"
    SOUNDS = "sounds"
    REWORDED = "reworded"
    ACTIONS = "actions"
    TELLS = "tells"
    MESSAGE = "message"


def questions(debrief: Debrief) -> list[Question]:
    """Return the questions to ask now.

    How a thought sounds is asked only if there is a thought; rewording only if it sounds so. The message is asked once
    something was chosen for it, or if it was written already.
    """
    left_out = {
        Question.SOUNDS: not debrief.thought,
        Question.REWORDED: not (debrief.thought and debrief.sounds),
        Question.MESSAGE: not (debrief.tells or debrief.message),
    }
    return [question for question in Question if not left_out.get(question)]


def answered(debrief: Debrief, question: Question) -> bool:
    """Return whether a question has an answer."""
    if question is Question.SOUNDS:
        return None not in (debrief.internal, debrief.stable, debrief.general)
    return bool(getattr(debrief, question.value))


def first_open(debrief: Debrief) -> Question:
    """Return the question to continue at: the first without an answer, or the very first if the debrief is finished."""
    if debrief.finished:
        return Question.SITUATION
    there = questions(debrief)
    return next((question for question in there if not answered(debrief, question)), there[-1])


def about(debriefs: Iterable[Debrief], use: str) -> Debrief | None:
    """Return the debrief of a use (its uid), the latest if there are several, or None."""
    return next((debrief for debrief in reversed(list(debriefs)) if debrief.use == use), None)
