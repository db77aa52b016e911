"""What ``journal craving`` asks and says without a number; ``journal.cli.craving_dialog`` prints it line by line."""

from __future__ import annotations

from typing import Final

from journal.domain.reasons import Reason, ReasonKind
from journal.language import translated
from journal.text import reasons as reasons_text
from journal.text.counting import count

ASKING_SKIP: Final = "Press enter to skip a question. Stop any time with Ctrl+C; your answers are saved."
ASKING_STRONG: Final = "How strong is it, 0 to 10?"
ASKING_NO_NUMBER: Final = "Without a number nothing is saved. You can still see what may help."
ASKING_ABOUT: Final = "What is it about? A number, or enter."
ASKING_TRIGGER: Final = "What set it off? Numbers, or your own words with commas between, or enter."
ASKING_MAY_HELP: Final = "What may help:"
ASKING_PEOPLE: Final = "People you can call:"
ASKING_BREATH: Final = "Breathe slowly with it. Press enter to stop."
ASKING_STAY: Final = "Stay with it while the time runs. Press enter to continue."
ASKING_IN, ASKING_OUT = "breathe in, 4", "breathe out, 6"
ASKING_NOW: Final = "How is it now, 0 to 10?"
ASKING_HELPED: Final = "What helped? Numbers from that list, or your own words with commas between, or enter."
ASKING_OUTCOME: Final = "How did it end? A number, or enter."
ASKING_USED: Final = "Thanks for saying so. `journal slip` logs it and says what to do now. Later is fine too."
ASKING_UNKEPT: Final = "Your answers are not saved. You can still see what may help."
ASKING_KEPT_NOTHING: Final = "Nothing was saved."


def emergency_line(number: str) -> str:
    """Give the region's emergency number, if there is one, and say how to see all helplines."""
    return (
        f"Emergency {number}. `journal safety` lists all helplines." if number else "`journal safety` lists helplines."
    )


def minutes_line(passed: int, minutes: int) -> str:
    """Return ``5 of 20 minutes``."""
    return f"{passed} of {count(minutes, 'minute')}"


def kept_line(intensity: int, after: int | None) -> str:
    """Return ``Saved: a craving of 7, now 3.``; without ``after`` only how strong it was."""
    return f"Saved: a craving of {intensity}." if after is None else f"Saved: a craving of {intensity}, now {after}."


def format_reason(reason: Reason) -> str:
    """Return ``Why you do this: mornings.`` or ``A good day: coffee with Ana.``"""
    return f"Why you do this: {reason.text}" if reason.kind is ReasonKind.WHY else reasons_text.format_reason(reason)


translated(__name__)
