"""What is said about what opens the journal: the passphrase, the recovery words and the master key."""

from __future__ import annotations

from typing import Final

# The menu.

MENU_TITLE: Final = "frase de acceso y claves"
MENU_HINTS: Final = "enter abrir · esc volver"
CHANGE_PASSPHRASE: Final = "Cambiar la frase de acceso"
CHANGE_PASSPHRASE_EFFECT: Final = (
    "Deja fuera a quien conozca la anterior. Las copias anteriores que hay junto al diario siguen abriéndose con ella, "
    "si no las borras; las copias de seguridad que hiciste, siempre."
)
RECOVERY_WORDS: Final = "Palabras de recuperación"
RECOVERY_WORDS_EFFECT: Final = (
    "24 palabras que abren el diario si olvidas la frase de acceso. Unas nuevas reemplazan a las anteriores; las "
    "copias anteriores siguen abriéndose con las de antes."
)
ROTATE_KEY: Final = "Reemplazar la clave maestra"
ROTATE_KEY_EFFECT: Final = (
    "Deja fuera también a quien pueda tener la propia clave. Quita las copias anteriores y lo que borraste. Las copias "
    "de seguridad que hiciste siguen abriéndose con las claves de antes."
)

# A new passphrase.

PASSPHRASE_TITLE: Final = "frase de acceso"
CURRENT_PASSPHRASE: Final = "Frase actual"
CURRENT_PASSPHRASE_NEEDED: Final = "Escribe tu frase de acceso actual."
CURRENT_PASSPHRASE_WRONG: Final = "Esta no es tu frase de acceso actual."
SOMEONE_KNOWS: Final = "Alguien la conoce"
SOMEONE_KNOWS_HINT: Final = "¿Puede alguien conocer tu frase actual? Entonces reemplaza también la clave maestra."
EARLIER_COPIES: Final = (
    "Junto al archivo se guardan copias anteriores. Siguen abriéndose con tu frase de antes si no las borras aquí; las "
    "copias de seguridad que hiciste en otro sitio, siempre. Tus palabras de recuperación siguen sirviendo."
)
FORGET_EARLIER: Final = "Borrarlas"
MAKING_KEY: Final = "Creando la clave nueva. Tarda unos segundos."
PASSPHRASE_CHANGED: Final = "La frase de acceso nueva ya sirve."
WEAK_KEY: Final = (
    "Cuando pusiste la frase de acceso, a este equipo le faltaba memoria, así que es más fácil de adivinar de lo "
    "normal. Cierra otros programas y vuelve a ponerla en Ajustes."
)
ASK_ROTATE: Final = "¿Reemplazar la clave maestra?"
ASK_ROTATE_GO: Final = "Continuar"
LATER: Final = "Después"
ASK_ROTATE_DETAIL: Final = (
    "Tu frase de acceso está cambiada. Quien conocía la anterior puede haber guardado la clave que hay detrás, que "
    "sigue siendo la misma. Reemplazar la clave maestra también deja fuera a esa persona."
)

# Recovery words.

WORDS_TITLE: Final = "palabras de recuperación"
WORDS_WRITTEN_DOWN: Final = "Ya las apunté"
WORDS_REPLACE: Final = "Reemplazan a las que tienes en cuanto escribas dos de ellas."
WORDS_CHECK: Final = "Comprobemos dos de las palabras. Esc las vuelve a mostrar."
WORDS_SET: Final = "Las palabras de recuperación ya abren el diario."
SHEET_TITLE: Final = "una hoja para imprimir"
SHEET_HINTS: Final = "enter guardar · esc volver"
SHEET_FILE: Final = "Archivo"


def word_at(number: int) -> str:
    """Name the field of one recovery word, counted from 1."""
    return f"Palabra {number}"


def word_differs(number: int) -> str:
    """Say that the recovery word with this number, counted from 1, is wrong."""
    return f"La palabra {number} no coincide. Esc las vuelve a mostrar."


def words_not_set(reason: str) -> str:
    """Say why new recovery words open nothing, and where to make new ones."""
    return f"{reason} Estas palabras de recuperación no sirven. Haz otras en Ajustes."


# A new master key.

ROTATE_TITLE: Final = "clave maestra nueva"
ROTATE_WHAT: Final = (
    "Todo se cifra otra vez con una clave nueva. Quien guardó la anterior no puede leer lo que escribas desde ahora. "
    "Tu frase de acceso sigue igual."
)
ROTATE_REMOVES: Final = (
    "Se quitan las tres copias anteriores que hay junto al diario, y lo que borraste desaparece para siempre. Las "
    "copias de seguridad tuyas o de otros programas quedan como están y se abren con las claves de antes."
)
ROTATE_YES: Final = "Reemplazar la clave"
ROTATE_DONE: Final = "La clave maestra está reemplazada. Las copias anteriores se quitaron."
PASSPHRASE_NEEDED: Final = "Escribe tu frase de acceso."
PASSPHRASE_WRONG: Final = "Esta no es la frase de acceso del diario."
WORDS_WRONG: Final = "Estas no son las palabras de recuperación del diario."
WHICH_WORDS: Final = "¿Qué palabras de recuperación deben abrirlo después?"
WHICH_WORDS_LABELS: Final = {"new": "unas nuevas", "same": "las que tengo", "none": "ninguna"}
"""Stored value of ``RecoveryWordsChoice`` → label."""
TYPE_WORDS: Final = "Escribe en orden las 24 palabras que tienes."
TYPED_WORDS: Final = "24 palabras"
TRYING: Final = "Comprobando. Tarda más o menos un segundo."
SEALING: Final = "Cifrando todo otra vez. Tarda unos segundos."
WORDS_END: Final = "Las palabras de recuperación que tienes ya no abren este diario."
NO_UNDO: Final = "Después, u no puede deshacer lo que hiciste hoy."
