"""What ``journal export`` says; what an export is, is in ``journal.text.es.exporting``."""

from __future__ import annotations

from typing import Final

EXPORT_HELP: Final = """\
Exportar todo para otros programas.

DIR es una carpeta nueva o vacía. Recibe archive.json (todo, tal cual), tables/ (CSV, para hojas de cálculo) y entries/
(Markdown). También lo marcado “nunca compartir”. Lo borrado, las versiones anteriores y los borradores, no. Quien
consiga la carpeta puede leerla, si no la cifras: entonces se escribe en su lugar el archivo DIR.tar.age."""
YES_HELP: Final = "Exportar sin preguntar."
ENCRYPT_HELP: Final = (
    "Escribir un archivo cifrado con una frase de acceso, que se te pide, o para una clave pública de age (age1…)."
)
NEEDS_YES: Final = "No se guardó nada. Sin una terminal, --yes exporta."
NOT_SAVED: Final = "No se guardó nada."


def asks(name: str) -> str:
    """Ask whether the export may be written."""
    return f"¿Exportar todo a {name}?"
