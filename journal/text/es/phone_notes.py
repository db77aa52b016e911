"""What is said about a file of notes from a phone, a line each, that goes into the inbox."""

from __future__ import annotations

from typing import Final

from journal.text.es import counting
from journal.text.es.counting import count

HOW: Final = "Un archivo de texto, una nota por línea. Puede empezar con una fecha, y con: ansia 7"
PLACE: Final = "El archivo"
EXAMPLE: Final = "~/notas.txt"
TITLE: Final = "notas de un teléfono"
HINTS: Final = "enter a la bandeja de entrada · esc volver"
COMMAND_HELP: Final = """\
Poner un archivo de texto en la bandeja, una nota por línea.

Una línea puede empezar con una fecha (2026-11-23 o 23.11.2026) y una hora, y luego con "ansia 7". Las líneas se cifran
sin pedir la frase de acceso, y las revisas la próxima vez que desbloquees. El mismo archivo no añade nada dos veces."""

NOTHING_IN_IT: Final = "En este archivo no hay ninguna línea."


def too_many(most: int) -> str:
    """Say that the file has too many lines."""
    return f"El archivo tiene más de {count(most, 'línea')}. Divídelo, y revisa cada parte antes de la siguiente."


def too_long(number: int, most: int) -> str:
    """Say that a line is too long for the inbox."""
    most_of_it = count(most, "carácter", "caracteres")
    return f"La línea {counting.whole(number)} tiene más de {most_of_it}. Escríbela en una entrada."


def adding(number: int, whole: int) -> str:
    """Say how far it is."""
    return f"{counting.whole(number)} de {count(whole, 'nota')}…"


def label(whole: int) -> str:
    """Label the progress bar."""
    return f"Añadiendo {count(whole, 'nota')}"


def added(whole: int, undated: int) -> str:
    """Say how many notes are in the inbox now, and how many of them have no date."""
    written = counting.noun(undated, "cuenta como escrita ahora", "cuentan como escritas ahora")
    dated = f" {count(undated, 'nota')} sin fecha {written}." if undated else ""
    there = f"{count(whole, 'nota')} en la bandeja de entrada."
    again = "Lo que ya revisaste no se añade otra vez."
    return f"{there}{dated} {again} Cuando las guardes, puedes borrar el archivo del teléfono."


def stopped(reason: str) -> str:
    """Add to the reason, a sentence, what was kept."""
    return f"{reason} Lo añadido antes sigue en la bandeja de entrada. Para añadir el resto, haz lo mismo otra vez."
