"""Chooses the one reminder that Today shows.

``screens.today`` calls ``notice``. There is none while everything that is counted is paused, or when the person turned
reminders off. It reads the store and needs nothing of the screens: a reminder names the screen it leads to by its
route.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal.domain.backup_reminder import QUIET_FOR, reminder
from journal.domain.focuses import paused
from journal.domain.mooring import drift, week_of
from journal.domain.preferences import Preferences
from journal.text import reminders as reminders_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Notice(NamedTuple):
    """A reminder: its words, the route of its screen, the settings that hide it, and what to say when it is hidden."""

    words: str
    route: str
    hidden: Preferences
    told: str


def silent(journal: Journal) -> bool:
    """Return whether there is no reminder: everything that is counted is paused, or reminders are off."""
    focuses, today = [focus for focus in journal.focuses if not focus.archived], journal.today()
    resting = bool(focuses) and all(paused(focus, today) for focus in focuses)
    return resting or not journal.preferences.notices


def notice(journal: Journal, *, demo: bool) -> Notice | None:
    """Return the most important reminder: recovery words put off, then mooring lines missed, then a copy due."""
    if silent(journal):
        return None
    return _words_put_off(journal) or _drift(journal) or (None if demo else _copies(journal))


def _words_put_off(journal: Journal) -> Notice | None:
    preferences = journal.preferences
    if not preferences.recovery_words_later or journal.has_recovery:
        return None
    hidden = replace(preferences, recovery_words_later=False)
    return Notice(reminders_text.NO_RECOVERY_WORDS, "recovery_words", hidden, reminders_text.WORDS_HIDDEN)


def _drift(journal: Journal) -> Notice | None:
    """Return the reminder that names the missed lines, until the week is over or the person hides it."""
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
    words = reminder(journal.preferences, made, journal.now(), journal.today())
    hidden = replace(journal.preferences, backup_quiet_until=journal.today() + QUIET_FOR)
    return Notice(words, "backup", hidden, reminders_text.BACKUP_HIDDEN) if words else None
