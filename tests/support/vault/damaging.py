"""Damage a journal and what is next to it in every way, from a seed: rot, careless copying, forgery, a buggy program.

A recipe is a list of edits for each file, as in the test vectors (docs/format.md), so it can be shortened and kept.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from journal.vault.format.frames import Sealer
from tests.support.vault.bases import record
from tests.support.vault.invalid import PAYLOADS
from tests.support.vault.journals import record_places
from tests.support.vault.misfortunes import Edit
from tests.support.vault.reader import Journal, Refused, opened
from tests.support.vault.scenes import ANCHOR, GENERATIONS, INBOX, JOURNAL, Scene, scene
from tests.support.vault.vectors import applied

_PAGE, _SECTOR = 4096, 512
_FIELDS = {
    8: 2,
    10: 2,
    12: 4,
    16: 2,
    18: 2,
    20: 4,
    24: 16,
    40: 8,
    48: 1,
    49: 1,
    50: 2,
    64: 16,
    80: 24,
    150: 4,
    4060: 32,
}
"""Offset and size of fields of the first page; the costs are apart, because a random one may take minutes."""
_COSTS = {52: (0, 7, 8, 32, 128, 2**21 + 1, 2**32 - 1), 56: (0, 2, 65), 60: (0, 2, 17)}

_AT_THE_END = ("insert", "zeros", "copy")


@dataclass(frozen=True)
class Recipe:
    """A scene, the edits of each file in it, and the passphrase to try.

    An edit beyond the end of a file does nothing.
    """

    scene: Scene
    edits: dict[str, list[Edit]]
    passphrase: str

    @property
    def damaged(self) -> Scene:
        """Return the scene after the edits."""
        files = dict(self.scene.files)
        bases = files | self.scene.others
        for name, edits in self.edits.items():
            for edit in edits:
                if (
                    edit[1] + (_PAGE if edit[0] in ("page", "frame") else 1) <= len(files[name])
                    or edit[0] in _AT_THE_END
                ):
                    files[name] = applied(bases | {"": files[name]}, "", [edit])
        return replace(self.scene, files=files)

    @property
    def size(self) -> int:
        """Return the number of edits."""
        return sum(map(len, self.edits.values()))


def recipe(seed: int) -> Recipe:
    """Draw a recipe."""
    luck = random.Random(seed)
    found = scene(luck)
    passphrase = luck.choice(found.passphrases[:1] * 5 + found.passphrases) if luck.random() < 0.97 else "a wrong one"
    edits: dict[str, list[Edit]] = {}
    for name, chance in ((JOURNAL, 0.95), *((each, 0.25) for each in GENERATIONS), (INBOX, 0.5), (ANCHOR, 0.1)):
        if name in found.files and luck.random() < chance:
            damage = Damage(luck, found, name, passphrase)
            edits[name] = [edit for _ in range(luck.choice((1, 1, 1, 2, 3))) for edit in damage.some()]
    return Recipe(found, edits, passphrase)


def shortened(whole: Recipe, is_interesting: Callable[[Recipe], bool]) -> Recipe:
    """Leave out edits and files for as long as the recipe stays interesting."""
    shorter = True
    while shorter:
        shorter = False
        for name, edits in list(whole.edits.items()):
            for at in range(len(edits)):
                fewer = replace(whole, edits=whole.edits | {name: edits[:at] + edits[at + 1 :]})
                if is_interesting(fewer):
                    whole, shorter = fewer, True
                    break
        for name in list(whole.scene.files.keys() - {JOURNAL}):
            files, others = dict(whole.scene.files), dict(whole.scene.others)
            others[name] = files.pop(name)
            rest = {each: edits for each, edits in whole.edits.items() if each != name}
            fewer = replace(whole, scene=replace(whole.scene, files=files, others=others), edits=rest)
            if is_interesting(fewer):
                whole, shorter = fewer, True
    return whole


class Damage:
    """Draws edits of one file."""

    def __init__(self, luck: random.Random, found: Scene, name: str, passphrase: str) -> None:
        self.luck, self.scene, self.name, self.passphrase = luck, found, name, passphrase
        self.data = found.files[name]
        self.bases = [each for each in (*found.files, *found.others) if each != ANCHOR]

    def some(self) -> list[Edit]:
        """Return the edits of one kind of damage."""
        simple = (self.flips, self.zeros, self.cut, self.pushed, self.pages)
        with_records = (self.records, self.forged, self.forged, self.ends, self.ends, self.in_between)
        with_pages = (self.page_forged, self.page_of_another, self.copied_over)
        kinds: tuple[Callable[[], list[Edit]], ...] = simple
        if self.name != ANCHOR and self.records_there:
            kinds += with_records
        if self.name not in (ANCHOR, INBOX):
            kinds += (*with_pages, self.sealed, self.sealed, self.sealed)
        return self.luck.choice(kinds)()

    @cached_property
    def records_there(self) -> list[tuple[int, int]]:
        """Return offset and end of every record."""
        return record_places(self.data)

    def spot(self) -> int:
        """Draw an offset, most often one where something of the structure is."""
        size, luck = max(len(self.data), 1), self.luck
        if self.records_there and luck.random() < 0.6:
            start, end = luck.choice([*self.records_there, self.records_there[-1]])
            at = luck.choice((start + luck.randrange(28), start + 28 + luck.randrange(56), luck.randrange(start, end)))
            return min(luck.choice((at, start, end, end - 1, at)), size - 1)
        if luck.random() < 0.5:
            return min(luck.choice((0, _PAGE)) + luck.choice([*_FIELDS, 4092, luck.randrange(_PAGE)]), size - 1)
        return luck.randrange(size)

    def flips(self) -> list[Edit]:
        """Flip single bits."""
        return [("flip", self.spot(), self.luck.randrange(8)) for _ in range(self.luck.choice((1, 1, 2, 4)))]

    def zeros(self) -> list[Edit]:
        """Lose sectors or pages."""
        unit = self.luck.choice((_SECTOR, _PAGE))
        return [("zero", self.spot() // unit * unit, unit * self.luck.choice((1, 1, 2, 3)))]

    def cut(self) -> list[Edit]:
        """Lose the end, and perhaps have zeros there."""
        at = max(self.spot() + self.luck.choice((-1, 0, 0, 1)), 0)
        return [("cut", at), *self.luck.choice(([], [], [("zeros", at, self.luck.choice((300, 512, 9000)))]))]

    def pushed(self) -> list[Edit]:
        """Insert or remove bytes."""
        at, luck = self.spot(), self.luck
        return luck.choice(
            (
                [("remove", at, luck.choice((1, 7, 28, 512, 4096, 9000)))],
                [("insert", at, luck.randbytes(luck.choice((1, 4, 40))).hex())],
                [("zeros", at, luck.choice((1, 512, 4096, 8192)))],
                [("insert", at, "a7524a31")],
            )
        )

    def pages(self) -> list[Edit]:
        """Have a page from another place, or from another time, or two exchanged."""
        count, luck = max(len(self.data) // _PAGE, 1), self.luck
        one, other = luck.randrange(count) * _PAGE, luck.randrange(count) * _PAGE
        if luck.random() < 0.5:
            at = one if luck.random() < 0.6 else other
            return [("remove", one, _PAGE), ("copy", one, luck.choice(self.bases), at, _PAGE)]
        first: list[Edit] = [("remove", one, _PAGE), ("copy", one, self.name, other, _PAGE)]
        return [*first, ("remove", other, _PAGE), ("copy", other, self.name, one, _PAGE)]

    def records(self) -> list[Edit]:
        """Drop, repeat, exchange or splice whole records."""
        luck, there = self.luck, self.records_there
        start, end = luck.choice(there)
        at = luck.choice(there)[luck.randrange(2)]
        base = luck.choice(self.bases)
        theirs = record_places({**self.scene.files, **self.scene.others}[base]) or [(0, _PAGE)]
        begins, ends = luck.choice(theirs)
        drop: Edit = ("remove", start, end - start)
        return luck.choice(
            (
                [drop],
                [("copy", at, self.name, start, end - start)],
                [drop, ("copy", max(at - (end - start) * (at > start), 0), self.name, start, end - start)],
                [("copy", at, base, begins, ends - begins)],
                [drop, ("copy", start, base, begins, ends - begins)],
            )
        )

    def forged(self) -> list[Edit]:
        """Change a record without the key, and make both CRCs right."""
        luck = self.luck
        start, end = luck.choice([*self.records_there, self.records_there[-1]])
        field = luck.choice(((4, 1), (5, 1), (6, 2), (8, 8), (15, 1)))
        value = luck.choice((luck.randbytes(field[1]), bytes(field[1]), (luck.randrange(12)).to_bytes(field[1])))
        changed = luck.choice(
            (("flip", luck.randrange(start + 28, end), luck.randrange(8)), ("set", start + field[0], value.hex()))
        )
        return [changed, ("frame", start)]

    def ends(self) -> list[Edit]:
        """Have something behind the last record."""
        luck, end = self.luck, self.records_there[-1][1]
        base = luck.choice(self.bases)
        ahead = luck.choice((0, 0, 1, 511, 512, 513, 4096, 20_000))
        size = luck.choice((1, 27, 28, 511, 512, 4095, 4096, 4097, 8192))
        start = luck.choice(record_places({**self.scene.files, **self.scene.others}[base]) or [(0, 0)])[0]
        zeros: list[Edit] = [("cut", end), ("zeros", end, ahead)]
        return [*zeros, ("copy", end + ahead, base, start + luck.choice((0, 0, 28, 100)), size)]

    def in_between(self) -> list[Edit]:
        """Have zeros between two records."""
        return [("zeros", self.luck.choice(self.records_there)[0], self.luck.choice((1, 512, 4096, 40_960)))]

    def page_forged(self) -> list[Edit]:
        """Change a field in one or both copies of the first page, with the right CRC."""
        luck = self.luck
        if luck.random() < 0.3:
            at = luck.choice(list(_COSTS))
            value = luck.choice(_COSTS[at]).to_bytes(4)
        else:
            at = luck.choice(list(_FIELDS))
            value = luck.choice((luck.randbytes(_FIELDS[at]), luck.randrange(4).to_bytes(_FIELDS[at])))
        copies = luck.choice(((0, _PAGE), (0,), (_PAGE,)))
        return [edit for start in copies for edit in (("set", start + at, value.hex()), ("page", start))]

    def page_of_another(self) -> list[Edit]:
        """Have one copy or both of another file's first page."""
        luck = self.luck
        at, size = luck.choice(((0, _PAGE), (_PAGE, _PAGE), (0, 2 * _PAGE)))
        return [("remove", at, size), ("copy", at, luck.choice(self.bases), at, size)]

    def copied_over(self) -> list[Edit]:
        """Copy another file over this one in place, and stop early."""
        size = self.luck.choice((_PAGE, 2 * _PAGE, self.luck.randrange(1, len(self.data) + 2), self.spot() + 1))
        return [("remove", 0, size), ("copy", 0, self.luck.choice(self.bases), 0, size)]

    def sealed(self) -> list[Edit]:
        """Have a record of a program that has the key and makes a mistake, or is from a later version."""
        luck = self.luck
        try:
            journal, _ = opened(self.data, self.passphrase)
        except Refused:
            return self.flips()
        at, seq, chain = self._behind(journal)
        kind, payload = luck.choice(PAYLOADS)
        if luck.random() < 0.1:
            kind = luck.choice((0, 5, 6, 7, 255))
        flags = luck.choice((0,) * 12 + (1, 128))
        seq += luck.choice((1,) * 12 + (0, 2, 5))
        chain = luck.choice((chain,) * 9 + (luck.randbytes(32),))
        sealer = Sealer(journal.key, journal.file_id, journal.epoch)
        size = 4096 * -(-(len(payload) + 200) // 4096)
        new = record(sealer, kind, flags, seq, chain, payload, size=size)
        if luck.random() < 0.5:
            return [("cut", at), ("insert", at, new.hex())]
        more = record(sealer, 1, 0, seq + 1, hashlib.sha256(chain + new).digest(), PAYLOADS[0][1])
        return [("cut", at), ("insert", at, (new + more).hex())]

    def _behind(self, journal: Journal) -> tuple[int, int, bytes]:
        """Return offset, seq and chain value after some record: most often the last."""
        luck = self.luck
        numbers = sorted(journal.chains)
        number = luck.choice(numbers) if numbers and luck.random() < 0.5 else journal.seq
        cut = self.records_there[: 1 + numbers.index(number)] if number in numbers else []
        at = cut[-1][1] if cut else journal.end
        return at, number, journal.chains.get(number, journal.chain)
