"""What is said about settings: the list of them, and those of this computer."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count, own_word

# The list.

TITLE: Final = "ajustes"
HINTS: Final = "enter abrir · + algo más que seguir · esc volver"

YOU: Final = "Tú"
TRACKED: Final = "Lo que sigues"
SAFETY: Final = "Estar a salvo"
SECURITY: Final = "Seguridad"
BACKUPS: Final = "Copias"
LOOKS_AND_KEYS: Final = "Aspecto y teclas"
EXPORTS: Final = "Exportar e importar"
ERASING: Final = "Borrar todo"

PREFERENCES: Final = "Palabras y días"
ADD_FOCUS: Final = "otra cosa de la que recuperarte"
SAVED: Final = "Ajustes guardados."
LINE_SAVED: Final = "Línea guardada."
NOT_STARTED: Final = "todavía no"
PAUSED: Final = "en pausa"
ARCHIVED: Final = "archivado"
ACCESS: Final = "Frase y claves"
HAS_RECOVERY_WORDS: Final = "con palabras de recuperación"
NO_RECOVERY_WORDS: Final = "aún sin palabras de recuperación"
COPIES: Final = "Copia de seguridad"
MERGE: Final = "Combinar una copia"
MERGE_WHAT: Final = "añade lo que tiene otra copia"
REGION_AND_LANGUAGE: Final = "Región, idioma"
NO_REGION: Final = "sin país elegido"
SAFETY_PLAN: Final = "Plan de seguridad"
EMERGENCY_CARD: Final = "Tarjeta emergencia"
CARD_SHOWN: Final = "se ve con el diario bloqueado"
NO_CARD: Final = "ninguna: no se ve nada tuyo"
OWN_LINES: Final = "Líneas propias"
NO_OWN_LINES: Final = "todavía ninguna"
COMPACT: Final = "Ordenar archivo"
FILE: Final = "El archivo"
LOCK: Final = "Bloqueo"
MOTION_AND_KEYS: Final = "Movimiento, teclas"
PAGE: Final = "Compartir página"
PAGE_WHAT: Final = "texto, HTML, PDF o JSON"
ERASE: Final = "Borrar el diario"
ERASE_WHAT: Final = "y sus copias anteriores"

COMPACT_ASK: Final = "¿Ordenar el archivo?"
COMPACT_YES: Final = "Ordenar"
COMPACT_DETAIL: Final = (
    "Se quitan los datos viejos de lo que editaste o borraste. La papelera y las versiones anteriores de las entradas "
    "se quedan. El archivo tal como está ahora queda al lado, como la primera de tres copias anteriores."
)

# This computer.

REGION_TITLE: Final = "región, idioma"
LANGUAGE: Final = "Idioma"
LANGUAGE_HINT: Final = "Cambia al iniciar otra vez."
LANGUAGE_OF_COMPUTER: Final = "el de este equipo"
LANGUAGE_SAVED: Final = "Ajustes guardados. El idioma cambia cuando inicies el diario otra vez."
LOCK_TITLE: Final = "bloqueo"
DEVICE_TITLE: Final = "aspecto y teclas"
IDLE: Final = "Bloquear tras"
MEETING_IDLE: Final = "… en una reunión"
IDLE_HINT: Final = "Minutos sin pulsar ninguna tecla."
KEY_PAUSE: Final = "Tecla repetida"
KEY_PAUSE_HINT: Final = "Milisegundos en que se ignora una tecla ya pulsada, si te tiemblan las manos. 0: nunca."
MOTION: Final = "Movimiento"
MOTION_HINT: Final = "La respiración se mueve, las listas se deslizan."
ACCESSIBLE: Final = "Líneas simples"
ACCESSIBLE_HINT: Final = "Para un lector de pantalla: al iniciar otra vez, preguntas en líneas, sin pantallas."
THEME: Final = "Aspecto"
THEME_LABELS: Final = {
    "dark": "oscuro",
    "light": "claro",
    "contrast": "alto contraste",
    "terminal": "los colores de la terminal",
}
"""Name of a theme → label."""
NOT_WRITTEN: Final = "No se pudieron guardar los ajustes en su archivo. Valen hasta que salgas."
REGION_NOT_WRITTEN: Final = "No se pudo guardar tu país en su archivo. Vale hasta que salgas."


def words_and_days(slip_word: str, since: str, begins: str) -> str:
    """Return ``tropiezo · días completos · día desde las 04:00``."""
    the_hour = "la" if begins.startswith("01") else "las"
    return f"{own_word(slip_word)} · {since} · día desde {the_hour} {begins}"


def since(day: str) -> str:
    """Return ``desde el jue 12 nov``."""
    return f"desde el {day}"


def locks_after(minutes: int, in_a_meeting: int) -> str:
    """Return ``tras 3 min, 15 en una reunión``."""
    return f"tras {minutes} min, {in_a_meeting} en una reunión"


def motion_and_keys(pause_ms: int, *, motion: bool) -> str:
    """Return ``con movimiento · pausa de tecla 600 ms``; without a pause only the first part."""
    moves = f"{'con' if motion else 'sin'} movimiento"
    return f"{moves} · pausa de tecla {pause_ms} ms" if pause_ms else moves


def parts_written(number: int, of: int) -> str:
    """Return ``3 de 7 partes escritas``."""
    return f"{number} de {count(of, 'parte escrita', 'partes escritas')}"


def own_lines(number: int) -> str:
    """Return ``2, en F4``."""
    return f"{number}, en F4"


def compact_what(size: int) -> str:
    """Return ``12 kB: quitar datos viejos``; the size is in bytes."""
    return f"{file_size(size)}: quitar datos viejos"


def compacted(size: int) -> str:
    """Say that the file is cleaned up, and its size in bytes."""
    return f"Hecho. Ahora el archivo ocupa {file_size(size)}."


def file_size(size: int) -> str:
    """Return a size in bytes as ``12 kB`` or ``1,2 MB``."""
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB".replace(".", ",")


def region_and_language(region: str, language: str) -> str:
    """Return ``Austria · Español``."""
    return f"{region} · {language}"
