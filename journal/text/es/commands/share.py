"""What ``journal summary``, ``card``, ``calendar`` and ``given`` say; the page is in ``journal.text.es.page``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.text.es.counting import count

SUMMARY_HELP: Final = """\
Escribir una página de un periodo para el mentor.

En una terminal la ves antes, y se guarda si dices que sí. `journal given` la muestra. Quien reciba el archivo puede
leerlo, si --seal no lo cifra. Por ley, la mayoría de los mentores no tienen que guardar el secreto. Algunos deben
avisar de un peligro para ti o para un menor. ¿Juicio, libertad condicional o custodia? Busca consejo legal antes de
compartir fechas de consumo. Con --passphrase-fd la frase de acceso del archivo es la línea después de la del
diario."""
CARD_HELP: Final = """\
Escribir una tarjeta para imprimir: planes, motivos.

También lleva el número de emergencias de la región. El archivo no está cifrado: imprímelo y luego bórralo."""
CALENDAR_HELP: Final = """\
Escribir reuniones y fechas en un calendario (.ics).

Los títulos son neutros: nunca qué, dónde ni con quién. `journal given` lo muestra."""
ATTENDANCE_HELP: Final = """\
Escribir una lista de tus reuniones, para firmar.

Lleva día, tipo y minutos; ni nombres ni notas. En una terminal la ves antes, y se guarda si dices que sí. `journal
given` la muestra. El archivo no está cifrado: quien lo reciba puede leerlo. Para dejar fuera reuniones sueltas, usa
la hoja de asistencia del diario."""
GIVEN_HELP: Final = "Lo que compartiste, y dónde está ahora."

TO_HELP: Final = "El archivo que se escribe; solo tú puedes leerlo (0600)."
SINCE_HELP: Final = "El primer día; si no, desde la última página."
ATTENDANCE_SINCE_HELP: Final = "El primer día."
PLACES_HELP: Final = "Incluir dónde fueron las reuniones."
CONTACTS_HELP: Final = "Incluir contactos: llamadas, mensajes y visitas."
UNTIL_HELP: Final = "El último día, en lugar de hoy."
FOR_HELP: Final = "Para quién es, en lugar de la persona a la que ves la próxima vez; - para nadie."
SHARE_HELP: Final = "Cuánto incluye, en lugar del nivel elegido para esa persona."
SEAL_HELP: Final = (
    "Cifrar el archivo con age: con una frase de acceso, que se te pide, o con su clave; un PDF, con una contraseña."
)
REPLACE_HELP: Final = "Reemplazar FILE si existe."
PEOPLE_HELP: Final = "Incluir a quién llamar: nombres y números de otras personas."
FORMAT_HELP: Final = "Si no, según cómo acaba el nombre de FILE."

FILE_IS_THERE: Final = "Ya existe un archivo con ese nombre, y no se tocó. --replace lo reemplaza."
FILE_IS_THERE_NOW: Final = "Mientras tanto apareció un archivo con ese nombre, y no se tocó. --replace lo reemplaza."
PASSWORD_NEEDS_PDF: Final = "Solo un PDF acepta una contraseña; --seal passphrase cifra cualquier formato."
NOBODY_OF_THAT_NAME: Final = "En el diario nadie tiene ese nombre; --for - no nombra a nadie."
NO_KEY_OF_THEIRS: Final = "El diario no tiene una clave de cifrado (age) de esa persona."
ASK_FILE_PASSPHRASE: Final = "Una frase de acceso para el archivo"
EMPTY_SEAL: Final = "Para cifrar hace falta una frase de acceso, y esta está vacía. No se guardó nada."
GIVEN_HEADINGS: Final = ("Cuándo", "Qué", "Para", "Días", "Formato", "Tachado", "Dónde")
"""Headings of the list of what was shared in accessible mode."""

FIRST_AFTER_LAST: Final = "El primer día es posterior al último; --since y --until dicen cuáles son."
NOTHING_WRITTEN: Final = "No se guardó nada."
NO_MEETINGS: Final = "No hay reuniones anotadas en esos días. No se guardó nada."
NOTHING_GIVEN: Final = "Todavía no has compartido nada."


def file_passphrase(strength: str) -> str:
    """Say how strong the passphrase of the file is."""
    return f"La frase de acceso del archivo es {strength}."


def page_written(first: date, last: date, lines: int, sealed: str) -> str:
    """Say of which period and how long the page is, and how it is encrypted, which may be empty."""
    how = f", cifrado ({sealed})" if sealed else ""
    return f"Guardado: {format_date(first, last)}, {count(lines, 'línea')}{how}."


def page_asks(name: str) -> str:
    """Ask whether the page may be written to the file of this name."""
    return f"¿Guardarla en {name}?"


def card_written(lines: int, not_encrypted: str) -> str:
    """Say how long the card is; ``not_encrypted`` is the sentence that warns of the file."""
    return f"Guardado: {count(lines, 'línea')}. {not_encrypted}"


def calendar_asks(events: int, name: str) -> str:
    """Ask whether the calendar may be written to the file of this name."""
    return f"¿Guardar {count(events, 'evento')} en {name}?"


def calendar_written(events: int) -> str:
    """Say how many events the calendar has."""
    return f"Guardado: {count(events, 'evento')}."


def format_still_out(number: int) -> str:
    """Return ``Otras personas aún pueden leer 1 de ellos.``."""
    return (
        f"Otras personas aún pueden leer {number} de ellos." if number else "Ya nadie más puede leer ninguno de ellos."
    )


def format_gone(day: date) -> str:
    """Say when a paper ceased to be."""
    return f"ya no está, {format_day(day)}"


def format_struck(number: int) -> str:
    """Say how many lines were crossed out; empty for none."""
    return count(number, "tachada") if number else ""
