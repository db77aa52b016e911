"""Make journals to damage, with everything next to them: moments in the lives of `workload`, and the test vectors.

A scene is drawn from a seed and is the same in every run of the same program.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from tests.support.vault.bases import LIST, passphrase_of
from tests.support.vault.inbox_vectors import inboxes
from tests.support.vault.media import Image
from tests.support.vault.model import Model
from tests.support.vault.survival import ANCHORS, PLACE, laboratory
from tests.support.vault.vectors import anchor_file, journals
from tests.support.vault.workload import Workload

JOURNAL, INBOX, ANCHOR = PLACE.name, PLACE.name + ".inbox", "anchor"
GENERATIONS = tuple(f"{JOURNAL}.{number}" for number in range(1, 5))

_SAVES = 22
_LIVES = 12
_MOMENTS = 12
"""Every so many operations of the disk a life is looked at."""
_RELATED = {
    "grown": ("grown-1",),
    "grown-1": ("grown",),
    "merged": ("walk", "fork"),
    "walk": ("fork", "merged"),
    "fork": ("walk", "twin"),
}


@dataclass(frozen=True)
class Scene:
    """A journal, its generations, inbox and anchor, by name; what opens it; and other files to take bytes from."""

    files: dict[str, bytes]
    passphrases: tuple[str, ...]
    anchor_name: str
    others: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def image(self) -> Image:
        """Return the scene as it stands on a disk."""
        home, files = str(PLACE.parent), dict[str, tuple[int, bytes]]()
        for number, (name, data) in enumerate(self.files.items()):
            path = str(ANCHORS / self.anchor_name) if name == ANCHOR else f"{home}/{name}"
            files[path] = number, data
        return Image((home, str(ANCHORS.parent), str(ANCHORS)), files)


def scene(luck: random.Random) -> Scene:
    """Draw a scene."""
    return _of_a_vector(luck) if luck.random() < 0.3 else _of_a_life(luck)


def _of_a_life(luck: random.Random) -> Scene:
    moments = _life(luck.randrange(_LIVES))
    number = luck.randrange(len(moments))
    stale, later, other = moments[luck.randrange(number + 1)], luck.choice(moments[number:]), luck.choice(_life(0))
    here = moments[number]
    others = {"stale": stale.files[JOURNAL], "later": later.files[JOURNAL], "other": other.files[JOURNAL]}
    anchors = [each.files[ANCHOR] for each in (here, here, stale, later, other) if ANCHOR in each.files]
    files = dict(here.files)
    if anchors and luck.random() < 0.3:
        files[ANCHOR] = luck.choice(anchors)
    return Scene(files, tuple(dict.fromkeys(here.passphrases + later.passphrases)), here.anchor_name, others)


def _of_a_vector(luck: random.Random) -> Scene:
    known, anchors = journals(), _listed()["anchors"]
    name = luck.choice([*known, *_RELATED])
    beside = [luck.choice([*_RELATED.get(name, ()), name]) for _ in range(luck.randrange(3))]
    files = {JOURNAL: known[name], **{GENERATIONS[at]: known[each] for at, each in enumerate(beside)}}
    if luck.random() < 0.5:
        files[ANCHOR] = anchor_file(luck.choice(list(anchors.values())))
    if luck.random() < 0.3:
        files[INBOX] = luck.choice(list(inboxes().values()))
    return Scene(files, (passphrase_of(name),), known[name][24:40].hex(), {"other": known[luck.choice(list(known))]})


@lru_cache(1)
def _listed() -> Any:
    return json.loads(LIST.read_text(encoding="utf-8"))


@lru_cache(_LIVES)
def _life(seed: int) -> list[Scene]:
    """Return many moments of a life, in order."""

    def looked_at(disk: Model, point: int) -> Iterable[Image]:
        return [disk.image()] if point % _MOMENTS == seed else []

    anchors = ANCHORS if seed % 3 else None
    with laboratory(seed):
        life = Workload(seed, looked_at, links=seed % 2 == 0, anchors=anchors, period=_SAVES)
        crashes = [(each.left, each.expected.passphrases) for each in life.crashes(_SAVES)]
    return [_moment(image, passphrases) for image, passphrases in crashes if str(PLACE) in image.files]


def _moment(image: Image, passphrases: tuple[str, ...]) -> Scene:
    there = {Path(path): data for path, (_, data) in image.files.items()}
    names = (JOURNAL, INBOX, *GENERATIONS)
    files = {path.name: data for path, data in there.items() if path.parent == PLACE.parent and path.name in names}
    anchor_name = files[JOURNAL][24:40].hex()
    own = there.get(ANCHORS / anchor_name)
    return Scene(files if own is None else files | {ANCHOR: own}, tuple(dict.fromkeys(passphrases)), anchor_name)
