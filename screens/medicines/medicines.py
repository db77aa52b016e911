"""The medicines with what is due next, and the doses of the last two weeks; one key says taken or missed.

Today and the list of commands open it. When a dose is due is worked out in ``journal.domain.medicines``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantFocus

from journal.domain.medicines import (
    Calendar,
    Dose,
    DoseState,
    Medicine,
    Slot,
    count_doses,
    history,
    is_due,
    is_near,
    next_due,
    note,
    slots_on,
    when_needed,
)
from journal.medicine_support import calendar_of, medicines_of, recent_doses
from journal.text import medicines as medicines_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import pad, truncate

WHEN: Final = 16
"""Cells of when a dose is due, or of its day."""

CLOCK: Final = 6
STATE: Final = 13
"""Cells of the time of a dose, and of what became of it."""

SAID: Final = {DoseState.TAKEN: medicines_text.TAKEN_SAID, DoseState.MISSED: medicines_text.MISSED_SAID}


class Medicines(ListScreen[Any]):
    """Shows two lists: the medicines, and their doses. Keys act on the marked line of the one that has the focus."""

    KEY_SCOPE = "medicines"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "medicines.tcss"
    DETAILS = "#counts"

    _doses: Sequence[Dose] = ()
    _shown: Sequence[Slot] = ()

    def body(self) -> ComposeResult:
        """Lay out the two lists, one below the other, and what stands beside a missed dose."""
        with Panel(medicines_text.TITLE, id="of-medicines"):
            yield RecordList(self.row, empty=medicines_text.NONE_YET, id="medicines")
        with Panel(medicines_text.DOSES, id="of-doses"):
            yield RecordList(self.row, empty=medicines_text.NO_DOSES, id="doses")
            yield Plain(id="counts", classes="muted")
            yield Plain(id="advice")

    @property
    def record_list(self) -> RecordList[Any]:
        """The list of medicines."""
        return self.query_one("#medicines", RecordList)

    @property
    def marked(self) -> Medicine | Slot | None:
        """The marked line of the list that has the focus, else of the first one."""
        focused = self.focused
        found: Medicine | Slot | None = (focused if isinstance(focused, RecordList) else self.record_list).item
        return found

    @property
    def calendar(self) -> Calendar:
        """What the instants of doses depend on now."""
        return calendar_of(self.journal)

    def on_mount(self) -> None:
        """Mark the first medicine that is due; then the order stays, so that a key never acts on another one."""
        super().on_mount()
        slots = [next_due(one, self._doses, self.calendar) for one in self.record_list.items]
        due = (place for place, slot in enumerate(slots) if slot and is_due(slot, self.calendar))
        self.record_list.mark(next(due, 0))

    def items(self) -> list[Medicine]:
        self._doses = recent_doses(self.journal)
        return medicines_of(self.journal)

    def listed(self, items: Sequence[Medicine]) -> None:
        """Fill the list of doses, say what the keys do, and show what stands beside a missed dose."""
        calendar = self.calendar
        today = [slot for one in items for slot in slots_on(one, self._doses, calendar.today, calendar)]
        before = [slot for one in items for slot in history(one, self._doses, calendar)]
        ahead = sorted((slot for slot in today if slot not in before), key=lambda slot: slot.at)
        self._shown = [*ahead, *sorted(before, key=lambda slot: slot.at, reverse=True)]
        self.query_one("#doses", RecordList).show(self._shown)
        keys = medicines_text.LIST_KEYS if items else ""
        self.query_one("#of-medicines", Panel).set_hints(medicines_text.ADD, keys)
        self.query_one("#of-doses", Panel).display = bool(items)
        missed = {slot.medicine.methadone for slot in before if slot.state is DoseState.MISSED}
        self.query_one("#advice", Plain).show(medicines_text.beside_missed(methadone=True in missed) if missed else "")
        self.query_one("#advice").display = bool(missed)

    @on(DescendantFocus)
    def show_counts(self) -> None:
        """Count the doses of the medicine that is marked now."""
        if self.app.journal is not None:
            self.show_details()

    def details(self, item: Medicine | Slot) -> str:
        """Return how many doses of the last two weeks were taken and missed."""
        one = item.medicine if isinstance(item, Slot) else item
        counts = count_doses((slot for slot in self._shown if slot.medicine.uid == one.uid), self.calendar)
        return medicines_text.two_weeks(one, counts)

    def row(self, item: Medicine | Slot, width: int) -> str:
        """Return ``08:00, due  sertraline, 50 mg · 08:00, 20:00``; of a dose its day, time and state."""
        calendar = self.calendar
        if isinstance(item, Slot):
            clock = "" if item.minute is None else medicines_text.format_minute(item.minute)
            noted_at = self.journal.local(item.dose.at) if item.dose else None
            if item.minute is None and noted_at:
                clock = f"{noted_at:%H:%M}"
            day = medicines_text.format_slot_day(item.day, calendar.today)
            state = medicines_text.format_state(item, noted_at, calendar)
            return truncate(f"{pad(day, WHEN - 3)}{pad(clock, CLOCK)}{pad(state, STATE)}{item.medicine.name}", width)
        words = medicines_text.format_with_times(item)
        return truncate(f"{pad(self._format_next(item), WHEN)}{words}", width)

    def _format_next(self, one: Medicine) -> str:
        if one.archived:
            return medicines_text.ARCHIVED
        slot = next_due(one, self._doses, self.calendar)
        return medicines_text.format_when(slot, self.calendar.today, self.calendar.now) if slot else ""

    # What the keys do.

    def action_note(self, state: str) -> None:
        """Note the marked dose, or the next one of the marked medicine, as taken or missed; again: undo that."""
        slot, wanted = self._marked_slot(), DoseState(state)
        if slot is None:
            return
        if slot.dose is not None and slot.state is wanted:
            self.app.remove(slot.dose, said=medicines_text.NOT_NOTED_SAID)
        elif slot.minute is None and wanted is DoseState.MISSED:
            self.app.say(medicines_text.NEVER_MISSED)
        else:
            advice = medicines_text.beside_missed(methadone=slot.medicine.methadone)
            said = f"{SAID[wanted]} {advice}" if wanted is DoseState.MISSED else SAID[wanted]
            self.app.save(note(slot, wanted, self.journal.now()), said=said)

    def _marked_slot(self) -> Slot | None:
        """Return the dose that a key is about; say so where none is to be noted now."""
        item, calendar = self.marked, self.calendar
        if not isinstance(item, Medicine):
            return item
        if item.archived:
            return None
        if not item.times:
            return when_needed(item, calendar)
        slot = next_due(item, self._doses, calendar)
        if slot is not None and not is_near(slot, calendar):
            self.app.say(medicines_text.nothing_to_note(medicines_text.format_when(slot, calendar.today, calendar.now)))
            return None
        return slot

    def action_add(self) -> None:
        """Add a medicine."""
        self.app.show("medicine")

    def edit_item(self, item: Medicine | Slot) -> None:
        """Open the form of the medicine."""
        self.app.show("medicine", record=item.medicine if isinstance(item, Slot) else item)

    def delete_item(self, item: Medicine | Slot) -> None:
        """Delete the medicine with its doses, or what was noted about a dose."""
        if isinstance(item, Medicine):
            self.app.delete(item)
        elif item.dose is not None:
            self.app.remove(item.dose, said=medicines_text.NOT_NOTED_SAID)
