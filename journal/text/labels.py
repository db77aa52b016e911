"""Give each stored value of each enum the label that a person reads.

A stored value never changes, because journals hold it; a label may change, and differs in another language. Screens,
commands and the page show ``label(value)`` and offer ``choices(kind)``; JSON, drafts and journals keep the value.

Each enum has a function instead of a table, because mypy checks that a ``match`` is complete: a value without a label
is the type error "Missing return statement".
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, TypeVar

from journal.domain.agreements import Cadence, Ending
from journal.domain.commitments import By, CommitmentStatus
from journal.domain.coping import Family, Proof
from journal.domain.cravings import Certainty, Halt, Needs, Outcome, TriggerKind
from journal.domain.days import MarkSource
from journal.domain.debriefs import Tell
from journal.domain.focuses import FocusKind, GoalMode, Per
from journal.domain.goals import Dimension, GoalStatus
from journal.domain.instruments import Instrument
from journal.domain.medicines import DoseState
from journal.domain.needs import Area, NeedStatus
from journal.domain.people import Role
from journal.domain.preferences import BigNumber, MilestoneScheme, SinceConvention
from journal.domain.quiet_plan import EmergencyCall
from journal.domain.reasons import ReasonKind, ReasonMoment
from journal.domain.record import Precision, Sensitivity
from journal.domain.sessions import Mode, SessionKind, SupportRole, Wish
from journal.domain.share_ledger import Level, Paper
from journal.domain.uses import Situation
from journal.language import Language, translated

E = TypeVar("E", bound=StrEnum)


# fmt: off
def _cadence(value: Cadence) -> str:
    match value:
        case Cadence.TWICE: return "twice a week"
        case Cadence.WEEKLY: return "every week"
        case Cadence.FORTNIGHTLY: return "every two weeks"
        case Cadence.MONTHLY: return "every four weeks"
        case Cadence.AS_NEEDED: return "as needed"


def _ending(value: Ending) -> str:
    match value:
        case Ending.COMPLETED: return "as planned"
        case Ending.EARLIER: return "earlier, agreed"
        case Ending.CHANGED: return "with another mentor now"
        case Ending.STOPPED: return "stopped"


def _by(value: By) -> str:
    match value:
        case By.ME: return "me"
        case By.MENTOR: return "mentor"
        case By.BOTH: return "both"


def _commitment_status(value: CommitmentStatus) -> str:
    match value:
        case CommitmentStatus.OPEN: return "open"
        case CommitmentStatus.DONE: return "done"
        case CommitmentStatus.DONE_LATE: return "done late"
        case CommitmentStatus.CARRIED: return "carried"
        case CommitmentStatus.DROPPED: return "dropped"


def _family(value: Family) -> str:
    match value:
        case Family.DELAY: return "delay"
        case Family.ESCAPE: return "escape"
        case Family.AVOID: return "avoid"
        case Family.ACCEPT: return "accept"
        case Family.DISPUTE: return "dispute"
        case Family.DISTRACT: return "distract"
        case Family.SUBSTITUTE: return "substitute"
        case Family.CONNECT: return "connect"
        case Family.CALM: return "calm the body"
        case Family.PRAY: return "pray or meditate"


def _trigger_kind(value: TriggerKind) -> str:
    match value:
        case TriggerKind.PEOPLE: return "people"
        case TriggerKind.PLACE: return "place"
        case TriggerKind.THING: return "thing"
        case TriggerKind.TIME: return "time"
        case TriggerKind.EMOTION: return "emotion"
        case TriggerKind.BODY: return "body"
        case TriggerKind.THOUGHT: return "thought"
        case TriggerKind.MONEY: return "money"
        case TriggerKind.CONFLICT: return "conflict"
        case TriggerKind.CELEBRATION: return "celebration"


def _halt(value: Halt) -> str:
    match value:
        case Halt.HUNGRY: return "hungry"
        case Halt.ANGRY: return "angry"
        case Halt.LONELY: return "lonely"
        case Halt.TIRED: return "tired"


def _outcome(value: Outcome) -> str:
    match value:
        case Outcome.PASSED: return "faded by itself"
        case Outcome.RODE_OUT: return "rode it out"
        case Outcome.DELAYED: return "delayed"
        case Outcome.USED_LESS: return "used less"
        case Outcome.USED: return "used"
        case Outcome.UNKNOWN: return "not known"


def _needs(value: Needs) -> str:
    match value:
        case Needs.PHONE: return "phone"
        case Needs.LEAVE_HOME: return "leave home"
        case Needs.MONEY: return "money"
        case Needs.PERSON: return "another person"


def _big_number(value: BigNumber) -> str:
    match value:
        case BigNumber.GOOD_DAYS: return "days free, or on plan"
        case BigNumber.SINCE: return "days since last use"
        case BigNumber.LONGEST_RUN: return "best run"


def _mark_source(value: MarkSource) -> str:
    match value:
        case MarkSource.CHECK_IN: return "check-in"
        case MarkSource.CALENDAR: return "calendar"
        case MarkSource.IMPORT: return "import"


def _tell(value: Tell) -> str:
    match value:
        case Tell.HAPPENED: return "that it happened"
        case Tell.SITUATION: return "what was going on"
        case Tell.POINTS: return "what I could have done"
        case Tell.REWORDED: return "how I see it now"
        case Tell.ACTIONS: return "what I will do"
        case Tell.TALK: return "that I would like to talk"


def _focus_kind(value: FocusKind) -> str:
    match value:
        case FocusKind.ALCOHOL: return "alcohol"
        case FocusKind.OPIOIDS: return "opioids"
        case FocusKind.SEDATIVES: return "sedatives"
        case FocusKind.STIMULANTS: return "stimulants"
        case FocusKind.CANNABIS: return "cannabis"
        case FocusKind.NICOTINE: return "nicotine"
        case FocusKind.OTHER: return "other substance"
        case FocusKind.GAMBLING: return "gambling"
        case FocusKind.SCREENS: return "gaming and screens"
        case FocusKind.FOOD: return "food"
        case FocusKind.SPENDING: return "spending"
        case FocusKind.SEX: return "sex"
        case FocusKind.CUSTOM: return "custom"


def _goal_mode(value: GoalMode) -> str:
    match value:
        case GoalMode.ABSTAIN: return "abstain"
        case GoalMode.ABSTAIN_FOR_NOW: return "abstain for now"
        case GoalMode.REDUCE: return "reduce"
        case GoalMode.TAPER: return "taper"
        case GoalMode.OBSERVE: return "just track it"


def _per(value: Per) -> str:
    match value:
        case Per.DAY: return "day"
        case Per.WEEK: return "week"
        case Per.MONTH: return "month"
        case Per.YEAR: return "year"


def _dimension(value: Dimension) -> str:
    match value:
        case Dimension.HOME: return "home"
        case Dimension.HEALTH: return "health"
        case Dimension.PURPOSE: return "purpose"
        case Dimension.COMMUNITY: return "community"


def _goal_status(value: GoalStatus) -> str:
    match value:
        case GoalStatus.DRAFT: return "draft"
        case GoalStatus.ACTIVE: return "active"
        case GoalStatus.PAUSED: return "paused"
        case GoalStatus.ACHIEVED: return "achieved"
        case GoalStatus.CHANGED: return "changed"
        case GoalStatus.DROPPED: return "dropped"


def _area(value: Area) -> str:
    match value:
        case Area.HOUSING: return "housing"
        case Area.WORK: return "work"
        case Area.HEALTH: return "health"
        case Area.LEGAL: return "legal"
        case Area.MONEY: return "money"
        case Area.TRANSPORT: return "transport"
        case Area.CHILDCARE: return "childcare"
        case Area.EDUCATION: return "education"
        case Area.FOOD: return "food"
        case Area.SOCIAL: return "social"


def _need_status(value: NeedStatus) -> str:
    match value:
        case NeedStatus.OPEN: return "open"
        case NeedStatus.ASKED: return "asked"
        case NeedStatus.SOLVED: return "solved"
        case NeedStatus.NOT_NOW: return "not now"


def _role(value: Role) -> str:
    match value:
        case Role.MENTOR: return "mentor"
        case Role.SPONSOR: return "sponsor"
        case Role.COACH: return "recovery coach"
        case Role.PROFESSIONAL: return "professional"
        case Role.FAMILY: return "family"
        case Role.FRIEND: return "friend"
        case Role.GROUP: return "group"
        case Role.OTHER: return "other"


def _milestone_scheme(value: MilestoneScheme) -> str:
    match value:
        case MilestoneScheme.EVERY: return "all of them"
        case MilestoneScheme.DAYS: return "days"
        case MilestoneScheme.MONTHS: return "months and years"
        case MilestoneScheme.KEY_TAGS: return "key tags"
        case MilestoneScheme.OWN: return "days of my own"


def _since_convention(value: SinceConvention) -> str:
    match value:
        case SinceConvention.FULL_DAYS: return "full days"
        case SinceConvention.DAY_NUMBER: return "day number"


def _sensitivity(value: Sensitivity) -> str:
    match value:
        case Sensitivity.NEVER: return "never"
        case Sensitivity.ASK: return "ask"
        case Sensitivity.NUMBERS: return "numbers only"
        case Sensitivity.SHARE: return "share"


def _precision(value: Precision) -> str:
    match value:
        case Precision.EXACT: return "exact"
        case Precision.PART_OF_DAY: return "part of day"
        case Precision.DAY: return "day"


def _session_kind(value: SessionKind) -> str:
    match value:
        case SessionKind.ONE_TO_ONE: return "one-to-one"
        case SessionKind.GROUP: return "group"
        case SessionKind.FELLOWSHIP: return "fellowship meeting"
        case SessionKind.HOUSE: return "house meeting"
        case SessionKind.CONTACT: return "contact"


def _mode(value: Mode) -> str:
    match value:
        case Mode.IN_PERSON: return "in person"
        case Mode.PHONE: return "by phone"
        case Mode.VIDEO: return "by video"
        case Mode.MESSAGES: return "in messages"


def _support_role(value: SupportRole) -> str:
    match value:
        case SupportRole.GUIDANCE: return "guidance"
        case SupportRole.EMOTIONAL: return "emotional support"
        case SupportRole.RESOURCES: return "resource connection"
        case SupportRole.ACCOUNTABILITY: return "accountability"
        case SupportRole.EMPOWERMENT: return "empowerment"


def _wish(value: Wish) -> str:
    match value:
        case Wish.LISTEN: return "listen"
        case Wish.ADVISE: return "advise"
        case Wish.HOLD: return "hold me to it"


def _level(value: Level) -> str:
    match value:
        case Level.MINIMAL: return "minimal"
        case Level.STANDARD: return "standard"
        case Level.FULL: return "full"


def _instrument(value: Instrument) -> str:
    match value:
        case Instrument.TEA: return "TEA"
        case Instrument.BARC10: return "BARC-10"
        case Instrument.PACS: return "PACS"
        case Instrument.WHO5: return "WHO-5"
        case Instrument.PHQ2: return "PHQ-2"
        case Instrument.GAD7: return "GAD-7"
        case Instrument.SURE: return "SURE"


def _emergency_call(value: EmergencyCall) -> str:
    match value:
        case EmergencyCall.YES: return "yes, they may call"
        case EmergencyCall.NO: return "not only because I'm quiet"
        case EmergencyCall.ASK_FIRST: return "ask me first"


def _paper(value: Paper) -> str:
    match value:
        case Paper.PAGE: return "page"
        case Paper.RECEIPT: return "receipt"
        case Paper.AGREEMENT: return "agreement"
        case Paper.CARD: return "wallet card"
        case Paper.CALENDAR: return "calendar"
        case Paper.ATTENDANCE: return "attendance slip"


def _certainty(value: Certainty) -> str:
    match value:
        case Certainty.TOO_EARLY: return "too early to tell"
        case Certainty.EARLY_SIGN: return "early sign"
        case Certainty.PATTERN: return "pattern"


def _proof(value: Proof) -> str:
    match value:
        case Proof.TOO_FEW: return "too few tries to tell"
        case Proof.EARLY_SIGN: return "early sign"
        case Proof.SEEMS_TO_HELP: return "seems to help"


def _dose_state(value: DoseState) -> str:
    match value:
        case DoseState.TAKEN: return "taken"
        case DoseState.MISSED: return "missed"


def _situation(value: Situation) -> str:
    match value:
        case Situation.UNPLEASANT: return "unpleasant emotions"
        case Situation.DISCOMFORT: return "physical discomfort"
        case Situation.PLEASANT: return "pleasant emotions"
        case Situation.TESTING: return "testing control"
        case Situation.URGES: return "urges and temptations"
        case Situation.CONFLICT: return "conflict"
        case Situation.PRESSURE: return "social pressure"
        case Situation.TOGETHER: return "pleasant times with others"


def _reason_kind(value: ReasonKind) -> str:
    match value:
        case ReasonKind.WHY: return "why I do this"
        case ReasonKind.GOOD_DAY: return "what a good day looks like"


def _reason_moment(value: ReasonMoment) -> str:
    match value:
        case ReasonMoment.CRAVING: return "in a craving"
        case ReasonMoment.CHECK_IN: return "in the check-in"
        case ReasonMoment.SLIP: return "after a slip"


def _language(value: Language) -> str:
    match value:
        case Language.ENGLISH: return "English"
        case Language.SPANISH: return "Español"
# fmt: on


LABELS: Final[dict[type[StrEnum], Callable[[Any], str]]] = {
    Cadence: _cadence,
    Ending: _ending,
    By: _by,
    CommitmentStatus: _commitment_status,
    Family: _family,
    TriggerKind: _trigger_kind,
    Halt: _halt,
    Outcome: _outcome,
    Needs: _needs,
    BigNumber: _big_number,
    MarkSource: _mark_source,
    Tell: _tell,
    FocusKind: _focus_kind,
    GoalMode: _goal_mode,
    Per: _per,
    Dimension: _dimension,
    GoalStatus: _goal_status,
    Area: _area,
    NeedStatus: _need_status,
    Role: _role,
    SinceConvention: _since_convention,
    MilestoneScheme: _milestone_scheme,
    Sensitivity: _sensitivity,
    Precision: _precision,
    SessionKind: _session_kind,
    Mode: _mode,
    SupportRole: _support_role,
    Wish: _wish,
    Level: _level,
    EmergencyCall: _emergency_call,
    Paper: _paper,
    Instrument: _instrument,
    Certainty: _certainty,
    Proof: _proof,
    DoseState: _dose_state,
    Situation: _situation,
    ReasonKind: _reason_kind,
    ReasonMoment: _reason_moment,
    Language: _language,
}
"""Enum → the function that returns the label of one of its values, as a person reads it inside a sentence or a list."""


def label(value: StrEnum) -> str:
    """Return the label of a stored value. Raises ``KeyError`` for an enum without labels."""
    return LABELS[type(value)](value)


def choices(kind: type[E]) -> list[tuple[E, str]]:
    """Return the values of an enum with their labels, in order, to choose from."""
    return [(value, label(value)) for value in kind]


translated(__name__)
