"""What is said about keys that are set in ``settings.toml`` and can't be used."""

from __future__ import annotations

from typing import Final

SETTINGS_BROKEN: Final = (
    "No se puede leer settings.toml: no es TOML válido. Se dejó como está, y valen los ajustes y las teclas de siempre."
)
NO_KEY: Final = "una acción necesita una tecla"
DIGIT: Final = "los números responden preguntas"
TYPED: Final = "ahí se escribiría como texto"
MOVES: Final = "esa tecla hace falta para moverse, editar o parar"
UNCHANGEABLE: Final = "no se puede cambiar"
MOST: Final = 3
"""How many problems are told; the rest is a number."""


def unknown_action(name: str) -> str:
    """Say that ``settings.toml`` names an action that does not exist."""
    return f"settings.toml: no existe la acción “{name}”; docs/keys.md tiene la lista."


def keeps_default(action: str, key: str, reason: str) -> str:
    """Say why an action keeps its default key; ``key`` is what was set, as it was written."""
    return f"settings.toml: {action} conserva su tecla de siempre, no “{key}”: {reason}."


def unknown_key(key: str) -> str:
    """Return the reason: there is no such key."""
    return f"no existe la tecla “{key}”"


def is_taken(action: str) -> str:
    """Return the reason: another action has that key on the same screen."""
    return f"{action} la usa en la misma pantalla"


def is_protected(what: str) -> str:
    """Return the reason: it is a key that always has to work."""
    return f"siempre es la tecla de {what}"


def format_problems(problems: list[str]) -> str:
    """Return the first problems, and how many more there are."""
    rest = len(problems) - MOST
    return "\n".join([*problems[:MOST], *([f"Y {rest} más en settings.toml."] if rest > 0 else [])])
