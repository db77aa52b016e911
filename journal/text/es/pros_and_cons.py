"""What is asked and said about pros and cons."""

from __future__ import annotations

from typing import Final

from journal.text.es.counting import count

TITLE: Final = "pros y contras"
KEYS: Final = "enter editar · esc volver"
FORM: Final = "pros y contras"
ABOUT: Final = "Con honestidad sobre los dos lados. Nadie más lo ve si no lo eliges."
NO_FOCUS: Final = "Todavía no hay nada que sopesar. Añade lo que sigues en Ajustes."
NOT_YET: Final = "todavía nada"
NO_LONGER_TRACKED: Final = "ya no lo sigues"

HEADINGS: Final = {
    "gives": "Qué me da",
    "costs": "Qué me cuesta",
    "change_gives": "Qué me da cambiar",
    "change_costs": "Qué me cuesta cambiar",
}
"""Field → its heading."""

LINES_HINT: Final = "Una cosa por línea. Escribe “después” antes de lo que cuenta a la larga."
IN_CRAVING: Final = "En un ansia"
IN_CRAVING_HINT: Final = "Mostrar lo que me da cambiar entre mis motivos."
THIS_TABLE: Final = "estos pros y contras"
NOTHING_WRITTEN: Final = "Escribe al menos una línea."


def format_row(label: str, lines: int, *, is_tracked: bool) -> str:
    """Return ``alcohol · 7 líneas``."""
    parts = [label, count(lines, "línea") if lines else NOT_YET, *([] if is_tracked else [NO_LONGER_TRACKED])]
    return " · ".join(parts)
