"""What is said in a craving, and about what helped in earlier ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from journal.domain.coping import TRIED, Evidence, Offer, Strategy, evidence, proof
from journal.domain.cravings import FEW, MANY, Craving, Needs, PassedWithin, came_through, certainty
from journal.language import translated
from journal.text.counting import count
from journal.text.labels import label

CRAVING: Final = "craving"
STRENGTH_ANCHORS: Final = "0 none, 10 worst"
CONFIDENCE_ANCHORS: Final = "0 none, 10 certain"
CRAVING_HOW_STRONG: Final = "How strong is it?"
CRAVING_TRIGGER: Final = "What set it off?"
CRAVING_ABOUT: Final = "What is it about?"
CRAVING_OTHER_TRIGGER: Final = "something else"
CRAVING_OTHER: Final = "Something else"
CRAVING_OTHER_HINT: Final = "enter adds it to your list"
CRAVING_HALT: Final = "I am"
CRAVING_WHERE: Final = "Where"
CRAVING_MORE: Final = "more details, if you like"
CRAVING_SITUATION: Final = "What is going on"
CRAVING_COMPANY: Final = "Who is there"
CRAVING_THOUGHT: Final = "A thought"
CRAVING_CONFIDENCE: Final = "Confidence"
CRAVING_WHAT_HELPS: Final = "What helps, and how often the craving passed"
CRAVING_HOW_NOW: Final = "How is it now?"
CRAVING_WHAT_HELPED: Final = "What helped?"
CRAVING_HELPED: Final = {True: "helped", False: "didn't help"}
CRAVING_AGAIN: Final = "Press a digit: it helped. Press it again: it didn't."
CRAVING_CANNOT: Final = "Out of reach now"
CRAVING_NOTHING_LEFT: Final = (
    "All of yours need something out of reach. These need nothing. Choosing one adds it to your list:"
)
CRAVING_STRENGTH: Final = "How strong was it?"
CRAVING_STRENGTH_NEEDED: Final = "How strong was it? 0 to 10."
CRAVING_ABOUT_OWN_WORD: Final = "In your own word"
CRAVING_TRIED: Final = "What did you try?"
CRAVING_AFTERWARDS: Final = "How was it after?"
CRAVING_NOTE: Final = "Thought or note"
CRAVING_WAS_OUT_OF_REACH: Final = "Out of reach then"
CRAVING_OUTCOME: Final = "How did it end?"
CRAVING_LEAVING: Final = "leave any time with esc"
CRAVING_SAVED: Final = "saved · enter next · leave any time with esc"
CRAVING_NOT_SAVED: Final = "not saved yet · ctrl+s to try again"
CRAVING_LEFT: Final = "What you noted is saved. You can come back to it any time."
CRAVING_FIRST_STRATEGIES: Final = "Suggestions: what you choose is added to your list"
CRAVING_NO_PEOPLE: Final = "No one to call yet. Add people on Mentor: press 5 after esc."
CRAVING_WHILE_LOCKED: Final = "Your answers here are saved until you unlock."
CRAVING_CAME_THROUGH: Final = "You got through it. Saved."
CRAVING_USED: Final = "Thanks for saying so. Press s to see what to do now. Later is fine too."
CRAVING_PEAK_PASSES: Final = "A craving rises, peaks and falls. You need not act on it to let it pass."

BREATHE_IN: Final = "breathe in"
BREATHE_OUT: Final = "breathe out"
BREATHE_STANDING: Final = "Breathe in while you count to 4, and out to 6."
"""Shown where nothing may move on the screen, and printed on paper."""

TIMER_SOURCES: Final = "Most cravings pass within half an hour. Ride this one out."
CRAVING_STILL_STRONG: Final = "Still strong? That happens. Call someone."


def craving_title(moment: str) -> str:
    """Return ``craving · Mon 23 Nov 19:30``: the title of an earlier one."""
    return f"{CRAVING} · {moment}"


def timer_offer(minutes: int) -> str:
    """Say which key starts the timer, and how long it runs."""
    return f"t: start a timer for {count(minutes, 'minute')}"


def timer_left(left: int, minutes: int) -> str:
    """Return ``14:20 left``, or that the minutes are done; ``left`` is in seconds."""
    return f"{left // 60}:{left % 60:02} left" if left else f"{count(minutes, 'minute')} done."


def timer_over(minutes: int) -> str:
    """Return ``20 minutes done. How is it now?``."""
    return f"{timer_left(0, minutes)} {CRAVING_HOW_NOW}"


def evidence_word(n: int) -> str:
    """Return how much a number of observations says."""
    return label(certainty(n))


def format_evidence(evidence: Evidence) -> str:
    """Return how much the evidence for a strategy says."""
    return label(proof(evidence))


def format_passed(passed: PassedWithin | None) -> str:
    """Return ``most of yours passed within 18 minutes (23 of 27)``; empty while too few cravings were timed.

    With fewer than ``MANY`` it is called an early sign.
    """
    if passed is None:
        return ""
    share, minutes = f"{passed.passed} of {passed.timed}", count(passed.minutes, "minute")
    hint = "" if passed.timed >= MANY else evidence_word(passed.timed)
    if passed.most:
        return f"most of yours passed within {minutes} ({', '.join(filter(None, (share, hint)))})"
    return f"{share} of yours passed within {minutes}" + (f" ({hint})" if hint else "")


def format_came_through(k: int, n: int) -> str:
    """Return ``6 of 7 passed (early sign)``, below ``FEW`` only the counts; ``too early to tell`` if none is known."""
    if not n:
        return evidence_word(n)
    return f"{k} of {n} passed" + (f" ({evidence_word(n)})" if n >= FEW else "")


def format_strategy(evidence: Evidence) -> str:
    """Say what is known of a strategy: ``3 of 4 passed, early sign`` or ``too few tries to tell``."""
    if evidence.n < TRIED:
        return format_evidence(evidence)
    return f"{evidence.came_through} of {evidence.n} passed, {format_evidence(evidence)}"


def went_well(lately: Iterable[Craving], cravings: Iterable[Craving], strategies: Collection[Strategy]) -> str:
    """Return ``This week: 6 of 7 cravings passed · with “walk” 3 of 4 (early sign)``.

    The first part counts the cravings of ``lately``, those of the last week; the second names the best strategy of all
    ``cravings``. Empty if none of ``lately`` passed without a use.
    """
    k, n = came_through(lately)
    if not k:
        return ""
    words = f"This week: {k} of {count(n, 'craving')} passed"
    labels = {strategy.uid: strategy.label for strategy in strategies if not strategy.retired}
    best = next((e for e in evidence(strategies, cravings) if e.strategy in labels and e.n >= TRIED), None)
    if best is None or not best.came_through:
        return words
    return f"{words} · with “{labels[best.strategy]}” {best.came_through} of {best.n} ({format_evidence(best)})"


def format_offer(offer: Offer) -> str:
    """Say what is known of an offered strategy, and what it needs: ``5 of 5, early sign · phone``.

    One that was hardly tried is ``one to try: too few tries to tell``. One that was tried often enough with the present
    trigger, and with others too, is ``3 of 4 with this, early sign``.
    """

    found, here = offer.evidence, offer.at_hand
    known = (
        f"{found.came_through} of {found.n}, {format_evidence(found)}" if found.n >= TRIED else format_strategy(found)
    )
    if here is not None and TRIED <= here.n < found.n:
        known = f"{here.came_through} of {here.n} with this, {format_evidence(here)}"
    return " · ".join([f"one to try: {known}" if offer.to_try else known, *map(label, offer.strategy.needs)])


def format_known(evidence: Evidence) -> str:
    """Say everything that is known of a strategy, for its own form; the drop of intensity where it was noted."""
    drop = evidence.mean_drop
    fell = "" if drop is None else f"intensity went down by {drop:.1f} on average"
    return " · ".join(filter(None, (format_strategy(evidence), fell, format_said(evidence))))


def format_said(evidence: Evidence) -> str:
    """Return ``you said 3 of 4 times that it helped``; empty where the person never said anything about it."""
    return f"you said {evidence.helped} of {count(evidence.said, 'time')} that it helped" if evidence.said else ""


NEEDED: Final = {
    Needs.PHONE: "a phone",
    Needs.LEAVE_HOME: "leaving home",
    Needs.MONEY: "money",
    Needs.PERSON: "another person",
}
"""What a strategy may need, as words of a sentence."""


def format_cannot(cannot: Collection[Needs]) -> str:
    """Return ``Left out for now: what needs a phone or money.``; empty where nothing is out of reach."""
    needs = " or ".join(words for need, words in NEEDED.items() if need in cannot)
    return f"Left out for now: what needs {needs}." if needs else ""


def format_judged(label: str, helped: bool | None) -> str:
    """Return a strategy that was tried, and whether it helped: ``call Ana · helped``."""
    return label if helped is None else f"{label} · {CRAVING_HELPED[helped]}"


def format_timer(left: int, minutes: int) -> str:
    """Say on every other screen how long the timer still runs (``left`` in seconds), or that it is over."""
    if left == 0:
        return f"{timer_left(0, minutes)} ^r: how is it now?"
    return f"timer {timer_left(left, minutes)} · ^r back to it"


def format_open_craving(begun: str, intensity: int) -> str:
    """Say that an earlier craving isn't finished; ``begun`` is its time of day."""
    return f"The one from {begun} ({intensity}) isn't finished. Press o to continue."


translated(__name__)
