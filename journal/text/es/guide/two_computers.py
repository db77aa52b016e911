"""The guide, two computers."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Dos equipos"
ABOUT: Final = "el mismo diario en dos sitios"

INTRO: Final = (
    (
        "No hay nube: el diario lo llevas tú. Hagas lo que hagas, no se pierde nada. Lo que cambió en los dos se "
        "conserva dos veces, y tú decides."
    ),
)

STEPS: Final = (
    (
        "Lo más fácil: ten el diario en una memoria USB y ábrelo desde ahí: `journal --journal "
        "/media/usb/journal.rj`. Saca la memoria solo después de salir del diario."
    ),
    (
        "O cópialo: haz una copia de seguridad en la memoria (`ctrl+p`, y escribe “hacer una copia”). En el otro "
        "equipo elige “Tengo una copia”. ¿Ya hay un diario? Entonces `journal restore FILE`, en una terminal: el que "
        "hay se guarda como copia anterior."
    ),
    (
        "¿Escribiste en los dos? Lleva al otro una copia de seguridad de uno, y combínala: `ctrl+p`, y escribe "
        "“combinar”. La otra copia solo se lee."
    ),
    "Luego lleva de vuelta, de la misma manera, el diario combinado, para que los dos sean otra vez iguales.",
)

AFTER: Final = (
    (
        "Los dos se abren con la misma frase de acceso y las mismas palabras de recuperación. Si cambias la frase en "
        "uno, las copias más antiguas siguen abriéndose con la de antes."
    ),
    (
        "Una carpeta sincronizada también sirve, si sales del diario en un equipo antes de abrirlo en el otro. Si no, "
        "el diario lo nota y te ofrece combinar."
    ),
)
