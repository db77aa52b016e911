"""What is said about safety: warnings with their sources, and how to reach the helplines.

The screens and ``journal.cli`` show the same notices. A warning is never shortened; it names whose word it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from journal.domain.focuses import (
    MANY_USE_DAYS,
    Focus,
    FocusKind,
    needs_fentanyl_warning,
    needs_tolerance_warning,
    needs_withdrawal_warning,
    tolerance_warning_first,
    use_warning_first,
)
from journal.domain.safety_lines import Line, emergency_number
from journal.language import translated


class Notice(NamedTuple):
    """Something to read first: a title, its paragraphs, and the source."""

    title: str
    paragraphs: tuple[str, ...]
    source: str


SAFETY: Final = "safety"
SAFETY_KEYS: Final = "1–4 parts · ↑ ↓ scroll · esc back"
SAFETY_CANNOT_CALL: Final = "This program cannot see or call anyone."
SAFETY_COLLECTED: Final = "Last looked up November 2026, not test-called."
SAFETY_ALL_REGIONS: Final = "No country chosen: all numbers are shown. Choose yours in Settings."
SAFETY_LINES: Final = "Helplines"
SAFETY_HEAVY_WEEKS: Final = "These two weeks sound heavy. It's worth telling a doctor, a helpline or someone you trust."
SAFETY_NOT_SAFE: Final = "If you don't feel safe, or think of ending your life: F4 shows who to call now."
SAFETY_SOURCES: Final = "Sources"
SAFETY_PEOPLE: Final = "People I can call"
SAFETY_NO_PEOPLE: Final = "Nobody listed yet. Press 5 (Mentor) to add people."
SAFETY_PLAN: Final = "My safety plan"
SAFETY_PLAN_FORM: Final = "my safety plan"
SAFETY_PLAN_NONE: Final = "Not written yet. Press e to write it in your own words, on a calm day."
SAFETY_PLAN_WHAT: Final = (
    "For days when staying safe is the only task. Write it on a calm day; a few words each are enough."
)
SAFETY_PLAN_HINTS: Final = (
    "What I notice first: thoughts, moods, places, things I do.",
    "What I can do without anyone: a walk, music, a shower.",
    "Company that asks for nothing: a café, a meeting, a sister.",
    "Who I tell when it's bad, and how I reach them.",
    "Doctor, clinic, helpline, with numbers. F4 has more.",
    "What is put out of reach, and who keeps it for me.",
    "What I want to be here for.",
)

SAFETY_PLAN_HEADINGS: Final = {
    "signs": "My warning signs",
    "alone": "What I can do alone",
    "places": "People and places that take my mind off it",
    "ask": "People I can ask",
    "lines": "Professionals and helplines",
    "safer": "Making the place safer",
    "reasons": "My reasons",
}
"""Part of the safety plan → its heading, in the order of ``domain.safety_plan.PARTS``."""

OVERDOSE: Final = Notice(
    "If someone won't wake up",
    (
        "Call the emergency number and say where you are.",
        "Give naloxone if there is any.",
        "Give rescue breaths: one every 5 seconds.",
        "Breathing again: lay them on their side, in the recovery position.",
        "No change after 2–3 minutes: a second dose of naloxone.",
        "Stay until help arrives.",
    ),
    "AHRQ, Agency for Healthcare Research and Quality",
)

_AHRQ: Final = OVERDOSE.source
_TOLERANCE_TITLE: Final = "Before any use"
_TOLERANCE: Final = "After even a few days off, your usual dose can kill you."
_AFTER_USE_TITLE: Final = "Don't take more"
_NOT_AWAKE: Final = "If someone won't wake up: emergency number, naloxone, rescue breaths. F4 has the steps."
_NOT_AWAKE_SEDATIVES: Final = (
    "If someone won't wake up: emergency number, and stay. Naloxone works on opioids only. F4 has the steps."
)

TOLERANCE: Final = Notice(
    _TOLERANCE_TITLE,
    (
        _TOLERANCE,
        "If you use: much less than before, slowly, with someone there who knows where the naloxone is. Even a small "
        "amount can be too much.",
        _NOT_AWAKE,
    ),
    _AHRQ,
)
_TOLERANCE_SEDATIVES: Final = Notice(
    _TOLERANCE_TITLE,
    (
        _TOLERANCE,
        "If you use: much less than before, slowly, with someone there. No alcohol or opioids on top. Even a small "
        "amount can be too much.",
        _NOT_AWAKE_SEDATIVES,
    ),
    _AHRQ,
)
AFTER_USE: Final = Notice(
    _AFTER_USE_TITLE,
    ("No alcohol or pills on top. Stay with someone for the next hours.", _TOLERANCE, _NOT_AWAKE),
    _AHRQ,
)
_AFTER_USE_SEDATIVES: Final = Notice(
    _AFTER_USE_TITLE,
    ("No alcohol or opioids on top. Stay with someone for the next hours.", _TOLERANCE, _NOT_AWAKE_SEDATIVES),
    _AHRQ,
)
FENTANYL: Final = Notice(
    "Street drugs can contain fentanyl",
    ("Street drugs can contain fentanyl. Keep naloxone.", _NOT_AWAKE),
    "CDC, The Facts About Fentanyl; AHRQ",
)

_WITHDRAWAL_TITLE: Final = "Before you stop or cut down"
_SEE_DOCTOR: Final = "If any is yes, don't stop suddenly. Talk to a doctor first."
_EMERGENCY_SIGNS: Final = (
    "A seizure, strong shaking, confusion, or seeing things that are not there: call the emergency number."
)

_WITHDRAWAL_ALCOHOL: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        "Do you shake or sweat until you drink? Ever had a seizure after stopping? More than about 6 pints of beer or "
        f"1½ bottles of wine a day? {_SEE_DOCTOR}",
        "That is about 15 UK units (120 g of alcohol). Above 30 (240 g), be particularly careful.",
        "Signs begin 8–24 hours after the last drink. The most dangerous time is usually 24–72 hours after it.",
        _EMERGENCY_SIGNS,
    ),
    "Alcohol Change UK, alcoholchange.org.uk",
)
_WITHDRAWAL_SEDATIVES: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        "Do you shake, sweat or panic until you take it? Ever had a seizure after stopping? Taken it on most days for "
        f"weeks? {_SEE_DOCTOR}",
        "Stopping benzodiazepines suddenly can bring life-threatening seizures. Be as careful with sleeping pills, "
        "GHB, pregabalin and gabapentin.",
        _EMERGENCY_SIGNS,
    ),
    "FDA, boxed warning for benzodiazepines, 2020",
)
_WITHDRAWAL_OTHER: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        f"Do you shake or sweat until you use? Ever had a seizure after stopping? {_SEE_DOCTOR}",
        "Stopping alcohol, benzodiazepines, sleeping pills, GHB, pregabalin or gabapentin suddenly can bring "
        "life-threatening seizures. If yours is one of them, or you're not sure, talk to a doctor first.",
        _EMERGENCY_SIGNS,
    ),
    _WITHDRAWAL_SEDATIVES.source,
)


def withdrawal_warning(kind: FocusKind) -> Notice | None:
    """Return what to read before stopping or cutting down, where doing so suddenly may be dangerous."""
    if not needs_withdrawal_warning(kind):
        return None
    return {FocusKind.ALCOHOL: _WITHDRAWAL_ALCOHOL, FocusKind.SEDATIVES: _WITHDRAWAL_SEDATIVES}.get(
        kind, _WITHDRAWAL_OTHER
    )


def use_warning(kind: FocusKind) -> Notice | None:
    """Return what to read before a use; ``focuses.tolerance_warning_first`` says when the one on tolerance is due."""
    if needs_tolerance_warning(kind):
        return TOLERANCE if kind is FocusKind.OPIOIDS else _TOLERANCE_SEDATIVES
    return FENTANYL if needs_fentanyl_warning(kind) else None


def after_use_warning(kind: FocusKind) -> Notice | None:
    """Return what to read in the hours after a use."""
    if needs_tolerance_warning(kind):
        return AFTER_USE if kind is FocusKind.OPIOIDS else _AFTER_USE_SEDATIVES
    return use_warning(kind)


def slip_warning(kind: FocusKind, *, recent: bool, clean_days: int, used_days: int) -> Notice | None:
    """Return what to read while a new use is written down.

    ``recent``: it was today or yesterday. ``clean_days`` counts the days without before it, ``used_days`` the days
    with a use in a row, its own included: after ``MANY_USE_DAYS`` stopping suddenly may be dangerous.
    """
    use = None
    if recent:
        use = after_use_warning(kind)
    elif tolerance_warning_first(kind, clean_days=clean_days):
        use = use_warning(kind)
    stopping = withdrawal_warning(kind) if used_days >= MANY_USE_DAYS else None
    if use is None or stopping is None:
        return use or stopping
    both = (*use.paragraphs, f"{stopping.title}: {stopping.paragraphs[0]}", *stopping.paragraphs[1:])
    return Notice(use.title, both, f"{use.source}; {stopping.source}")


def craving_warning(focuses: Sequence[Focus], about: str, intensity: int) -> Notice | None:
    """Return what to read first in a craving of ``intensity`` 0–10, if a focus asks for it.

    ``about`` is the uid of the focus; empty means that it may be any of them. Tolerance comes before fentanyl.
    """
    may_be = [focus for focus in focuses if focus.uid == about] or focuses
    due = [focus.kind for focus in may_be if use_warning_first(focus.kind, intensity)]
    return next((use_warning(kind) for kind in sorted(due, key=needs_fentanyl_warning)), None)


BY_KEY: Final = "F4"
IN_A_SHELL: Final = "`journal safety`"
"""Where helplines are: the key on screens, the command in a shell."""


def in_a_shell(notice: Notice) -> list[str]:
    """Return a notice as lines for a shell, with commands in place of keys."""
    return [f"{notice.title}.", *map(as_command, notice.paragraphs)]


def as_command(sentence: str) -> str:
    """Return a sentence for a shell, with the command in place of the key of the helplines."""
    return sentence.replace(BY_KEY, IN_A_SHELL)


def are_you_safe(region: str, way: str = BY_KEY) -> str:
    """Return the first line after a slip: who to call, with the region's emergency number where one is chosen.

    ``way`` is where helplines are.
    """
    number = emergency_number(region)
    call = f"call {number}, or {way}" if number else f"{way} shows who to call"
    return f"Are you safe right now? If not: {call}. If you're not sure, call someone or stay near someone."


def emergency_foot(region: str) -> str:
    """Return the line at the foot of craving, slip and help: the region's number, or how to see all of them."""
    number = format_emergency(region)
    return f"{number} · F4 helplines" if number else "F4 emergency numbers and helplines"


def format_emergency(region: str) -> str:
    """Return ``Emergency 112``; empty where no region is chosen."""
    number = emergency_number(region)
    return f"Emergency {number}" if number else ""


def withdrawal_warnings(focuses: Iterable[Focus]) -> list[Notice]:
    """Return what to read before any date is asked for."""
    return [notice for focus in focuses if (notice := withdrawal_warning(focus.kind))]


def from_source(source: str) -> str:
    """Return ``from AHRQ, …``: whose word a notice is."""
    return f"from {source}"


def format_line(line: Line, *, with_region: bool) -> str:
    """Return a helpline as two lines of text: its number, and what it is; ``format_sources`` says whose word it is."""
    where = f"{line.where} · " if with_region and line.where else ""
    note = f" · {line.note}" if line.note else ""
    return f"{line.number}\n  {where}{line.name}{note}"


def format_sources(found: Iterable[Line]) -> list[str]:
    """Return where each helpline is from and when it was looked up, each source once, in the order of the lines.

    For example ``New Zealand Police, police.govt.nz/111, 2026-11: 111``.
    """
    numbers: dict[str, list[str]] = {}
    for line in found:
        numbers.setdefault(f"{line.source}, {line.verified}", []).append(line.number)
    return [f"{source}: {'; '.join(theirs)}" for source, theirs in numbers.items()]


REGION: Final = "Region"
OWN_LINE: Final = "a helpline of my own"
OWN_LINE_NUMBER: Final = "Number"
OWN_LINE_NAME: Final = "Name"
OWN_LINE_NOTE: Final = "Note"
OWN_LINE_INCOMPLETE: Final = "Enter a number and a name."


translated(__name__)
