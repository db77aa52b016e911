"""Texts about questionnaires: their wording where it is known word for word, and what a score says.

``NOTICE`` names the sources and licences. PHQ-2, GAD-7 and WHO-5 have the Spanish wording of their publishers, who say
"usted"; of BARC-10 the translation is ours, and its lead says so. PACS, SURE and TEA are entered from the person's own
sheet: of TEA only the names of its four areas are here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.instruments import (
    ASKED_ABOUT_SAFETY,
    LASTING,
    LOW_WELL_BEING,
    SCALES,
    Instrument,
    Score,
    given,
    has_low_well_being,
    is_heavy,
    is_lasting,
    is_real_change,
    total,
)
from journal.text.es import safety as safety_text
from journal.text.es.labels import label
from journal.text.instruments import Wording

TITLE: Final = "cuestionarios"
WHAT: Final = (
    "Unas pocas preguntas que otros han puesto a prueba. Tu puntuación se compara con las tuyas de antes. No es un "
    "diagnóstico."
)
LINE_KEYS: Final = "enter rellenar · esc volver"
NOT_FINISHED: Final = "sin terminar"
NONE_YET: Final = "todavía ninguna"

ANSWER: Final = "Respuesta"
REMARK: Final = "Comentario"
REMARK_HINT: Final = "Si quieres: lo que más pesó."
SKIP: Final = "Saltar"
DONE: Final = "Hecho"
RESULT: Final = "tu puntuación"
ITEM_KEYS: Final = "un número responde · ctrl+o anterior · esc después"
RESULT_KEYS: Final = "enter hecho · ctrl+o anterior"
NOTHING_ANSWERED: Final = "No respondiste ninguna pregunta, así que no se guardó nada."
FIRST: Final = "Es tu primera puntuación. La próxima se comparará con ella."
NO_DIAGNOSIS: Final = "Una puntuación no es un diagnóstico."
SHOWN_BEFORE: Final = 5
"""Earlier scores that are named beside a new one."""

WORDINGS: Final = {
    Instrument.PHQ2: Wording(
        "Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?",
        ("Poco interés o placer en hacer cosas", "Se ha sentido decaído(a), deprimido(a) o sin esperanzas"),
        ("Ningún día", "Varios días", "Más de la mitad de los días", "Casi todos los días"),
    ),
    Instrument.GAD7: Wording(
        "Durante las últimas 2 semanas, ¿con qué frecuencia le han molestado los siguientes problemas?",
        (
            "Sentirse nervioso/a, intranquilo/a o con los nervios de punta",
            "No poder dejar de preocuparse o no poder controlar la preocupación",
            "Preocuparse demasiado por diferentes cosas",
            "Dificultad para relajarse",
            "Estar tan inquieto/a que es difícil permanecer sentado/a tranquilamente",
            "Molestarse o ponerse irritable fácilmente",
            "Sentir miedo como si algo terrible pudiera pasar",
        ),
        ("Nunca", "Varios días", "Más de la mitad de los días", "Casi todos los días"),
    ),
    Instrument.WHO5: Wording(
        "Por favor, indique para cada una de las cinco afirmaciones cuál define mejor cómo se ha sentido usted durante "
        "las últimas dos semanas.",
        (
            "Me he sentido alegre y de buen humor",
            "Me he sentido tranquilo y relajado",
            "Me he sentido activo y enérgico",
            "Me he despertado fresco y descansado",
            "Mi vida cotidiana ha estado llena de cosas que me interesan",
        ),
        (
            "Nunca",
            "De vez en cuando",
            "Menos de la mitad del tiempo",
            "Más de la mitad del tiempo",
            "La mayor parte del tiempo",
            "Todo el tiempo",
        ),
    ),
    Instrument.BARC10: Wording(
        "Traducción nuestra, sin validar.",
        (
            "Hay cosas más importantes para mí en la vida que consumir sustancias.",
            "En general me siento feliz con mi vida.",
            "Tengo suficiente energía para terminar las tareas que me propongo.",
            "Siento orgullo por la comunidad en la que vivo y me siento parte de ella.",
            "Recibo mucho apoyo de mis amistades.",
            "Veo mi vida como un reto que me llena, sin necesidad de consumir drogas o alcohol.",
            "El lugar donde vivo ha ayudado a impulsar mi camino de recuperación.",
            "Asumo toda la responsabilidad de mis actos.",
            "Me siento a gusto tratando con distintos profesionales.",
            "Avanzo bien en mi camino de recuperación.",
        ),
        anchors="1 muy en desacuerdo, 6 muy de acuerdo",
    ),
}
"""The instruments whose wording is known word for word, and may be shown."""

AREAS: Final = ("Consumo de sustancias", "Salud", "Estilo de vida", "Comunidad")
"""The names of the four areas of TEA."""

ABOUT: Final = {
    Instrument.TEA: "cómo va la recuperación, 4 áreas",
    Instrument.BARC10: "lo que te apoya, 10 frases",
    Instrument.PACS: "ansias, 5 preguntas de tu hoja",
    Instrument.WHO5: "bienestar, 5 frases",
    Instrument.PHQ2: "ánimo bajo, 2 preguntas",
    Instrument.GAD7: "ansiedad, 7 preguntas",
    Instrument.SURE: "recuperación, 21 frases de tu hoja",
}
"""What each instrument is about."""

_HIGHER_IS_BETTER: Final = (Instrument.TEA, Instrument.BARC10, Instrument.WHO5)


def item_text(instrument: Instrument, place: int) -> str:
    """Return the wording of an item, or its number where the wording is not here; ``place`` counts from 0."""
    if instrument in WORDINGS:
        return WORDINGS[instrument].items[place]
    return AREAS[place] if instrument is Instrument.TEA else f"Pregunta {place + 1}"


def lead(instrument: Instrument) -> str:
    """Return what stands above each item."""
    if instrument in WORDINGS:
        return WORDINGS[instrument].lead
    scale = SCALES[instrument]
    if instrument is Instrument.TEA:
        return f"¿Cómo te va en esta área, de {scale.lowest} (lo más bajo) a {scale.highest} (lo más alto)?"
    return f"El número que pusiste a esta pregunta en tu hoja, de {scale.lowest} a {scale.highest}."


def step_title(instrument: Instrument, place: int) -> str:
    """Return ``GAD-7 · 3 de 7``."""
    return f"{label(instrument)} · {place + 1} de {SCALES[instrument].items}"


def anchors(instrument: Instrument) -> str:
    """Return what the lowest and the highest answer mean, as ``0 Nunca, 3 Casi todos los días``; "" if unknown."""
    wording, scale = WORDINGS.get(instrument), SCALES[instrument]
    if wording and wording.answers:
        return f"{scale.lowest} {wording.answers[0]}, {scale.highest} {wording.answers[-1]}"
    return wording.anchors if wording else ""


def format_score(score: Score) -> str:
    """Return ``52 de 100``, ``sin puntuación, 3 de 5 respondidas``, or without a total ``21 de 21 respondidas``."""
    scale, number = SCALES[score.instrument], total(score)
    if number is not None:
        return f"{number} de {scale.most}"
    return f"sin puntuación, {_answered(score)}" if scale.factor else _answered(score)


def _answered(score: Score) -> str:
    return f"{len(given(score))} de {SCALES[score.instrument].items} respondidas"


def format_named(score: Score) -> str:
    """Return ``WHO-5: 52 de 100.``"""
    return f"{label(score.instrument)}: {format_score(score)}."


def format_details(instrument: Instrument, scores: Sequence[Score], today: date) -> str:
    """Return what an instrument is about, and its scores, the newest first."""
    about = ABOUT[instrument]
    lines = [f"{about[:1].upper()}{about[1:]}."]
    if SCALES[instrument].factor:
        scale = SCALES[instrument]
        lines.append(f"La puntuación va de {scale.least} a {scale.most}. {_direction(instrument)}")
    if scores:
        listed = [f"{format_score(one)} el {format_day(one.local_date, today)}" for one in scores[:SHOWN_BEFORE]]
        lines.append(f"Las tuyas: {', '.join(listed)}.")
    return "\n".join(lines)


def format_last(score: Score | None, today: date) -> str:
    """Return ``52 de 100, jue 19 nov``, or ``3 de 5 respondidas, jue 19 nov``: the last score of an instrument."""
    if score is None:
        return NONE_YET
    return f"{_answered(score) if total(score) is None else format_score(score)}, {format_day(score.local_date, today)}"


def format_result(score: Score, before: Sequence[tuple[Score, int]], today: date) -> list[str]:
    """Return what a score says, a sentence or two per line: the score, then the person's own earlier ones."""
    name, number = label(score.instrument), total(score)
    if number is None:
        return [format_named(score), *([] if SCALES[score.instrument].factor == 0 else [_missing(score)])]
    said = [f"{name}: {number} de {SCALES[score.instrument].most}. {_direction(score.instrument)}"]
    said += _compared(score.instrument, number, before, today) if before else [FIRST]
    if has_low_well_being(score):
        low = f"{LOW_WELL_BEING} o menos indica poco bienestar."
        said.append(f"{low} Vale la pena contárselo a un médico o a alguien de confianza.")
    if is_lasting(score):
        said.append(f"{LASTING} o más es lo habitual en quienes llevan un año en recuperación.")
    return [*said, NO_DIAGNOSIS]


def warnings_after(score: Score) -> list[str]:
    """Return what is said about safety after a score, whatever it is; the heavy weeks first."""
    heavy = [safety_text.SAFETY_HEAVY_WEEKS] if is_heavy(score) else []
    return [*heavy, safety_text.SAFETY_NOT_SAFE] if score.instrument in ASKED_ABOUT_SAFETY else []


def _missing(score: Score) -> str:
    missing = SCALES[score.instrument].items - len(given(score))
    return f"No hay puntuación mientras {'falte una respuesta' if missing == 1 else f'falten {missing} respuestas'}."


def _direction(instrument: Instrument) -> str:
    return "Cuanto más alta, mejor." if instrument in _HIGHER_IS_BETTER else "Cuanto más baja, mejor."


def _compared(instrument: Instrument, number: int, before: Sequence[tuple[Score, int]], today: date) -> list[str]:
    listed = ", ".join(f"{points} el {format_day(one.local_date, today)}" for one, points in before[:SHOWN_BEFORE])
    last = before[0][1]
    clear = ": un cambio claro" if is_real_change(instrument, last, number) else ""
    change = "Igual que la última vez" if number == last else f"{abs(number - last)} {_way(number - last)}"
    return [f"Antes: {listed}.", f"{change}{clear}."]


def _way(difference: int) -> str:
    return f"{'más' if difference > 0 else 'menos'} que la última vez"
