"""How commitments are asked for and listed around a meeting; a person reads "what we agreed" and "next step"."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.language import translated
from journal.text.debriefs import COMMITMENT_TOO_LARGE, format_promise
from journal.text.labels import label

STATUSES: Final = {
    CommitmentStatus.OPEN: "open",
    CommitmentStatus.DONE: "done",
    CommitmentStatus.CARRIED: "carried over",
    CommitmentStatus.DROPPED: "let go",
}
"""The statuses to choose from; whether it was done late follows from its day."""

BECAME: Final = {status: words for status, words in STATUSES.items() if status is not CommitmentStatus.OPEN}
"""What an open one may have become."""

BECAME_LABEL: Final = "Status"

BY: Final = {By.ME: "me", By.MENTOR: "my mentor", By.BOTH: "both of us"}
KEPT_BY: Final = {By.ME: "by me", By.MENTOR: "by my mentor", By.BOTH: "by both"}

BY_LABEL: Final = "Who does it"
DUE: Final = "By"
DUE_HINT: Final = "thu, +7, 3 Dec"


def new_label(number: int) -> str:
    """Return ``Next step 1``."""
    return f"Next step {number}"


def format_whose(commitment: Commitment, today: date) -> str:
    """Return who keeps it and what it is: ``my mentor · by Sun: the number``."""
    return f"{BY[commitment.by]} · {format_promise(commitment, today)}"


def if_too_large(commitment: Commitment) -> str:
    """Return the question, after a dot, whether to make it smaller; empty while it is small enough."""
    return f" · {COMMITMENT_TOO_LARGE}" if commitment.too_large else ""


def line(commitment: Commitment, today: date) -> str:
    """Return the line of a list: ``me      by Wed: text R. the date``, ``both    done: tidy up``."""
    who = f"{label(commitment.by):<7}"
    if not commitment.is_open:
        return f"{who} {label(commitment.status)}: {commitment.text}"
    return f"{who} {format_promise(commitment, today)}{if_too_large(commitment)}"


def whole_line(commitment: Commitment, today: date) -> str:
    """Return everything that ``line`` says, without its columns: ``my mentor · by Sun: the number``."""
    if not commitment.is_open:
        return f"{BY[commitment.by]} · {label(commitment.status)}: {commitment.text}"
    return f"{format_whose(commitment, today)}{if_too_large(commitment)}"


translated(__name__)
