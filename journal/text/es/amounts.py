"""Amounts as people read them: with their unit, and as the steps of a taper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.dates import format_day
from journal.domain.focuses import TaperStep
from journal.text.es.counting import decimal, own_word

_SINGULARS: Final = {"ciones": "ción", "siones": "sión", "dades": "dad", "ces": "z"}
"""End of a plural → end of its singular, where that is not only without the ``s``."""


def in_unit(number: Decimal, unit: str) -> str:
    """Return ``2 bebidas``, ``1 bebida``: an amount with its unit, in the singular for one."""
    unit = own_word(unit)
    return f"{decimal(number)} {_singular(unit) if number == 1 else unit}".rstrip()


def _singular(unit: str) -> str:
    """Return ``unidad`` for ``unidades``; ``dosis`` stays, and a phrase too."""
    if " " in unit or unit.endswith(("is", "ss")):
        return unit
    for end, one in _SINGULARS.items():
        if unit.endswith(end):
            return f"{unit.removesuffix(end)}{one}"
    return unit.removesuffix("s")


def format_steps(steps: Sequence[TaperStep], today: date) -> str:
    """Return what was understood of a taper: ``6 al día ahora, desde el dom 1 nov · 4 desde el mar 1 dic``."""
    past = [step for step in steps if step.from_date <= today]
    if not steps:
        return ""
    now = past[-1] if past else None
    said = [] if now is None else [f"{decimal(now.maximum)} al día ahora, desde {_step_day(now, today)}"]
    said += [
        f"{decimal(step.maximum)}{'' if now or place else ' al día'} desde {_step_day(step, today)}"
        for place, step in enumerate(steps[len(past) :])
    ]
    return " · ".join(said)


def _step_day(step: TaperStep, today: date) -> str:
    return "hoy" if step.from_date == today else f"el {format_day(step.from_date, today)}"
