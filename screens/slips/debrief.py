"""Looking back on a use, in peace. Every answer is saved as it is given, and it can be left at any point.

Today, the timeline and the form of a slip open it. The questions are in ``debrief_steps.py``; this module keeps their
answers, makes commitments of the actions and drafts the message. The draft holds what is typed, and the answers as
long as they are not durable.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.commitments import Commitment
from journal.domain.debriefs import Debrief, Question, about, first_open, questions
from journal.domain.people import mentor
from journal.domain.record import Record
from journal.domain.uses import Use
from journal.sharing.sanitize import sanitize
from journal.text import debriefs as debriefs_text
from screens.base.wizard import Wizard, WizardStep
from screens.key import Key
from screens.keymap import bindings
from screens.messages import Changed, Saved, SaveFailed
from screens.runtime.actions import JOURNAL
from screens.runtime.journal_worker import Draft, HasDraft
from screens.slips.debrief_steps import (
    ActionsPart,
    HappenedPart,
    MessagePart,
    Part,
    PointsPart,
    RewordedPart,
    SituationPart,
    SoundsPart,
    TellsPart,
    ThoughtPart,
)
from screens.widgets.fields.base import InvalidInput
from screens.widgets.panel import Panel

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from screens.app import JournalApp

PARTS = {
    Question.SITUATION: SituationPart,
    Question.HAPPENED: HappenedPart,
    Question.POINTS: PointsPart,
    Question.THOUGHT: ThoughtPart,
    Question.SOUNDS: SoundsPart,
    Question.REWORDED: RewordedPart,
    Question.TELLS: TellsPart,
}
"""The questions that need to know nothing but the debrief."""


class Debriefing(Wizard[None], HasDraft):
    """Goes on where it was left: ``use`` is the uid of what it is about."""

    KEY_SCOPE = "debrief"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, *, use: str = "", draft: tuple[str, Draft] | None = None) -> None:
        super().__init__(Question.SITUATION)
        self._uid = draft[0].partition(":")[2] if draft else use
        self._draft = draft[1] if draft else None
        self._handed: dict[str, Record] = {}

    @property
    def draft_key(self) -> str:
        """The key of its draft."""
        return f"debrief:{self._uid}"

    # What it is about.

    def body(self) -> ComposeResult:
        self._take_up(self._draft or self.app.keeper.draft(self.draft_key) or {})
        yield from super().body()

    def _take_up(self, draft: Draft) -> None:
        journal = self.journal
        self.use = journal.uses.get(self._uid) if self._uid in journal.uses else Use(focus="")
        kept = about(journal.debriefs, self._uid)
        new = Debrief(uid=journal.new_uid(), use=self._uid, at=journal.now(), situation=self.use.situation)
        self.debrief = msgspec.convert(draft["debrief"], Debrief) if "debrief" in draft else kept or new
        there = [journal.commitments.get(uid) for uid in self.debrief.actions if uid in journal.commitments]
        self.actions = msgspec.convert(draft["actions"], list[Commitment]) if "actions" in draft else there
        self.typed = dict(draft.get("typed", {}))
        self._people = mentor(journal.people)
        self._drafted = self._message(self.debrief)
        step = draft.get("at", first_open(self.debrief) if kept else Question.SITUATION)
        self.current = str(step if step in self.order() else first_open(self.debrief))

    async def on_mount(self) -> None:
        """Leave again where the use is gone."""
        if not self.use.uid:
            self.app.forget(self.draft_key)
            self.dismiss(None)

    @property
    def _word(self) -> str:
        return self.use.word or self.app.slip_word

    @property
    def _mentor(self) -> str:
        return self._people.name if self._people else ""

    def _message(self, debrief: Debrief) -> str:
        return debriefs_text.message_words(
            debrief,
            word=self._word,
            day=self.use.local_date,
            today=self.journal.today(),
            name=self._mentor,
            actions=self.actions,
        )

    # The questions.

    def order(self) -> list[str]:
        """Return the questions that the answers so far lead to."""
        return [question.value for question in questions(self.debrief)]

    def new_step(self, name: str) -> WizardStep:
        """Return a question, with what was answered before."""
        question = Question(name)
        if question is Question.ACTIONS:
            return ActionsPart(self.debrief, self.actions, self.journal.today())
        if question is Question.MESSAGE:
            return MessagePart(self.debrief, self._mentor, told=self.use.told_mentor_at is not None)
        return PARTS[question](self.debrief)

    async def _change_to(self, name: str) -> None:
        await super()._change_to(name)
        title = debriefs_text.debrief_title(self._word, self.use.local_date, self.journal.today())
        self.query_one(Panel).rename(title, debriefs_text.DEBRIEF_KEYS)

    def key_rows(self) -> list[Key]:
        """Without the way back of other steps, and copying only where there is something to copy."""
        at_message = self.current == Question.MESSAGE
        hidden = [("steps", "back"), *([] if at_message else [("debrief", "copy")])]
        return [key for key in super().key_rows() if (key.where, key.action) not in hidden]

    # What it keeps.

    def answer(self, step: WizardStep) -> None:
        """Take the answer, and save it. Raises ``InvalidInput``."""
        gone = self._take(step)
        self._keep()
        for action in gone:
            self.app.remove(action, said="")

    def _take(self, step: WizardStep) -> list[Commitment]:
        """Take the answer; the commitments that are no more. Raises ``InvalidInput``."""
        assert isinstance(step, Part)
        gone: list[Commitment] = []
        debrief = step.answered()
        match step:
            case SituationPart() if self.use.situation is None:
                self.use = replace(self.use, situation=debrief.situation)
            case ActionsPart():
                gone = self._take_actions(step)
                debrief = replace(debrief, actions=[action.uid for action in self.actions])
            case TellsPart():
                debrief = self._drafted_anew(debrief)
            case MessagePart():
                known = self.use.told_mentor_at or self.journal.now()
                self.use = replace(self.use, told_mentor_at=known if step.told else None)
        self.debrief = debrief
        return gone

    def _take_actions(self, step: ActionsPart) -> list[Commitment]:
        before = {action.uid: action for action in self.actions}
        made = {"debrief": self.debrief.uid, "at": self.journal.now()}
        self.actions = [
            action if action.uid else replace(action, uid=self.journal.new_uid(), **made) for _, action in step.chosen()
        ]
        left = {action.uid for action in self.actions}
        return [action for uid, action in before.items() if uid not in left and uid in self.journal.commitments]

    def _drafted_anew(self, debrief: Debrief) -> Debrief:
        """Return the debrief with a new message from what was chosen; the person's own changes to it stay."""
        before, self._drafted = self._drafted, self._message(debrief)
        if self._drafted == before and debrief.message:
            return debrief
        own = debrief.message if debrief.message != before else ""
        self.typed.pop(Question.MESSAGE, None)
        return replace(debrief, message="\n\n".join(part for part in (self._drafted, own) if part))

    def _not_held(self) -> list[Record]:
        """Return the records that the journal does not hold as they are."""
        every: list[Record] = [self.debrief, *self.actions, *([self.use] if self.use.uid else [])]
        return [record for record in every if not _holds(self.journal, record)]

    def _hand_over(self) -> tuple[Record, ...]:
        """Return the records to save now that were not handed over before."""
        records = tuple(record for record in self._not_held() if self._handed.get(record.uid) != record)
        self._handed |= {record.uid: record for record in records}
        return records

    def _keep(self) -> None:
        if records := self._hand_over():
            self.app.save(*records, said="")  # after each answer

    @on(SaveFailed)
    def tell_not_kept(self, message: SaveFailed) -> None:
        """Show that saving failed; the next answer saves everything again."""
        if any(record.uid in self._handed for record in message.submitted):
            self._handed.clear()
            self.query_one(Panel).show_error(message.reason)

    @on(Saved)
    def tell_kept(self, message: Saved) -> None:
        """Clear the error once it is durable."""
        if any(record.uid == self.debrief.uid for record in message.records):
            self.query_one(Panel).show_error("")

    def draft(self) -> tuple[str, Draft] | None:
        """Return the place and what is typed; the answers, too, as long as they are not durable."""
        if not self.is_mounted or not self.use.uid or not self.query(WizardStep):
            return None
        data = self.draft_of_steps()
        if self._not_held():
            data |= {"debrief": msgspec.to_builtins(self.debrief), "actions": msgspec.to_builtins(self.actions)}
        return self.draft_key, data

    # Leaving.

    def finish(self) -> None:
        """Mark the debrief as finished, and leave."""
        self.debrief = replace(self.debrief, finished=True)
        self._leave(debriefs_text.DEBRIEF_DONE)

    async def action_back(self) -> None:
        """Leave it for later, with what stands in the question."""
        try:
            self.answer(self.step)
        except InvalidInput:
            self.app.keep((self.draft_key, self.draft_of_steps()))
            self.dismiss(None)
            return
        self._leave(debriefs_text.DEBRIEF_LEFT)

    def _leave(self, said: str) -> None:
        draft, records = self.draft(), self._hand_over()
        self.dismiss(None)
        self.app.notify(said)
        self.app.run_worker(self._part(self.app, draft, records), group=JOURNAL)

    async def _part(self, app: JournalApp, draft: tuple[str, Draft] | None, records: tuple[Record, ...]) -> None:
        """Drop the draft once everything is durable; seal it where it is not."""
        if records:
            await app.save_and_wait(*records)
        else:
            await app.keeper.run(lambda: None)
        if app.journal is None:
            return
        if draft and self._not_held():
            app.keep(draft)
        else:
            await app.keeper.forget(self.draft_key)
            app.broadcast(Changed)  # Today named the draft until now

    async def action_before(self) -> None:
        """Go to the question before; keep the answer to this one if it is valid."""
        order = self.order()
        if place := order.index(self.current) if self.current in order else 0:
            with suppress(InvalidInput):
                self.answer(self.step)
            await self.show_step(order[place - 1])

    def action_copy(self) -> None:
        """Ask, with what copying means, then copy the message."""
        if self.current != Question.MESSAGE or not isinstance(self.step, MessagePart):
            return
        if text := self.step.writing.text:
            self.app.ask(
                debriefs_text.COPY_ASKS,
                debriefs_text.COPY_YES,
                partial(self._copy, text),
                detail=debriefs_text.COPY_MEANS,
            )
        else:
            self.app.notify(debriefs_text.COPY_NOTHING)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(sanitize(text))
        self.app.notify(debriefs_text.COPY_DONE)


def _holds(journal: Journal, record: Record) -> bool:
    """Whether the journal holds a record just so, what saving fills in aside."""
    collection = journal.collection(type(record))
    if record.uid not in collection:
        return False
    kept = collection.get(record.uid)
    return replace(record, made_at=kept.made_at, zone=kept.zone, local_date=kept.local_date) == kept
