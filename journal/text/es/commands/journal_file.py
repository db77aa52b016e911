"""What ``journal new``, ``check``, ``go-on``, ``compact`` and ``erase`` say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.text.es.counting import count, whole

NEW_HELP: Final = """\
Crear un diario nuevo, vacío. Con --sheet tiene palabras de recuperación, en una hoja para imprimir.

A su lado se crea una bandeja de entrada, donde `journal craving` y `journal note` guardan cosas, cifradas, sin la
frase de acceso. Un diario de una versión anterior la recibe al abrirse por primera vez."""
CHECK_HELP: Final = "Buscar daños. No cambia nada, y sin --deep no hace falta la frase de acceso."
GO_ON_HELP: Final = """\
Seguir con un diario dañado, o con una copia más antigua.

Se añaden los registros perdidos que aún tienen las copias anteriores de al lado: antes se nombra cada copia. No se
cambia ni se borra nada que se pueda leer, y el archivo dañado se conserva. Si sigues con una copia más antigua, el
diario lo anota."""
COMPACT_HELP: Final = """\
Ordenar el archivo: escribirlo otra vez sin lo borrado.

El archivo nuevo se comprueba, y el anterior se conserva a su lado."""
ERASE_HELP: Final = """\
Borrar todo el diario de este equipo. No pide la frase de acceso, y no se puede deshacer.

Para borrar una sola entrada para siempre, ábrela. `journal passphrase --master-key` elimina todo lo que has borrado."""
SHOW_WORDS_HELP: Final = "Crear palabras de recuperación, y mostrarlas una vez."
DEEP_HELP: Final = "Abrir también cada registro, aquí y en las copias anteriores; pide la frase de acceso."

NO_RECOVERY_WORDS: Final = (
    "No tiene palabras de recuperación: si olvidas la frase de acceso, nadie puede abrirlo. `journal passphrase` las "
    "crea."
)

NOTHING_TO_DECIDE: Final = (
    "No hay nada que decidir: el diario no tiene daños, y es el que este equipo vio por última vez."
)
GO_ON_ASKS: Final = "¿Seguir con este diario?"
GO_ON_UNASKED: Final = "No se cambió nada. --yes sigue sin preguntar."
WRITABLE_AGAIN: Final = "Ya puedes volver a escribir en el diario."
GO_ON_DAMAGED: Final = (
    "Con `journal go-on` puedes seguir con este diario. Después puedes combinar o restaurar una copia de seguridad."
)
GO_ON_OLDER: Final = "`journal go-on` sigue con esta copia; `journal merge` añade lo que tenga la más nueva, si la hay."

ERASING: Final = (
    "Esto elimina el diario, sus copias anteriores de al lado, lo que este equipo sabe de él, la tarjeta de emergencia "
    "y tus propias líneas de ayuda. Nadie puede restaurarlo. Las copias de seguridad de otros sitios se quedan, y un "
    "SSD puede conservar bloques viejos un tiempo: cifrados, y sin la clave."
)
ERASE_WORD: Final = "BORRAR"
ERASE_UNASKED: Final = "No se borró nada. --yes borra sin preguntar."
NOTHING_ERASED: Final = "No se borró nada."
ERASED: Final = "El diario está borrado."


def made(place: Path, strength: str) -> str:
    """Say where the new journal is, and how strong its passphrase is."""
    return f"Hay un diario nuevo en {place}. Su frase de acceso es {strength}."


def checked(records: int, *, damaged: bool) -> str:
    """Say how many records were found, and whether there is damage."""
    found = count(records, "registro encontrado", "registros encontrados")
    return f"{found}, {'y hay daños' if damaged else 'sin daños'}."


def unreadable(number: int) -> str:
    """Say how many records only a newer version can read."""
    return f"Esta versión no puede leer {count(number, 'registro')} de una versión más nueva."


def earlier_copy_damaged(name: str) -> str:
    """Say that an earlier copy is damaged."""
    return f"La copia anterior {name} está dañada. El diario no la necesita."


def compacted(before: int, after: int) -> str:
    """Say how large the file was and is, from bytes in KiB."""
    return f"Ordenado: antes {whole(round(before / 1024))} KiB, ahora {whole(round(after / 1024))} KiB."


def erase_asks(place: Path) -> str:
    """Ask for the word that erases."""
    return f"Escribe {ERASE_WORD} para borrar {place}"
