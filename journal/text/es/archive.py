"""What is said about an archive that is imported: why it can't be read, what was added, what was there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.text.es.counting import count, noun, whole
from journal.text.es.kinds import KIND_NAMES
from journal.text.kinds import KindName

NOT_AN_ARCHIVE: Final = "Esto no es un archivo de datos de este programa. No se importó nada."
DAMAGED: Final = "Este archivo de datos está dañado, o alguien lo cambió a mano. No se importó nada."
NEWER: Final = (
    "Una versión más nueva de este programa escribió este archivo de datos. Instala antes esa versión. No se importó "
    "nada."
)
ENCRYPTED: Final = (
    "Este archivo está cifrado. Ejecuta en una terminal: age -d FILE | tar x. Luego importa la carpeta que aparece, y "
    "bórrala después."
)
NO_ARCHIVE_IN_FOLDER: Final = "En esta carpeta no hay ningún archive.json. No se importó nada."
NOTHING_NEW: Final = "Tu diario ya tiene todo lo que hay en este archivo de datos."
EMPTY: Final = "En este archivo de datos no hay ningún registro."

_CAPTURES: Final = "captures"
_NAMES: Final = {
    **KIND_NAMES,
    _CAPTURES: KindName(
        "nota por revisar, escrita con el diario bloqueado", "notas por revisar, escritas con el diario bloqueado"
    ),
}
_UNKNOWN: Final = "de un tipo que esta versión no conoce"


def added(number: int, *, dry_run: bool) -> str:
    """Say how many records were added, or would be."""
    if dry_run:
        return f"Se {noun(number, 'añadiría', 'añadirían')} {count(number, 'registro')}."
    return f"Se {noun(number, 'añadió', 'añadieron')} {count(number, 'registro')}."


def kind_line(table: str, number: int) -> str:
    """Return the line with the number of records in a table."""
    name = _NAMES.get(table, KindName(_UNKNOWN, _UNKNOWN))
    return f"  {whole(number)} {noun(number, name.one, name.many)}"


def present(number: int) -> str:
    """Say how many records were there already."""
    return f"{count(number, 'registro')} ya {noun(number, 'estaba', 'estaban')} en tu diario."


def different(number: int) -> str:
    """Say how many of the records that are there already say something else in the archive."""
    says = noun(number, "dice", "dicen")
    return (
        f"De lo que ya estaba, {count(number, 'registro')} {says} otra cosa en el archivo de datos. Se queda lo de tu "
        "diario."
    )


def unreadable(number: int) -> str:
    """Say how many records this version keeps without being able to show them."""
    keeps = noun(number, "Se conserva", "Se conservan")
    return f"Esta versión no puede mostrar {count(number, 'registro')}. {keeps} como en el archivo de datos."


def report(added_by_table: Mapping[str, int], there: int, other: int, hidden: int, *, dry_run: bool) -> list[str]:
    """Return the result of an import in sentences.

    ``there`` is how many records were there already, ``other`` how many of them differ, ``hidden`` how many of the
    added ones this version can't show.
    """
    if number := sum(added_by_table.values()):
        said = [added(number, dry_run=dry_run), *(kind_line(*pair) for pair in added_by_table.items())]
        said += [present(there)] if there else []
    else:
        said = [NOTHING_NEW if there else EMPTY]
    said += [different(other)] if other else []
    return said + ([unreadable(hidden)] if hidden else [])


# The screen.

TITLE: Final = "importar todo"
HINTS: Final = "enter leer · esc volver"
WHAT: Final = (
    "Trae de vuelta lo que guardó “Exportar todo”. En un diario vacío queda el mismo diario de antes. Si no, solo se "
    "añaden los registros que faltan; no se reemplaza nada tuyo. Primero ves lo que se añadiría."
)
FROM: Final = "Carpeta"
ADD: Final = "Añadir"
READING: Final = "Leyendo."
HOW: Final = "La carpeta de una exportación, o su archive.json. Solo se añade lo que falta."


def ask_add(number: int) -> str:
    """Ask whether the records are to be added."""
    return f"¿Añadir {noun(number, 'este registro', f'estos {whole(number)} registros')}?"


def not_read(reason: str) -> str:
    """Say that the file can't be read; ``reason`` is what the system says."""
    return f"No se puede leer: {reason}. No se importó nada."
