"""What the view "ahead" of Mentor says of its papers, and what the forms that print them have in common."""

from __future__ import annotations

from typing import Final

PAPERS: Final = "acordado antes de que pase"
PAPER_KEYS: Final = "enter abrir"
OPEN_KEY: Final = "enter"
ADD: Final = "+ añadir"
NO_MENTOR: Final = "¿Aún sin mentor?"
NO_MENTOR_HOLDS: Final = "cómo encontrarlo"

INCLUDE: Final = "Incluir"
CHOOSE_LINES: Final = "Elige las líneas que se incluyen."
NOTHING_TICKED: Final = "Elige al menos una línea."

_TITLE: Final = 22
"""Cells of a paper's name, so that what follows stands in a column."""


def format_paper(title: str, state: str) -> str:
    """Return ``Si no doy señales     acordado el jue 26 nov``."""
    return f"{title:<{_TITLE}}{state}"
