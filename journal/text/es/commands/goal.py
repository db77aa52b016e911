"""What ``journal goal`` says; the labels of a goal's fields are in ``journal.text.es.goals``."""

from __future__ import annotations

from typing import Final

GOAL_HELP: Final = """\
Añadir una meta, o decir cómo va una.

Sin opciones muestra las metas abiertas con su número; en una terminal pide luego el número de una, o una nueva. Las
palabras de una meta nueva vienen de preguntas o de la entrada estándar: la primera línea es la meta, cada una de las
demás es un paso."""
ADD_HELP: Final = "Añadir una meta."
GOAL_NUMBER_HELP: Final = "El número de una meta abierta, como está en la lista."
DONE_HELP: Final = "El número del paso de esa meta que está hecho."
VALUE_HELP: Final = "Por dónde va, si se cuenta."
DUE_HELP: Final = "Para qué día es, por ejemplo en 4 semanas o 31 dic."
TARGET_HELP: Final = "Hasta dónde quieres llegar, si se cuenta."
BASELINE_HELP: Final = "Desde dónde empezaste, si se cuenta."
UNIT_HELP: Final = "Qué se cuenta: €, km, noches."
YES_HELP: Final = "No preguntar nada."

ASK_WHICH: Final = "El número de una meta, n para una nueva, o enter:"
WHICH_ONLY: Final = "Un número de la lista, n, o enter."
ASK_TITLE: Final = "¿Cuál es la meta?"
ASK_STEPS: Final = "Pasos, uno por línea; enter termina:"
ASK_DUE: Final = "¿Para cuándo? Por ejemplo en 4 semanas o 31 dic:"
ASK_DONE: Final = "¿Qué paso está hecho? Un número, o enter:"
ASK_VALUE: Final = "¿Por dónde va ahora? Un número, o enter:"

NO_SUCH_GOAL: Final = "Ninguna meta abierta tiene este número. `journal goal` las muestra."
NO_SUCH_STEP: Final = "Esta meta no tiene ningún paso pendiente con este número."
NOT_COUNTED: Final = "Esta meta no se cuenta: no tiene un valor al que llegar."
GOAL_NEEDED: Final = "--goal dice qué meta; `journal goal` las muestra con su número."
TITLE_NEEDED: Final = "Una meta necesita palabras: escríbelas, o dalas por la entrada estándar."
NOTHING_CHANGED: Final = "No se cambió nada."
ALL_DONE: Final = "Todos sus pasos están hechos. Pulsa 4 en `journal` para decir si la lograste."
HEADINGS: Final = ("Número", "Meta", "Progreso", "Cuándo", "Paso")
"""Headings of the list in accessible mode."""

DONE: Final = "hecho"
TO_DO: Final = "por hacer"
NUMBER_NEEDED: Final = "Escribe un número, 0 o más."


def added(title: str) -> str:
    """Say that a goal was added."""
    return f"Guardado: {title}"


def changed(title: str, progress: str) -> str:
    """Return ``Guardado: bicicleta, 440/600 €``."""
    return f"Guardado: {title}{f', {progress}' if progress else ''}"
