"""Give each stored value of each enum the label that a person reads, in Spanish.

A stored value never changes, because journals hold it. Each enum has a function instead of a table, because mypy checks
that a ``match`` is complete: a value without a label is the type error "Missing return statement".
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
from journal.language import Language

E = TypeVar("E", bound=StrEnum)


# fmt: off
def _cadence(value: Cadence) -> str:
    match value:
        case Cadence.TWICE: return "dos veces por semana"
        case Cadence.WEEKLY: return "cada semana"
        case Cadence.FORTNIGHTLY: return "cada dos semanas"
        case Cadence.MONTHLY: return "cada cuatro semanas"
        case Cadence.AS_NEEDED: return "cuando haga falta"


def _ending(value: Ending) -> str:
    match value:
        case Ending.COMPLETED: return "como estaba previsto"
        case Ending.EARLIER: return "antes, de común acuerdo"
        case Ending.CHANGED: return "ahora con otro mentor"
        case Ending.STOPPED: return "se dejó"


def _by(value: By) -> str:
    match value:
        case By.ME: return "yo"
        case By.MENTOR: return "mentor"
        case By.BOTH: return "los dos"


def _commitment_status(value: CommitmentStatus) -> str:
    match value:
        case CommitmentStatus.OPEN: return "pendiente"
        case CommitmentStatus.DONE: return "hecho"
        case CommitmentStatus.DONE_LATE: return "hecho tarde"
        case CommitmentStatus.CARRIED: return "aplazado"
        case CommitmentStatus.DROPPED: return "descartado"


def _family(value: Family) -> str:
    match value:
        case Family.DELAY: return "aplazar"
        case Family.ESCAPE: return "salir de ahí"
        case Family.AVOID: return "evitar"
        case Family.ACCEPT: return "aceptar"
        case Family.DISPUTE: return "rebatir"
        case Family.DISTRACT: return "distraerme"
        case Family.SUBSTITUTE: return "sustituir"
        case Family.CONNECT: return "conectar"
        case Family.CALM: return "calmar el cuerpo"
        case Family.PRAY: return "rezar o meditar"


def _trigger_kind(value: TriggerKind) -> str:
    match value:
        case TriggerKind.PEOPLE: return "personas"
        case TriggerKind.PLACE: return "lugar"
        case TriggerKind.THING: return "objeto"
        case TriggerKind.TIME: return "momento"
        case TriggerKind.EMOTION: return "emoción"
        case TriggerKind.BODY: return "cuerpo"
        case TriggerKind.THOUGHT: return "pensamiento"
        case TriggerKind.MONEY: return "dinero"
        case TriggerKind.CONFLICT: return "conflicto"
        case TriggerKind.CELEBRATION: return "celebración"


def _halt(value: Halt) -> str:
    match value:
        case Halt.HUNGRY: return "hambre"
        case Halt.ANGRY: return "enojo"
        case Halt.LONELY: return "soledad"
        case Halt.TIRED: return "cansancio"


def _outcome(value: Outcome) -> str:
    match value:
        case Outcome.PASSED: return "se pasó sola"
        case Outcome.RODE_OUT: return "aguanté hasta que pasó"
        case Outcome.DELAYED: return "la aplacé"
        case Outcome.USED_LESS: return "consumí menos"
        case Outcome.USED: return "consumí"
        case Outcome.UNKNOWN: return "sin saber"


def _needs(value: Needs) -> str:
    match value:
        case Needs.PHONE: return "teléfono"
        case Needs.LEAVE_HOME: return "salir de casa"
        case Needs.MONEY: return "dinero"
        case Needs.PERSON: return "otra persona"


def _big_number(value: BigNumber) -> str:
    match value:
        case BigNumber.GOOD_DAYS: return "días libres, o dentro del plan"
        case BigNumber.SINCE: return "días desde el último consumo"
        case BigNumber.LONGEST_RUN: return "mejor racha"


def _mark_source(value: MarkSource) -> str:
    match value:
        case MarkSource.CHECK_IN: return "registro del día"
        case MarkSource.CALENDAR: return "calendario"
        case MarkSource.IMPORT: return "importación"


def _tell(value: Tell) -> str:
    match value:
        case Tell.HAPPENED: return "que pasó"
        case Tell.SITUATION: return "qué estaba pasando"
        case Tell.POINTS: return "qué podría haber hecho"
        case Tell.REWORDED: return "cómo lo veo ahora"
        case Tell.ACTIONS: return "qué voy a hacer"
        case Tell.TALK: return "que me gustaría hablar"


def _focus_kind(value: FocusKind) -> str:
    match value:
        case FocusKind.ALCOHOL: return "alcohol"
        case FocusKind.OPIOIDS: return "opioides"
        case FocusKind.SEDATIVES: return "sedantes"
        case FocusKind.STIMULANTS: return "estimulantes"
        case FocusKind.CANNABIS: return "cannabis"
        case FocusKind.NICOTINE: return "nicotina"
        case FocusKind.OTHER: return "otra sustancia"
        case FocusKind.GAMBLING: return "apuestas"
        case FocusKind.SCREENS: return "videojuegos y pantallas"
        case FocusKind.FOOD: return "comida"
        case FocusKind.SPENDING: return "compras"
        case FocusKind.SEX: return "sexo"
        case FocusKind.CUSTOM: return "otra cosa"


def _goal_mode(value: GoalMode) -> str:
    match value:
        case GoalMode.ABSTAIN: return "dejarlo"
        case GoalMode.ABSTAIN_FOR_NOW: return "dejarlo por ahora"
        case GoalMode.REDUCE: return "reducir"
        case GoalMode.TAPER: return "reducción gradual"
        case GoalMode.OBSERVE: return "solo observar"


def _per(value: Per) -> str:
    match value:
        case Per.DAY: return "día"
        case Per.WEEK: return "semana"
        case Per.MONTH: return "mes"
        case Per.YEAR: return "año"


def _dimension(value: Dimension) -> str:
    match value:
        case Dimension.HOME: return "hogar"
        case Dimension.HEALTH: return "salud"
        case Dimension.PURPOSE: return "propósito"
        case Dimension.COMMUNITY: return "comunidad"


def _goal_status(value: GoalStatus) -> str:
    match value:
        case GoalStatus.DRAFT: return "borrador"
        case GoalStatus.ACTIVE: return "activa"
        case GoalStatus.PAUSED: return "en pausa"
        case GoalStatus.ACHIEVED: return "lograda"
        case GoalStatus.CHANGED: return "cambiada"
        case GoalStatus.DROPPED: return "descartada"


def _area(value: Area) -> str:
    match value:
        case Area.HOUSING: return "vivienda"
        case Area.WORK: return "trabajo"
        case Area.HEALTH: return "salud"
        case Area.LEGAL: return "legal"
        case Area.MONEY: return "dinero"
        case Area.TRANSPORT: return "transporte"
        case Area.CHILDCARE: return "cuidado infantil"
        case Area.EDUCATION: return "estudios"
        case Area.FOOD: return "comida"
        case Area.SOCIAL: return "vida social"


def _need_status(value: NeedStatus) -> str:
    match value:
        case NeedStatus.OPEN: return "pendiente"
        case NeedStatus.ASKED: return "pedida"
        case NeedStatus.SOLVED: return "resuelta"
        case NeedStatus.NOT_NOW: return "ahora no"


def _role(value: Role) -> str:
    match value:
        case Role.MENTOR: return "mentor"
        case Role.SPONSOR: return "padrino o madrina"
        case Role.COACH: return "guía de recuperación"
        case Role.PROFESSIONAL: return "profesional"
        case Role.FAMILY: return "familia"
        case Role.FRIEND: return "amistad"
        case Role.GROUP: return "grupo"
        case Role.OTHER: return "otro"


def _milestone_scheme(value: MilestoneScheme) -> str:
    match value:
        case MilestoneScheme.EVERY: return "todos"
        case MilestoneScheme.DAYS: return "días"
        case MilestoneScheme.MONTHS: return "meses y años"
        case MilestoneScheme.KEY_TAGS: return "llaveros"
        case MilestoneScheme.OWN: return "días que elijo yo"


def _since_convention(value: SinceConvention) -> str:
    match value:
        case SinceConvention.FULL_DAYS: return "días completos"
        case SinceConvention.DAY_NUMBER: return "número de día"


def _sensitivity(value: Sensitivity) -> str:
    match value:
        case Sensitivity.NEVER: return "nunca"
        case Sensitivity.ASK: return "preguntar"
        case Sensitivity.NUMBERS: return "solo números"
        case Sensitivity.SHARE: return "compartir"


def _precision(value: Precision) -> str:
    match value:
        case Precision.EXACT: return "exacta"
        case Precision.PART_OF_DAY: return "parte del día"
        case Precision.DAY: return "día"


def _session_kind(value: SessionKind) -> str:
    match value:
        case SessionKind.ONE_TO_ONE: return "individual"
        case SessionKind.GROUP: return "en grupo"
        case SessionKind.FELLOWSHIP: return "grupo de apoyo"
        case SessionKind.HOUSE: return "reunión de la casa"
        case SessionKind.CONTACT: return "contacto"


def _mode(value: Mode) -> str:
    match value:
        case Mode.IN_PERSON: return "en persona"
        case Mode.PHONE: return "por teléfono"
        case Mode.VIDEO: return "por videollamada"
        case Mode.MESSAGES: return "por mensajes"


def _support_role(value: SupportRole) -> str:
    match value:
        case SupportRole.GUIDANCE: return "orientación"
        case SupportRole.EMOTIONAL: return "apoyo emocional"
        case SupportRole.RESOURCES: return "conexión con recursos"
        case SupportRole.ACCOUNTABILITY: return "rendir cuentas"
        case SupportRole.EMPOWERMENT: return "ganar confianza"


def _wish(value: Wish) -> str:
    match value:
        case Wish.LISTEN: return "escuchar"
        case Wish.ADVISE: return "aconsejar"
        case Wish.HOLD: return "hacer que lo cumpla"


def _level(value: Level) -> str:
    match value:
        case Level.MINIMAL: return "mínimo"
        case Level.STANDARD: return "estándar"
        case Level.FULL: return "completo"


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
        case EmergencyCall.YES: return "sí, pueden llamar"
        case EmergencyCall.NO: return "no solo porque no dé señales"
        case EmergencyCall.ASK_FIRST: return "preguntarme antes"


def _paper(value: Paper) -> str:
    match value:
        case Paper.PAGE: return "página"
        case Paper.RECEIPT: return "resumen de lo acordado"
        case Paper.AGREEMENT: return "acuerdo"
        case Paper.CARD: return "tarjeta para la cartera"
        case Paper.CALENDAR: return "calendario"
        case Paper.ATTENDANCE: return "hoja de asistencia"


def _certainty(value: Certainty) -> str:
    match value:
        case Certainty.TOO_EARLY: return "aún es pronto para saberlo"
        case Certainty.EARLY_SIGN: return "primera señal"
        case Certainty.PATTERN: return "patrón"


def _proof(value: Proof) -> str:
    match value:
        case Proof.TOO_FEW: return "pocos intentos para saberlo"
        case Proof.EARLY_SIGN: return "primera señal"
        case Proof.SEEMS_TO_HELP: return "parece ayudar"


def _dose_state(value: DoseState) -> str:
    match value:
        case DoseState.TAKEN: return "tomada"
        case DoseState.MISSED: return "no tomada"


def _situation(value: Situation) -> str:
    match value:
        case Situation.UNPLEASANT: return "emociones desagradables"
        case Situation.DISCOMFORT: return "malestar físico"
        case Situation.PLEASANT: return "emociones agradables"
        case Situation.TESTING: return "poner a prueba el control"
        case Situation.URGES: return "impulsos y tentaciones"
        case Situation.CONFLICT: return "conflicto"
        case Situation.PRESSURE: return "presión social"
        case Situation.TOGETHER: return "buenos momentos con otras personas"


def _reason_kind(value: ReasonKind) -> str:
    match value:
        case ReasonKind.WHY: return "por qué hago esto"
        case ReasonKind.GOOD_DAY: return "cómo es un buen día"


def _reason_moment(value: ReasonMoment) -> str:
    match value:
        case ReasonMoment.CRAVING: return "en un ansia"
        case ReasonMoment.CHECK_IN: return "en el registro del día"
        case ReasonMoment.SLIP: return "después de un tropiezo"


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
