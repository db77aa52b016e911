"""The names of the kinds of records and the words around their fields, by the keys of ``journal.domain.kinds``."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import astuple

from journal.domain.contacts import is_contact
from journal.domain.record import Record
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.text.es.counting import own_word
from journal.text.es.labels import label
from journal.text.es.slips import BACK_ON_MY_WAY, TOLD_MENTOR
from journal.text.kinds import KindName

KIND_NAMES: Final = {
    "entries": KindName("entrada", "entradas", "una entrada"),
    "checkins": KindName("registro del día", "registros del día", "un registro del día"),
    "cravings": KindName("ansia", "ansias", "un ansia"),
    "uses": KindName("tropiezo", "tropiezos", "un consumo"),
    "sessions": KindName("reunión", "reuniones", "una reunión"),
    "goals": KindName("meta", "metas", "una meta"),
    "scores": KindName("puntuación", "puntuaciones", "una puntuación"),
    "focuses": KindName("foco", "focos"),
    "marks": KindName("día", "días"),
    "triggers": KindName("desencadenante", "desencadenantes"),
    "strategies": KindName("estrategia", "estrategias"),
    "plans": KindName("plan", "planes"),
    "debriefs": KindName("repaso", "repasos", "un repaso"),
    "reasons": KindName("motivo", "motivos"),
    "commitments": KindName("próximo paso", "próximos pasos", "un próximo paso"),
    "needs": KindName("necesidad", "necesidades", "una necesidad"),
    "mooring": KindName("ancla semanal", "anclas semanales"),
    "people": KindName("persona", "personas"),
    "agreements": KindName("acuerdo", "acuerdos"),
    "hard_days": KindName("día difícil", "días difíciles"),
    "quiet_plans": KindName("plan por si no doy señales", "planes por si no doy señales"),
    "home_items": KindName("cosa que sale de casa", "cosas que salen de casa"),
    "naloxone": KindName("naloxona", "naloxona"),
    "parked": KindName("nota para mi mentor", "notas para mi mentor"),
    "templates": KindName("plantilla", "plantillas"),
    "shares": KindName("documento compartido", "documentos compartidos"),
    "fellowship_steps": KindName("paso del grupo", "pasos del grupo"),
    "medicines": KindName("medicamento", "medicamentos"),
    "doses": KindName("toma", "tomas"),
    "milestones": KindName("hito", "hitos"),
    "milestone_rewards": KindName("recompensa", "recompensas"),
    "pros_and_cons": KindName("tabla de pros y contras", "tablas de pros y contras"),
    "imports": KindName("importación", "importaciones"),
    "safety_plan": KindName("plan de seguridad", "planes de seguridad"),
    "preferences": KindName("ajuste", "ajustes"),
}
"""Table → the names of its records. For a use, ``name_of`` returns the person's own word."""

CONTACT: Final = "contacto"
"""The name of a session that is a contact, not a meeting."""

YES: Final = "sí"
NO: Final = "no"

_ALONE: Final = "{}"
"""The pattern for a value without words around it."""

FIELD_WORDS: Final = {
    "entries": {"title": _ALONE, "tags": _ALONE, "text": _ALONE},
    "checkins": {
        "mood": "ánimo {}",
        "energy": "energía {}",
        "sleep": "sueño {}",
        "strongest_craving": "ansia {}",
        "halt": _ALONE,
        "intention": _ALONE,
        "grateful": "doy gracias por: {}",
        "contact_made": "hablé con alguien: {}",
        "meeting_attended": "fui a una reunión: {}",
        "medicine_taken": "medicamento tomado según la receta: {}",
    },
    "cravings": {
        "intensity": _ALONE,
        "focus": _ALONE,
        "about": "sobre: {}",
        "triggers": _ALONE,
        "outcome": _ALONE,
        "attempts": "probé: {}",
        "halt": _ALONE,
        "situation": _ALONE,
        "place": _ALONE,
        "company": _ALONE,
        "thought": _ALONE,
        "confidence": "confianza: {} de 10",
        "cannot": "fuera de mi alcance: {}",
    },
    "uses": {
        "focus": _ALONE,
        "amount": _ALONE,
        "situation": _ALONE,
        "triggers": _ALONE,
        "place": _ALONE,
        "company": _ALONE,
        "note": _ALONE,
        "told_mentor_at": TOLD_MENTOR,
        "back_on_track_at": BACK_ON_MY_WAY,
        "prescribed": "según la receta: {}",
    },
    "sessions": {
        "kind": _ALONE,
        "person": "con {}",
        "place": _ALONE,
        "minutes": "{} min",
        "topics": _ALONE,
        "ask": _ALONE,
        "hardest": _ALONE,
        "proud": _ALONE,
        "said": _ALONE,
        "insight": _ALONE,
    },
    "goals": {
        "title": _ALONE,
        "target": _ALONE,
        "status": _ALONE,
        "why": _ALONE,
        "obstacle": "lo que estorba: {}",
        "who_helps": "quién ayuda: {}",
        "role": "la parte de mi mentor: {}",
        "decision": "una decisión que quiero: {}",
        "reward": "recompensa: {}",
        "steps": _ALONE,
    },
    "scores": {"instrument": _ALONE, "answers": _ALONE, "remarks": "· {}"},
    "focuses": {"label": _ALONE, "pauses": "pausa: {}"},
    "triggers": {"label": _ALONE},
    "strategies": {"label": _ALONE, "steps": "· {}"},
    "plans": {"trigger": "si: {}", "situation": "si: {}", "strategy": "entonces: {}", "words": "entonces: {}"},
    "debriefs": {
        "situation": _ALONE,
        "happened": _ALONE,
        "points": "· {}",
        "thought": _ALONE,
        "reworded": _ALONE,
        "message": _ALONE,
    },
    "reasons": {"text": _ALONE},
    "commitments": {"text": _ALONE, "status": _ALONE, "person": "con {}"},
    "needs": {"area": _ALONE, "text": _ALONE, "resource": _ALONE, "status": _ALONE},
    "mooring": {"text": _ALONE},
    "people": {
        "name": _ALONE,
        "role": _ALONE,
        "tier": _ALONE,
        "contact": _ALONE,
        "hours": _ALONE,
        "note": _ALONE,
    },
    "agreements": {
        "person": "con {}",
        "contact_ways": _ALONE,
        "quiet_hours": _ALONE,
        "mine": _ALONE,
        "theirs": _ALONE,
        "between_us": _ALONE,
        "limits": _ALONE,
        "answer": _ALONE,
        "not_wanted": _ALONE,
        "may_pause": _ALONE,
        "how_we_end": _ALONE,
    },
    "fellowship_steps": {"number": "paso {}", "words": _ALONE},
    "medicines": {"name": _ALONE, "dose": _ALONE},
    "hard_days": {
        "what": _ALONE,
        "call_before": "llamar antes: {}",
        "call_after": "llamar después: {}",
        "way_out": "salida: {}",
        "who_knows": "quién lo sabe: {}",
        "how_it_was": "cómo fue: {}",
    },
    "quiet_plans": {"person": "con {}", "then_ask": "después: {}", "say": "decir: {}", "not_say": "no decir: {}"},
    "home_items": {"what": _ALONE, "room": _ALONE, "holder": "lo guarda: {}"},
    "naloxone": {"place": "naloxona: {}", "who": "sabe usarla: {}"},
    "parked": {"note": _ALONE, "person": "para {}"},
    "templates": {"title": _ALONE, "text": _ALONE},
    "shares": {"person": "para {}", "whereabouts": _ALONE},
    "milestone_rewards": {"text": _ALONE},
    "pros_and_cons": {
        "focus": _ALONE,
        "gives": "me da: {}",
        "costs": "me cuesta: {}",
        "change_gives": "cambiar me da: {}",
        "change_costs": "cambiar me cuesta: {}",
    },
    "safety_plan": {
        "signs": _ALONE,
        "alone": _ALONE,
        "places": _ALONE,
        "ask": _ALONE,
        "lines": _ALONE,
        "safer": _ALONE,
        "reasons": _ALONE,
    },
}
"""Table → field → the pattern for its value, on one line and in full."""


def name_of(record: Record, slip_word: str) -> str:
    """Return the name of a record's kind; for a use, the person's own word for it; "contacto" for such a session."""
    if isinstance(record, Use):
        return own_word(record.word or slip_word)
    if isinstance(record, Session) and is_contact(record):
        return CONTACT
    return KIND_NAMES[record.table].one


def format_saved(record: Record, slip_word: str) -> str:
    """Return ``Guardado: ansia.``: no participle has to agree with the name."""
    return f"Guardado: {name_of(record, slip_word)}."


_CHANGES: Final = {"added": "añadir", "changed": "editar", "deleted": "borrar"}
"""Value of ``ChangeKind`` → the verb."""


def format_undone(table: str, change: str, number: int, slip_word: str, record: Record | None = None) -> str:
    """Return ``Deshecho: editar ansia.`` or ``Deshecho: añadir 7 días.``

    ``change`` is a value of ``ChangeKind``, ``number`` how many records of the table it was. For a use it is the
    person's own word. ``record``, if known, tells a contact from a meeting.
    """
    done = _CHANGES[change]
    if (names := KIND_NAMES.get(table)) is None:
        return f"Deshecho: {done}."
    name = own_word(slip_word) if table == Use.table else names.one
    if isinstance(record, Session):
        name = name_of(record, slip_word)
    return f"Deshecho: {done} {f'{number} {names.many}' if number > 1 and table != Use.table else name}."


def texts(value: object) -> Sequence[str]:
    """Return the texts in what a field holds: the text itself, a label, or those of a list and of the parts in it."""
    if isinstance(value, StrEnum):
        return (label(value),)
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    if isinstance(value, Struct):
        return [part for part in astuple(value) if isinstance(part, str)]
    return ()
