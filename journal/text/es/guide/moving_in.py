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
        "Pulsa `ctrl+p`, escribe “importar”, y elige el programa: jrnl, Day One, Loop, Daylio, Quitter, Grove, "
        "Markdown u Obsidian, o cualquier tabla como CSV."
    ),
    "Mira lo que va a añadir. Lo que la exportación no dice, te lo pregunta; sin respuesta queda sin saber.",
    "Pulsa `ctrl+s` y di que sí. Allí mismo, `F7` deshace la importación, también días después.",
    (
        "Las notas que tomaste en un teléfono entran igual, como archivo de texto con una nota por línea. Esperan en "
        "la bandeja de entrada hasta que las revises."
    ),
    "En una terminal, `journal import --help` dice qué puede leer, y `journal import loop FILE` pregunta lo mismo.",
)

AFTER: Final = ("Después, borra el archivo exportado: quien use este equipo puede leerlo.",)
