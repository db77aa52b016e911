"""Days of a focus: what was marked, and periods as day words. Their figures are in `day_statistics`."""

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
    """The state of one day, by the alphabet of the CTNote package (Clinical Trials Network)."""

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
    """What the person said of one day (``local_date``) of one focus. The latest mark of a day counts.

    ``confidence`` is 0–100; ``back_filled`` says that the day was filled in later.
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
        if self.amount is not None:  # most have none, and there may be a hundred thousand
            check_finite(self.amount)


class DayWord(Struct, frozen=True):
    """A period of a focus as one letter a day, the first of them for ``first``; empty when there is no day in it."""

    first: date
    letters: str = ""

    @property
    def last(self) -> date:
        """The last day; the day before ``first`` when the word is empty."""
        return self.first + timedelta(days=len(self.letters) - 1)

    def __len__(self) -> int:
        return len(self.letters)

    def day(self, place: int) -> date:
        """The date of a letter, the first of which is at place 0."""
        return self.first + timedelta(days=place)

    def last_of(self, state: DayState) -> date | None:
        """The last day of a state, if there is one."""
        place = self.letters.rfind(state)
        return None if place < 0 else self.day(place)

    def items(self) -> Iterator[tuple[date, DayState]]:
        """Each date with its state, in order."""
        for number, letter in enumerate(self.letters, self.first.toordinal()):
            yield date.fromordinal(number), _STATES[letter]

    def between(self, first: date, last: date) -> DayWord:
        """The part from ``first`` to ``last``, both included, as far as the word reaches."""
        first = max(first, self.first)
        start, stop = (first - self.first).days, (last - self.first).days + 1
        return DayWord(first, self.letters[start : max(start, stop)])

    def counts(self, day: date) -> bool:
        """Whether a day is in the word and counts."""
        place = (day - self.first).days
        return 0 <= place < len(self.letters) and self.letters[place] != DayState.NOT_APPLICABLE

    def applicable(self) -> list[tuple[date, DayState]]:
        """The days that count: what every figure is computed from."""
        return [(day, state) for day, state in self.items() if state is not DayState.NOT_APPLICABLE]


class OfFocus(Protocol):
    """A record that belongs to a focus."""

    @property
    def focus(self) -> str:
        """The uid of the focus."""


F = TypeVar("F", bound=OfFocus)


def by_focus(records: Iterable[F]) -> defaultdict[str, list[F]]:
    """Records by the uid of their focus, so that with many focuses each does not look through those of all."""
    own: defaultdict[str, list[F]] = defaultdict(list)
    for record in records:
        own[record.focus].append(record)
    return own


def latest_marks(focus: Focus, marks: Iterable[Mark]) -> dict[date, Mark]:
    """The mark that counts for each day of a focus: the one made last, in whatever order they come."""
    own = (mark for mark in marks if mark.focus == focus.uid)
    return {mark.local_date: mark for mark in sorted(own, key=lambda mark: (mark.made_at, mark.uid))}


def marked(focus: Focus, before: Mark | None, day: date, state: DayState, today: date) -> Mark:
    """The mark that says from the calendar what a day was: a new one, or the one ``before`` with another state.

    A day that is over is back-filled: a report made on the day itself is more accurate (PMC9097010).
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
    """The days of a focus from ``first`` to ``last``, both included, by the rules of CTNote's alphabet.

    In this order: ``_`` before the start, in a pause, or when marked so; ``+`` if a use is dated on the day; the latest
    mark; else ``o``. Today with nothing on it yet is not over and is left out, and so are days to come. Without
    ``first`` the word begins at the focus's start, without a start at the first day that something is dated on.
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
    """The letters of a day word from ``first`` to ``last`` while it is made; no day counts until it is filled.

    They are filled by periods, not asked for day by day: a focus may have begun a hundred years ago.
    """

    def __init__(self, first: date, last: date) -> None:
        self._first = first.toordinal()
        self._letters = bytearray(DayState.NOT_APPLICABLE.encode()) * (last.toordinal() - self._first + 1)

    def fill(self, first: date, last: date, state: DayState) -> None:
        """Let the days from ``first`` to ``last``, both included, have this state, as far as the word reaches."""
        start = max(0, first.toordinal() - self._first)
        stop = min(len(self._letters), last.toordinal() - self._first + 1)
        if start < stop:
            self._letters[start:stop] = state.encode() * (stop - start)

    def __str__(self) -> str:
        return self._letters.decode()
