"""What is said about safety: warnings with their sources, and how to reach the lines to call.

The screens and ``journal.cli`` show the same notices. A warning is never shortened; it names whose word it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from journal.domain.focuses import (
    Focus,
    FocusKind,
    needs_tolerance_warning,
    needs_withdrawal_warning,
    tolerance_warning_first,
)
from journal.domain.safety_lines import Line, emergency_number


class Notice(NamedTuple):
    """Something to read before going on: a title, its paragraphs, and the source."""

    title: str
    paragraphs: tuple[str, ...]
    source: str


SAFETY: Final = "safety"
SAFETY_KEYS: Final = "1–4 parts · ↑ ↓ scroll · esc back"
SAFETY_CANNOT_CALL: Final = "This program cannot see or call anyone."
SAFETY_COLLECTED: Final = "Collected in November 2026 from public pages, not dialled."
SAFETY_ALL_REGIONS: Final = "No region is chosen, so all are shown. Settings chooses one."
SAFETY_LINES: Final = "Lines to call"
SAFETY_PEOPLE: Final = "People I can ask"
SAFETY_NO_PEOPLE: Final = "No one is listed yet. On the places, 5 leads to people."
SAFETY_PLAN: Final = "My safety plan"
SAFETY_PLAN_FORM: Final = "my safety plan"
SAFETY_PLAN_NONE: Final = "Not written yet. e writes it, in your own words, on a calm day."
SAFETY_PLAN_WHAT: Final = (
    "For days on which staying safe is the only task. Write it on a calm one; a few words each are enough."
)
SAFETY_PLAN_HINTS: Final = (
    "What I notice first: thoughts, moods, places, things I do.",
    "What I can do without anyone: a walk, music, a shower.",
    "Company that asks for nothing: a café, a meeting, a sister.",
    "Whom I tell that it is bad, and how I reach them.",
    "Doctor, clinic, helpline, with numbers. F4 has more lines.",
    "What goes out of reach, and who keeps it for me.",
    "What I want to be here for.",
)

SAFETY_PLAN_HEADINGS: Final = {
    "signs": "My warning signs",
    "alone": "What I can do alone",
    "places": "People and places that take my mind off it",
    "ask": "People I can ask",
    "lines": "Professionals and lines",
    "safer": "Making the place safer",
    "reasons": "My reasons",
}
"""Part of the safety plan → its heading, in the order of ``domain.safety_plan.PARTS``."""

OVERDOSE: Final = Notice(
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

TOLERANCE: Final = Notice(
    "After days without, a dose of before can kill",
    (
        "The body forgets fast what it was used to: the amount of before is too much now.",
        "If you use, do not use alone, and have naloxone within reach. Alcohol and sedatives on top make it worse.",
        "If someone does not wake: emergency number, naloxone, rescue breaths. F4 has the steps and lines.",
    ),
    "AHRQ, Agency for Healthcare Research and Quality",
)
_TOLERANCE_SEDATIVES: Final = Notice(
    TOLERANCE.title,
    (
        TOLERANCE.paragraphs[0],
        "If you use, do not use alone. Alcohol and opioids on top make it worse; naloxone works on opioids only.",
        "If someone does not wake: emergency number, and stay. F4 has the steps and lines.",
    ),
    TOLERANCE.source,
)

_WITHDRAWAL_TITLE: Final = "Before you set a date"
_SEE_SOMEONE: Final = (
    "Talk to a doctor or a treatment service first: it can be made safe, often by cutting down in steps."
)
_EMERGENCY_SIGNS: Final = (
    "A fit, strong shaking, confusion, or seeing things that are not there: call the emergency number."
)

_WITHDRAWAL_ALCOHOL: Final = Notice(
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
_WITHDRAWAL_SEDATIVES: Final = Notice(
    _WITHDRAWAL_TITLE,
    (
        "Stopping benzodiazepines abruptly can bring seizures that threaten life.",
        "The same care goes for sleeping pills, GHB, pregabalin and gabapentin.",
        _SEE_SOMEONE,
        _EMERGENCY_SIGNS,
    ),
    "FDA, boxed warning for benzodiazepines, 2020",
)
_WITHDRAWAL_OTHER: Final = Notice(
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
    """Return what to read before a date is set, where stopping suddenly may be dangerous."""
    if not needs_withdrawal_warning(kind):
        return None
    return {FocusKind.ALCOHOL: _WITHDRAWAL_ALCOHOL, FocusKind.SEDATIVES: _WITHDRAWAL_SEDATIVES}.get(
        kind, _WITHDRAWAL_OTHER
    )


def tolerance_warning(kind: FocusKind) -> Notice | None:
    """Return what to read before a use after days without; ``focuses.tolerance_warning_first`` says when it is due."""
    if not needs_tolerance_warning(kind):
        return None
    return TOLERANCE if kind is FocusKind.OPIOIDS else _TOLERANCE_SEDATIVES


def craving_warning(focuses: Sequence[Focus], about: str, intensity: int) -> Notice | None:
    """Return what to read first in a craving of ``intensity`` 0–10, if a focus asks for it.

    ``about`` is the uid of the focus; empty means that it may be any of them.
    """
    may_be = [focus for focus in focuses if focus.uid == about] or focuses
    due = [focus.kind for focus in may_be if tolerance_warning_first(focus.kind, intensity=intensity)]
    return tolerance_warning(due[0]) if due else None


def in_a_shell(notice: Notice) -> list[str]:
    """Return a notice as lines for a shell, with commands in place of keys."""
    return [f"{notice.title}.", *(line.replace("F4 has", "`journal safety` has") for line in notice.paragraphs)]


def emergency_foot(region: str) -> str:
    """Return the line at the foot of craving, slip and help: the region's number, or how to see all of them."""
    number = format_emergency(region)
    return f"{number} · F4 safety lines" if number else "F4 emergency numbers and safety lines"


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
    """Return a line to call as three lines of text: its number, what it is, and its source."""
    where = f"{line.where} · " if with_region and line.where else ""
    note = f" · {line.note}" if line.note else ""
    return f"{line.number}\n  {where}{line.name}{note}\n  from {line.source}, {line.verified}"


REGION: Final = "Region"
OWN_LINE: Final = "a line of my own"
OWN_LINE_NUMBER: Final = "Number"
OWN_LINE_NAME: Final = "Name"
OWN_LINE_NOTE: Final = "Note"
OWN_LINE_INCOMPLETE: Final = "A number and a name are needed."
