"""What is said about what can be read without the passphrase: the emergency card, and the person's own helplines."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

CARD: Final = "tarjeta de emergencia"
CARD_OPEN: Final = "Cualquiera que use este equipo puede leerla. No está cifrada."
CARD_WHAT_FOR: Final = (
    "Aparece cuando alguien pulsa ctrl+r o F4 con el diario bloqueado. Solo lleva lo que tú elijas aquí."
)
CARD_REASONS: Final = "Mis motivos"
CARD_OWN: Final = "Con mis palabras"
CARD_OWN_HINT: Final = "Una por línea, tres contando los motivos: lo que quieres oír en una hora difícil."
CARD_PEOPLE: Final = "A quién llamar"
CARD_OTHERS: Final = "Otras personas"
CARD_OTHERS_HINT: Final = "Nombre de pila y número, una persona por línea."
CARD_PLAN: Final = "Plan de seguridad"
CARD_PLAN_HINT: Final = "F4 muestra cada parte que elijas, palabra por palabra."
CARD_PREVIEW: Final = "La pantalla bloqueada mostrará"
CARD_PREVIEW_NOTHING: Final = "Nada tuyo: respiración, temporizador y líneas de ayuda."
CARD_ASK: Final = "¿Dejar esto a la vista, sin frase de acceso?"
CARD_ASK_YES: Final = "Guardar"
CARD_WRITTEN: Final = (
    "Guardada. La pantalla bloqueada la muestra desde ahora. Para quitarla, pulsa F5 en su formulario."
)
CARD_TAKEN_BACK: Final = (
    "Quitada: el archivo se sobrescribió y se borró. Lo que tenía sigue en este formulario hasta que salgas."
)
CARD_NOT_WRITTEN: Final = "No se pudo guardar la tarjeta. La anterior sigue igual."
CARD_NOT_TAKEN_BACK: Final = "No se pudo quitar la tarjeta. Es el archivo {place}."
CARD_SHOWS_PLAN: Final = (
    "Hay partes en la tarjeta de emergencia. Lo que guardes aquí también se verá allí con el diario bloqueado."
)

OWN_LINES: Final = "mis líneas de ayuda"
OWN_LINES_KEYS: Final = "enter editar · + añadir · d quitar · esc volver"
OWN_LINES_OPEN: Final = "Cualquiera que use este equipo puede leerlas. No están cifradas."
OWN_LINES_EMPTY: Final = "Todavía ninguna. + añade una: una clínica, una línea de ayuda cercana."
OWN_LINE_NOTE_HINT: Final = "Para qué es, o cuándo contesta alguien."


def card_too_many(most: int) -> str:
    """Say that there are more sentences, or people, than can be read in a hard hour."""
    return f"Como mucho {most} en total. En una hora difícil no hay tiempo de leer más."


def card_too_long(most: int) -> str:
    """Say that a line has more than ``most`` characters."""
    return f"Como mucho {count(most, 'carácter', 'caracteres')} por línea."


def card_part(heading: str) -> str:
    """Return ``F4: Mis señales``: a part of the safety plan that F4 shows while locked."""
    return f"F4: {heading}"


def remove_line(name: str) -> str:
    """Ask whether to remove a helpline."""
    return f"¿Quitar {name}?"


def card_call(who: str) -> str:
    """Return ``llama a Ana · 0660 1234``."""
    return f"llama a {who}"
