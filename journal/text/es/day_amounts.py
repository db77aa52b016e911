"""What is said about amounts by week and month: against the limit, in a taper, or only counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.date_names import short_month
from journal.domain.dates import format_date, format_day
from journal.domain.day_amounts import AmountStretch
from journal.domain.focuses import EarlierGoal, GoalMode, TaperStep
from journal.text.es import days as days_text
from journal.text.es import figures as figures_text
from journal.text.es.amounts import in_unit
from journal.text.es.counting import count, decimal, own_word
from journal.text.es.counting import whole as whole_number
from journal.text.es.focuses import GOAL_MODE_WORDS
from journal.text.es.patterns import format_start

AMOUNTS: Final = "cantidades"
PERIODS: Final = {28: "4 semanas", 84: "12 semanas", 365: "un año"}
"""Days of a period → its name."""

KEYS: Final = "← → tiempo · t tabla · esc volver"
KEYS_TABLE: Final = "← → tiempo · t gráficos · esc volver"
ANOTHER: Final = "f otro"
PLAN: Final = "el plan"
NOTHING_TRACKED: Final = "Todavía no sigues nada. Añádelo en los ajustes: pulsa coma en Hoy."
NOTHING_LOGGED: Final = "Nada anotado en este tiempo. En Hoy: a para hoy, f para días anteriores."
NO_USE: Final = "Ningún consumo anotado en este tiempo."
WITHOUT: Final = "sin consumo"
HOW_TO: Final = "Con un tropiezo puedes anotar cuánto fue. Aquí se suma."
WEEKS: Final = "Por semana"
MONTHS_HEADING: Final = "Por mes"
USE_DAYS: Final = "días con consumo"
BAR_KEY: Final = "█ consumo  ▓ por encima del límite  ░ hasta el límite"
LAST_STEP: Final = "Este es el último paso."
NOT_COUNTED: Final = "sin contar"
NOTHING_YET: Final = "aún sin anotar"
NONE_LOGGED: Final = "nada anotado"
NOT_KNOWN: Final = "cantidad sin saber"
AT_LEAST_KEY: Final = "+ al menos: faltan por saber algunas cantidades."
USED_SHORT: Final = "uso"
TABLE_HEADS: Final = ("desde", "cuánto", "límite", "dentro", "sobre", USE_DAYS, "bajo", "mucho", "sin anotar")


def title(label: str, days: int | None, first: date, last: date) -> str:
    """Return ``alcohol en 4 semanas, 26 oct – 23 nov``."""
    period = PERIODS.get(days or 0)
    return f"{label}{f' en {period}' if period else ''}, {format_date(first, last)}"


def format_whole(whole: AmountStretch, unit: str, *, amounts: bool) -> str:
    """Return ``38 bebidas en 16 días con consumo. 20 de 28 días anotados.``: a whole period in two sentences."""
    used = count(whole.use.use_days, "día con consumo", "días con consumo")
    if amounts and whole.use.amount:
        least = "" if whole.use.complete else "al menos "
        used = f"{least}{in_unit(whole.use.amount, unit)} en {used}"
    return f"{used[:1].upper()}{used[1:]}. {format_logged(whole)}"


def format_logged(whole: AmountStretch) -> str:
    """Return ``20 de 28 días anotados.``."""
    days = count(whole.days, "día anotado", "días anotados")
    return f"{whole_number(whole.days - whole.not_logged)} de {days}."


def most_today(limit: Decimal | None, unit: str) -> str:
    """Return ``Hoy como mucho 2 bebidas.``; that there is no limit, where none is set."""
    return "Hoy sin límite." if limit is None else f"Hoy como mucho {in_unit(limit, unit)}."


def heading(name: str, unit: str, *, amounts: bool) -> str:
    """Return ``Por semana, bebidas``: what the bars count."""
    counted = own_word(unit) if amounts else USE_DAYS
    return f"{name}, {counted}" if counted else name


def format_begin(day: date, *, month: bool, is_now: bool = False) -> str:
    """Return `` 2 nov 2026`` for a week, ``   nov 2026`` for a month; ``esta semana`` for the one of today."""
    if is_now:
        return f"{figures_text.THIS_MONTH if month else figures_text.THIS_WEEK:>11}"
    return f"   {short_month(day.month)} {day.year}" if month else format_start(day)


def format_used(one: AmountStretch, *, is_judged: bool, amounts: bool) -> str:
    """Return ``al menos 6 de 14 (2 al día)``: how much was used, of the limit of all days that count.

    Unless it ``is_judged`` against a limit it is ``6 en 3 días con consumo``, and without ``amounts`` only the days.
    """
    used = "" if one.use.amount is None else decimal(one.use.amount)
    least = "" if one.use.complete else "al menos "
    if is_judged:
        limit = "" if one.limit is None else f" de {decimal(one.limit)}"
        return f"{least}{used}{limit}{_a_day(one)}" if used else NOT_KNOWN
    days = count(one.use.use_days, "día con consumo", "días con consumo") if one.use.use_days else WITHOUT
    return f"{least}{used} en {days}" if amounts and one.use.amount else days


def _a_day(one: AmountStretch) -> str:
    if one.a_day is None:
        return ""
    lowest, highest = (decimal(limit) for limit in one.a_day)
    return f" ({lowest if lowest == highest else f'{lowest}–{highest}'} al día)"


def format_days(one: AmountStretch, *, is_judged: bool, amounts: bool, heavy: bool) -> list[str]:
    """Return ``5 dentro``, ``1 por encima``, ``1 sin anotar``: the days of a stretch beside its use days.

    Those within and over are left out unless it ``is_judged`` against a limit; without ``amounts`` nothing is said of
    them, and without ``heavy`` no day is called so.
    """
    counted = [
        ((one.heavy or 0) if heavy else 0, "de mucho consumo"),
        (len(one.below), "por debajo del plan"),
        (0 if is_judged else one.mixed, "sin aclarar"),
        (one.not_logged, "sin anotar"),
    ]
    said = [f"{one.use.on_plan} dentro", f"{one.use.over} por encima"] if is_judged else []
    said += [f"{number} {words}" for number, words in counted if number]
    unknown = one.without_amount - (0 if is_judged else one.mixed)
    return [*said, f"{count(unknown, 'día')} sin cantidad"] if amounts and unknown else said


def table_cells(one: AmountStretch, *, month: bool, is_judged: bool, amounts: bool, heavy: bool) -> tuple[str, ...]:
    """Return the cells of a row of the table, in the order of ``TABLE_HEADS``; what does not apply is empty.

    ``is_judged``, ``amounts`` and ``heavy`` are as in ``format_days``.
    """
    amount = one.use.amount if amounts and one.not_logged < one.days else None
    used = "" if amount is None else decimal(amount)
    begin = format_begin(one.use.first, month=month).strip()
    return (
        begin if month else begin.rpartition(" ")[0],
        used if one.use.complete or not used else f"{used}+",
        "" if one.limit is None or not is_judged else decimal(one.limit),
        f"{one.use.on_plan}" if is_judged else "",
        f"{one.use.over}" if is_judged else "",
        "" if is_judged else f"{one.use.use_days}",
        f"{len(one.below)}" if one.below else "",
        f"{one.heavy}" if one.heavy and heavy else "",
        f"{one.not_logged}",
    )


def format_step(step: TaperStep, unit: str, when: str) -> str:
    """Return ``15 nov 2026  4 bebidas al día  ahora``."""
    return f"{format_start(step.from_date)}  {in_unit(step.maximum, unit)} al día  {when}".rstrip()


def now_since(day: date, today: date) -> str:
    """Say that a step holds now, and since when."""
    return "ahora, desde hoy" if day == today else f"ahora, desde hace {count((today - day).days, 'día')}"


def comes_in(day: date, today: date, *, is_next: bool) -> str:
    """Return ``siguiente, dentro de 8 días``."""
    when = "mañana" if (day - today).days == 1 else f"dentro de {count((day - today).days, 'día')}"
    return f"siguiente, {when}" if is_next else when


def format_goal(goal: EarlierGoal, unit: str) -> str:
    """Return ``Hasta el 31 oct 2026: reducir, como mucho 3 bebidas al día``."""
    limited = goal.goal_mode is GoalMode.REDUCE and goal.limit is not None
    most = f", como mucho {in_unit(goal.limit, unit)} al día" if limited and goal.limit is not None else ""
    return f"Hasta el {format_start(goal.until).strip()}: {GOAL_MODE_WORDS[goal.goal_mode]}{most}"


NAMED_DAYS: Final = 5
"""Days below the plan that are named; the others are counted."""


def format_below(days: Sequence[date], today: date) -> str:
    """Say on which days the person was below the plan of a taper, and why it matters; empty for none."""
    if not days:
        return ""
    newest = sorted(days, reverse=True)
    named = ", ".join(format_day(day, today) for day in newest[:NAMED_DAYS])
    more = f" y {len(newest) - NAMED_DAYS} más" if len(newest) > NAMED_DAYS else ""
    return f"Por debajo del plan en {count(len(newest), 'día')}: {named}{more}. {days_text.BELOW_PLAN}"
