"""What ``journal demo`` says; the sample journal's own words are in ``journal.demo``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

DEMO_HELP: Final = "Open a sample journal. It is of someone who does not exist, asks nothing and leaves nothing."
DAYS_HELP: Final = "How many days it covers, 1 to 3650."


def days_range(least: int, most: int) -> str:
    """Say how many days a sample journal can cover."""
    return f"--days goes from {least} to {most}."


def passphrase(words: str) -> str:
    """Say what opens the sample journal."""
    return f"The passphrase of the sample is: {words}"


translated(__name__)
