"""The guide, a new computer."""

from __future__ import annotations

from typing import Final

TITLE: Final = "En otro equipo"
ABOUT: Final = "desde una copia de seguridad"

INTRO: Final[tuple[str, ...]] = ()

STEPS: Final = (
    "Inicia el diario y elige “Tengo una copia”.",
    "Escribe dónde está el archivo. Primero se busca, y se te pregunta antes de restaurarlo.",
    "Se abre con tu frase de acceso o tus palabras de recuperación, como antes.",
    "Elige tu país otra vez: una copia de seguridad no lo guarda.",
)

AFTER: Final[tuple[str, ...]] = ()
