"""What the forms have in common that write a paper to a file."""

from __future__ import annotations

from typing import Final

KEYS: Final = "ctrl+s write · esc back"
FILE: Final = "File"
