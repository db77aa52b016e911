"""The days of a focus: marks, and periods as one letter per day. The figures are in ``day_statistics``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, NamedTuple, Protocol, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.focus_goals import goal_on, is_abstinence, limit_of, most_on
from journal.domain.focuses import Focus
from journal.domain.record import Record, Sensitivity, check_finite
from journal.domain.uses import Use, counted_uses, in_own_unit


class DayState(StrEnum):
    """The state of one day, in the alphabet of the CTNote package (Clinical Trials Network).

    ``WITHIN``, a use within what was planned, is our own letter: it is worked out, and no mark holds it.
    """

    CLEAN = "-"
    WITHIN = "="
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

    ``confidence`` is 0–100. ``back_filled``: the day was filled in later. ``over`` is the answer to "Was it over your
    limit?" for a day with a use of which no amount is known.
    """

    table: ClassVar[str] = "marks"

    focus: str
    state: DayState
    source: MarkSource = MarkSource.CALENDAR
    amount: Decimal | None = None
    back_filled: bool = False
    confidence: Annotated[int, Meta(ge=0, le=100)] | None = None
    over: bool | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        if self.state is DayState.WITHIN:
            raise ValueError("a mark cannot hold a state that is worked out")
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

    def state(self, day: date) -> DayState:
        """Return the state of a day, which has to be in the word."""
        return _STATES[self.letters[(day - self.first).days]]

    def counts(self, day: date) -> bool:
        """Return whether a day is in the word and counts."""
        place = (day - self.first).days
        return 0 <= place < len(self.letters) and self.letters[place] != DayState.NOT_APPLICABLE

    def tally(self) -> dict[DayState, int]:
        """Return how many days are in each state."""
        return {state: self.letters.count(letter) for letter, state in _STATES.items()}

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


def hidden_by_start(focus: Focus, start: date, uses: Iterable[Use], marks: Iterable[Mark]) -> tuple[int, int]:
    """Return how many days with a mark and how many uses of a focus would not count because they are before a start.

    They stay in the journal, and count again when the start is earlier.
    """
    marked = {mark.local_date for mark in marks if mark.focus == focus.uid and mark.local_date < start}
    return len(marked), sum(use.focus == focus.uid and use.local_date < start for use in uses)


def uses_by_day(focus: Focus, uses: Iterable[Use]) -> dict[date, list[Use]]:
    """Return the uses of a focus that count by their day."""
    found: defaultdict[date, list[Use]] = defaultdict(list)
    for use in counted_uses(focus, uses):
        found[use.local_date].append(use)
    return dict(found)


def latest_marks(focus: Focus, marks: Iterable[Mark]) -> dict[date, Mark]:
    """Return the mark that counts for each day of a focus: the one made last, whatever the order of ``marks``."""
    own = (mark for mark in marks if mark.focus == focus.uid)
    return {mark.local_date: mark for mark in sorted(own, key=lambda mark: (mark.made_at, mark.uid))}


def marked(
    focus: Focus,
    before: Mark | None,
    day: date,
    state: DayState,
    today: date,
    source: MarkSource = MarkSource.CALENDAR,
) -> Mark:
    """Return the mark for a day: a new one, or ``before`` with another state.

    A use within or over the day's limit is stored as a use with the answer to "Was it over your limit?". A day in the
    past is back-filled: a report made on the day itself is more accurate (PMC9097010).
    """
    stored = DayState.USED if state is DayState.WITHIN else state
    limited = stored is DayState.USED and most_on(focus, day) is not None
    over = state is DayState.USED if limited else None
    if before is None:
        before = Mark(focus=focus.uid, local_date=day, state=stored)
    known = before.amount if before.state is stored and not limited else None  # else it was about something else
    return replace(before, state=stored, source=source, back_filled=day < today, amount=known, over=over)


def not_logged(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], today: date) -> list[date]:
    """Return the days from the start up to yesterday that count and that nothing is written on."""
    uses, marked = list(uses), latest_marks(focus, marks)
    word = day_word(focus, uses, marked.values(), last=today - timedelta(days=1), today=today)
    return [day for day, state in word.items() if state is DayState.UNKNOWN and day not in marked]


class DayAmount(NamedTuple):
    """What is known of how much was used on a day, in the focus's unit. ``complete``: it is all that was used."""

    known: Decimal
    complete: bool


def amount_of(focus: Focus, uses: Sequence[Use], mark: Mark | None) -> DayAmount:
    """Return the amounts of one day's uses added up, without uses the amount of its mark.

    ``uses`` are those of the day that count. A free day has the amount 0.
    """
    if uses:
        own = [use.amount for use in uses if use.amount is not None and in_own_unit(use, focus)]
        return DayAmount(sum(own, Decimal(0)), len(own) == len(uses))
    if mark is not None and mark.state is DayState.CLEAN:
        return DayAmount(Decimal(0), True)
    amount = mark.amount if mark else None
    return DayAmount(Decimal(0), False) if amount is None else DayAmount(amount, True)


def day_state(focus: Focus, day: date, uses: Sequence[Use], mark: Mark | None) -> DayState:
    """Return what a day was, by the goal that holds on it, without regard to the focus's start and pauses.

    ``uses`` are those dated on the day that count, ``mark`` the latest on it. A mark ``_`` comes first, then the uses,
    then the mark. Where less is wanted, not none, the amounts are compared with the day's limit.
    """
    if mark is not None and mark.state is DayState.NOT_APPLICABLE:
        return mark.state
    state = DayState.USED if uses else mark.state if mark else DayState.UNKNOWN
    if state not in (DayState.USED, DayState.MIXED):
        return state
    goal = goal_on(focus, day)
    if is_abstinence(goal.goal_mode):
        return state
    if (limit := limit_of(goal, day)) is None:
        return DayState.WITHIN if state is DayState.USED else state
    return _against_limit(limit, amount_of(focus, uses, mark), _is_said_over(focus, uses, mark))


def _against_limit(limit: Decimal, amount: DayAmount, over: bool | None) -> DayState:
    if amount.known > limit:
        return DayState.USED
    if amount.complete:
        return DayState.WITHIN if amount.known else DayState.CLEAN
    if over is None:
        return DayState.MIXED
    return DayState.USED if over else DayState.WITHIN


def _is_said_over(focus: Focus, uses: Sequence[Use], mark: Mark | None) -> bool | None:
    """Return the answer to "Was it over your limit?"; None where it was not given for each unknown amount."""
    if not uses:
        return mark.over if mark else None
    if any(use.over for use in uses):
        return True
    unknown = [use.over for use in uses if not in_own_unit(use, focus)]
    return None if None in unknown else False


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

    In this order: ``_`` before the start, in a pause, or if marked so; what ``day_state`` says of the uses and the
    latest mark of the day; else ``o``. Uses as prescribed leave the day as it would be without them. Today is left out
    if it has nothing yet, because it is not over; so are future days. Without ``first`` the word begins at the focus's
    start; without a start, at the first day that has something.
    """
    used = uses_by_day(focus, uses)
    marked = latest_marks(focus, marks)
    dated = [day for day in used.keys() | marked.keys() if day <= last]
    start = focus.start or min(dated, default=last + timedelta(days=1))
    begin = first or start
    letters = _Letters(begin, min(last, max([today - timedelta(days=1), *dated])))
    letters.fill(begin, today - timedelta(days=1), DayState.UNKNOWN)
    for day in used.keys() | marked.keys():
        letters.fill(day, day, day_state(focus, day, used.get(day, ()), marked.get(day)))
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
