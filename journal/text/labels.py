"""What the values are called that records store: one label for each value of each enum.

A stored value never changes, because journals hold it; a label may, and is another one in another language. Screens,
commands and the page show ``label(value)`` and offer ``choices(kind)``; JSON, drafts and journals keep the value.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeVar

from journal.domain.agreements import Cadence, Ending
from journal.domain.commitments import By, CommitmentStatus
from journal.domain.coping import Family
from journal.domain.cravings import Halt, Needs, Outcome, TriggerKind
from journal.domain.days import MarkSource
from journal.domain.debriefs import Tell
from journal.domain.focuses import FocusKind, GoalMode, Per
from journal.domain.goals import Dimension, GoalStatus
from journal.domain.needs import Area, NeedStatus
from journal.domain.people import Role
from journal.domain.preferences import SinceConvention
from journal.domain.record import Precision, Sensitivity
from journal.domain.sessions import Mode, SessionKind, SupportRole, Wish
from journal.domain.share_ledger import Level, Paper
from journal.domain.uses import Situation

E = TypeVar("E", bound=StrEnum)

LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Cadence: {
        Cadence.TWICE: "twice a week",
        Cadence.WEEKLY: "every week",
        Cadence.FORTNIGHTLY: "every two weeks",
        Cadence.MONTHLY: "every four weeks",
        Cadence.AS_NEEDED: "as needed",
    },
    Ending: {
        Ending.COMPLETED: "as planned",
        Ending.EARLIER: "earlier, agreed",
        Ending.CHANGED: "with another mentor now",
        Ending.STOPPED: "stopped",
    },
    By: {
        By.ME: "me",
        By.MENTOR: "mentor",
        By.BOTH: "both",
    },
    CommitmentStatus: {
        CommitmentStatus.OPEN: "open",
        CommitmentStatus.DONE: "done",
        CommitmentStatus.DONE_LATE: "done late",
        CommitmentStatus.CARRIED: "carried",
        CommitmentStatus.DROPPED: "dropped",
    },
    Family: {
        Family.DELAY: "delay",
        Family.ESCAPE: "escape",
        Family.AVOID: "avoid",
        Family.ACCEPT: "accept",
        Family.DISPUTE: "dispute",
        Family.DISTRACT: "distract",
        Family.SUBSTITUTE: "substitute",
        Family.CONNECT: "connect",
        Family.CALM: "calm the body",
        Family.PRAY: "pray or meditate",
    },
    TriggerKind: {
        TriggerKind.PEOPLE: "people",
        TriggerKind.PLACE: "place",
        TriggerKind.THING: "thing",
        TriggerKind.TIME: "time",
        TriggerKind.EMOTION: "emotion",
        TriggerKind.BODY: "body",
        TriggerKind.THOUGHT: "thought",
        TriggerKind.MONEY: "money",
        TriggerKind.CONFLICT: "conflict",
        TriggerKind.CELEBRATION: "celebration",
    },
    Halt: {
        Halt.HUNGRY: "hungry",
        Halt.ANGRY: "angry",
        Halt.LONELY: "lonely",
        Halt.TIRED: "tired",
    },
    Outcome: {
        Outcome.PASSED: "passed",
        Outcome.RODE_OUT: "rode out",
        Outcome.DELAYED: "delayed",
        Outcome.USED_LESS: "used less",
        Outcome.USED: "used",
        Outcome.UNKNOWN: "not known",
    },
    Needs: {
        Needs.PHONE: "phone",
        Needs.LEAVE_HOME: "leave home",
        Needs.MONEY: "money",
        Needs.PERSON: "another person",
    },
    MarkSource: {
        MarkSource.CHECK_IN: "check-in",
        MarkSource.CALENDAR: "calendar",
        MarkSource.IMPORT: "import",
    },
    Tell: {
        Tell.HAPPENED: "that it happened",
        Tell.SITUATION: "what was going on",
        Tell.POINTS: "what I could have done",
        Tell.REWORDED: "how I see it now",
        Tell.ACTIONS: "what I will do",
        Tell.TALK: "that I would like to talk",
    },
    FocusKind: {
        FocusKind.ALCOHOL: "alcohol",
        FocusKind.OPIOIDS: "opioids",
        FocusKind.SEDATIVES: "sedatives",
        FocusKind.STIMULANTS: "stimulants",
        FocusKind.CANNABIS: "cannabis",
        FocusKind.NICOTINE: "nicotine",
        FocusKind.OTHER: "other substance",
        FocusKind.GAMBLING: "gambling",
        FocusKind.SCREENS: "gaming and screens",
        FocusKind.FOOD: "food",
        FocusKind.SPENDING: "spending",
        FocusKind.SEX: "sex",
        FocusKind.CUSTOM: "custom",
    },
    GoalMode: {
        GoalMode.ABSTAIN: "abstain",
        GoalMode.ABSTAIN_FOR_NOW: "abstain for now",
        GoalMode.REDUCE: "reduce",
        GoalMode.TAPER: "taper",
        GoalMode.OBSERVE: "observe",
    },
    Per: {
        Per.DAY: "day",
        Per.WEEK: "week",
        Per.MONTH: "month",
        Per.YEAR: "year",
    },
    Dimension: {
        Dimension.HOME: "home",
        Dimension.HEALTH: "health",
        Dimension.PURPOSE: "purpose",
        Dimension.COMMUNITY: "community",
    },
    GoalStatus: {
        GoalStatus.DRAFT: "draft",
        GoalStatus.ACTIVE: "active",
        GoalStatus.PAUSED: "paused",
        GoalStatus.ACHIEVED: "achieved",
        GoalStatus.CHANGED: "changed",
        GoalStatus.DROPPED: "dropped",
    },
    Area: {
        Area.HOUSING: "housing",
        Area.WORK: "work",
        Area.HEALTH: "health",
        Area.LEGAL: "legal",
        Area.MONEY: "money",
        Area.TRANSPORT: "transport",
        Area.CHILDCARE: "childcare",
        Area.EDUCATION: "education",
        Area.FOOD: "food",
        Area.SOCIAL: "social",
    },
    NeedStatus: {
        NeedStatus.OPEN: "open",
        NeedStatus.ASKED: "asked",
        NeedStatus.SOLVED: "solved",
        NeedStatus.NOT_NOW: "not now",
    },
    Role: {
        Role.MENTOR: "mentor",
        Role.SPONSOR: "sponsor",
        Role.COACH: "recovery coach",
        Role.PROFESSIONAL: "professional",
        Role.FAMILY: "family",
        Role.FRIEND: "friend",
        Role.GROUP: "group",
        Role.OTHER: "other",
    },
    SinceConvention: {
        SinceConvention.FULL_DAYS: "full days",
        SinceConvention.DAY_NUMBER: "day number",
    },
    Sensitivity: {
        Sensitivity.NEVER: "never",
        Sensitivity.ASK: "ask",
        Sensitivity.NUMBERS: "numbers only",
        Sensitivity.SHARE: "share",
    },
    Precision: {
        Precision.EXACT: "exact",
        Precision.PART_OF_DAY: "part of day",
        Precision.DAY: "day",
    },
    SessionKind: {
        SessionKind.ONE_TO_ONE: "one-to-one",
        SessionKind.GROUP: "group",
        SessionKind.FELLOWSHIP: "fellowship meeting",
        SessionKind.HOUSE: "house meeting",
    },
    Mode: {
        Mode.IN_PERSON: "in person",
        Mode.PHONE: "by phone",
        Mode.VIDEO: "by video",
        Mode.MESSAGES: "in messages",
    },
    SupportRole: {
        SupportRole.GUIDANCE: "guidance",
        SupportRole.EMOTIONAL: "emotional support",
        SupportRole.RESOURCES: "resource connection",
        SupportRole.ACCOUNTABILITY: "accountability",
        SupportRole.EMPOWERMENT: "empowerment",
    },
    Wish: {
        Wish.LISTEN: "listen",
        Wish.ADVISE: "advise",
        Wish.HOLD: "hold me to it",
    },
    Level: {
        Level.MINIMAL: "minimal",
        Level.STANDARD: "standard",
        Level.FULL: "full",
    },
    Paper: {
        Paper.PAGE: "page",
        Paper.RECEIPT: "receipt",
        Paper.AGREEMENT: "agreement",
        Paper.CARD: "wallet card",
        Paper.CALENDAR: "calendar",
    },
    Situation: {
        Situation.UNPLEASANT: "unpleasant emotions",
        Situation.DISCOMFORT: "physical discomfort",
        Situation.PLEASANT: "pleasant emotions",
        Situation.TESTING: "testing control",
        Situation.URGES: "urges and temptations",
        Situation.CONFLICT: "conflict",
        Situation.PRESSURE: "social pressure",
        Situation.TOGETHER: "pleasant times with others",
    },
}
"""Enum → value → label, each as a person reads it inside a sentence or a list."""


def label(value: StrEnum) -> str:
    """Return what a stored value is called."""
    return LABELS[type(value)][value]


def choices(kind: type[E]) -> list[tuple[E, str]]:
    """Return the values of an enum with their labels, in order, to choose from."""
    return [(value, label(value)) for value in kind]
