"""What the lines of the page for the mentor say, section by section, as in ``journal.summary.sections``.

A function takes plain values and returns the words of one line or of a part of it, so that ``summary`` decides alone
which part is how sensitive.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.domain.days import DayState
from journal.domain.people import Role
from journal.domain.sessions import Wish
from journal.text.es import figures as figures_text
from journal.text.es.counting import clean_days, count, decimal, noun, own_word, several, short, whole
from journal.text.es.labels import label
from journal.text.es.page import things

# The heading and how I am.

_OFTEN: Final = {1: "una vez", 2: "dos veces"}
SLEEP, MOOD, ENERGY = "sueño", "ánimo", "energía"
NOT_SAFE: Final = "No me siento a salvo."
SCORE: Final = "puntuación"
MEDICINE: Final = "medicamento"
A_MEDICINE: Final = "un medicamento"
MY_ONE_ASK: Final = "Lo único sobre lo que quiero tu opinión sincera"


def format_for(name: str) -> str:
    """Say who the page is for."""
    return f"Para {name}"


def my_role(role: Role) -> str:
    """Return ``mi padrino o madrina``, where a name is left out."""
    return "una amistad mía" if role is Role.FRIEND else f"mi {label(role)}"


def format_since_met(day: date) -> str:
    """Say that the period begins with the last meeting."""
    return f"desde nuestro último encuentro, {format_day(day)}"


def format_status(status: int, meaning: str, on: date | None) -> str:
    """Return ``Muy difícil (3 de 5)``, and the day for which it was said, where it is past."""
    day = f", el {format_day(on)}" if on else ""
    return f"{meaning[:1].upper()}{meaning[1:]} ({status} de 5{day})"


def format_wish(wish: Wish) -> str:
    """Say what the person would like the mentor to do."""
    return f"Lo que te pido: {label(wish)}"


def beside(words: str, before: int | None) -> str:
    """Return ``6, antes 9``: a count beside that of the period before; only the count where there is none."""
    return words if before is None else f"{words}, antes {before}"


def format_checkins(number: int, before: int | None, typical: str) -> str:
    """Return ``6 registros del día, antes 7: ánimo 6, energía 5 de 10 (lo habitual)``."""
    return f"{beside(things(number, 'registro del día'), before)}: {typical} de 10 (lo habitual)"


def format_score(name: str, number: int, most: int, before: int | None) -> str:
    """Return ``WHO-5: 52 de 100, antes 44``."""
    return f"{name}: {beside(f'{number} de {most}', before)}"


def format_typical(name: str, median: float, noted: int, checkins: int) -> str:
    """Return ``ánimo 6``, and where it was not noted in all check-ins, ``ánimo 6 (4 veces)``."""
    return f"{name} {_short(median)}" + (f" ({_times(noted)})" if noted < checkins else "")


def _times(number: int) -> str:
    return _OFTEN.get(number) or f"{number} veces"


def _short(number: float) -> str:
    """Return ``6`` or ``6,5``."""
    return f"{number:g}".replace(".", ",")


# Days.

MEANINGS: Final = {
    DayState.CLEAN: "sin consumo",
    DayState.WITHIN: "con consumo, dentro del plan",
    DayState.USED: "con consumo",
    DayState.UNKNOWN: "sin anotar",
    DayState.MIXED: "mixto",
    DayState.NOT_APPLICABLE: "no cuenta",
}
USE: Final = "consumo"


def format_period(period: Figures, before: Figures | None, last_episode: int | None) -> str:
    """Return ``; 3 con consumo, antes 2; 1 sin anotar; la última vez 3 días seguidos``, which follows the free days.

    Without a period ``before`` it is ``, 1 con consumo, 1 sin anotar``.
    """
    between = ", " if before is None else "; "
    parts = [
        beside(f"{counted} {words}", None if before is None else earlier)
        for words, counted, earlier in _days_used(period, before or period)
    ]
    last_time = f"; la última vez {last_episode} días seguidos" if last_episode and last_episode > 1 else ""
    return f"{between}{between.join([*parts, f'{whole(period.unknown)} sin anotar'])}{last_time}"


def _days_used(period: Figures, before: Figures) -> list[tuple[str, int, int]]:
    """Return what is counted, in words, with the days of the period and of the one before."""
    if period.is_observing:
        return [("con consumo", period.within + period.used, before.within + before.used)]
    if period.is_on_plan or period.within:
        return [
            ("con consumo dentro del límite", period.within, before.within),
            ("por encima", period.used, before.used),
        ]
    return [("con consumo", period.used, before.used)]


def format_share(good: int, logged: int, unknown: int, word: str) -> str:
    """Return ``24 libres de 25 días anotados; 3 sin anotar``."""
    word = own_word(word) if good == 1 else several(own_word(word))
    share = f"{whole(good)} {word} de {things(logged, 'día anotado')}"
    return share if not unknown else f"{share}; {whole(unknown)} sin anotar"


def format_one_use(day: date, amount: str, situation: str) -> str:
    """Return ``consumo el mié 11 nov, 3 bebidas, presión social``; what was not noted is left out."""
    return ", ".join(part for part in (f"consumo el {format_day(day)}", amount, situation) if part)


def format_response(told: date | None, back: date | None, *, is_back: bool) -> str:
    """Return ``; se lo conté a mi mentor el jue 12 nov``: what came after a use, as far as it is known."""
    came_back = f"de nuevo en camino el {format_day(back)}" if back else "de nuevo en camino" if is_back else ""
    said = f"se lo conté a mi mentor el {format_day(told)}" if told else ""
    return "".join(f"; {part}" for part in (said, came_back) if part)


def format_use_days(used: int, days: int, unknown: int) -> str:
    """Return ``1 día con consumo en 33 días desde que empezó el programa, 1 sin anotar``."""
    began = f"{things(used, 'día con consumo')} en {things(days, 'día')} desde que empezó el programa"
    return began if not unknown else f"{began}, {whole(unknown)} sin anotar"


def format_days_logged(logged: int, unknown: int) -> str:
    """Return ``50 días anotados, 2 sin anotar``."""
    return f"{things(logged, 'día anotado')}{f', {whole(unknown)} sin anotar' if unknown else ''}"


def format_plan(whole: Figures, unit: str) -> str:
    """Return ``48 dentro del plan de 50 días anotados; límite hoy: 2 bebidas; esta semana …``."""
    share = format_share(whole.good_days, whole.logged, 0, figures_text.ON_PLAN)
    first = figures_text.format_coverage(whole) if whole.is_mostly_unknown else share
    limit, week = figures_text.format_limit(whole, unit), figures_text.format_week_on_plan(whole, unit)
    return f"{first}; {limit}; {week}"


def format_observed(whole: Figures, unit: str) -> str:
    """Return ``esta semana 3 días con consumo, 7 bebidas; este mes …; 50 de 52 días anotados``."""
    week = figures_text.format_use(figures_text.THIS_WEEK, whole.week, unit)
    month = figures_text.format_use(figures_text.THIS_MONTH, whole.month, unit)
    return f"{week}; {month}; {figures_text.format_coverage(whole)}"


def format_full_days(number: int) -> str:
    """Return ``16 días completos``."""
    return things(number, "día completo")


def format_numbers(since: str, beginning: str, best: str) -> str:
    """Return ``16 días completos desde el último consumo, mejor racha 62``; either is left out if empty."""
    return ", ".join(part for part in (since and f"{since} desde {beginning}", best and f"mejor racha {best}") if part)


def format_clean(days: int, clean_word: str) -> str:
    """Return ``6 libres``: a number of days, with the person's word for a day without use."""
    return f"{whole(days)} {clean_word if days == 1 else several(clean_word)}"


def format_clean_total(days: int, clean_word: str, numbers: str) -> str:
    """Return ``77 días libres, mejor racha 62``, with the other numbers after it."""
    return f"{clean_days(days, clean_word)}, {numbers}"


def format_good_total(days: int, numbers: str) -> str:
    """Return ``21 días dentro del plan, mejor racha 8``, with the other numbers after it."""
    return f"{count(days, 'día')} {figures_text.ON_PLAN}, {numbers}"


def format_since(convention: str, days: int) -> str:
    """Return ``día número 17``: the label of a way to count, and the number."""
    return f"{convention} {whole(days)}"


def format_scale(most: float) -> str:
    """Return ``de 0 a 10``: what the height of a picture goes from and to."""
    return f"de 0 a {short(most)}"


def count_states(counted: Mapping[DayState, int]) -> str:
    """Return ``5 sin consumo, 2 sin anotar`` of a number of days."""
    return ", ".join(f"{number} {MEANINGS[state]}" for state, number in counted.items())


# Cravings and what worked.

PARTS_OF_DAY: Final = {"mañana": range(5, 12), "tarde": range(12, 17), "tarde-noche": range(17, 22)}
"""Part of the day → its hours."""

NIGHT: Final = "noche"
TIME_NOT_KNOWN: Final = "hora sin saber"
WHEN, WHERE, HALT, SITUATIONS, SET_OFF_BY, OUTCOME = "Cuándo", "Dónde", "HALT", "Situaciones", "Lo desató", "Resultado"
OTHER_TRIGGER: Final = "otro"
STRATEGY: Final = "estrategia"
CHART_OF_EACH: Final = "intensidad, de 0 a 10"


def chart_of_days(days: int) -> str:
    """Name the chart that has the strongest craving of each day."""
    return f"la más fuerte de cada uno de los últimos {count(days, 'día')} con ansias, de 0 a 10"


def format_cravings(number: int, before: int | None, strongest: int, typical: float) -> str:
    """Return ``4 ansias, antes 6; máxima 8, habitual 6 de 10``."""
    counted = beside(things(number, "ansia"), before)
    return f"{counted}{',' if before is None else ';'} máxima {strongest}, habitual {_short(typical)} de 10"


def noted_in(words: str, noted: int, of: int) -> str:
    """Add in how many of all cravings something was noted."""
    return f"{words} (anotado en {noted} de {of})"


def format_tried(known: str, times: int) -> str:
    """Return ``: 3 de 4 pasaron, primera señal; probada 2 veces en este periodo``, which follows the strategy."""
    return f": {known}; probada {things(times, 'vez')} en este periodo"


# Weekly anchors and goals.

A_LINE: Final = "un ancla semanal"
A_GOAL: Final = "una meta"
MOORING_LINE: Final = "ancla semanal"
GOAL: Final = "meta"
HOW_FAR: Final = "avance"
PERCENT: Final = "por ciento"


def format_milestone(name: str, day: str) -> str:
    """Return ``30 días seguidos el vie 6 nov``."""
    return f"{name} el {day}"


def format_milestones(said: list[str]) -> str:
    """Return ``alcancé 30 días seguidos el vie 6 nov, 1 mes seguido el sáb 7 nov``."""
    return f"alcancé {', '.join(said)}"


def format_held(held: int, of: int, weeks: int) -> str:
    """Return ``cumplidas 7 de 8, en 2 semanas``."""
    return f"cumplidas {held} de {of}, en {things(weeks, 'semana')}"


def format_line_held(held: int, weeks: int) -> str:
    """Return ``: cumplida en 2 de 2 semanas``, which follows the weekly anchor."""
    return f": cumplida en {held} de {things(weeks, 'semana')}"


def format_next_step(step: str) -> str:
    """Return ``; siguiente: entregar la primera parte``, which follows the goal."""
    return f"; siguiente: {step}"


def format_your_part(role: str) -> str:
    """Return ``; tu parte: rendir cuentas``, which follows the goal."""
    return f"; tu parte: {role}"


def format_decision(decision: str) -> str:
    """Return ``Una decisión que quiero de ti: ¿primero clase o trabajo?``."""
    return f"Una decisión que quiero de ti: {decision}"


# Commitments, needs and entries.

A_COMMITMENT: Final = "una cosa acordada"
AN_ENTRY: Final = "una entrada"
COMMITMENT: Final = "cosa acordada"
NEED: Final = "necesidad"
ENTRY: Final = "entrada"
NO_DAY_SET: Final = "sin fecha"


def kept_in_time(kept: int, of: int) -> str:
    """Say how many of the commitments whose day came were kept."""
    return f"hecho a tiempo: {kept} de {of} que {noun(of, 'vencía', 'vencían')}"


def format_closed(name: str, on: date | None) -> str:
    """Return ``hecho, vie 20 nov``."""
    return f"{name}, {format_day(on)}" if on else name


def format_open(due: date | None, last: date, carried: int) -> str:
    """Return ``para el mié 25 nov``, ``era para el lun 16 nov``; ``last`` is the last day of the page."""
    by = NO_DAY_SET if due is None else f"{'para' if due >= last else 'era para'} el {format_day(due)}"
    times = f", aplazado {_times(carried)}" if carried else ""
    return f"{by}{times}"


# The programme.

HOURS: Final = "Horas"


def format_hours(one_to_one: str, groups: str) -> str:
    """Return ``individual 0,8 a la semana, plan 1; grupos 1 a la semana, plan 1``; what is empty is left out."""
    named = (("individual", one_to_one), ("grupos", groups))
    return "; ".join(f"{name} {words}" for name, words in named if words)


def format_hours_a_week(had: Decimal, planned: Decimal | None) -> str:
    """Return ``0,8 a la semana, plan 1``."""
    plan = "" if planned is None else f", plan {_plain(planned)}"
    return f"{_plain(had)} a la semana{plan}"


def _plain(hours: Decimal) -> str:
    """Return hours to a tenth: ``4,5``, ``5``."""
    return decimal(round(hours, 1))


# For today, together, next check-in.

SOMETHING: Final = "algo que anoté"
TO_TALK_ABOUT: Final = "tema para hablar"
RULE: Final = "_" * 74
"""Room for one new agreement, as text: to the edge of a row that begins with a box."""


def format_of_day(name: str, day: date) -> str:
    """Return ``una entrada del dom 22 nov``."""
    return f"{name} del {format_day(day)}"


def format_craving(intensity: int, day: date) -> str:
    """Return ``un ansia de 7 el dom 22 nov``."""
    return f"un ansia de {intensity} el {format_day(day)}"


def format_quiet(hours: str) -> str:
    """Say when the mentor does not want to be reached."""
    return f"sin mensajes {hours}"


def with_words(name: str) -> str:
    """Return ``, con R.``, which follows the time and the place."""
    return f", con {name}"


def with_my_words(role: Role) -> str:
    """Return ``, con mi mentor``, where the name is left out."""
    return f", con {my_role(role)}"
