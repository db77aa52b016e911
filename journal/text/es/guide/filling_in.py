"""The guide, filling in days."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Rellenar días"
ABOUT: Final = "días que no anotaste"

INTRO: Final = ("`f` en Hoy lleva a los días sin anotar, el último primero.",)

STEPS: Final = (
    "`f` marca un día como libre, `x` como día con consumo.",
    "`v` marca varios días a la vez y `l` toda la semana pasada; luego una letra dice cómo fueron.",
    "Se te pregunta qué certeza tienes. No saberlo también es una respuesta.",
    "`u` lo deshace todo.",
)

AFTER: Final = (
    "`y` muestra todo el año, `g` va a una fecha (“marzo pasado”), y enter abre todo lo de un día.",
    (
        "`p` muestra las pausas: días que no cuentan, por ejemplo en el hospital. Pueden estar en el pasado, y no se "
        "pierde nada de lo que anotaste en ellas."
    ),
    "`a` muestra cuánto fue, semana a semana, frente a tu límite o tu reducción gradual.",
)
