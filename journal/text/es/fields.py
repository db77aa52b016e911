"""What the fields of forms say: their hints, and what they understand where something else was typed."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

TAB_NEXT: Final = "tab: siguiente"

NOT_A_DURATION: Final = "Prueba: 90 min o 2 h. Como mucho un año."
NOT_A_NUMBER: Final = "Escribe 0 o más, por ejemplo 3 o 2,5."
_TAPER_EXAMPLE: Final = "hoy 6; 1 dic 4; 15 dic 2"
TAPER_HINT: Final = f"Desde cuándo y cuánto al día como mucho: {_TAPER_EXAMPLE}"
NOT_A_TAPER: Final = f"Prueba: {_TAPER_EXAMPLE}."

FILE: Final = "Archivo"
NO_SUCH_HOME: Final = "No hay una carpeta personal con ese nombre."

PASSPHRASE: Final = "Frase de acceso"
PASSPHRASE_AGAIN: Final = "Repítela"
PASSPHRASE_NEEDED: Final = "Escribe una frase de acceso."
PASSPHRASE_NOT_REPEATED: Final = "Escríbela una vez más aquí."
PASSPHRASES_DIFFER: Final = "No coinciden. Escríbela otra vez aquí, o pulsa F6 para usar las seis palabras."
SIX_WORDS_OFFERED: Final = (
    "Seis palabras al azar, si quieres. Pulsa F6 para usarlas como frase de acceso. Apúntala y escríbela otra vez:"
)
SIX_WORDS_TAKEN: Final = "Apúntalas ahora y escríbelas abajo."
SECRET_CLEARED: Final = "Lo que escribiste aquí se borró, para que nadie más pueda usarlo. Escríbelo otra vez."
WORDS_HIDDEN: Final = "Ocultas. F7 las muestra."
WORDS_SHOWN: Final = "A la vista. F7 las oculta."


def between(minimum: int, maximum: int) -> str:
    """Return ``1 a 60``: the numbers that a field takes."""
    return f"{minimum} a {maximum}"


def whole_number(minimum: int, maximum: int, *, optional: bool) -> str:
    """Say which whole numbers a field takes, and that one is needed unless it is ``optional``."""
    empty = ", o déjalo vacío" if optional else ""
    return f"Escribe un número entero de {between(minimum, maximum)}{empty}."


def words_counted(count: int) -> str:
    """Say how many of the 24 recovery words are typed; nothing for none."""
    return f"{count} de 24 palabras. " if count else ""


def typed_so_far(typed: str, *, is_hidden: bool) -> str:
    """Say how much of a passphrase is typed, and which key shows or hides it; nothing for none."""
    words = len(typed.split())
    told = f"{count(words, 'palabra')}, " if words > 1 else ""
    length = count(len(typed), "carácter", "caracteres")
    return f"{told}{length}. F7 la {'muestra' if is_hidden else 'oculta'}." if typed else ""


def file_needed(example: str) -> str:
    """Say that a field takes the name of a file, like the ``example``."""
    return f"Escribe un nombre de archivo, por ejemplo {example}."


TOO_MANY_MINUTES: Final = "Es más de un día. Escribe minutos."


def format_duration(minutes: int) -> str:
    """Return ``90 min`` as ``1 h 30 min``, exact to the minute; it can be typed again."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"
