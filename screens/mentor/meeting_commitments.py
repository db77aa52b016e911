"""The parts of the meeting form about promises: what became of open ones, and at most three new ones.

``meeting_notes`` shows both parts; ``meeting_plan`` lists the open promises. Either side may keep a promise.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.domain.commitments import MOST_NEW, By, Commitment, CommitmentStatus, carried, done, dropped, in_order
from journal.text import commitments as commitments_text
from journal.text import debriefs as debriefs_text
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.plain_text import Plain


def open_with(commitments: Iterable[Commitment], person: str) -> list[Commitment]:
    """Return the open commitments with a person (a uid) or with nobody named, overdue first."""
    return [one for one in in_order(commitments) if one.is_open and (not person or one.person in ("", person))]


class LastPromises(Vertical):
    """Asks of each open commitment what became of it; without an answer it stays open."""

    DEFAULT_CSS = """
    LastPromises { height: auto; }
    LastPromises .promise { margin-top: 0; }
    """

    def __init__(self, commitments: list[Commitment], today: date) -> None:
        super().__init__()
        self._commitments = commitments
        self._today = today

    def compose(self) -> ComposeResult:
        """Show each on a line, with the answers under it."""
        became = list(commitments_text.BECAME.items())
        for one in self._commitments:
            whose = commitments_text.format_whose(one, self._today)
            yield Plain(f"{whose}{commitments_text.if_too_large(one)}", classes="promise")
            yield ChoiceField(commitments_text.BECAME_LABEL, became, id=f"became-{one.uid}")

    def changed(self, next_due: date | None) -> list[Commitment]:
        """Return those that were answered. One carried over is due on ``next_due``, the day of the next meeting."""
        found = []
        for one in self._commitments:
            status = self.query_one(f"#became-{one.uid}", ChoiceField).value
            if status is CommitmentStatus.DONE:
                found.append(done(one, self._today))
            elif status is CommitmentStatus.CARRIED:
                found.append(carried(one, next_due))
            elif status is CommitmentStatus.DROPPED:
                found.append(dropped(one, self._today))
        return found


class NewPromises(Vertical):
    """Asks three times what is promised, who keeps it, and by when."""

    DEFAULT_CSS = """
    NewPromises { height: auto; }
    NewPromises > Vertical { height: auto; margin-bottom: 1; }
    """

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """Show all three from the start, so that nothing moves while one is written."""
        for number in range(MOST_NEW):
            by = ChoiceField(commitments_text.BY_LABEL, list(commitments_text.BY.items()), id=f"by-{number}")
            by.choice.choose(By.ME)
            with Vertical():
                yield TextField(commitments_text.new_label(number + 1), id=f"promise-{number}")
                yield by
                yield DayField(
                    commitments_text.DUE,
                    id=f"due-{number}",
                    today=self._today,
                    hint=commitments_text.DUE_HINT,
                    prefer_future=True,
                )

    def made(self, session: str, person: str) -> list[Commitment]:
        """Return the new commitments of a meeting with a person (uids). Raises ``InvalidInput`` for a day alone."""
        found = []
        for number in range(MOST_NEW):
            text = self.query_one(f"#promise-{number}", TextField)
            due = self.query_one(f"#due-{number}", DayField).value
            if not text.text and due is not None:
                raise InvalidInput(text, debriefs_text.DEBRIEF_ACTION_NEEDED)
            if text.text:
                by = self.query_one(f"#by-{number}", ChoiceField).value or By.ME
                found.append(replace(Commitment(text=text.text), by=by, due=due, session=session, person=person))
        return found
