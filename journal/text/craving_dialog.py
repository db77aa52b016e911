"""What ``journal craving`` asks and says without a number; ``journal.cli.craving_dialog`` prints it line by line."""

from __future__ import annotations

from typing import Final

from journal.text.counting import count

ASKING_SKIP: Final = "Each question can be passed over with enter. Ctrl+C ends it at any time; what you said is kept."
ASKING_STRONG: Final = "How strong is it, 0 to 10?"
ASKING_SCALE: Final = "A number from 0 to 10, or enter."
ASKING_NO_NUMBER: Final = "Without a number nothing is kept. What may help is here all the same."
ASKING_ABOUT: Final = "What is it about? A number, or enter."
ASKING_TRIGGER: Final = "What set it off? Numbers, or words of your own with commas between, or enter."
ASKING_IN_LIST: Final = "A number of the list, or words of your own, or enter."
ASKING_MAY_HELP: Final = "What may help:"
ASKING_PEOPLE: Final = "Who can be asked:"
ASKING_BECAUSE: Final = "Because:"
ASKING_BREATH: Final = "Breathe slowly along. Enter ends it."
ASKING_STAY: Final = "Stay with it while the time runs. Enter goes on."
ASKING_IN, ASKING_OUT = "breathe in, 4", "breathe out, 6"
ASKING_NOW: Final = "How is it now, 0 to 10?"
ASKING_HELPED: Final = "What helped? Numbers of that list, or words of your own with commas between, or enter."
ASKING_OUTCOME: Final = "How did it end? A number, or enter."
ASKING_USED: Final = "Thank you for saying so. `journal` and then s leads on, with what to do now; later is fine too."
ASKING_UNKEPT: Final = "What you say is not kept. What may help is here all the same."
ASKING_KEPT_NOTHING: Final = "Nothing was kept."


def emergency_line(number: str) -> str:
    """Give the region's emergency number, if there is one, and say how to see all lines to call."""
    return f"Emergency {number}. `journal safety` has all lines." if number else "`journal safety` has lines to call."


def minutes_line(passed: int, minutes: int) -> str:
    """Return ``5 of 20 minutes``."""
    return f"{passed} of {count(minutes, 'minute')}"


def kept_line(intensity: int, after: int | None) -> str:
    """Return ``Kept: a craving of 7, now 3.``; without ``after`` only how strong it was."""
    return f"Kept: a craving of {intensity}." if after is None else f"Kept: a craving of {intensity}, now {after}."
