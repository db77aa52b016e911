"""What is said about an export of the whole journal, by the command and by the screen, and in its README."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.text.es.counting import count

OPEN: Final = (
    "Quien consiga esta carpeta puede leer todo tu diario, también lo que marcaste “nunca compartir”. No está cifrada. "
    "Bórrala cuando ya no la necesites."
)
SEALED_BY_PASSPHRASE: Final = (
    "El archivo contiene todo tu diario, también lo que marcaste “nunca compartir”. Solo lo abre su frase de acceso. "
    "Apúntala: no se guarda en ningún sitio."
)
SEALED_TO_KEY: Final = (
    "El archivo contiene todo tu diario, también lo que marcaste “nunca compartir”. Solo puede abrirlo quien tiene la "
    "clave."
)
LEFT_OUT: Final = "No incluye registros borrados, versiones anteriores de las entradas ni borradores."
STILL_WAITING: Final = (
    "Lo que escribiste sin la frase de acceso aún no está incluido. Abre tu diario, revísalo y exporta otra vez."
)
TAKEN: Final = "Ya existe algo con ese nombre, y no se tocó. Elige una carpeta nueva o vacía."
CURRENT_FOLDER: Final = "Esa es la carpeta donde estás ahora. Elige una nueva."

READ_ME: Final = """\
Esto es todo lo que hay en un diario de recuperación. No está cifrado: quien tenga esta carpeta puede leerlo.

archive.json  cada registro, tal cual. “journal import archive” lo lleva otra vez a un diario;
              docs/archive.md del programa explica cómo lo leen otros programas
tables/       un archivo CSV por cada tipo de registro, para una hoja de cálculo
entries/      tus entradas en Markdown, un archivo por entrada, con la fecha en el nombre

Borra esta carpeta cuando ya no la necesites.
"""


def written(records: int) -> str:
    """Say how much was written."""
    return f"Exportado: {count(records, 'registro')}."


def export_failed(reason: str) -> str:
    """Say that nothing was written, and why."""
    return f"No se guardó nada: {reason}"


def unfinished(path: str) -> str:
    """Say that an export which was cut short left a folder, and what to do."""
    return f"Una exportación anterior quedó a medias. Lo que dejó no está cifrado. Borra esta carpeta: {path}"


# The screen.

TITLE: Final = "exportar todo"
HINTS: Final = "enter exportar · esc volver"
WHAT: Final = (
    "Guarda todo para otros programas: archive.json (cada registro, tal cual; otro diario puede importarlo), tablas "
    "para una hoja de cálculo, entradas en Markdown."
)
TO: Final = "Carpeta nueva"
ENCRYPT: Final = "Cifrar"
NO_ENCRYPTION: Final = "no"
BY_PASSPHRASE: Final = "un archivo age, con una frase de acceso"
ASK: Final = "¿Exportar todo?"
ASK_YES: Final = "Exportar"
ASK_OPEN: Final = "Quien consiga esta carpeta puede leerla."
ASK_SEALED: Final = "Solo esta frase de acceso abre el archivo. Antes, apúntala."
EXPORTING: Final = "Exportando. Puede tardar unos segundos."

SETTING: Final = "Exportar todo"
SETTING_WHAT: Final = "JSON, CSV y Markdown"


def ask_sealed(passphrase: str, strength: str) -> str:
    """Say what opens the file, and how good it is; the field may be too short for all of it."""
    return f"{ASK_SEALED}\n{passphrase}\nEs {strength}."


def done(records: int, path: str, left: Iterable[str]) -> str:
    """Say how much was written, where it is, and which folders ``left`` by earlier exports are to be deleted."""
    return "\n".join([f"Exportado: {count(records, 'registro')}, en {path}.", *map(unfinished, left)])
