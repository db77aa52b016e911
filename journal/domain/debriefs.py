"""A debrief: what came before a use, looked at in peace, by the abstinence-violation model.

The situation first, then decision points, a thought reworded, at most three actions (Marlatt & Gordon, Relapse
Prevention, 1985; Larimer, Palmer & Marlatt, Alcohol Res Health 1999;23:151).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Text
from journal.domain.uses import Situation


class Tell(StrEnum):
    """What a message to the mentor may say; each is chosen by the person, none goes in by itself."""

    HAPPENED = "that it happened"
    SITUATION = "what was going on"
    POINTS = "what I could have done"
    REWORDED = "how I see it now"
    ACTIONS = "what I will do"
    TALK = "that I would like to talk"


class Debrief(Record, kw_only=True, frozen=True):
    """What a person found out about a use (its uid). ``points`` read "I could have …".

    ``thought`` was the one afterwards; ``internal``, ``stable`` and ``general`` say how it sounds: about me, for
    ever, about everything. ``reworded`` is the same thought, specific and changeable. ``actions`` are the uids of the
    commitments it ended in; ``message`` is what to tell the mentor, drafted here from what ``tells`` names and never
    sent. ``finished`` is one that was gone through to its end, or let be.
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
        """Whether the thought is said to be about me, for always or about everything: one to reword."""
        return bool(self.internal or self.stable or self.general)


class Question(StrEnum):
    """The questions, in their order."""

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
    """The questions that there are as it stands: of a thought only where there is one, rewording where it asks for it.

    The message comes once something was chosen for it, or it was written.
    """
    left_out = {
        Question.SOUNDS: not debrief.thought,
        Question.REWORDED: not (debrief.thought and debrief.sounds),
        Question.MESSAGE: not (debrief.tells or debrief.message),
    }
    return [question for question in Question if not left_out.get(question)]


def answered(debrief: Debrief, question: Question) -> bool:
    """Whether a question has an answer."""
    if question is Question.SOUNDS:
        return None not in (debrief.internal, debrief.stable, debrief.general)
    return bool(getattr(debrief, question.value))


def first_open(debrief: Debrief) -> Question:
    """The question to go on at: the first without an answer; the first of all in one that is finished."""
    if debrief.finished:
        return Question.SITUATION
    there = questions(debrief)
    return next((question for question in there if not answered(debrief, question)), there[-1])


def about(debriefs: Iterable[Debrief], use: str) -> Debrief | None:
    """The debrief of a use (its uid), the latest if there are several."""
    return next((debrief for debrief in reversed(list(debriefs)) if debrief.use == use), None)
