"""What the vault tells of a journal file: plain values that the store passes on to the two faces."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from journal.errors import CostRefused, LockHolder

Place = tuple[str, str]
"""The table and the uid of a document."""


@dataclass(frozen=True)
class Cost:
    """What one try at the passphrase costs: the parameters of Argon2id (RFC 9106)."""

    memory_kib: int
    iterations: int
    lanes: int

    STANDARD: ClassVar[Cost]
    FLOOR: ClassVar[Cost]

    @property
    def short_of_memory(self) -> bool:
        """Whether a try takes less memory than the standard: `calibrated` found too little, which is to be told."""
        return self.memory_kib < Cost.STANDARD.memory_kib

    def check(self) -> None:
        """Raise CostRefused outside the format's limits, before any memory is taken."""
        few_enough = self.memory_kib <= 2 * 1024 * 1024 and self.iterations <= 64 and self.lanes <= 16
        enough = self.lanes >= 1 and self.iterations >= 1 and self.memory_kib >= 8 * self.lanes
        if not (few_enough and enough):
            raise CostRefused()


Cost.STANDARD = Cost(256 * 1024, 3, 4)
Cost.FLOOR = Cost(64 * 1024, 3, 4)


@dataclass(frozen=True)
class Look:
    """What the locked screen can say.

    `foreign`: something stands there that is no journal. `damaged`: a copy of the first page, or both, are bad.
    `saved_at` is the file's time in Unix ms, `cost` that of its passphrase.
    """

    exists: bool
    foreign: bool = False
    damaged: bool = False
    newer: bool = False
    holder: LockHolder | None = None
    saved_at: int | None = None
    cost: Cost | None = None
    has_recovery: bool = False


@dataclass(frozen=True)
class CheckResult:
    """What a check without the passphrase found: whole records, missing ones, an unfinished save at the end.

    `missing_at_least`: there may be more than `missing`, at the beginning or the end of the file.
    """

    records: int
    missing: int
    unfinished: bool
    header_damaged: bool
    newer: bool
    missing_at_least: bool = False

    @property
    def damaged(self) -> bool:
        """Whether anything is damaged; an unfinished save is not."""
        return self.header_damaged or self.missing > 0


@dataclass(frozen=True)
class Report:
    """What opening found; everything is falsy when all is well.

    `unfinished` is where the bytes of an unfinished save are: a file beside, or, opened for reading only, still
    the journal itself. `missing` counts records that could not be read (`missing_at_least`: there may be more, where
    nothing good stands before or behind them); `damaged` is any damage, a bad copy of the
    first page included; `newer` says that it holds records of a later version. `behind` counts the saves that
    this computer saw and this copy does not have (`rewritten`: the file was written anew since, so at most that many),
    `forked` says that this copy went another way than the one this
    computer saw; `anchor_time` (Unix ms) is when it saw that.
    """

    unfinished: Path | None = None
    missing: int = 0
    missing_at_least: bool = False
    damaged: bool = False
    newer: bool = False
    behind: int | None = None
    rewritten: bool = False
    anchor_time: int | None = None
    forked: bool = False

    @property
    def rolled_back(self) -> bool:
        """Whether going on from this copy is the person's choice."""
        return bool(self.behind) or self.forked

    @property
    def unreadable(self) -> bool:
        """Whether records are bad, not only a copy of the first page."""
        return self.missing > 0


def older_words(report: Report) -> str:
    """By how much a copy is older than what this computer saw: ``14 saves``, ``up to 14 saves``."""
    behind = report.behind or 0
    return f"{'up to ' if report.rewritten else ''}{behind} save{'' if behind == 1 else 's'}"


@dataclass(frozen=True)
class Copy:
    """Another copy of a journal, in its folder; `modified` in Unix ms.

    `added` and `changed` count the documents that it would bring, `deleted` those that it would take away. All three
    are None when it has another key, so that only its own passphrase tells.
    """

    path: Path
    modified: int
    added: int | None = None
    changed: int | None = None
    deleted: int | None = None


@dataclass(frozen=True)
class EarlierCopy:
    """An earlier generation, and how many `documents` it adds to a damaged journal.

    `written` is when the last of what it gives from was saved (Unix ms). Not `certain`: the damaged file does not say
    any more what it was made of, so what this adds may have been deleted or replaced since.
    """

    path: Path
    written: int
    documents: int
    certain: bool = True


@dataclass
class MergeResult:
    """What a merge brought to the first of the two journals, by place.

    `added` are new documents, `changed` have another text now, `deleted` are gone; `both` were changed on both sides:
    the later text stands at that place, and the value says where the other ones stand.
    """

    added: list[Place] = field(default_factory=list)
    changed: list[Place] = field(default_factory=list)
    deleted: list[Place] = field(default_factory=list)
    both: dict[Place, list[Place]] = field(default_factory=dict)

    @property
    def is_news(self) -> bool:
        """Whether the first of the two lacked any of it."""
        return bool(self.added or self.changed or self.deleted)
