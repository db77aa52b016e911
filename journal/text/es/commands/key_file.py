"""What ``journal key-file`` says, and what every command says of a key file that the environment names."""

from __future__ import annotations

from pathlib import Path
from typing import Final

KEY_FILE_HELP: Final = """\
Hacer o quitar un archivo que abre el diario.

`journal key-file new PATH` escribe un archivo de clave, por ejemplo en una memoria USB; reemplaza al anterior. `journal
key-file remove` hace que deje de servir. Quien tenga el archivo puede leer todo el diario, y una copia de la memoria es
una copia de la clave. La frase de acceso y las palabras de recuperación siguen sirviendo.

Después, --key-file PATH, o la variable de entorno JOURNAL_KEY_FILE, abre el diario con él."""
FORGET_HELP: Final = "Reemplazar también las copias anteriores que hay junto al diario."
NEXT_TO_HELP: Final = "Guardarlo de todos modos en la carpeta del diario."

PATH_NEEDED: Final = "Di dónde guardarlo: journal key-file new PATH."
NO_PATH: Final = "journal key-file remove no lleva ruta: solo cambia el diario."
NOT_THERE: Final = "Elige una memoria USB u otro sitio. Con --next-to-journal se guarda ahí de todos modos."
SAVE_THERE: Final = "¿Guardarlo ahí de todos modos?"
REPLACE_COPIES: Final = (
    "Las copias anteriores que hay junto al diario siguen abriéndose con el archivo de clave de antes. ¿Reemplazarlas "
    "también?"
)
NONE_TO_REMOVE: Final = "Ningún archivo de clave abre este diario. No se cambió nada."


def not_plugged_in(path: Path) -> str:
    """Say that the key file which the environment names is not there, so the passphrase is asked for."""
    return f"No hay ningún archivo de clave en {path} (JOURNAL_KEY_FILE). Usa la frase de acceso."
