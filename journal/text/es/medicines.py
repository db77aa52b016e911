"""What is said about medicines. Apart from ``DOUBLE_UP`` and ``METHADONE`` there is no advice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.domain.medicines import Calendar, Counts, Medicine, Slot, is_due
from journal.text.es.counting import noun
from journal.text.es.labels import label

TITLE: Final = "medicamentos"
DOSES: Final = "tomas, la más reciente primero"
LIST_KEYS: Final = "espacio tomada · m no tomada · e editar"
ADD: Final = "+ añadir"
NONE_YET: Final = "Todavía ninguno. Pulsa + para añadir uno. Esta lista solo la ves tú."
NO_DOSES: Final = "Todavía no hay nada anotado."
DELETED_WITH_IT: Final = "También se borra lo que anotaste de sus tomas. Pulsa u para deshacerlo."

DOUBLE_UP: Final = "No tomes el doble. Pregunta en tu farmacia."
METHADONE: Final = "¿3 días o más sin tomarla? No tomes tu dosis de siempre. Llama a tu clínica."

FORM: Final = "un medicamento"
NAME: Final = "Nombre"
NAME_NEEDED: Final = "Hace falta un nombre."
DOSE: Final = "Dosis"
DOSE_HINT: Final = "Como dice la caja: “20 mg”, “media pastilla”."
TIMES: Final = "Horas"
TIMES_HINT: Final = "8, 20:30. Déjalo vacío si lo tomas cuando hace falta."
NOT_TIMES: Final = "Prueba: 8, 20:30. Como mucho 12 tomas."
IS_METHADONE: Final = "¿Es metadona?"
IS_METHADONE_HINT: Final = "Así, si te saltas una toma, dice qué hacer tras 3 días."
STILL: Final = "Lo sigo tomando"

WHEN_NEEDED: Final = "cuando hace falta"
ARCHIVED: Final = "archivado"
TAKEN_SAID: Final = "Anotada como tomada."
MISSED_SAID: Final = "Anotada como no tomada."
NOT_NOTED_SAID: Final = "Ya no está anotada."
NEVER_MISSED: Final = "Lo tomas cuando hace falta, así que no te saltas ninguna toma."
NOT_NOTED: Final = "sin anotar"
NOT_YET: Final = "todavía no"

_DUE: Final = "toca ya"


def format_minute(minute: int) -> str:
    """Return ``08:00``."""
    return f"{minute // 60:02}:{minute % 60:02}"


def format_times(times: Sequence[int]) -> str:
    """Return ``08:00, 20:30``; ``cuando hace falta`` without times."""
    return ", ".join(map(format_minute, times)) or WHEN_NEEDED


def format_medicine(one: Medicine) -> str:
    """Return ``sertralina, 50 mg``."""
    return f"{one.name}, {one.dose}" if one.dose else one.name


def format_with_times(one: Medicine) -> str:
    """Return ``sertralina, 50 mg · 08:00, 20:30``."""
    return f"{format_medicine(one)} · {format_times(one.times)}"


def format_when(slot: Slot, today: date, now: datetime) -> str:
    """Return ``08:00, toca ya``, ``20:30``, ``mañana 08:00`` or ``mié 25 nov 08:00``."""
    clock = format_minute(slot.minute or 0)
    ahead = (slot.day - today).days
    if ahead > 0:
        return f"{'mañana' if ahead == 1 else format_day(slot.day, today)} {clock}"
    return f"{clock}, {_DUE}" if slot.state is None and slot.at <= now else clock


def format_today(slots: Sequence[Slot], calendar: Calendar) -> str:
    """Return ``08:00 sertralina, toca ya, y 1 más``: the first dose to take, and how many others are due."""
    if not slots:
        return ""
    first, waiting = slots[0], sum(is_due(slot, calendar) for slot in slots)
    when, _, due = format_when(first, calendar.today, calendar.now).partition(", ")
    more = f", y {waiting - 1} más" if waiting > 1 else ""
    return f"{when} {first.medicine.name}{f', {due}' if due else ''}{more}"


def format_state(slot: Slot, noted_at: datetime | None, calendar: Calendar) -> str:
    """Return ``tomada 08:12``, ``no tomada``, ``toca ya``, ``todavía no`` or ``sin anotar``.

    ``noted_at`` is a local time. The hour is left out where it was noted on another day.
    """
    if slot.state is not None:
        clock = f" {noted_at:%H:%M}" if noted_at and slot.dose and slot.dose.local_date == slot.day else ""
        return f"{label(slot.state)}{clock if slot.minute is not None and slot.state == 'taken' else ''}"
    if slot.day < calendar.today:
        return NOT_NOTED
    return _DUE if slot.at <= calendar.now else NOT_YET


def format_slot_day(day: date, today: date) -> str:
    """Return ``hoy``, ``ayer`` or ``sáb 21 nov``."""
    return {0: "hoy", 1: "ayer"}.get((today - day).days, format_day(day, today))


def format_counts(counts: Counts) -> str:
    """Return ``25 tomadas, 1 no tomada, 1 sin anotar``."""
    taken, missed = noun(counts.taken, "tomada"), noun(counts.missed, "no tomada")
    return f"{counts.taken} {taken}, {counts.missed} {missed}, {counts.not_noted} {NOT_NOTED}"


def two_weeks(one: Medicine, counts: Counts) -> str:
    """Return ``sertralina, últimos 14 días: 25 tomadas, 1 no tomada, 1 sin anotar``."""
    return f"{one.name}, últimos 14 días: {format_counts(counts)}"


def beside_missed(*, methadone: bool) -> str:
    """Return the fixed line beside a missed dose; for methadone also the one about three days."""
    return f"{DOUBLE_UP}\n{METHADONE}" if methadone else DOUBLE_UP


def nothing_to_note(when: str) -> str:
    """Say that no dose is due, and how to note one all the same."""
    return f"No toca nada. Próxima toma: {when}. Elige una toma abajo para anotarla."
