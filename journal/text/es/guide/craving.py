"""The guide, a craving."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Un ansia"
ABOUT: Final = "qué hacer ahora mismo"

INTRO: Final = ("La mayoría de las ansias se pasan en media hora. Esto es lo que puedes hacer hasta entonces.",)

STEPS: Final = (
    (
        "Pulsa `ctrl+r` donde estés, también con el diario bloqueado, y luego un número: lo fuerte que es. Se guarda "
        "enseguida."
    ),
    "Las preguntas siguientes llegan solas. Puedes salir cuando quieras con `esc`.",
    (
        "Ves lo que te ayudó otras veces, por qué haces esto y una respiración lenta. `t` pone un temporizador de 20 "
        "minutos."
    ),
)

AFTER: Final = (
    "Un ansia que ya pasó se puede anotar cualquier día: `ctrl+p`, y escribe “ansia anterior”.",
    "¿Sin nadie al lado? `F4` muestra a quién puedes llamar.",
)
