"""What is said of the home walk-through in its list, its forms and on its sheet, and of the naloxone on F4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.home_walk import HomeItem, Naloxone, expires_soon, is_expired
from journal.text.es.counting import count, noun

PAPER: Final = "Recorrido por la casa"
NOTHING: Final = "aún sin anotar"

NAME: Final = "recorrido por la casa"
WHAT: Final = "Entre los dos, cuarto por cuarto: ¿qué sale, y quién lo guarda? Nada de esto va en tu página."
EMPTY: Final = "La lista está vacía. Pulsa + para añadir algo que sale."
LINE_KEYS: Final = "espacio ya no está · enter editar · d borrar"
ADD: Final = "+ añadir"
PRINT: Final = "w imprimir"
THIS_LINE: Final = "esta línea"

FORM: Final = "algo que sale de casa"
ROOM: Final = "Lugar"
ROOM_HINT: Final = "Cocina, baño, coche."
THING: Final = "Qué sale"
THING_NEEDED: Final = "Escribe qué sale."
HOLDER: Final = "Quién lo guarda"
HOLDER_HINT: Final = "O adónde va: una amistad, la farmacia, la basura."
IS_GONE: Final = "Ya no está"

NALOXONE: Final = "naloxona"
NALOXONE_KEY: Final = "n"
REPLACE_IT: Final = ": consigue otra"
NO_NALOXONE: Final = "aún sin anotar"
NALOXONE_FORM: Final = "naloxona"
NALOXONE_ABOUT: Final = "F4 muestra esto con el diario abierto, junto a los pasos para cuando alguien no despierta."
PLACE: Final = "Dónde está"
PLACE_HINT: Final = "Para que la encuentre alguien que nunca ha estado aquí."
PLACE_NEEDED: Final = "Escribe dónde está."
EXPIRES: Final = "Caduca"
EXPIRES_HINT: Final = "La fecha de la caja: 31 mar 2027, o 2027-03."
WHO: Final = "Quién sabe usarla"
WHO_HINT: Final = "Quién de aquí sabe cómo."

SHEET: Final = "imprimir el recorrido por la casa"
SHEET_ABOUT: Final = "Para los dos. Elige sus líneas: lo que está en papel se puede encontrar."
SHEET_EMPTY: Final = "La lista aún está vacía."
SHEET_TITLE: Final = "Recorrido por la casa"
HEADING_ROOMS: Final = "ROOM BY ROOM"
HEADING_NALOXONE: Final = "NALOXONE"
"""The share ledger keeps the headings as they are here: they stay English, and a change needs a migration."""


def format_state(items: Sequence[HomeItem], kit: Naloxone | None, today: date) -> str:
    """Return ``3 de 5 ya no están · naloxona: caduca en 12 días``; an expiry date that is far off is left out."""
    done = sum(item.done_on is not None for item in items)
    gone = f"{done} de {len(items)} ya no {noun(done, 'está', 'están')}" if items else ""
    near = kit is not None and (is_expired(kit, today) or expires_soon(kit, today))
    expiry = f"{NALOXONE}: {format_expiry(kit, today).removesuffix(REPLACE_IT)}" if kit and near else ""
    return " · ".join(part for part in (gone, expiry) if part) or (NALOXONE if kit else NOTHING)


def format_item(item: HomeItem) -> str:
    """Return ``Cocina: dos botellas · R.``."""
    held = f" · {item.holder}" if item.holder else ""
    return f"{f'{item.room}: ' if item.room else ''}{item.what}{held}"


def format_expiry(kit: Naloxone, today: date) -> str:
    """Return ``caducó el mar 3 nov: consigue otra``, ``caduca en 12 días: …`` or ``caduca el mié 31 mar 2027``."""
    on = kit.expires_on
    if on is None:
        return ""
    if is_expired(kit, today):
        return f"caducó el {format_day(on, today)}{REPLACE_IT}"
    if expires_soon(kit, today):
        days = (on - today).days
        when = f"en {count(days, 'día')}" if days else "hoy"
        return f"caduca {when}{REPLACE_IT}"
    return f"caduca el {format_day(on, today)}"


def format_naloxone(kit: Naloxone, today: date) -> str:
    """Return ``cajón de la cocina · Ana sabe usarla · caduca en 12 días: consigue otra``."""
    parts = (kit.place, f"{kit.who} sabe usarla" if kit.who else "", format_expiry(kit, today))
    return " · ".join(part for part in parts if part)


def at_hand(kit: Naloxone, today: date) -> str:
    """Return the line on the screen with the helplines: ``Tu naloxona: cajón de la cocina · Ana sabe usarla``."""
    return f"Tu naloxona: {format_naloxone(kit, today)}"


def sheet_line(item: HomeItem) -> str:
    """Return ``dos botellas; lo guarda: R.``, which follows the room and a box."""
    return f"{item.what}; lo guarda: {item.holder}" if item.holder else item.what
