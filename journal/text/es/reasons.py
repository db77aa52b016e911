"""What is asked and said about reasons and good days, which are shown at the moments that the person chose."""

from __future__ import annotations

from typing import Final

from journal.domain.reasons import Reason, ReasonKind
from journal.text.es import plan as plan_text

TITLE: Final = "por qué hago esto"
LIST_KEYS: Final = "+ añadir · b pros y contras"
EMPTY: Final = "Todavía no hay ninguno. Los verás cuando llegue un ansia."
FORM: Final = "un motivo, o un buen día"
WORDS: Final = "Con tus palabras"
WORDS_HINT: Final = "Por qué haces esto, o cómo es un buen día."
KIND: Final = "Esto es"
SHOW: Final = "Mostrarlo"
SHOW_HINT: Final = "Elige uno o más. Sin ninguno, lo encuentras en Plan."

_BEFORE: Final = {ReasonKind.WHY: "Por qué hago esto", ReasonKind.GOOD_DAY: "Un buen día"}
"""What stands before the words."""


def format_reason(reason: Reason) -> str:
    """Return ``Por qué hago esto: las mañanas.`` or ``Un buen día: café con Ana y a la cama a las diez.``"""
    return f"{_BEFORE[reason.kind]}: {reason.text}"


def format_line(reason: Reason) -> str:
    """Return a reason as it stands in its list on Plan."""
    words = format_reason(reason) if reason.kind is ReasonKind.GOOD_DAY else reason.text
    return f"{words} · {plan_text.SHOWN_HERE}" if reason.archived else words
