"""The guide, moving in."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Llegar de otro programa"
ABOUT: Final = "traer lo que ya anotaste"

INTRO: Final = (
    (
        "Lo que anotaste en otro sitio puede venir contigo. No se envía nada a ninguna parte: necesitas el archivo "
        "que exporta el otro programa."
    ),
)

STEPS: Final = (
    "Exporta allí tus datos, y copia el archivo a este equipo.",
    "Antes, haz una copia de seguridad del diario: `ctrl+p`, y escribe “hacer una copia”.",
    (
        "En una terminal, `journal import --help` muestra lo que se puede leer. `journal import days FILE.csv` lee "
        "los días de una tabla con las columnas focus, date, state y amount."
    ),
    "Inicia el diario y mira el calendario y la Cronología.",
)

AFTER: Final = ("Después, borra el archivo exportado: quien use este equipo puede leerlo.",)
