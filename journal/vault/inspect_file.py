"""Find out what can be known about a journal without its passphrase. Never changes a byte.

The locked screen uses `look`; `journal check`, restoring and the list of copies use `check`. Imports the format and
`lock`, but no key derivation.
"""

from __future__ import annotations

from pathlib import Path

from journal.errors import Damaged, NewerFormat, NoJournal, VaultError
from journal.file_facts import CheckResult, Look
from journal.vault.files.contents import Contents, open_contents, read_start
from journal.vault.files.disk import Disk
from journal.vault.files.lock import who_holds
from journal.vault.format.frames import KINDS, SNAPSHOT_END, is_one_save, is_torn, walk, whole_frame
from journal.vault.format.header import HEADERS, KEY_FILE, PASSPHRASE, RECOVERY, Headers


def look(path: Path, disk: Disk | None = None) -> Look:
    """Return what is quickly known about the journal at `path`."""
    disk = disk or Disk()
    try:
        headers = read_headers(disk, path)
        saved_at = disk.modified(path)
    except (NoJournal, FileNotFoundError):
        return Look(exists=False)
    except NewerFormat:
        return Look(exists=True, newer=True)
    except Damaged:
        return Look(exists=True, damaged=True)
    except VaultError:
        return Look(exists=True, foreign=True)
    costs = [slot.cost for slot in headers.header.slots_of(PASSPHRASE)]
    return Look(
        exists=True,
        damaged=headers.damaged,
        holder=who_holds(disk, path),
        saved_at=saved_at,
        cost=costs[0] if costs else None,
        has_recovery=bool(headers.header.slots_of(RECOVERY)),
        has_key_file=bool(headers.header.slots_of(KEY_FILE)),
    )


def check(path: Path, disk: Disk | None = None) -> CheckResult:
    """Check the whole file by its checksums. Raises what opening raises before it asks for the passphrase."""
    with open_contents(disk or Disk(), path) as data:
        return checked(data)


def checked(data: Contents) -> CheckResult:
    """Check a file that is already open, as `check` does."""
    headers = headers_of(data)
    end, last, ended, missing, records = HEADERS, 0, False, 0, 0
    newer = uncounted = False
    for at, frame in walk(data, HEADERS, whole_frame):
        if at != end or (last and frame.seq != last + 1):
            missing += max(frame.seq - last - 1, 1) if last else 1
            uncounted = uncounted or not last or frame.seq == last + 1
        end, last, records = at + frame.size, frame.seq, records + 1
        ended = ended or frame.kind == SNAPSHOT_END
        newer = newer or frame.kind not in KINDS or frame.flags != 0
    tail = data.end > end
    unfinished = tail and ended and not missing and is_one_save(data, end) and is_torn(data, end)
    missing += tail and not unfinished
    uncounted = uncounted or (tail and not unfinished) or not ended
    return CheckResult(records, missing or int(not ended), unfinished, headers.damaged, newer, uncounted)


def read_headers(disk: Disk, path: Path) -> Headers:
    """Read the first pages of a file. Raises what `Headers.read` and `read_start` raise."""
    return Headers.read(read_start(disk, path, HEADERS))


def headers_of(data: Contents) -> Headers:
    """Read the first pages of an open file. Raises what `Headers.read` raises."""
    return Headers.read(bytes(data.view(0, HEADERS)))
