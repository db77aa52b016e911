"""What is said about erasing for good: one record, or the whole journal."""

from __future__ import annotations

from typing import Final

JOURNAL_TITLE: Final = "borrar el diario para siempre"
JOURNAL_YES: Final = "Borrar el diario"
JOURNAL_GOES: Final = (
    "Se borran para siempre el diario, sus tres copias anteriores, lo que este equipo anotó sobre él, la tarjeta de "
    "emergencia y tus líneas de ayuda. Nada los trae de vuelta, ni la frase de acceso ni las palabras de recuperación."
)
JOURNAL_STAYS: Final = (
    "Las copias de seguridad que hayas hecho, o que hagan otros programas, se quedan. Primero se sobrescriben las "
    "claves. Un disco moderno (SSD) puede conservar bloques viejos un tiempo; quien los tenga, y además la frase de "
    "acceso, podría leerlos."
)
JOURNAL_WORD: Final = "BORRAR"
"""What is typed to confirm."""
JOURNAL_TYPE_WORD: Final = f"Escribe {JOURNAL_WORD}"
JOURNAL_WORD_DIFFERS: Final = f"Escribe {JOURNAL_WORD} en mayúsculas, para que nada se borre sin querer."
JOURNAL_ERASED: Final = "El diario está borrado de este equipo."

RECORD_TITLE: Final = "borrar para siempre"
RECORD_ASK: Final = "¿Borrarlo para siempre?"
RECORD_YES: Final = "Borrar"
RECORD_DONE: Final = "Borrado para siempre aquí, y la clave maestra es nueva."
RECORD_WHAT: Final = (
    "Lo que borras queda 30 días en la papelera, y en las tres copias anteriores que hay junto al diario. Borrar para "
    "siempre lo quita de ahí, con sus versiones anteriores, y cifra todo otra vez con una clave nueva."
)
RECORD_ELSEWHERE: Final = (
    "Las copias de seguridad que hayas hecho, o que hagan otros programas, aún lo tienen. Un disco moderno (SSD) puede "
    "conservar bloques viejos un tiempo; para leerlos hacen falta herramientas especiales y tu frase de acceso o tus "
    "palabras de recuperación de antes."
)
RECORD_DELETED: Final = "Borrado aquí, pero las copias anteriores aún lo tienen hasta que vuelvas a hacer esto."
RECORD_UNNAMED: Final = "esto"


def record_to_erase(what: str) -> str:
    """Say which record is erased."""
    return f"Se borrará para siempre: {what}."
