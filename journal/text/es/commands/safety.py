"""What ``journal safety`` says of its options; the lines and steps are in ``journal.text.es.safety``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

SAFETY_HELP: Final = "Líneas de ayuda, y qué hacer si alguien no despierta. No pide la frase de acceso."
REGION_HELP: Final = "De qué país son las líneas de ayuda, en lugar del elegido en los ajustes."


def region_needed(regions: Iterable[str]) -> str:
    """Name the regions that there are helplines for."""
    return f"--region necesita una de {', '.join(regions)}."
