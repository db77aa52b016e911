"""What the forms have in common that write a paper to a file."""

from __future__ import annotations

from typing import Final

from journal.language import translated

KEYS: Final = "ctrl+s save · esc back"
FILE: Final = "File"


translated(__name__)
