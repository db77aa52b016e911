"""What ``settings.toml`` says about itself, and what is said about lines in it that can't be used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

HEAD: Final = """\
Los ajustes del diario en este equipo. Aquí no hay nada cifrado.
El programa lee este archivo al iniciar, y lo escribe cuando guardas un ajuste.
Las líneas que empiezan con ## las escribe el programa. Tus comentarios empiezan con un solo # y se quedan."""

ABOUT: Final = {
    "region": "Tu país, para las líneas de ayuda de F4.\nEn la aplicación: Ajustes, Región, idioma.",
    "language": "El idioma: inglés o español.\nEn la aplicación: Ajustes, Región, idioma.",
    "idle_minutes": "Minutos sin pulsar una tecla hasta que el diario se bloquea.\nEn la aplicación: Ajustes, Bloqueo.",
    "meeting_idle_minutes": "Lo mismo mientras tomas notas en una reunión.\nEn la aplicación: Ajustes, Bloqueo.",
    "key_pause_ms": (
        "Milisegundos en que se ignora una tecla ya pulsada, si te tiemblan las manos. 0: nunca.\n"
        "En la aplicación: Ajustes, Movimiento, teclas."
    ),
    "motion": ("Si la respiración se mueve y las listas se deslizan.\nEn la aplicación: Ajustes, Movimiento, teclas."),
    "theme": "Los colores; terminal: los de tu terminal.\nEn la aplicación: Ajustes, Aspecto.",
    "accessible": (
        "Para un lector de pantalla: al iniciar otra vez, preguntas en líneas, sin pantallas.\n"
        "En la aplicación: Ajustes, Movimiento, teclas."
    ),
    "lines": (
        "Tus propias líneas de ayuda: las primeras en F4, también con el diario bloqueado.\n"
        "En la aplicación: Ajustes, Líneas propias. Cada una es así; note puede faltar:\n"
        "[[lines]]\n"
        'name = "Clínica de noche"\n'
        'number = "01 234 56"\n'
        'note = "desde las 20:00"\n'
        'verified = "2026-11-23"'
    ),
    "keys": (
        "Tus propias teclas, por el id de una acción; docs/keys.md tiene la lista. Solo se ponen aquí, así:\n"
        "[keys]\n"
        'places.undo = "z"\n'
        'forms.save = ["f12", "ctrl+s"]'
    ),
}
"""Setting → what it does and where it is set in the app."""

DEFAULTS: Final = {"region": "ninguno (todos los países)", "language": "el del equipo", "theme": "dark"}
"""Setting → what its empty default means."""

NO: Final = "false"
YES: Final = "true"
TRUE_OR_FALSE: Final = "true o false"
NOTHING: Final = "ninguno"
IN_QUOTES: Final = "texto entre comillas"

UNREADABLE: Final = "settings.toml no se puede leer. Se dejó como está. Valen los ajustes y las teclas de siempre."
FINE: Final = "todas las líneas se pueden usar"
TO_DO: Final = "Corrige esa línea, o cambia el ajuste en la aplicación: entonces queda al lado una copia del archivo."


def between(least: int, most: int) -> str:
    """Return what a whole number may be: ``de 1 a 60``."""
    return f"de {least} a {most}"


def one_of(values: Iterable[str]) -> str:
    """Return what a text may be: ``uno de: dark, light``."""
    return f"uno de: {', '.join(values)}"


def range_and_default(allowed: str, usual: str) -> str:
    """Return ``Puede ser de 1 a 60. Lo habitual: 3.`` for the comment above a setting."""
    return f"Puede ser {allowed}. Lo habitual: {usual}."


def hint(what: str, least: int, most: int, usual: int) -> str:
    """Return what a number means, what it may be, and its default, for below its field."""
    return f"{what} {range_and_default(between(least, most), str(usual))}"


def bad_value(line: int, name: str, allowed: str, usual: str) -> str:
    """Say that a setting has a value that it can't have."""
    return f"settings.toml, línea {line}: {name} debe ser {allowed}. Se usa lo habitual, {usual}."


def bad_helpline(line: int) -> str:
    """Say that one of the person's own helplines can't be used."""
    needs = "Una línea de ayuda necesita name, number y verified, cada uno entre comillas."
    return f"settings.toml, línea {line}: no se puede usar. {needs}"


def bad_keys(line: int) -> str:
    """Say that the keys are not a table."""
    needs = "keys debe ser una tabla que empieza con [keys]. Valen las teclas de siempre."
    return f"settings.toml, línea {line}: {needs}"


def bad_line(line: int) -> str:
    """Say that a line is no TOML."""
    return f"settings.toml, línea {line}: esto no es TOML válido. La línea se salta; las demás valen."


def unreadable_from(line: int) -> str:
    """Say where reading the file ended."""
    left = "Se dejó como está. Valen los ajustes y las teclas de siempre."
    return f"settings.toml, línea {line}: el archivo no se puede leer. {left}"


def unknown(line: int) -> str:
    """Say that a setting does not exist in this version; its name is not told, it may be anything."""
    return f"settings.toml, línea {line}: esta versión no tiene ese ajuste. Se queda ahí, sin efecto."
