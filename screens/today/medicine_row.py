"""The line of Today about medicines: which dose is due, and the key that says it was taken."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from journal.domain.medicines import Calendar, DoseState, Slot, is_due, note
from journal.medicine_support import calendar_of, next_doses
from journal.text import medicines as medicines_text
from screens.widgets.link_row import Row

if TYPE_CHECKING:
    from screens.app import JournalApp


class MedicineRow(Row):
    """Shown only where there is a medicine with times; enter opens the list of medicines."""

    def show_doses(self, app: JournalApp) -> None:
        """Show the first dose to take, and how many others are due."""
        journal = app.journal
        assert journal is not None
        slots, calendar = next_doses(journal), calendar_of(journal)
        key = "space" if _the_one_due(slots, calendar) else "enter"
        self.show(medicines_text.format_today(slots, calendar), key=key, way=partial(app.show, "medicines"))

    def take(self, app: JournalApp) -> None:
        """Note the only dose that is due as taken, else open the list."""
        journal = app.journal
        assert journal is not None
        if slot := _the_one_due(next_doses(journal), calendar_of(journal)):
            app.save(note(slot, DoseState.TAKEN, journal.now()), said=medicines_text.TAKEN_SAID)
        else:
            app.show("medicines")


def _the_one_due(slots: Iterable[Slot], calendar: Calendar) -> Slot | None:
    """Return the dose that is due, if it is the only one: the same key twice must not note two medicines."""
    due = [slot for slot in slots if is_due(slot, calendar)]
    return due[0] if len(due) == 1 else None
