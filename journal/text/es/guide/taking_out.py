"""The guide, taking your data out."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Llevarte tus datos"
ABOUT: Final = "son tuyos"

INTRO: Final = (
    (
        "Todo lo que escribiste es tuyo, y para conservarlo no hace falta ningún programa más que este: el formato "
        "del archivo está publicado (`docs/format.md`)."
    ),
)

STEPS: Final = (
    "Una copia de seguridad es todo el diario, cifrado: `journal backup FOLDER`.",
    (
        "Todo para otros programas: pulsa `ctrl+p`, escribe “exportar”. Escribe tablas para una hoja de cálculo, tus "
        "entradas como texto, y un archivo que este programa puede importar de nuevo."
    ),
    (
        "Listas sueltas como texto: `journal entries`, `journal days` o `journal cravings`. Con `--json` otros "
        "programas pueden leerlas."
    ),
    "Una página sobre un periodo, para una persona: pulsa `p`, o `journal summary --to FILE`.",
)

AFTER: Final = (
    (
        "Lo que no está cifrado puede leerlo quien consiga el archivo. Guárdalo donde solo mires tú, y bórralo "
        "cuando ya no haga falta."
    ),
)
