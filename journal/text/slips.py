"""What is said about a use, in the person's own word for it, on its own screen and in the daily check-in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from journal.domain.dates import format_day
from journal.domain.days import DayState
from journal.domain.focus_goals import is_abstinence
from journal.domain.focuses import Focus, GoalMode
from journal.domain.uses import format_amount
from journal.language import translated
from journal.text.amounts import in_unit
from journal.text.counting import count

if TYPE_CHECKING:  # day_statistics is slow to load, and the locked screen uses this module
    from journal.domain.day_amounts import Within
    from journal.domain.day_statistics import Figures

SLIP_THANKS: Final = "Thanks for writing this down."
USE_THANKS: Final = "Thanks for writing this down. There is nothing more to do."
SLIP_KEYS: Final = "ctrl+s save · F6 look at it now · later is fine too"
SLIP_FOCUS: Final = "What was it?"
SLIP_WHICH: Final = "Which one was it? Press its digit."
SLIP_PLANNED: Final = "Planned"
SLIP_PRESCRIBED: Final = "As prescribed"
SLIP_PRESCRIBED_HINT: Final = "A medicine of your own, taken as agreed. The day stays as it is without it."
SLIP_OVER: Final = "Was it over?"
SLIP_MORE: Final = "More"
SLIP_MORE_IS: Final = "triggers, place, company"
SLIP_MORE_HINT: Final = "Optional. Press 1 to show it."
SLIP_TRIGGERS: Final = "What set it off?"
SLIP_PLACE: Final = "Where"
SLIP_COMPANY: Final = "Who with"
SLIP_COST: Final = "What it cost"
SLIP_BACK: Final = "Back on track"
SLIP_SAID_SO: Final = "yes"
SLIP_NOTE: Final = "Anything else"
SLIP_HOW_MUCH: Final = "How much"
SLIP_AMOUNT: Final = "Start with a number: 3, 2.5 or 3 hours."
SLIP_START: Final = "Count from then"
SLIP_SITUATION: Final = "What was going on"
SLIP_SINCE: Final = "since last use"
SLIP_SINCE_LOGGED: Final = "since logged use"
SLIP_LONGEST: Final = "best run"
SLIP_BEFORE, SLIP_NOW = "before", "now"
SLIP_NEXT: Final = "What to do now"
SLIP_STEPS: Final = (
    "Drink some water, eat something, and sleep when you can.",
    "Tell one person today: a sentence is enough.",
    "Put what is left out of reach, or leave the place.",
    "The next hour is the one to plan. The rest can wait.",
)
SLIP_LATER: Final = "Later is fine too."
UNDO: Final = " Press u to undo."
USE_SAVED: Final = f"Saved.{UNDO}"
USE_DAY: Final = "The day counts as one with a use."
USE_PRESCRIBED: Final = "Taken as prescribed: nothing is counted, and the day stays as it is."
DAYS_KEPT: Final = "days on plan"
DAYS_OVER: Final = "days over it"
USE_HERE: Final = "b before it · t told"
TOLD_MENTOR: Final = "told to my mentor"
BACK_ON_MY_WAY: Final = "back on track"
BACK_NOTED: Final = "Saved."
TOLD_NOTED: Final = "Saved: your mentor knows. Press t to undo."
TOLD_TAKEN_BACK: Final = "Undone: not told yet."
NOT_TO_TELL: Final = "This key is for a use: it notes that you told your mentor."
NOT_TO_LOOK_BACK: Final = "This key is for a use: it looks at what happened before it."
DELETED_WITH_IT: Final = "What you found out about it is deleted too; what you agreed to do stays. Press u to undo."

CHECKIN_EMPTY: Final = "Nothing is filled in yet. One answer is enough."
CHECKIN_USE_STANDS: Final = "A use is already logged for this day. Find it in the Timeline."


def saved(undo: str) -> str:
    """Say that a use is saved; ``undo`` says how to undo it."""
    return f"Saved.{undo}"


def slip_saved(days: int, clean_word: str, *, on_plan: bool = False, undo: str = UNDO) -> str:
    """Return ``Saved. Your 77 free days still count. Press u to undo.``; without such days, only that it is saved.

    ``on_plan``: less is wanted, not none, and the ``days`` are those on plan. ``undo`` says how to undo it.
    """
    if not days:
        return saved(undo)
    one, many = ("day on plan", DAYS_KEPT) if on_plan else (f"{clean_word} day", f"{clean_word} days")
    kept = f"{one} still counts" if days == 1 else f"{days} {many} still count"
    return f"Saved. Your {kept}.{undo}"


def slip_offer(word: str) -> str:
    """Ask, after a check-in with a use, ``Log what you know about the slip?``."""
    return f"Log what you know about the {word}?"


def clean_days(clean_word: str) -> str:
    """Return the heading of the days without a use: ``free days``."""
    return f"{clean_word} days"


def use_word(mode: GoalMode, word: str, *, prescribed: bool = False) -> str:
    """Return the person's own ``word`` for a use, or "use" where it was prescribed or the goal is less, not none."""
    return word if is_abstinence(mode) and not prescribed else "use"


def several(word: str) -> str:
    """Return the plural of a word for a use: ``slips``, ``lapses``, ``returns to use``."""
    first, to, rest = word.partition(" to ")
    return f"{first}{'es' if first.endswith(('s', 'x', 'ch', 'sh')) else 's'}{to}{rest}"


def mentor_told(name: str) -> str:
    """Return the label for having told the mentor, by name where there is one: ``R. was told``."""
    return f"{name} was told" if name else "Mentor was told"


def format_counts(day: date, today: date) -> str:
    """Say on which day a use counts: ``It counts for Fri 13 Nov.``."""
    return f"It counts for {format_day(day, today)}."


def another_words(number: int) -> str:
    """Say that a use is not the first of its day; empty for the first."""
    return f"It is number {number} of that day; the day counts once." if number > 1 else ""


def over_hint(most: Decimal, unit: str, mode: GoalMode) -> str:
    """Ask whether a day was over its limit, for a use of which the amount does not say that."""
    return f"Was it over your {_limit_name(mode)} of {in_unit(most, unit)} that day?"


def other_unit(amount: str, unit: str) -> str:
    """Say that an amount is in another unit than the focus's."""
    counted = f"you count in {unit}" if unit else "your limit has no unit"
    return f"{amount} can't be compared with your limit: {counted}. 'Was it over?' settles it."


def format_within(within: Within, unit: str, mode: GoalMode, today: date) -> str:
    """Return ``Within your limit of 2 drinks today (1 of 2).`` or ``1 over your limit of 2 drinks … (3 of 2).``.

    Where an amount is not known, the answer of the person stands; without one it is said that it is not known.
    """
    on = "today" if within.day == today else f"on {format_day(within.day, today)}"
    limit = f"your {_limit_name(mode)} of {in_unit(within.most, unit)} {on}"
    over = within.taken - within.most
    if over > 0 or within.complete:
        stands = f"{format_amount(over, '')} over" if over > 0 else "Within"
        return f"{stands} {limit} ({format_amount(within.taken, '')} of {format_amount(within.most, '')})."
    answers = {DayState.USED: f"Over {limit}, as you say.", DayState.WITHIN: f"Within {limit}, as you say."}
    return answers.get(within.state, f"Not known whether it is over {limit}.")


def _limit_name(mode: GoalMode) -> str:
    return "step" if mode is GoalMode.TAPER else "limit"


def of_limit(within: Within, today: date) -> str:
    """Return the heading of a day's amount: ``today, of 2``."""
    day = "today" if within.day == today else format_day(within.day, today)
    return f"{day}, of {format_amount(within.most, '')}"


def format_return(figures: Figures) -> str:
    """Return ``back on track after 2 days, usually 1 (4 times)``; empty where nothing is known of it."""
    returned, usual = figures.returned, figures.usual_return
    if not returned or usual is None:
        return ""
    last = "last time " if figures.ongoing else ""
    words = f"{last}back on track after {count(returned[-1].days, 'day')}"
    times = (
        f", usually {format_amount(Decimal(usual), '')} ({count(len(returned), 'time')})" if len(returned) > 1 else ""
    )
    return words + times


def written_as(word: str) -> str:
    """Return ``logged as a slip``."""
    return f"logged as {slip_title(word)}"


def slip_title(word: str) -> str:
    """Return the person's own word with its article: ``a slip``, ``an accident``, ``a use``."""
    return f"an {word}" if word[:1].lower() in tuple("aeio") else f"a {word}"


def format_before_start(focus: Focus, day: date, today: date, *, moves: bool) -> str:
    """Say how a use before the focus's start, or without a start, counts; ``moves``: the start moves to ``day``."""
    on = format_day(day, today)
    if focus.start is None:
        said = f"{focus.label} has no start yet."
        follows = "It is saved on its day, and your days count from the first one you log."
    else:
        said = f"This is before {focus.label} starts ({format_day(focus.start, today)})."
        follows = f"It is saved on {on}, and doesn't count in your days."
    return "\n".join((said, f"Once saved, it starts on {on}." if moves else follows))


def usual_word(focuses: Iterable[Focus], word: str) -> str:
    """Return the person's own ``word`` for a use, or "use" where they want less, not none, of every focus."""
    modes = [focus.goal_mode for focus in focuses if not focus.archived]
    plain = modes and all(use_word(mode, word) != word for mode in modes)
    return "use" if plain else word


def stands_on_day(word: str) -> str:
    """Say that a day has a use on it, which a mark does not remove."""
    title = slip_title(word)
    return f"{title[0].upper()}{title[1:]} is already logged for this day. Edit or delete it in the Timeline."


translated(__name__)
