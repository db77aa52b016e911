"""What is said about exports of Loop, Daylio, Quitter and Grove and of tables: questions, doubts, what is left out.

Used by the readers of ``journal.importing``. What is left out or doubtful is shown after its number,
so each of these sentences is true of one thing and of many. None repeats what was written.
"""

from __future__ import annotations

from typing import Final

NOT_CSV: Final = "Una de sus tablas no es CSV, o está cortada. Expórtala otra vez."
TOO_MANY_CELLS: Final = "Una de sus tablas tiene más de 5.000.000 de celdas. Exporta menos tiempo, o menos columnas."
IN_THE_FUTURE: Final = "Con una fecha futura."
NO_DATE: Final = "Sin una fecha que se pueda leer."
UNIT_TOO_LONG: Final = "Unidades de más de 1000 caracteres."
NO_NAME: Final = "Cosas sin nombre."
NAME_TOO_LONG: Final = "Nombres de más de 1000 caracteres, con lo que les pertenece."
TEXT_TOO_LONG: Final = "De más de 2.000.000 de caracteres. Divídelo e importa otra vez."
TAG_TOO_LONG: Final = "Etiquetas de más de 1000 caracteres."

NOT_LOOP: Final = (
    "Esto no es una exportación de Loop Habit Tracker. Elige la carpeta o el ZIP de su exportación CSV, o su copia "
    "completa (.db)."
)
NEWER_LOOP: Final = "Esta base de datos es de una versión más nueva de Loop. Usa la exportación CSV de Loop."
LOOP_DAMAGED: Final = "Esta base de datos está dañada, así que no se leyó nada. Expórtala otra vez desde Loop."
YES_IS_CLEAN: Final = "Sí es un día sin consumo; no, un día con consumo"
YES_IS_USE: Final = "Sí es un día con consumo; no, un día sin consumo"
NUMBER_IS_USE: Final = "Cuánto consumí; 0 es un día sin consumo"
LEAVE_OUT: Final = "Dejar fuera sus días"
HABIT_LEFT_OUT: Final = "Días de hábitos que dejaste fuera, o de los que no se sabe qué significa el sí."
YES_AUTO: Final = "Días que Loop calculó. No los anotaste tú."
UNKNOWN_DAY: Final = "Días marcados en Loop como desconocidos."
OLD_ZERO: Final = (
    "Días con 0 en una exportación antigua: puede ser un no, o nada anotado. Exporta otra vez desde un Loop más nuevo."
)
NOT_A_VALUE: Final = "Días con un valor que no se puede leer."
DAY_TWICE: Final = "Días que están dos veces. Cuenta el último."


def before_year(year: int) -> str:
    """Say that a date is before the first year of a journal."""
    return f"Con una fecha anterior a {year}."


def what_yes_means(habit: str) -> str:
    """Ask whether a yes of a habit is a clean day."""
    return f"“{habit}”: ¿qué significa un día con sí?"


def what_number_means(habit: str) -> str:
    """Ask whether the number of a measured habit is an amount used."""
    return f"“{habit}”: ¿qué cuentan sus números?"


def second_of_name(label: str, number: int) -> str:
    """Return the name of another habit with the same name: ``Correr (2)``."""
    return f"{label} ({number})"


NOT_DAYLIO: Final = (
    "Esto no es una exportación de Daylio, o está dañada. Elige su exportación CSV o su copia de seguridad (.daylio)."
)
MOOD_CHOICES: Final = (
    "El mejor (10 de 10)",
    "Bueno (8 de 10)",
    "Intermedio (5 de 10)",
    "Malo (2 de 10)",
    "El peor (0 de 10)",
)
NO_MOOD: Final = "No hacer registros del día con esto"
MOOD_NOT_PLACED: Final = (
    "Registros del día en los que no se sabe lo bueno que es el ánimo. El ánimo se conserva como palabra."
)
FILES_STAY: Final = "Las fotos y grabaciones no se importan. Se quedan en Daylio."


def which_mood(name: str) -> str:
    """Ask how good a mood with a name of the person's own is."""
    return f"¿Qué nivel de ánimo es “{name}”?"


def mood_line(name: str) -> str:
    """Return the line of an entry that names its mood."""
    return f"Ánimo: {name}"


def scales_line(scales: str) -> str:
    """Return the line of an entry with what Daylio calls scales."""
    return f"Escalas: {scales}"


TOO_MANY_COLUMNS: Final = "La tabla tiene más de 200 columnas. Deja solo las que quieras importar."
EMPTY_TABLE: Final = "La tabla no tiene filas."
ENCODING_GUESSED: Final = (
    "El archivo no dice cómo están codificadas sus letras. Comprueba las que llevan tilde, y la ñ."
)
NO_COLUMN: Final = "Ninguna"
WHICH_DATE: Final = "¿Qué columna tiene la fecha?"
WHICH_TIME: Final = "¿Qué columna tiene la hora?"
WHICH_TEXT: Final = "¿Qué columna tiene el texto de una entrada?"
WHICH_TITLE: Final = "¿Qué columna tiene el título de una entrada?"
WHICH_TAGS: Final = "¿Qué columna tiene etiquetas?"
WHICH_MOOD: Final = "¿Qué columna tiene el ánimo?"
WHICH_FOCUS: Final = "¿Qué columna dice de qué trata un día, como Alcohol?"
WHICH_STATE: Final = "¿Qué columna dice si un día fue sin consumo?"
WHICH_AMOUNT: Final = "¿Qué columna tiene la cantidad consumida?"
FOCUS_NAME: Final = "Si ninguna columna lo dice: ¿de qué tratan los días?"
CLEAN_WORDS: Final = "¿Qué palabras de esa columna significan un día sin consumo? Sepáralas con comas."
USED_WORDS: Final = "¿Qué palabras de esa columna significan un día con consumo? Sepáralas con comas."
WHICH_ORDER: Final = "Fechas como 03/04/2026: ¿qué va primero?"
DAY_FIRST: Final = "El día: 3 de abril"
MONTH_FIRST: Final = "El mes: 4 de marzo"
LEAVE_DATES: Final = "No lo sé; dejar fuera esas fechas"
WHICH_SCALE: Final = "¿Qué significan los números del ánimo?"
SCALE_OF_TEN: Final = "De 0 a 10, 10 es lo mejor"
FIVE_IS_BEST: Final = "De 1 a 5, 5 es lo mejor"
ONE_IS_BEST: Final = "De 1 a 5, 1 es lo mejor"
NO_DATE_COLUMN: Final = "Filas, porque no se eligió ninguna columna para la fecha."
NOTHING_CHOSEN: Final = "Filas sin nada en las columnas elegidas."
ORDER_UNCLEAR: Final = "Filas con una fecha que se puede leer de dos maneras, como 03/04/2026."
ROW_TWICE: Final = "Filas sobre un día que ya tiene otra fila."
NO_FOCUS: Final = "Días de los que no se sabe de qué tratan."
STATE_UNKNOWN: Final = "Días con una palabra de la que no se sabe si significa consumo o no."
MOOD_UNKNOWN: Final = "Ánimos sin escala, o que no son un número de ella."
AMOUNT_UNREAD: Final = "Cantidades que no son un número. El resto de la fila se importa."
TWO_STATES: Final = "El archivo dice dos cosas de este día. Cuenta la más prudente."


def column_label(number: int) -> str:
    """Return how a column without a name is called, counted from 1."""
    return f"Columna {number}"


NOT_QUITTER: Final = "Esto no es una exportación de Quitter, o está dañada. Elige el archivo JSON de su exportación."
LETTERS_GUESSED: Final = (
    "Quitter pierde letras al exportar en Android. Comprueba las que llevan tilde y la ñ; los otros alfabetos y los "
    "emojis se perdieron."
)
PART_DAMAGED: Final = "Partes dañadas de la exportación."
START_LEFT_OUT: Final = "Fechas de inicio con un nombre que no dijiste que sigues."
IS_TRACKED: Final = "Sí, empezó entonces"
NOT_TRACKED: Final = "No, dejarlo fuera"


def is_it_tracked(name: str) -> str:
    """Ask whether a date with a name that is not known is the start of something tracked."""
    return f"“{name}” tiene una fecha. ¿Es algo que dejaste?"


def earlier_runs(label: str, lengths: str) -> str:
    """Return the note on the lengths of earlier runs, in days, of which no dates are kept."""
    return f"Rachas anteriores de “{label}” en Quitter, en días: {lengths}. Sus fechas no están en la exportación."


NOT_GROVE: Final = "Esto no es una exportación de Grove, o está dañada. Elige el archivo JSON de su exportación."
STARTS_LATER: Final = (
    "En Grove, la fecha de inicio es posterior al primer tropiezo. El día más antiguo cuenta como inicio."
)
CHECK_IN_IS_CLEAN: Final = "Un día sin consumo"
CHECK_IN_IS_USE: Final = "Un día con consumo"
TREE_LEFT_OUT: Final = "Días de hábitos que dejaste fuera, o de los que no se sabe qué significa una marca."


def what_check_in_means(habit: str) -> str:
    """Ask what a day with a check-in in Grove means."""
    return f"“{habit}”: ¿qué significa un día con una marca?"
