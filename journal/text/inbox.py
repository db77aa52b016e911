"""What is said about what was written without unlocking, and about keeping or deleting it."""

from __future__ import annotations

from typing import Final

from journal.domain.captures import Capture
from journal.domain.looked_over import outcome_of
from journal.language import translated
from journal.text.labels import label

FIRST_WORDS: Final = 80
"""Characters of a note that are shown in a list."""

INBOX_NAME: Final = "written while locked"
INBOX_STRONG: Final = "Helplines, and what to do if someone doesn't wake up: `journal safety`."
INBOX_EMPTY: Final = "Nothing to review. What you write while locked comes here when you unlock."
INBOX_WHAT: Final = "These are not part of the journal yet. Keep or delete each note."
INBOX_KEYS: Final = ("enter keep", "a keep all", "d delete", "esc later")
INBOX_NEWS: Final = "what else was found"
INBOX_BACK: Final = "esc back"
INBOX_ALL_OF_IT: Final = "all of it"
INBOX_KEEP: Final = "Keep this one in the journal."
INBOX_KEPT: Final = "Kept. Press u to undo."
INBOX_DROPPED: Final = "Deleted. Press u to undo."
INBOX_DROP: Final = "Delete this?"
INBOX_DROP_YES: Final = "Delete it"
INBOX_DROP_DETAIL: Final = "You can undo it with u until you lock."
NONE_OF_THESE: Final = "none of these"
INBOX_SOME_SET_ASIDE: Final = "something was set aside"
INBOX_NONE_WITH_THIS_ID: Final = "No note has this id, or more than one has it. Nothing was changed."
INBOX_FOREIGN: Final = (
    "The key that encrypts what you write while locked was not yours: someone, or some program, had replaced it. What "
    "was encrypted with that key can't be read here, but they can read it. It is kept in a file next to the journal. "
    "Your own key is back in place. Think about who uses this computer."
)


def format_set_aside(number: int) -> str:
    """Say that some of the inbox is broken or forged, what was kept, and what to do."""
    if number == 1:
        return (
            "One thing in the inbox is damaged, or this program didn't write it. It is kept in a file next to the "
            "journal, and the rest is here. There is nothing you need to do."
        )
    return (
        f"{number:,} things in the inbox are damaged, or this program didn't write them. They are kept in files next "
        "to the journal, and the rest is here. There is nothing you need to do."
    )


def format_news(set_aside: int, *, foreign: bool) -> list[str]:
    """Return what else was found when the inbox was read, one paragraph each; none when all was well."""
    return [*([INBOX_FOREIGN] if foreign else []), *([format_set_aside(set_aside)] if set_aside else [])]


def which_focus(label: str) -> str:
    """Ask what a craving was about whose label is no focus of the journal."""
    return f"You wrote “{label}”. What was it about? Your word stays with the craving."


def format_asked(number: int) -> str:
    """Say that some were not kept, because it is not known what they were about."""
    which = "1 is" if number == 1 else f"{number:,} are"
    return f"{which} left: what was it about? Press enter on it."


def format_waiting(number: int) -> str:
    """Return ``2 to review``; empty where nothing waits."""
    return f"{number:,} to review" if number else ""


def format_decided(kept: int, dropped: int) -> str:
    """Say what was kept or deleted, and which key undoes it."""
    if dropped:
        return INBOX_DROPPED
    return INBOX_KEPT if kept == 1 else f"All {kept:,} kept. Press u to undo."


def format_captured(capture: Capture) -> str:
    """Return a capture on one line: ``craving 7 → 3 · stress``, or the first words of a note."""
    words = " ".join(capture.text.split())
    words = words if len(words) <= FIRST_WORDS else f"{words[: FIRST_WORDS - 1].rstrip()}…"
    if not capture.is_craving:
        return f"note: {words}"
    strength = f"craving {capture.intensity}" + ("" if capture.after is None else f" → {capture.after}")
    outcome = outcome_of(capture)
    parts = (strength, capture.focus, *capture.triggers, label(outcome) if outcome.known else "", words)
    return " · ".join(part for part in parts if part)


def captured_whole(capture: Capture) -> str:
    """Return everything in a capture, one thing per line, the text last."""
    if not capture.is_craving:
        return capture.text
    outcome = outcome_of(capture)
    parts = (
        f"How strong: {capture.intensity}",
        "" if capture.after is None else f"Later: {capture.after}",
        "" if capture.timer_seconds is None else f"Timed: {round(capture.timer_seconds / 60)} min",
        f"About: {capture.focus}" if capture.focus else "",
        f"Set off by: {', '.join(capture.triggers)}" if capture.triggers else "",
        f"Helped: {', '.join(capture.helped)}" if capture.helped else "",
        f"Ended: {label(outcome)}" if outcome.known else "",
        capture.text,
    )
    return "\n".join(part for part in parts if part)


translated(__name__)
