"""The form of a craving that is over: every answer and its moment can be changed, and nothing is timed.

The timeline and search open a saved one through the route ``saved_craving``; the list of commands opens an empty one,
for a craving of some time ago. A craving as it happens is in ``craving.py``.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.craving_support import is_hidden
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Halt, Needs, Outcome, Trigger, triggers_by_use, with_rating, with_tried
from journal.domain.dates import format_day
from journal.domain.uses import Situation
from journal.text import cravings as cravings_text
from journal.text import labels as labels_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, Picks, RatingField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.text import WritingField
from screens.widgets.fields.when import When
from screens.widgets.panel import Panel


class CravingForm(RecordForm[Craving]):
    """Changes a saved craving, or logs one that is over."""

    NAME = cravings_text.CRAVING
    ROUTE = "saved_craving"
    RECORD = Craving

    def body(self) -> ComposeResult:
        uid = self._draft_key.partition(":")[2]
        self.record = self.record or self.find(uid)
        yield from super().body()

    def fields(self) -> ComposeResult:
        own = self.record or Craving(intensity=0)
        focuses = [(one.uid, one.label) for one in self.journal.focuses if not one.archived or one.uid == own.focus]
        yield When(self.journal)
        yield RatingField(
            cravings_text.CRAVING_STRENGTH,
            id="intensity",
            required=cravings_text.CRAVING_STRENGTH_NEEDED,
            anchors=cravings_text.STRENGTH_ANCHORS,
        )
        if focuses:
            yield ChoiceField(cravings_text.CRAVING_ABOUT, focuses, id="focus", empty="")
        if own.about:
            yield TextField(cravings_text.CRAVING_ABOUT_OWN_WORD, id="about")
        triggers, strategies = self._triggers(own), self._strategies(own)
        if triggers:
            yield ChoiceField(cravings_text.CRAVING_TRIGGER, triggers, id="triggers", multiple=True)
        yield ChoiceField(cravings_text.CRAVING_SITUATION, labels_text.choices(Situation), id="situation")
        if strategies:
            yield Picks(cravings_text.CRAVING_TRIED, strategies, id="tried", attribute=None)
            yield Picks(cravings_text.CRAVING_WHAT_HELPED, strategies, id="helped", attribute=None)
        yield RatingField(cravings_text.CRAVING_AFTERWARDS, id="after", anchors=cravings_text.STRENGTH_ANCHORS)
        outcomes = [(outcome, labels_text.label(outcome)) for outcome in Outcome if outcome.known]
        yield ChoiceField(cravings_text.CRAVING_OUTCOME, outcomes, id="outcome", empty=Outcome.UNKNOWN)
        yield WritingField(cravings_text.CRAVING_NOTE, id="thought")
        yield TextField(cravings_text.CRAVING_WHERE, id="place")
        yield TextField(cravings_text.CRAVING_COMPANY, id="company")
        yield ChoiceField(cravings_text.CRAVING_HALT, labels_text.choices(Halt), id="halt", multiple=True)
        yield RatingField(
            cravings_text.CRAVING_CONFIDENCE, id="confidence", attribute=None, anchors=cravings_text.CONFIDENCE_ANCHORS
        )
        needs: list[tuple[Needs, str]] = list(cravings_text.NEEDED.items())
        yield ChoiceField(cravings_text.CRAVING_WAS_OUT_OF_REACH, needs, id="cannot", multiple=True)

    def _triggers(self, own: Craving) -> list[tuple[str, str]]:
        offered = triggers_by_use(self.journal.triggers, self.journal.cravings)
        return [(one.uid, one.label) for one in self._with_chosen(offered, self.journal.triggers.all(), own.triggers)]

    def _strategies(self, own: Craving) -> list[tuple[str, str]]:
        strategies = self.journal.strategies.all()
        tried = [attempt.strategy for attempt in own.attempts]
        offered = [one for one in strategies if not is_hidden(one)]
        return [(one.uid, one.label) for one in self._with_chosen(offered, strategies, tried)]

    @staticmethod
    def _with_chosen(offered: list[Any], all_of_them: list[Any], chosen: list[str]) -> list[Trigger | Strategy]:
        """Return what is offered, and what was chosen though it is archived now."""
        return [*offered, *(one for one in all_of_them if one.uid in chosen and one not in offered)]

    def on_mount(self) -> None:
        """Begin with today where the craving is new; its fields are filled by the base class."""
        if self.record is None:
            self.query_one("#day", DayField).from_record(self.journal.today())

    def load(self, craving: Craving) -> None:
        """Show the craving, and name its day."""
        super().load(craving)
        self.query_one(Panel).rename(cravings_text.craving_title(format_day(craving.local_date, self.journal.today())))
        self.query_one(When).load(craving)
        for picks in self.query(Picks):
            tried = craving.attempts if picks.id == "tried" else [one for one in craving.attempts if one.helped]
            picks.fill([one.strategy for one in tried])
        if craving.confidence is not None:
            self.query_one("#confidence", RatingField).fill(round(craving.confidence / 10))

    def finish(self, craving: Craving) -> Craving:
        """Return the craving with its moment, its attempts and what follows from the ratings."""
        before = self.record or craving
        moved = self.query_one(When).moved(craving)
        if craving.ended_at is not None and moved.at != craving.at:  # it lasted as long as before
            moved = replace(moved, ended_at=craving.ended_at + (moved.at - craving.at))
        return self._rated(before, self._confident(before, self._tried(before, self._with_unlisted(before, moved))))

    def _with_unlisted(self, before: Craving, craving: Craving) -> Craving:
        """Keep the triggers that were deleted since: they are still said of this craving."""
        gone = [uid for uid in before.triggers if uid not in self.journal.triggers]
        return replace(craving, triggers=[*(uid for uid in craving.triggers if uid not in gone), *gone])

    def _tried(self, before: Craving, craving: Craving) -> Craving:
        picks = {str(field.id): field.draft_value for field in self.query(Picks)}
        if not picks:
            return craving
        gone = [one.strategy for one in before.attempts if one.strategy not in self.journal.strategies]
        return with_tried(craving, [*picks["tried"], *gone], picks["helped"])

    def _confident(self, before: Craving, craving: Craving) -> Craving:
        """Ask for 0 to 10 and store 0 to 100; a finer value stays unless it is changed."""
        value = self.query_one("#confidence", RatingField).value
        if value is None or (before.confidence is not None and round(before.confidence / 10) == value):
            return craving
        return replace(craving, confidence=10 * value)

    def _rated(self, before: Craving, craving: Craving) -> Craving:
        if craving.after is None or (craving.intensity, craving.after) == (before.intensity, before.after):
            return craving
        if craving.after == before.after:
            return replace(craving, peak=max(craving.intensity, craving.after))
        return with_rating(replace(craving, after=before.after), craving.after)
