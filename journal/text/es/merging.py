"""What is said about another copy of the journal, and about merging what it holds."""

from __future__ import annotations

from typing import Final

from journal.file_facts import Copy, MergeResult
from journal.text.es.access import NO_UNDO
from journal.text.es.commands.copies import NOTHING_NEW
from journal.text.es.counting import noun

TITLE: Final = "combinar otra copia"
HINTS: Final = "enter combinar · tab siguiente · esc volver"
WHAT: Final = "No se pierde nada: si algo cambió en las dos, se conservan ambas versiones. La otra copia solo se lee."
LOOKING: Final = "Buscando copias junto al diario …"
NONE_HERE: Final = "Junto al diario no hay ninguna copia con algo nuevo."
ELSEWHERE: Final = "De otro sitio"
ELSEWHERE_HINT: Final = "Un archivo. Pulsa enter para continuar."
ANOTHER_KEY: Final = "Esa copia tiene su propia clave. Ábrela con su frase de acceso o sus palabras de recuperación."
ITS_PASSPHRASE: Final = "Su frase de acceso"
ITS_WORDS: Final = "o sus 24 palabras"
NEITHER: Final = "Escribe una de las dos cosas."
UNKNOWN: Final = "Después verás qué hay en ella."
YES: Final = "Combinar"
MERGING: Final = "Combinando …"
OPENING: Final = "Abriendo esa copia. Tarda unos segundos."
_KEPT: Final = "El archivo tal como está ahora se conserva a su lado, como la primera de tres copias anteriores."


def news(copy: Copy, *, with_zeros: bool = True) -> str:
    """Return ``añade 3, cambia 1, borra 0``, or without zeros; or that only its own key can tell."""
    if copy.added is None:
        return "tiene otra clave"
    counts = {"añade": copy.added, "cambia": copy.changed, "borra": copy.deleted}
    return ", ".join(f"{what} {count}" for what, count in counts.items() if count or with_zeros)


def known_news(copy: Copy) -> str:
    """Say in a sentence what a copy adds: ``Añade 3, cambia 1, borra 0.``"""
    said = news(copy)
    return f"{said[:1].upper()}{said[1:]}."


def ask(name: str) -> str:
    """Ask whether to merge the copy with this file name."""
    return f"¿Combinar {name}?"


def ask_detail(adds: str) -> str:
    """Say what the copy ``adds`` (a sentence), and what is kept."""
    return f"{adds} {_KEPT} {NO_UNDO}"


def merged(result: MergeResult) -> str:
    """Return ``4 añadidos, 1 cambiado. 2 cambiaron en los dos lados: se conservan ambas versiones.``"""
    if not result.is_news:
        return NOTHING_NEW
    counts = {"añadido": len(result.added), "cambiado": len(result.changed), "borrado": len(result.deleted)}
    said = ", ".join(f"{count} {noun(count, what)}" for what, count in counts.items() if count or what == "añadido")
    said += "."
    if both := len(result.both):
        said += f" {both} {noun(both, 'cambió', 'cambiaron')} en los dos lados: se conservan ambas versiones."
    return said
