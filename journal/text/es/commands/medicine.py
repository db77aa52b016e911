"""What ``journal medicine`` says; the words about doses are in ``journal.text.es.medicines``."""

from __future__ import annotations

from typing import Final

MEDICINE_HELP: Final = """\
Tus medicamentos: qué toca, y qué tomaste o no.

Sin opciones los muestra con su número; en una terminal pregunta luego cuál tomaste. Uno nuevo viene de preguntas o de
la entrada estándar: nombre, dosis, horas como 8, 20:30, y yes (sí) si es metadona, una línea para cada cosa."""
TAKEN_HELP: Final = "El número de un medicamento que tomaste."
MISSED_HELP: Final = "El número de un medicamento que no tomaste."
ADD_HELP: Final = "Añadir un medicamento."
YES_HELP: Final = "No preguntar nada."

ASK_WHICH: Final = "El número del que tomaste, m y su número si no lo tomaste, n para uno nuevo, o enter:"
WHICH_ONLY: Final = "Un número de la lista, m y un número, n, o enter."
ASK_NAME: Final = "¿Qué medicamento?"
ASK_DOSE: Final = "¿Cuánto? Como dice la caja, o enter:"
ASK_TIMES: Final = "¿Cuándo? 8, 20:30, o enter si lo tomas cuando hace falta:"
ASK_METHADONE: Final = "¿Es metadona?"

NO_MEDICINES: Final = "Aún no hay medicamentos. `journal medicine --add` añade uno."
NO_SUCH: Final = "Ningún medicamento tiene este número. `journal medicine` los muestra."
NAME_NEEDED: Final = "Un medicamento necesita un nombre: escríbelo, o dalo por la entrada estándar."
ONE_OF: Final = "Usa solo una de --taken, --missed y --add."
HEADINGS: Final = ("Número", "Próxima", "Medicamento", "Hoy")
"""Headings of the list in accessible mode."""


def saved(name: str) -> str:
    """Say that a medicine was added."""
    return f"Guardado: {name}"


def noted(state: str, name: str, clock: str) -> str:
    """Return ``Anotada como tomada: sertralina, 08:00``."""
    return f"Anotada como {state}: {name}{f', {clock}' if clock else ''}"


def nothing_due(when: str) -> str:
    """Say that no dose is due, and when the next one is."""
    return f"No toca nada. Próxima toma: {when}. En Medicamentos puedes anotar las de dos semanas atrás."
