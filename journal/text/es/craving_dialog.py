"""What ``journal craving`` asks and says without a number; ``journal.cli.craving_dialog`` prints it line by line."""

from __future__ import annotations

from typing import Final

from journal.domain.reasons import Reason, ReasonKind
from journal.text.es import reasons as reasons_text
from journal.text.es.counting import count

ASKING_SKIP: Final = "Pulsa enter para saltar una pregunta. Para cuando quieras con Ctrl+C; lo respondido se guarda."
ASKING_STRONG: Final = "¿Qué fuerza tiene, de 0 a 10?"
ASKING_NO_NUMBER: Final = "Sin un número no se guarda nada. De todos modos puedes ver lo que quizá ayude."
ASKING_ABOUT: Final = "¿Ansia de qué? Un número, o enter."
ASKING_TRIGGER: Final = "¿Qué la provocó? Números, o tus propias palabras separadas por comas, o enter."
ASKING_MAY_HELP: Final = "Lo que quizá ayude:"
ASKING_PEOPLE: Final = "Personas a las que puedes llamar:"
ASKING_BREATH: Final = "Respira despacio, a este ritmo. Pulsa enter para parar."
ASKING_STAY: Final = "Quédate aquí mientras corre el tiempo. Pulsa enter para continuar."
ASKING_IN, ASKING_OUT = "inhala, 4", "exhala, 6"
ASKING_NOW: Final = "¿Qué fuerza tiene ahora, de 0 a 10?"
ASKING_HELPED: Final = "¿Qué ayudó? Números de esa lista, o tus propias palabras separadas por comas, o enter."
ASKING_OUTCOME: Final = "¿Cómo terminó? Un número, o enter."
ASKING_USED: Final = "Gracias por decirlo. `journal slip` lo anota y dice qué hacer ahora. También puede ser más tarde."
ASKING_UNKEPT: Final = "Tus respuestas no se guardan. De todos modos puedes ver lo que quizá ayude."
ASKING_KEPT_NOTHING: Final = "No se guardó nada."


def emergency_line(number: str) -> str:
    """Give the region's emergency number, if there is one, and say how to see all helplines."""
    if number:
        return f"Emergencias {number}. `journal safety` muestra todas las líneas de ayuda."
    return "`journal safety` muestra las líneas de ayuda."


def minutes_line(passed: int, minutes: int) -> str:
    """Return ``5 de 20 minutos``."""
    return f"{passed} de {count(minutes, 'minuto')}"


def kept_line(intensity: int, after: int | None) -> str:
    """Return ``Guardado: un ansia de 7, ahora 3.``; without ``after`` only how strong it was."""
    now = "" if after is None else f", ahora {after}"
    return f"Guardado: un ansia de {intensity}{now}."


def format_reason(reason: Reason) -> str:
    """Return ``Por qué haces esto: las mañanas.`` or what a good day is: ``… café con Ana.``"""
    if reason.kind is ReasonKind.WHY:
        return f"Por qué haces esto: {reason.text}"
    return reasons_text.format_reason(reason)
