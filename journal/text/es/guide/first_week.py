"""The guide, the first week."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Tu primera semana"
ABOUT: Final = "el primer minuto y los días"

INTRO: Final = (
    "No tienes que preparar nada. Un minuto basta para empezar; lo demás se te ofrece después, una cosa al día.",
    (
        "Si dejarlo puede ser peligroso para ti, como con el alcohol o las pastillas para dormir, primero sale un "
        "aviso. Léelo, por favor, y habla con un médico antes de dejarlo."
    ),
)

STEPS: Final = (
    (
        "Escribe dos veces una frase de acceso, o pulsa `F6` para seis palabras al azar. Sin ella ni las palabras de "
        "recuperación, nadie puede abrir el diario."
    ),
    "Apunta en papel las 24 palabras de recuperación, ahora o después. Abren tu diario si olvidas la frase de acceso.",
    (
        "Di de qué te recuperas, cuál es tu meta y desde cuándo. `F5` salta el resto; solo se pregunta siempre tu "
        "país, para las líneas de ayuda."
    ),
    "Cada día, pulsa `a`: cuatro números dicen cómo estás, y luego cómo fue el día. Es menos de un minuto.",
    "En un ansia pulsa `ctrl+r`, también con el diario bloqueado, y luego un número.",
    (
        "Un día tranquilo, pulsa `4` y escribe un motivo por el que haces esto y una cosa que ayuda. Verás las dos "
        "cosas en la próxima ansia."
    ),
    "Al final de la semana, haz una copia de seguridad en una memoria USB: `ctrl+p`, y escribe “hacer una copia”.",
)

AFTER: Final = (
    "Un día que olvidaste se puede rellenar: pulsa `f` en Hoy.",
    (
        "Deja el equipo cuando quieras. Tras 3 minutos sin pulsar una tecla el diario se bloquea, y no se pierde "
        "nada de lo que escribías."
    ),
)
