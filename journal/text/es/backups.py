"""Texts about backups: making one, and restoring the journal from one."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from journal.domain.dates import format_moment

BACKUP_TITLE: Final = "copia de seguridad"
BACKUP_HINTS: Final = "enter hacer la copia · esc volver"
BACKUP_WHAT: Final = (
    "Guarda una copia de seguridad en una memoria USB o en otro disco, por si pierdes este equipo. Está cifrada como "
    "el diario. En una carpeta se llama como el diario, con la fecha."
)
BACKUP_TO: Final = "Guardar en"
COPYING: Final = "Guardando y comprobando la copia …"
REPLACE: Final = "Ya hay una copia de seguridad con este nombre. ¿Reemplazarla?"

RESTORE_TITLE: Final = "restaurar una copia de seguridad"
RESTORE_HINTS: Final = "enter restaurar · esc volver"
RESTORE_WHAT: Final = (
    "La copia se comprueba antes de cambiar nada, y queda como está. El diario que tienes ahora se guarda a su lado "
    "como copia anterior. Una copia de seguridad se abre con la frase de acceso del día en que se hizo."
)
RESTORE_FROM: Final = "Copia"
RESTORE_YES: Final = "Restaurar"
RESTORING: Final = "Leyendo y restaurando la copia …"
NO_REGION: Final = (
    "En este equipo no hay un país elegido: una copia de seguridad no lo guarda. Este programa no sabe dónde estás, "
    "así que F4 muestra los números de todos los países."
)
CHOOSE_REGION: Final = "Elegir el mío"
REGION_LATER: Final = "Después"
RESTORED: Final = "Copia de seguridad restaurada."
KEY_FILE_AGAIN: Final = (
    "Esta copia también se abre con un archivo de clave. Si después de hacerla lo quitaste o lo reemplazaste, ese "
    "archivo volverá a abrir el diario."
)


def no_such_file(name: str) -> str:
    """Say that there is no file to restore, with its name."""
    return f"Aquí no hay ningún archivo {name}. No se cambió nada."


def found(name: str, saved: datetime | None) -> str:
    """Return ``home.rj es un diario, guardado por última vez: jue 12 nov, 21:40.``."""
    return f"{name} es un diario{'' if saved is None else f', guardado por última vez: {format_moment(saved)}'}."


def copies_so_far(last: str) -> str:
    """Say when the last backup was made; ``last`` is ``última copia 12 nov``, or that there is none."""
    return f"{last[:1].upper()}{last[1:]}."


def copied(place: str) -> str:
    """Say where the backup is, and what opens it."""
    return (
        f"Copia de seguridad guardada en {place} y comprobada. Se abre con tu frase de acceso actual, aunque después "
        "la cambies."
    )


def ask_restore(name: str) -> str:
    """Ask whether the backup with this file name becomes the journal."""
    return f"¿Restaurar {name}?"


def restore_detail(path: str, found: str, *, key_file: bool) -> str:
    """Say what was ``found`` in the backup, what becomes of the journal at ``path``, and that a key file opens it."""
    replaced = f"Esta copia reemplazará a {path}. Lo que escribiste después de la copia no está en ella."
    return " ".join([found, replaced, *([KEY_FILE_AGAIN] if key_file else [])])
