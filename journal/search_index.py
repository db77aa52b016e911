"""Keep the texts of one kind's records ready to search, without keeping the records.

``journal.search`` has one ``KindIndex`` per kind. Of each document only the searched fields and the local date are
decoded, a few documents at a time, so that a key that is typed meanwhile waits for these few only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, Final, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Raw
from msgspec.structs import FieldInfo, fields

from journal.domain.entries import Entry
from journal.domain.kinds import Kind
from journal.domain.labels import without_accents
from journal.domain.record import MIGRATIONS, UNDATED, Record
from journal.domain.tags import format_tags
from journal.store.collection import Collection
from journal.text import kinds as kinds_text

CHUNK: Final = 256
"""Documents whose texts are made, kept and searched together."""

KEPT: Final = 24_000_000
"""Characters of texts that are kept of one kind. The texts beyond that are made again at each search."""

_END: Final = "\x1e"
"""Ends the text of a document in a chunk. ``str.split`` takes it for a blank, so it is in no word of a query."""

_PLAIN: Final = re.compile("[a-z0-9]+")


class _Dated(msgspec.Struct, gc=False):
    """Decodes only the local date of a record."""

    local_date: date = UNDATED


_dated = msgspec.json.Decoder(_Dated).decode


class Chunk:
    """Up to ``CHUNK`` documents of one kind as they were when it was made, and their texts, made when first needed."""

    def __init__(self, index: KindIndex, documents: Sequence[Raw]) -> None:
        self.index = index
        self.documents = documents
        self.text: str | None = None
        self._latest: int | None = None

    @property
    def latest(self) -> int:
        """Return the ordinal of the latest local date in it."""
        if self._latest is None:
            self._latest = max(map(day_of, self.documents), default=0)
        return self._latest

    @property
    def is_dated(self) -> bool:
        """Return whether ``latest`` is known."""
        return self._latest is not None

    def matching(self, words: Sequence[str]) -> Iterator[Raw]:
        """Yield the documents whose text has every word."""
        if not words:
            yield from self.documents
            return
        if self.text is None and self.index.is_plain and not self._may_have(words):
            return
        text = self.index.text_of(self)
        if any(word not in text for word in words):
            return
        longest = max(words, key=len)
        number = start = 0
        while (at := text.find(longest, start)) >= 0:
            number += text.count(_END, start, at)
            start, end = max(start, text.rfind(_END, start, at) + 1), text.find(_END, at)
            if all(text.find(word, start, end) >= 0 for word in words):
                yield self.documents[number]
            number, start = number + 1, end + 1

    def _may_have(self, words: Iterable[str]) -> bool:
        """Return whether the words may be in the texts; False is certain. The texts are not made for it.

        The documents are searched for the plain letters (``a`` to ``z``, digits) of each word: JSON holds these as they
        are typed. Returns True if a document has other letters, or codes for them, which could stand for plain ones.
        """
        held = b"".join(self.documents).lower()
        if all(part in held for part in map(_longest_plain, words)) or not held.isascii():
            return True
        return b"\\" in held and b"\\u" in held  # one letter is found much faster than two


def _longest_plain(word: str) -> bytes:
    return max(_PLAIN.findall(word), key=len, default="").encode()


def day_of(document: Raw) -> int:
    """Return the ordinal of a record's local date; 0 if that can't be read."""
    try:
        return _dated(document).local_date.toordinal()
    except (msgspec.MsgspecError, RecursionError):
        return 0


class KindIndex:
    """The documents of one kind in ``chunks``, in the order in which they were first saved."""

    def __init__(self, collection: Collection[Any], kind: Kind) -> None:
        self.collection = collection
        self.kind = kind
        self.chunks: list[Chunk] = []
        self._names: Mapping[str, str] = {}
        self._size = 0

    @cached_property
    def is_plain(self) -> bool:
        """Return whether its texts are all in the documents themselves: none is a label or a name."""
        known = {field.name: field.type for field in fields(self.kind.type)}
        types = [known[name] for name in self.kind.searched]
        parts = [get_args(one)[0] if get_origin(one) is list else one for one in types]
        return not (MIGRATIONS or self.kind.named) and all(map(_is_text, parts))

    def refresh(self, names: Mapping[str, str]) -> None:
        """Make new chunks of the documents that changed; of all of them if a name (by uid) in their texts changed."""
        documents = list(self.collection.as_json().values())
        known = [] if names != self._names and self.kind.named else self.chunks
        self._names = names
        self.chunks = []
        for number, start in enumerate(range(0, len(documents), CHUNK)):
            here = documents[start : start + CHUNK]
            same = number < len(known) and known[number].documents == here  # mostly the same objects: takes no time
            self.chunks.append(known[number] if same else Chunk(self, here))
        self._size = sum(len(chunk.text or "") for chunk in self.chunks)

    def text_of(self, chunk: Chunk) -> str:
        """Return the texts of a chunk as ``without_accents`` compares them, each with ``_END`` after it."""
        if chunk.text is not None:
            return chunk.text
        text = without_accents("".join(map(self._text, chunk.documents)))
        if self._size + len(text) <= KEPT:
            chunk.text = text
            self._size += len(text)
        return text

    def _text(self, document: Raw) -> str:
        """Return what is searched in a document, and ``_END``; nothing is searched in one that can't be read."""
        try:
            record = self.collection.read(document) if MIGRATIONS else self._decode(document)
        except (msgspec.MsgspecError, RecursionError):
            return _END
        return _END if record is None else self._join(record).replace(_END, " ") + _END

    @cached_property
    def _decode(self) -> Callable[[Raw], Any]:
        return _decoder(self.kind.type, self.kind.searched).decode

    @cached_property
    def _join(self) -> Callable[[Any], str]:
        return _text_joiner(self.kind, self._named)

    def _named(self, value: object) -> Sequence[str]:
        return [self._names.get(uid, "") for uid in kinds_text.texts(value)]


@cache
def _decoder(kind: type[Record], names: tuple[str, ...]) -> msgspec.json.Decoder[Any]:
    """Return what decodes only these fields of a type of record."""
    known = {field.name: field for field in fields(kind)}
    parts = [(name, known[name].type, _default(known[name])) for name in names]
    return msgspec.json.Decoder(msgspec.defstruct(f"Searched{kind.__name__}", parts, kw_only=True, gc=False))


def _default(field: FieldInfo) -> Any:
    if field.default_factory is not NODEFAULT:
        return msgspec.field(default_factory=field.default_factory, name=field.encode_name)
    if field.default is not NODEFAULT:
        return msgspec.field(default=field.default, name=field.encode_name)
    return msgspec.field(name=field.encode_name)


def _text_joiner(kind: Kind, named: Callable[[object], Sequence[str]]) -> Callable[[Any], str]:
    """Return a function that joins everything that is searched in a record of this kind."""
    types = {field.name: field.type for field in fields(kind.type)}
    plain = [name for name in kind.searched if _is_text(types[name]) and name not in kind.named]
    others: list[tuple[str, Callable[[Any], Sequence[str]]]] = [
        (name, named if name in kind.named else _tags if (kind.type, name) == (Entry, "tags") else kinds_text.texts)
        for name in kind.searched
        if name not in plain
    ]
    strings = attrgetter(*plain) if len(plain) > 1 else lambda record: [getattr(record, name) for name in plain]

    def text(record: Any) -> str:
        found = " ".join(strings(record))
        for name, read in others:
            if value := getattr(record, name):  # most fields of most records are empty
                found += " " + " ".join(read(value))
        return found

    return text


def _is_text(annotation: Any) -> bool:
    return str in (annotation, getattr(annotation, "__origin__", None))


def _tags(tags: Sequence[str]) -> Sequence[str]:
    return (format_tags(tags),)  # found with and without the sign
