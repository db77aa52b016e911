"""What is said about whole entries that are shared, on paper and before: which, for which person, how many pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.text.es.counting import count

PAPER: Final = "entradas elegidas"

# On the paper.

PDF_TITLE: Final = "Entradas"


def page_title(first: date, last: date) -> str:
    """Return ``Entradas de mi diario, 3 oct – 28 nov 2026``."""
    return f"Entradas de mi diario, {format_days(first, last)}"


def format_days(first: date, last: date) -> str:
    """Return a period with its year: ``16–28 nov 2026``."""
    return f"{format_date(first, last)} {last.year}" if first.year == last.year else format_date(first, last)


def format_heading(day: date, title: str) -> str:
    """Return ``jue 19 nov 2026 · Una noche larga``; only the day where there is no title."""
    on = f"{format_day(day)} {day.year}"
    return f"{on} · {title}" if title else on


def page_number(page: int, pages: int) -> str:
    """Return ``3 de 7``."""
    return f"{page} de {pages}"


# Choosing entries.

CHOOSE: Final = "entradas para compartir"
CHOOSE_KEYS: Final = "espacio incluir · a todas · esc volver"
EMPTY_KEYS: Final = "w otros días · esc volver"
WHOLE: Final = "la entrada entera"
EMPTY: Final = "No hay entradas en estos días. Pulsa w para elegir otros."
NONE_CHOSEN: Final = "Aún no hay nada incluido. Pulsa espacio en cada entrada que quieras compartir."
LEAVE: Final = "¿Salir? Las entradas que elegiste no se guardan."
LEAVE_YES: Final = "Salir"
LEAVE_NO: Final = "Quedarme"


def choose_title(days: str) -> str:
    """Return ``entradas para compartir · 28 oct – 23 nov 2026``."""
    return f"{CHOOSE} · {days}"


def included(chosen: int, there: int, pages: int) -> str:
    """Return ``3 de 12 entradas incluidas · 4 páginas``; without the pages where ``pages`` is 0."""
    entries = f"{chosen} de {count(there, 'entrada incluida', 'entradas incluidas')}"
    return " · ".join(part for part in (entries, count(pages, "página") if pages else "") if part)


# Saving them.

SAVE: Final = "guardar las entradas"
ASK_PERSON: Final = "Para"
ASK_FORM: Final = "Formato"
FORM_PDF: Final = "PDF"
FORM_PASSWORD: Final = "PDF con contraseña"
FORM_TEXT: Final = "texto"
EXAMPLE: Final = "~/entradas.pdf"


def saved_what(entries: int, pages: int, days: str) -> str:
    """Return ``3 entradas en 4 páginas, 16–28 nov 2026.``; without the pages where ``pages`` is 0."""
    on = f" en {count(pages, 'página')}" if pages else ""
    return f"{count(entries, 'entrada')}{on}, {days}."


def saved_to(entries: int, place: str) -> str:
    """Say how many entries were saved, and where this is noted."""
    said = count(entries, "entrada guardada", "entradas guardadas")
    return f"{said} en {place}. Pulsa v en Mentor para ver lo que compartiste."


# What was shared before.


def format_given(headings: Iterable[str], deleted: int) -> str:
    """Return a line for each entry that was shared, and how many of them are no longer in the journal."""
    gone = [count(deleted, "entrada borrada desde entonces", "entradas borradas desde entonces")] if deleted else []
    return "\n".join(["Entradas compartidas:", *(f"  {said}" for said in (*headings, *gone))])


# The command.

TO_HELP: Final = "Guardar estas entradas en FILE, en páginas numeradas (PDF), o como texto si el nombre acaba en .txt."
PICK_HELP: Final = "Con --to: solo la entrada con este uid, que muestra --json. Repítela para más."
FOR_HELP: Final = "Con --to: para quién es."
PASSWORD_HELP: Final = "Con --to: pedir una contraseña que abre el PDF."
YES_HELP: Final = "Con --to: guardar sin preguntar. Hace falta sin terminal."
NEEDS_TO: Final = "--pick, --for, --password, --replace y --yes necesitan --to FILE."
NEEDS_CHOICE: Final = "Di qué entradas se guardan: --from y --until, --tag, --search o --pick."
NEEDS_YES: Final = "Esto guarda entradas enteras en un archivo que sale de tu diario. Sin terminal, añade --yes."
NOT_WITH_TEXT: Final = "Solo un PDF lleva contraseña; el nombre de este archivo acaba en .txt."
NOTHING_CHOSEN: Final = "No se encontró ninguna entrada, así que no se guardó nada."


def no_such_entry(uid: str) -> str:
    """Say that a picked entry is not among those found."""
    return f"No hay entre estas ninguna entrada con el uid {uid}. No se guardó nada."


def asks(entries: int, name: str) -> str:
    """Ask whether the entries that were listed may be saved to the file of this name."""
    return f"¿Guardar {count(entries, 'entrada')} en {name}?"


def written(entries: int, pages: int, days: str) -> str:
    """Say what was saved; without the pages where ``pages`` is 0."""
    return f"Guardado: {saved_what(entries, pages, days)}"
