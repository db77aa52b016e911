"""What is asked about a need."""

from __future__ import annotations

from typing import Final

FORM: Final = "una necesidad"
AREA: Final = "Área"
AREA_NEEDED: Final = "¿De qué se trata? Elige al menos una."
NEED: Final = "Necesidad"
NEED_HINT: Final = "Con tus palabras: “una casa lejos de la calle de antes”."
STATUS: Final = "Estado"
RESOURCE: Final = "Quién puede ayudar"
RESOURCE_HINT: Final = "Un lugar, una oficina, una persona, un número."
