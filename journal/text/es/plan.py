"""What Plan says as a whole: its name, and what its lists have in common."""

from __future__ import annotations

from typing import Final

ADD: Final = "+ añadir"
CHANGE: Final = "enter editar"
PUT_AWAY: Final = "archivado"
"""Said of a line that stays in the journal and is no longer offered."""
SHOWN_HERE: Final = "solo se ve aquí"
REASON_TOO_LONG: Final = "Es demasiado largo. Caben 1000 letras."

TICKED: Final = {"goals": "paso hecho", "strategies": "favorita", "plans": "renovar"}
"""List → what space does with its marked line; nothing in the others."""

WORDS_NEEDED: Final = "Escribe unas palabras."
KIND: Final = "Tipo"
OFFER: Final = "Ofrecer en ansias"
ONLY_FOR: Final = "Solo para"
ONLY_FOR_HINT: Final = "Vacío: se ofrece en cualquier ansia."


def format_count(lines: int) -> str:
    """Return ``8 en total``: how many lines a list has that doesn't show all of them."""
    return f"{lines} en total"
