"""What ``journal import archive`` says; what is wrong with an archive is in ``journal.text.es.archive``."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import noun, whole

HELP: Final = """\
Importar lo que guardó journal export.

PATH es archive.json, o su carpeta. En un diario vacío queda el mismo diario de antes. Si no, solo se añaden los
registros que faltan, y no se reemplaza nada tuyo. Los registros que borraste después se añaden otra vez. Se leen como
mucho 512 MiB."""
DRY_RUN_HELP: Final = "Solo decir lo que se añadiría."
YES_HELP: Final = "Añadirlo sin preguntar."
NEEDS_YES: Final = "No se añadió nada. Sin una terminal, --yes lo añade."
NOT_ADDED: Final = "No se añadió nada."


def asks(number: int) -> str:
    """Ask whether the records are to be added."""
    return f"¿Añadir {noun(number, 'este registro', f'estos {whole(number)} registros')}?"
