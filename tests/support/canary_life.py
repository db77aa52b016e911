"""Fill a journal with one record of each kind in which every text that a person can write is a canary of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from journal.domain.agreements import Agreement
from journal.domain.commitments import Commitment
from journal.domain.cravings import Attempt, Craving
from journal.domain.days import DayState, Mark
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.fellowship_steps import FellowshipStep
from journal.domain.focuses import Focus, FocusKind, Pause
from journal.domain.goals import Goal
from journal.domain.hard_days import HardDay
from journal.domain.home_walk import HomeItem, Naloxone
from journal.domain.if_then_plans import Plan
from journal.domain.imports import ImportBatch
from journal.domain.instruments import Instrument, Score
from journal.domain.kinds import KINDS
from journal.domain.medicines import Dose, Medicine
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Milestone
from journal.domain.mooring import MooringLine
from journal.domain.needs import Area, Need
from journal.domain.parked import Parked
from journal.domain.people import Person, Role
from journal.domain.preferences import Preferences
from journal.domain.pros_and_cons import ProsAndCons
from journal.domain.quiet_plan import QuietPlan
from journal.domain.record import Label, Record, Sensitivity, Text
from journal.domain.safety_plan import SafetyPlan
from journal.domain.sessions import Session
from journal.domain.share_ledger import Share, ShareFile
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents
from tests.conftest import NOON
from tests.support.lives import FIRST, TODAY

KEYS: Final = {
    Goal: {"measure"},  # shown only together with a target
    Person: {"hidden", "age_key"},
    Parked: {"kind"},
    Share: {"level", "form", "sealed", "sections", "files"},
    Preferences: {"offers_hidden", "reminders_hidden"},
}
"""Fields that hold a key of the program, not words of the person, by the type of record."""

ONLY_ONE: Final = f"{1:032x}"
"""The uid of the safety plan."""

_CANARY = re.compile(r"zq\w+?qz")


def canary(table: str, field: str) -> str:
    """Return the canary of a field: one word, which no word of ours contains."""
    return f"zq{table}_{field}qz".replace("_", "")


def canaries_in(text: str) -> set[str]:
    """Return the canaries that are in a text, upper case or lower."""
    return set(_CANARY.findall(text.lower().replace("\u200b", "")))


def text_fields(kind: type[Record]) -> list[str]:
    """Return the fields of a record type in which a person writes, in order."""
    hints = get_type_hints(kind, include_extras=True)
    own = [name for name in kind.__struct_fields__ if name not in Record.__struct_fields__]
    return [name for name in own if holds_text(hints[name]) and name not in KEYS.get(kind, set())]


def holds_text(annotation: Any) -> bool:
    """Return whether a field can hold words that a person writes, itself or in a part of it."""
    if get_origin(annotation) is Annotated:
        return annotation in (Label, Text)
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return any(map(holds_text, get_type_hints(annotation, include_extras=True).values()))
    return any(map(holds_text, get_args(annotation)))


def _filled(annotation: Any, word: str) -> Any:
    """Return a plain value of a type with the word as every text in it."""
    if annotation in (Label, Text):
        return word
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        hints = get_type_hints(annotation, include_extras=True)
        texts = {name: _filled(hint, word) for name, hint in hints.items() if holds_text(hint)}
        return {**msgspec.to_builtins(PARTS.get(annotation, {})), **texts}
    if get_origin(annotation) is list:
        return [_filled(get_args(annotation)[0], word)]
    if get_origin(annotation) in (Union, UnionType):
        return _filled(next(one for one in get_args(annotation) if holds_text(one)), word)
    raise AssertionError(f"say how to fill {annotation}")


PARTS: Final[Mapping[type[Struct], Mapping[str, Any]]] = {
    Pause: {"first": TODAY - timedelta(days=5), "last": TODAY - timedelta(days=5)},
}
"""What the parts of records hold beside words."""


def _made(kind: type[Record], given: Mapping[str, Any]) -> Record:
    """Return a record with a canary in every text field that is not ``given``."""
    hints = get_type_hints(kind, include_extras=True)
    texts = {name: _filled(hints[name], canary(kind.table, name)) for name in text_fields(kind)}
    return msgspec.convert({**texts, **msgspec.to_builtins(dict(given))}, kind)


def sow_canaries(journal: Journal, sensitivity: Sensitivity | None = None) -> dict[str, str]:
    """Add one record of each kind in the last seven days, with its usual sensitivity or this one; return their uids."""
    uids: dict[str, str] = {}
    with journal.transaction():
        for kind in KINDS:
            if kind.type in (Preferences, SafetyPlan):
                continue
            uids[kind.table] = journal.new_uid()
        for kind in KINDS:
            if kind.table in uids:
                record = _made(kind.type, given(kind.type, uids))
                record = record if sensitivity is None else msgspec.structs.replace(record, sensitivity=sensitivity)
                journal.collection(kind.type).put(uids[kind.table], record)
        preferences = _made(Preferences, {"on_this_day": True})
        assert isinstance(preferences, Preferences)
        journal.set_preferences(preferences)
        journal.collection(SafetyPlan).put(ONLY_ONE, _made(SafetyPlan, {}))  # type: ignore[arg-type]  # made as one
        marks = [
            Mark(focus=uids["focuses"], state=DayState.CLEAN, local_date=TODAY - timedelta(days=ago))
            for ago in range(1, 15)
        ]
        journal.marks.add_many(marks)
    (entry,) = journal.save(Entry(title=canary("bin", "title"), text=canary("bin", "text")))
    delete_with_dependents(journal, entry)
    (kept,) = journal.save(Entry(title=canary("versions", "title"), text=canary("versions", "text")))
    journal.save(msgspec.structs.replace(kept, title="plain", text="plain"))
    return uids


def given(kind: type[Record], uids: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of a record that are not words. A new kind needs a line here if it has required values."""
    person, focus = uids["people"], uids["focuses"]
    soon = NOON + timedelta(days=3)
    values: dict[type[Record], dict[str, Any]] = {
        Craving: {
            "intensity": 7,
            "focus": focus,
            "triggers": [uids["triggers"]],
            "attempts": [Attempt(strategy=uids["strategies"], before=7, after=3)],
        },
        Use: {"focus": focus, "local_date": TODAY - timedelta(days=3), "amount": 3},
        Session: {"person": person, "planned_at": soon, "at": soon, "status": 2},
        Score: {"instrument": Instrument.TEA, "answers": [5, 5, 5, 5]},
        Focus: {"kind": FocusKind.ALCOHOL, "start": FIRST - timedelta(days=20), "cost": "7", "minutes": 30},
        Mark: {"focus": focus, "state": DayState.CLEAN, "local_date": TODAY - timedelta(days=15)},
        Plan: {"trigger": uids["triggers"], "strategy": uids["strategies"]},
        Debrief: {"use": uids["uses"]},
        Commitment: {"person": person},
        Need: {"area": Area.WORK},
        Person: {"role": Role.SPONSOR},
        Agreement: {"person": person, "start": FIRST},
        HardDay: {"day": TODAY + timedelta(days=3)},
        QuietPlan: {"person": person, "text_after": 24, "agreed_on": FIRST},
        HomeItem: {"done_on": TODAY},
        Naloxone: {"expires_on": TODAY},
        Parked: {"kind": "medicines", "record": uids["medicines"]},
        Share: {"first": FIRST, "last": FIRST, "files": [ShareFile(place="/nowhere")]},
        FellowshipStep: {"number": 4, "since": FIRST},
        Medicine: {"times": [480]},
        Dose: {"medicine": uids["medicines"], "day": TODAY, "minute": 480},
        MooringLine: {"at": NOON - timedelta(days=40)},
        Milestone: {"focus": focus, "what": "days 7", "reached_on": FIRST},
        MilestoneReward: {"focus": focus, "what": "days 30"},
        ImportBatch: {"program": "loop"},
        ProsAndCons: {"focus": focus, "in_craving": True},
    }
    return values.get(kind, {})


def every_canary() -> set[str]:
    """Return all canaries that ``sow_canaries`` writes into records of a kind."""
    return {canary(kind.table, name) for kind in KINDS for name in text_fields(kind.type)}
