"""What the menu of accessible mode says: ``journal`` without a command, where no screens are wanted."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

OPEN: Final = "Abrir el diario"
MAKE: Final = "Crear un diario"
CHECKIN: Final = "Registro del día"
SLIP: Final = "Tropiezo"
CRAVING: Final = "Ansia ahora"
NOTE: Final = "Escribir una nota"
DAY: Final = "Rellenar un día"
GOAL: Final = "Metas"
MEDICINE: Final = "Medicamentos"
MEETING: Final = "Reunión"
FIGURES: Final = "Tus días hasta ahora"
DUE: Final = "Lo que toca"
SAFETY: Final = "Líneas de ayuda"
GUIDE: Final = "Guía"
REVIEW: Final = "Revisar lo guardado con el diario bloqueado"
LOCK: Final = "Bloquear"
QUIT: Final = "Salir"

CHOOSE: Final = "Elige un número:"
IN_MENU: Final = "Escribe un número del menú."
LOCKED: Final = "El diario está bloqueado. Las líneas de ayuda y un ansia no necesitan frase de acceso."
OPENED: Final = "El diario está abierto."
NO_JOURNAL: Final = "Todavía no hay ningún diario."
LOCKED_AGAIN: Final = (
    "Bloqueado. Lo que se mostró sigue en esta ventana: límpiala o ciérrala si otra persona puede mirar."
)
NOTE_HOW: Final = "Escribe, una línea cada vez. Una línea vacía lo guarda."


def idle(minutes: int) -> str:
    """Say why the journal was locked."""
    return f"No se escribió nada en {count(minutes, 'minuto')}."


def waiting(number: int) -> str:
    """Say how much waits to be reviewed."""
    written = count(number, "nota escrita", "notas escritas")
    return f"{written} con el diario bloqueado {'espera' if number == 1 else 'esperan'} tu revisión."
