"""Make the journals that the test vectors start from; see vectors.py."""

from __future__ import annotations

import hashlib
import hmac
import json
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from journal.file_facts import Cost
from journal.vault.crypto.cobblestone import seal
from journal.vault.crypto.keys import Keys, new_recovery_words
from journal.vault.format.frames import SNAPSHOT_END, SNAPSHOT_PART, TRANSACTION, Sealer
from journal.vault.format.header import HEADERS
from journal.vault.format.payloads import Delete, Put, Stored
from journal.vault.rewrite import NewFile
from journal.vault.vault import Vault

PLACE = Path(__file__).parents[2] / "fixtures" / "vectors"
LIST = PLACE / "vectors.json"
PASSPHRASE = "a sober morning"
OTHER = "another morning"
COMPOSED = "Brücke über Ärger – Ω"

_CHEAP = Cost(64, 1, 1)
_START = 1_764_000_000_000


def entry(number: int, text: str = "") -> Put:
    """Return a change that puts an entry."""
    return Put("entries", f"{number:032x}", {"text": text or f"entry {number}", "mood": number % 10})


def record(sealer: Sealer, kind: int, flags: int, seq: int, prev: bytes, payload: bytes, *, size: int = 4096) -> bytes:
    """Return a record that this version does not write, sealed with the right key."""
    context = b"rj1/rec\0" + sealer.file_id + sealer.epoch.to_bytes(8) + bytes([kind, flags]) + seq.to_bytes(8)
    plain = ((36 + len(payload)).to_bytes(4) + prev + payload).ljust(size - 28 - 72, b"\0")
    body = seal(sealer.key, context, plain)
    frame = b"\xa7RJ1" + bytes([kind, flags, 0, 0]) + seq.to_bytes(8) + len(body).to_bytes(4)
    frame += zlib.crc32(body).to_bytes(4)
    return frame + zlib.crc32(frame).to_bytes(4) + body


def later_page(data: bytes, keys: Keys) -> bytes:
    """Return a journal with a first page of a later minor: an advisory flag, and a slot of an unknown kind."""
    slot = bytes([9, 9, 0, 7]) + hashlib.sha256(b"a slot of a later kind").digest() * 5
    count = int.from_bytes(data[18:20])
    fixed = data[:10] + (7).to_bytes(2) + data[12:18] + (count + 1).to_bytes(2) + b"\0\1\0\0" + data[24:48]
    page = (fixed + slot[:136] + data[48 : 48 + 136 * count]).ljust(4060, b"\0")
    page += hmac.digest(keys.header, page, "sha256")
    return (page + zlib.crc32(page).to_bytes(4)) * 2 + data[HEADERS:]


class Maker:
    """Makes the journals, in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._time = _START
        self.made: dict[str, bytes] = {}
        self.words: dict[str, str] = {}
        self.key_files: dict[str, str] = {}

    def all(self) -> None:
        """Make every journal."""
        self._walk()
        self._merged()
        self._grown()
        self._large()
        self._composed()
        self._later()
        self._wrong()
        self._keyed()

    def _now(self) -> int:
        self._time += 1000
        return self._time

    def _create(self, name: str, passphrase: str = PASSPHRASE, *, words: bool = True) -> Vault:
        if words:
            self.words[name] = new_recovery_words()
        path = self._folder / name
        return Vault.create(path, passphrase, recovery_words=self.words.get(name), cost=_CHEAP, now=self._now)

    def _keep(self, name: str, vault: Vault, end: str = "") -> None:
        self.made[name] = (self._folder / f"{vault.path.name}{end}").read_bytes()

    def _walk(self) -> None:
        """Make `walk` and `twin`, and `fork`: a copy of `walk` that diverged after its fifth record."""
        with self._create("walk") as vault:
            vault.commit([entry(1)])
            vault.commit([entry(2, "a walk by the canal – 🌱")])
            vault.commit([entry(3), Put("cravings", f"{9:032x}", {"intensity": 7, "helped": ["breath"], "x": 0.5})])
            vault.commit([entry(4), entry(5), Delete("entries", f"{2:032x}")])
            middle = vault.path.read_bytes()
            vault.commit([entry(6)])
            vault.commit([Put("cravings", f"{9:032x}", {"intensity": 4, "note": None}), entry(7)])
            self._keep("walk", vault)
        (self._folder / "fork").write_bytes(middle)
        with Vault.open(self._folder / "fork", PASSPHRASE, now=self._now) as vault:
            for number in (16, 17, 18):
                vault.commit([entry(number)])
            self._keep("fork", vault)
        with self._create("twin") as vault:
            for number in range(31, 35):
                vault.commit([entry(number)])
            self._keep("twin", vault)

    def _merged(self) -> None:
        """Make `merged` from `walk` and `fork`, so that its `from` names the last record of both."""
        with (
            Vault.open(self._folder / "walk", PASSPHRASE) as one,
            Vault.open(self._folder / "fork", PASSPHRASE) as other,
        ):
            one_file, other_file = one._file, other._file
            state = other_file.state.copy()
            for name, table in one.tables.items():
                state.apply(Stored.of(name, uid, document) for uid, document in table.items())
            header, origins = replace(one_file.header, epoch=2), [one_file.point, other_file.point]
            draft = NewFile(header, one_file.keys, state, 10, origins, self._now(), "merged with another copy")
        self.made["merged"] = draft.written()
        self.words["merged"] = self.words["walk"]

    def _grown(self) -> None:
        """Make `grown`, in its third epoch, with a second passphrase; `grown-1` is the generation before."""
        with self._create("grown") as vault:
            vault.commit([entry(number) for number in range(1, 4)])
            vault.commit([Delete("entries", f"{2:032x}")])
            vault.compact()
            vault.commit([entry(4)])
            vault.commit([entry(1, "written again")])
            vault.change_keys(passphrase=OTHER, cost=_CHEAP)
            vault.commit([entry(5)])
            vault.commit([Delete("entries", f"{1:032x}")])
            self._keep("grown", vault)
            self._keep("grown-1", vault, ".1")
        self.words["grown-1"] = self.words["grown"]

    def _large(self) -> None:
        """Make `large`, with one document of four chunks, and a snapshot of several parts."""
        with self._create("large", words=False) as vault:
            vault.commit([entry(1, "long " * 10_000), *(entry(number, "line\n" * 500) for number in range(2, 12))])
            vault.compact()
            vault.commit([entry(12)])
            self._keep("large", vault)

    def _composed(self) -> None:
        """Make `composed`: its passphrase has letters with two Unicode forms; it has no recovery words."""
        with self._create("composed", COMPOSED, words=False) as vault:
            vault.commit([entry(1)])
            self._keep("composed", vault)

    def _later(self) -> None:
        """Make `minor` and `future` of later versions, and `nonsense`, which is sealed with its own key but invalid."""
        put = b'[["put","entries","%032x",{"text":"entry %d","updated_at":1,"revisions":["%016x"]}]]'
        two, three = put % (2, 2, 2), put % (3, 3, 3)
        with self._create("minor") as vault:
            vault.commit([entry(1)])
            self._keep("minor", vault)
            self.made["minor"] = later_page(self.made["minor"], vault._file.keys)
        kinds = [(7, 0, b"of a later kind"), (TRANSACTION, 0, two), (TRANSACTION, 1, b"with a flag")]
        self._continued("future", [*kinds, (TRANSACTION, 0, three)])
        self._continued("nonsense", [(TRANSACTION, 0, b'[["jump","entries"]]'), (TRANSACTION, 0, three)])
        self._continued("late-part", [(SNAPSHOT_PART, 0, two), (TRANSACTION, 0, three)])

    def _wrong(self) -> None:
        """Make journals that are sealed with the right key but wrong.

        `skipped` lacks a seq, `padded` has too many zeros, and the others have a snapshot end that does not match.
        """
        part = b'[["put","entries","%032x",{"text":"entry 1","updated_at":1,"revisions":["%016x"]}]]' % (1, 1)
        right = {"at": 1, "parts": 1, "documents": {"entries": 1}, "deleted": 0, "from": []}
        right |= {"sha256": hashlib.sha256(part).hexdigest()}
        for name, wrong in (
            ("wrong-digest", {"sha256": "00" * 32}),
            ("wrong-count", {"documents": {"entries": 2}}),
            ("wrong-from", {"from": [[1, 0, "00" * 32]]}),
            ("skipped", {}),
            ("padded", {}),
        ):
            end = json.dumps(right | wrong).encode()
            second = 3 if name == "skipped" else 2
            self._sealed(
                name, [(SNAPSHOT_PART, 1, part), (SNAPSHOT_END, second, end)], 8192 if name == "padded" else 4096
            )

    def _keyed(self) -> None:
        """Make `keyed`, which a key file opens, too; `keyed-again` is the same with a new key file and passphrase."""
        with self._create("keyed") as vault:
            vault.commit([entry(1)])
            for name, passphrase in (("keyed", None), ("keyed-again", OTHER)):
                key_file = self._folder / f"{name}.key"
                if passphrase:
                    vault.change_keys(passphrase=passphrase, cost=_CHEAP)
                vault.make_key_file(key_file)
                vault.commit([entry(2, name)])
                self.key_files[name] = key_file.read_text(encoding="ascii")
                self.made[name] = vault.path.read_bytes()
        self.words["keyed-again"] = self.words["keyed"]

    def _sealed(self, name: str, records: Iterable[tuple[int, int, bytes]], size: int) -> None:
        with self._create(name) as vault:
            self.made[name] = vault.path.read_bytes()[:HEADERS]
            chain = vault._file.sealer.start
            for kind, seq, payload in records:
                sealed = record(vault._file.sealer, kind, 0, seq, chain, payload, size=size)
                chain = hashlib.sha256(chain + sealed).digest()
                self.made[name] += sealed

    def _continued(self, name: str, records: Iterable[tuple[int, int, bytes]]) -> None:
        with self._create(name) as vault:
            vault.commit([entry(1)])
            self._keep(name, vault)
            _, seq, chain = vault._file.point
            for kind, flags, payload in records:
                seq += 1
                sealed = record(vault._file.sealer, kind, flags, seq, chain, payload)
                chain = hashlib.sha256(chain + sealed).digest()
                self.made[name] += sealed


def make() -> None:
    """Make each journal that does not exist yet."""
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        maker = Maker(Path(folder))
        maker.all()
    found = json.loads(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}
    keys = found.get("journals", {})
    for name, data in maker.made.items():
        if name not in keys:
            (PLACE / f"{name}.rj").write_bytes(data)
            keys[name] = {"passphrase": passphrase_of(name)}
            keys[name] |= {"recovery_words": maker.words[name]} if name in maker.words else {}
            keys[name] |= {"key_file": maker.key_files[name]} if name in maker.key_files else {}
    LIST.write_text(json.dumps(found | {"journals": keys}), encoding="utf-8")


def passphrase_of(name: str) -> str:
    """Return the passphrase of a journal."""
    return {"grown": OTHER, "composed": COMPOSED, "keyed-again": OTHER}.get(name, PASSPHRASE)
