"""What ``journal patterns`` says."""

from __future__ import annotations

from typing import Final

PATTERNS_HELP: Final = "Contar tus ansias por hora, día, desencadenante y más. Muestra qué pasó, no por qué."
PATTERNS_FROM_HELP: Final = "El primer día, por ejemplo -27 o 1 sep; si no, doce semanas."
PATTERNS_UNTIL_HELP: Final = "El último día, incluido; si no, hoy."
PATTERNS_FOCUS_HELP: Final = "Solo este foco, por su nombre; si no, todo lo que sigues."
PATTERN_HEADINGS: Final = ("Sobre", "Qué", "Número", "Se pasaron")
COMPARED_HEADINGS: Final = ("Sobre", "Qué", "Número", "Antes", "Se pasaron", "Se pasaron antes")
"""Headings of the cells, of each one in accessible mode."""
NO_CRAVINGS_THEN: Final = "Ningún ansia en este tiempo."
