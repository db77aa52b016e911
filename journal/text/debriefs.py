"""What is asked when looking back on a use, what a message to the mentor says, and the words of commitments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.domain.commitments import Commitment, Kept
from journal.domain.date_names import short_weekday
from journal.domain.dates import format_day
from journal.domain.debriefs import Debrief, Question, Tell
from journal.language import translated
from journal.text.labels import label
from journal.text.slips import slip_title

DEBRIEF_NAME: Final = "what happened before"
DEBRIEF_KEYS: Final = "esc leaves it for later: every answer is saved"
DEBRIEF_OFFER: Final = "look back, 5 min"
DEBRIEF_GO_ON: Final = "finish looking back"
DEBRIEF_LET_BE: Final = "Dismissed. You can find it on the timeline any time."
DEBRIEF_LEFT: Final = "Saved so far. You can continue where you stopped."
DEBRIEF_DONE: Final = "You looked at it. What you found is saved."
DEBRIEF_BACK_OFFER: Final = "back on track?"

DEBRIEF_ASKS: Final = {
    Question.SITUATION: "First, what was going on? Which of these comes closest?",
    Question.HAPPENED: "What happened before it? Go back an hour, or a day: where, who with, how were you?",
    Question.POINTS: "At which moments could it have gone another way? A few are enough, one per line.",
    Question.THOUGHT: "What did you think afterwards? Write it as it came; nobody else reads it.",
    Question.SOUNDS: "Does the thought sound like one of these? Tick what fits. None is fine, too.",
    Question.REWORDED: "A thought like that makes it bigger than it was. Can you say it about that one time only?",
    Question.ACTIONS: "What will you do? One small thing is enough, three at most. They become your next steps.",
    Question.TELLS: "Would you like to tell someone? Choose what the message says. Nothing is sent from here.",
    Question.MESSAGE: "Read it aloud, edit it, or copy it. It stays here until you take it somewhere.",
}
DEBRIEF_POINTS: Final = "I could have …"
DEBRIEF_SITUATION: Final = "It was"
DEBRIEF_HAPPENED: Final = "Before it"
DEBRIEF_THOUGHT: Final = "I thought"
DEBRIEF_SOUNDS: Final = "It sounds like"
DEBRIEF_SOUND_WORDS: Final = {"internal": "about me", "stable": "forever", "general": "about everything"}
DEBRIEF_REWORDED: Final = "Rather"
DEBRIEF_PATTERN: Final = (
    "For example “I always ruin things” → “On Friday, tired and alone, I …; on Thursday I did not.”"
)
DEBRIEF_ACTION: Final = "I will"
DEBRIEF_BY: Final = "by"
DEBRIEF_BY_HINT: Final = "tomorrow, fri, +3"
DEBRIEF_TELLS: Final = "It says"
DEBRIEF_MESSAGE: Final = "The message"
DEBRIEF_TOLD_HINT: Final = "Once you have told them, in your own words."
DEBRIEF_ACTION_NEEDED: Final = "What will you do by then?"
DEBRIEF_POINT_LONG: Final = "A line holds 1,000 characters. Start another one."
DEBRIEF_GO: Final = "Continue"
DEBRIEF_END: Final = "Done"

COPY_ASKS: Final = "Copy the message?"
COPY_YES: Final = "Copy it"
COPY_MEANS: Final = (
    "It goes to the clipboard. Every program that runs here can read it there, and some keep a history of it. It stays "
    "there until you copy something else. Nothing is sent."
)
COPY_DONE: Final = "Copied, if this terminal lets programs copy. Paste it where you want it."
COPY_NOTHING: Final = "There is no message yet."

COMMITMENT_NAME: Final = "a next step"
COMMITMENT_TEXT: Final = "I will"
COMMITMENT_BY: Final = "Who"
COMMITMENT_DUE: Final = "By"
COMMITMENT_STATUS: Final = "Status"
COMMITMENT_NEEDED: Final = "Write a few words: what is it?"
COMMITMENT_CARRY: Final = "Carried over: to which day? Leave it empty for no day."
COMMITMENT_TOO_LARGE: Final = "Carried over twice or more: make it smaller, or let it go?"
COMMITMENT_DONE: Final = "Done. Press u to undo."
COMMITMENTS_NONE: Final = "Nothing agreed yet."


def debrief_title(word: str, day: date, today: date) -> str:
    """Return the title of the questions: ``what happened before · a slip, Fri 20 Nov``."""
    return f"{DEBRIEF_NAME} · {slip_title(word)}, {format_day(day, today)}"


def format_thought(thought: str) -> str:
    """Quote the thought that is to be reworded."""
    return f"You thought: “{thought}”"


def message_words(
    debrief: Debrief, *, word: str, day: date, today: date, name: str = "", actions: Sequence[Commitment] = ()
) -> str:
    """Return a message to the mentor with what the person chose, and nothing else; empty where they chose nothing."""
    said = {
        Tell.HAPPENED: f"I want to tell you this myself: there was {slip_title(word)} on {format_day(day, today)}.",
        Tell.SITUATION: f"What was going on: {label(debrief.situation)}." if debrief.situation else "",
        Tell.POINTS: " ".join(debrief.points),
        Tell.REWORDED: debrief.reworded,
        Tell.ACTIONS: _format_actions(actions, today),
        Tell.TALK: "I would like to talk about it. When do you have time?",
    }
    parts = [said[tell] for tell in Tell if tell in debrief.tells and said[tell]]
    if not parts:
        return ""
    return "\n".join([f"Hello {name}," if name else "Hello,", "", *parts])


def _format_actions(actions: Sequence[Commitment], today: date) -> str:
    said = [f"{one.text}{f' ({format_due(one, today)})' if one.due else ''}" for one in actions]
    return f"What I will do: {'; '.join(said)}." if said else ""


def format_due(commitment: Commitment, today: date) -> str:
    """Return ``by Wed`` or ``was for Mon`` within a week, else ``by Fri 4 Dec``; empty without a day."""
    if (due := commitment.due) is None:
        return ""
    days = (due - today).days
    near = {0: "today", 1: "tomorrow"}.get(days) or short_weekday(due.weekday())
    return f"{'by' if days >= 0 else 'was for'} {near if abs(days) < 7 else format_day(due, today)}"


def format_kept(known: Kept) -> list[str]:
    """Return the line ``done on time: 3 of 4 that were due``; no line if none was due."""
    return [f"done on time: {known.kept} of {known.n} that were due"] if known.n else []


def format_promise(commitment: Commitment, today: date) -> str:
    """Return one commitment on a line, ``by Wed: text R. the date``; the day comes first, as the end may be cut."""
    return ": ".join(part for part in (format_due(commitment, today), commitment.text) if part)


def format_promised(commitment: Commitment, today: date) -> str:
    """Return one commitment with its status: ``· by Wed: text R. the date``, ``▪ eat before going out (done)``."""
    if commitment.is_open:
        return f"· {format_promise(commitment, today)}"
    return f"▪ {commitment.text} ({label(commitment.status)})"


translated(__name__)
