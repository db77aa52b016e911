"""What is said in a craving while the journal is locked: the same for everyone, as nothing personal may be shown."""

from __future__ import annotations

from typing import Final

from journal.language import translated

LOCKED_ANSWER: Final = "A digit is saved, encrypted. The rest can wait. Leave any time with esc."
LOCKED_KEPT: Final = "saved, encrypted, until you unlock · leave with esc"
LOCKED_BEFORE: Final = "What you noted is saved, encrypted."
LOCKED_NO_JOURNAL: Final = "There is no journal yet, so nothing is saved. Everything else here works."
LOCKED_NO_INBOX: Final = "Not saved: unlock the journal once first. Everything else here works."
LOCKED_FULL: Final = "Not saved: the inbox is full until you unlock. Everything else here works."
LOCKED_NOT_KEPT: Final = "Not saved this time. Your next answer tries again."

LOCKED_WHAT_HELPS: Final = "What helps many people"
LOCKED_STEPS: Final = (
    "You don't have to decide anything in the next ten minutes.",
    "Leave the room, or put what you crave out of reach.",
    "Drink a glass of water. Eat, if it has been a while.",
    "Use your hands, or walk: a shower, the stairs, the street.",
    "Tell someone: “It is a hard hour” is enough.",
)

LOCKED_STRONG: Final = (
    "Opioids or sedatives: after even a few days off, your usual dose can kill you. F4 has the steps."
)
LOCKED_STILL: Final = "Still strong? That happens. Call someone: F4 has helplines."


def locked_felt(before: int, after: int) -> str:
    """Return ``7 before, 4 now. You stayed with it.``; where it is not weaker, what to do next."""
    if after < before:
        return f"{before} before, {after} now. You stayed with it."
    return f"{before} before, {after} now. {LOCKED_STILL}"


translated(__name__)
