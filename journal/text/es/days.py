"""What is said about the days of a focus: what a day was, what its signs mean, and the figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from journal.domain.date_names import month_name
from journal.domain.dates import format_date, format_day
from journal.domain.day_statistics import Figures
from journal.domain.days import DayState, Mark
from journal.domain.filling_in import FilledIn, Sureness, sureness
from journal.domain.focus_goals import goal_on, is_abstinence, most_on
from journal.domain.focuses import Focus, Pause, clean_word_of
from journal.text.es import figures as figures_text
from journal.text.es.counting import count, own_word, several, whole
from journal.text.es.labels import label

DAYS_KEYS: Final = "enter abrir · y año · g ir a · v varios · esc volver"
YEAR_KEYS: Final = "enter abrir · y mes · g ir a · v varios · esc volver"
GO_TO: Final = "Ir a"
GO_TO_HINT: Final = "marzo, 12.3.2024"
GO_TO_KEYS: Final = "enter ir allí · esc quedarme"
PAUSES: Final = "pausas"
PAUSES_WHAT: Final = (
    "Los días en pausa no cuentan. Lo que anotas en ellos se queda, y vuelve a contar si quitas la pausa."
)
NO_PAUSES: Final = "No hay pausas. Pulsa + para añadir una, también de días ya lejanos."
PAUSES_KEYS: Final = "+ añadir · enter editar · d quitar · esc volver"
EMPTY_PAUSES_KEYS: Final = "+ añadir · esc volver"
PAUSE: Final = "pausa"
PAUSE_FIRST: Final = "Primer día"
PAUSE_LAST: Final = "Último día"
PAUSE_LAST_HINT: Final = "Vacío: todavía sigue."
PAUSE_REASON: Final = "Por qué"
PAUSE_REASON_HINT: Final = "Si quieres: en el hospital, un viaje."
PAUSE_FIRST_NEEDED: Final = "¿Cuándo empezó? Prueba: hace 3 semanas, 19 nov."
PAUSE_ENDS_FIRST: Final = "El último día es anterior al primero."
PAUSE_SAVED: Final = "Pausa guardada. Sus días no cuentan. Pulsa u para deshacerlo."
PAUSE_REMOVED: Final = "Pausa quitada. Sus días vuelven a contar. Pulsa u para deshacerlo."
NOTHING_ON_DAY: Final = "Todavía no hay nada en este día."
DAY_KEYS: Final = "← → otro día · enter abrir · esc volver"
EMPTY_DAY_KEYS: Final = "← → otro día · esc volver"
FOCUS_GONE: Final = "Esta pausa era de algo que se borró. Pulsa ctrl+t para descartarla."
PAUSE_ELSEWHERE: Final = "Para cambiar una pausa, pulsa p en el calendario."
MILESTONE_STAYS: Final = "Un hito que alcanzaste se queda."
RANGE_KEYS: Final = "flechas elegir · luego una letra · esc termina"
FREE: Final = "libre"
USED: Final = "consumo"
_WITH_USE: Final = "con consumo"
"""What such a day is in a sentence; the legend on Today has room for the short word only."""

NOT_KNOWN: Final = "sin anotar"
MIXED: Final = "mixto"
WITHIN: Final = "dentro del límite"
OVER: Final = "por encima del límite"
WITHIN_SIGN, OVER_SIGN = "dentro", "por encima"
MAYBE_OVER: Final = "con consumo, sin saber si por encima de tu límite"
NO_LIMIT_ON_DAY: Final = "Este día no tiene límite. x lo marca con consumo."
BELOW_PLAN: Final = "Es menos que tu plan. Bajar demasiado rápido puede ser peligroso. Díselo a quien hizo el plan."
FILL_IN: Final = "¿Rellenar esos días? (f)"
ALL_FREE: Final = "todos"
ONE_BY_ONE: Final = "uno por uno"
THAT_DAY_FREE: Final = "Sí"
SHOW_THAT_DAY: Final = "No, ver ese día"
FILL_IN_TITLE: Final = "rellenar días"
PRESS_U: Final = "Pulsa u para deshacerlo."
NOT_ASKED: Final = "saltar"
NOT_LATER: Final = "Esto solo es para los días rellenados después."
NOT_COUNTED: Final = "sin contar"
NO_ENTRY: Final = "sin anotar"
NOTHING_YET: Final = "Aún no hay días anotados."
NO_MARK: Final = "Este día no tiene ninguna marca."
IN_A_PAUSE: Final = "en una pausa"

_STATES: Final = {
    DayState.WITHIN: _WITH_USE,
    DayState.USED: _WITH_USE,
    DayState.UNKNOWN: NOT_KNOWN,
    DayState.MIXED: "mixto, o no está claro",
    DayState.NOT_APPLICABLE: NOT_COUNTED,
}


def format_state(state: DayState, clean_word: str, *, limited: bool = False) -> str:
    """Return what a day was; ``clean_word`` is the person's own for a day without a use.

    ``limited``: the day has a limit, and a use is within it, over it, or not known to be either.
    """
    if limited:
        return {DayState.WITHIN: WITHIN, DayState.USED: OVER, DayState.MIXED: MAYBE_OVER}.get(state) or format_state(
            state, clean_word
        )
    return _STATES.get(state) or own_word(clean_word)


def state_choices(focus: Focus, day: date, now: DayState | None) -> list[tuple[DayState, str]]:
    """Return what a day can be, and what it was marked as elsewhere."""
    limited, abstinent = most_on(focus, day) is not None, is_abstinence(goal_on(focus, day).goal_mode)
    used = [(DayState.USED, USED)] if abstinent else [(DayState.WITHIN, USED)]
    if limited:
        used = [(DayState.WITHIN, WITHIN), (DayState.USED, OVER)]
    asked = [(DayState.CLEAN, own_word(clean_word_of(focus))), *used, (DayState.UNKNOWN, NOT_KNOWN)]
    told = {DayState.MIXED: USED if limited else MIXED, DayState.NOT_APPLICABLE: NOT_COUNTED}
    return [*asked, *((state, name) for state, name in told.items() if state is now)]


def format_mark(mark: Mark, state: str) -> str:
    """Return ``libre (registro del día)``, ``con consumo (calendario, a ojo)``; ``state`` says what it was."""
    later = [label(mark.source), *(["rellenado después"] if mark.back_filled else [])]
    if level := sureness(mark):
        later.append(sureness_label(level))
    return f"{state} ({', '.join(later)})"


def format_used(state: str, written_as: str) -> str:
    """Return ``con consumo (anotado como tropiezo)``."""
    return f"{state} ({written_as})"


def were_free(days: int, clean_word: str) -> str:
    """Ask whether the days without an entry were days without a use."""
    word = own_word(clean_word)
    return f"¿Fueron {several(word)} esos {count(days, 'día')}?" if days > 1 else f"¿Fue {word} ese día?"


def with_more(keys: str) -> str:
    """Return the hints of the calendar where there is room: two more in place of one that the line below has, too."""
    return keys.replace("v varios", "a cantidades · p pausas")


def how_sure(days: int) -> str:
    """Ask how sure the person is of the days that they filled in."""
    return "¿Con qué certeza recuerdas estos días?" if days > 1 else "¿Con qué certeza recuerdas este día?"


def filled_in(filled: FilledIn, state: str) -> str:
    """Return ``7 días marcados: libre. 1 día con un consumo anotado, sin tocar. Pulsa u …``"""
    marked = len(filled.marks)
    said = ["No se cambió nada."]
    if marked:
        said = [f"{count(marked, 'día marcado', 'días marcados')}: {state}."]
    if filled.with_use:
        said.append(f"{count(filled.with_use, 'día')} con un consumo anotado, sin tocar.")
    if filled.outside:
        said.append(f"{count(filled.outside, 'día')} fuera de lo que cuenta, sin tocar.")
    return " ".join([*said, *([PRESS_U] if filled.marks else [])])


def sureness_label(level: Sureness) -> str:
    """Return how sure the person is of a day."""
    match level:
        case Sureness.SURE:
            return "con certeza"
        case Sureness.FAIRLY:
            return "con bastante certeza"
        case Sureness.GUESS:
            return "a ojo"


def sureness_saved(level: Sureness) -> str:
    """Say how sure the person is of the marked day from now on."""
    return f"Guardado: {sureness_label(level)}."


def range_line(first: date, last: date, not_logged: int) -> str:
    """Return ``9–15 nov: 7 días, 5 sin anotar``."""
    return f"{format_date(first, last)}: {count((last - first).days + 1, 'día')}, {whole(not_logged)} {NOT_KNOWN}"


def month_title(name: str, day: date) -> str:
    """Return ``alcohol · noviembre 2026``."""
    return f"{name} · {month_name(day.month)} {day.year}"


def year_title(name: str, day: date) -> str:
    """Return ``alcohol · 2026``."""
    return f"{name} · {day.year}"


def year_line(year: int, held: Mapping[DayState, int], clean_word: str, *, limited: bool = False) -> str:
    """Return ``2026: 17 días libres, 1 con consumo, 2 sin anotar.``; empty if no day of the year counts.

    ``held`` is how many days of the year are in each state. ``limited``: a use is within the limit of its day, or over.
    """
    within, used, not_counted = held[DayState.WITHIN], held[DayState.USED], held[DayState.NOT_APPLICABLE]
    word = own_word(clean_word)
    uses = [(within, WITHIN), (used, OVER)] if limited else [(within + used, _WITH_USE)]
    parts = [
        (held[DayState.CLEAN], word if held[DayState.CLEAN] == 1 else several(word)),
        *uses,
        (held[DayState.MIXED], MIXED if held[DayState.MIXED] == 1 else several(MIXED)),
        (held[DayState.UNKNOWN], NOT_KNOWN),
        (not_counted, NOT_COUNTED),
    ]
    if sum(held.values()) == not_counted:
        return ""
    (first, name), *others = [(number, name) for number, name in parts if number]
    told = [f"{count(first, 'día')} {name}", *(f"{number} {name}" for number, name in others)]
    return f"{year}: {', '.join(told)}."


def empty_year(year: int, start: date | None) -> str:
    """Say that no day of a year counts, and why if it is before the start."""
    why = f" Cuenta desde el {format_day(start)} {start.year}." if start is not None and year < start.year else ""
    return f"{year}: nada contado.{why}"


def whole_day_title(day: date) -> str:
    """Return ``vie 20 nov 2026``."""
    return f"{format_day(day)} {day.year}"


def nothing_on_day(slip: str) -> str:
    """Say that a day is empty, and which keys change that."""
    return f"{NOTHING_ON_DAY} n escribir · a registro · s {own_word(slip)}"


def pauses_title(label: str) -> str:
    """Return ``alcohol · pausas``."""
    return f"{label} · {PAUSES}"


def pause_line(pause: Pause, today: date) -> str:
    """Return ``6–20 abr 2026: 15 días``, ``desde el lun 23 nov``; with the reason after it if there is one."""
    if pause.last is None:
        when = f"desde el {format_day(pause.first, today)}"
    else:
        year = "" if pause.first.year == pause.last.year == today.year else f" {pause.last.year}"
        days = count((pause.last - pause.first).days + 1, "día")
        when = f"{format_date(pause.first, pause.last)}{'' if pause.first.year != pause.last.year else year}: {days}"
    return f"{when} · {pause.reason}" if pause.reason else when


def pause_overlaps(other: Pause, today: date) -> str:
    """Say which pause is in the way of another."""
    return f"Se solapa con la pausa {pause_line(replace(other, reason=''), today)}."


def in_a_pause(pause: Pause) -> str:
    """Return ``en una pausa``, with its reason if there is one."""
    return f"{IN_A_PAUSE}: {pause.reason}" if pause.reason else IN_A_PAUSE


def day_line(day: date, words: str, today: date | None = None) -> str:
    """Return ``vie 20 nov: libre (registro del día)``, with the year if that is not the year of ``today``."""
    return f"{format_day(day, today)}: {words}"


def format_numbers(figures: Figures, clean_word: str, unit: str) -> list[str]:
    """Return the figures of a focus, the most important one first: ``41 días libres de 50 anotados``, ``82 %``."""
    if figures.is_observing:
        return [
            figures_text.format_use(figures_text.THIS_WEEK, figures.week, unit),
            figures_text.format_use(figures_text.THIS_MONTH, figures.month, unit),
        ]
    said = [f"{figures_text.format_good_days(figures, clean_word)} de {whole(figures.logged)} anotados"]
    said += [figures_text.format_percentages(figures, clean_word)]
    if figures.is_mostly_unknown:
        said = [figures_text.format_coverage(figures)]
    if not figures.total:
        said = [NOTHING_YET]
    if figures.is_on_plan:
        said += [figures_text.format_limit(figures, unit), figures_text.format_week_on_plan(figures, unit)]
    return said


def longest_run(run: str) -> str:
    """Return ``mejor racha 30``."""
    return f"mejor racha {run}"


def before_start(start: date, today: date) -> str:
    """Say that the day is before the focus starts."""
    return f"antes del inicio, {format_day(start, today)}"


def outside(reason: str) -> str:
    """Say why nothing can be marked on a day."""
    return f"Este día está {reason}. Se puede cambiar en los ajustes."
