"""What is said about writing that is imported from jrnl, Day One and Markdown: questions, doubts and what is left out.

Used by the readers of ``journal.importing``. What is left out is shown with a number before or after it, so each of
these sentences is true of one thing and of many. None repeats what was written: it is private.
"""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

# what is left out
IN_THE_FUTURE: Final = "Con una fecha futura."
EMPTY: Final = "Sin texto."
NO_DAY: Final = "Sin día en el nombre del archivo ni al comienzo del archivo."
NO_DATE: Final = "Sin una fecha que se pueda leer."
BEFORE_FIRST_ENTRY: Final = "Texto antes de la primera fecha."
NOT_READABLE: Final = "Con daños, o con una parte cortada."
NOT_UTF8: Final = "No es texto UTF-8. Guárdalo como UTF-8 en un editor e importa otra vez."
FILE_TOO_LARGE: Final = "Más grande que los archivos que se leen."
TAGS: Final = "Etiquetas demasiado largas, o más de las que admite una entrada."
MEDIA: Final = "Fotos, grabaciones y archivos adjuntos."
EMBEDS: Final = "Imágenes y notas incrustadas. Sus nombres se quedan en el texto."
OTHER_PROPERTIES: Final = "Propiedades al comienzo de una nota, aparte de la fecha, el título y las etiquetas."
OTHER_JSON: Final = "Archivos JSON que no son de Day One."
OTHER_FILES: Final = "Archivos de texto que no están en carpetas por año y mes."

# doubts
CLOCK_CHANGE: Final = "A esa hora se cambió el reloj, así que puede haber una hora de diferencia."
NO_ZONE: Final = "La exportación no dice la zona horaria. Se usó la de este equipo."
ZONE_UNKNOWN: Final = "Este equipo no conoce la zona horaria de la exportación. Se usó la suya."
DAYS_DIFFER: Final = "El nombre del archivo y el comienzo de la nota tienen días distintos. Se usó el del nombre."
SWAPPED: Final = "El día y el mes pueden estar cambiados. Comprueba cómo se escriben las fechas."
HEADER_LIKE: Final = "Una línea empieza con otra fecha entre corchetes. Se conservó como parte del texto."
LONG_TITLE: Final = "El título es demasiado largo para un título. Ahora está al comienzo del texto."
BAD_CHARACTERS: Final = "Algunos caracteres no se pueden guardar. Se reemplazaron."

# why an export can't be read
NO_JRNL_ENTRIES: Final = "No se encontró ninguna entrada. Comprueba que es de jrnl, y cómo se escriben sus fechas."
ENCRYPTED: Final = "jrnl cifró este archivo. Descífralo con “jrnl --decrypt”, o expórtalo, e importa otra vez."
NOT_JRNL: Final = "Esto no es un archivo de jrnl, ni una carpeta de jrnl con años y meses dentro."
NOT_DAYONE: Final = "Esto no es una exportación de Day One. Elige su archivo ZIP o JSON, o una carpeta .dayone."
NOT_MARKDOWN: Final = "Aquí no hay archivos Markdown."
NOT_JSON: Final = "Esto no es JSON, o está dañado."
NOT_PLIST: Final = "Esto no es una entrada de Day One, o está dañada."
BAD_PATTERN: Final = "Este formato de fecha no se puede usar. Necesita año, mes y día, como %Y-%m-%d o YYYY-MM-DD."
BAD_TIME_PATTERN: Final = "Este formato de fecha no se puede usar. Escríbelo como %H:%M o %Y-%m-%d %H:%M."
FOLDER_UNREADABLE: Final = "No se puede abrir una de sus carpetas, así que no se leyó nada. Comprueba los permisos."

# questions
TIME_FORMAT: Final = "¿Cómo escribe jrnl las fechas? Es “timeformat” en sus ajustes, como %Y-%m-%d %H:%M."
TAG_SIGNS: Final = "¿Con qué signos empieza una etiqueta en jrnl? Es “tagsymbols” en sus ajustes."
NAME_PATTERN: Final = "¿Cómo se llaman los archivos? Como YYYY-MM-DD, o YYYY/MM/DD con carpetas."
JOURNAL_TAGS: Final = "Hay varios diarios de Day One. ¿Añadir el nombre de cada uno a sus entradas como etiqueta?"
YES: Final = "Sí"
NO: Final = "No"


def date_too_early(year: int) -> str:
    """Say that things are dated before the first year that a journal knows."""
    return f"Con una fecha anterior a {year}."


def text_too_long(most: int) -> str:
    """Say that texts are over the limit of one entry, in characters."""
    return f"De más de {count(most, 'carácter', 'caracteres')}. Divídelo e importa otra vez."
