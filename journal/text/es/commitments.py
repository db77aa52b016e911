"""How commitments are asked for and listed around a meeting; a person reads "lo que acordamos" and "próximo paso"."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.commitments import By, Commitment, CommitmentStatus
from journal.text.es.debriefs import COMMITMENT_TOO_LARGE, format_promise
from journal.text.es.labels import label

STATUSES: Final = {
    CommitmentStatus.OPEN: "pendiente",
    CommitmentStatus.DONE: "hecho",
    CommitmentStatus.CARRIED: "aplazado",
    CommitmentStatus.DROPPED: "descartado",
}
"""The statuses to choose from; whether it was done late follows from its day."""

BECAME: Final = {status: words for status, words in STATUSES.items() if status is not CommitmentStatus.OPEN}
"""What an open one may have become."""

BECAME_LABEL: Final = "Estado"

BY: Final = {By.ME: "yo", By.MENTOR: "mi mentor", By.BOTH: "los dos"}
KEPT_BY: Final = {By.ME: "por mí", By.MENTOR: "por mi mentor", By.BOTH: "por los dos"}

BY_LABEL: Final = "Quién lo hace"
DUE: Final = "Para"
DUE_HINT: Final = "jue, +7, 3 dic"


def new_label(number: int) -> str:
    """Return ``Próximo paso 1``."""
    return f"Próximo paso {number}"


def format_whose(commitment: Commitment, today: date) -> str:
    """Return who keeps it and what it is: ``mi mentor · para el dom: el número``."""
    return f"{BY[commitment.by]} · {format_promise(commitment, today)}"


def if_too_large(commitment: Commitment) -> str:
    """Return the question, after a dot, whether to make it smaller; empty while it is small enough."""
    return f" · {COMMITMENT_TOO_LARGE}" if commitment.too_large else ""


def line(commitment: Commitment, today: date) -> str:
    """Return the line of a list: ``yo      para el mié: darle la fecha a R.``, ``los dos hecho: ordenar``."""
    who = f"{label(commitment.by):<7}"
    if not commitment.is_open:
        return f"{who} {label(commitment.status)}: {commitment.text}"
    return f"{who} {format_promise(commitment, today)}{if_too_large(commitment)}"


def whole_line(commitment: Commitment, today: date) -> str:
    """Return everything that ``line`` says, without its columns: ``mi mentor · para el dom: el número``."""
    if not commitment.is_open:
        return f"{BY[commitment.by]} · {label(commitment.status)}: {commitment.text}"
    return f"{format_whose(commitment, today)}{if_too_large(commitment)}"
