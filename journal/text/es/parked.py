"""What is said about records that are saved for the next meeting."""

from __future__ import annotations

from typing import Final

TITLE: Final = "para mi mentor"
EMPTY: Final = (
    "Todavía no hay nada guardado para tu próximo encuentro. Pulsa r en una línea de Cronología para guardarla."
)
WHAT: Final = "Después eliges qué incluye una página. Una nota dice por qué lo guardaste; sigue igual de privado."
LINE_KEYS: Final = "enter abrir · e decir por qué · d quitar"
LET_GO: Final = "Quitado. Pulsa u para deshacerlo."
WHY: Final = "Por qué"
WHY_HINT: Final = "Qué quieres decir sobre ello, o preguntar."
