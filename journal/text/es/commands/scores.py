"""What ``journal score`` says; the wording of the questions is in ``journal.text.es.instruments``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

SCORE_HELP: Final = """\
Responder un cuestionario, o ver tus puntuaciones.

WHICH es uno de tea, barc-10, pacs, who-5, phq-2, gad-7 y sure. En una terminal hace una pregunta cada vez; enter
salta una, y si falta una respuesta no hay puntuación."""
ANSWERS_HELP: Final = (
    "Todas las respuestas como números, por ejemplo 2,0,-,1; - es sin respuesta. Entonces no pregunta."
)
ASK_ANSWER: Final = "Tu respuesta, un número, o enter para saltar:"
ASK_REMARK: Final = "¿Qué fue lo más importante? Enter para saltar:"
ANSWERS_NEEDED: Final = "Sin una terminal hace falta --answers."
HEADINGS: Final = ("Nombre", "Sobre", "Última")
"""Headings of the list in accessible mode."""


def no_such(names: Iterable[str]) -> str:
    """Say which questionnaires there are."""
    return f"WHICH es uno de {', '.join(names)}."


def answers_wrong(items: int, lowest: int, highest: int) -> str:
    """Say how many answers there are, and from where to where."""
    return f"--answers necesita {items} números de {lowest} a {highest}, separados por comas; - es sin respuesta."


def only(lowest: int, highest: int) -> str:
    """Ask for a number in the scale."""
    return f"Un número de {lowest} a {highest}, o enter."
