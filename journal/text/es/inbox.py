"""What is said about what was written without unlocking, and about keeping or deleting it."""

from __future__ import annotations

from typing import Final

from journal.domain.captures import Capture
from journal.domain.looked_over import outcome_of
from journal.text.es.counting import whole
from journal.text.es.labels import label

FIRST_WORDS: Final = 80
"""Characters of a note that are shown in a list."""

INBOX_NAME: Final = "escrito con el diario bloqueado"
INBOX_STRONG: Final = "Líneas de ayuda, y qué hacer si alguien no despierta: `journal safety`."
INBOX_EMPTY: Final = "Nada que revisar. Lo que escribes con el diario bloqueado llega aquí cuando lo abres."
INBOX_WHAT: Final = "Esto aún no es parte del diario. Guarda o borra cada nota."
INBOX_KEYS: Final = ("enter guardar", "a guardar todo", "d borrar", "esc después")
INBOX_NEWS: Final = "qué más se encontró"
INBOX_BACK: Final = "esc volver"
INBOX_ALL_OF_IT: Final = "completo"
INBOX_KEEP: Final = "Guardar esto en el diario."
INBOX_KEPT: Final = "Guardado. Pulsa u para deshacerlo."
INBOX_DROPPED: Final = "Borrado. Pulsa u para deshacerlo."
INBOX_DROP: Final = "¿Borrar esto?"
INBOX_DROP_YES: Final = "Borrar"
INBOX_DROP_DETAIL: Final = "Puedes deshacerlo con u hasta que bloquees."
NONE_OF_THESE: Final = "nada de esto"
INBOX_SOME_SET_ASIDE: Final = "algo se apartó"
INBOX_NONE_WITH_THIS_ID: Final = "Ninguna nota tiene este id, o lo tienen varias. No se cambió nada."
INBOX_FOREIGN: Final = (
    "La clave que cifra lo que escribes con el diario bloqueado no era la tuya: alguien, o algún programa, la había "
    "cambiado. Lo que se cifró con esa clave no se puede leer aquí, pero quien la cambió puede leerlo. Está guardado "
    "en un archivo junto al diario. Tu clave vuelve a estar en su sitio. Piensa en quién usa este equipo."
)


def format_set_aside(number: int) -> str:
    """Say that some of the inbox is broken or forged, what was kept, and what to do."""
    if number == 1:
        return (
            "Algo en la bandeja de entrada está dañado, o no lo escribió este programa. Está guardado en un archivo "
            "junto al diario, y lo demás está aquí. No tienes que hacer nada."
        )
    return (
        f"{whole(number)} cosas en la bandeja de entrada están dañadas, o no las escribió este programa. Están "
        "guardadas en archivos junto al diario, y lo demás está aquí. No tienes que hacer nada."
    )


def format_news(set_aside: int, *, foreign: bool) -> list[str]:
    """Return what else was found when the inbox was read, one paragraph each; none when all was well."""
    return [*([INBOX_FOREIGN] if foreign else []), *([format_set_aside(set_aside)] if set_aside else [])]


def which_focus(label: str) -> str:
    """Ask what a craving was about whose label is no focus of the journal."""
    return f"Escribiste “{label}”. ¿Sobre qué era? Tu palabra se queda con el ansia."


def format_asked(number: int) -> str:
    """Say that some were not kept, because it is not known what they were about."""
    which = "Queda 1" if number == 1 else f"Quedan {whole(number)}"
    return f"{which}: ¿sobre qué era? Pulsa enter en esa línea."


def format_waiting(number: int) -> str:
    """Return ``2 por revisar``; empty where nothing waits."""
    return f"{whole(number)} por revisar" if number else ""


def format_decided(kept: int, dropped: int) -> str:
    """Say what was kept or deleted, and which key undoes it."""
    if dropped:
        return INBOX_DROPPED
    return INBOX_KEPT if kept == 1 else f"Todo guardado: {whole(kept)}. Pulsa u para deshacerlo."


def format_captured(capture: Capture) -> str:
    """Return a capture on one line: ``ansia 7 → 3 · estrés``, or the first words of a note."""
    words = " ".join(capture.text.split())
    words = words if len(words) <= FIRST_WORDS else f"{words[: FIRST_WORDS - 1].rstrip()}…"
    if not capture.is_craving:
        return f"nota: {words}"
    strength = f"ansia {capture.intensity}" + ("" if capture.after is None else f" → {capture.after}")
    outcome = outcome_of(capture)
    parts = (strength, capture.focus, *capture.triggers, label(outcome) if outcome.known else "", words)
    return " · ".join(part for part in parts if part)


def captured_whole(capture: Capture) -> str:
    """Return everything in a capture, one thing per line, the text last."""
    if not capture.is_craving:
        return capture.text
    outcome = outcome_of(capture)
    parts = (
        f"Intensidad: {capture.intensity}",
        "" if capture.after is None else f"Después: {capture.after}",
        "" if capture.timer_seconds is None else f"Con temporizador: {round(capture.timer_seconds / 60)} min",
        f"Sobre: {capture.focus}" if capture.focus else "",
        f"La provocó: {', '.join(capture.triggers)}" if capture.triggers else "",
        f"Ayudó: {', '.join(capture.helped)}" if capture.helped else "",
        f"Cómo terminó: {label(outcome)}" if outcome.known else "",
        capture.text,
    )
    return "\n".join(part for part in parts if part)
