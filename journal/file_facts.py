"""Describe a journal file in plain values: its cost, what a look, a check, opening, a merge or a copy showed.

The vault makes these, the store passes them on, and screens and commands show them. They are separate from the vault so
that the layers above it need not import it. May import only `journal.errors`. They are msgspec's structs, because
making a dataclass costs 0.8 ms of every command's start.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct

from journal.errors import CostRefused, LockHolder

Place = tuple[str, str]
"""The table and the uid of a document."""


class Cost(Struct, frozen=True):
    """The cost of one try at the passphrase: the parameters of Argon2id (RFC 9106)."""

    memory_kib: int
    iterations: int
    lanes: int

    STANDARD: ClassVar[Cost]
    FLOOR: ClassVar[Cost]

    @property
    def short_of_memory(self) -> bool:
        """Return whether a try takes less memory than the standard.

        This is so if `calibrated` found too little memory. The person must be notified.
        """
        return self.memory_kib < Cost.STANDARD.memory_kib

    def check(self) -> None:
        """Raise CostRefused if outside the format's limits, before any memory is used."""
        few_enough = self.memory_kib <= 2 * 1024 * 1024 and self.iterations <= 64 and self.lanes <= 16
        enough = self.lanes >= 1 and self.iterations >= 1 and self.memory_kib >= 8 * self.lanes
        if not (few_enough and enough):
            raise CostRefused()


Cost.STANDARD = Cost(256 * 1024, 3, 4)
Cost.FLOOR = Cost(64 * 1024, 3, 4)


class Look(Struct, frozen=True):
    """What the locked screen can show.

    `foreign`: there is something else at this path. `damaged`: one or both copies of the first page are bad. `saved_at`
    is the file's time in Unix ms; `cost` is the cost of its passphrase.
    """

    exists: bool
    foreign: bool = False
    damaged: bool = False
    newer: bool = False
    holder: LockHolder | None = None
    saved_at: int | None = None
    cost: Cost | None = None
    has_recovery: bool = False
    has_key_file: bool = False


class CheckResult(Struct, frozen=True):
    """The result of a check without the passphrase: complete records, missing ones, an unfinished save at the end.

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
        """Return whether anything is damaged. An unfinished save is not damage."""
        return self.header_damaged or self.missing > 0


class Report(Struct, frozen=True):
    """What opening found. Every field is falsy if all is well.

    `unfinished` is the path with the bytes of an unfinished save: a file set aside, or the journal itself if it was
    opened for reading only.

    `missing` counts records that could not be read; `missing_at_least` means that there may be more, because nothing
    good stands before or after them. `damaged` is any damage, including a bad copy of the first page. `newer` means
    that the file holds records of a later version.

    `behind` counts the saves that this computer saw and this copy lacks; `rewritten` means that the file was rewritten
    since, so `behind` is an upper limit. `forked` means that this copy and the one this computer saw have different
    histories. `anchor_time` (Unix ms) is when this computer saw it.
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
        """Return whether the person must decide to go on with this copy."""
        return bool(self.behind) or self.forked

    @property
    def unreadable(self) -> bool:
        """Return whether records are bad, not only a copy of the first page."""
        return self.missing > 0


def format_older(report: Report) -> str:
    """Return how much older a copy is than what this computer saw: ``14 saves``, ``up to 14 saves``."""
    behind = report.behind or 0
    return f"{'up to ' if report.rewritten else ''}{behind} save{'' if behind == 1 else 's'}"


class Copy(Struct, frozen=True):
    """Another copy of a journal, in its folder. `modified` is in Unix ms.

    `added` and `changed` count the documents that a merge would bring, `deleted` those that it would remove. All three
    are None if the copy has another key: then only its own passphrase can tell.
    """

    path: Path
    modified: int
    added: int | None = None
    changed: int | None = None
    deleted: int | None = None


class EarlierCopy(Struct, frozen=True):
    """An earlier generation, and how many `documents` it adds to a damaged journal.

    `written` is the time of the last save in the part of it that is used (Unix ms). If not `certain`, the damaged file
    no longer says what it was made of, so what this adds may have been deleted or replaced since.
    """

    path: Path
    written: int
    documents: int
    certain: bool = True


class MergeResult(Struct):
    """What a merge brought to the first of the two journals, by place.

    `added` are new documents, `changed` have another text now, `deleted` are gone. `both` were changed on both sides:
    the later text is at that place, and the value lists where the other versions are kept.
    """

    added: list[Place] = []
    changed: list[Place] = []
    deleted: list[Place] = []
    both: dict[Place, list[Place]] = {}

    @property
    def is_news(self) -> bool:
        """Return whether the second journal had anything that the first one lacked."""
        return bool(self.added or self.changed or self.deleted)
