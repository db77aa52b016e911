"""Ask the independent reader and the product about the same files, and compare all that they say."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from journal.errors import (
    CostRefused,
    Damaged,
    NewerFormat,
    NotAJournal,
    Tampered,
    VaultError,
    WrongPassphrase,
)
from journal.file_facts import Report
from journal.vault.files.contents import Contents
from journal.vault.format.frames import NOTE, read_frame, walk
from journal.vault.format.header import HEADERS, MAGIC, Headers
from journal.vault.format.payloads import decode_note
from journal.vault.format.state import State
from journal.vault.healing import heal
from journal.vault.inbox import CAPTURES
from journal.vault.vault import Vault
from tests.support.vault import reader
from tests.support.vault.damaging import Recipe
from tests.support.vault.healing_reader import healed
from tests.support.vault.inbox_reader import imported
from tests.support.vault.journals import whole_file
from tests.support.vault.model import Model
from tests.support.vault.scenes import ANCHOR, GENERATIONS, INBOX, JOURNAL, Scene
from tests.support.vault.survival import ANCHORS, PLACE, ticking

VERDICTS: list[tuple[type[VaultError], str]] = [
    (NotAJournal, "not a journal"),
    (NewerFormat, "newer version"),
    (CostRefused, "refused cost"),
    (Tampered, "tampered"),
    (Damaged, "unreadable"),
    (WrongPassphrase, "wrong passphrase"),
]

WRITABLE = ("opens", "unfinished")


def verdict(report: Report) -> str:
    """Return the format's word for what opening found."""
    said = {
        "newer": report.newer,
        "damaged": report.unreadable,
        "older": report.behind,
        "forked": report.forked,
        "unfinished": report.unfinished,
    }
    return next((word for word, applies in said.items() if applies), "opens")


def said_by_both(recipe: Recipe) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return all that the reader says of the files of a recipe, and all that the product says."""
    scene = recipe.damaged
    return by_reader(scene, recipe.passphrase), by_product(scene, recipe.passphrase)


def differences(recipe: Recipe) -> dict[str, tuple[Any, Any]]:
    """Return what the reader and the product say differently."""
    one, other = said_by_both(recipe)
    return {name: (one.get(name), other.get(name)) for name in one | other if one.get(name) != other.get(name)}


def by_reader(scene: Scene, passphrase: str) -> dict[str, Any]:
    """Return the verdict, the content, what healing brings back, what is set aside, and what an import finds."""
    data, generations = scene.files[JOURNAL], [scene.files.get(name, b"") for name in GENERATIONS]
    try:
        _, bad_copy = reader.pages_of(data)
        journal, master = reader.opened(data, passphrase)
    except reader.Refused as refused:
        return {"verdict": str(refused)}
    anchor = scene.files.get(ANCHOR, b"") if journal.file_id.hex() == scene.anchor_name else b""
    seen = reader._seen(anchor, journal.file_id, reader._hkdf(master, journal.file_id, b"rj1/anchor"))
    found = journal.judged(seen, generations, bad_copy) | {"deleted": journal.deleted}
    if found["verdict"] == "damaged":
        entries, gave = healed(journal, generations, master)
        found |= {"healed": entries, "gave": sorted(gave)}
    if found["verdict"] == "unfinished":
        found["torn"] = data[journal.end :].rstrip(b"\0")
    if found["verdict"] in WRITABLE and INBOX in scene.files:
        key = reader._hkdf(master, journal.file_id, b"rj1/inbox")
        found["inbox"] = imported(scene.files[INBOX], key, journal)
    return found


def by_product(scene: Scene, passphrase: str) -> dict[str, Any]:
    """Return what `by_reader` returns."""
    data, disk = scene.files[JOURNAL], Model(scene.image)
    try:
        vault = Vault.open(PLACE, passphrase, disk=disk, anchors=ANCHORS, now=ticking(), read_only=True)
    except VaultError as error:
        return {"verdict": next((word for kind, word in VERDICTS if isinstance(error, kind)), repr(error))}
    with vault:
        found = {
            "verdict": verdict(vault.report),
            "missing": vault.report.missing,
            "missing_at_least": vault.report.missing_at_least,
            "behind": vault.report.behind or 0,
            "bad_copy": Headers.read(data[:HEADERS]).damaged,
            "notes": _notes(vault, data),
            **_content(vault._file.state),
        }
        if found["verdict"] == "damaged":
            whole = heal(vault._file)
            content = _content(whole.state)
            documents = {(name, uid): each for name, table in content["tables"].items() for uid, each in table.items()}
            copies = sorted((int(copy.path.suffix[1:]), copy.documents, copy.certain) for copy in whole.copies)
            found |= {"healed": documents | content["deleted"], "gave": copies}
    if found["verdict"] == "unfinished" or (found["verdict"] in WRITABLE and INBOX in scene.files):
        found |= _written_to(disk, passphrase, found["verdict"], has_inbox=INBOX in scene.files)
    return found


def _content(state: State) -> dict[str, Any]:
    tables = {name: dict(table) for name, table in state.tables.items()}
    return {"tables": tables, "deleted": {place: [each.time, each.revisions] for place, each in state.deleted.items()}}


def _notes(vault: Vault, data: bytes) -> list[str]:
    notes = []
    start = HEADERS if data[4096:].startswith(MAGIC) and read_frame(Contents.of(data), HEADERS) else HEADERS // 2
    for _, record in walk(Contents.of(data), start, vault._file.sealer.read):
        if (record.kind, record.flags) == (NOTE, 0):
            with suppress(ValueError):
                notes.append(decode_note(record.payload).note)
    return notes


def _written_to(disk: Model, passphrase: str, word: str, *, has_inbox: bool) -> dict[str, Any]:
    """Return what is set aside, and what an import finds, when the journal is opened for writing."""
    found: dict[str, Any] = {}
    with Vault.open(PLACE, passphrase, disk=disk, anchors=ANCHORS, now=ticking()) as vault:
        if word == "unfinished":
            kept = [name for name in disk.names(PLACE.parent) if name.startswith(f"{JOURNAL}.torn-")]
            found["torn"] = whole_file(disk, PLACE.with_name(kept[0])) if len(kept) == 1 else kept
        if has_inbox:
            result = vault.take_in(CAPTURES)
            captures = {uid: dict(each) for uid, each in vault.tables.get(CAPTURES, {}).items()}
            for each in captures.values():
                each.pop("updated_at", None)
            foreign = result.foreign_key
            found["inbox"] = {"captures": captures, "new": result.imported, "bad": result.set_aside, "foreign": foreign}
    return found
