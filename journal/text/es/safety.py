"""What is said about safety: warnings with their sources, and how to reach the helplines.

The screens and ``journal.cli`` show the same notices. A warning is never shortened; it names whose word it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from journal.domain.focuses import (
    MANY_USE_DAYS,
    Focus,
    FocusKind,
    needs_fentanyl_warning,
    needs_tolerance_warning,
    needs_withdrawal_warning,
    tolerance_warning_first,
    use_warning_first,
)
from journal.domain.safety_lines import Line, emergency_number
from journal.text.safety import Notice

SAFETY: Final = "estar a salvo"
SAFETY_KEYS: Final = "1–4 partes · ↑ ↓ mover · esc volver"
SAFETY_CANNOT_CALL: Final = "Este programa no puede ver ni llamar a nadie."
SAFETY_COLLECTED: Final = "Consultado en noviembre de 2026, sin llamar para comprobarlo."
SAFETY_ALL_REGIONS: Final = "Sin país elegido: se muestran todos los números. Elige el tuyo en Ajustes."
SAFETY_LINES: Final = "Líneas de ayuda"
SAFETY_HEAVY_WEEKS: Final = (
    "Estas dos semanas suenan muy duras. Vale la pena contárselo a un médico, a una línea de ayuda o a alguien de "
    "confianza."
)
SAFETY_NOT_SAFE: Final = "Si no te sientes a salvo, o piensas en quitarte la vida: F4 muestra a quién llamar ahora."
SAFETY_SOURCES: Final = "Fuentes"
SAFETY_PEOPLE: Final = "A quién puedo llamar"
SAFETY_NO_PEOPLE: Final = "Todavía no hay nadie. Pulsa 5 (Mentor) para añadir personas."
SAFETY_PLAN: Final = "Mi plan de seguridad"
SAFETY_PLAN_FORM: Final = "mi plan de seguridad"
SAFETY_PLAN_NONE: Final = "Aún sin escribir. Pulsa e para escribirlo con tus palabras, en un día tranquilo."
SAFETY_PLAN_WHAT: Final = (
    "Para los días en que la única tarea es estar a salvo. Escríbelo en un día tranquilo; bastan unas palabras en cada "
    "parte."
)
SAFETY_PLAN_HINTS: Final = (
    "Lo primero que noto: pensamientos, ánimo, lugares, cosas que hago.",
    "Lo que puedo hacer sin nadie: un paseo, música, una ducha.",
    "Compañía que no pide nada: un café, una reunión, una hermana.",
    "A quién se lo digo cuando estoy mal, y cómo doy con esa persona.",
    "Médico, clínica, línea de ayuda, con números. F4 tiene más.",
    "Lo que se pone fuera de mi alcance, y quién me lo guarda.",
    "Aquello por lo que quiero seguir aquí.",
)

SAFETY_PLAN_HEADINGS: Final = {
    "signs": "Mis señales de alerta",
    "alone": "Lo que puedo hacer por mi cuenta",
    "places": "Personas y lugares que me distraen",
    "ask": "A quién puedo pedir ayuda",
    "lines": "Profesionales y líneas de ayuda",
    "safer": "Hacer el lugar más seguro",
    "reasons": "Mis motivos",
}
"""Part of the safety plan → its heading, in the order of ``domain.safety_plan.PARTS``."""

OVERDOSE: Final = Notice(
    "Si alguien no despierta",
    (
        "Llama al número de emergencias y di dónde estás.",
        "Dale naloxona, si hay.",
        "Dale respiraciones de rescate: una cada 5 segundos.",
        "Si vuelve a respirar: acuesta a la persona de lado, en posición lateral de seguridad.",
        "Si nada cambia en 2 o 3 minutos: una segunda dosis de naloxona.",
        "Quédate hasta que llegue la ayuda.",
    ),
    "AHRQ, Agency for Healthcare Research and Quality",
)

_AHRQ: Final = OVERDOSE.source
_TOLERANCE_TITLE: Final = "Antes de cualquier consumo"
_TOLERANCE: Final = "Con solo unos días sin consumir, tu dosis de siempre puede matarte."
_AFTER_USE_TITLE: Final = "No tomes más"
_NOT_AWAKE: Final = (
    "Si alguien no despierta: número de emergencias, naloxona, respiraciones de rescate. F4 tiene los pasos."
)
_NOT_AWAKE_SEDATIVES: Final = (
    "Si alguien no despierta: llama al número de emergencias y quédate. La naloxona solo sirve con opioides. F4 tiene "
    "los pasos."
)

TOLERANCE: Final = Notice(
    _TOLERANCE_TITLE,
    (
        _TOLERANCE,
        "Si consumes: mucho menos que antes, despacio y con alguien al lado que sepa dónde está la naloxona. Incluso "
        "una cantidad pequeña puede ser demasiado.",
        _NOT_AWAKE,
    ),
    _AHRQ,
)
_TOLERANCE_SEDATIVES: Final = Notice(
    _TOLERANCE_TITLE,
    (
        _TOLERANCE,
        "Si consumes: mucho menos que antes, despacio y con alguien al lado. Sin añadir alcohol ni opioides. Incluso "
        "una cantidad pequeña puede ser demasiado.",
        _NOT_AWAKE_SEDATIVES,
    ),
    _AHRQ,
)
AFTER_USE: Final = Notice(
    _AFTER_USE_TITLE,
    ("No añadas alcohol ni pastillas. Quédate con alguien las próximas horas.", _TOLERANCE, _NOT_AWAKE),
    _AHRQ,
)
_AFTER_USE_SEDATIVES: Final = Notice(
    _AFTER_USE_TITLE,
    ("No añadas alcohol ni opioides. Quédate con alguien las próximas horas.", _TOLERANCE, _NOT_AWAKE_SEDATIVES),
    _AHRQ,
)
FENTANYL: Final = Notice(
    "Las drogas de la calle pueden llevar fentanilo",
    ("Las drogas de la calle pueden llevar fentanilo. Ten naloxona a mano.", _NOT_AWAKE),
    "CDC, The Facts About Fentanyl; AHRQ",
)

_WITHDRAWAL_TITLE: Final = "Antes de dejarlo o reducir"
_SEE_DOCTOR: Final = "Si respondes sí a alguna, no lo dejes de golpe. Habla antes con un médico."
_EMERGENCY_SIGNS: Final = (
    "Una convulsión, temblores fuertes, confusión o ver cosas que no están ahí: llama al número de emergencias."
)

_WITHDRAWAL_ALCOHOL: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        "¿Tiemblas o sudas hasta que bebes? ¿Has tenido alguna vez una convulsión al dejarlo? ¿Más de unos 3,4 litros "
        f"de cerveza o 1½ botellas de vino al día? {_SEE_DOCTOR}",
        "Son unas 15 unidades británicas (120 g de alcohol). Por encima de 30 (240 g), ten especial cuidado.",
        "Los síntomas empiezan entre 8 y 24 horas después de la última bebida. Lo más peligroso suele ser entre 24 y "
        "72 horas después.",
        _EMERGENCY_SIGNS,
    ),
    "Alcohol Change UK, alcoholchange.org.uk",
)
_WITHDRAWAL_SEDATIVES: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        "¿Tiemblas, sudas o entras en pánico hasta que lo tomas? ¿Has tenido alguna vez una convulsión al dejarlo? ¿Lo "
        f"tomas casi a diario desde hace semanas? {_SEE_DOCTOR}",
        "Dejar las benzodiacepinas de golpe puede causar convulsiones que ponen la vida en peligro. Ten el mismo "
        "cuidado con pastillas para dormir, GHB, pregabalina y gabapentina.",
        _EMERGENCY_SIGNS,
    ),
    "FDA, recuadro de advertencia sobre benzodiacepinas, 2020",
)
_WITHDRAWAL_OTHER: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        f"¿Tiemblas o sudas hasta que consumes? ¿Has tenido alguna vez una convulsión al dejarlo? {_SEE_DOCTOR}",
        "Dejar de golpe el alcohol, las benzodiacepinas, las pastillas para dormir, el GHB, la pregabalina o la "
        "gabapentina puede causar convulsiones que ponen la vida en peligro. Si lo tuyo está entre ellos, o no lo "
        "sabes, habla antes con un médico.",
        _EMERGENCY_SIGNS,
    ),
    _WITHDRAWAL_SEDATIVES.source,
)


def withdrawal_warning(kind: FocusKind) -> Notice | None:
    """Return what to read before stopping or cutting down, where doing so suddenly may be dangerous."""
    if not needs_withdrawal_warning(kind):
        return None
    return {FocusKind.ALCOHOL: _WITHDRAWAL_ALCOHOL, FocusKind.SEDATIVES: _WITHDRAWAL_SEDATIVES}.get(
        kind, _WITHDRAWAL_OTHER
    )


def use_warning(kind: FocusKind) -> Notice | None:
    """Return what to read before a use; ``focuses.tolerance_warning_first`` says when the one on tolerance is due."""
    if needs_tolerance_warning(kind):
        return TOLERANCE if kind is FocusKind.OPIOIDS else _TOLERANCE_SEDATIVES
    return FENTANYL if needs_fentanyl_warning(kind) else None


def after_use_warning(kind: FocusKind) -> Notice | None:
    """Return what to read in the hours after a use."""
    if needs_tolerance_warning(kind):
        return AFTER_USE if kind is FocusKind.OPIOIDS else _AFTER_USE_SEDATIVES
    return use_warning(kind)


def slip_warning(kind: FocusKind, *, recent: bool, clean_days: int, used_days: int) -> Notice | None:
    """Return what to read while a new use is written down.

    ``recent``: it was today or yesterday. ``clean_days`` counts the days without before it, ``used_days`` the days
    with a use in a row, its own included: after ``MANY_USE_DAYS`` stopping suddenly may be dangerous.
    """
    use = None
    if recent:
        use = after_use_warning(kind)
    elif tolerance_warning_first(kind, clean_days=clean_days):
        use = use_warning(kind)
    stopping = withdrawal_warning(kind) if used_days >= MANY_USE_DAYS else None
    if use is None or stopping is None:
        return use or stopping
    both = (*use.paragraphs, f"{stopping.title}: {stopping.paragraphs[0]}", *stopping.paragraphs[1:])
    return Notice(use.title, both, f"{use.source}; {stopping.source}")


def craving_warning(focuses: Sequence[Focus], about: str, intensity: int) -> Notice | None:
    """Return what to read first in a craving of ``intensity`` 0–10, if a focus asks for it.

    ``about`` is the uid of the focus; empty means that it may be any of them. Tolerance comes before fentanyl.
    """
    may_be = [focus for focus in focuses if focus.uid == about] or focuses
    due = [focus.kind for focus in may_be if use_warning_first(focus.kind, intensity)]
    return next((use_warning(kind) for kind in sorted(due, key=needs_fentanyl_warning)), None)


BY_KEY: Final = "F4"
IN_A_SHELL: Final = "`journal safety`"
"""Where helplines are: the key on screens, the command in a shell."""


def in_a_shell(notice: Notice) -> list[str]:
    """Return a notice as lines for a shell, with commands in place of keys."""
    return [f"{notice.title}.", *map(as_command, notice.paragraphs)]


def as_command(sentence: str) -> str:
    """Return a sentence for a shell, with the command in place of the key of the helplines."""
    return sentence.replace(BY_KEY, IN_A_SHELL)


def are_you_safe(region: str, way: str = BY_KEY) -> str:
    """Return the first line after a slip: who to call, with the region's emergency number where one is chosen.

    ``way`` is where helplines are.
    """
    number = emergency_number(region)
    call = f"llama al {number}, o {way}" if number else f"{way} muestra a quién llamar"
    return f"¿Estás a salvo ahora mismo? Si no: {call}. Si no lo sabes, llama a alguien o quédate cerca de alguien."


def emergency_foot(region: str) -> str:
    """Return the line at the foot of craving, slip and help: the region's number, or how to see all of them."""
    number = format_emergency(region)
    return f"{number} · F4 líneas de ayuda" if number else "F4 números de emergencia y líneas de ayuda"


def format_emergency(region: str) -> str:
    """Return ``Emergencias 112``; empty where no region is chosen."""
    number = emergency_number(region)
    return f"Emergencias {number}" if number else ""


def withdrawal_warnings(focuses: Iterable[Focus]) -> list[Notice]:
    """Return what to read before any date is asked for."""
    return [notice for focus in focuses if (notice := withdrawal_warning(focus.kind))]


def from_source(source: str) -> str:
    """Return ``fuente: AHRQ, …``: whose word a notice is."""
    return f"fuente: {source}"


def format_line(line: Line, *, with_region: bool) -> str:
    """Return a helpline as two lines of text: its number, and what it is; ``format_sources`` says whose word it is."""
    where = f"{line.where} · " if with_region and line.where else ""
    note = f" · {line.note}" if line.note else ""
    return f"{line.number}\n  {where}{line.name}{note}"


def format_sources(found: Iterable[Line]) -> list[str]:
    """Return where each helpline is from and when it was looked up, each source once, in the order of the lines.

    For example ``New Zealand Police, police.govt.nz/111, 2026-11: 111``.
    """
    numbers: dict[str, list[str]] = {}
    for line in found:
        numbers.setdefault(f"{line.source}, {line.verified}", []).append(line.number)
    return [f"{source}: {'; '.join(theirs)}" for source, theirs in numbers.items()]


REGION: Final = "Región"
OWN_LINE: Final = "una línea de ayuda propia"
OWN_LINE_NUMBER: Final = "Número"
OWN_LINE_NAME: Final = "Nombre"
OWN_LINE_NOTE: Final = "Nota"
OWN_LINE_INCOMPLETE: Final = "Escribe un número y un nombre."
