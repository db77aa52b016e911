"""What was promised at the last meeting and what became of it, and at most three new promises, of either side."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.domain.commitments import (
    MOST_NEW,
    By,
    Commitment,
    CommitmentStatus,
    carried,
    done,
    dropped,
    in_order,
)
from journal.text import debriefs as debriefs_text
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.plain_text import Plain

BECAME: Final = (
    (CommitmentStatus.DONE, "done"),
    (CommitmentStatus.CARRIED, "carried over"),
    (CommitmentStatus.DROPPED, "let go"),
)
"""What may be said of a promise; saying nothing leaves it open."""

BY: Final = ((By.ME, "me"), (By.MENTOR, "my mentor"), (By.BOTH, "both of us"))


def open_with(commitments: Iterable[Commitment], person: str) -> list[Commitment]:
    """What is open with a person (a uid), or with nobody named; overdue first."""
    return [one for one in in_order(commitments) if one.is_open and (not person or one.person in ("", person))]


def promise_line(one: Commitment, today: date) -> str:
    """``my mentor · by Sun: the number``: who keeps it, and what it is."""
    return f"{dict(BY)[one.by]} · {debriefs_text.promise_words(one, today)}"


class LastPromises(Vertical):
    """Each one that is open, and what became of it."""

    DEFAULT_CSS = """
    LastPromises { height: auto; }
    LastPromises .promise { margin-top: 0; }
    """

    def __init__(self, commitments: list[Commitment], today: date) -> None:
        super().__init__()
        self._commitments = commitments
        self._today = today

    def compose(self) -> ComposeResult:
        """The promise on a line, and under it what may be said of it."""
        for one in self._commitments:
            whose = promise_line(one, self._today)
            yield Plain(
                f"{whose} · {debriefs_text.COMMITMENT_TOO_LARGE}" if one.too_large else whose, classes="promise"
            )
            yield ChoiceField("It is", BECAME, id=f"became-{one.uid}")

    def changed(self, next_due: date | None) -> list[Commitment]:
        """Those that something became of; one carried over is due by the next meeting, if there is one."""
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
    """What, who keeps it, and by when, three times."""

    DEFAULT_CSS = """
    NewPromises { height: auto; }
    NewPromises > Vertical { height: auto; margin-bottom: 1; }
    """

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """The next is there from the start, so that nothing moves while it is written."""
        for number in range(MOST_NEW):
            by = ChoiceField("Who keeps it", BY, id=f"by-{number}")
            by.choice.choose(By.ME)
            with Vertical():
                yield TextField(f"Promise {number + 1}", id=f"promise-{number}")
                yield by
                yield DayField("By", id=f"due-{number}", today=self._today, hint="thu, +7, 3 Dec", prefer_future=True)

    def made(self, session: str, person: str) -> list[Commitment]:
        """Those that say something, of a meeting with a person (uids). Raises ``InvalidInput``."""
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
