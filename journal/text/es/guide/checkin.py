"""The guide, the daily check-in."""

from __future__ import annotations

from typing import Final

TITLE: Final = "El registro del día"
ABOUT: Final = "menos de un minuto al día"

INTRO: Final[tuple[str, ...]] = ()

STEPS: Final = (
    "Pulsa `a`. Cuatro números: ánimo, energía, sueño y el ansia más fuerte.",
    "Luego di cómo fue el día con cada cosa que sigues y, si quieres, una intención.",
    "Enter salta lo que no quieras responder. `ctrl+s` guarda en cualquier momento.",
)

AFTER: Final[tuple[str, ...]] = ()
