"""What is said about progress with a mentor: every number with the count behind it, and no cause."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.commitments import Kept
from journal.domain.dates import format_day
from journal.domain.mentor_trends import Typical, UseDays
from journal.text.es.counting import count
from journal.text.es.cravings import evidence_word

TITLE: Final = "progreso"
KEYS: Final = "↑ ↓ mover · esc volver"
NOTHING: Final = "Aún no hay nada. Empieza con un acuerdo o un encuentro: pulsa m en Mentor para anotar uno."
USE_DAYS: Final = "Días con consumo (como mucho: con los días sin anotar)"
PROMISES_KEPT: Final = "Lo que acordamos, hecho"
RATINGS: Final = "De 5, lo habitual"
HOW_OPEN: Final = "cuánto me abrí"
HOW_USEFUL: Final = "cuánto sirvió"
WEEK_FROM: Final = "Semana del"
ONE_TO_ONE: Final = "individual"
GROUPS: Final = "grupos"
MET: Final = "veces"
WITH_ANYONE: Final = "Reuniones y contactos, con cualquier persona"


def title(name: str) -> str:
    """Return ``progreso con R.``; without a name only what it is about."""
    return f"{TITLE} con {name}" if name else TITLE


def format_since(first: date, today: date) -> str:
    """Say since when, and what the numbers do not say."""
    return f"Desde el {format_day(first, today)}. Hasta donde se anotó. Muestra qué pasó, no por qué."


def format_use_days(found: UseDays) -> str:
    """Return ``1 de 32 días, como mucho 2``."""
    bound = f", como mucho {found.most}" if found.most > found.used else ""
    return f"{found.used} de {count(found.days, 'día')}{bound}"


def format_kept(known: Kept) -> str:
    """Return ``3 de 4 a tiempo, primera señal``."""
    return f"{known.kept} de {known.n} a tiempo, {evidence_word(known.n)}"


def format_rating(known: Typical) -> str:
    """Return ``4, últimamente 4,5 · 6 encuentros, primera señal``."""
    lately = f", últimamente {_short(known.lately)}" if known.lately is not None else ""
    return f"{_short(known.middle)}{lately} · {count(known.n, 'encuentro')}, {evidence_word(known.n)}"


def _short(number: float | None) -> str:
    """Return ``4`` or ``4,5``."""
    return "" if number is None else f"{number:g}".replace(".", ",")
