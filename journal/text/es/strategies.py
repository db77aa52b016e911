"""What is asked and said about coping strategies; what they came to is in ``cravings``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.cravings import Needs
from journal.text.es.labels import label

TITLE: Final = "lo que ayuda"
EMPTY: Final = "Todavía no hay nada. Pulsa o para elegir entre sugerencias."
LIST_KEYS: Final = "+ añadir · o sugerencias"
LINE_KEYS: Final = "enter editar · espacio favorita"

FORM: Final = "una estrategia"
LABEL: Final = "Lo que hago"
LABEL_HINT: Final = "Unas palabras, como te las dirías a ti."
MINUTES: Final = "Minutos"
MINUTES_HINT: Final = "Más o menos cuánto dura."
NEEDS: Final = "Necesita"
STEPS: Final = "Pasos"
STEPS_HINT: Final = "Uno por línea."
FAVOURITE: Final = "Favorita"
FAVOURITE_HINT: Final = "Las favoritas salen primero en un ansia."


def format_needs(needs: Iterable[Needs]) -> str:
    """Return ``necesita teléfono, dinero``."""
    return f"necesita {', '.join(label(need) for need in needs)}"
