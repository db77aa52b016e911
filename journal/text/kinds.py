"""The names of the kinds of records and the words around their fields, by the keys of ``journal.domain.kinds``."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import astuple

from journal.domain.contacts import is_contact
from journal.domain.record import Record
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.language import translated
from journal.text.labels import label
from journal.text.slips import BACK_ON_MY_WAY, TOLD_MENTOR


class KindName(NamedTuple):
    """The name of one and of several. ``on_page`` is the name on the page for the mentor, empty if it is not named."""

    one: str
    many: str
    on_page: str = ""


KIND_NAMES: Final = {
    "entries": KindName("entry", "entries", "an entry"),
    "checkins": KindName("check-in", "check-ins", "a check-in"),
    "cravings": KindName("craving", "cravings", "a craving"),
    "uses": KindName("slip", "slips", "a use"),
    "sessions": KindName("meeting", "meetings", "a meeting"),
    "goals": KindName("goal", "goals", "a goal"),
    "scores": KindName("score", "scores", "a score"),
    "focuses": KindName("focus", "focuses"),
    "marks": KindName("day", "days"),
    "triggers": KindName("trigger", "triggers"),
    "strategies": KindName("strategy", "strategies"),
    "plans": KindName("plan", "plans"),
    "debriefs": KindName("look back", "looks back", "a look back"),
    "reasons": KindName("reason", "reasons"),
    "commitments": KindName("next step", "next steps", "a next step"),
    "needs": KindName("need", "needs", "a need"),
    "mooring": KindName("weekly anchor", "weekly anchors"),
    "people": KindName("person", "people"),
    "agreements": KindName("agreement", "agreements"),
    "hard_days": KindName("hard day", "hard days"),
    "quiet_plans": KindName("plan for going quiet", "plans for going quiet"),
    "home_items": KindName("thing that leaves the home", "things that leave the home"),
    "naloxone": KindName("naloxone", "naloxone"),
    "parked": KindName("line for my mentor", "lines for my mentor"),
    "templates": KindName("template", "templates"),
    "shares": KindName("share", "shares"),
    "fellowship_steps": KindName("fellowship step", "fellowship steps"),
    "medicines": KindName("medicine", "medicines"),
    "doses": KindName("dose", "doses"),
    "milestones": KindName("milestone", "milestones"),
    "milestone_rewards": KindName("reward", "rewards"),
    "pros_and_cons": KindName("table of pros and cons", "tables of pros and cons"),
    "imports": KindName("import", "imports"),
    "safety_plan": KindName("safety plan", "safety plans"),
    "preferences": KindName("setting", "settings"),
}
"""Table → the names of its records. For a use, ``name_of`` returns the person's own word."""

CONTACT: Final = "contact"
"""The name of a session that is a contact, not a meeting."""

YES: Final = "yes"
NO: Final = "no"

_ALONE: Final = "{}"
"""The pattern for a value without words around it."""

FIELD_WORDS: Final = {
    "entries": {"title": _ALONE, "tags": _ALONE, "text": _ALONE},
    "checkins": {
        "mood": "mood {}",
        "energy": "energy {}",
        "sleep": "sleep {}",
        "strongest_craving": "craving {}",
        "halt": _ALONE,
        "intention": _ALONE,
        "grateful": "grateful for: {}",
        "contact_made": "contact made: {}",
        "meeting_attended": "meeting attended: {}",
        "medicine_taken": "medicine taken as prescribed: {}",
    },
    "cravings": {
        "intensity": _ALONE,
        "focus": _ALONE,
        "about": "about: {}",
        "triggers": _ALONE,
        "outcome": _ALONE,
        "attempts": "tried: {}",
        "halt": _ALONE,
        "situation": _ALONE,
        "place": _ALONE,
        "company": _ALONE,
        "thought": _ALONE,
        "confidence": "confidence: {} of 10",
        "cannot": "out of reach: {}",
    },
    "uses": {
        "focus": _ALONE,
        "amount": _ALONE,
        "situation": _ALONE,
        "triggers": _ALONE,
        "place": _ALONE,
        "company": _ALONE,
        "note": _ALONE,
        "told_mentor_at": TOLD_MENTOR,
        "back_on_track_at": BACK_ON_MY_WAY,
        "prescribed": "as prescribed: {}",
    },
    "sessions": {
        "kind": _ALONE,
        "person": "with {}",
        "place": _ALONE,
        "minutes": "{} min",
        "topics": _ALONE,
        "ask": _ALONE,
        "hardest": _ALONE,
        "proud": _ALONE,
        "said": _ALONE,
        "insight": _ALONE,
    },
    "goals": {
        "title": _ALONE,
        "target": _ALONE,
        "status": _ALONE,
        "why": _ALONE,
        "obstacle": "in the way: {}",
        "who_helps": "who helps: {}",
        "role": "my mentor's part: {}",
        "decision": "one decision I want: {}",
        "reward": "reward: {}",
        "steps": _ALONE,
    },
    "scores": {"instrument": _ALONE, "answers": _ALONE, "remarks": "· {}"},
    "focuses": {"label": _ALONE, "pauses": "pause: {}"},
    "triggers": {"label": _ALONE},
    "strategies": {"label": _ALONE, "steps": "· {}"},
    "plans": {"trigger": "if: {}", "situation": "if: {}", "strategy": "then: {}", "words": "then: {}"},
    "debriefs": {
        "situation": _ALONE,
        "happened": _ALONE,
        "points": "· {}",
        "thought": _ALONE,
        "reworded": _ALONE,
        "message": _ALONE,
    },
    "reasons": {"text": _ALONE},
    "commitments": {"text": _ALONE, "status": _ALONE, "person": "with {}"},
    "needs": {"area": _ALONE, "text": _ALONE, "resource": _ALONE, "status": _ALONE},
    "mooring": {"text": _ALONE},
    "people": {
        "name": _ALONE,
        "role": _ALONE,
        "tier": _ALONE,
        "contact": _ALONE,
        "hours": _ALONE,
        "note": _ALONE,
    },
    "agreements": {
        "person": "with {}",
        "contact_ways": _ALONE,
        "quiet_hours": _ALONE,
        "mine": _ALONE,
        "theirs": _ALONE,
        "between_us": _ALONE,
        "limits": _ALONE,
        "answer": _ALONE,
        "not_wanted": _ALONE,
        "may_pause": _ALONE,
        "how_we_end": _ALONE,
    },
    "fellowship_steps": {"number": "step {}", "words": _ALONE},
    "medicines": {"name": _ALONE, "dose": _ALONE},
    "hard_days": {
        "what": _ALONE,
        "call_before": "call before: {}",
        "call_after": "call after: {}",
        "way_out": "way out: {}",
        "who_knows": "who knows: {}",
        "how_it_was": "how it was: {}",
    },
    "quiet_plans": {"person": "with {}", "then_ask": "then: {}", "say": "say: {}", "not_say": "don't say: {}"},
    "home_items": {"what": _ALONE, "room": _ALONE, "holder": "held by: {}"},
    "naloxone": {"place": "naloxone: {}", "who": "can use it: {}"},
    "parked": {"note": _ALONE, "person": "for {}"},
    "templates": {"title": _ALONE, "text": _ALONE},
    "shares": {"person": "for {}", "whereabouts": _ALONE},
    "milestone_rewards": {"text": _ALONE},
    "pros_and_cons": {
        "focus": _ALONE,
        "gives": "it gives me: {}",
        "costs": "it costs me: {}",
        "change_gives": "changing gives me: {}",
        "change_costs": "changing costs me: {}",
    },
    "safety_plan": {
        "signs": _ALONE,
        "alone": _ALONE,
        "places": _ALONE,
        "ask": _ALONE,
        "lines": _ALONE,
        "safer": _ALONE,
        "reasons": _ALONE,
    },
}
"""Table → field → the pattern for its value, on one line and in full."""


def name_of(record: Record, slip_word: str) -> str:
    """Return the name of a record's kind; for a use, the person's own word for it; "contact" for such a session."""
    if isinstance(record, Use):
        return record.word or slip_word
    if isinstance(record, Session) and is_contact(record):
        return CONTACT
    return KIND_NAMES[record.table].one


def format_saved(record: Record, slip_word: str) -> str:
    """Return ``Craving saved.``"""
    name = name_of(record, slip_word)
    return f"{name[:1].upper()}{name[1:]} saved."


_CHANGES: Final = {"added": "added", "changed": "edited", "deleted": "deleted"}
"""Value of ``ChangeKind`` → label."""


def format_undone(table: str, change: str, number: int, slip_word: str, record: Record | None = None) -> str:
    """Return ``Undone: craving edited.`` or ``Undone: 7 days added.``

    ``change`` is a value of ``ChangeKind``, ``number`` how many records of the table it was. For a use it is the
    person's own word. ``record``, if known, tells a contact from a meeting.
    """
    done = _CHANGES[change]
    if (names := KIND_NAMES.get(table)) is None:
        return f"Undone: what was {done}."
    name = slip_word if table == Use.table else names.one
    if isinstance(record, Session):
        name = name_of(record, slip_word)
    return f"Undone: {f'{number} {names.many}' if number > 1 and table != Use.table else name} {done}."


def texts(value: object) -> Sequence[str]:
    """Return the texts in what a field holds: the text itself, a label, or those of a list and of the parts in it."""
    if isinstance(value, StrEnum):
        return (label(value),)
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    if isinstance(value, Struct):
        return [part for part in astuple(value) if isinstance(part, str)]
    return ()


translated(__name__)
