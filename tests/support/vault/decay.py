"""Work out, with the independent reader, what a damaged journal on a disk in memory lost and what must come back."""

from __future__ import annotations

from dataclasses import dataclass

from journal.vault.format.payloads import Deleted, Stored, decode_document
from journal.vault.format.state import State
from journal.vault.vault import Vault
from tests.support.vault.healing_reader import Entries, Gave, healed, ids
from tests.support.vault.journals import whole_file
from tests.support.vault.model import Model
from tests.support.vault.reader import Journal
from tests.support.vault.survival import PLACE


@dataclass(frozen=True)
class Damage:
    """What can be read of a damaged journal, and what must be there after accepting the damage.

    `gave` says which generations add to it, see `healing_reader`.
    """

    readable: State
    healed: State
    gave: Gave

    @classmethod
    def of(cls, disk: Model, vault: Vault) -> Damage:
        """Return the damage of the journal, which `vault` had open before."""
        keys, header = vault._file.keys, vault._file.header
        journal = Journal(whole_file(disk, PLACE), keys.record, header.file_id, header.epoch)
        assert journal.bad
        beside = [PLACE.with_name(f"{PLACE.name}.{number}") for number in range(1, 5)]
        entries, gave = healed(journal, [whole_file(disk, path) if disk.exists(path) else b"" for path in beside])
        return cls(_state(journal.entries()), _state(entries), gave)

    @property
    def is_certain(self) -> bool:
        """Return whether everything that comes back belongs to the past of the journal."""
        return all(certain for _, _, certain in self.gave)

    def brings_back_only(self, truth: State) -> None:
        """Assert that nothing comes back, for certain, that was not there, and that nothing readable changes."""
        for place in self.healed.places():
            entry = self.healed.at(place)
            if place in self.readable.places():
                assert entry == self.readable.at(place)
            elif self.is_certain:
                assert _ids(entry)[0] in _ids(truth.at(place)), place

    def brings_back_all(self, held: State) -> None:
        """Assert that everything readable stays, and that the rest is what the generations hold, if that is certain."""
        expected = self.readable.copy()
        expected.apply(entry for place in held.places() - expected.places() if (entry := held.at(place)))
        assert self.healed == expected or not self.is_certain


def _state(entries: Entries) -> State:
    state = State()
    for (table, uid), entry in entries.items():
        is_document = isinstance(entry, dict)
        state.apply([Stored.of(table, uid, entry) if is_document else Deleted(table, uid, *entry)])
    return state


def _ids(entry: Stored | Deleted | None) -> list[str]:
    if isinstance(entry, Deleted):
        return entry.revisions
    return [] if entry is None else ids(decode_document(entry.document))
