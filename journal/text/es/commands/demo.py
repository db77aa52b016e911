"""What ``journal demo`` says; the sample journal's own words are in ``journal.demo``."""

from __future__ import annotations

from typing import Final

DEMO_HELP: Final = "Abrir un diario de muestra. Es de alguien que no existe, no pregunta nada y no deja nada."
DAYS_HELP: Final = "Cuántos días abarca, de 1 a 3650."


def days_range(least: int, most: int) -> str:
    """Say how many days a sample journal can cover."""
    return f"--days va de {least} a {most}."


def passphrase(words: str) -> str:
    """Say what opens the sample journal."""
    return f"La frase de acceso de la muestra es: {words}"
