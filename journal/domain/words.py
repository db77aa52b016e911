"""Every sentence on cravings, slips and safety, in one place, and the person's own reasons.

The tone: person first, calm, short; what is counted is said with its count, "went together with" and never "caused".
What is a person's own word for a use comes in as ``word``. Sources stand where a sentence leans on one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import ClassVar, NamedTuple

from journal.domain.coping import TRIED, Evidence, Offer, Strategy, evidence
from journal.domain.cravings import FEW, Craving, PassedWithin, came_through, evidence_word
from journal.domain.focuses import Focus, FocusKind, GoalMode, needs_tolerance_warning, needs_withdrawal_warning
from journal.domain.record import Label, Record, Sensitivity
from journal.domain.safety import emergency_number
from journal.domain.time import day_words


class Reason(Record, kw_only=True, frozen=True):
    """One reason of the person's own, shown in a craving."""

    table: ClassVar[str] = "reasons"

    text: Label
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


class Notice(NamedTuple):
    """Something to read before going on: a title, its paragraphs, and whose word it is."""

    title: str
    paragraphs: tuple[str, ...]
    source: str


# The first minute

WHAT_IT_IS = "A place of your own to prepare for your check-in: days, cravings, what helps, and one page for a mentor."
STAYS_HERE = "Nothing you write leaves this computer."
NO_RESET = "Without the passphrase or the recovery words nothing in it can be read: nobody can reset it."
SKIPPING_IS_FINE = "Everything but the passphrase can be skipped, and added or changed later."
RECOVERY_WORDS = (
    "These 24 words open the journal if the passphrase is forgotten. Write them on paper, in this order, and keep them "
    "where only you look."
)
RECOVERY_WORDS_LATER = "There are no recovery words yet. Settings makes them."
WHAT_FROM = "What are you recovering from?"
WHAT_WITH_IT = "What do you want with it?"
SINCE_WHEN = "Since when? A date, “today” or “not yet”: each is a good answer."
WHICH_REGION = "Which region's safety lines do you want? It is never guessed."
ONE_REASON = "One reason, in your own words. It is shown when a craving comes."
ONE_PERSON = "One person who may be asked."

# A craving

CRAVING_HOW_STRONG = "How strong is it?"
CRAVING_TRIGGER = "What set it off?"
CRAVING_ABOUT = "What is it about?"
CRAVING_OTHER = "Something else"
CRAVING_HALT = "I am"
CRAVING_WHERE = "Where"
CRAVING_WHAT_HELPS = "What may help, and how often you came through with it"
CRAVING_HOW_NOW = "How is it now?"
CRAVING_WHAT_HELPED = "What helped?"
CRAVING_OUTCOME = "How did it end?"
CRAVING_LEAVING = "esc is fine"
CRAVING_SAVED = "saved · enter next · esc is fine"
CRAVING_NOT_SAVED = "not saved yet · ctrl+s tries again"
CRAVING_LEFT = "What you noted is kept. You can come back to it at any time."
CRAVING_FIRST_STRATEGIES = "What may help, to begin with: what you choose becomes yours"
CRAVING_NO_PEOPLE = "No one is listed to call yet. On the places, 5 leads to people."
CRAVING_LOCKED = "Nothing is kept here. Unlock the journal to keep it."
CRAVING_NO_JOURNAL = "Nothing is kept here: there is no journal yet."
CRAVING_WHILE_LOCKED = "What you say here is kept until you unlock."
CRAVING_CAME_THROUGH = "You came through. It is noted."
CRAVING_USED = "Thank you for saying so. s leads on, with what to do now; later is fine too."
CRAVING_PEAK_PASSES = "A craving rises, peaks and falls. You need not act on it to let it pass."

BREATHE_IN = "breathe in"
BREATHE_OUT = "breathe out"
TIMER_RUNS = "Stay with it while the time runs. Nothing else needs to be done."
TIMER_OVER = "The time is over. How is it now?"
TIMER_SOURCES = "Sources disagree on how long urges last, from seconds to 30 minutes. This is time to ride one out."

# A slip

SLIP_THANKS = "Thank you for writing it down. Nothing you built is gone."
SLIP_FOCUS = "What was it?"
SLIP_WHEN = "When"
SLIP_TIME = "At what time"
SLIP_PRECISION = "How exactly"
SLIP_PLANNED = "Planned"
SLIP_NOTE = "Anything else"
SLIP_TO_COME = "That is still to come."
SLIP_HOW_MUCH = "How much"
SLIP_AMOUNT = "A number first: 3, 2.5 and 3 hours are understood."
SLIP_START = "Start on that day"
SLIP_SITUATION = "What was going on"
SLIP_BEFORE, SLIP_NOW = "before", "now"
SLIP_SAFE = "Are you safe right now?"
SLIP_SAFE_KEYS = "F4 people and lines"
SLIP_NEXT = "What to do now"
SLIP_STEPS = (
    "See that you are safe, and not alone with it if that is not sure.",
    "Drink some water, eat something, and sleep when you can.",
    "Tell one person today: a sentence is enough.",
    "Put what is left out of reach, or leave the place.",
    "The next hour is the one to plan. The rest can wait.",
)
SLIP_LATER = "Later is fine too."
SLIP_SAVED = "It is written down. What you built is still there. u takes it back."

# The daily check-in

CHECKIN_EMPTY = "Nothing is filled in yet. One answer is enough."
CHECKIN_USE_STANDS = "A use is written down on this day; the timeline has it."

# Safety

SAFETY_CANNOT_CALL = "This program cannot see or call anyone."
SAFETY_COLLECTED = "Collected in November 2026 from public pages, not dialled."
SAFETY_ALL_REGIONS = "No region is chosen, so all are shown. Settings chooses one."

OVERDOSE = Notice(
    "If someone does not wake",
    (
        "Call the emergency number and say where you are.",
        "Give naloxone if there is any.",
        "Give rescue breaths: one every 5 seconds.",
        "Breathing again: lay them on their side, in the recovery position.",
        "No change after 2–3 minutes: a second dose of naloxone.",
        "Stay until help is there.",
    ),
    "AHRQ, Agency for Healthcare Research and Quality",
)

TOLERANCE = Notice(
    "After days without, a dose of before can kill",
    (
        "The body forgets fast what it was used to: the amount of before is too much now.",
        "If you use, do not use alone, and have naloxone within reach. Alcohol and sedatives on top make it worse.",
        "If someone does not wake: emergency number, naloxone, rescue breaths. F4 has the steps and lines.",
    ),
    "AHRQ, Agency for Healthcare Research and Quality",
)
_TOLERANCE_SEDATIVES = Notice(
    TOLERANCE.title,
    (
        TOLERANCE.paragraphs[0],
        "If you use, do not use alone. Alcohol and opioids on top make it worse; naloxone works on opioids only.",
        "If someone does not wake: emergency number, and stay. F4 has the steps and lines.",
    ),
    TOLERANCE.source,
)

_WITHDRAWAL_TITLE = "Before you set a date"
_SEE_SOMEONE = "Talk to a doctor or a treatment service first: it can be made safe, often by cutting down in steps."
_EMERGENCY_SIGNS = "A fit, strong shaking, confusion, or seeing things that are not there: call the emergency number."

_WITHDRAWAL_ALCOHOL = Notice(
    _WITHDRAWAL_TITLE,
    (
        "For someone who is dependent, stopping alcohol suddenly can kill: fits, shaking, sweating, seeing things.",
        "Take care above 15 UK units (120 g of alcohol) on most days, and particular care above 30 (240 g).",
        "Signs begin 8–24 hours after the last drink; delirium typically comes after 24–72 hours.",
        _SEE_SOMEONE,
        _EMERGENCY_SIGNS,
    ),
    "Alcohol Change UK, alcoholchange.org.uk",
)
_WITHDRAWAL_SEDATIVES = Notice(
    _WITHDRAWAL_TITLE,
    (
        "Stopping benzodiazepines abruptly can bring seizures that threaten life.",
        "The same care goes for sleeping pills, GHB, pregabalin and gabapentin.",
        _SEE_SOMEONE,
        _EMERGENCY_SIGNS,
    ),
    "FDA, boxed warning for benzodiazepines, 2020",
)
_WITHDRAWAL_OTHER = Notice(
    _WITHDRAWAL_TITLE,
    (
        "With some substances, stopping suddenly can bring seizures that threaten life: alcohol, benzodiazepines, "
        "sleeping pills, GHB, pregabalin and gabapentin.",
        "If yours is one of them, or you are not sure:",
        _SEE_SOMEONE,
        _EMERGENCY_SIGNS,
    ),
    _WITHDRAWAL_SEDATIVES.source,
)


def withdrawal_warning(kind: FocusKind) -> Notice | None:
    """What to read before a date is set, where stopping suddenly may be dangerous."""
    if not needs_withdrawal_warning(kind):
        return None
    return {FocusKind.ALCOHOL: _WITHDRAWAL_ALCOHOL, FocusKind.SEDATIVES: _WITHDRAWAL_SEDATIVES}.get(
        kind, _WITHDRAWAL_OTHER
    )


def tolerance_warning(kind: FocusKind) -> Notice | None:
    """What to read before a use after days without; when it comes first, ``focuses.tolerance_warning_first`` says."""
    if not needs_tolerance_warning(kind):
        return None
    return TOLERANCE if kind is FocusKind.OPIOIDS else _TOLERANCE_SEDATIVES


def emergency_foot(region: str) -> str:
    """The line at the foot of craving, slip and help: the region's emergency number, or the way to all of them."""
    number = emergency_number(region)
    return f"Emergency {number} · F4 safety lines" if number else "F4 emergency numbers and safety lines"


def passed_words(passed: PassedWithin | None) -> str:
    """``4 of 6 of yours passed within 18 min (early hint)``; empty while there are not enough."""
    if passed is None:
        return ""
    return (
        f"{passed.passed} of {passed.timed} of yours passed within {passed.minutes} min ({evidence_word(passed.timed)})"
    )


def came_through_words(k: int, n: int) -> str:
    """``came through 6 of 7 (early hint)``; with no known outcome, that there is nothing yet."""
    return f"came through {k} of {n} ({evidence_word(n)})" if n else evidence_word(n)


def strategy_words(evidence: Evidence) -> str:
    """What is known of a strategy: ``came through 3 of 4, early hint``, ``not tried enough yet``."""
    if evidence.n < TRIED:
        return f"{evidence.word} yet"
    return f"came through {evidence.came_through} of {evidence.n}, {evidence.word}"


def went_well(lately: Iterable[Craving], cravings: Iterable[Craving], strategies: Collection[Strategy]) -> str:
    """What went well lately, and of all ``cravings`` what went together with it; empty when there is nothing to say.

    ``went well lately: came through 6 of 7 (early hint) · with “walk” 3 of 4 (early hint)``
    """
    k, n = came_through(lately)
    if not k:
        return ""
    words = f"went well lately: came through {k} of {n}" + (f" ({evidence_word(n)})" if n >= FEW else "")
    labels = {strategy.uid: strategy.label for strategy in strategies if not strategy.retired}
    best = next((e for e in evidence(strategies, cravings) if e.strategy in labels and e.n >= TRIED), None)
    if best is None or not best.came_through:
        return words
    return f"{words} · with “{labels[best.strategy]}” {best.came_through} of {best.n} ({best.word})"


def offer_words(offer: Offer) -> str:
    """What is said of a strategy in a craving: ``5 of 5, early hint · phone``, ``one to try: not tried enough yet``."""
    found = offer.evidence
    known = f"{found.came_through} of {found.n}, {found.word}" if found.n >= TRIED else strategy_words(found)
    return " · ".join([f"one to try: {known}" if offer.to_try else known, *offer.strategy.needs])


def open_craving_words(begun: str, intensity: int) -> str:
    """That an earlier craving has no end yet, ``begun`` being its time of day."""
    return f"The one from {begun} ({intensity}) has no end yet: o goes on with it."


def slip_offer(word: str) -> str:
    """The question after a check-in that told of a use: ``Write down what is known of the slip?``."""
    return f"Write down what is known of the {word}?"


def use_word(mode: GoalMode, word: str) -> str:
    """The person's own ``word`` for a use, and a plain one where using less, not nothing, is what they want."""
    return word if mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW) else "use"


def slip_title(word: str) -> str:
    """The title of the screen, with the person's own word: ``a slip``, ``an accident``, ``a use``."""
    return f"an {word}" if word[:1].lower() in tuple("aeio") else f"a {word}"


def before_start_words(focus: Focus, day: date, today: date, *, moves: bool) -> str:
    """What is said of a use on a ``day`` before the focus's start, or without one; ``moves``: the start goes there."""
    on = day_words(day, today)
    if focus.start is None:
        told = f"{focus.label} has no start yet."
        follows = "It is kept on its day, and the days count from the first one that is written down."
    else:
        told = f"This is before {focus.label} starts ({day_words(focus.start, today)})."
        follows = f"It is kept on {on}, and not counted in the days."
    return "\n".join((told, f"Once saved, it starts on {on}." if moves else follows))
