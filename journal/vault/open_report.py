"""Report what opening a journal found: damage, an unfinished save, an older or forked copy.

`open_file` makes the report; screens and commands show it through the store.
"""

from __future__ import annotations

from collections.abc import Callable

from journal.file_facts import Report, format_older
from journal.vault.files.contents import Contents
from journal.vault.format.frames import Point
from journal.vault.format.replay import Replay
from journal.vault.rollback_anchor import AnchorState


def diagnose(
    data: Contents, found: Replay, *, header_damaged: bool, seen: AnchorState | None, known: Callable[[Point], bool]
) -> tuple[Report, bool]:
    """Return the report on a file (`unfinished` not filled in yet), and whether its tail is an unfinished save.

    `seen` is the anchor, if there is one; `known` returns whether a point is in this file's history.
    """
    unfinished = found.tail_size > 0 and found.unfinished(data, seen.point if seen else None)
    ahead = _ahead(found, seen)
    bad_tail = found.tail_size > 0 and not unfinished
    bad_records = bad_tail or found.damaged or found.snapshot is None
    missing = found.missing + (ahead or bad_tail)
    forked = seen is not None and not bad_records and ahead is None and not known(seen.point)
    behind = None if bad_records else ahead
    report = Report(
        missing=max(1, missing) if bad_records else 0,
        missing_at_least=bad_records and (found.uncounted or bad_tail or bool(ahead) or not found.missing),
        damaged=bad_records or header_damaged,
        newer=found.newer,
        behind=behind,
        rewritten=seen is not None and behind is not None and seen.point.epoch != found.point.epoch,
        anchor_time=seen.time if seen and (behind or forked) else None,
        forked=forked,
    )
    return report, unfinished


def _ahead(found: Replay, seen: AnchorState | None) -> int | None:
    """Return by how many records the anchor is ahead of the file; None if it is not ahead."""
    if seen is None or seen.point[:2] <= found.point[:2]:
        return None
    return max(1, seen.point.seq - found.seq)


def format_went_on(report: Report) -> str:
    """Return the note for a journal that the person goes on with, although this computer last saw another copy."""
    if report.behind:
        return f"went on with a copy that is {format_older(report)} older than the one seen last"
    return "went on with another copy than the one seen last"
