"""The days of a focus: marks, and periods as one letter per day. The figures are in ``day_statistics``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Protocol, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.focuses import Focus
from journal.domain.record import Record, Sensitivity, check_finite
from journal.domain.uses import Use


class DayState(StrEnum):
    """The state of one day, in the alphabet of the CTNote package (Clinical Trials Network)."""

    CLEAN = "-"
    USED = "+"
    UNKNOWN = "o"
    MIXED = "*"
    NOT_APPLICABLE = "_"


_STATES = {state.value: state for state in DayState}


class MarkSource(StrEnum):
    """Where a mark came from."""

    CHECK_IN = "check-in"
    CALENDAR = "calendar"
    IMPORT = "import"


class Mark(Record, kw_only=True, frozen=True):
    """What the person said about one day (``local_date``) of one focus. The latest mark of a day counts.

    ``confidence`` is 0–100. ``back_filled``: the day was filled in later.
    """

    table: ClassVar[str] = "marks"

    focus: str
    state: DayState
    source: MarkSource = MarkSource.CALENDAR
    amount: Decimal | None = None
    back_filled: bool = False
    confidence: Annotated[int, Meta(ge=0, le=100)] | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        if self.amount is not None:  # skip the call: most have none, and there may be 100,000 marks
            check_finite(self.amount)


class DayWord(Struct, frozen=True):
    """A period of a focus as one letter per day, starting at ``first``; empty if it has no day."""

    first: date
    letters: str = ""

    @property
    def last(self) -> date:
        """Return the last day; the day before ``first`` if the word is empty."""
        return self.first + timedelta(days=len(self.letters) - 1)

    def __len__(self) -> int:
        return len(self.letters)

    def day(self, place: int) -> date:
        """Return the date of the letter at ``place`` (the first is 0)."""
        return self.first + timedelta(days=place)

    def last_of(self, state: DayState) -> date | None:
        """Return the last day with this state, or None."""
        place = self.letters.rfind(state)
        return None if place < 0 else self.day(place)

    def items(self) -> Iterator[tuple[date, DayState]]:
        """Yield each date with its state, in order."""
        for number, letter in enumerate(self.letters, self.first.toordinal()):
            yield date.fromordinal(number), _STATES[letter]

    def between(self, first: date, last: date) -> DayWord:
        """Return the part from ``first`` to ``last``, both included, as far as the word reaches."""
        first = max(first, self.first)
        start, stop = (first - self.first).days, (last - self.first).days + 1
        return DayWord(first, self.letters[start : max(start, stop)])

    def counts(self, day: date) -> bool:
        """Return whether a day is in the word and counts."""
        place = (day - self.first).days
        return 0 <= place < len(self.letters) and self.letters[place] != DayState.NOT_APPLICABLE

    def applicable(self) -> list[tuple[date, DayState]]:
        """Return the days that count. Every figure is computed from these."""
        return [(day, state) for day, state in self.items() if state is not DayState.NOT_APPLICABLE]


class OfFocus(Protocol):
    """A record that belongs to a focus."""

    @property
    def focus(self) -> str:
        """Return the uid of the focus."""


F = TypeVar("F", bound=OfFocus)


def by_focus(records: Iterable[F]) -> defaultdict[str, list[F]]:
    """Return records grouped by the uid of their focus, so that each focus does not search those of all."""
    own: defaultdict[str, list[F]] = defaultdict(list)
    for record in records:
        own[record.focus].append(record)
    return own


def latest_marks(focus: Focus, marks: Iterable[Mark]) -> dict[date, Mark]:
    """Return the mark that counts for each day of a focus: the one made last, whatever the order of ``marks``."""
    own = (mark for mark in marks if mark.focus == focus.uid)
    return {mark.local_date: mark for mark in sorted(own, key=lambda mark: (mark.made_at, mark.uid))}


def marked(focus: Focus, before: Mark | None, day: date, state: DayState, today: date) -> Mark:
    """Return the mark for a day set in the calendar: a new one, or ``before`` with another state.

    A day in the past is back-filled: a report made on the day itself is more accurate (PMC9097010).
    """
    late = day < today
    if before is None:
        return Mark(focus=focus.uid, local_date=day, state=state, back_filled=late)
    return replace(before, state=state, source=MarkSource.CALENDAR, back_filled=late)


def day_word(
    focus: Focus,
    uses: Iterable[Use],
    marks: Iterable[Mark],
    *,
    first: date | None = None,
    last: date,
    today: date,
) -> DayWord:
    """Return the days of a focus from ``first`` to ``last``, both included, by the rules of CTNote's alphabet.

    In this order: ``_`` before the start, in a pause, or if marked so; ``+`` if a use is dated on the day; the latest
    mark; else ``o``. Today is left out if it has nothing yet, because it is not over; so are future days. Without
    ``first`` the word begins at the focus's start; without a start, at the first day that has something.
    """
    used = {use.local_date for use in uses if use.focus == focus.uid}
    marked = {day: mark.state for day, mark in latest_marks(focus, marks).items()}
    dated = [day for day in used | marked.keys() if day <= last]
    start = focus.start or min(dated, default=last + timedelta(days=1))
    begin = first or start
    letters = _Letters(begin, min(last, max([today - timedelta(days=1), *dated])))
    letters.fill(begin, today - timedelta(days=1), DayState.UNKNOWN)
    for day, state in marked.items():
        letters.fill(day, day, state)
    for day in used:
        if marked.get(day) is not DayState.NOT_APPLICABLE:
            letters.fill(day, day, DayState.USED)
    letters.fill(begin, start - timedelta(days=1), DayState.NOT_APPLICABLE)
    for pause in focus.pauses:
        letters.fill(pause.first, pause.last or last, DayState.NOT_APPLICABLE)
    return DayWord(begin, str(letters))


class _Letters:
    """The letters of a day word from ``first`` to ``last`` while it is built. No day counts until it is filled.

    Letters are filled by period, not day by day: a focus may have begun a hundred years ago.
    """

    def __init__(self, first: date, last: date) -> None:
        self._first = first.toordinal()
        self._letters = bytearray(DayState.NOT_APPLICABLE.encode()) * (last.toordinal() - self._first + 1)

    def fill(self, first: date, last: date, state: DayState) -> None:
        """Set the state of the days from ``first`` to ``last``, both included, as far as the word reaches."""
        start = max(0, first.toordinal() - self._first)
        stop = min(len(self._letters), last.toordinal() - self._first + 1)
        if start < stop:
            self._letters[start:stop] = state.encode() * (stop - start)

    def __str__(self) -> str:
        return self._letters.decode()
