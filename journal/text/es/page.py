"""What is printed on every page for the mentor: its title, its headings, and what is covered while it is chosen.

Used by ``journal.summary``; the lines of the sections are in ``journal.text.page_sections``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.cells import cell_width
from journal.domain.date_names import month_name
from journal.text.es import counting

STATUS_HEADING: Final = "HOW I AM"
DAYS_HEADING: Final = "DAYS"
HARDEST_HEADING: Final = "HARDEST MOMENT"
PROUD_HEADING: Final = "PROUD OF"
AHEAD_HEADING: Final = "HARD DAYS AHEAD"
PROGRAMME_HEADING: Final = "MEETINGS, PROGRAMME"
CRAVINGS_HEADING: Final = "CRAVINGS"
WORKED_HEADING: Final = "WHAT WORKED"
MOORING_HEADING: Final = "MOORING LINES"
GOALS_HEADING: Final = "GOALS"
COMMITMENTS_HEADING: Final = "COMMITMENTS"
NEEDS_HEADING: Final = "NEEDS"
ENTRIES_HEADING: Final = "ENTRIES"
TODAY_HEADING: Final = "FOR TODAY"
TOGETHER_HEADING: Final = "TOGETHER"
NEXT_HEADING: Final = "NEXT CHECK-IN"
"""The share ledger and the choices for a person store these names, so they do not change; see ``format_heading``."""

_HEADINGS: Final = {
    STATUS_HEADING: "CÓMO ESTOY",
    DAYS_HEADING: "DÍAS",
    HARDEST_HEADING: "EL MOMENTO MÁS DIFÍCIL",
    PROUD_HEADING: "LO QUE ME ENORGULLECE",
    AHEAD_HEADING: "DÍAS DIFÍCILES QUE VIENEN",
    PROGRAMME_HEADING: "REUNIONES, PROGRAMA",
    CRAVINGS_HEADING: "ANSIAS",
    WORKED_HEADING: "LO QUE AYUDÓ",
    MOORING_HEADING: "ANCLAS SEMANALES",
    GOALS_HEADING: "METAS",
    COMMITMENTS_HEADING: "LO QUE ACORDAMOS",
    NEEDS_HEADING: "NECESIDADES",
    ENTRIES_HEADING: "ENTRADAS",
    TODAY_HEADING: "PARA HABLAR HOY",
    TOGETHER_HEADING: "NUEVOS ACUERDOS",
    NEXT_HEADING: "PRÓXIMO ENCUENTRO",
    "MEETINGS": "REUNIONES",
    "CONTACTS": "CONTACTOS",
    "WHO DOES WHAT": "QUIÉN HACE QUÉ",
    "NEXT TIME": "LA PRÓXIMA VEZ",
    "INITIALS": "INICIALES",
    "NO WORD FROM ME": "SI NO SABES DE MÍ",
    "WHAT TO SAY": "QUÉ DECIRME",
    "EMERGENCY": "EMERGENCIA",
    "AGREED": "ACORDADO",
    "ROOM BY ROOM": "CUARTO POR CUARTO",
    "NALOXONE": "NALOXONA",
    "MILESTONE": "HITO",
    "ABOUT": "SOBRE QUÉ",
}
"""Stored name of a section → its heading on the page, the attendance slip, the receipt, a card or a token."""

PDF_TITLE: Final = "Registro"
"""The title within a PDF; readers show it in the window, so it says little."""

NOTHING_NOTED: Final = "No se anotó nada en este periodo."
COVERED_STRUCK: Final = "░░░░░░░░░░░░ tachado"
COVERED_CLOSED: Final = "░░░░░░░░░░░░ sin incluir"
ROOM_TO_WRITE: Final = "espacio para escribir"
"""Read aloud in place of a ruled line."""

UNTICKED: Final = "[ ]"
TICKED: Final = "[x]"
OPEN_ALOUD: Final = "aún sin hacer"
DONE_ALOUD: Final = "hecho"
"""Read aloud in place of a box."""

ROOM_FOR_LEFT_OUT: Final = "Sin incluir"

_LINES_ABOUT: Final = {
    STATUS_HEADING: "línea sobre los registros del día",
    HARDEST_HEADING: "línea sobre el momento más difícil",
    PROUD_HEADING: "línea sobre lo que me enorgullece",
    AHEAD_HEADING: "línea sobre días difíciles que vienen",
    DAYS_HEADING: "línea sobre los días",
    CRAVINGS_HEADING: "línea sobre las ansias",
    WORKED_HEADING: "línea sobre lo que ayudó",
    TOGETHER_HEADING: "línea para escribir",
    NEXT_HEADING: "línea sobre el próximo encuentro",
    PROGRAMME_HEADING: "línea sobre el programa",
}
_OTHER_LINE: Final = "otra línea"


def line_about(section: str) -> str:
    """Return what a line of a section is called where it is counted: ``línea sobre las ansias``."""
    return _LINES_ABOUT.get(section, _OTHER_LINE)


def format_left_out(nouns: Mapping[str, int], width: int) -> str:
    """Return ``Sin incluir, para que quepa en una hoja: 3 líneas sobre las ansias, 2 metas.``; empty for nothing.

    ``nouns`` are what was left out, in the singular, with how many of each. It is one row of at most ``width`` columns;
    what there is no room to name is counted together.
    """
    most_first = sorted(nouns.items(), key=lambda counted: -counted[1])
    counts = [things(number, noun) for noun, number in most_first]
    for named in range(len(counts), -1, -1):
        others = sum(number for _, number in most_first[named:])
        more = [f"{others} más"] if others and named else [f"{others} líneas"] if others else []
        words = f"Sin incluir, para que quepa en una hoja: {', '.join([*counts[:named], *more])}."
        if counts and cell_width(words) <= width:
            return words
    return ""


def things(number: int, noun: str) -> str:
    """Return ``1 ansia`` or ``2 ansias``; unlike ``counting.count`` without separators of thousands."""
    return f"{number} {noun if number == 1 else counting.several(noun)}"


def format_heading(section: str) -> str:
    """Return the heading that the page prints for a section, which is stored under its name."""
    return _HEADINGS.get(section, section)


def page_title(first: date, last: date) -> str:
    """Return the title of a page about a period, both days included: ``Registro, 19–28 de noviembre``."""
    return f"Registro, {_period(first, last)}"


def _period(first: date, last: date) -> str:
    end = f"{last.day} de {month_name(last.month)}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} de {month_name(first.month)}"
    return f"{start} – {end}" if first.year == last.year else f"{start} de {first.year} – {end} de {last.year}"


def format_week(week: int, weeks: int) -> str:
    """Return ``semana 5 de 12``, which follows the title."""
    return f"semana {week} de {weeks}"


FOR_YOU: Final = "para ti"
WRITTEN_BY_ME: Final = "Escrito por mí, "


def format_reader(name: str) -> str:
    """Return ``para R``, to which the full stop of the sentence is added."""
    return f"para {name.removesuffix('.')}"


def format_foot(emergency: str) -> str:
    """Return what is asked of the reader, which follows who the page is for; ``emergency`` is a number or empty."""
    number = f"al {emergency or 'número de emergencias'}"
    return (
        f". Por favor, no copies esto. Si crees que corro peligro: llámame, y luego llama {number}. No lo lleves a "
        "solas: habla con quien te apoya o supervisa."
    )
