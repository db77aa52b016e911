"""The guide, the first meeting."""

from __future__ import annotations

from typing import Final

TITLE: Final = "El primer encuentro"
ABOUT: Final = "con mentor, padrino o madrina"

INTRO: Final = (
    (
        "`5` es todo lo de tu mentor: el próximo encuentro, lo acordado, las personas y los encuentros pasados. "
        "¿Aún sin mentor? Ahí, `i` dice cómo encontrarlo, con un primer mensaje que puedes adaptar."
    ),
)

STEPS: Final = (
    "Añade a la persona: `ctrl+p`, y escribe “persona nueva”.",
    "Pulsa enter en el próximo encuentro para prepararlo: cuándo es, y una cosa que quieres preguntar.",
    "Pulsa `p` para ver la página que podrías llevar. Tú decides, línea a línea, qué incluye.",
    "Durante el encuentro, pulsa `m` en `5` y anota lo que se dijo. Mientras tanto, el diario tarda más en bloquearse.",
    (
        "Antes de despedirte, acuerda un próximo paso y el próximo encuentro. Los dos quedan en `5`, y Hoy te los "
        "recuerda."
    ),
)

AFTER: Final = (
    "No le debes a nadie la historia entera. Di lo que quieras decir, y para cuando sea suficiente.",
    (
        "`h` anota cualquier otra reunión, o una llamada. **Futuro** guarda los días difíciles que llegan y lo "
        "que hace tu mentor si no das señales."
    ),
)
