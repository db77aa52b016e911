"""Write and read the header page: 4,096 bytes that stand twice at the beginning of every journal.

It holds the file id, the epoch and the key slots. Opening, rewriting and looking at a locked journal use it. Imports
the ciphers and `journal.errors`. It does not touch the disk: callers pass in the first 8,192 bytes.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import zlib
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from journal.errors import (
    Damaged,
    ErrorCode,
    Forged,
    NewerFormat,
    NotAJournal,
    Tampered,
    WrongKey,
    WrongKeyFile,
    WrongPassphrase,
)
from journal.file_facts import Cost
from journal.vault.crypto import cobblestone, keys
from journal.vault.crypto.keys import Keys

MAGIC = b"\x89RJRNL\r\n"
MAJOR = 1
SUITE = 1
PAGE = 4096
HEADERS = 2 * PAGE

PASSPHRASE = 1
RECOVERY = 2
KEY_FILE = 3

_FIXED = struct.Struct(">8sHHIHHI16sQ")
_SLOT = struct.Struct(">BBHIII16s")
_SLOT_SIZE = _SLOT.size + cobblestone.sealed_size(cobblestone.KEY_SIZE)
_MOST_SLOTS = 8
_MAC_AT = 4060
_CRC_AT = 4092
_CRITICAL = 0xFFFF
_WRONG = {
    PASSPHRASE: ErrorCode.WRONG_PASSPHRASE,
    RECOVERY: ErrorCode.WRONG_RECOVERY_WORDS,
    KEY_FILE: ErrorCode.WRONG_KEY_FILE,
}
_MISSING = {
    PASSPHRASE: ErrorCode.NO_PASSPHRASE,
    RECOVERY: ErrorCode.NO_RECOVERY_WORDS,
    KEY_FILE: ErrorCode.NO_KEY_FILE,
}


class Slot(Struct, frozen=True, eq=False):
    """One way to get the master key: sealed with a passphrase, the recovery words or the secret of a key file.

    `key` is the slot key of a slot that was just made, else empty. With it, the slot can be checked after it was
    written to the file, without deriving the key from the passphrase a second time.
    """

    kind: int
    number: int
    flags: int
    cost: Cost
    salt: bytes
    sealed: bytes
    key: bytes = b""

    __repr__ = object.__repr__  # without the key

    @classmethod
    def for_passphrase(cls, passphrase: str, cost: Cost, number: int, file_id: bytes, master: bytes) -> Slot:
        """Seal the master key with a passphrase. Takes as long as `cost` says."""
        salt = os.urandom(16)
        empty = cls(PASSPHRASE, number, 0, cost, salt, b"")
        return empty._sealing(keys.from_passphrase(passphrase, salt, cost), file_id, master)

    @classmethod
    def for_recovery_words(cls, words: str, number: int, file_id: bytes, master: bytes) -> Slot:
        """Seal the master key with 24 recovery words. Raises WrongWord."""
        salt = os.urandom(16)
        empty = cls(RECOVERY, number, 0, Cost(0, 0, 0), salt, b"")
        return empty._sealing(keys.from_recovery_words(words, salt), file_id, master)

    @classmethod
    def for_key_file(cls, secret: bytes, number: int, file_id: bytes, master: bytes) -> Slot:
        """Seal the master key with the 32-byte secret of a key file."""
        salt = os.urandom(16)
        empty = cls(KEY_FILE, number, 0, Cost(0, 0, 0), salt, b"")
        return empty._sealing(keys.from_key_file(secret, salt), file_id, master)

    @classmethod
    def read(cls, data: bytes) -> Slot:
        """Return the slot in these 136 bytes."""
        kind, number, flags, memory, iterations, lanes, salt = _SLOT.unpack_from(data)
        return cls(kind, number, flags, Cost(memory, iterations, lanes), salt, data[_SLOT.size :])

    @property
    def known(self) -> bool:
        """Return whether this version can open the slot; others are skipped."""
        return self.kind in (PASSPHRASE, RECOVERY, KEY_FILE) and self.flags == 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Slot) and self.written() == other.written()

    def __hash__(self) -> int:
        return hash(self.written())

    def written(self) -> bytes:
        """Return the 136 bytes of the slot."""
        return self._prefix() + self.sealed

    def master(self, key: bytes, file_id: bytes) -> bytes:
        """Return the master key, unsealed with `key`. Raises cobblestone.WrongKey or Forged."""
        return cobblestone.unseal(key, self._context(file_id), self.sealed)

    def _sealing(self, key: bytes, file_id: bytes, master: bytes) -> Slot:
        return replace(self, sealed=cobblestone.seal(key, self._context(file_id), master), key=key)

    def _prefix(self) -> bytes:
        cost = self.cost
        return _SLOT.pack(self.kind, self.number, self.flags, cost.memory_kib, cost.iterations, cost.lanes, self.salt)

    def _context(self, file_id: bytes) -> bytes:
        return b"rj1/slot" + file_id + self._prefix()[:32]


class Header(Struct, frozen=True):
    """The content of a header page. `epoch` counts how often the whole file was replaced."""

    file_id: bytes
    epoch: int
    slots: tuple[Slot, ...]

    def written(self, header_key: bytes) -> bytes:
        """Return both copies of the page: 8,192 bytes."""
        fixed = _FIXED.pack(MAGIC, MAJOR, 0, PAGE, SUITE, len(self.slots), 0, self.file_id, self.epoch)
        body = (fixed + b"".join(slot.written() for slot in self.slots)).ljust(_MAC_AT, b"\0")
        body += hmac.digest(header_key, body, hashlib.sha256)
        return (body + zlib.crc32(body).to_bytes(4)) * 2

    def slots_of(self, kind: int) -> list[Slot]:
        """Return the slots of one kind that this version can open."""
        return [slot for slot in self.slots if slot.kind == kind and slot.known]

    def with_slot(self, slot: Slot) -> Header:
        """Return the header with `slot` in place of all slots of its kind."""
        others = tuple(other for other in self.slots if other.kind != slot.kind)
        return replace(self, slots=(*others, slot))

    def without(self, kind: int) -> Header:
        """Return the header without the slots of one kind that this version can open."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind != kind or not slot.known))

    def with_ways(
        self,
        master: bytes,
        passphrase: str | None,
        recovery_words: str | None,
        cost: Cost,
        key_file: bytes | None = None,
    ) -> Header:
        """Return the header with a new passphrase, recovery words or key file; None keeps the existing one.

        Takes as long as `cost` says. Raises WrongWord.
        """
        header = self
        if passphrase:
            slot = Slot.for_passphrase(passphrase, cost, header.free_number(), header.file_id, master)
            header = header.with_slot(slot)
        if recovery_words:
            slot = Slot.for_recovery_words(recovery_words, header.free_number(), header.file_id, master)
            header = header.with_slot(slot)
        if key_file:
            header = header.with_slot(Slot.for_key_file(key_file, header.free_number(), header.file_id, master))
        return header

    def opens_with(self, passphrase: str | None, recovery_words: str | None, key_file: bytes | None = None) -> bool:
        """Return whether this passphrase, words or secret give the master key. Other errors are those of `master`."""
        try:
            self.master(passphrase, recovery_words, key_file)
        except WrongPassphrase:
            return False
        return True

    def master(self, passphrase: str | None, recovery_words: str | None, key_file: bytes | None = None) -> bytes:
        """Return the master key, by the first of the three that is not None.

        Raises WrongPassphrase, WrongWord, NotEnoughMemory, Tampered.
        """
        kind = PASSPHRASE if passphrase is not None else RECOVERY if recovery_words is not None else KEY_FILE
        slots = self.slots_of(kind)
        for slot in slots:
            try:
                return slot.master(_slot_key(slot, passphrase, recovery_words, key_file), self.file_id)
            except WrongKey:
                continue
            except Forged:
                raise Tampered(ErrorCode.SEALED_KEY_CHANGED) from None
        wrong = WrongKeyFile if kind == KEY_FILE else WrongPassphrase
        raise wrong(_WRONG[kind] if slots else _MISSING[kind])

    def free_number(self) -> int:
        """Return the lowest slot id, starting at 1, that no slot has."""
        taken = {slot.number for slot in self.slots}
        return next(number for number in range(1, 256) if number not in taken)

    def without_slot_keys(self) -> Header:
        """Return the header without the keys of new slots."""
        return replace(self, slots=tuple(replace(slot, key=b"") for slot in self.slots))

    def is_at(self, data: bytes, keys: Keys) -> bool:
        """Return whether the pages in `data` are exactly this header, and each new slot there gives the master key.

        Raises what `Headers.read` raises, and cobblestone.WrongKey or Forged.
        """
        found = Headers.read(data[:HEADERS])
        if found.damaged or found.header != self or not found.pages_of(keys):
            return False
        pairs = zip(self.slots, found.header.slots, strict=True)
        return all(slot.master(made.key, self.file_id) == keys.master for made, slot in pairs if made.key)


class HeaderPage(Struct, frozen=True):
    """One valid copy of the first page: its content and its bytes."""

    header: Header
    page: bytes

    def open(self, passphrase: str | None, recovery_words: str | None, key_file: bytes | None = None) -> Keys:
        """Return the keys, by passphrase, by recovery words or by the secret of a key file.

        Raises WrongPassphrase, WrongWord, NotEnoughMemory, Tampered.
        """
        keys = Keys.of(self.header.master(passphrase, recovery_words, key_file), self.header.file_id)
        if not self.is_of(keys):
            raise Tampered(ErrorCode.FIRST_PAGE_CHANGED)
        return keys

    def is_of(self, keys: Keys) -> bool:
        """Return whether the page was written with these keys and not changed since."""
        mac = hmac.digest(keys.header, self.page[:_MAC_AT], hashlib.sha256)
        return hmac.compare_digest(mac, self.page[_MAC_AT:_CRC_AT])


class Headers(Struct, frozen=True):
    """The valid copies of the first page, and whether one is bad or they differ.

    The first of `pages` is the one in force. If the copies differ, the other one follows: it is tried if the first does
    not open, and if no record opens with the first.
    """

    pages: tuple[HeaderPage, ...]
    damaged: bool

    @classmethod
    def read(cls, data: bytes) -> Headers:
        """Read the first 8,192 bytes of a file. Needs no passphrase.

        Raises NotAJournal, NewerFormat, Damaged (both copies bad), CostRefused.
        """
        copies = [data[:PAGE], data[PAGE:HEADERS]]
        if not any(copy.startswith(MAGIC) for copy in copies):
            raise NotAJournal(ErrorCode.NOT_A_JOURNAL)
        good = [copy for copy in copies if _is_whole(copy)]
        if not good:
            raise Damaged(ErrorCode.FIRST_PAGE_UNREADABLE)
        for page in good:
            _refuse_newer(page)
        pages = sorted(dict.fromkeys(good), key=_epoch, reverse=True)
        return cls(_parsed_pages(pages), len(good) < 2 or good[0] != good[1])

    @property
    def header(self) -> Header:
        """Return the content of the page in force."""
        return self.pages[0].header

    def pages_of(self, keys: Keys) -> list[HeaderPage]:
        """Return the pages that were written with these keys, the one in force first."""
        return [page for page in self.pages if page.is_of(keys)]


def _slot_key(slot: Slot, passphrase: str | None, recovery_words: str | None, key_file: bytes | None) -> bytes:
    if slot.kind == PASSPHRASE:
        return keys.from_passphrase(passphrase or "", slot.salt, slot.cost)
    if slot.kind == RECOVERY:
        return keys.from_recovery_words(recovery_words or "", slot.salt)
    return keys.from_key_file(key_file or b"", slot.salt)


def _is_whole(page: bytes) -> bool:
    crc = int.from_bytes(page[_CRC_AT:PAGE])
    return len(page) == PAGE and page.startswith(MAGIC) and zlib.crc32(page[:_CRC_AT]) == crc


def _refuse_newer(page: bytes) -> None:
    """Raise NewerFormat for a valid page of a later format, whatever else is in it."""
    _, major, _, _, suite, _, flags, _, _ = _FIXED.unpack_from(page)
    if major > MAJOR or (major == MAJOR and (suite > SUITE or flags & _CRITICAL)):
        raise NewerFormat(ErrorCode.NEWER_FORMAT)


def _epoch(page: bytes) -> int:
    epoch: int = _FIXED.unpack_from(page)[-1]
    return epoch


def _parsed_pages(pages: Sequence[bytes]) -> tuple[HeaderPage, ...]:
    """Return the parsed pages, latest epoch first; skip one that contradicts itself if another has the same epoch.

    Raises Damaged, CostRefused, NewerFormat if no page of the latest epoch makes sense.
    """
    parsed, errors = list[HeaderPage](), list[Damaged | NewerFormat]()
    for page in pages:
        try:
            parsed.append(HeaderPage(_parsed(page), page))
        except (Damaged, NewerFormat) as error:
            errors.append(error)
    if not parsed or parsed[0].header.epoch != _epoch(pages[0]):
        raise errors[0]
    return tuple(parsed)


def _parsed(page: bytes) -> Header:
    """Return the header in a valid page. Raises Damaged, CostRefused, NewerFormat."""
    _, major, _, length, suite, count, _, file_id, epoch = _FIXED.unpack_from(page)
    if (major, length, suite) != (MAJOR, PAGE, SUITE) or not 1 <= count <= _MOST_SLOTS:
        raise Damaged(ErrorCode.FIRST_PAGE_CONTRADICTS_ITSELF)
    starts = range(_FIXED.size, _FIXED.size + count * _SLOT_SIZE, _SLOT_SIZE)
    header = Header(file_id, epoch, tuple(Slot.read(page[at : at + _SLOT_SIZE]) for at in starts))
    if len({slot.number for slot in header.slots}) != count:
        raise Damaged(ErrorCode.FIRST_PAGE_CONTRADICTS_ITSELF)
    if not any(slot.known for slot in header.slots):
        raise NewerFormat(ErrorCode.NEWER_KEYS)
    for slot in header.slots_of(PASSPHRASE):
        slot.cost.check()
    return header
