"""What `journal craving` asks and says, line by line: the same way through a craving, without a screen."""

from __future__ import annotations

ASKING_SKIP = "Each question can be passed over with enter. Ctrl+C ends it at any time; what you said is kept."
ASKING_STRONG = "How strong is it, 0 to 10?"
ASKING_SCALE = "A number from 0 to 10, or enter."
ASKING_NO_NUMBER = "Without a number nothing is kept. What may help is here all the same."
ASKING_ABOUT = "What is it about? A number, or enter."
ASKING_TRIGGER = "What set it off? Numbers, or words of your own with commas between, or enter."
ASKING_IN_LIST = "A number of the list, or words of your own, or enter."
ASKING_MAY_HELP = "What may help:"
ASKING_PEOPLE = "Who can be asked:"
ASKING_BECAUSE = "Because:"
ASKING_BREATH = "Breathe slowly along. Enter ends it."
ASKING_STAY = "Stay with it while the time runs. Enter goes on."
ASKING_IN, ASKING_OUT = "breathe in, 4", "breathe out, 6"
ASKING_OVER = "The time is over."
ASKING_NOW = "How is it now, 0 to 10?"
ASKING_HELPED = "What helped? Numbers of that list, or words of your own with commas between, or enter."
ASKING_OUTCOME = "How did it end? A number, or enter."
ASKING_USED = "Thank you for saying so. `journal` and then s leads on, with what to do now; later is fine too."
ASKING_UNKEPT = "What you say is not kept. What may help is here all the same."
ASKING_KEPT_NOTHING = "Nothing was kept."


def emergency_line(number: str) -> str:
    """The line about the lines: the region's emergency number, and the way to all of them."""
    return f"Emergency {number}. `journal safety` has all lines." if number else "`journal safety` has lines to call."


def minutes_line(passed: int, minutes: int) -> str:
    """``5 of 20 minutes``."""
    return f"{passed} of {minutes} minutes"


def kept_line(intensity: int, after: int | None) -> str:
    """``Kept: a craving of 7, now 3.``"""
    return f"Kept: a craving of {intensity}." if after is None else f"Kept: a craving of {intensity}, now {after}."
