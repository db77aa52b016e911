"""What is asked and said while a meeting goes on, and in its notes afterwards; the rest is in ``meeting_plan``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

FORM: Final = "el encuentro"
KEYS: Final = "ctrl+s guardar · F6 la página · esc volver"
PAGE: Final = "la página"
PAGE_KEYS: Final = "F6 las notas"

SAID: Final = "Me dijo"
INSIGHT: Final = "Me llevo"
ROLES: Final = "Qué ayudó"
HONESTY: Final = "Cuánto me abrí"
HONESTY_HINT: Final = "1 apenas … 5 en casi todo"
USEFULNESS: Final = "Cuánto sirvió"
USEFULNESS_HINT: Final = "1 apenas … 5 mucho"
WORRY: Final = "¿Algún peligro?"
WORRY_HINT: Final = "F4 muestra personas y líneas de ayuda."
ACTION: Final = "Qué hacemos"
ACTION_HINT: Final = "Para estar a salvo, si había algún peligro."

WE_PROMISED: Final = "Lo que acordamos"
PROMISED_EACH_OTHER: Final = "Lo que acordamos la última vez"
PROMISE_EACH_OTHER: Final = "Lo que acordamos ahora; tres cosas como mucho"
TALKED: Final = "Ya hablado"
TALKED_HINT: Final = "Lo demás espera a la próxima vez."
TOPICS: Final = "De qué hablamos"
NEXT: Final = "El próximo"
THIS: Final = "Este"
DAY: Final = "Fue el"
BEGAN: Final = "Empezó"
STILL_TO_COME: Final = "Eso está en el futuro. Pulsa esc y luego enter para prepararlo."
TIME_OVER: Final = "Se acabó el tiempo previsto. Tómate el que necesites."

RECEIPT: Final = (
    "¿Un resumen de lo acordado para los dos? Dice quién hace qué y cuándo es el próximo encuentro, y nada de tus "
    "notas."
)
RECEIPT_YES: Final = "Imprimirlo"
NOT_NOW: Final = "Ahora no"


def format_agenda(items: Iterable[tuple[str, int]]) -> str:
    """Return ``Minutos para: lo último acordado 5 · días, ansias, tropiezos 10``, or that the time is over."""
    rest = " · ".join(f"{what} {minutes}" for what, minutes in items)
    return f"Minutos para: {rest}" if rest else TIME_OVER


def until_then(ways: str) -> str:
    """Say how the mentor can be reached until the next meeting; empty if that is not agreed."""
    return f"Hasta entonces, según lo acordado: {ways}" if ways else ""
