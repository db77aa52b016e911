"""The one table of record kinds: for each type of record, where each of its fields is shown.

It holds keys only. Names and words are in ``journal.text.kinds``, the screens that open a record in ``screens.routes``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from msgspec.structs import fields

from journal.domain.agreements import Agreement
from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Trigger
from journal.domain.days import Mark
from journal.domain.debriefs import Debrief
from journal.domain.entries import Entry
from journal.domain.fellowship_steps import FellowshipStep
from journal.domain.focuses import Focus
from journal.domain.goals import Goal
from journal.domain.hard_days import HardDay
from journal.domain.home_walk import HomeItem, Naloxone
from journal.domain.if_then_plans import Plan
from journal.domain.imports import ImportBatch
from journal.domain.instruments import Score
from journal.domain.medicines import Dose, Medicine
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Milestone
from journal.domain.mooring import MooringLine
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.preferences import Preferences
from journal.domain.pros_and_cons import FIELDS as PROS_AND_CONS
from journal.domain.pros_and_cons import ProsAndCons
from journal.domain.quiet_plan import QuietPlan
from journal.domain.reasons import Reason
from journal.domain.record import Record, Sensitivity
from journal.domain.safety_plan import SafetyPlan
from journal.domain.sessions import Session
from journal.domain.share_ledger import Share
from journal.domain.templates import Template
from journal.domain.uses import Use

Fields = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of record. Each of its own fields is in at least one of these lists; those of all records are in none.

    ``line`` makes the record's one line in a list, ``shown`` the record in full, both in that order. ``merged`` are
    shown together with another field of ``shown``, as a unit with its amount. Search looks at ``searched``: each field
    with text that a person writes, unless ``tests/domain/test_kinds.py`` says why not. ``named``
    are those of these fields that hold uids of people, focuses, triggers or strategies: the names stand for them.
    ``elsewhere`` are counted in a figure, or shown only by a form, a list or the page. ``internal`` are never shown.
    """

    type: type[Record]
    on_timeline: bool = False
    line: Fields = ()
    shown: Fields = ()
    merged: Fields = ()
    searched: Fields = ()
    named: Fields = ()
    elsewhere: Fields = ()
    internal: Fields = ()

    @property
    def table(self) -> str:
        """Return the table of its records, which is the key of a kind."""
        return self.type.table

    @property
    def sensitivity(self) -> Sensitivity:
        """Return the default sensitivity of its records."""
        found: Sensitivity = next(field.default for field in fields(self.type) if field.name == "sensitivity")
        return found

    @property
    def placed(self) -> frozenset[str]:
        """Return the fields that are in any of the lists."""
        shown = (*self.line, *self.shown, *self.merged, *self.searched)
        return frozenset((*shown, *self.elsewhere, *self.internal))


_AGREED: Final = (
    *("contact_ways", "quiet_hours", "mine", "theirs", "between_us", "limits", "answer", "not_wanted", "may_pause"),
    "how_we_end",
)
_HARD_DAY: Final = ("what", "call_before", "call_after", "way_out", "who_knows", "how_it_was")
_QUIET: Final = ("then_ask", "say", "not_say")
_SAFETY_PLAN: Final = ("signs", "alone", "places", "ask", "lines", "safer", "reasons")

KINDS: Final = (
    Kind(
        type=Entry,
        on_timeline=True,
        line=("title", "text"),
        shown=("title", "tags", "text"),
        searched=("title", "text", "tags"),
        elsewhere=("read_again",),
    ),
    Kind(
        type=CheckIn,
        on_timeline=True,
        line=("mood", "energy", "sleep", "strongest_craving", "halt", "intention"),
        shown=(
            *("mood", "energy", "sleep", "strongest_craving", "halt", "intention", "grateful"),
            *("contact_made", "meeting_attended", "medicine_taken"),
        ),
        searched=("intention", "grateful", "halt"),
    ),
    Kind(
        type=Craving,
        on_timeline=True,
        line=("intensity", "focus", "triggers", "outcome"),
        shown=(
            *("intensity", "focus", "about", "triggers", "outcome", "attempts", "halt", "situation", "place"),
            *("company", "thought", "confidence", "cannot"),
        ),
        merged=("after",),
        searched=("thought", "about", "place", "company", "situation", "halt", "triggers", "attempts", "focus"),
        named=("focus", "triggers", "attempts"),
        elsewhere=("peak", "ended_at", "timer_seconds"),
        internal=("warned_at",),
    ),
    Kind(
        type=Use,
        on_timeline=True,
        line=("focus", "amount", "situation"),
        shown=(
            *("focus", "amount", "situation", "triggers", "place", "company", "note"),
            *("told_mentor_at", "back_on_track_at", "prescribed"),
        ),
        merged=("unit",),
        searched=("note", "place", "company", "word", "situation", "triggers", "focus"),
        named=("focus", "triggers"),
        elsewhere=("cost", "planned", "over"),
        internal=("warned_at",),
    ),
    Kind(
        type=Session,
        on_timeline=True,
        line=("kind", "person", "place"),
        shown=("kind", "person", "place", "minutes", "topics", "ask", "hardest", "proud", "said", "insight"),
        merged=("held_at", "cancelled"),
        searched=("ask", "hardest", "proud", "said", "insight", "place", "topics", "person", "safety_action"),
        named=("person",),
        elsewhere=(
            *("planned_at", "mode", "status", "wish", "roles", "honesty", "usefulness"),
            *("safety_concern", "safety_action"),
        ),
        internal=("checkin",),
    ),
    Kind(
        type=Goal,
        on_timeline=True,
        line=("title", "target", "status"),
        shown=("title", "target", "status", "why", "obstacle", "who_helps", "role", "decision", "reward", "steps"),
        merged=("values", "baseline", "unit"),
        searched=("title", "why", "obstacle", "who_helps", "measure", "decision", "reward", "steps"),
        elsewhere=("dimension", "measure", "due", "confidence", "reward_taken_on"),
    ),
    Kind(
        type=Score,
        on_timeline=True,
        line=("instrument", "answers"),
        shown=("instrument", "answers", "remarks"),
        searched=("instrument", "remarks"),
    ),
    Kind(
        type=Focus,
        shown=("label", "pauses"),
        searched=("label", "pauses"),
        elsewhere=(
            *("kind", "goal_mode", "start", "clean_word", "unit", "limit", "taper", "heavy_from"),
            *("cost", "cost_per", "currency", "minutes", "minutes_per", "archived", "earlier_goals"),
        ),
        internal=("warned_at",),
    ),
    Kind(
        type=Mark,
        elsewhere=("focus", "state", "source", "back_filled", "confidence", "over"),
        internal=("amount",),  # no screen asks for it yet
    ),
    Kind(
        type=Trigger,
        line=("label",),
        shown=("label",),
        searched=("label",),
        elsewhere=("kind", "focus", "archived"),
    ),
    Kind(
        type=Strategy,
        line=("label",),
        shown=("label", "steps"),
        searched=("label", "steps"),
        elsewhere=("family", "minutes", "needs", "focus", "favourite", "retired"),
    ),
    Kind(
        type=Plan,
        shown=("trigger", "situation", "strategy", "words"),
        searched=("words", "trigger", "situation", "strategy"),
        named=("trigger", "strategy"),
        elsewhere=("renewed_on", "archived"),
    ),
    Kind(
        type=Debrief,
        shown=("situation", "happened", "points", "thought", "reworded", "message"),
        searched=("happened", "points", "thought", "reworded", "message", "situation"),
        elsewhere=("internal", "stable", "general", "actions", "tells", "finished"),
        internal=("use",),
    ),
    Kind(
        type=Reason,
        line=("text",),
        shown=("text",),
        searched=("text",),
        elsewhere=("kind", "moments", "archived"),
    ),
    Kind(
        type=Commitment,
        line=("text",),
        shown=("text", "status", "person"),
        searched=("text", "person"),
        named=("person",),
        elsewhere=("by", "due", "carried", "closed_on"),
        internal=("session", "debrief"),
    ),
    Kind(
        type=Need,
        line=("area", "text"),
        shown=("area", "text", "resource", "status"),
        searched=("text", "resource", "area"),
        elsewhere=("asked_on", "solved_on"),
    ),
    Kind(type=MooringLine, line=("text",), shown=("text",), searched=("text",), elsewhere=("held_on", "archived")),
    Kind(
        type=Person,
        line=("name",),
        shown=("name", "role", "tier", "contact", "hours", "note"),
        searched=("name", "role", "tier", "contact", "hours", "note"),
        elsewhere=("call", "sees", "hidden", "language", "age_key", "archived"),
    ),
    Kind(
        type=Agreement,
        shown=("person", *_AGREED),
        searched=(*_AGREED, "person"),
        named=("person",),
        elsewhere=(
            *("version", "start", "weeks", "one_to_one_hours", "group_hours", "cadence", "tell_within", "review_on"),
            *("my_initials", "their_initials", "pauses", "ended_on", "ending"),
        ),
    ),
    Kind(type=HardDay, line=("what",), shown=_HARD_DAY, searched=_HARD_DAY, elsewhere=("day",)),
    Kind(
        type=QuietPlan,
        shown=("person", *_QUIET),
        searched=(*_QUIET, "person"),
        named=("person",),
        elsewhere=("text_after", "call_after", "then_after", "emergency", "agreed_on"),
    ),
    Kind(
        type=HomeItem,
        line=("what", "room"),
        shown=("what", "room", "holder"),
        searched=("what", "room", "holder"),
        elsewhere=("done_on",),
    ),
    Kind(
        type=Naloxone,
        line=("place",),
        shown=("place", "who"),
        searched=("place", "who"),
        elsewhere=("expires_on",),
    ),
    Kind(
        type=Parked,
        shown=("note", "person"),
        searched=("note", "person"),
        named=("person",),
        elsewhere=("talked_on",),
        internal=("kind", "record", "session"),
    ),
    Kind(type=Template, line=("title",), shown=("title", "text"), searched=("title", "text"), elsewhere=("archived",)),
    Kind(
        type=Share,
        shown=("person", "whereabouts"),
        searched=("whereabouts", "person"),
        named=("person",),
        elsewhere=(
            *("first", "last", "what", "level", "form", "sealed", "place", "sections", "struck", "lines", "sha256"),
            *("gone_on", "files", "content", "entries"),
        ),
    ),
    Kind(
        type=FellowshipStep,
        line=("number", "words"),
        shown=("number", "words"),
        searched=("words",),
        elsewhere=("since",),
    ),
    Kind(
        type=Medicine,
        line=("name", "dose"),
        shown=("name", "dose"),
        searched=("name", "dose"),
        elsewhere=("times", "times_since", "methadone", "archived"),
    ),
    Kind(type=Dose, elsewhere=("medicine", "day", "minute", "state")),
    Kind(type=Milestone, elsewhere=("focus", "what", "reached_on")),
    Kind(
        type=MilestoneReward,
        line=("text",),
        shown=("text",),
        searched=("text",),
        elsewhere=("focus", "what", "taken_on"),
    ),
    Kind(
        type=ProsAndCons,
        line=("focus", *PROS_AND_CONS),
        shown=("focus", *PROS_AND_CONS),
        searched=("focus", *PROS_AND_CONS),
        named=("focus",),
        elsewhere=("in_craving",),
    ),
    Kind(
        type=ImportBatch,
        elsewhere=("program", "file", "records", "moved", "undone"),
        internal=("batch",),
    ),
    Kind(type=SafetyPlan, shown=_SAFETY_PLAN, searched=_SAFETY_PLAN),
    Kind(
        type=Preferences,
        elsewhere=(
            *("day_starts_at", "slip_word", "since", "big_number", "timer_minutes", "notices", "backed_up_at"),
            *("on_this_day", "keep_deleted", "milestone_scheme", "milestone_days", "key_tags"),
        ),
        internal=(
            *("recovery_words_later", "backup_quiet_until", "drift_seen", "first_day", "offers_hidden"),
            "reminders_hidden",
        ),
    ),
)
"""Every kind of record, those of the timeline first and in its order."""

TIMELINE: Final = tuple(kind for kind in KINDS if kind.on_timeline)
"""The kinds that the timeline holds."""

SEARCHED: Final = tuple(kind for kind in KINDS if kind.searched)
"""The kinds that search finds: all but those without words of one's own: days, doses, milestones, imports, settings."""

_BY_TABLE: Final = {kind.table: kind for kind in KINDS}


def kind_of(record: Record | type[Record]) -> Kind:
    """Return the kind of a record, or of a type of record."""
    return _BY_TABLE[record.table]
