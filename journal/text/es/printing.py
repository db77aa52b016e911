"""What the forms have in common that write a paper to a file."""

from __future__ import annotations

from typing import Final

KEYS: Final = "ctrl+s guardar · esc volver"
FILE: Final = "Archivo"
