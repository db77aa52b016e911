"""Settings that say something personal, so they are stored inside the journal."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from journal.domain.record import Instant, Label, Record, Sensitivity, Whole


class SinceConvention(StrEnum):
    """How "since last use" is counted: full days starting the day after the use, or including the current day."""

    FULL_DAYS = "full days"
    DAY_NUMBER = "day number"


class BigNumber(StrEnum):
    """Which number of a focus Today shows large; the other two stand under it."""

    GOOD_DAYS = "good days"
    SINCE = "since"
    LONGEST_RUN = "longest run"


class MilestoneScheme(StrEnum):
    """Which milestones of a streak are listed and counted down to."""

    EVERY = "every"
    DAYS = "days"
    MONTHS = "months"
    KEY_TAGS = "key tags"
    OWN = "own days"


class Preferences(Record, kw_only=True, frozen=True):
    """The settings, one document. ``day_starts_at`` is in minutes after midnight; the default is 03:00.

    ``backed_up_at`` is when the last copy was made; ``backup_quiet_until`` is the day until which its reminder is
    hidden. ``drift_seen`` is the Monday of the last week whose missed weekly anchors were shown and hidden.
    ``first_day`` is the day of the first questions, from which on the rest is offered (``journal.domain.first_days``);
    ``offers_hidden`` are the offers that the person does not want. ``on_this_day``: Today offers entries of earlier
    years that are marked to be read again (``journal.domain.on_this_day``). ``keep_deleted``: deleted records and
    earlier versions of entries are kept for a while (``journal.domain.bin``). ``reminders_hidden``: code of another
    reminder → the day up to which what it would show is hidden (``journal.reminders``). ``milestone_days`` are the
    days of the person's own scheme of milestones, ``key_tags`` the colours by name, of the first key tag first; empty
    for the usual names.
    """

    table: ClassVar[str] = "preferences"

    day_starts_at: Annotated[int, Meta(ge=0, le=720)] = 180
    slip_word: Label = "slip"
    since: SinceConvention = SinceConvention.FULL_DAYS
    big_number: BigNumber = BigNumber.GOOD_DAYS
    timer_minutes: Annotated[int, Meta(ge=5, le=60)] = 20
    recovery_words_later: bool = False
    notices: bool = True
    on_this_day: bool = False
    keep_deleted: bool = True
    backed_up_at: Instant | None = None
    backup_quiet_until: date | None = None
    drift_seen: date | None = None
    first_day: date | None = None
    offers_hidden: list[Label] = []
    reminders_hidden: dict[Label, date] = {}
    milestone_scheme: MilestoneScheme = MilestoneScheme.EVERY
    milestone_days: list[Whole] = []
    key_tags: list[Label] = []
    sensitivity: Sensitivity = Sensitivity.NEVER
