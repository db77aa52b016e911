"""The forms about milestones: which ones are listed, and a reward that the person promises themselves for one."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.milestone_rewards import MilestoneReward, rewards_by_code
from journal.domain.preferences import MilestoneScheme, Preferences
from journal.milestone_support import format_milestone
from journal.text import labels as labels_text
from journal.text import milestones as milestones_text
from journal.text import settings as settings_text
from screens.base.form import RecordForm
from screens.runtime.journal_worker import Draft
from screens.widgets.choice import Choice
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.text import LinesField
from screens.widgets.plain_text import Plain

LONGEST_TAG = 40
"""Characters of the name of a key tag."""


class OwnDaysField(TextField):
    """Numbers of days with commas or spaces between."""

    def from_record(self, days: Any) -> None:
        """Show the numbers with commas between."""
        self.fill(", ".join(map(str, days)))

    def to_record(self) -> list[int]:
        """Return the numbers, the smallest first. Raises ``InvalidInput``."""
        parts = re.split(r"[,;\s]+", self.text.strip()) if self.text.strip() else []
        if not all(part.isascii() and part.isdecimal() and 0 < len(part) < 6 and int(part) for part in parts):
            raise InvalidInput(self, milestones_text.OWN_DAYS_WRONG)
        return sorted({int(part) for part in parts})


class MilestoneSchemeSheet(RecordForm[Preferences]):
    """Asks which milestones are listed, for days of the person's own, and for the names of the key tags."""

    NAME = milestones_text.SCHEME_FORM
    ROUTE = "milestone_scheme"
    RECORD = Preferences
    DEFAULT_CSS = """
    MilestoneSchemeSheet #key_tags Writing { height: 9; }
    """
    can_erase = False

    def fields(self) -> ComposeResult:
        """Ask for the scheme, then for what belongs to one of them."""
        scheme = labels_text.choices(MilestoneScheme)
        yield ChoiceField(milestones_text.SCHEME, scheme, id="milestone_scheme", hint=milestones_text.SCHEME_HINT)
        yield OwnDaysField(milestones_text.OWN_DAYS, id="milestone_days", hint=milestones_text.OWN_DAYS_HINT)
        yield LinesField(milestones_text.KEY_TAGS, id="key_tags", hint=milestones_text.KEY_TAGS_HINT)

    def find(self, uid: str) -> Preferences:
        """Return the preferences, whatever the uid."""
        return self.journal.preferences

    @property
    def before(self) -> Preferences:
        """Return the preferences as they are now."""
        return self.journal.preferences

    def load(self, record: Preferences) -> None:
        """Show the usual names of the key tags where the person has not changed them."""
        super().load(record)
        own, usual = record.key_tags, milestones_text.TAG_NAMES
        tags = self.query_one("#key_tags", LinesField)
        tags.from_record([*own, *usual[len(own) :]])
        tags.area.action_first()
        self.show_of_scheme()

    @on(Choice.Chosen)
    def show_of_scheme(self) -> None:
        """Show only what belongs to the chosen scheme."""
        scheme = self.query_one("#milestone_scheme", ChoiceField).value
        self.query_one("#milestone_days").display = scheme is MilestoneScheme.OWN
        self.query_one("#key_tags").display = scheme is MilestoneScheme.KEY_TAGS

    def finish(self, record: Preferences) -> Preferences:
        """Refuse a scheme of own days without any; usual names of key tags are not stored."""
        if record.milestone_scheme is MilestoneScheme.OWN and not record.milestone_days:
            raise InvalidInput(self.query_one("#milestone_days", OwnDaysField), milestones_text.OWN_DAYS_NEEDED)
        changed = [tag[:LONGEST_TAG] for tag in record.key_tags[: len(milestones_text.TAG_NAMES)]]
        return replace(record, key_tags=changed if changed != [*milestones_text.TAG_NAMES] else [])

    def saved_words(self) -> str:
        return settings_text.SAVED


class MilestoneRewardSheet(RecordForm[MilestoneReward]):
    """Asks about the reward for one milestone: ``record`` is the reward, or one without words and uid to write."""

    NAME = milestones_text.REWARD_FORM
    ROUTE = "milestone_reward"
    RECORD = MilestoneReward

    def __init__(self, *, record: MilestoneReward | None = None, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__(record=record, draft=draft)
        if record is not None and not record.uid:
            self._draft_key = f"{self.ROUTE}:{record.focus} {record.what}"

    def fields(self) -> ComposeResult:
        """Say which milestone it is for, and ask for the reward."""
        yield Plain(id="for", classes="muted")
        yield TextField(
            milestones_text.REWARD,
            id="text",
            hint=milestones_text.REWARD_HINT,
            required=milestones_text.REWARD_NEEDED,
        )
        today = self.journal.today()
        yield DayField(milestones_text.TAKEN_ON, id="taken_on", today=today, hint=milestones_text.TAKEN_ON_HINT)

    def load(self, record: MilestoneReward) -> None:
        """Show the milestone, too."""
        super().load(record)
        self.query_one("#for", Plain).show(format_milestone(self.journal, record.focus, record.what))

    def find(self, uid: str) -> MilestoneReward | None:
        """Return the reward of a draft; one that is not saved yet is found by its focus and milestone."""
        focus, space, what = uid.partition(" ")
        if not space:
            return super().find(uid)
        known = rewards_by_code(self.journal.milestone_rewards, focus).get(what)
        return known or MilestoneReward(focus=focus, what=what, text="")
