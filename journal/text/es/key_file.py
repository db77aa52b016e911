"""What is said about the key file: a file on a USB drive that opens the journal."""

from __future__ import annotations

from typing import Final

TITLE: Final = "archivo de clave"
KEY_FILE: Final = "Archivo de clave"
EXAMPLE: Final = "/media/me/STICK"

# Making and removing one.

EFFECT: Final = (
    "Un archivo en una memoria USB que abre el diario. Quien lo tenga, o tenga una copia, puede leerlo todo. Uno nuevo "
    "lo reemplaza; las copias anteriores siguen abriéndose con el de antes."
)
WHAT: Final = (
    "Un archivo de clave, por ejemplo en una memoria USB, abre el diario. La frase de acceso y las palabras de "
    "recuperación siguen sirviendo."
)
HAS_ONE: Final = "Un archivo de clave abre este diario. Uno nuevo lo reemplaza; F5 lo quita."
SAVE_TO: Final = "Guardar en"
DRIVE_HINT: Final = "La carpeta de la memoria, o un archivo nuevo en ella. No se reemplaza ningún archivo."
TAKEN: Final = "Ya hay un archivo con este nombre, y no se reemplaza nunca. Añade otro nombre, como clave-nueva.txt."
SAVE_THERE: Final = "¿Guardar la clave junto al diario?"
SAVE_THERE_YES: Final = "Guardarla ahí"
REMOVE: Final = "¿Quitar el archivo de clave?"
REMOVE_YES: Final = "Quitar"

WHOEVER_HAS_IT: Final = (
    "Quien tenga este archivo puede abrir el diario y leerlo todo, sin la frase de acceso. Una copia de la memoria es "
    "una copia de la clave. Guárdala donde solo llegues tú, y no con el equipo."
)
NEXT_TO_JOURNAL: Final = (
    "Esa es la carpeta del diario. Quien consiga el diario ahí consigue también su clave, así que la frase de acceso "
    "ya no protege nada."
)
OTHERS_READ: Final = (
    "Puede que otras cuentas de este equipo puedan leer el archivo de clave. En una memoria USB pasa a menudo mientras "
    "está conectada."
)
ONE_AT_A_TIME: Final = "El archivo de clave anterior ya no abre el diario."
REMOVED_STAYS: Final = "El archivo no se borra, pero ya no abre el diario."
FILE_STAYS: Final = "El archivo no se borró. Puedes borrarlo: ya no abre el diario."
EARLIER_COPIES: Final = (
    "Las copias de seguridad siguen abriéndose con el archivo de clave de antes, y las copias anteriores que hay junto "
    "al diario también."
)
COPIES_ELSEWHERE: Final = "Las copias de seguridad de otros sitios siguen abriéndose con lo que las abría antes."
IF_COPIED: Final = (
    "Si alguien pudo copiarlo, reemplaza también la clave maestra: puede haber guardado la clave que hay detrás, que "
    "sigue siendo la misma."
)
WILL_END: Final = "Tu archivo de clave dejará de servir. Después puedes hacer otro."
ENDED: Final = "Tu archivo de clave ya no abre este diario. Puedes hacer otro."
REMOVED: Final = "Ya ningún archivo de clave abre el diario."


# Opening with one.

UNLOCK_HINTS: Final = "enter abrir · esc volver"
UNLOCK_WHAT: Final = "Conecta la memoria. Luego escribe su carpeta, o la ruta del archivo de clave."
UNLOCK_FORGOT: Final = (
    "¿Olvidaste la frase de acceso? Para poner una nueva, cierra el diario y escribe en una terminal: journal recover "
    "--key-file PATH"
)


def made_now(place: str, *, had: bool, open_to_others: bool) -> str:
    """Say where the new key file is, that it replaced one, and that others may be able to read it."""
    said = [made(place), *([ONE_AT_A_TIME] if had else []), *([OTHERS_READ] if open_to_others else [])]
    return " ".join(said)


def remove_detail(*, forget: bool) -> str:
    """Say what removing the key file does and what still opens; ``forget``: the earlier copies are deleted, too."""
    return " ".join([REMOVED_STAYS, COPIES_ELSEWHERE if forget else EARLIER_COPIES, IF_COPIED])


def beside(recovery_words: str) -> str:
    """Return ``con palabras de recuperación · archivo de clave``: what opens the journal, as Settings shows it."""
    return f"{recovery_words} · archivo de clave"


def made(place: str) -> str:
    """Say where the new key file is."""
    return f"El archivo de clave {place} ahora abre el diario."
