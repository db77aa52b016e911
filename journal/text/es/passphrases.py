"""What is asked and said about passphrases: how long, how strong, typed where.

``journal craving 7`` loads this module, so it imports nothing but ``counting``.
"""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

ASK_PASSPHRASE: Final = "Frase"
ASK_NEW: Final = "Elige una frase de acceso"
ASK_AGAIN: Final = "Escríbela otra vez"
TWO_DIFFER: Final = "No coinciden. Prueba otra vez."
NO_TERMINAL: Final = "No hay una terminal donde pedir la frase de acceso; dala con --passphrase-fd N."
NOT_TERMINAL_TEXT: Final = "Lo que escribiste no es texto en la codificación de esta terminal."
HELP: Final = "ayuda"
"""The word that shows the helplines when it is typed in place of a passphrase."""
HELP_IS_TAKEN: Final = "“ayuda” y “help” abren las líneas de ayuda: no pueden ser la frase de acceso. Elige otra."
EMPTY: Final = "Un diario necesita una frase de acceso, y esta está vacía. No se cambió nada."

STRENGTH_WEAK: Final = "débil: quien lo intente puede adivinarla"
STRENGTH_FAIR: Final = "aceptable: frena a casi todo el mundo"
STRENGTH_GOOD: Final = "buena: es muy difícil de adivinar"
STRENGTH_STRONG: Final = "fuerte"


def unreadable_descriptor(descriptor: int) -> str:
    """Say that the file descriptor can't be read."""
    return f"No se puede leer la frase de acceso del descriptor de archivo {descriptor}."


def descriptor_not_text(descriptor: int) -> str:
    """Say that the file descriptor holds something else than UTF-8."""
    return f"La frase de acceso del descriptor de archivo {descriptor} no es texto UTF-8."


def too_long(kib: int) -> str:
    """Say that no passphrase is this long; the limit is in KiB."""
    return f"Es demasiado larga: una frase de acceso puede tener hasta {kib} KiB. No se usó."


def new_too_long(characters: int) -> str:
    """Say that a new passphrase is over the limit, in characters."""
    return (
        f"Una frase de acceso nueva puede tener hasta {count(characters, 'carácter', 'caracteres')}, y esta tiene más. "
        "No se cambió nada. Elige una más corta."
    )


def pdf_too_long(size: int) -> str:
    """Say that the password of a PDF is over the limit, in bytes."""
    return (
        f"La contraseña de un PDF puede tener hasta {count(size, 'byte')}, y esta tiene más. No se guardó nada. Elige "
        "una más corta, o cifra el archivo con una frase de acceso."
    )
