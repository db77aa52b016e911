"""What is said in a craving, and about what helped in earlier ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from journal.domain.coping import TRIED, Evidence, Offer, Strategy, evidence, proof
from journal.domain.cravings import FEW, MANY, Craving, Needs, PassedWithin, came_through, certainty
from journal.text.es.counting import count
from journal.text.es.labels import label

CRAVING: Final = "ansia"
STRENGTH_ANCHORS: Final = "0 nada, 10 lo peor"
CONFIDENCE_ANCHORS: Final = "0 nada, 10 total"
CRAVING_HOW_STRONG: Final = "¿Qué fuerza tiene?"
CRAVING_TRIGGER: Final = "¿Qué la provocó?"
CRAVING_ABOUT: Final = "¿Ansia de qué?"
CRAVING_OTHER_TRIGGER: Final = "otra cosa"
CRAVING_OTHER: Final = "Otra cosa"
CRAVING_OTHER_HINT: Final = "enter lo añade a tu lista"
CRAVING_HALT: Final = "Siento"
CRAVING_WHERE: Final = "Dónde"
CRAVING_MORE: Final = "más detalles, si quieres"
CRAVING_SITUATION: Final = "Qué está pasando"
CRAVING_COMPANY: Final = "Con quién"
CRAVING_THOUGHT: Final = "Un pensamiento"
CRAVING_CONFIDENCE: Final = "Confianza"
CRAVING_WHAT_HELPS: Final = "Qué ayuda, y cuántas veces se pasó"
CRAVING_HOW_NOW: Final = "¿Cómo va ahora?"
CRAVING_WHAT_HELPED: Final = "¿Qué ayudó?"
CRAVING_HELPED: Final = {True: "ayudó", False: "no ayudó"}
CRAVING_AGAIN: Final = "Pulsa un número: ayudó. Púlsalo otra vez: no ayudó."
CRAVING_CANNOT: Final = "Fuera de alcance"
CRAVING_NOTHING_LEFT: Final = (
    "Todo lo tuyo necesita algo que ahora no tienes. Esto no necesita nada. Lo que elijas se añade a tu lista:"
)
CRAVING_STRENGTH: Final = "¿Qué fuerza tuvo?"
CRAVING_STRENGTH_NEEDED: Final = "¿Qué fuerza tuvo? De 0 a 10."
CRAVING_ABOUT_OWN_WORD: Final = "Con tu palabra"
CRAVING_TRIED: Final = "¿Qué probaste?"
CRAVING_AFTERWARDS: Final = "¿Cómo iba después?"
CRAVING_NOTE: Final = "Pensamiento o nota"
CRAVING_WAS_OUT_OF_REACH: Final = "Fuera de alcance"
CRAVING_OUTCOME: Final = "¿Cómo terminó?"
CRAVING_LEAVING: Final = "sal cuando quieras con esc"
CRAVING_SAVED: Final = "guardado · enter sigue · sal cuando quieras con esc"
CRAVING_NOT_SAVED: Final = "aún sin guardar · ctrl+s para reintentar"
CRAVING_LEFT: Final = "Lo que anotaste está guardado. Puedes volver a ello cuando quieras."
CRAVING_FIRST_STRATEGIES: Final = "Sugerencias: lo que elijas se añade a tu lista"
CRAVING_NO_PEOPLE: Final = "Aún no hay nadie a quien llamar. Añade personas en Mentor: pulsa esc y luego 5."
CRAVING_WHILE_LOCKED: Final = "Tus respuestas se guardan aquí hasta que desbloquees el diario."
CRAVING_CAME_THROUGH: Final = "Saliste adelante. Guardado."
CRAVING_USED: Final = "Gracias por decirlo. Pulsa s para ver qué hacer ahora. También puede ser más tarde."
CRAVING_PEAK_PASSES: Final = "Un ansia sube, llega a su punto más alto y baja. Se pasa aunque no hagas lo que pide."

BREATHE_IN: Final = "inhala"
BREATHE_OUT: Final = "exhala"
BREATHE_STANDING: Final = "Inhala mientras cuentas hasta 4, y exhala hasta 6."
"""Shown where nothing may move on the screen, and printed on paper."""

TIMER_SOURCES: Final = "La mayoría de las ansias se pasan en media hora. Aguanta hasta que pase esta."
CRAVING_STILL_STRONG: Final = "¿Sigue fuerte? A veces ocurre. Llama a alguien."


def craving_title(moment: str) -> str:
    """Return ``ansia · lun 23 nov, 19:30``: the title of an earlier one."""
    return f"{CRAVING} · {moment}"


def timer_offer(minutes: int) -> str:
    """Say which key starts the timer, and how long it runs."""
    return f"t: temporizador de {count(minutes, 'minuto')}"


def timer_left(left: int, minutes: int) -> str:
    """Return ``quedan 14:20``, or that the minutes are done; ``left`` is in seconds."""
    return f"quedan {left // 60}:{left % 60:02}" if left else f"{count(minutes, 'minuto')}: hecho."


def timer_over(minutes: int) -> str:
    """Return ``20 minutos: hecho. ¿Cómo va ahora?``."""
    return f"{timer_left(0, minutes)} {CRAVING_HOW_NOW}"


def evidence_word(n: int) -> str:
    """Return how much a number of observations says."""
    return label(certainty(n))


def format_evidence(evidence: Evidence) -> str:
    """Return how much the evidence for a strategy says."""
    return label(proof(evidence))


def format_passed(passed: PassedWithin | None) -> str:
    """Return ``la mayoría de las tuyas se pasaron en 18 minutos (23 de 27)``; empty while too few were timed.

    With fewer than ``MANY`` it is called an early sign.
    """
    if passed is None:
        return ""
    share, minutes = f"{passed.passed} de {passed.timed}", count(passed.minutes, "minuto")
    hint = "" if passed.timed >= MANY else evidence_word(passed.timed)
    if passed.most:
        known = ", ".join(filter(None, (share, hint)))
        return f"la mayoría de las tuyas se pasaron en {minutes} ({known})"
    return f"{share} de las tuyas se pasaron en {minutes}" + (f" ({hint})" if hint else "")


def format_came_through(k: int, n: int) -> str:
    """Return ``6 de 7 se pasaron (primera señal)``, below ``FEW`` only the counts; that it is too early if none is."""
    if not n:
        return evidence_word(n)
    return _passed(k, n) + (f" ({evidence_word(n)})" if n >= FEW else "")


def _passed(k: int, n: int) -> str:
    return f"{k} de {n} {'se pasó' if k == 1 else 'se pasaron'}"


def format_strategy(evidence: Evidence) -> str:
    """Say what is known of a strategy: ``3 de 4 se pasaron, primera señal`` or ``pocos intentos para saberlo``."""
    if evidence.n < TRIED:
        return format_evidence(evidence)
    return f"{_passed(evidence.came_through, evidence.n)}, {format_evidence(evidence)}"


def went_well(lately: Iterable[Craving], cravings: Iterable[Craving], strategies: Collection[Strategy]) -> str:
    """Return ``Esta semana: 6 de 7 ansias se pasaron · con “paseo” 3 de 4 (primera señal)``.

    The first part counts the cravings of ``lately``, those of the last week; the second names the best strategy of all
    ``cravings``. Empty if none of ``lately`` passed without a use.
    """
    k, n = came_through(lately)
    if not k:
        return ""
    words = f"Esta semana: {k} de {count(n, 'ansia')} {'se pasó' if k == 1 else 'se pasaron'}"
    labels = {strategy.uid: strategy.label for strategy in strategies if not strategy.retired}
    best = next((e for e in evidence(strategies, cravings) if e.strategy in labels and e.n >= TRIED), None)
    if best is None or not best.came_through:
        return words
    return f"{words} · con “{labels[best.strategy]}” {best.came_through} de {best.n} ({format_evidence(best)})"


def format_offer(offer: Offer) -> str:
    """Say what is known of an offered strategy, and what it needs: ``5 de 5, primera señal · teléfono``.

    One that was hardly tried is ``para probar: pocos intentos para saberlo``. One that was tried often enough with the
    present trigger, and with others too, is ``3 de 4 con esto, primera señal``.
    """

    found, here = offer.evidence, offer.at_hand
    known = (
        f"{found.came_through} de {found.n}, {format_evidence(found)}" if found.n >= TRIED else format_strategy(found)
    )
    if here is not None and TRIED <= here.n < found.n:
        known = f"{here.came_through} de {here.n} con esto, {format_evidence(here)}"
    return " · ".join([f"para probar: {known}" if offer.to_try else known, *map(label, offer.strategy.needs)])


def format_known(evidence: Evidence) -> str:
    """Say everything that is known of a strategy, for its own form; the drop of intensity where it was noted."""
    drop = evidence.mean_drop
    fell = "" if drop is None else f"la fuerza bajó {drop:.1f} de media".replace(".", ",")
    return " · ".join(filter(None, (format_strategy(evidence), fell, format_said(evidence))))


def format_said(evidence: Evidence) -> str:
    """Return ``dijiste 3 de 4 veces que ayudó``; empty where the person never said anything about it."""
    return f"dijiste {evidence.helped} de {count(evidence.said, 'vez', 'veces')} que ayudó" if evidence.said else ""


NEEDED: Final = {
    Needs.PHONE: "un teléfono",
    Needs.LEAVE_HOME: "salir de casa",
    Needs.MONEY: "dinero",
    Needs.PERSON: "otra persona",
}
"""What a strategy may need, as words of a sentence."""


def format_cannot(cannot: Collection[Needs]) -> str:
    """Return ``Fuera por ahora: lo que necesita un teléfono o dinero.``; empty where nothing is out of reach."""
    needs = " o ".join(words for need, words in NEEDED.items() if need in cannot).replace(" o otra", " u otra")
    return f"Fuera por ahora: lo que necesita {needs}." if needs else ""


def format_judged(label: str, helped: bool | None) -> str:
    """Return a strategy that was tried, and whether it helped: ``llamar a Ana · ayudó``."""
    return label if helped is None else f"{label} · {CRAVING_HELPED[helped]}"


def format_timer(left: int, minutes: int) -> str:
    """Say on every other screen how long the timer still runs (``left`` in seconds), or that it is over."""
    if left == 0:
        return f"{timer_left(0, minutes)} ^r: ¿cómo va ahora?"
    return f"temporizador: {timer_left(left, minutes)} · ^r volver"


def format_open_craving(begun: str, intensity: int) -> str:
    """Say that an earlier craving isn't finished; ``begun`` is its time of day."""
    return f"La de las {begun} ({intensity}) no está terminada. Pulsa o para continuar."
