"""What is said about files for others: how they are encrypted, what is missing for it, whether they are on the list."""

from __future__ import annotations

from typing import Final

AGE_MISSING: Final = (
    "Para cifrar hace falta el extra “share”: instala recovery-journal[share] como instalaste el programa."
)
PDF_MISSING: Final = (
    "Para un PDF hace falta el extra “share”: instala recovery-journal[share] como instalaste el programa."
)
NOT_A_KEY: Final = "Eso no es una clave pública de age. Empieza por age1."
SEAL_NEEDS_PASSPHRASE: Final = "Para cifrar hace falta una frase de acceso."

SEALED_TO_KEY: Final = "age, to their key"
SEALED_BY_PASSPHRASE: Final = "age, by passphrase"
SEALED_BY_PASSWORD: Final = "PDF, by password"
"""The share ledger stores these three, so they do not change."""


def not_noted(reason: str) -> str:
    """Say that a file was written but is not in the share ledger; ``reason`` is a sentence."""
    return f"El archivo está guardado, pero no se pudo añadir a la lista de lo que compartiste: {reason}"
