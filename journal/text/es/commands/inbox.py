"""What ``journal inbox`` says; what it shares with the screen is in ``journal.text.es.inbox``."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import whole

INBOX_HELP: Final = """\
Ver, guardar o borrar lo escrito con el diario bloqueado.

Cada cosa se indica con el comienzo de su id. Lo que descartas desaparece, y --keep-all guarda todo lo demás. Sin una
opción no cambia nada: todo se queda en la bandeja de entrada."""
KEEP_ALL_HELP: Final = "Guardar todo lo que hay en la bandeja de entrada."
KEEP_HELP: Final = "Guardar esto; se puede repetir."
DROP_HELP: Final = "Borrar esto; se puede repetir."

HEADINGS: Final = ("Id", "Cuándo", "Qué")
"""Headings of the list in accessible mode."""

SAME_ID: Final = "No puedes guardar y borrar el mismo id. No se cambió nada."


def decided(kept: int, dropped: int) -> str:
    """Return ``Guardado: 2. Borrado: 1.``; empty where nothing was decided."""
    said = [f"{what}: {whole(number)}." for number, what in ((kept, "Guardado"), (dropped, "Borrado")) if number]
    return " ".join(said)
