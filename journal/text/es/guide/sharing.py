"""The guide, preparing and sharing."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Preparar y compartir"
ABOUT: Final = "una página para tu mentor"

INTRO: Final = ("Nada sale del diario por sí solo. Una página es un archivo que tú entregas.",)

STEPS: Final = (
    "Pulsa `p`: ves la página como la verá tu mentor.",
    "`x` tacha una línea, `espacio` una sección, `o` muestra lo que no se incluye.",
    "`ctrl+s` la guarda como texto, HTML, PDF o JSON. `s` la cifra.",
    "El diario anota lo que compartiste; `v` lo muestra.",
)

AFTER: Final = (
    "Para un terapeuta: `E` en `2` guarda las entradas completas que elijas.",
    (
        "Quien reciba un archivo sin cifrar puede leerlo. ¿Juicio, libertad condicional o custodia? Busca consejo "
        "legal antes de compartir fechas de consumo."
    ),
)
