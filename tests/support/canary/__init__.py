"""Make a journal full of words that are nowhere else, and search for them in everything that a computer keeps.

The words and the keys are searched as they are, and as a log, a dump or a cache would write them: UTF-8, UTF-16,
hexadecimal, Base64 at each of its three offsets, and backwards.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from journal.clock import FixedClock
from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.people import Person, Role
from journal.store.journal import Journal
from journal.vault.crypto import keys
from journal.vault.format.header import HEADERS, PASSPHRASE, RECOVERY, Headers
from tests.conftest import CHEAP, NOON, ZONE
from tests.support.builders import alcohol

PASSPHRASE_WORDS = "quillwort-passphrase lantern"
ENTRY = "quillwort-entry-4471"
TITLE = "quillwort-title-9023"
GOAL = "quillwort-goal-5518"
NAME = "quillwort-name-7702"
DRAFT = "quillwort-draft-3316"
TERM = "quillwort-term-8840"
WRITTEN = {"passphrase": PASSPHRASE_WORDS, "entry": ENTRY, "title": TITLE, "goal": GOAL, "name": NAME}
TYPED = {"draft": DRAFT, "search term": TERM}


def sow(path: Path, recovery_words: str | None = None) -> None:
    """Create a journal in which everything that a person wrote is a canary."""
    clock = FixedClock(NOON, ZONE)
    with Journal.create(path, PASSPHRASE_WORDS, recovery_words, clock=clock, cost=CHEAP) as journal:
        journal.focuses.add(alcohol())
        journal.entries.add(Entry(title=TITLE, text=ENTRY))
        journal.goals.add(Goal(title=GOAL))
        journal.people.add(Person(name=NAME, role=Role.SPONSOR))


def keys_of(path: Path, passphrase: str = PASSPHRASE_WORDS, words: str = "") -> dict[str, bytes]:
    """Return every key of a journal: those of the passphrase and of the words, the master key and the derived keys."""
    with path.open("rb") as file:
        headers = Headers.read(file.read(HEADERS))
    opened = headers.pages[0].open(passphrase, None)
    found = {name: getattr(opened, name) for name in ("master", "record", "header", "anchor")}
    for slot in headers.header.slots_of(PASSPHRASE):
        found["key of the passphrase"] = keys.from_passphrase(passphrase, slot.salt, slot.cost)
    for slot in headers.header.slots_of(RECOVERY) if words else ():
        found["key of the words"] = keys.from_recovery_words(words, slot.salt)
    return {f"key: {name}": key for name, key in found.items()}


def canaries(path: Path) -> dict[str, bytes]:
    """Return everything that must not be found anywhere, of the journal that ``sow`` made."""
    return {name: text.encode() for name, text in {**WRITTEN, **TYPED}.items()} | keys_of(path)


def forms(secret: bytes) -> Iterator[bytes]:
    """Yield every form in which this secret is searched."""
    yield secret
    yield secret[::-1]
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    if secret.isascii():
        yield secret.decode().encode("utf-16-le")
        yield secret.decode().encode("utf-16-be")
    for offset in range(3):
        encoded = base64.b64encode(bytes(offset) + secret)
        whole = encoded[(8 * offset + 5) // 6 : 8 * (offset + len(secret)) // 6]
        yield whole
        yield whole.translate(bytes.maketrans(b"+/", b"-_"))


def found(data: bytes, wanted: Mapping[str, bytes]) -> list[str]:
    """Return the names of the secrets that are in the data, in any form."""
    return [name for name, secret in wanted.items() if any(form in data for form in forms(secret))]


def found_below(directory: Path, wanted: Mapping[str, bytes]) -> list[str]:
    """Return where any of them is in a file below the directory, or in a file name."""
    places = [place for place in directory.rglob("*") if not place.is_symlink()]
    contents = {place: place.read_bytes() if place.is_file() else b"" for place in places}
    return [f"{name} in {place}" for place in places for name in found(bytes(place) + contents[place], wanted)]


def words_in_a_row(text: str, words: str) -> list[str]:
    """Return three recovery words that follow each other in the text, whatever is between them."""
    listed = words.split()
    threes = [listed[place : place + 3] for place in range(len(listed) - 2)]
    return [" ".join(three) for three in threes if re.search(r"[^a-z]{1,9}".join(three), text)]
