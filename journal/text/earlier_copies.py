"""What is said before the person continues with a damaged journal: what comes back, and from which earlier copy.

Used by ``journal go-on``, ``journal check --deep`` and the screen that opens a damaged journal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.file_facts import EarlierCopy
from journal.language import translated
from journal.text.counting import count, noun

NOTHING_COMES_BACK: Final = "The earlier copies next to the journal hold nothing of what was lost."
_UNCERTAIN: Final = (
    "The damaged file no longer says which earlier copies it was made from. These hold records that it does not have. "
    "Some were lost; you may have deleted or replaced others:"
)
_ADDED: Final = "If you continue, these records are added. Nothing that can be read is changed or deleted."


def sentences(copies: Sequence[EarlierCopy], local: Callable[[datetime], datetime]) -> list[str]:
    """Return paragraphs and lines about the copies, times converted by ``local``; one sentence where none helps."""
    certain = [copy for copy in copies if copy.certain]
    uncertain = [copy for copy in copies if not copy.certain]
    said = [_certain(certain), *(_line(copy, local) for copy in certain)] if certain else []
    said += [_UNCERTAIN, *(_line(copy, local) for copy in uncertain)] if uncertain else []
    return [*said, _ADDED] if said else [NOTHING_COMES_BACK]


def last_saved(copy: EarlierCopy) -> datetime:
    """Return when the latest record that a copy can give was saved, in UTC."""
    return datetime.fromtimestamp(copy.written / 1000, UTC)


def _certain(copies: Sequence[EarlierCopy]) -> str:
    number = sum(copy.documents for copy in copies)
    copies_named = noun(len(copies), "this earlier copy", "these earlier copies")
    return f"{count(number, 'lost record')} can be restored from {copies_named}:"


def _line(copy: EarlierCopy, local: Callable[[datetime], datetime]) -> str:
    saved = local(last_saved(copy))
    when = f"{format_day(saved.date())} {saved.year}, {saved:%H:%M}"
    return f"  {copy.path.name}, last saved {when}: {copy.documents:,}"


translated(__name__)
