"""What ``journal backup``, ``restore`` and ``merge`` say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.text.es.counting import count, whole

BACKUP_HELP: Final = """\
Hacer una copia de seguridad del diario y comprobarla.

DEST es un archivo, o una carpeta, donde la copia se llama como el diario y la fecha. Se abre con la frase de acceso
actual, en cualquier equipo."""
RESTORE_HELP: Final = """\
Restaurar el diario desde una copia, sin la frase de acceso.

Si ya hay un diario, se guarda a su lado, como la primera de tres copias anteriores."""
MERGE_HELP: Final = """\
Añadir lo que tiene otra copia del diario.

No se pierde nada: si ambas cambiaron un registro, se conservan las dos versiones. OTHER solo se lee. Si tiene otra
frase de acceso, se te pide, o es la segunda línea de --passphrase-fd."""
REPLACE_HELP: Final = "Reemplazar una copia de seguridad que ya tiene este nombre."
EVEN_DAMAGED_HELP: Final = "Restaurar una copia dañada; al abrirla se dice lo que queda."

NO_REGION: Final = (
    "En este equipo no hay un país elegido: una copia de seguridad no lo guarda. `journal safety` muestra los números "
    "de todos los países; elige el tuyo en Ajustes."
)
RESTORED_PASSPHRASE: Final = (
    "Se abre con la frase de acceso que tenía cuando hiciste la copia. `journal recover` acepta las palabras de "
    "recuperación."
)
ASK_COPY_PASSPHRASE: Final = "Frase de acceso de esa copia"
NOTHING_NEW: Final = "Nada nuevo: tu diario ya tiene todo lo que hay en ella."


def copied(place: Path, size: int) -> str:
    """Say where the backup is, and its ``size`` in bytes as KiB."""
    return (
        f"Copia de seguridad guardada y comprobada: {place}, {whole(round(size / 1024))} KiB. Se abre con tu frase de "
        "acceso actual."
    )


def restore_asks(place: Path) -> str:
    """Ask whether a backup may replace the journal."""
    return f"Esta copia reemplazará a {place}, que se guardará a su lado como copia anterior. ¿Continuar?"


def kept_earlier(name: str) -> str:
    """Say in which file the journal from before is kept."""
    return f"El diario de antes está guardado en {name}."


def restored(place: Path) -> str:
    """Say that the backup is now the journal."""
    return f"Restaurado: {place}."


def copy_of_its_own(name: str) -> str:
    """Say that another copy can't be compared, having another passphrase."""
    return f"Otra copia, {name}, tiene otra frase de acceso; `journal merge` añade lo que tiene."


def copy_has_news(name: str, added: int, changed: int, deleted: int) -> str:
    """Say how many records of another copy are new here, and how to bring them in."""
    return f"Otra copia, {name}, tiene {_news(added, changed, deleted)}; con `journal merge` se añaden."


def merged(added: int, changed: int, deleted: int) -> str:
    """Say how many records a merge brought in."""
    return f"Combinado: {_news(added, changed, deleted)}. El archivo de antes se conserva a su lado."


def _news(added: int, changed: int, deleted: int) -> str:
    """Return ``2 registros nuevos, 1 cambiado, 0 borrados``."""
    new = count(added, "registro nuevo", "registros nuevos")
    return f"{new}, {count(changed, 'cambiado')}, {count(deleted, 'borrado')}"


def kept_twice(number: int) -> str:
    """Say how many records were changed in both copies."""
    changed = count(number, "registro cambiado", "registros cambiados")
    return f"{changed} en las dos: se conservan ambas versiones, la más reciente primero."
