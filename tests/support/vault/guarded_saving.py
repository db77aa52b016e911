"""Check what the comparisons and rules of a save are for: every check raises Lost where one is missing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from journal.errors import NotSaved
from tests.support.vault.guarded import opened, put, written
from tests.support.vault.journals import record_places, whole_file
from tests.support.vault.survival import PLACE, Lost


def no_salt_is_there_twice() -> None:
    """Check that three records whose keys were derived between the saves have three salts."""
    disk = written()
    vault = opened(disk)
    for number in (3, 4, 5):
        vault.do_upkeep()
        vault.commit([put(number)])
    data = whole_file(disk, PLACE)
    salts = [data[start + 28 : start + 52] for start, _ in record_places(data)]
    if len(set(salts)) < len(salts):
        raise Lost("two records were sealed with one salt")


def a_file_with_another_name_is_not_written_in() -> None:
    """Check that nothing is written to the journal once someone has made another hard link to it between two saves."""
    disk = written()
    vault = opened(disk)
    vault.commit([put(3)])
    disk.link(PLACE, Path("/home/other"))
    there = whole_file(disk, PLACE)
    with suppress(NotSaved):
        vault.commit([put(4)])
    if whole_file(disk, PLACE) != there:
        raise Lost("a file with two names was written in")
