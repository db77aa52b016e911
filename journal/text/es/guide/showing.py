"""What stands around the chapters of the guide: on its screens, on paper, and in the command."""

from __future__ import annotations

from typing import Final

TITLE: Final = "guía"
HINTS: Final = "enter leer · esc volver"
CHAPTER_HINTS: Final = "↑ ↓ mover · esc volver"
WHAT: Final = "Respuestas breves, paso a paso. Aquí no se muestra nada tuyo."

WHICH: Final = "¿Cuál quieres leer?"
READ_ONE: Final = "Para leer uno, añade su primera palabra: journal guide first-week"
NEEDS_CHAPTER: Final = "--to necesita el nombre de un capítulo."
FILE_IS_THERE: Final = "Ya existe un archivo con ese nombre. Elige otro nombre, o usa --replace."


def numbered(number: int, step: str) -> str:
    """Return ``1. Pulsa s.``"""
    return f"{number}. {step}"


def written(name: str) -> str:
    """Say that a page was written to the file with this name."""
    return f"Guardado: {name}. No lleva nada tuyo."


def row(name: str, title: str, about: str) -> str:
    """Return ``after-a-slip: Después de un tropiezo (primero, estar a salvo)``."""
    return f"{name}: {title} ({about})"
