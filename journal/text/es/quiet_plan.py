"""What is said of the plan for when a person goes quiet: in its form, on its card and on the page."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.quiet_plan import EmergencyCall, QuietPlan
from journal.text.es.counting import count

PAPER: Final = "Si no doy señales"
NOT_YET: Final = "aún sin acordar"
NOTHING: Final = "aún sin escribir"

NAME: Final = "si no doy señales"
FORM_KEYS: Final = "ctrl+s guardar · F7 imprimir · esc volver"
TOGETHER: Final = "Acuerda esto con tu mentor mientras todo va bien. Deja vacío lo que quieras."
PERSON: Final = "Con"
TEXT_AFTER: Final = "Mensaje tras"
HOURS_HINT: Final = "Horas sin saber de mí. 24 es un día."
CALL_AFTER: Final = "Llamada tras"
CALL_HINT: Final = "Horas desde mi última señal."
THEN_AFTER: Final = "Preguntar tras"
THEN_HINT: Final = "Horas desde mi última señal, si no contesto."
THEN_ASK: Final = "A quién preguntar"
THEN_ASK_HINT: Final = "Quién, y cómo dar con esa persona: Ana, 555 0199."
SAY: Final = "Qué decir"
SAY_HINT: Final = "Las palabras que me ayudan a contestar."
NOT_SAY: Final = "Qué no decir"
EMERGENCY: Final = "Emergencias"
EMERGENCY_HINT: Final = "Solo por el silencio. Si saben que corro peligro, llaman."
AGREED_ON: Final = "Acordado el"
AGREED_HINT: Final = "El día en que los dos dijeron que sí: hoy, jue, 26 nov."
TO_COME: Final = "Eso está en el futuro."
AGREE_AGAIN: Final = "Guardado. Cambiaste lo acordado: háblalo con tu mentor y pon otra vez el día."

_MAY_CALL: Final = {
    EmergencyCall.YES: "Si no doy señales, puedes llamar a emergencias",
    EmergencyCall.NO: "Por favor, no llames a emergencias solo porque no doy señales",
    EmergencyCall.ASK_FIRST: "Pregúntame antes de llamar a emergencias",
}

CARD: Final = "imprimir la tarjeta para tu mentor"
CARD_ABOUT: Final = "Una tarjeta para tu mentor. Elige sus líneas."
CARD_EMPTY: Final = "Todavía no hay nada escrito. Rellena antes el formulario."
CARD_TITLE: Final = "Si no doy señales"
HEADING_HOURS: Final = "NO WORD FROM ME"
HEADING_SAY: Final = "WHAT TO SAY"
HEADING_EMERGENCY: Final = "EMERGENCY"
HEADING_AGREED: Final = "AGREED"
"""The share ledger stores these names, so they do not change; ``page.format_heading`` says them in Spanish."""


def format_state(plan: QuietPlan | None, today: date) -> str:
    """Return ``acordado el jue 26 nov``, or that it is still to be agreed or written."""
    if plan is None:
        return NOTHING
    return f"acordado el {format_day(plan.agreed_on, today)}" if plan.agreed_on else NOT_YET


def text_line(hours: int) -> str:
    """Return ``Tras 24 horas: mándame un mensaje.``"""
    return f"Tras {count(hours, 'hora')}: mándame un mensaje."


def call_line(hours: int) -> str:
    """Return ``Tras 36 horas: llámame.``"""
    return f"Tras {count(hours, 'hora')}: llámame."


def then_line(hours: int | None, who: str) -> str:
    """Return ``Tras 48 horas: pregunta a Ana, 555 0199.``, or ``Después: pregunta a Ana.`` without hours."""
    when = "Después" if hours is None else f"Tras {count(hours, 'hora')}"
    return f"{when}: pregunta a {who}."


def not_say_line(words: str) -> str:
    """Return ``Qué no decir: …``."""
    return f"{NOT_SAY}: {words}"


def emergency_line(may: EmergencyCall, number: str) -> str:
    """Say whether they may call emergency services; ``number`` is that of the region, or empty."""
    at = f": {number}" if number and may is EmergencyCall.YES else ""
    return f"{_MAY_CALL[may]}{at}."


def danger_line(number: str) -> str:
    """Say what holds whatever was agreed."""
    return f"Si sabes que corro peligro, llama al {number or 'número de emergencias'}, diga lo que diga esta tarjeta."


def agreed_line(on: date | None) -> str:
    """Return ``El jue 26 nov 2026.``, or that it is not agreed yet."""
    return f"El {format_day(on)} {on.year}." if on else "Aún sin acordar: hablemos de ello."


def page_line(on: date, last: date) -> str:
    """Return ``Si no doy señales: lo que acordamos el jue 26 nov``."""
    return f"Si no doy señales: lo que acordamos el {format_day(on, last)}"
