"""Filling in a questionnaire: one question per page, left and resumed at any point, the score at the end.

It is saved when the last question is answered or skipped. Until then the draft holds the answers, after each of them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from textual import on

from journal.domain.instruments import SCALES, Instrument, Score, earlier
from journal.text import forms as forms_text
from journal.text import instruments as instruments_text
from screens.base.wizard import Wizard, WizardStep
from screens.instruments.item_step import ANSWER, REMARK, ItemStep, ResultStep
from screens.key import Key
from screens.keymap import bindings
from screens.messages import Saved, SaveFailed
from screens.runtime.journal_worker import Draft, HasDraft
from screens.widgets.panel import Panel

RESULT: Final = "result"


class Questionnaire(Wizard[None], HasDraft):
    """Asks the questions of one instrument, and saves one ``Score``."""

    KEY_SCOPE = "questionnaire"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, *, instrument: Instrument = Instrument.WHO5, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__("0")
        self.instrument = Instrument(draft[0].partition(":")[2]) if draft else instrument
        self._draft = draft[1] if draft else None
        self._saved: Score | None = None

    @property
    def draft_key(self) -> str:
        """The key of its draft."""
        return f"questionnaire:{self.instrument}"

    async def on_mount(self) -> None:
        """Take up what was answered before."""
        draft = self._draft or self.app.keeper.draft(self.draft_key) or {}
        self._uid = str(draft.get("uid") or self.journal.new_uid())
        self._at = datetime.fromisoformat(draft["begun"]) if "begun" in draft else self.journal.now()
        self.typed = dict(draft.get("typed", {}))
        at = str(draft.get("at", "0"))
        self.current = at if at in self._items else self._items[-1]  # the score, where saving failed

    # The questions.

    @property
    def _items(self) -> list[str]:
        return [str(place) for place in range(SCALES[self.instrument].items)]

    def order(self) -> list[str]:
        return [*self._items, RESULT]

    def new_step(self, name: str) -> WizardStep:
        """Return a question, or the score once there is something to say."""
        if name != RESULT:
            return ItemStep(self.instrument, int(name))
        score = self._score()
        if not self._has_answers(score):
            return ResultStep([], [instruments_text.NOTHING_ANSWERED])
        before = earlier(self.journal.scores, score)
        warnings = instruments_text.warnings_after(score)
        return ResultStep(warnings, instruments_text.format_result(score, before, self.journal.today()))

    async def _change_to(self, name: str) -> None:
        await super()._change_to(name)
        at_end = name == RESULT
        title = instruments_text.RESULT if at_end else instruments_text.step_title(self.instrument, int(name))
        keys = instruments_text.RESULT_KEYS if at_end else instruments_text.ITEM_KEYS
        self.query_one(Panel).rename(title, keys)

    def key_rows(self) -> list[Key]:
        """Without the way back of other steps: esc leaves."""
        return [key for key in super().key_rows() if (key.where, key.action) != ("steps", "back")]

    # The answers.

    def _score(self) -> Score:
        """Return the score as it is answered so far."""
        answers = [self.typed.get(name, {}).get(ANSWER) for name in self._items]
        remarks = [str(self.typed.get(name, {}).get(REMARK, "")).strip() for name in self._items]
        given = remarks if any(remarks) else []
        return Score(uid=self._uid, at=self._at, instrument=self.instrument, answers=answers, remarks=given)

    @staticmethod
    def _has_answers(score: Score) -> bool:
        return any(answer is not None for answer in score.answers) or bool(score.remarks)

    def answer(self, step: WizardStep) -> None:
        """Keep the answer in the draft at once."""
        if isinstance(step, ItemStep):
            self.typed[self.current] = step.draft_values()
            self._keep()

    def skip(self, step: WizardStep) -> None:
        """Take the answer back: a missing answer means no score."""
        if isinstance(step, ItemStep):
            step.clear()
            self.answer(step)

    def _keep(self) -> None:
        if draft := self.draft():
            self.app.keep(draft)

    async def next_step(self) -> None:
        """Save after the last question, then show the score."""
        if self.current == self._items[-1] and self._has_answers(self._score()):
            self._saved = self._score()
            self.app.save(self._saved)
        await super().next_step()

    @on(Saved)
    def drop_draft(self, message: Saved) -> None:
        """Drop the draft once the score is durable."""
        if self._saved is not None and message.submitted == (self._saved,):
            self.query_one(Panel).show_error("")
            self.app.forget(self.draft_key)

    @on(SaveFailed)
    def tell_not_saved(self, message: SaveFailed) -> None:
        """Show the reason; the answers stay in the draft."""
        if self._saved is not None and message.submitted == (self._saved,):
            self._saved = None
            self.query_one(Panel).show_error(message.reason)

    def draft(self) -> tuple[str, dict[str, Any]] | None:
        """Return the answers so far; ``None`` where there are none, or where they are saved."""
        if not self.is_mounted or not self.query(WizardStep):
            return None
        steps = self.draft_of_steps()
        self.typed = {name: values for name, values in steps["typed"].items() if name in self._items}
        score = self._score()
        if not self._has_answers(score) or score == self._saved:
            return None
        steps |= {"uid": self._uid, "begun": self._at.isoformat()}
        return self.draft_key, steps

    # Leaving.

    def finish(self) -> None:
        """Leave after the score."""
        self._leave()

    async def action_back(self) -> None:
        """Leave it for later; the answers stay."""
        self._leave()

    def _leave(self) -> None:
        if draft := self.draft():
            self.app.keep(draft)
            self.app.notify(forms_text.DRAFT_KEPT)
        elif self._saved is None:
            self.app.forget(self.draft_key)
        self.dismiss(None)

    async def action_before(self) -> None:
        """Go to the question before."""
        order = self.order()
        if place := order.index(self.current):
            await self.show_step(order[place - 1])
