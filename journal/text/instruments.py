"""Texts about questionnaires: their wording where it is known word for word, and what a score says.

``NOTICE`` names the sources and licences. The wording of others is never changed or shortened. PACS, SURE and TEA are
entered from the person's own sheet: of TEA only the names of its four areas are here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

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
from journal.language import translated
from journal.text import safety as safety_text
from journal.text.labels import label

TITLE: Final = "questionnaires"
WHAT: Final = (
    "A few questions others have tested. Your score stands beside your own earlier ones. It is not a diagnosis."
)
LINE_KEYS: Final = "enter fill in · esc back"
NOT_FINISHED: Final = "not finished"
NONE_YET: Final = "none yet"

ANSWER: Final = "Answer"
REMARK: Final = "Remark"
REMARK_HINT: Final = "Optional: what mattered most."
SKIP: Final = "Skip"
DONE: Final = "Done"
RESULT: Final = "your score"
ITEM_KEYS: Final = "a digit answers · ctrl+o previous · esc later"
RESULT_KEYS: Final = "enter done · ctrl+o previous"
NOTHING_ANSWERED: Final = "No question was answered, so nothing was saved."
FIRST: Final = "This is your first score. The next one will stand beside it."
NO_DIAGNOSIS: Final = "A score is not a diagnosis."
SHOWN_BEFORE: Final = 5
"""Earlier scores that are named beside a new one."""


class Wording(NamedTuple):
    """The wording of an instrument, word for word: the lead, the items, and the answers from the lowest up.

    Without answers an item is rated by its number; ``anchors`` say what the lowest and the highest mean.
    """

    lead: str
    items: tuple[str, ...]
    answers: tuple[str, ...] = ()
    anchors: str = ""


_FREQUENCY: Final = ("Not at all", "Several days", "More than half the days", "Nearly every day")

WORDINGS: Final = {
    Instrument.PHQ2: Wording(
        "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
        ("Little interest or pleasure in doing things", "Feeling down, depressed, or hopeless"),
        _FREQUENCY,
    ),
    Instrument.GAD7: Wording(
        "Over the last 2 weeks, how often have you been bothered by the following problems?",
        (
            "Feeling nervous, anxious or on edge",
            "Not being able to stop or control worrying",
            "Worrying too much about different things",
            "Trouble relaxing",
            "Being so restless that it is hard to sit still",
            "Becoming easily annoyed or irritable",
            "Feeling afraid as if something awful might happen",
        ),
        _FREQUENCY,
    ),
    Instrument.WHO5: Wording(
        "Please indicate for each of the five statements which is closest to how you have been feeling over the last "
        "two weeks.",
        (
            "I have felt cheerful and in good spirits",
            "I have felt calm and relaxed",
            "I have felt active and vigorous",
            "I woke up feeling fresh and rested",
            "My daily life has been filled with things that interest me",
        ),
        (
            "At no time",
            "Some of the time",
            "Less than half of the time",
            "More than half of the time",
            "Most of the time",
            "All of the time",
        ),
    ),
    Instrument.BARC10: Wording(
        "",
        (
            "There are more important things to me in life than using substances.",
            "In general I am happy with my life.",
            "I have enough energy to complete the tasks I set myself.",
            "I am proud of the community I live in and feel part of it.",
            "I get lots of support from friends.",
            "I regard my life as challenging and fulfilling without the need for using drugs or alcohol.",
            "My living space has helped to drive my recovery journey.",
            "I take full responsibility for my actions.",
            "I am happy dealing with a range of professional people.",
            "I am making good progress on my recovery journey.",
        ),
        anchors="1 strongly disagree, 6 strongly agree",
    ),
}
"""The instruments whose wording is known word for word, and may be shown."""

AREAS: Final = ("Substance use", "Health", "Lifestyle", "Community")
"""The names of the four areas of TEA."""

ABOUT: Final = {
    Instrument.TEA: "how recovery goes, 4 areas",
    Instrument.BARC10: "what supports you, 10 statements",
    Instrument.PACS: "craving, 5 items from your sheet",
    Instrument.WHO5: "well-being, 5 statements",
    Instrument.PHQ2: "low mood, 2 questions",
    Instrument.GAD7: "anxiety, 7 questions",
    Instrument.SURE: "recovery, 21 items from your sheet",
}
"""What each instrument is about."""

_HIGHER_IS_BETTER: Final = (Instrument.TEA, Instrument.BARC10, Instrument.WHO5)


def item_text(instrument: Instrument, place: int) -> str:
    """Return the wording of an item, or its number where the wording is not here; ``place`` counts from 0."""
    if instrument in WORDINGS:
        return WORDINGS[instrument].items[place]
    return AREAS[place] if instrument is Instrument.TEA else f"Item {place + 1}"


def lead(instrument: Instrument) -> str:
    """Return what stands above each item."""
    if instrument in WORDINGS:
        return WORDINGS[instrument].lead
    scale = SCALES[instrument]
    if instrument is Instrument.TEA:
        return f"How is it going in this area, from {scale.lowest} (lowest) to {scale.highest} (highest)?"
    return f"The number you gave this item on your sheet, {scale.lowest} to {scale.highest}."


def step_title(instrument: Instrument, place: int) -> str:
    """Return ``GAD-7 · 3 of 7``."""
    return f"{label(instrument)} · {place + 1} of {SCALES[instrument].items}"


def anchors(instrument: Instrument) -> str:
    """Return what the lowest and the highest answer mean, as ``0 Not at all, 3 Nearly every day``; "" if unknown."""
    wording, scale = WORDINGS.get(instrument), SCALES[instrument]
    if wording and wording.answers:
        return f"{scale.lowest} {wording.answers[0]}, {scale.highest} {wording.answers[-1]}"
    return wording.anchors if wording else ""


def format_score(score: Score) -> str:
    """Return ``52 of 100``, ``no score, 3 of 5 answered``, or without a total ``21 of 21 answered``."""
    scale, number = SCALES[score.instrument], total(score)
    if number is not None:
        return f"{number} of {scale.most}"
    return f"no score, {_answered(score)}" if scale.factor else _answered(score)


def _answered(score: Score) -> str:
    return f"{len(given(score))} of {SCALES[score.instrument].items} answered"


def format_named(score: Score) -> str:
    """Return ``WHO-5: 52 of 100.``"""
    return f"{label(score.instrument)}: {format_score(score)}."


def format_details(instrument: Instrument, scores: Sequence[Score], today: date) -> str:
    """Return what an instrument is about, and its scores, the newest first."""
    about = ABOUT[instrument]
    lines = [f"{about[:1].upper()}{about[1:]}."]
    if SCALES[instrument].factor:
        scale = SCALES[instrument]
        lines.append(f"A score is {scale.least} to {scale.most}. {_direction(instrument)}")
    if scores:
        listed = [f"{format_score(one)} on {format_day(one.local_date, today)}" for one in scores[:SHOWN_BEFORE]]
        lines.append(f"Yours: {', '.join(listed)}.")
    return "\n".join(lines)


def format_last(score: Score | None, today: date) -> str:
    """Return ``52 of 100, Thu 19 Nov``, or ``3 of 5 answered, Thu 19 Nov``: the last score of an instrument."""
    if score is None:
        return NONE_YET
    return f"{_answered(score) if total(score) is None else format_score(score)}, {format_day(score.local_date, today)}"


def format_result(score: Score, before: Sequence[tuple[Score, int]], today: date) -> list[str]:
    """Return what a score says, a sentence or two per line: the score, then the person's own earlier ones."""
    name, number = label(score.instrument), total(score)
    if number is None:
        return [format_named(score), *([] if SCALES[score.instrument].factor == 0 else [_missing(score)])]
    said = [f"{name}: {number} of {SCALES[score.instrument].most}. {_direction(score.instrument)}"]
    said += _compared(score.instrument, number, before, today) if before else [FIRST]
    if has_low_well_being(score):
        said.append(f"{LOW_WELL_BEING} or less is low well-being. It's worth telling a doctor or someone you trust.")
    if is_lasting(score):
        said.append(f"{LASTING} or more is common in people whose recovery has lasted a year.")
    return [*said, NO_DIAGNOSIS]


def warnings_after(score: Score) -> list[str]:
    """Return what is said about safety after a score, whatever it is; the heavy weeks first."""
    heavy = [safety_text.SAFETY_HEAVY_WEEKS] if is_heavy(score) else []
    return [*heavy, safety_text.SAFETY_NOT_SAFE] if score.instrument in ASKED_ABOUT_SAFETY else []


def _missing(score: Score) -> str:
    missing = SCALES[score.instrument].items - len(given(score))
    return f"There is no score while {'one answer is' if missing == 1 else f'{missing} answers are'} missing."


def _direction(instrument: Instrument) -> str:
    return "Higher is better." if instrument in _HIGHER_IS_BETTER else "Lower is better."


def _compared(instrument: Instrument, number: int, before: Sequence[tuple[Score, int]], today: date) -> list[str]:
    listed = ", ".join(f"{points} on {format_day(one.local_date, today)}" for one, points in before[:SHOWN_BEFORE])
    last = before[0][1]
    clear = ": a clear change" if is_real_change(instrument, last, number) else ""
    change = "The same as last time" if number == last else f"{abs(number - last)} {_way(number - last)} than last time"
    return [f"Before: {listed}.", f"{change}{clear}."]


def _way(difference: int) -> str:
    return "more" if difference > 0 else "less"


translated(__name__)
