"""What ``journal passphrase`` and ``recover`` say, and what ``journal new`` says of recovery words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PASSPHRASE_HELP: Final = """\
Cambiar lo que abre el diario.

Una frase de acceso nueva deja fuera de este archivo a quien conozca la anterior. Las copias anteriores de al lado
siguen abriéndose con ella si no las reemplazas; las copias de seguridad de otros sitios, siempre. Si alguien puede
tener la propia clave de cifrado, o ha leído el disco, usa --master-key. Tus palabras de recuperación y tu archivo de
clave dejan entonces de servir; --recovery-words y `journal key-file new` crean otros.

--passphrase-fd lee dos líneas: la frase de acceso actual, y la nueva."""
RECOVER_HELP: Final = """\
Cambiar la frase con las palabras de recuperación.

Con --key-file PATH se usa el archivo de clave en lugar de las palabras. Sin una terminal, las palabras vienen de la
entrada estándar, y la frase nueva con --passphrase-fd."""
SHEET_HELP: Final = "Escribir las palabras para imprimir, .html o .txt."
RECOVERY_WORDS_HELP: Final = "Crear palabras de recuperación nuevas; las anteriores dejan de servir."
MASTER_KEY_HELP: Final = "Reemplazar la clave maestra: deja fuera a quien tenga la anterior."
FORGET_COPIES_HELP: Final = "Reemplazar también las copias anteriores de al lado."
KEEP_PASSPHRASE_HELP: Final = "Conservar la frase de acceso actual."

ASK_CURRENT: Final = "Frase de acceso actual"
ASK_NEW: Final = "Frase de acceso nueva"
ASK_RECOVERY_WORDS: Final = "Palabras de recuperación (no se muestran)"
GO_ON_ASKS: Final = "¿Continuar?"

EARLIER_COPIES: Final = "Las copias anteriores junto al diario siguen abriéndose con tu frase de acceso de antes."
REPLACE_THEM: Final = f"{EARLIER_COPIES} ¿Reemplazarlas también?"
COPIES_ELSEWHERE: Final = "Las copias de seguridad de otros sitios siguen abriéndose con lo que las abría antes."
SEALED_ANEW: Final = "La clave maestra está reemplazada."
SEALING_ANEW: Final = (
    "Esto reemplaza la clave maestra y cifra todo otra vez. Se quitan las tres copias anteriores junto al diario, y "
    "con ellas lo que borraste. Las copias de seguridad de otros sitios siguen abriéndose con lo que las abría antes."
)
WORDS_WILL_END: Final = "Tus palabras de recuperación actuales dejarán de servir; --recovery-words crea unas nuevas."
SHORT_OF_MEMORY: Final = (
    "Este equipo tenía poca memoria, así que la frase de acceso es más fácil de adivinar de lo normal."
)

NOTHING_TO_CHANGE: Final = "No hay nada que cambiar. Usa --recovery-words o --master-key para decir qué."
NO_RECOVERY_WORDS: Final = "Este diario no tiene palabras de recuperación. Solo lo abre su frase de acceso."
RECOVER_BY_KEY_FILE: Final = (
    "Esto pide la frase de acceso actual. Si solo tienes un archivo de clave, pon otra con: "
    "journal recover --key-file PATH."
)
RECOVERED_BY_KEY_FILE: Final = (
    "El diario tiene una frase de acceso nueva. El archivo de clave también lo sigue abriendo."
)
ONLY_KEY_FILE: Final = (
    "Este diario no tiene palabras de recuperación. Su archivo de clave pone otra frase con: "
    "journal recover --key-file PATH."
)
RECOVERED: Final = "El diario tiene una frase de acceso nueva. Las palabras de recuperación siguen igual."
SHEET_IS_THERE: Final = "Ya existe un archivo con ese nombre. No se cambió nada. Elige otro nombre."
WRITE_WORDS_DOWN: Final = "Sus palabras de recuperación también lo abren. Apúntalas y guárdalas donde nadie más mire:"
SYSTEM_REFUSED: Final = "el sistema no lo permitió"


def sheet_not_written(reason: str) -> str:
    """Say why the sheet is not there; an empty ``reason`` is one that the system did not give."""
    return f"No se pudo guardar la hoja: {reason or SYSTEM_REFUSED}."


def words_on_sheet(file: Path, not_encrypted: str) -> str:
    """Say where the recovery words are; ``not_encrypted`` is the sentence that warns of the sheet."""
    return f"Sus palabras de recuperación también lo abren; están en la hoja {file}. {not_encrypted}"


def new_passphrase(strength: str) -> str:
    """Say how strong the new passphrase is."""
    return f"El diario tiene una frase de acceso nueva. Es {strength}."
