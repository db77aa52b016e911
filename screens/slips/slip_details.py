"""The optional part of a slip: what set it off, where, with which company, and what came after.

``slip_form.py`` shows it when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.domain.cravings import Trigger, triggers_by_use
from journal.domain.focuses import Focus
from journal.domain.people import mentor
from journal.domain.record import Record
from journal.domain.starter_lists import triggers_for
from journal.domain.uses import Use
from journal.text import slips as slips_text
from screens.widgets.fields.base import Field, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.numbers import NumberField

if TYPE_CHECKING:
    from journal.store.journal import Journal

SHOWN = 9
"""Triggers offered at most, in addition to those that are chosen: one digit each."""


class More(Vertical):
    """Hidden until the first question is answered with yes, or one of the others has an answer already."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    More, More > #further { height: auto; }
    """

    def __init__(self, journal: Journal, use: Use | None) -> None:
        super().__init__()
        self._journal = journal
        own = set(use.triggers) if use else set()
        kinds = [focus.kind for focus in journal.focuses if not focus.archived]
        lists = list(journal.triggers) or [replace(t, uid=journal.new_uid()) for t in triggers_for(kinds)]
        ranked = triggers_by_use(lists, journal.cravings)
        left = [trigger for trigger in lists if trigger.uid in own and trigger not in ranked]
        self.triggers: list[Trigger] = [*ranked[:SHOWN], *(t for t in ranked[SHOWN:] if t.uid in own), *left]

    def compose(self) -> ComposeResult:
        someone = mentor(self._journal.people)
        said = [(True, slips_text.SLIP_SAID_SO)]
        yield ChoiceField(
            slips_text.SLIP_MORE, [(True, slips_text.SLIP_MORE_IS)], id="more", hint=slips_text.SLIP_MORE_HINT
        )
        with Vertical(id="further"):
            yield ChoiceField(
                slips_text.SLIP_TRIGGERS, [(t.uid, t.label) for t in self.triggers], id="triggers", multiple=True
            )
            yield TextField(slips_text.SLIP_PLACE, id="place")
            yield TextField(slips_text.SLIP_COMPANY, id="company")
            yield NumberField(slips_text.SLIP_COST, id="cost")
            yield ChoiceField(slips_text.mentor_told(someone.name if someone else ""), said, id="told")
            yield ChoiceField(slips_text.SLIP_BACK, said, id="back")

    def load(self, use: Use) -> None:
        """Show what is known of an earlier use."""
        self._choice("triggers").choice.choose(*use.triggers)
        self.query_one("#place", TextField).fill(use.place)
        self.query_one("#company", TextField).fill(use.company)
        self.query_one("#cost", NumberField).from_record(use.cost)
        for name, moment in (("told", use.told_mentor_at), ("back", use.back_on_track_at)):
            self._choice(name).choice.choose(*([True] if moment else []))
        known = (use.triggers, use.place, use.company, use.cost, use.told_mentor_at, use.back_on_track_at)
        self._choice("more").choice.choose(*([True] if any(known) else []))

    def update_fields(self, focus: Focus | None) -> None:
        """Show what is asked for, and the cost where it is counted."""
        self.query_one("#further").display = bool(self._choice("more").value)
        self.query_one("#cost").display = focus is not None and focus.cost is not None

    def said_of(self, use: Use) -> Use:
        """Return the use with all answers. Raises ``InvalidInput``."""
        now, offered = self._journal.now(), {trigger.uid for trigger in self.triggers}
        gone = [uid for uid in use.triggers if uid not in offered]  # deleted since; still said of this use
        return replace(
            use,
            triggers=[*self._choice("triggers").values, *gone],
            place=self.query_one("#place", TextField).text,
            company=self.query_one("#company", TextField).text,
            cost=self.query_one("#cost", NumberField).value,
            told_mentor_at=(use.told_mentor_at or now) if self._choice("told").value else None,
            back_on_track_at=(use.back_on_track_at or now) if self._choice("back").value else None,
        )

    def new(self, use: Use) -> list[Record]:
        """Return the triggers that the use is the first to name."""
        return [t for t in self.triggers if t.uid in use.triggers and t.uid not in self._journal.triggers]

    def _choice(self, name: str) -> ChoiceField[Any]:
        field = self.query_one(f"#{name}", Field)
        assert isinstance(field, ChoiceField)
        return field
