"""What is asked when looking back on a use, what a message to the mentor says, and the words of commitments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.domain.commitments import Commitment, Kept
from journal.domain.date_names import short_weekday
from journal.domain.dates import format_day
from journal.domain.debriefs import Debrief, Question, Tell
from journal.text.es.counting import noun
from journal.text.es.labels import label
from journal.text.es.slips import slip_title

DEBRIEF_NAME: Final = "lo que pasó antes"
DEBRIEF_KEYS: Final = "esc lo deja para después: cada respuesta se guarda"
DEBRIEF_OFFER: Final = "hacer un repaso, 5 min"
DEBRIEF_GO_ON: Final = "terminar el repaso"
DEBRIEF_LET_BE: Final = "Descartado. Lo encontrarás en la cronología cuando quieras."
DEBRIEF_LEFT: Final = "Guardado hasta aquí. Puedes seguir donde lo dejaste."
DEBRIEF_DONE: Final = "Te atreviste a mirarlo. Lo que encontraste está guardado."
DEBRIEF_BACK_OFFER: Final = "¿de nuevo en camino?"

DEBRIEF_ASKS: Final = {
    Question.SITUATION: "Primero, ¿qué estaba pasando? ¿Cuál de estas cosas se acerca más?",
    Question.HAPPENED: "¿Qué pasó antes? Retrocede una hora, o un día: ¿dónde, con quién, cómo estabas?",
    Question.POINTS: "¿En qué momentos pudo ir de otra manera? Bastan unos pocos, uno por línea.",
    Question.THOUGHT: "¿Qué pensaste después? Escríbelo tal como vino; nadie más lo lee.",
    Question.SOUNDS: "¿El pensamiento se parece a alguno de estos? Marca los que encajen. Ninguno también vale.",
    Question.REWORDED: "Un pensamiento así lo hace más grande de lo que fue. ¿Puedes decirlo solo de esa vez?",
    Question.ACTIONS: "¿Qué vas a hacer? Basta una cosa pequeña, tres como mucho. Serán tus próximos pasos.",
    Question.TELLS: "¿Quieres contárselo a alguien? Elige qué dice el mensaje. Desde aquí no se envía nada.",
    Question.MESSAGE: "Léelo en voz alta, edítalo o cópialo. Se queda aquí hasta que lo lleves a otro sitio.",
}
DEBRIEF_POINTS: Final = "Pude haber …"
DEBRIEF_SITUATION: Final = "Había"
DEBRIEF_HAPPENED: Final = "Antes"
DEBRIEF_THOUGHT: Final = "Pensé"
DEBRIEF_SOUNDS: Final = "Suena a"
DEBRIEF_SOUND_WORDS: Final = {"internal": "soy así", "stable": "será siempre así", "general": "todo es así"}
DEBRIEF_REWORDED: Final = "Más bien"
DEBRIEF_PATTERN: Final = (
    "Por ejemplo “Siempre lo arruino todo” → “El viernes, con cansancio y a solas, …; el jueves no.”"
)
DEBRIEF_ACTION: Final = "Voy a"
DEBRIEF_BY: Final = "para"
DEBRIEF_BY_HINT: Final = "mañana, vie, +3"
DEBRIEF_TELLS: Final = "Dice"
DEBRIEF_MESSAGE: Final = "El mensaje"
DEBRIEF_TOLD_HINT: Final = "Cuando ya lo hayas contado, con tus palabras."
DEBRIEF_ACTION_NEEDED: Final = "¿Qué vas a hacer para entonces?"
DEBRIEF_POINT_LONG: Final = "En una línea caben 1000 caracteres. Empieza otra."
DEBRIEF_GO: Final = "Continuar"
DEBRIEF_END: Final = "Hecho"

COPY_ASKS: Final = "¿Copiar el mensaje?"
COPY_YES: Final = "Copiar"
COPY_MEANS: Final = (
    "Va al portapapeles. Ahí puede leerlo cualquier programa que funcione en este equipo, y algunos guardan un "
    "historial. Sigue ahí hasta que copies otra cosa. No se envía nada."
)
COPY_DONE: Final = "Copiado, si esta terminal deja copiar a los programas. Pégalo donde quieras."
COPY_NOTHING: Final = "Todavía no hay mensaje."

COMMITMENT_NAME: Final = "un próximo paso"
COMMITMENT_TEXT: Final = "Voy a"
COMMITMENT_BY: Final = "Quién"
COMMITMENT_DUE: Final = "Para"
COMMITMENT_STATUS: Final = "Estado"
COMMITMENT_NEEDED: Final = "Escribe unas palabras: ¿qué es?"
COMMITMENT_CARRY: Final = "Aplazado: ¿para qué día? Déjalo vacío si no hay fecha."
COMMITMENT_TOO_LARGE: Final = "Aplazado dos veces o más: ¿lo haces más pequeño, o lo sueltas?"
COMMITMENT_DONE: Final = "Hecho. Pulsa u para deshacerlo."
COMMITMENTS_NONE: Final = "Todavía no hay nada acordado."


def debrief_title(word: str, day: date, today: date) -> str:
    """Return the title of the questions: ``lo que pasó antes · un tropiezo, vie 20 nov``."""
    return f"{DEBRIEF_NAME} · {slip_title(word)}, {format_day(day, today)}"


def format_thought(thought: str) -> str:
    """Quote the thought that is to be reworded."""
    return f"Pensaste: “{thought}”"


def message_words(
    debrief: Debrief, *, word: str, day: date, today: date, name: str = "", actions: Sequence[Commitment] = ()
) -> str:
    """Return a message to the mentor with what the person chose, and nothing else; empty where they chose nothing."""
    said = {
        Tell.HAPPENED: f"Quiero contártelo yo: hubo {slip_title(word)} el {format_day(day, today)}.",
        Tell.SITUATION: f"Lo que estaba pasando: {label(debrief.situation)}." if debrief.situation else "",
        Tell.POINTS: " ".join(debrief.points),
        Tell.REWORDED: debrief.reworded,
        Tell.ACTIONS: _format_actions(actions, today),
        Tell.TALK: "Me gustaría hablarlo contigo. ¿Cuándo tienes tiempo?",
    }
    parts = [said[tell] for tell in Tell if tell in debrief.tells and said[tell]]
    if not parts:
        return ""
    return "\n".join([f"Hola, {name}:" if name else "Hola:", "", *parts])


def _format_actions(actions: Sequence[Commitment], today: date) -> str:
    said = [f"{one.text}{f' ({format_due(one, today)})' if one.due else ''}" for one in actions]
    return f"Lo que voy a hacer: {'; '.join(said)}." if said else ""


def format_due(commitment: Commitment, today: date) -> str:
    """Return ``para el mié`` or ``era para el lun`` within a week, else ``para el vie 4 dic``; empty without a day."""
    if (due := commitment.due) is None:
        return ""
    days = (due - today).days
    near = {0: "hoy", 1: "mañana"}.get(days) or f"el {short_weekday(due.weekday())}"
    return f"{'para' if days >= 0 else 'era para'} {near if abs(days) < 7 else f'el {format_day(due, today)}'}"


def format_kept(known: Kept) -> list[str]:
    """Return the line ``hecho a tiempo: 3 de 4 que vencían``; no line if none was due."""
    return [f"hecho a tiempo: {known.kept} de {known.n} que {noun(known.n, 'vencía', 'vencían')}"] if known.n else []


def format_promise(commitment: Commitment, today: date) -> str:
    """Return one commitment on a line, ``para el mié: escribir a R.``; the day comes first, as the end may be cut."""
    return ": ".join(part for part in (format_due(commitment, today), commitment.text) if part)


def format_promised(commitment: Commitment, today: date) -> str:
    """Return one commitment with its status: ``· para el mié: escribir a R.``, ``▪ cenar antes de salir (hecho)``."""
    if commitment.is_open:
        return f"· {format_promise(commitment, today)}"
    return f"▪ {commitment.text} ({label(commitment.status)})"
