"""The guide, after a slip."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Después de un tropiezo"
ABOUT: Final = "primero, estar a salvo"

INTRO: Final = (
    (
        "Pasó, y estás aquí. Eso es lo que cuenta ahora. Tus días libres siguen contando: un tropiezo cuesta ese día "
        "y ninguno más."
    ),
    (
        "Opioides o sedantes: con solo unos días sin consumir, tu dosis de siempre puede matarte. Hoy no te quedes a "
        "solas, y ten naloxona a mano."
    ),
    "Si alguien no despierta, o piensas en quitarte la vida, pulsa `F4` ahora y llama.",
)

STEPS: Final = (
    "Pulsa `s`. La primera línea es para que estés a salvo.",
    "Di qué fue y cuándo. Todo lo demás es opcional; `ctrl+s` guarda en cualquier momento.",
    (
        "Llama hoy a una persona. Basta con una frase: “Tuve un tropiezo, y te lo cuento”. `F4` muestra a quién "
        "puedes llamar."
    ),
    (
        "Cuando hayas descansado, mira lo que pasó: `F6` en el tropiezo, o más tarde. Unas pocas preguntas breves "
        "acaban en una cosa que hacer de otra manera."
    ),
    "Mañana es un día normal. Pulsa `a` y empiézalo.",
)

AFTER: Final = (
    "Un tropiezo de la semana pasada se puede anotar ahora: pon su día.",
    "¿Anotaste algo por error? `u` lo deshace.",
)
