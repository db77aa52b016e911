"""Choose the one reminder that Today shows.

``screens.today`` calls ``notice``. There is no reminder while all focuses are paused, or if the person turned reminders
off. A reminder names the screen it leads to by its route, so that this module imports no screens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sized
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from journal.domain.backup_reminder import QUIET_FOR, is_due
from journal.domain.days import not_logged
from journal.domain.first_days import LaterOffer, offer_of
from journal.domain.focuses import paused
from journal.domain.mooring import drift, week_of
from journal.domain.preferences import Preferences
from journal.domain.safety_plan import SafetyPlan
from journal.text import reminders as reminders_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Notice(NamedTuple):
    """A reminder: its text, the route of its screen, the preferences that hide it, and the text once it is hidden.

    ``options`` are what the screen is opened with.
    """

    words: str
    route: str
    hidden: Preferences
    told: str
    options: Mapping[str, Any] = MappingProxyType({})


def silent(journal: Journal) -> bool:
    """Return whether no reminder is shown: all focuses are paused, or reminders are off."""
    focuses, today = [focus for focus in journal.focuses if not focus.archived], journal.today()
    resting = bool(focuses) and all(paused(focus, today) for focus in focuses)
    return resting or not journal.preferences.notices


def notice(journal: Journal, *, demo: bool) -> Notice | None:
    """Return the one reminder, or ``None``: what the first minute left for later, on its day; else the most important.

    That is recovery words, then missed weekly anchors, then a backup.
    """
    if silent(journal):
        return None
    return (
        _left_for_later(journal) or _words_put_off(journal) or _drift(journal) or (None if demo else _copies(journal))
    )


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
    return None if len(done) else Notice(reminders_text.OFFERS[offer], route, hidden, reminders_text.OFFER_HIDDEN)


def _fill_in(journal: Journal, hidden: Preferences) -> Notice | None:
    uses, marks = [*journal.uses], [*journal.marks]
    for focus in journal.focuses:
        if not focus.archived and focus.start and (days := not_logged(focus, uses, marks, journal.today())):
            words = reminders_text.days_to_fill_in(len(days))
            options = {"focus": focus.uid, "day": days[-1]}
            return Notice(words, "days", hidden, reminders_text.OFFER_HIDDEN, options)
    return None


def _words_put_off(journal: Journal) -> Notice | None:
    preferences = journal.preferences
    if not preferences.recovery_words_later or journal.has_recovery:
        return None
    hidden = replace(preferences, recovery_words_later=False)
    return Notice(reminders_text.NO_RECOVERY_WORDS, "recovery_words", hidden, reminders_text.WORDS_HIDDEN)


def _drift(journal: Journal) -> Notice | None:
    """Return the reminder of last week's missed lines, until the person hides it or the week ends."""
    preferences, today = journal.preferences, journal.today()
    week = drift(journal.mooring, today)
    if week is None or (preferences.drift_seen is not None and preferences.drift_seen >= week.begins):
        return None
    hidden = replace(preferences, drift_seen=week_of(week.begins))
    return Notice(
        reminders_text.missed_lines(line.text for line in week.missed), "mooring", hidden, reminders_text.DRIFT_HIDDEN
    )


def _copies(journal: Journal) -> Notice | None:
    written = (journal.entries, journal.checkins, journal.cravings, journal.uses)
    made = chain.from_iterable(collection.made() for collection in written)
    preferences, now, today = journal.preferences, journal.now(), journal.today()
    if not is_due(preferences, made, now, today):
        return None
    hidden = replace(preferences, backup_quiet_until=today + QUIET_FOR)
    words = reminders_text.copy_due(preferences.backed_up_at, now)
    return Notice(words, "backup", hidden, reminders_text.BACKUP_HIDDEN)
