"""Define how the journals of the test vectors are damaged, and what a reader must report; see vectors.py."""

from __future__ import annotations

import hmac
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from journal.vault.format.header import Headers
from tests.support.vault.bases import COMPOSED, LIST, OTHER, PASSPHRASE, PLACE
from tests.support.vault.journals import flipped, record_places

Edit = tuple[Any, ...]

READABLE = ("opens", "unfinished", "damaged", "older", "forked", "newer")


@dataclass
class Vector:
    """One file and what a reader reports; `missing`, `behind` and `bad_copy` only if it can be opened.

    `gave`: for each generation, how many documents healing adds from it, and whether that is certain.
    """

    name: str
    base: str
    edits: list[Edit]
    verdict: str
    missing: int = 0
    behind: int = 0
    bad_copy: bool = False
    passphrase: str = PASSPHRASE
    words: str = ""
    key_file: str = ""
    anchor: str = ""
    generations: list[str] = field(default_factory=list)
    gave: list[tuple[int, int, bool]] = field(default_factory=list)

    @property
    def said(self) -> dict[str, Any]:
        """Return what must be reported."""
        if self.verdict not in READABLE:
            return {"verdict": self.verdict}
        return {name: getattr(self, name) for name in ("verdict", "missing", "behind", "bad_copy")}


JOURNALS: dict[str, bytes] = {file.stem: file.read_bytes() for file in sorted(PLACE.glob("*.rj"))}
PLACES = {name: record_places(data) for name, data in JOURNALS.items()}
WALK = PLACES["walk"]
LAST, END = WALK[-1]
A, B = 0, 4096
SLOT, MAC = 48, 4060


def words(name: str) -> str:
    """Return the recovery words of a journal."""
    listed: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8"))
    return str(listed["journals"][name]["recovery_words"])


def key_file(name: str) -> str:
    """Return the content of the key file of a journal."""
    listed: dict[str, Any] = json.loads(LIST.read_text(encoding="utf-8"))
    return str(listed["journals"][name]["key_file"])


def both(at: int, value: str) -> list[Edit]:
    """Return edits that change both copies of the first page, with the right CRC."""
    return [("set", A + at, value), ("page", A), ("set", B + at, value), ("page", B)]


def rubbish(at: int, size: int) -> list[Edit]:
    """Return edits that cut a file and append bytes that are no frame: sealed ones of another journal."""
    return [("cut", at), ("copy", at, "twin", PLACES["twin"][1][0] + 28, size)]


def sealed(base: str, at: int, value: str) -> list[Edit]:
    """Return edits that change both copies of the first page with the right HMAC and CRC, as the journal does."""
    header_key = Headers.read(JOURNALS[base]).pages[0].open(PASSPHRASE, None).header
    page = JOURNALS[base][:at] + bytes.fromhex(value) + JOURNALS[base][at + len(value) // 2 : MAC]
    seal = hmac.digest(header_key, page, "sha256").hex()
    return [
        edit for start in (A, B) for edit in (("set", start + at, value), ("set", start + MAC, seal), ("page", start))
    ]


def drop(base: str, number: int) -> Edit:
    """Return an edit that removes a record."""
    start, end = PLACES[base][number]
    return ("remove", start, end - start)


def bring(base: str, number: int, at: int) -> Edit:
    """Return an edit that inserts a record of a journal."""
    start, end = PLACES[base][number]
    return ("copy", at, base, start, end - start)


def good() -> Iterator[Vector]:
    """Yield files with nothing wrong."""
    yield Vector("by its passphrase", "walk", [], "opens")
    yield Vector("by its recovery words", "walk", [], "opens", passphrase="", words=words("walk"))
    shouted = "  " + words("walk").upper().replace(" ", " \t")
    yield Vector("by its recovery words in capitals", "walk", [], "opens", passphrase="", words=shouted)
    yield Vector("what follows a line end is no passphrase", "walk", [], "opens", passphrase=PASSPHRASE + "\r\nmore")
    yield from by_key_file()
    yield Vector("a passphrase in composed letters", "composed", [], "opens", passphrase=COMPOSED)
    apart = "Bru\u0308cke u\u0308ber A\u0308rger – Ω"
    yield Vector("a passphrase in letters taken apart", "composed", [], "opens", passphrase=apart)
    yield Vector("several epochs, a tombstone, a note", "grown", [], "opens", passphrase=OTHER)
    yield Vector("a generation", "grown-1", [], "opens")
    yield Vector("a document of four chunks, a snapshot of several parts", "large", [], "opens")
    yield Vector("zeros ahead", "walk", [("zeros", END, 65536)], "opens")
    yield Vector("zeros ahead that are no multiple of anything", "walk", [("zeros", END, 5001)], "opens")
    yield Vector("a later minor, an advisory flag, an unknown slot", "minor", [], "opens")
    yield Vector("the anchor is where the file is", "walk", [], "opens", anchor="walk")
    yield Vector("the anchor lags", "walk", [], "opens", anchor="walk, earlier")
    yield Vector(
        "the anchor is the end of the generation before", "grown", [], "opens", passphrase=OTHER, anchor="grown-1"
    )
    yield Vector(
        "the anchor is within the generation before",
        "grown",
        [],
        "opens",
        passphrase=OTHER,
        anchor="grown-1, earlier",
        generations=["grown-1"],
    )
    yield Vector("made of two copies, the anchor is the end of one", "merged", [], "opens", anchor="walk")
    yield Vector("made of two copies, the anchor is the end of the other", "merged", [], "opens", anchor="fork")
    yield Vector("an anchor of another journal is none", "walk", [], "opens", anchor="twin")
    yield Vector("an anchor that was changed is none", "walk", [], "opens", anchor="forged")


def torn() -> Iterator[Vector]:
    """Yield saves that never finished, and files that look like one."""
    for name, end in (("its frame", LAST + 10), ("its body", LAST + 1000), ("its last byte", END - 1)):
        yield Vector(f"the last save stopped in {name}", "walk", [("cut", end)], "unfinished")
    ahead: Edit = ("zeros", END, 8192)
    yield Vector("the last save lost its first sector", "walk", [ahead, ("zero", LAST, 512)], "unfinished")
    yield Vector("the last save lost a middle sector", "walk", [ahead, ("zero", LAST + 1024, 512)], "unfinished")
    yield Vector("the last save lost its second half", "walk", [ahead, ("zero", LAST + 2048, 2048)], "unfinished")
    cut: list[Edit] = [("cut", END - 1)]
    yield Vector("cut, and the anchor lags", "walk", cut, "unfinished", anchor="walk, before the last")
    yield Vector("cut, and the anchor knows of it", "walk", cut, "damaged", 1, anchor="walk")
    yield Vector("cut where a record ends, nobody knows", "walk", [("cut", LAST)], "opens")
    yield Vector("cut where a record ends, the anchor knows", "walk", [("cut", LAST)], "older", 0, 1, anchor="walk")
    yield Vector("a whole save of zeros, nobody knows", "walk", [("zero", LAST, 4096)], "opens")
    yield Vector(
        "a whole save of zeros, the anchor knows", "walk", [("zero", LAST, 4096)], "older", 0, 1, anchor="walk"
    )
    yield Vector("two saves cut off, the anchor knows", "walk", [("cut", WALK[-2][0])], "older", 0, 2, anchor="walk")
    yield Vector("a few bytes behind the end", "walk", [("insert", END, "c0ffee")], "unfinished")
    yield Vector("the beginning of a record behind the end", "walk", [("copy", END, "walk", LAST, 600)], "unfinished")
    yield Vector("rubbish of one block instead of the last save", "walk", rubbish(LAST, 4096), "unfinished")
    yield Vector(
        "rubbish of one block, and an anchor", "walk", rubbish(LAST, 4096), "damaged", 1, anchor="walk, earlier"
    )
    for size in (4097, 8000):
        yield Vector(f"rubbish of {size:,} bytes instead of the last save", "walk", rubbish(LAST, size), "damaged", 1)
    early = rubbish(WALK[3][0], 12_000)
    yield Vector("rubbish instead of all records but three", "walk", early, "damaged", 1)
    never: list[Edit] = [*rubbish(LAST, 12_000), ("insert", LAST, "00" * 512)]
    yield Vector("a longer save whose frame never arrived", "walk", never, "unfinished")
    more: list[Edit] = [("flip", LAST + 900, 0), ("insert", END, "c0ffee")]
    yield Vector("the last save went bad and something stands behind it", "walk", more, "damaged", 1)
    torn_and_more: list[Edit] = [("zero", LAST + 1024, 512), ("insert", END, "c0ffee")]
    yield Vector("the last save is torn and something stands behind it", "walk", torn_and_more, "damaged", 1)
    yield from grown()


def grown() -> Iterator[Vector]:
    """Yield power cuts while a file grows, on a file system that then shows old content of the blocks."""
    start, length = PLACES["twin"][0][0], 3 * 4096
    for name, edits in (
        ("by a sector", [("copy", END, "twin", start, 512)]),
        ("behind a sector of zeros", [("zeros", END, 512), ("copy", END + 512, "twin", start, length)]),
        ("behind more zeros", [("zeros", END, 4096), ("copy", END + 4096, "twin", start, length)]),
    ):
        yield Vector(f"stale bytes where the file grew {name}", "walk", edits, "unfinished", anchor="walk")


def rotten() -> Iterator[Vector]:
    """Yield damage by the disk or by careless copying."""
    yield Vector("an empty file", "walk", [("cut", 0)], "not a journal")
    yield Vector("another kind of file", "walk", [("set", A, "44"), ("set", B, "44")], "not a journal")
    yield Vector("cut within the first page", "walk", [("cut", 4000)], "unreadable")
    yield Vector("one page and nothing else", "walk", [("cut", 4096)], "damaged", 1, bad_copy=True)
    yield Vector("two pages and nothing else", "walk", [("cut", 8192)], "damaged", 1)
    yield Vector("a bit in the first copy of the page", "walk", [("flip", A + 100, 3)], "opens", bad_copy=True)
    yield Vector("a bit in the second copy of the page", "walk", [("flip", B + 4095, 0)], "opens", bad_copy=True)
    yield Vector("zeros for the first copy of the page", "walk", [("zero", A, 4096)], "opens", bad_copy=True)
    yield Vector("a bit in both copies of the page", "walk", [("flip", 100, 3), ("flip", B + 9, 1)], "unreadable")
    for name, offset in (("magic", 1), ("seq", 15), ("length", 18), ("body's CRC", 20), ("body", 900), ("tag", 4095)):
        yield Vector(f"a bit in a record's {name}", "walk", [("flip", WALK[2][0] + offset, 5)], "damaged", 1)
    yield Vector("zeros for a record", "walk", [("zero", WALK[2][0], 4096)], "damaged", 1)
    yield Vector("zeros for two records", "walk", [("zero", WALK[2][0], 8192)], "damaged", 2)
    yield Vector("a sector of zeros in a record", "walk", [("zero", WALK[2][0] + 512, 512)], "damaged", 1)
    yield Vector("bytes pushed in", "walk", [("insert", WALK[2][0], "a7524a31" + "ab" * 9)], "damaged", 1)
    yield Vector("bytes lost", "walk", [("remove", WALK[2][0] + 100, 7)], "damaged", 1)
    yield Vector("a sector written twice", "walk", [("copy", WALK[2][0], "walk", WALK[2][0], 512)], "damaged", 1)
    last: list[Edit] = [("flip", LAST + 900, 0)]
    yield Vector("a bit in the last record, nobody knows", "walk", last, "unfinished")
    yield Vector("a bit in the last record, the anchor knows", "walk", last, "damaged", 1, anchor="walk")
    own: list[Edit] = [("flip", LAST + 27, 0)]
    yield Vector("a bit in the last record's own CRC, nobody knows", "walk", own, "unfinished")
    two = [("flip", WALK[-2][0] + 99, 0), *last]
    yield Vector("bits in the last two records", "walk", two, "damaged", 1)
    start, end = PLACES["large"][1]
    yield Vector("a bit in one part of a snapshot", "large", [("flip", end - 50, 6)], "damaged", 1)
    yield Vector("a snapshot that lacks a part", "large", [("remove", start, end - start)], "damaged", 1)
    yield Vector("cut within a snapshot", "large", [("cut", end)], "damaged", 1)
    yield Vector(
        "a bit in the snapshot's end",
        "grown",
        [("flip", PLACES["grown"][1][0] + 99, 6)],
        "damaged",
        1,
        passphrase=OTHER,
    )
    yield from lost()


def lost() -> Iterator[Vector]:
    """Yield losses in journals that have generations."""

    def grown(name: str, records: list[int], generations: list[str], *gave: tuple[int, int, bool]) -> Vector:
        edits: list[Edit] = [("flip", PLACES["grown"][record][0] + 99, 6) for record in records]
        return Vector(name, "grown", edits, "damaged", 1, passphrase=OTHER, generations=generations, gave=list(gave))

    def merged(name: str, generations: list[str], *gave: tuple[int, int, bool]) -> Vector:
        edits: list[Edit] = [("flip", PLACES["merged"][0][0] + 99, 6)]
        return Vector(name, "merged", edits, "damaged", 1, generations=generations, gave=list(gave))

    def walk(name: str, edit: Edit, generation: str, *gave: tuple[int, int, bool], anchor: str = "") -> Vector:
        return Vector(name, "walk", [edit], "damaged", 1, anchor=anchor, generations=[generation], gave=list(gave))

    yield grown("a part is lost that the file before has", [0], ["grown-1"], (1, 2, True))
    yield grown("a part is lost, and the file before is the second generation", [0], ["twin", "grown-1"], (2, 2, True))
    yield grown("a save is lost that no file before has", [3], ["grown-1"])
    yield grown("a part is lost, and the end that says what it was made of", [0, 1], ["grown-1"], (1, 2, False))
    yield grown("only the end is lost, and the file before has nothing more", [1], ["grown-1"])
    yield grown("a part is lost, and all generations are of another journal", [0], ["twin", "twin"])
    yield grown("a part is lost, and a generation is empty", [0], ["none", "grown-1"], (2, 2, True))
    yield merged("a part is lost of what was made of two that are there", ["walk", "fork"], (1, 7, True), (2, 3, True))
    yield merged("a part is lost of what was made of two, the first of which is there", ["walk"], (1, 7, True))
    yield merged("a part is lost of what was made of two, the other of which is there", ["fork"], (1, 8, True))
    bit: Edit = ("flip", WALK[3][0] + 99, 6)
    yield walk("a save is lost that a copy has, which went another way since", bit, "fork", (1, 1, True))
    bit = ("flip", WALK[5][0] + 99, 6)
    yield walk("a save is lost, and a copy went another way before", bit, "fork")
    bit = ("flip", LAST + 99, 6)
    yield walk("the last save is lost, and nothing behind it tells that a copy has it", bit, "walk", anchor="walk")


def by_key_file() -> Iterator[Vector]:
    """Yield what a key file opens."""
    key = key_file("keyed")
    for name, form in (
        ("as it was written", key),
        ("in capitals, with a mark at its beginning and another line end", "\ufeff" + upper(key) + "\r\n"),
        ("broken into four lines", key.replace(" ", "\n")),
    ):
        yield Vector(f"by its key file, {name}", "keyed", [], "opens", passphrase="", key_file=form)
    again = key_file("keyed-again")
    yield Vector("by a new key file", "keyed-again", [], "opens", passphrase="", key_file=again)
    yield Vector("with a key file, by its passphrase", "keyed", [], "opens")
    yield Vector("with a key file, by its words", "keyed-again", [], "opens", passphrase="", words=words("keyed-again"))


def upper(key: str) -> str:
    """Return the content of a key file with its hex digits in capitals and without a line end."""
    name, rest = key.strip().split(" ", 1)
    return f"{name} {rest.upper()}"


def wrong_key_files() -> Iterator[Vector]:
    """Yield key files that open nothing."""
    key, at = key_file("keyed"), len("journal-key 1 ")
    flipped_digit = f"{key[:at]}{int(key[at], 16) ^ 1:x}{key[at + 1 :]}"
    for name, form, verdict in (
        ("a digit changed", flipped_digit, "damaged key file"),
        ("its last digits missing", key.strip()[:-2], "damaged key file"),
        ("its end missing", key[: at + 40], "damaged key file"),
        ("without a version", "journal-key", "damaged key file"),
        ("of a later version", key.replace(" 1 ", " 2 ", 1), "newer key file"),
        ("another file", "a letter to nobody", "no key file"),
        ("an empty file", "\n", "no key file"),
        ("more than 1,024 bytes", key + " " * 1024, "no key file"),
        ("that was replaced", key, "wrong passphrase"),
    ):
        yield Vector(f"a key file, {name}", "keyed-again", [], verdict, passphrase="", key_file=form)
    yield Vector("a key file where there is none", "walk", [], "wrong passphrase", passphrase="", key_file=key)
    third = SLOT + 2 * 136
    sealed_key = both(third + 130, "00ff")
    yield Vector("the key sealed for a key file changed", "keyed", sealed_key, "tampered", passphrase="", key_file=key)
    gone = both(18, "0002")
    yield Vector("the slot of the key file taken away", "keyed", gone, "tampered")


def forged() -> Iterator[Vector]:
    """Yield changes by someone without the key, or with an older copy or another journal."""
    yield Vector("another passphrase", "walk", [], "wrong passphrase", passphrase=PASSPHRASE + " ")
    yield Vector(
        "the recovery words of another journal", "walk", [], "wrong passphrase", passphrase="", words=words("twin")
    )
    yield Vector(
        "recovery words where there are none", "composed", [], "wrong passphrase", passphrase="", words=words("walk")
    )
    changed = "abandon " + words("walk").split(" ", 1)[1]
    yield Vector("a word that does not fit the others", "walk", [], "wrong words", passphrase="", words=changed)
    yield from wrong_key_files()
    yield Vector("a minor put down", "minor", both(10, "0000"), "tampered")
    yield Vector("an advisory flag taken away", "minor", both(20, "00000000"), "tampered")
    yield Vector("another epoch", "walk", both(40, "0000000000000002"), "tampered")
    yield Vector("a slot taken away", "walk", both(18, "0001"), "tampered")
    yield Vector("a suite put down", "walk", both(16, "0000"), "unreadable")
    yield Vector("another header length", "walk", both(12, "00002000"), "unreadable")
    yield Vector("nine slots", "walk", both(18, "0009"), "unreadable")
    yield Vector("two slots of one id", "walk", both(SLOT + 136 + 1, "01"), "unreadable")
    yield Vector("two slots of one id, all else made good", "walk", sealed("walk", SLOT + 136 + 1, "01"), "unreadable")
    yield Vector("an unknown slot with the id of another", "minor", sealed("minor", SLOT + 1, "02"), "unreadable")
    yield Vector("the sealed key changed", "walk", both(SLOT + 130, "00ff"), "tampered")
    yield Vector("a lower cost", "walk", both(SLOT + 4, "00000020"), "wrong passphrase")
    lower = both(SLOT + 4, "00000020")
    yield Vector("a lower cost, by the words", "walk", lower, "tampered", passphrase="", words=words("walk"))
    for name, cost in (
        ("2 GiB and more", "00200001"),
        ("all memory", "ffffffff"),
        ("too little", "00000007"),
    ):
        yield Vector(f"memory: {name}", "walk", both(SLOT + 4, cost), "refused cost")
    much = both(SLOT + 4, "ffffffff")
    yield Vector("memory: all, by the words", "walk", much, "refused cost", passphrase="", words=words("walk"))
    for name, at in (("iterations", 8), ("lanes", 12)):
        yield Vector(f"too many {name}", "walk", both(SLOT + at, "00000041"), "refused cost")
        yield Vector(f"no {name}", "walk", both(SLOT + at, "00000000"), "refused cost")
    slots = [
        each
        for at in (A, B)
        for each in (("remove", at + SLOT, 136), ("copy", at + SLOT, "twin", SLOT, 136), ("page", at))
    ]
    yield Vector("a slot of another journal", "walk", slots, "wrong passphrase")
    swap: list[Edit] = [("remove", A, 8192), ("copy", A, "grown-1", A, 8192)]
    yield Vector("the first page of an earlier epoch", "grown", swap, "damaged", 1)
    half: list[Edit] = [("remove", A, 4096), ("copy", A, "grown-1", A, 4096)]
    yield Vector("one copy of an earlier epoch", "grown", half, "opens", bad_copy=True, passphrase=OTHER)
    yield Vector("one copy of an earlier epoch, by the passphrase of then", "grown", half, "wrong passphrase")
    mixed: list[Edit] = [("remove", A, 4096), ("copy", A, "grown", A, 4096)]
    for phrase, name in ((PASSPHRASE, "old"), (OTHER, "new")):
        told = f"a first page of a later epoch, all else of an earlier one, by the {name} passphrase"
        yield Vector(told, "grown-1", mixed, "opens", bad_copy=True, passphrase=phrase)
    wrong = PASSPHRASE + " "
    yield Vector("pages of two epochs and neither opens", "grown-1", mixed, "wrong passphrase", passphrase=wrong)
    pages: list[Edit] = [("remove", A, 8192), ("copy", A, "twin", A, 8192)]
    yield Vector("the first page of another journal", "walk", pages, "damaged", 1)
    yield from spliced()


def spliced() -> Iterator[Vector]:
    """Yield authentic records in the wrong place."""
    at = WALK[3][0]
    yield Vector("a record dropped", "walk", [drop("walk", 3)], "damaged", 1)
    yield Vector("the first record dropped", "walk", [drop("walk", 0)], "damaged", 1)
    yield Vector("a record twice", "walk", [bring("walk", 3, at)], "damaged", 1)
    yield Vector("an earlier record behind the end", "walk", [bring("walk", 3, END)], "unfinished")
    yield Vector(
        "an earlier record behind the end, and an anchor", "walk", [bring("walk", 3, END)], "damaged", 1, anchor="walk"
    )
    yield Vector("two records changed places", "walk", [drop("walk", 3), bring("walk", 3, WALK[4][0])], "damaged", 1)
    yield Vector("a record of another journal pushed in", "walk", [bring("twin", 3, at)], "damaged", 1)
    yield Vector("a record of another journal instead", "walk", [drop("walk", 3), bring("twin", 3, at)], "damaged", 1)
    first = PLACES["grown"][0][0]
    yield Vector("a record of an earlier epoch", "grown", [bring("grown-1", 0, first)], "damaged", 1, passphrase=OTHER)
    old = PLACES["grown-1"][-1]
    behind: list[Edit] = [("copy", PLACES["grown"][-1][1], "grown-1", old[0], old[1] - old[0])]
    yield Vector("a record of an earlier epoch at the end", "grown", behind, "unfinished", passphrase=OTHER)
    other = PLACES["fork"][6][0]
    part: list[Edit] = [("cut", WALK[6][0]), ("copy", WALK[6][0], "fork", other, 4096)]
    yield Vector("a record of a copy that went another way", "walk", part, "damaged", 1)
    yield Vector("a copy that went another way", "fork", [], "forked", anchor="walk, before the last")
    yield Vector("a copy that went another way, further", "fork", [], "forked", anchor="walk")
    yield Vector("an earlier point of a copy it was made of", "merged", [], "forked", anchor="walk, before the last")
    yield Vector("the generation instead of the journal", "grown-1", [], "older", 0, 5, anchor="grown")
    yield Vector(
        "an earlier point that no generation has", "grown", [], "forked", passphrase=OTHER, anchor="grown-1, earlier"
    )
    for name, offset, value in (("type", 4, "04"), ("flags", 5, "01"), ("seq", 15, "09"), ("zero", 7, "01")):
        edits = [("set", at + offset, value), ("frame", at)]
        yield Vector(f"another {name}, CRCs made good", "walk", edits, "damaged", 1)
    yield Vector("another body, CRCs made good", "walk", [("flip", at + 2000, 1), ("frame", at)], "damaged", 1)
    frame = flipped(JOURNALS["walk"][LAST : LAST + 24], 20)
    edits = [("set", LAST, (frame + zlib.crc32(frame).to_bytes(4)).hex())]
    yield Vector("another body's CRC in the last record, its own made good", "walk", edits, "unfinished")
    for name in ("wrong-digest", "wrong-count", "wrong-from"):
        yield Vector(f"a snapshot's end that is wrong: {name}", name, [], "damaged", 1)
    yield Vector("a seq left out, the chain goes on", "skipped", [], "damaged", 1)
    yield Vector("more zeros than a record needs", "padded", [], "damaged", 1)
    yield Vector("sealed with the key, and no operation", "nonsense", [], "damaged", 1)
    yield Vector("a snapshot part behind the snapshot", "late-part", [], "damaged", 1)


def future() -> Iterator[Vector]:
    """Yield files of a later version."""
    for name, at, value in (
        ("major", 8, "0002"),
        ("major, far off", 8, "ffff"),
        ("suite", 16, "0002"),
        ("critical flag", 20, "00000001"),
        ("other critical flag", 20, "ffff8000"),
    ):
        yield Vector(f"a later {name}", "walk", both(at, value), "newer version")
    yield Vector("a later major in one copy", "walk", [("set", B + 8, "0002"), ("page", B)], "newer version")
    later = [*both(SLOT, "04"), *both(SLOT + 136, "05")]
    yield Vector("only slots of later kinds", "walk", later, "newer version")
    later = [*both(SLOT + 2, "0001"), *both(SLOT + 136 + 2, "8000")]
    yield Vector("only slots with flags", "walk", later, "newer version")
    yield Vector("a later major, and all else is other", "walk", both(8, "0009" + "ff" * 999), "newer version")
    yield Vector("records of a later type and with flags", "future", [], "newer")
    yield Vector("a record of a later type, torn", "future", [("cut", PLACES["future"][-1][1] - 9)], "newer")
    yield Vector("a later minor, put up further", "minor", both(10, "0009"), "tampered")


KINDS = {"good": good, "torn": torn, "rotten": rotten, "forged": forged, "future": future}
