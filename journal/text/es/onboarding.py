"""What is said and asked when a journal is made."""

from __future__ import annotations

from typing import Final

WHAT_IT_IS: Final = "Un lugar tuyo para preparar los encuentros con tu mentor."
STAYS_HERE: Final = "Nada de lo que escribes sale de este equipo."
NO_RESET: Final = (
    "Nadie puede restablecerla. Si la olvidas y pierdes tus palabras de recuperación, tu diario no se podrá abrir."
)
RECOVERY_WORDS: Final = (
    "Estas 24 palabras abren tu diario si olvidas la frase de acceso. Escríbelas en papel, en este orden, y guárdalas "
    "donde solo mires tú."
)
WHAT_FROM: Final = "¿De qué te recuperas?"
WHAT_WITH_IT: Final = "¿Cuál es tu meta?"
SINCE_WHEN: Final = "¿Desde cuándo? Una fecha, “hoy” o “todavía no”. Cualquier respuesta vale."
WHICH_REGION: Final = "Este programa no sabe dónde estás. Elige tu país."

# Names, buttons and fields of the steps.

PASSPHRASE_TITLE: Final = "diario"
I_HAVE_A_COPY: Final = "Tengo una copia"
WHAT_TITLE: Final = "de qué"
WHAT_HOW: Final = f"{WHAT_FROM} Elige una cosa o más, con su número o con espacio."
WANT_TITLE: Final = "tu meta"
WARNING_TITLE: Final = "antes, lee esto"
WARNING_READ: Final = "Ya lo leí"
SINCE_TITLE: Final = "desde cuándo"
SINCE_LABELS: Final = {"not_yet": "todavía no", "today": "hoy", "date": "una fecha"}
"""Value of ``Since`` → label."""
SINCE_DAY: Final = "Desde"
REGION_TITLE: Final = "líneas de ayuda"
REGION_HOW: Final = f"{WHICH_REGION} Mientras tanto, F4 muestra los números de todos los países."
DONE: Final = "Hecho"
WERE_FREE: Final = "¿Fueron libres esos días?"
FREE_HINT: Final = "Sí: se rellenan, con la nota de que fue después. También puedes dejarlo para más tarde."


def skip_rest(key: str) -> str:
    """Return the label of the button that skips the rest, with its key."""
    return f"Saltar el resto ({key})"


def step_of(step: int, steps: int) -> str:
    """Return ``3 de 6``: how far the questions are."""
    return f"{step} de {steps}"
