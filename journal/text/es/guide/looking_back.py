"""The guide, looking back."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Mirar atrás"
ABOUT: Final = "patrones y lo que escribiste"

INTRO: Final = (
    (
        "`3` muestra cuándo llegaron las ansias y qué coincidió con ellas. Las flechas eligen el periodo, `o` tus "
        "propias fechas, `f` un foco, y `t` muestra tablas en lugar de gráficos. `m` en Hoy muestra tus hitos; con "
        "enter te prometes una recompensa."
    ),
    (
        "`2` es todo lo que escribiste. `/` busca, `w` elige qué mostrar, y `B` abre la papelera, donde lo que "
        "borras queda 30 días. Mientras escribes, `F6` ofrece preguntas. `F7` en una entrada anterior muestra lo que "
        "decía antes."
    ),
)

STEPS: Final[tuple[str, ...]] = ()

AFTER: Final[tuple[str, ...]] = ()
