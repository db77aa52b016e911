"""Provide the same entries for all: a journal and its peers, filled, in one directory on the disk of the checkout."""

from __future__ import annotations

import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from journal.domain.entries import Entry
from journal.file_facts import Cost
from journal.store.journal import Journal
from tests.benchmarks import peers

PASSPHRASE = "p"
CHEAP = Cost(64, 1, 1)
RARE = "kingfisher"
_RARE_ONES = 3
_BETWEEN = timedelta(hours=2.4)
NEWEST = datetime(2026, 11, 20, 20, tzinfo=UTC)
_WORDS = str.split(
    "made tea and sat on the stairs until it passed called her from the bus she listened we walked to the canal it was "
    "raining slept badly woke early went to the meeting said two sentences felt lighter afterwards cooked soup read a "
    "page counted to fifty the evening was long but quiet no shop on the way home wrote this instead"
)


def entries(count: int) -> Iterator[Entry]:
    """Yield pieces of about 290 letters, ten a day, the same at every call; three of them hold the rare word."""
    chance = Random(count)
    rare = set(chance.sample(range(count), min(count, _RARE_ONES)))
    for number in range(count):
        words = chance.choices(_WORDS, k=58)
        if number in rare:
            words[chance.randrange(58)] = RARE
        yield Entry(text=" ".join(words), at=NEWEST - _BETWEEN * (count - number), tags=["evening"])


def documents(journal: Journal) -> Iterator[dict[str, Any]]:
    """Yield the entries of a journal as it stores them: every field, with a time and a revision id."""
    for record in journal.entries.all():
        stamps = {"updated_at": int(record.made_at.timestamp() * 1000), "revisions": [secrets.token_hex(8)]}
        yield {**msgspec.to_builtins(record), **stamps}


@contextmanager
def filled(size: int) -> Iterator[Path]:
    """Make a directory with a journal and each peer, all with the same entries; remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        place = Path(name)
        said = f"filling {size:,} entries"
        with Journal.create(place / "journal.rj", PASSPHRASE, cost=CHEAP, anchors=place) as journal:
            _say(f"{said}: journal")
            journal.entries.add_many(entries(size))
            journal.compact()
            everything = list(documents(journal))
        for kind in peers.installed():
            _say(f"{said}: {kind}")
            peer = peers.opened(kind, place)
            peer.fill(everything)
            peer.close()
        _say("")
        yield place


def one_more() -> tuple[Entry, dict[str, Any]]:
    """Return an entry to save, and what a peer saves of it."""
    text = " ".join(_WORDS[:58])
    document = {
        "uid": secrets.token_hex(16), "schema": 1, "made_at": "2026-11-23T11:00:00Z", "at": "2026-11-23T11:00:00Z",
        "zone": "Europe/Vienna", "local_date": "2026-11-23", "precision": "exact", "sensitivity": "never",
        "text": text, "title": "", "tags": ["evening"], "updated_at": 1_795_000_000_000,
        "revisions": [secrets.token_hex(8)],
    }  # fmt: skip
    return Entry(text=text, tags=["evening"]), document


def _say(what: str) -> None:
    """Print progress to standard error, on one line."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)
    elif what:
        print(what, file=sys.stderr, flush=True)
