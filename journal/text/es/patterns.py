"""What is said about patterns in cravings: what went together, with counts. Never a cause, never a prediction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from journal.domain.coping import Evidence
from journal.domain.cravings import Certainty, Halt, certainty
from journal.domain.date_names import short_month, short_weekday, weekday_name
from journal.domain.dates import format_date
from journal.domain.labels import folded
from journal.domain.patterns import Beside, CravingCounts, Findings, Stretch
from journal.domain.uses import Situation
from journal.text.es.counting import count
from journal.text.es.cravings import evidence_word, format_came_through, format_strategy
from journal.text.es.labels import label
from journal.text.es.page_sections import beside
from journal.text.patterns import Group as Group
from journal.text.patterns import Row as Row

KEYS: Final = "← → periodo · o fechas · f foco · t tabla"
KEYS_TABLE: Final = "← → periodo · o fechas · f foco · t gráficos"
CRAVINGS: Final = "ansias"
HELPED: Final = "lo que coincidió"
NO_CRAVINGS: Final = "No hay ansias en este periodo. Pulsa ctrl+r cuando llegue una."
NOTHING_TRIED: Final = "Aquí se cuenta lo que pruebas durante un ansia."
NOT_WHY: Final = "Esto muestra lo que coincidió, no por qué."

FOUR_WEEKS: Final = "ansias en 4 semanas"
TWELVE_WEEKS: Final = "ansias en 12 semanas"
PROGRAMME: Final = "ansias en el programa"
YEAR: Final = "ansias en un año"
ALL: Final = "todas las ansias"

OWN_TITLE: Final = "otras fechas"
OWN_KEYS: Final = "ctrl+s mostrar · esc volver"
OWN_FROM, OWN_UNTIL = "Desde", "Hasta"
OWN_UNTIL_HINT: Final = "Vacío: hasta hoy."
OWN_NEEDED: Final = "Escribe un primer día, por ejemplo 1 marzo."
OWN_TURNED_ROUND: Final = "El último día es anterior al primero."
OWN_TO_COME: Final = "Ese día aún no ha llegado."

HOURS_LINE: Final = "   " + "".join(f"{hour:<6}" for hour in range(0, 24, 3)).rstrip()
"""The head of the heat map: two cells for each hour."""

HEAT_KEY: Final = "Sombra y número: ansias a esa hora (+: 10 o más)."
WHEN, DAY, TRIGGER, SITUATION = "Hora del día", "Día de la semana", "Desencadenante", "Situación"
HALT, PLACE, COMPANY, WEEK = "Hambre, enojo, soledad, cansancio", "Lugar", "Compañía", "Semana del"
OVER_TIME: Final = "Por semana: cuántas, con qué fuerza (de 10), cuánto duran"
OVER_MONTHS: Final = "Por mes: cuántas, con qué fuerza (de 10), cuánto duran"
NO_TIME: Final = "hora sin saber"
STRATEGIES: Final = "Lo que ayudó"
BY_TRIGGER: Final = "Qué ayudó con qué"
CHECK_INS: Final = "Registros del día (lo habitual, de 10)"
USES: Final = "Ansias en los días alrededor de un consumo"

_I_SOUNDS: Final = ("i", "í", "hi", "hí")
"""Beginnings before which "y" becomes "e"; ``hie`` sounds differently."""


def cravings_title(period: str, first: date, last: date, focus: str = "") -> str:
    """Return ``alcohol: ansias en 4 semanas, 27 oct – 23 nov``; the name of a focus where it is about one."""
    return f"{f'{focus}: ' if focus else ''}{period}, {format_date(first, last)}"


def format_total(now: CravingCounts, before: CravingCounts | None = None) -> str:
    """Return ``14 ansias, antes 9 (primera señal)``; without the period before where that says nothing."""
    words = beside(count(now.total, "ansia"), before.total if before else None)
    return f"{words} ({evidence_word(now.total)})"


def format_strength(now: CravingCounts, before: CravingCounts | None = None) -> str:
    """Return ``Máxima 8, habitual 6 de 10 · 6 de 7 se pasaron (primera señal)``; empty without cravings.

    With the period before: ``Máxima 8 (9), habitual 6 (7) de 10 · 6 de 7 se pasaron (primera señal), antes 2 de 3``.
    """
    if now.typical is None:
        return ""
    strongest, typical = str(now.strongest), _short(now.typical)
    if before and before.typical is not None:
        strongest, typical = f"{strongest} ({before.strongest})", f"{typical} ({_short(before.typical)})"
    ended = f" · {format_came_through(now.passed, now.ended)}" if now.ended else ""
    if ended and before and before.ended:
        ended += f", antes {before.passed} de {before.ended}"
    return f"Máxima {strongest}, habitual {typical} de 10{ended}"


def _short(number: float) -> str:
    """Return ``6`` or ``6,5``."""
    return f"{number:g}".replace(".", ",")


def format_in_brackets(first: date, last: date) -> str:
    """Say what stands in brackets: ``Entre paréntesis: lo mismo en los 28 días anteriores.``."""
    days = (last - first).days + 1
    return f"Entre paréntesis: lo mismo en {'el día anterior' if days == 1 else f'los {days} días anteriores'}."


def format_row(row: Row, *, whole: bool = True) -> str:
    """Return `` 8 (3)  6 de 7 pasaron (2 de 3)``: the number of a bar, and how many passed; in brackets before.

    Without ``whole`` how many passed before is left out.
    """
    words = f"{row.number:>3}" + ("" if row.before is None else f" {f'({row.before})':<4}")
    if row.passed is None:
        return words.rstrip()
    earlier = f" ({_of(row.passed_before)})" if whole and row.passed_before else ""
    return f"{words}  {_of(row.passed)} {'pasó' if row.passed[0] == 1 else 'pasaron'}{earlier}"


def format_most(rows: Sequence[Row], noted: int) -> str:
    """Say which of them went together with most: ``anotado en 9, primera señal · más a menudo estrés, 5 de 9``.

    Two that are equal are both named. No name where it is too early to tell, or where more are equal.
    """
    words = f"anotado en {noted}, {evidence_word(noted)}"
    most = max((row.number for row in rows), default=0)
    names = [row.what for row in rows if row.number == most]
    if certainty(noted) is Certainty.TOO_EARLY or len(names) not in (1, 2):
        return words
    each = " en cada caso" if len(names) == 2 else ""
    return f"{words} · más a menudo {_and(names)}, {most} de {noted}{each}"


def _and(names: Sequence[str]) -> str:
    """Join one name or two: ``estrés y cansancio``, ``conflicto e impulsos``."""
    last = names[-1].lower()
    joined = " e " if last.startswith(_I_SOUNDS) and not last.startswith("hie") else " y "
    return joined.join(names)


def format_hour(hour: int) -> str:
    """Return ``07:00–08:00``."""
    return f"{hour:02}:00–{(hour + 1) % 24:02}:00"


def hours(now: CravingCounts, before: CravingCounts | None = None) -> list[Row]:
    """Return the number of cravings by hour; hours without any are left out, those known only to the day are last."""
    found = {format_hour(hour): number for hour, number in enumerate(now.by_hour)} | {NO_TIME: now.without_hour}
    earlier = [*before.by_hour, before.without_hour] if before else [None] * len(found)
    return _rows(found, dict(zip(found, earlier, strict=True)))


def weekdays(now: CravingCounts, before: CravingCounts | None = None) -> list[Row]:
    """Return the number of cravings by weekday; days without any are left out."""
    names = [weekday_name(day) for day in range(len(now.by_weekday))]
    earlier = before.by_weekday if before else [None] * len(names)
    return _rows(dict(zip(names, now.by_weekday, strict=True)), dict(zip(names, earlier, strict=True)))


def _rows(found: Mapping[str, int], before: Mapping[str, int | None]) -> list[Row]:
    return [Row(what, number, before[what]) for what, number in found.items() if number or before[what]]


def groups(now: Findings, before: Findings | None = None) -> list[Group]:
    """Return what else was noted, each with how many cravings passed, beside the same of the period before."""
    counts = now.counts
    noted = (
        (TRIGGER, counts.with_trigger),
        (SITUATION, sum(counts.by_situation.values())),
        (HALT, counts.with_halt),
        (PLACE, sum(counts.by_place.values())),
        (COMPANY, sum(counts.by_company.values())),
    )
    found, earlier = _labelled(now), _labelled(before) if before else [None] * len(noted)
    return [
        Group(heading, number, _label_rows(one, other))
        for (heading, number), one, other in zip(noted, found, earlier, strict=True)
    ]


_Noted = tuple[Mapping[str, int], Mapping[str, tuple[int, int]]]
"""The number of cravings with each label, and how many passed of how many ended."""


def _labelled(found: Findings) -> list[_Noted]:
    counts, passed = found.counts, found.passed
    return [
        (counts.by_trigger, passed.by_trigger),
        (
            {label(one): number for one, number in counts.by_situation.items()},
            {label(Situation(value)): known for value, known in passed.by_situation.items()},
        ),
        (
            {label(one): number for one, number in counts.by_halt.items()},
            {label(Halt(value)): known for value, known in passed.by_halt.items()},
        ),
        (counts.by_place, passed.by_place),
        (counts.by_company, passed.by_company),
    ]


def _label_rows(now: _Noted, before: _Noted | None) -> list[Row]:
    """Return a row for each label; one that was noted only before comes last. Labels are equal as ``folded`` says."""
    if before is None:
        return [Row(what, number, None, now[1].get(what)) for what, number in now[0].items() if number]
    spelled = {folded(what): what for what in (*before[0], *now[0])}
    keys = dict.fromkeys(map(folded, (*now[0], *before[0])))
    numbers, earlier = ({folded(what): number for what, number in one[0].items()} for one in (now, before))
    passed, passed_before = ({folded(what): known for what, known in one[1].items()} for one in (now, before))
    return [
        Row(spelled[key], numbers.get(key, 0), earlier.get(key, 0), passed.get(key), passed_before.get(key))
        for key in keys
        if numbers.get(key) or earlier.get(key)
    ]


def tables(now: Findings, before: Findings | None = None) -> list[tuple[str, list[Row]]]:
    """Return every count as a table; what is 0, also before, is left out."""
    counts, earlier = now.counts, before.counts if before else None
    weeks = [Row(format_start(week.first), week.cravings) for week in counts.weeks if week.cravings]
    noted = [(group.heading, group.rows) for group in groups(now, before)]
    return [(WHEN, hours(counts, earlier)), (DAY, weekdays(counts, earlier)), *noted, (WEEK, weeks)]


def table_heads(*, compared: bool) -> Sequence[str]:
    """Return the heads of the columns after the label; the first column has room for three letters."""
    return ("n.º", "antes", "pasaron", "antes") if compared else ("n.º", "pasaron")


def table_cells(row: Row, *, compared: bool) -> list[str]:
    """Return the cells of a row after its label: the number, how many passed, and both before."""
    cells = [str(row.number), _of(row.passed)]
    earlier = "" if row.before is None else str(row.before)
    return [cells[0], earlier, cells[1], _of(row.passed_before)] if compared else cells


def _of(passed: tuple[int, int] | None) -> str:
    return f"{passed[0]} de {passed[1]}" if passed else ""


def heat_row(weekday: int, cells: str, total: int) -> str:
    """Return a row of the heat map."""
    return f"{short_weekday(weekday)[:2]} {cells}{total:>3}"


def format_without_hour(number: int) -> str:
    """Say how many cravings are known only to the day; empty for none."""
    return f"{count(number, 'ansia')} sin hora: solo se sabe el día." if number else ""


def format_start(day: date) -> str:
    """Return `` 2 nov 2026``."""
    return f"{day.day:>2} {short_month(day.month)} {day.year}"


def format_stretch(one: Stretch) -> str:
    """Return ``6,5  18 min (3 medidas)``: strength and length; what is not known is left out."""
    strength = "" if one.strength is None else _short(one.strength)
    timed = f"{one.timed} {'medida' if one.timed == 1 else 'medidas'}"
    length = "" if one.minutes is None else f"{one.minutes:.0f} min ({timed})"
    return f"{strength:<4} {length}".rstrip()


def format_tried(known: Evidence, before: Evidence | None) -> str:
    """Return ``3 de 4 se pasaron, primera señal, antes 1 de 2``; without what was before where nothing is known."""
    words = format_strategy(known)
    return f"{words}, antes {before.came_through} de {before.n}" if before and before.n else words


def format_more(number: int) -> str:
    """Say how many more labels the table holds."""
    return f"{number} más en la tabla."


def format_others(number: int) -> str:
    """Say how many strategies with a trigger were tried too seldom to be listed."""
    return f"{number} más: pocos intentos para saberlo"


def format_beside(found: Beside, before: Beside | None = None) -> str:
    """Return ``4 en 5 días con ansias, 7 en 20 sin ellas, primera señal``; the fewer days say how much it tells.

    With the period before, if both are known of it: `` · antes 5 y 7``.
    """
    if found.with_craving is None or found.without is None:
        return evidence_word(0)
    days = (
        f"{_short(found.with_craving)} en {count(found.with_n, 'día')} con ansias, {_short(found.without)} en "
        f"{found.without_n} sin ellas"
    )
    word = evidence_word(min(found.with_n, found.without_n))
    words = f"{days}, {'sin diferencia' if found.with_craving == found.without else word}"
    if before is None or before.with_craving is None or before.without is None:
        return words
    return f"{words} · antes {_short(before.with_craving)} y {_short(before.without)}"


def format_around(around: Mapping[int, int], days: int, before: tuple[Mapping[int, int], int] | None = None) -> str:
    """Return ``3 días antes: 4 · ese día: 2 · 3 días después: 1 · 5 días con consumo, primera señal``.

    ``before`` holds the same of the period before, in brackets: ``3 días antes: 4 (2) · … · 5 … (1), …``.
    """
    parts = [_around(around)] if before is None else [_around(around), _around(before[0])]
    numbers = [f"{one[0]} ({one[1]})" if before else str(one[0]) for one in zip(*parts, strict=True)]
    used = count(days, "día con consumo", "días con consumo") + (f" ({before[1]})" if before else "")
    words = f"3 días antes: {numbers[0]} · ese día: {numbers[1]} · 3 días después: {numbers[2]}"
    return f"{words} · {used}, {evidence_word(days)}"


def _around(around: Mapping[int, int]) -> tuple[int, int, int]:
    """Return the cravings before, on and after the day."""
    before = sum(number for offset, number in around.items() if offset < 0)
    return before, around[0], sum(number for offset, number in around.items() if offset > 0)
