"""What is said of everything that can go wrong with a journal file: one sentence for each code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal.errors import ErrorCode, InUse, VaultError

if TYPE_CHECKING:
    from journal.recovery_words import Misspelt

SENTENCES: Final[dict[ErrorCode, str]] = {
    ErrorCode.KEY_FILE_TOO_LARGE: (
        "Este archivo es demasiado grande para ser un archivo de clave, que es una línea corta de texto."
    ),
    ErrorCode.NO_KEY_FILE: (
        "Ningún archivo de clave abre este diario. Usa la frase de acceso o las palabras de recuperación."
    ),
    ErrorCode.NEWER_KEY_FILE: "Una versión más nueva hizo este archivo de clave. Esta versión no puede leerlo.",
    ErrorCode.NOT_A_KEY_FILE: (
        "Esto no es un archivo de clave. Uno de verdad es una línea de texto que empieza por journal-key."
    ),
    ErrorCode.KEY_FILE_DAMAGED: (
        "El archivo de clave está dañado: falta o cambió una parte de su línea. Al diario no le pasa nada. Ábrelo con "
        "la frase de acceso o las palabras de recuperación."
    ),
    ErrorCode.KEY_FILE_NOT_WRITTEN: "El archivo de clave no se pudo guardar: {reason}. No se cambió nada.",
    ErrorCode.KEY_FILE_UNREADABLE: "El archivo de clave no se puede leer: {reason}.",
    ErrorCode.KEY_FILE_MISSING: "No hay ningún archivo de clave en {path}. Mira si la memoria está conectada.",
    ErrorCode.WRONG_KEY_FILE: (
        "Este archivo de clave no abre este diario. Es de otro diario, o fue reemplazado o quitado."
    ),
    ErrorCode.NAME_OF_THE_JOURNAL: "El diario usa ese nombre para sus propios archivos. Elige otro nombre.",
    ErrorCode.NO_JOURNAL: "Aquí no hay ningún diario.",
    ErrorCode.PLACE_TAKEN: "Ya existe un archivo con ese nombre. Elige otro.",
    ErrorCode.NO_JOURNAL_THERE: "El archivo que hay ahí no es un diario. No se cambió.",
    ErrorCode.COPY_ON_ITSELF: "Ese es el propio diario. Guarda la copia de seguridad en otro sitio.",
    ErrorCode.NOT_A_JOURNAL: "Este archivo no es un diario.",
    ErrorCode.NOT_A_FILE: "Esto es un enlace u otra cosa, no el archivo de un diario.",
    ErrorCode.UNREADABLE_FILE: "No se puede leer el archivo: {reason}.",
    ErrorCode.NEWER_FORMAT: "Este diario es de una versión más nueva. No se cambió nada en él.",
    ErrorCode.NEWER_KEYS: "Solo una versión más nueva puede abrir este diario. No se cambió nada en él.",
    ErrorCode.NEWER_COPY: (
        "Una versión más nueva escribió en esa copia, así que aquí no se puede combinar. No se cambió nada."
    ),
    ErrorCode.WRONG_PASSPHRASE: "Esta frase de acceso no abre este diario.",
    ErrorCode.NO_PASSPHRASE: "Este diario no tiene frase de acceso.",
    ErrorCode.NO_RECOVERY_WORDS: "Este diario no tiene palabras de recuperación.",
    ErrorCode.WRONG_RECOVERY_WORDS: "Son palabras de recuperación, pero no las de este diario.",
    ErrorCode.OTHER_KEY: "Esa copia tiene otra clave. Ábrela con su propia frase de acceso.",
    ErrorCode.UNKNOWN_WORD: "La palabra {number} no es una de las palabras de recuperación. Revisa cómo está escrita.",
    ErrorCode.WORD_COUNT: "Las palabras de recuperación son 24, y aquí hay {number}.",
    ErrorCode.WORDS_DO_NOT_FIT: (
        "Todas las palabras están en la lista, pero juntas no encajan: una es otra o no está en su sitio."
    ),
    ErrorCode.DAMAGED_COPY: "La propia copia está dañada. No se cambió nada.",
    ErrorCode.FIRST_PAGE_UNREADABLE: (
        "El archivo está dañado: no se puede leer ninguna de las dos copias de su primera página."
    ),
    ErrorCode.FIRST_PAGE_CONTRADICTS_ITSELF: "El archivo está dañado: su primera página se contradice.",
    ErrorCode.DISK_CANNOT_READ: "El disco no puede leer el archivo.",
    ErrorCode.FILE_TOO_LARGE: (
        "El archivo es más grande que cualquier diario (más de {number} GiB), así que no se abrió; no se cambió nada "
        "en él."
    ),
    ErrorCode.GONE_BAD: "El archivo del disco se dañó después de abrirlo. No se cambió nada.",
    ErrorCode.SEALED_KEY_CHANGED: "La clave cifrada de la primera página del archivo fue cambiada.",
    ErrorCode.FIRST_PAGE_CHANGED: "Algo que no es este diario cambió la primera página del archivo.",
    ErrorCode.COST_REFUSED: "El archivo fue cambiado: abrirlo exige un esfuerzo imposible.",
    ErrorCode.NOT_ENOUGH_MEMORY: (
        "Abrir este diario necesita {number} MB de memoria libre, y ahora mismo este equipo tiene menos."
    ),
    ErrorCode.IN_USE: "Este diario está abierto en otro sitio{who}. Ciérralo allí primero.",
    ErrorCode.INBOX_IN_USE: "Ahora mismo se está guardando otra cosa. Prueba otra vez en un momento.",
    ErrorCode.OPENED_READ_ONLY: "El diario está abierto solo para leer.",
    ErrorCode.NO_LOCK_FILE: ("El diario solo se puede leer: no se puede crear un archivo de bloqueo en su carpeta."),
    ErrorCode.SECOND_NAME: (
        "El archivo tiene un segundo nombre en algún sitio, así que no se escribe en él. `journal compact` crea un "
        "archivo aparte."
    ),
    ErrorCode.NEWER_RECORDS: "El diario tiene datos de una versión más nueva, así que aquí solo se puede leer.",
    ErrorCode.NEWER_DOCUMENTS: (
        "Una versión más nueva del diario escribió en este archivo. Aquí puedes leerlo, pero no cambiarlo."
    ),
    ErrorCode.READ_ONLY_DAMAGED: "El archivo está dañado, así que el diario solo se puede leer.",
    ErrorCode.READ_ONLY_ROLLED_BACK: (
        "Esta no es la versión que este equipo vio por última vez, así que solo se puede leer."
    ),
    ErrorCode.READ_ONLY_REPLACED: "Otro programa cambió el archivo del diario, así que ya no se guarda nada en él.",
    ErrorCode.CLOSED: "El diario está cerrado.",
    ErrorCode.NOT_SAVED: "No se guardó. No se cambió nada: {reason}.",
    ErrorCode.NOT_READ_BACK: "Lo guardado no se pudo volver a leer igual. El diario está como antes.",
    ErrorCode.COPY_NOT_READ_BACK: (
        "La copia de seguridad no se pudo volver a leer igual, así que se quitó. Puede que el disco esté fallando."
    ),
    ErrorCode.NO_COPY_MADE: "No se hizo ninguna copia de seguridad: {reason}.",
    ErrorCode.INBOX_UNREADABLE: (
        "No se cambió nada: lo que escribiste con el diario bloqueado no se puede leer ahora mismo."
    ),
    ErrorCode.SAVE_NOT_CONFIRMED: "El disco no confirmó que se guardara. Puede estar guardado o no.",
    ErrorCode.NEW_FILE_NOT_CONFIRMED: "El disco no confirmó que el archivo nuevo esté guardado.",
    ErrorCode.CAPTURE_NOT_CONFIRMED: "El disco no lo confirmó. Puede estar guardado o no.",
    ErrorCode.EARLIER_COPIES_LEFT: ("Las claves se cambiaron, pero no se pudieron quitar todas las copias anteriores."),
    ErrorCode.NOTHING_ERASED: "No se borró nada: {reason}.",
    ErrorCode.PARTLY_ERASED: "No se pudo borrar todo: {reason}. Prueba otra vez, o bórralo a mano.",
    ErrorCode.LEFT_OUTSIDE: "El diario está borrado. Lo que guardaste fuera de él, en {path}, sigue ahí.",
    ErrorCode.REPLACED: "Otro programa cambió el archivo del diario. Lo que tenías abierto está guardado en {name}.",
    ErrorCode.DOCUMENT_TOO_LARGE: "De una vez puedes guardar hasta 8 MB de texto. Esto es más largo.",
    ErrorCode.CAPTURE_TOO_LARGE: (
        "Sin desbloquear puedes escribir hasta 64 kB. Desbloquea el diario para escribir más."
    ),
    ErrorCode.NO_INBOX: "Todavía no puedes escribir nada sin desbloquear. Abre antes el diario una vez.",
    ErrorCode.INBOX_FULL: (
        "La bandeja de entrada de lo que escribes sin desbloquear está llena. Desbloquea el diario para revisarla."
    ),
    ErrorCode.UNSUITABLE_LIBRARY: (
        "El diario se probó con {reason}. A la versión instalada aquí le falta una parte necesaria. No se abrió ni se "
        "cambió nada. Instala la versión probada: pip install {reason}."
    ),
}
"""What happened and what was kept; ``{reason}`` is what the system says, ``{who}`` who has the journal open."""

_NO_REASON: Final = "el disco no lo permitió"


def error_text(error: Exception) -> str:
    """Return the sentence for an error; one that is not of the vault brings its own as its message."""
    if not isinstance(error, VaultError):
        return str(error)
    return SENTENCES[error.code].format(
        reason=error.reason or _NO_REASON,
        number=error.number,
        path=error.path,
        name=error.path.name if error.path else "",
        who=f" ({error.reason})" if isinstance(error, InUse) and error.reason else "",
    )


def words_error_text(error: Exception, words: str) -> str:
    """Return the sentence for an error about recovery words that were typed; names the one that is not in the list."""
    from journal.recovery_words import first_misspelt  # the locked screen has errors to show, and mostly no words

    misspelt = first_misspelt(words) if isinstance(error, VaultError) and error.code is ErrorCode.UNKNOWN_WORD else None
    return error_text(error) if misspelt is None else word_not_listed(misspelt)


def word_not_listed(misspelt: Misspelt) -> str:
    """Say which word is not in the list, and offer those that are like it."""
    said = f"La palabra {misspelt.number}, “{misspelt.word}”, no es una de las palabras de recuperación."
    *others, last = misspelt.nearest or ("",)
    joined = "u" if last.startswith("o") else "o"
    offered = f"{', '.join(others)} {joined} {last}" if others else last
    return f"{said} ¿Querías decir {offered}?" if offered else said
