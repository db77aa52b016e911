"""Check files on the simulated disk with the independent reader: merges, damage, forks, old keys, erased words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal.vault.format.payloads import Deleted, Stored, decode_document
from journal.vault.format.state import State
from journal.vault.merge import merge
from tests.support.simulation.places import Broken, May, Secrets
from tests.support.simulation.views import View, view_of_documents
from tests.support.vault.healing_reader import Entries, healed, ids
from tests.support.vault.journals import whole_file
from tests.support.vault.model import Model
from tests.support.vault.reader import Journal, Refused, opened


class Payloads(Journal):
    """A file of which every payload is kept, also those of records that were replaced later."""

    def _apply(self, kind: int, payload: bytes) -> None:
        self.__dict__.setdefault("payloads", []).append(payload)
        super()._apply(kind, payload)


@dataclass(frozen=True)
class Seen:
    """What the independent reader finds in a file: is it damaged, does an unfinished save follow, what is readable, and
    what is there after going on with the damage.
    """

    damaged: bool
    torn: bool
    readable: View
    healed: View
    seq: int


def read(disk: Model, path: Path, secrets: Iterable[Secrets], *, anchored: bool) -> tuple[Secrets, Seen]:
    """Read a file with the first of these secrets that opens it. Raises Refused if none does."""
    data = whole_file(disk, path)
    refused: Refused = Refused("nothing to try")
    for each in secrets:
        try:
            journal, _ = opened(data, each.passphrase)
        except Refused as error:
            refused = error
            continue
        rest = data[journal.end :].strip(b"\0")
        torn = bool(rest) and not journal.bad and journal.ended and journal._torn(anchored)
        damaged = journal.bad or not journal.ended or (bool(rest) and not torn)
        readable = journal.entries()
        beside = [path.with_name(f"{path.name}.{number}") for number in range(1, 5)]
        data_beside = [whole_file(disk, each) if disk.exists(each) else b"" for each in beside]
        entries = healed(journal, data_beside)[0] if damaged else readable
        return each, Seen(damaged, torn, view_of_documents(readable), view_of_documents(entries), journal.seq)
    raise refused


def entries_of(state: State) -> Entries:
    """Return a state in the form of the independent reader."""
    documents = {(name, uid): each for name, table in state.tables.items() for uid, each in table.items()}
    return {**documents, **{place: [each.time, each.revisions] for place, each in state.deleted.items()}}


def state_of_entries(entries: Entries) -> State:
    """Return entries as a state of the product."""
    state = State()
    for (table, uid), entry in entries.items():
        operation = Stored.of(table, uid, entry) if isinstance(entry, dict) else Deleted(table, uid, *entry)
        state.apply([operation])
    return state


def merged_view(ours: State, theirs: Entries) -> View:
    """Return the view after a merge, after checking it: no document is lost, none invented, a deletion stays one."""
    other = state_of_entries(theirs)
    both = entries_of(merge(ours, other).state)
    mine = entries_of(ours)
    for one, another in ((mine, theirs), (theirs, mine)):
        superseded = {version for entry in another.values() for version in _superseded(entry)}
        for (table, uid), entry in one.items():
            if isinstance(entry, dict) and ids(entry)[0] not in superseded and not _is_in(table, entry, both):
                raise Broken(f"a merge loses {table} {uid}")
    for place, entry in both.items():
        if isinstance(entry, dict) and not (_is_in(place[0], entry, mine) or _is_in(place[0], entry, theirs)):
            raise Broken(f"a merge invents {place}")
        for one, another in ((mine, theirs), (theirs, mine)):
            gone = one.get(place)
            dead = isinstance(gone, list) and isinstance(another.get(place), dict) and ids(another[place])[0] in gone[1]
            dead = dead and not _is_in(place[0], another[place], one)  # else it lives on there under another uid
            if dead and isinstance(entry, dict) and ids(entry)[0] == ids(another[place])[0]:
                raise Broken(f"a merge brings back {place}")
    if merge(state_of_entries(both), other).is_news:
        raise Broken("a second merge brings something new")
    return view_of_documents(both)


def _superseded(entry: Any) -> list[str]:
    """Return the versions that an entry replaced."""
    return ids(entry) if isinstance(entry, list) else ids(entry)[1:]


def _is_in(table: str, document: Any, entries: Entries) -> bool:
    return any(
        isinstance(other, dict) and name == table and _body(other) == _body(document)
        for (name, _), other in entries.items()
    )


def _body(document: Any) -> Any:
    return json.dumps({name: value for name, value in document.items() if name not in ("updated_at", "revisions")})


def documents_of(state: State) -> Entries:
    """Return the documents of a state, decoded without the product's records."""
    return {(name, uid): decode_document(raw) for name, table in state.tables.items() for uid, raw in table.raw.items()}


def no_file_opens_with(disk: Model, path: Path, retired: Iterable[str]) -> None:
    """Raise Broken if an earlier passphrase opens any file in the journal's folder."""
    for file in _journals(disk, path):
        for passphrase in retired:
            try:
                opened(whole_file(disk, file), passphrase)
            except Refused:
                continue
            raise Broken(f"an earlier passphrase opens {file.name}")


def nothing_else_is_decrypted(disk: Model, path: Path, may: May, known: Iterable[str]) -> None:
    """Raise Broken if a text that is not in the view is in any record of any file that opens."""
    assert may.view is not None
    for file in _journals(disk, path):
        try:
            journal, _ = opened(whole_file(disk, file), may.secrets.passphrase)
        except Refused:
            continue
        again = Payloads(journal.data, journal.key, journal.file_id, journal.epoch)
        held = b"".join(again.__dict__.get("payloads", []))
        for text in known:
            if text.encode() in held:
                raise Broken(f"{file.name} still holds an erased text: {text[:20]}")


def _journals(disk: Model, path: Path) -> list[Path]:
    names = [name for name in disk.names(path.parent) if name.startswith(path.name)]
    passing = (".lock", ".reserve", ".inbox", ".new")
    return [path.with_name(name) for name in names if not name.endswith(passing) and ".inbox" not in name]
