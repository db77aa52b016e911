"""Find what to remind the person of, the most important first: ``REMINDERS`` is the table.

``screens.today`` shows one with ``notice``; ``journal due`` prints all. There is none while all focuses are paused, or
if the person turned reminders off. A reminder names the screen it leads to by its route, so that this module imports
no screens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from datetime import date, datetime
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec.structs import replace

from journal.domain.agreements import to_review
from journal.domain.backup_reminder import QUIET_FOR, is_due
from journal.domain.commitments import due_by
from journal.domain.dates import add_months
from journal.domain.days import not_logged
from journal.domain.first_days import LaterOffer, offer_of
from journal.domain.focuses import paused
from journal.domain.goals import goals_due_by
from journal.domain.if_then_plans import due as plans_to_renew
from journal.domain.mooring import drift, week_of
from journal.domain.preferences import Preferences
from journal.domain.record import Precision
from journal.domain.safety_plan import SafetyPlan
from journal.domain.slips import LATELY
from journal.domain.telling import to_tell
from journal.text import debriefs as debriefs_text
from journal.text import reminders as reminders_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


TELL: Final = "tell"
STEPS: Final = "steps"
GOALS: Final = "goals"
REVIEW: Final = "review"
BACKUP: Final = "backup"
PLANS: Final = "plans"
"""Codes of reminders, in ``journal due --json`` and in the preferences."""


class Notice(NamedTuple):
    """A reminder: its text, the route of its screen, the preferences that hide it, and the text once it is hidden.

    ``options`` are what the screen is opened with. ``brief`` is the text without a word of the person's own; ``until``
    is when it was to be done.
    """

    words: str
    route: str
    hidden: Preferences
    told: str
    options: Mapping[str, Any] = MappingProxyType({})
    brief: str = ""
    until: datetime | date | None = None


class Reminder(NamedTuple):
    """One row of the table: a code that never changes, and how to find its notice.

    With ``is_shown_apart`` Today has another line for it, so that it is not the notice there.
    """

    code: str
    find: Callable[[Journal], Notice | None]
    is_shown_apart: bool = False


def silent(journal: Journal) -> bool:
    """Return whether no reminder is shown: all focuses are paused, or reminders are off."""
    focuses, today = [focus for focus in journal.focuses if not focus.archived], journal.today()
    resting = bool(focuses) and all(paused(focus, today) for focus in focuses)
    return resting or not journal.preferences.notices


def notices(journal: Journal, *, demo: bool = False, apart: bool = True) -> Iterator[tuple[str, Notice]]:
    """Yield the code and the notice of each reminder, the most important first; each is found when it is asked for.

    A sample journal (``demo``) is not reminded of a backup. ``apart``: with those that Today shows in a line of their
    own.
    """
    if silent(journal):
        return
    for reminder in REMINDERS:
        wanted = (apart or not reminder.is_shown_apart) and not (demo and reminder.code == BACKUP)
        if wanted and (found := reminder.find(journal)):
            yield reminder.code, found


def notice(journal: Journal, *, demo: bool) -> Notice | None:
    """Return the reminder that Today shows, or ``None``."""
    return next((found for _, found in notices(journal, demo=demo, apart=False)), None)


def _hidden_by(journal: Journal, code: str) -> date:
    """Return the day by which everything is hidden that this reminder would show."""
    return journal.preferences.reminders_hidden.get(code, date.min)


def _hide(journal: Journal, code: str, day: date) -> Preferences:
    """Return the preferences that hide what this reminder shows up to a day, for good."""
    preferences = journal.preferences
    return replace(preferences, reminders_hidden={**preferences.reminders_hidden, code: day})


def _tell(journal: Journal) -> Notice | None:
    """Return the reminder to tell the mentor about a slip of the last week."""
    today, hidden = journal.today(), _hidden_by(journal, TELL)
    uses = journal.uses.between(today - LATELY, today)
    waiting = to_tell(uses, journal.focuses, journal.agreements, journal.people, journal.now()) if uses else []
    found = next((one for one in waiting if one.use.local_date > hidden), None)
    if found is None:
        return None
    use, until = found.use, journal.local(found.until) if found.until >= journal.now() else None
    words, brief = (
        reminders_text.tell(name, use.local_date, until, today, exact=use.precision is Precision.EXACT)
        for name in (found.person.name, "")
    )
    hide, told = _hide(journal, TELL, use.local_date), reminders_text.TELL_HIDDEN
    return Notice(words, "slip", hide, told, {"record": use}, brief, found.until)


def _steps(journal: Journal) -> Notice | None:
    """Return the reminder of the first step that is due. Today has a line of its own for it, which is not hidden."""
    today = journal.today()
    steps = due_by(journal.commitments, today)
    if not steps:
        return None
    words = debriefs_text.format_promise(steps[0], today)
    options = {"record": steps[0]}
    return Notice(words, "commitment", journal.preferences, "", options, reminders_text.STEP_DUE, steps[0].due)


def _goals(journal: Journal) -> Notice | None:
    """Return the reminder of the first goal whose day has come."""
    today, hidden = journal.today(), _hidden_by(journal, GOALS)
    goals = [goal for goal in goals_due_by(journal.goals, today) if goal.due is not None and goal.due > hidden]
    if not goals:
        return None
    first = goals[0]
    assert first.due is not None
    words = reminders_text.goal_due(first.title, first.due, today, more=len(goals) - 1)
    told, brief = reminders_text.GOAL_HIDDEN, reminders_text.GOAL_DUE
    return Notice(words, "goal", _hide(journal, GOALS, today), told, {"record": first}, brief, first.due)


def _review(journal: Journal) -> Notice | None:
    """Return the reminder to review an agreement."""
    people, today, hidden = journal.people, journal.today(), _hidden_by(journal, REVIEW)
    there = {one.uid: one for one in people if not one.archived}
    waiting = [one for one in to_review(journal.agreements, there, today) if one.review_on and one.review_on > hidden]
    if not waiting:
        return None
    last = waiting[-1].review_on
    assert last is not None
    return Notice(
        reminders_text.review(there[waiting[0].person].name),
        "agreement",
        _hide(journal, REVIEW, last),
        reminders_text.REVIEW_HIDDEN,
        {"person": waiting[0].person},
        reminders_text.REVIEW_DUE,
        waiting[0].review_on,
    )


def _plans(journal: Journal) -> Notice | None:
    """Return the reminder to renew if-then plans; hidden, it is silent for a month."""
    today, hidden = journal.today(), _hidden_by(journal, PLANS)
    number = 0 if today <= hidden else len(plans_to_renew(journal.plans, today))
    if not number:
        return None
    words = reminders_text.plans_to_renew(number)
    return Notice(words, "plan", _hide(journal, PLANS, add_months(today, 1)), reminders_text.PLANS_HIDDEN, brief=words)


def _left_for_later(journal: Journal) -> Notice | None:
    """Return the offer of today: one a day, on the first days after the journal was made."""
    preferences, today = journal.preferences, journal.today()
    offer = offer_of(preferences.first_day, today, preferences.offers_hidden)
    if offer is None:
        return None
    hidden = replace(preferences, offers_hidden=[*preferences.offers_hidden, offer.value])
    if offer is LaterOffer.FILL_IN:
        return _fill_in(journal, hidden)
    way: dict[LaterOffer, tuple[str, Sized]] = {
        LaterOffer.PERSON: ("person", journal.people),
        LaterOffer.REASON: ("reason", journal.reasons),
        LaterOffer.SAFETY_PLAN: ("safety_plan", journal.collection(SafetyPlan)),
    }
    route, done = way[offer]
    words = reminders_text.OFFERS[offer]
    return None if len(done) else Notice(words, route, hidden, reminders_text.OFFER_HIDDEN, brief=words)


def _fill_in(journal: Journal, hidden: Preferences) -> Notice | None:
    uses, marks = [*journal.uses], [*journal.marks]
    for focus in journal.focuses:
        if not focus.archived and focus.start and (days := not_logged(focus, uses, marks, journal.today())):
            words = reminders_text.days_to_fill_in(len(days))
            options = {"focus": focus.uid, "day": days[-1]}
            return Notice(words, "days", hidden, reminders_text.OFFER_HIDDEN, options, words)
    return None


def _words_put_off(journal: Journal) -> Notice | None:
    preferences = journal.preferences
    if not preferences.recovery_words_later or journal.has_recovery:
        return None
    hidden = replace(preferences, recovery_words_later=False)
    words = reminders_text.NO_RECOVERY_WORDS
    return Notice(words, "recovery_words", hidden, reminders_text.WORDS_HIDDEN, brief=words)


def _drift(journal: Journal) -> Notice | None:
    """Return the reminder of last week's missed lines, until the person hides it or the week ends."""
    preferences, today = journal.preferences, journal.today()
    week = drift(journal.mooring, today)
    if week is None or (preferences.drift_seen is not None and preferences.drift_seen >= week.begins):
        return None
    hidden = replace(preferences, drift_seen=week_of(week.begins))
    words, told = reminders_text.missed_lines(line.text for line in week.missed), reminders_text.DRIFT_HIDDEN
    return Notice(words, "mooring", hidden, told, brief=reminders_text.anchors_missed(len(week.missed)))


def _copies(journal: Journal) -> Notice | None:
    written = (journal.entries, journal.checkins, journal.cravings, journal.uses)
    made = chain.from_iterable(collection.made.ends() for collection in written)
    preferences, now, today = journal.preferences, journal.now(), journal.today()
    if not is_due(preferences, made, now, today):
        return None
    hidden = replace(preferences, backup_quiet_until=today + QUIET_FOR)
    words = reminders_text.copy_due(preferences.backed_up_at, now)
    return Notice(words, "backup", hidden, reminders_text.BACKUP_HIDDEN, brief=words)


REMINDERS: Final = (
    Reminder(TELL, _tell),
    Reminder("first-days", _left_for_later),
    Reminder("recovery-words", _words_put_off),
    Reminder(STEPS, _steps, is_shown_apart=True),
    Reminder("drift", _drift),
    Reminder(GOALS, _goals),
    Reminder(REVIEW, _review),
    Reminder(BACKUP, _copies),
    Reminder(PLANS, _plans),
)
"""Every reminder, the most important first: what has hours, then what could lose the journal, then what has days."""
