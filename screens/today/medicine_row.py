"""The line of Today about medicines: which dose is due, and the key that says it was taken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.medicines import DoseState, is_due, note
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
        key = "space" if slots and is_due(slots[0], calendar) else "enter"
        self.show(medicines_text.format_today(slots, calendar), key=key, way=partial(app.show, "medicines"))

    def take(self, app: JournalApp) -> None:
        """Note the dose that is due as taken; open the list where none is."""
        journal = app.journal
        assert journal is not None
        slots = next_doses(journal)
        if slots and is_due(slots[0], calendar_of(journal)):
            app.save(note(slots[0], DoseState.TAKEN, journal.now()), said=medicines_text.TAKEN_SAID)
        else:
            app.show("medicines")
