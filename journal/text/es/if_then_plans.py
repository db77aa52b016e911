"""What is asked and said about if-then plans, and about the card on which they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.domain.if_then_plans import Plan
from journal.text.es.cravings import BREATHE_STANDING
from journal.text.es.labels import label

PLAN_FORM: Final = "si … entonces …"
PLAN_LIST_KEYS: Final = "+ añadir · w tarjeta"
PLAN_LINE_KEYS: Final = "enter editar · espacio renovar"
PLAN_SHOW: Final = "Mostrar en las ansias"
PLAN_IF: Final = "Si es"
PLAN_OR: Final = "o si hay"
PLAN_THEN: Final = "entonces yo"
PLAN_OWN: Final = "con mis palabras"
PLAN_OWN_HINT: Final = "Digo que conduzco, y me voy. Vacío: la línea de arriba tal cual."
PLAN_CHOOSE_IF: Final = "Elige qué lo desata, o qué está pasando: pulsa un número, o usa las flechas y espacio."
PLAN_CHOOSE_THEN: Final = "Elige qué harás entonces: pulsa un número, o usa las flechas y espacio."
PLAN_MONTHLY: Final = "En un mes veremos si todavía te sirve."
PLAN_GONE: Final = "algo que ya no está en tu lista"
PLAN_RENEWED: Final = "Renovado por un mes."
PLAN_EMPTY: Final = "Todavía ninguno. Un ejemplo: si es día de cobro, llamo a Ana."
PLAN_TO_RENEW: Final = "renovar"

WALLET_NAME: Final = "tarjeta para la cartera"
WALLET_NOT_ENCRYPTED: Final = (
    "La tarjeta no está cifrada: quien la encuentre puede leerla. Imprímela y luego borra el archivo."
)
WALLET_WHAT: Final = "Solo lleva lo que tú elijas aquí."
WALLET_EMPTY: Final = "Aún no hay nada para la tarjeta. Añade antes un plan, un motivo o alguien a quien llamar."
WALLET_NOTHING: Final = "Elige al menos una línea: pulsa un número, o usa las flechas y espacio."
WALLET_TITLE: Final = "Para una hora difícil"
WALLET_PLANS, WALLET_REASONS, WALLET_PEOPLE = "Si … entonces …", "Por qué hago esto", "Puedo llamar a"
WALLET_PEOPLE_HINT: Final = "Son nombres y números de otras personas: pregúntales antes."
WALLET_BREATH: Final = f"{BREATHE_STANDING} Un ansia sube, llega a su punto más alto y baja."


def format_plan(plan: Plan, triggers: Mapping[str, str], strategies: Mapping[str, str]) -> str:
    """Return ``Si es Dan → Digo que conduzco, y me voy.``, ``Si hay conflicto → …``; the mappings lead to labels."""
    cue = label(plan.situation) if plan.situation else triggers.get(plan.trigger, PLAN_GONE)
    then = plan.words or strategies.get(plan.strategy, PLAN_GONE)
    return f"Si {'hay' if plan.situation else 'es'} {cue} → {then}{'' if then[-1:] in '.?…' else '.'}"


def plans_title(due: int) -> str:
    """Return the title, ``si … entonces … · 2 por renovar``, with the number of plans older than a month."""
    return f"{PLAN_FORM} · {due} por {PLAN_TO_RENEW}" if due else PLAN_FORM


def wallet_emergency(number: str) -> str:
    """Return the last line of the card; empty where no region is chosen."""
    return f"Emergencias {number}" if number else ""
