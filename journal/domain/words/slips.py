"""What is said of a use, in the person's own word for it, on its own screen and in the daily check-in."""

from __future__ import annotations

from datetime import date

from journal.domain.focuses import Focus, GoalMode
from journal.domain.time import day_words

SLIP_THANKS = "Thank you for writing it down. Nothing you built is gone."
SLIP_FOCUS = "What was it?"
SLIP_WHEN = "When"
SLIP_TIME = "At what time"
SLIP_PRECISION = "How exactly"
SLIP_PLANNED = "Planned"
SLIP_NOTE = "Anything else"
SLIP_TO_COME = "That is still to come."
SLIP_HOW_MUCH = "How much"
SLIP_AMOUNT = "A number first: 3, 2.5 and 3 hours are understood."
SLIP_START = "Start on that day"
SLIP_SITUATION = "What was going on"
SLIP_BEFORE, SLIP_NOW = "before", "now"
SLIP_SAFE = "Are you safe right now?"
SLIP_SAFE_KEYS = "F4 people and lines"
SLIP_NEXT = "What to do now"
SLIP_STEPS = (
    "See that you are safe, and not alone with it if that is not sure.",
    "Drink some water, eat something, and sleep when you can.",
    "Tell one person today: a sentence is enough.",
    "Put what is left out of reach, or leave the place.",
    "The next hour is the one to plan. The rest can wait.",
)
SLIP_LATER = "Later is fine too."
SLIP_SAVED = "It is written down. What you built is still there. u takes it back."

CHECKIN_EMPTY = "Nothing is filled in yet. One answer is enough."
CHECKIN_USE_STANDS = "A use is written down on this day; the timeline has it."


def slip_offer(word: str) -> str:
    """The question after a check-in that told of a use: ``Write down what is known of the slip?``."""
    return f"Write down what is known of the {word}?"


def use_word(mode: GoalMode, word: str) -> str:
    """The person's own ``word`` for a use, and a plain one where using less, not nothing, is what they want."""
    return word if mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW) else "use"


def slip_title(word: str) -> str:
    """The title of the screen, with the person's own word: ``a slip``, ``an accident``, ``a use``."""
    return f"an {word}" if word[:1].lower() in tuple("aeio") else f"a {word}"


def before_start_words(focus: Focus, day: date, today: date, *, moves: bool) -> str:
    """What is said of a use on a ``day`` before the focus's start, or without one; ``moves``: the start goes there."""
    on = day_words(day, today)
    if focus.start is None:
        told = f"{focus.label} has no start yet."
        follows = "It is kept on its day, and the days count from the first one that is written down."
    else:
        told = f"This is before {focus.label} starts ({day_words(focus.start, today)})."
        follows = f"It is kept on {on}, and not counted in the days."
    return "\n".join((told, f"Once saved, it starts on {on}." if moves else follows))
