"""A debrief: what came before a use, looked at in peace, by the abstinence-violation model.

The situation first, then decision points, a thought reworded, at most three actions (Marlatt & Gordon, Relapse
Prevention, 1985; Larimer, Palmer & Marlatt, Alcohol Res Health 1999;23:151).
"""

from __future__ import annotations

from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity, Text
from journal.domain.uses import Situation


class Debrief(Record, kw_only=True, frozen=True):
    """What a person found out about a use (its uid). ``points`` read "I could have …".

    ``thought`` was the one afterwards; ``internal``, ``stable`` and ``general`` say how it sounds: about me, for
    ever, about everything. ``reworded`` is the same thought, specific and changeable. ``actions`` are the uids of the
    commitments it ended in; ``message`` is what to tell the mentor, drafted here and never sent.
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
    message: Text = ""
    finished: bool = False
    sensitivity: Sensitivity = Sensitivity.NEVER
