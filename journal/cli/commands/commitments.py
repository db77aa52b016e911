"""What was promised, as lines or as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from journal.cli.context import Door, command, json_option
from journal.cli.output import columns, put
from journal.domain.commitments import Commitment, in_order, kept
from journal.text.debriefs import COMMITMENTS_NONE, due_words, kept_words


@command("commitments")
@json_option
def commitments(door: Door, *, as_json: bool) -> None:
    """What was promised: what is open first, by its day."""
    with door.reading() as journal:
        today, ordered = journal.today(), in_order(journal.commitments.all())
        lines = [*columns(_cells(one, today) for one in ordered), *kept_words(kept(ordered, today))]
        put(lines, map(_plain, ordered), as_json=as_json, otherwise=COMMITMENTS_NONE)


COMMANDS = {command.name: command for command in (commitments,)}


def _cells(commitment: Commitment, today: date) -> tuple[str, ...]:
    carried = f"carried over {commitment.carried} times" if commitment.carried > 1 else ""
    due = due_words(commitment, today) if commitment.is_open else ""
    return commitment.text, commitment.by, commitment.status, due, carried


def _plain(commitment: Commitment) -> dict[str, Any]:
    """What a script may want of it, under the names of its fields."""
    names = ("uid", "text", "by", "due", "status", "carried", "closed_on", "debrief", "session")
    return {name: getattr(commitment, name) for name in names} | {"open": commitment.is_open}
