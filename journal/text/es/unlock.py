"""What the locked screen says, and the screen that opens the journal with the recovery words.

The locked screen loads this module before its first paint, so it imports nothing.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "diario"
UNLOCK_HINT: Final = "enter desbloquear"
KEY_FILE_HINT: Final = "enter abrir · F3 archivo de clave"
RESTORE_HINT: Final = "F7 restaurar una copia"
HELP_HINT: Final = "F1 ayuda"
HINTS: Final = f"{UNLOCK_HINT} · {HELP_HINT}"
SAFE_FIRST: Final = "¿No estás a salvo o tiemblas mucho? F4, o escribe ayuda."
SCREEN_READER: Final = "Lector de pantalla: usa journal --accessible"
SAMPLE: Final = "Un diario de muestra. Su frase de acceso es: demo"
OPENING: Final = "Abriendo. Tarda más o menos un segundo."
STAYS_LOCKED: Final = "Sigue bloqueado."
IN_MEMORY: Final = "No se pudo guardar lo que escribías. Sigue en la memoria: desbloquea el diario para recuperarlo."

DAMAGED: Final = (
    "Este archivo está dañado. Verás lo que se pueda leer. Puede que haya copias anteriores en buen estado: usa "
    "journal check para verlo."
)
LOST: Final = "Este archivo está demasiado dañado para abrirlo."
GONE: Final = "El diario ya no está donde estaba."
RESTORE_ELSEWHERE: Final = "Si tienes una copia de seguridad en otro sitio, pulsa F7 para restaurarla."
NEWER: Final = "Este diario es de una versión más nueva del programa. No se abrió ni se cambió nada."
FOREIGN: Final = "El archivo que hay aquí no es un diario. No se tocó."

RECOVER_TITLE: Final = "palabras de recuperación"
RECOVER_HINTS: Final = "enter abrir · esc volver"
RECOVER_WHAT: Final = (
    "Escribe las 24 palabras en orden y luego una frase de acceso nueva, dos veces. Las palabras siguen sirviendo."
)
RECOVER_WORDS: Final = "24 palabras"
RECOVER_AGAIN: Final = "Otra vez"
PASSPHRASES_DIFFER: Final = "Las dos frases no coinciden."
PASSPHRASE_NEEDED: Final = "Escribe la frase de acceso nueva dos veces."
RECOVERING: Final = "Abriendo. Tarda unos segundos."
NEW_OPENS_NEXT: Final = "Sigue bloqueado, como pediste. Se abre con la frase de acceso nueva."


def restore_earlier(name: str) -> str:
    """Say which earlier copy can be restored."""
    return f"Al lado hay una copia anterior sin daños, {name}. Pulsa F7 para restaurarla."


def nothing_to_open(gone: str, way_back: str) -> str:
    """Say why there is nothing to open, and what to do."""
    return f"{gone} {way_back}"


def held_elsewhere(what: str, process: int) -> str:
    """Say which program and process has the journal open."""
    return f"Este diario está abierto en otro sitio ({what}, proceso {process}). Ciérralo allí."


def last_saved(moment: str) -> str:
    """Say when the journal was saved last."""
    return f"guardado por última vez {moment}"
