"""What the questions of the command line say, whichever command asks."""

from __future__ import annotations

from typing import Final

SKIP: Final = "Pulsa Enter para saltar una pregunta. Ctrl+D guarda lo respondido hasta ahora, Ctrl+C no guarda nada."
SCALE: Final = "Un número de 0 a 10, o enter."
YES_OR_NO: Final = "(s/n)"
YES_OR_ENTER: Final = "s/N"
YES_OR_NO_ONLY: Final = "s para sí, n para no, o enter."
NUMBER: Final = "Un número, o enter:"
NUMBERS: Final = "Números separados por comas, o enter:"
NUMBERS_OR_OWN: Final = "Números, o tus propias palabras, separados por comas, o enter:"
IN_LIST: Final = "Un número de la lista, o enter."
IN_LIST_OR_OWN: Final = "Un número de la lista, o tus propias palabras, o enter."
NEXT_LINE: Final = ">"


def question(label: str, before: str = "") -> str:
    """Return ``Ánimo:``, or ``Ánimo (6 hasta ahora):`` where there is an answer that enter keeps."""
    return f"{label} ({before} hasta ahora):" if before else f"{label}:"
