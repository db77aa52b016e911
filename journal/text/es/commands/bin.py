"""What ``journal bin`` says; what it shares with the screen is in ``journal.text.es.bin``."""

from __future__ import annotations

from typing import Final

BIN_HELP: Final = """\
Ver o restaurar lo que borraste.

Se conserva 30 días. Cada cosa se indica con su número en la lista. Lo que se borró a la vez es una sola línea, y se
restaura junto."""
READ_HELP: Final = "Mostrar entero lo que tiene este número."
RESTORE_HELP: Final = "Restaurar lo que tiene este número."
ONE_AT_A_TIME: Final = "Usa --read o --restore, no los dos."
NO_SUCH_NUMBER: Final = "En la papelera nada tiene este número. `journal bin` muestra lo que hay."
HEADINGS: Final = ("Número", "Qué", "Palabras", "Borrado", "Se conserva")
"""Headings of the list in accessible mode."""
