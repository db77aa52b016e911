"""The one reminder on Today, the most important first; silent in a pause, and off by one switch."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal.domain.backup_reminder import QUIET_FOR, reminder
from journal.domain.focuses import paused
from journal.domain.mooring import drift, week_of
from journal.domain.preferences import Preferences

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Notice(NamedTuple):
    """What it says, the screen it leads to, and the settings that hide it with what is told then."""

    words: str
    route: str
    hidden: Preferences
    told: str


def silent(journal: Journal) -> bool:
    """Whether there is to be no reminder: all that is counted rests, or they are off."""
    focuses, today = [focus for focus in journal.focuses if not focus.archived], journal.today()
    resting = bool(focuses) and all(paused(focus, today) for focus in focuses)
    return resting or not journal.preferences.notices


def notice(journal: Journal, *, demo: bool) -> Notice | None:
    """Recovery words that were put off, then mooring lines that were missed, then copies."""
    if silent(journal):
        return None
    return _words_put_off(journal) or _drift(journal) or (None if demo else _copies(journal))


def _words_put_off(journal: Journal) -> Notice | None:
    preferences = journal.preferences
    if not preferences.recovery_words_later or journal.has_recovery:
        return None
    hidden = replace(preferences, recovery_words_later=False)
    told = "Hidden. Settings makes recovery words whenever you want them."
    return Notice("no recovery words yet", "recovery_words", hidden, told)


def _drift(journal: Journal) -> Notice | None:
    """The lines by name, until the week is over or the reminder is hidden."""
    preferences, today = journal.preferences, journal.today()
    week = drift(journal.mooring, today)
    if week is None or (preferences.drift_seen is not None and preferences.drift_seen >= week.begins):
        return None
    names = ", ".join(line.text for line in week.missed)
    hidden = replace(preferences, drift_seen=week_of(week.begins))
    return Notice(f"last week without: {names}", "mooring", hidden, "Hidden for this week. Plan, l shows the lines.")


def _copies(journal: Journal) -> Notice | None:
    written = (journal.entries, journal.checkins, journal.cravings, journal.uses)
    made = chain.from_iterable(collection.made() for collection in written)
    words = reminder(journal.preferences, made, journal.now(), journal.today())
    hidden = replace(journal.preferences, backup_quiet_until=journal.today() + QUIET_FOR)
    told = "Hidden for 30 days. Settings makes a copy whenever you want one."
    return Notice(words, "backup", hidden, told) if words else None
