"""What a command advises after an error; what happened is said by the error itself."""

from __future__ import annotations

from typing import Final

MAKE_ONE: Final = "`journal new` crea uno; con --journal PATH se indica otro lugar."
NAME_ANOTHER_PLACE: Final = "Con --journal PATH se indica otro lugar."
NOTHING_CHANGED: Final = "No se cambió nada."
TRY_AGAIN_OR_RECOVER: Final = (
    "No se cambió nada. Prueba otra vez, o ábrelo con `journal recover` y tus palabras de recuperación."
)
COMPARE_WITH_SHEET: Final = "No se cambió nada. Compara con tu hoja y prueba otra vez."
DAMAGE_NOT_PASSPHRASE: Final = "Esto es un daño, no una frase de acceso equivocada."
INSTALL_NEWER: Final = "Instala la versión más nueva para abrirlo."
MAKE_IT_SHORTER: Final = "No se guardó nada. Hazlo más corto o más sencillo."
LOOK_AT_THE_PATH: Final = "No se cambió nada. Revisa la ruta, y si puedes escribir allí."
