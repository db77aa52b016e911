"""What is asked and said about a meeting to come, and what was prepared for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.sessions import Session
from journal.text.es.labels import label
from journal.text.es.meetings import STATUS_WORDS

FORM: Final = "el próximo encuentro"
KEYS: Final = "ctrl+s guardar · F6 lo guardado · esc volver"

PERSON: Final = "Con"
DAY: Final = "Día"
DAY_HINT: Final = "jue, +7, 26 nov"
DAY_NEEDED: Final = "Escribe un día, aunque sea aproximado."
TIME: Final = "Hora"
PLACE: Final = "Lugar"
KIND: Final = "Tipo"
MODE: Final = "Cómo"
MINUTES: Final = "Minutos"
MINUTES_HINT: Final = "Los temas se los reparten. Lo normal son 40."

STATUS: Final = "Cómo estoy"
STATUS_MEANS: Final = "1 va bien … 5 consumiendo ahora"
NOT_SAFE: Final = "No me siento a salvo"
NOT_SAFE_HINT: Final = "Va en la página. F4 muestra a quién llamar ahora."
WISH: Final = "Te pido"
ASK: Final = "Una pregunta"
ASK_HINT: Final = "Lo único sobre lo que quiero tu opinión sincera. Va en la página, en un recuadro."
HARDEST: Final = "Lo más difícil"
PROUD: Final = "Me enorgullece"
TOPICS: Final = "Para hablar"
TOPICS_HINT: Final = "Uno por línea."

EMPTY_FIELDS: Final = {
    "status": "cómo estoy",
    "wish": "qué pido",
    "ask": "una pregunta",
    "hardest": "lo más difícil",
    "proud": "qué me enorgullece",
    "topics": "de qué hablar",
}
"""Field → how it is named while it is empty."""

ALL_PREPARED: Final = "Todo está preparado."
KEPT: Final = "Guardado (F6):"
PROMISED: Final = "Acordado y aún pendiente:"


def still_empty(names: Iterable[str]) -> str:
    """Say which fields (keys of ``EMPTY_FIELDS``) are still empty, or that none is."""
    empty = [EMPTY_FIELDS[name] for name in names]
    return f"Si quieres: {', '.join(empty)}." if empty else ALL_PREPARED


def brought(session: Session) -> str:
    """Return what was prepared for a meeting, one thing per line; empty if nothing was."""
    parts = (
        f"Estado {session.status} de 5: {STATUS_WORDS[session.status]}." if session.status else "",
        f"{NOT_SAFE}." if session.safety_concern else "",
        f"{WISH}: {label(session.wish)}." if session.wish else "",
        f"{ASK}: {session.ask}" if session.ask else "",
        f"{HARDEST}: {session.hardest}" if session.hardest else "",
        f"{PROUD}: {session.proud}" if session.proud else "",
        f"{TOPICS}: {' · '.join(session.topics)}" if session.topics else "",
    )
    return "\n".join(part for part in parts if part)
