"""What is said about the bin, where deleted things stay for a while, and about the earlier versions of an entry."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from journal.domain.bin import KEPT_FOR
from journal.domain.dates import format_moment
from journal.text.es.counting import count, whole

# The bin.

TITLE: Final = "papelera"
KEYS: Final = "enter leer · r restaurar · D borrar para siempre · esc volver"
EMPTY_KEYS: Final = "esc volver"
EMPTY: Final = f"La papelera está vacía. Lo que borras se queda aquí {KEPT_FOR.days} días."
EMPTY_OFF: Final = "Lo borrado no se conserva. Puedes cambiarlo en Ajustes."
WHAT_IT_WAS: Final = "lo que dice"
READ_KEYS: Final = "↑ ↓ mover · r restaurar"
NOT_EDITED: Final = "Pulsa antes r para restaurarlo. Después puedes editarlo."
NONE_MARKED: Final = "No hay nada que restaurar."
GONE_NEXT: Final = "último día"


def format_left(days: int) -> str:
    """Return ``quedan 29 días``; ``último día`` where it goes at the next unlock."""
    return f"{'queda' if days == 1 else 'quedan'} {count(days, 'día')}" if days else GONE_NEXT


def format_title(number: int) -> str:
    """Return ``papelera: 3 cosas``."""
    return f"{TITLE}: {count(number, 'cosa')}" if number else TITLE


def format_deletion(deleted: datetime, left: int, others: int) -> str:
    """Return ``Borrado el lun 23 nov, 12:00; quedan 29 días. Con esto se borraron 5 cosas más, y vuelven también.``"""
    said = f"Borrado el {format_moment(deleted)}; {format_left(left)}."
    if others == 1:
        return f"{said} Con esto se borró 1 cosa más, y vuelve también."
    return f"{said} Con esto se borraron {whole(others)} cosas más, y vuelven también." if others else said


def restored(name: str, others: int) -> str:
    """Return ``Restaurado: entrada. Pulsa u para deshacerlo.``; ``others`` came back with it."""
    return f"{restored_words(name, others)} Pulsa u para deshacerlo."


def restored_words(name: str, others: int) -> str:
    """Return ``Restaurado: entrada.`` or ``Restaurado: foco, con 5 cosas más.``"""
    more = f", con {count(others, 'cosa')} más" if others else ""
    return f"Restaurado: {name}{more}."


# The setting.

SETTING: Final = "Lo borrado"
SETTING_OFF: Final = "no se conserva"
TURN_OFF_ASK: Final = "¿Dejar de conservar lo borrado?"
TURN_OFF_YES: Final = "Dejar y vaciar"
TURNED_ON: Final = f"Desde ahora, lo borrado se queda {KEPT_FOR.days} días en la papelera."


def setting(number: int) -> str:
    """Return ``se conserva 30 días, 3 en la papelera``; ``number`` is how many things are in it."""
    kept = f"se conserva {KEPT_FOR.days} días"
    return f"{kept}, {number} en la papelera" if number else kept


def _removed(deleted: int, versions: int) -> tuple[str, str]:
    return (
        count(deleted, "cosa borrada", "cosas borradas"),
        count(versions, "versión anterior", "versiones anteriores"),
    )


def turn_off_detail(deleted: int, versions: int) -> str:
    """Say what is removed with the setting."""
    things, texts = _removed(deleted, versions)
    return f"Ahora se quitarán {things} y {texts} de entradas. Ni esto ni nada anterior se podrá deshacer."


def turned_off(deleted: int, versions: int) -> str:
    """Say what was removed with the setting."""
    things, texts = _removed(deleted, versions)
    return f"Se quitó: {things}, {texts}. Ya no se conserva nada."


# Earlier versions of an entry.

BEGINNING: Final = 200
"""Characters of a text that its line is made from."""

VERSIONS: Final = "versiones anteriores"
VERSIONS_KEYS: Final = "enter leer · r restaurar · esc volver"
VERSIONS_READ_KEYS: Final = "↑ ↓ mover · r restaurar"
NO_VERSIONS: Final = (
    "Aún no hay versiones anteriores. Al guardar una entrada editada se conserva el texto de antes, hasta diez."
)
NO_VERSIONS_OFF: Final = "Las versiones anteriores no se conservan. Puedes cambiarlo en Ajustes."
VERSION_STAYS: Final = "Las versiones anteriores quedaron como eran. Pulsa r para restaurar esta."
VERSION_RESTORED: Final = "Restaurada. Lo que decía hasta ahora está entre las versiones anteriores."
ENTRY_GONE: Final = "Esta entrada se borró. Restáurala antes desde la papelera."


def format_until(until: datetime, text: str, *, is_roomy: bool) -> str:
    """Return ``hasta lun 23 nov, 12:00       64 caracteres  Volví a pie …``, or without the length."""
    length = f"{count(len(text), 'carácter', 'caracteres'):>17}  " if is_roomy else ""
    return f"hasta {format_moment(until):<18}  {length}{' '.join(text[:BEGINNING].split())}"
