"""What is said before the person continues with a damaged journal: what comes back, and from which earlier copy.

Used by ``journal go-on``, ``journal check --deep`` and the screen that opens a damaged journal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.file_facts import EarlierCopy
from journal.text.es.counting import count, noun, whole

NOTHING_COMES_BACK: Final = "Las copias anteriores que hay junto al diario no tienen nada de lo que se perdió."
_UNCERTAIN: Final = (
    "El archivo dañado ya no dice de qué copias anteriores viene. Estas tienen registros que a él le faltan. Algunos "
    "se perdieron; otros quizá los borraste o reemplazaste:"
)
_ADDED: Final = "Si continúas, estos registros se añaden. Nada de lo que se puede leer se cambia ni se borra."


def sentences(copies: Sequence[EarlierCopy], local: Callable[[datetime], datetime]) -> list[str]:
    """Return paragraphs and lines about the copies, times converted by ``local``; one sentence where none helps."""
    certain = [copy for copy in copies if copy.certain]
    uncertain = [copy for copy in copies if not copy.certain]
    said = [_certain(certain), *(_line(copy, local) for copy in certain)] if certain else []
    said += [_UNCERTAIN, *(_line(copy, local) for copy in uncertain)] if uncertain else []
    return [*said, _ADDED] if said else [NOTHING_COMES_BACK]


def last_saved(copy: EarlierCopy) -> datetime:
    """Return when the latest record that a copy can give was saved, in UTC."""
    return datetime.fromtimestamp(copy.written / 1000, UTC)


def _certain(copies: Sequence[EarlierCopy]) -> str:
    number = sum(copy.documents for copy in copies)
    restorable = noun(number, "Se puede restaurar", "Se pueden restaurar")
    lost = count(number, "registro perdido", "registros perdidos")
    return f"{restorable} {lost} desde {noun(len(copies), 'esta copia anterior', 'estas copias anteriores')}:"


def _line(copy: EarlierCopy, local: Callable[[datetime], datetime]) -> str:
    saved = local(last_saved(copy))
    when = f"{format_day(saved.date())} {saved.year}, {saved:%H:%M}"
    return f"  {copy.path.name}, guardada por última vez el {when}: {whole(copy.documents)}"
