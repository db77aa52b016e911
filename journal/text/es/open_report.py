"""What is said where opening found an unfinished save, damage, or an older copy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.file_facts import Report
from journal.text.es.counting import count

TITLE: Final = "lo que encontramos"
HINTS: Final = "esc solo leer"
HINTS_CHOOSE: Final = "tab elegir · esc solo leer, sin cambiar nada"
LOOKING: Final = "Buscando lo que falta en las copias anteriores que hay junto al diario …"
GO_ON_DAMAGED: Final = "Continuar con lo que se puede leer"
FIND_NEWER: Final = "Buscar la copia más nueva"
GO_ON_OLDER: Final = "Continuar con esta copia"

_PAGE_DAMAGED: Final = "La primera página del archivo está dañada, pero hay otra igual. No se perdió nada."
_NEWER: Final = "Una versión más nueva del programa escribió una parte. Aquí puedes leerla, pero no editarla."


def bring_back(number: int) -> str:
    """Return the button that restores this many records."""
    return f"Continuar, y restaurar {count(number, 'registro')} de las copias anteriores"


def paragraphs(report: Report) -> list[str]:
    """Return one paragraph for each thing found."""
    said = []
    if report.unfinished is not None:
        said.append(
            "El último guardado no terminó, así que falta lo que había en él. Todo lo anterior está aquí. "
            f"Lo que quedó de él está en {report.unfinished.name}."
        )
    if report.unreadable:
        number = f"{'al menos ' if report.missing_at_least else ''}{count(report.missing, 'guardado')}"
        said.append(
            f"El archivo está dañado: no se puede leer {number}. Todo lo demás se muestra. Nada cambia hasta que "
            "continúes; entonces el archivo dañado se conserva junto al diario."
        )
    elif report.damaged:
        said.append(_PAGE_DAMAGED)
    if report.newer:
        said.append(_NEWER)
    if report.rolled_back:
        said.append(
            f"{_distance(report)} Si la pusiste tú aquí, continúa con ella; el diario lo anota. Si no, busca la más "
            "nueva antes de escribir."
        )
    return said


def _distance(report: Report) -> str:
    """Return ``A esta copia le faltan 14 guardados de la que este equipo vio el mar 17 nov 2026.``"""
    when = f" el {_day(report.anchor_time)}" if report.anchor_time else " por última vez"
    if report.behind:
        missing = f"{'hasta ' if report.rewritten else ''}{count(report.behind, 'guardado')}"
        lacks = "falta" if report.behind == 1 else "faltan"
        return f"A esta copia le {lacks} {missing} de la que este equipo vio{when}."
    return f"A esta copia y a la que este equipo vio{when} les faltan cambios que tiene la otra."


def _day(milliseconds: int) -> str:
    day = datetime.fromtimestamp(milliseconds / 1000, UTC).date()
    return f"{format_day(day)} {day.year}"
