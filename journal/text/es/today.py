"""What Today says: its panels and lines, the three numbers of a focus, and what is open."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.date_names import short_weekday
from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.domain.preferences import BigNumber, SinceConvention
from journal.text.es import days as days_text
from journal.text.es import figures as figures_text
from journal.text.es.counting import count, noun, own_word, several, whole

NOW: Final = "hoy"
GOALS: Final = "metas"
DAYS: Final = "días"
FIRST_KEYS: Final = "a    el registro de hoy\n^r   un ansia, desde donde estés\n^p   de otra app: importar"
"""Shown while nothing was written yet."""

NO_FOCUS: Final = "Todavía no se cuenta nada."
ADD_FOCUS: Final = "Añade de qué te recuperas."
NO_GOALS: Final = "Aún no hay metas. 4 añade una."

ROWS: Final = {
    "checkin": "registro",
    "intention": "intención",
    "medicine": "medicina",
    "meeting": "reunión",
    "over": "nos vimos",
    "parked": "guardado",
    "due": "pendiente",
    "draft": "borrador",
    "look-back": "repaso",
    "inbox": "bandeja",
    "written": "escrito",
    "earlier": "otro año",
    "notice": "aviso",
    "apart": "copias",
    "unreadable": "ilegible",
}
"""The lines of the panel ``today`` in their order: id → label, of at most ten letters."""

NO_EARLIER: Final = "No hay ninguna nota de otro año para hoy."
CHECKIN_DONE: Final = "hecho"
CHECKIN_OPEN: Final = "todavía no"
NO_MEETING: Final = "ninguna prevista"
NOT_PREPARED: Final = "aún sin preparar"
YOUR_MENTOR: Final = "tu mentor"
ANOTHER_COPY: Final = "se encontró otra"

# The numbers of a focus.

LOGGED_NOTHING: Final = "aún sin días anotados · a: cómo fue hoy"
NO_START: Final = "Aún sin inicio, y está bien así.\nenter marca días; el inicio se pone en Ajustes"
LAST_USE: Final = "el último consumo"
START: Final = "el inicio"
LAST_LOGGED_USE: Final = "el último consumo anotado"
LAST_OVER: Final = "el último día por encima del límite"
SEPARATOR: Final = " · "

_BRIEFLY: Final = {
    LAST_USE: "el último",
    LAST_LOGGED_USE: "el último",
    START: START,
    LAST_OVER: "el último por encima",
}
"""What days are counted from → the same in few words."""


def format_number(figures: Figures, which: BigNumber, since: SinceConvention) -> str:
    """Return one of the three numbers of a focus, ``-`` where it is not defined."""
    numbers = {
        BigNumber.GOOD_DAYS: figures.good_days,
        BigNumber.SINCE: figures.since(since),
        BigNumber.LONGEST_RUN: figures.longest_run,
    }
    return "-" if numbers[which] is None else f"{numbers[which]}"


def number_caption(figures: Figures, which: BigNumber, since: SinceConvention, clean_word: str) -> str:
    """Return what a number counts: ``días libres``, ``días desde el inicio``, ``días en la mejor racha (61)``."""
    number = format_number(figures, which, since)
    days = "día" if number == "1" else "días"
    if which is BigNumber.GOOD_DAYS:
        return f"{days} {_good(figures, number, clean_word)}"
    if which is BigNumber.SINCE:
        counted = "" if since is SinceConvention.FULL_DAYS else ", con hoy"
        return f"{days} desde {_since_what(figures)}{counted}"
    strict = figures_text.format_run(figures).partition(" ")[2]
    return f"{days} en la mejor racha {strict}".rstrip()


def _good(figures: Figures, number: str, clean_word: str) -> str:
    """Return ``libres``, ``libre`` for one, or ``dentro del plan``."""
    word = own_word(clean_word)
    return figures_text.ON_PLAN if figures.is_on_plan else word if number == "1" else several(word)


def _since_what(figures: Figures) -> str:
    if figures.last_use is None:
        return START
    return LAST_OVER if figures.is_on_plan else LAST_LOGGED_USE if figures.unknown_since else LAST_USE


def number_words(figures: Figures, which: BigNumber, since: SinceConvention, clean_word: str) -> tuple[str, ...]:
    """Return a number with its words in a line, the longest wording first.

    For example ``16 días desde el último consumo``, ``16 días desde el último``, ``16 desde el último``.
    """
    number, caption = format_number(figures, which, since), number_caption(figures, which, since, clean_word)
    told = whole(int(number)) if number.isdigit() else number
    if which is BigNumber.LONGEST_RUN:
        run = figures_text.format_run(figures)
        return f"mejor racha {run}", f"racha {run}"
    what = _since_what(figures)
    if which is BigNumber.SINCE and since is SinceConvention.DAY_NUMBER:
        return f"día {told} desde {what}", f"día {told} desde {_BRIEFLY[what]}", f"día {told}"
    if which is BigNumber.SINCE:
        days = noun(int(number) if number.isdigit() else 0, "día")
        return f"{told} {caption}", f"{told} {days} desde {_BRIEFLY[what]}", f"{told} desde {_BRIEFLY[what]}"
    brief = [f"{told} en plan"] if figures.is_on_plan else []
    return f"{told} {caption}", f"{told} {_good(figures, number, clean_word)}", *brief


def format_logged_days(figures: Figures) -> str:
    """Return ``de 78 anotados, 1 sin anotar``."""
    missing = f", {whole(figures.unknown)} sin anotar" if figures.unknown else ""
    return f"de {count(figures.logged, 'anotado')}{missing}"


def format_few(figures: Figures) -> str:
    """Return ``1 de 20 días anotados``, or that no day is logged yet: what stands where a number would mislead."""
    if figures.is_mostly_unknown:
        return figures_text.format_coverage(figures)
    return "" if figures.logged else LOGGED_NOTHING


def format_fill_in(start: date | None, today: date) -> str:
    """Return ``Empezaste hace 20 días. ¿Rellenar esos días? (f)``."""
    began = f"{figures_text.started_ago(start, today)} " if start else ""
    return f"{began}{days_text.FILL_IN}"


def format_plan(figures: Figures, unit: str) -> str:
    """Return today's limit and the week on plan; for what is only observed the use of the week and the month.

    It is empty for other goals.
    """
    if figures.is_on_plan:
        return "\n".join([figures_text.format_limit(figures, unit), figures_text.format_week_on_plan(figures, unit)])
    if figures.is_observing:
        return "\n".join(
            [
                figures_text.format_use(figures_text.THIS_WEEK, figures.week, unit),
                figures_text.format_use(figures_text.THIS_MONTH, figures.month, unit),
            ]
        )
    return ""


def format_begins(start: date, today: date) -> str:
    """Say on which day a focus begins."""
    return f"Empieza el {format_day(start, today)}."


# What is open.


def format_written(number: int) -> str:
    """Return ``3 entradas``: how much was written today; empty for nothing."""
    return count(number, "entrada") if number else ""


def format_unreadable(number: int) -> str:
    """Return ``2 registros, se quedan como están``; empty for none."""
    return (
        f"{count(number, 'registro')}, {noun(number, 'se queda como está', 'se quedan como están')}" if number else ""
    )


def format_parked(number: int, name: str) -> str:
    """Return ``2 cosas para R.``; empty for none."""
    return f"{count(number, 'cosa')} para {name or YOUR_MENTOR}" if number else ""


def meeting_day(day: date, today: date) -> str:
    """Return ``hoy``, ``mañana``, the weekday within a week, or the date."""
    days = (day - today).days
    return {0: "hoy", 1: "mañana"}.get(days, short_weekday(day.weekday()) if days < 7 else format_day(day, today))


def meeting_with(when: str, name: str) -> str:
    """Return ``jue 18:00 con R.``; ``name`` may be empty."""
    return f"{when} con {name}" if name else when


def format_week(number: int, weeks: int) -> str:
    """Return ``semana 3/12`` of a programme."""
    return f"semana {number}/{weeks}"


def format_over(day: date, today: date) -> str:
    """Ask what was agreed at a meeting that is over."""
    return f"{format_day(day, today)}: ¿qué se acordó?"


def and_more(number: int) -> str:
    """Return ``, y 2 más``: how many there are apart from the one that is shown; empty for none."""
    return f", y {number} más" if number else ""


def note_from_earlier(years: int) -> str:
    """Return ``Una nota del año pasado. Pulsa o.`` or ``Una nota de hace 3 años. Pulsa o.``"""
    when = "del año pasado" if years == 1 else f"de hace {years} años"
    return f"Una nota {when}. Pulsa o."
