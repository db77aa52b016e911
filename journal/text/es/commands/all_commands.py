"""What more than one command says: common options, what opening found, and why nothing was saved.

Used by ``journal.cli.main``, ``context`` and ``stdin``, which every command loads, so it imports next to nothing.
"""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

JOURNAL_HELP: Final = """\
Un diario de recuperación que se queda en este equipo. Sin un comando, se abre en esta terminal.

Casi todos los comandos aceptan --journal PATH, --passphrase-fd N y --key-file PATH después de su nombre. `journal
COMMAND --help` dice más de cada uno."""
INTERRUPTED: Final = "Interrumpido."

PLACE_HELP: Final = "El archivo del diario, en lugar del de siempre."
DESCRIPTOR_HELP: Final = "Leer la frase de acceso de este descriptor de archivo, hasta el final de la línea."
KEY_FILE_HELP: Final = "Abrir con este archivo de clave, o con el que nombra JOURNAL_KEY_FILE."
DESCRIPTOR_NUMBER: Final = "--passphrase-fd necesita el número de un descriptor de archivo."
VERSION_HELP: Final = "Mostrar la versión de este programa."
JSON_HELP: Final = "Mostrar JSON en lugar de líneas."
ACCESSIBLE_HELP: Final = "Líneas simples y preguntas sencillas, para un lector de pantalla."
ACCESSIBLE_SETTING: Final = "el ajuste de este equipo"
NEEDS_TERMINAL: Final = (
    "Sin un comando, el modo accesible pregunta en una terminal, y aquí no hay ninguna. Mira `journal --help`."
)
DO_NOT_ASK_HELP: Final = "No preguntar."

NOTHING_CHANGED: Final = "No se cambió nada."
FIRST_AFTER_LAST: Final = "El primer día es posterior al último."

UNFINISHED: Final = "Lo último no terminó de guardarse y no cuenta. Todo lo guardado antes está aquí."
NEWER_WROTE_HERE: Final = "Una versión más nueva escribió en este diario. Aquí falta lo que solo ella puede leer."
PAGE_DAMAGED: Final = (
    "La primera página del archivo está dañada, pero hay una segunda. No falta nada; `journal compact` la repara."
)
COPY_BEFORE: Final = "La copia de al lado que acaba en .1 es la anterior."

SAVES_NOTHING_DAMAGED: Final = (
    "No se guardó nada, para no perder nada más. Con `journal go-on` puedes seguir con este diario."
)
SAVES_NOTHING_NEWER: Final = "No se guardó nada. Usa la versión más nueva para guardar."
SAVES_NOTHING_OLDER: Final = (
    "No se guardó nada. `journal go-on` sigue con esta copia; `journal merge` añade lo que tenga una más nueva."
)

NOT_UTF_8: Final = "Esto no es texto UTF-8. No se guardó nada. Conviértelo antes."


def accessible_on(way: str) -> str:
    """Return ``Modo accesible: activado (ACCESSIBLE=1)``, with what turned it on."""
    return f"Modo accesible: activado ({way})"


def date_needed(option: str) -> str:
    """Say how a date is written."""
    return f"{option} necesita una fecha como 2026-11-23."


def day_needed(option: str) -> str:
    """Say how a day is written."""
    return f"{option} necesita un día: ayer, 19 nov o 2026-11-19."


def date_out_of_range(option: str, first: int, last: int) -> str:
    """Say between which years a date has to be."""
    return f"{option} necesita una fecha de {first} a {last}."


def too_much_text(mib: int) -> str:
    """Say that standard input holds more than one record takes, in MiB."""
    return f"Es más texto del que un diario admite de una vez ({mib} MB). No se guardó nada."


def format_damage(missing: int, *, at_least: bool) -> str:
    """Say what is damaged, and how many records are missing; ``at_least``: that many or more."""
    if not missing:
        return PAGE_DAMAGED
    number = f"{'al menos ' if at_least else ''}{count(missing, 'registro')}"
    return f"Hay daños: no se puede leer {number}. Todo lo demás está aquí."


def older_copy(saves: int, seen: str, *, at_most: bool) -> str:
    """Say how many ``saves`` this copy lacks that this computer saw; ``seen``: when, may be empty."""
    missing = f"{'hasta ' if at_most else ''}{count(saves, 'guardado')}"
    return f"A esta copia le {'falta' if saves == 1 else 'faltan'} {missing} de la que este equipo vio{_on(seen)}."


def forked_copy(seen: str) -> str:
    """Say that this copy is not a later state of the one that this computer saw; ``seen``: when, may be empty."""
    return f"A esta copia y a la que este equipo vio por última vez{_on(seen)} les faltan cambios que tiene la otra."


def _on(seen: str) -> str:
    return f" el {seen}" if seen else ""
