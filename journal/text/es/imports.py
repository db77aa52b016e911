"""What is said about a file of days that is imported: what is wrong with a row, and what is too much.

Used by ``journal.importing``. A reason never repeats what a cell holds: it could be private.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.text.es.counting import count, whole

NOT_CSV: Final = "esto no es CSV"
COLUMN_TWICE: Final = "una columna aparece dos veces"
TOO_MANY_CELLS: Final = "hay más celdas que columnas"
NO_SUCH_STATE: Final = "el estado debe ser clean, used, unknown, mixed o na"
NOT_A_DATE: Final = "la fecha debe escribirse así: 2026-11-23"
DATE_TO_COME: Final = "la fecha está en el futuro"
AMOUNT_NOT_A_NUMBER: Final = "la cantidad no es un número"
AMOUNT_OUT_OF_RANGE: Final = "la cantidad debe ser 0 o más"
MARKED_OTHERWISE: Final = "este día ya tiene otra marca"
USE_ON_THIS_DAY: Final = "en este día hay un consumo anotado"

NOT_A_FILE: Final = "Esto no es un archivo."
NOT_A_ZIP: Final = "Esto no es un archivo ZIP, o está dañado."
ZIP_DAMAGED: Final = "Una parte del archivo ZIP no se puede leer: está dañada, o cerrada con una contraseña."
PATH_OUT_OF_ZIP: Final = (
    "El archivo ZIP tiene una ruta que lleva fuera de él. Eso no es una exportación, así que no se leyó nada."
)
NOT_UTF8: Final = "El archivo no es texto UTF-8. Expórtalo otra vez, o guárdalo como UTF-8 en un editor."


def bad_line(line: int, reason: str) -> str:
    """Return ``Línea 3: la cantidad no es un número.``."""
    return f"Línea {line}: {reason}."


def more_bad_lines(number: int) -> str:
    """Say how many bad rows are not named."""
    return f"Y {whole(number)} más."


def too_many_rows(most: int) -> str:
    """Say that the file has too many rows."""
    return f"El archivo tiene más de {count(most, 'fila')}."


def too_many_focuses(most: int) -> str:
    """Say that the file names too many focuses."""
    return f"El archivo nombra más de {count(most, 'foco')}."


def missing_columns(names: Iterable[str]) -> str:
    """Name the columns that the header lacks."""
    return f"en la cabecera falta {', '.join(names)}; las columnas se separan con comas"


def label_needed(most: int) -> str:
    """Say that a row has no label, or one of more than ``most`` characters."""
    return f"el foco necesita un nombre de {count(most, 'carácter', 'caracteres')} como mucho"


def date_too_early(year: int) -> str:
    """Say that a row is from before the first year that a journal knows."""
    return f"la fecha es anterior a {year}"


def too_many_digits(most: int) -> str:
    """Say that an amount has too many digits."""
    return f"la cantidad tiene más de {count(most, 'cifra')}"


def too_many_files(most: int) -> str:
    """Say that there are more files than are looked at."""
    return f"Hay más de {count(most, 'archivo')}. Indica la exportación misma, o divídela."


def too_large(mib: int) -> str:
    """Say that a file, or all of them together, is over the limit in MiB."""
    return f"Ocupa más de {mib} MiB, así que no se leyó. Exporta menos tiempo."
