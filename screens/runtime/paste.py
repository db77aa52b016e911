"""The parser that takes a paste as one piece: never as keys, and no longer than a record can hold."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Final

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Paste
from textual.message import Message

LONGEST: Final = 2_000_000
"""Characters of one paste at most: a record holds 8 MB, and a character takes up to 4 bytes."""

_END: Final = BRACKETED_PASTE_END
_START: Final = BRACKETED_PASTE_START


class PasteCut(Message):
    """A paste was longer than ``LONGEST``: its last ``left_out`` characters are gone."""

    def __init__(self, left_out: int) -> None:
        super().__init__()
        self.left_out = left_out


class PasteParser(XTermParser):
    """Textual's parser of terminal input, which gets the two marks of a paste and nothing between them.

    Textual (8.2.8) looks for a key at every escape character in a paste: 33,000 of them take minutes, and what
    follows each is also sent to the screen as pressed keys.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pasting = False
        self._pieces: list[str] = []
        self._length = 0
        self._edge = ""
        """The end of the last data, where a mark may have begun."""

    def feed(self, data: str) -> Iterable[Message]:
        """Read what came from the terminal; ``""`` is its end. Yields keys, the mouse, and pastes."""
        if not data:
            yield from super().feed(data)
        while data:
            data = yield from (self._read_paste(data) if self._pasting else self._read_keys(data))

    def _read_keys(self, data: str) -> Generator[Message, None, str]:
        """Read up to the start of a paste; return what follows."""
        seen = self._edge + data
        found = seen.find(_START)
        if found < 0:
            self._edge = seen[1 - len(_START) :]
            yield from super().feed(data)
            return ""
        end = found + len(_START) - len(self._edge)
        self._pasting, self._edge = True, ""
        yield from super().feed(data[:end])
        return data[end:]

    def _read_paste(self, data: str) -> Generator[Message, None, str]:
        """Read up to the end of the paste; return what follows."""
        seen = self._edge + data
        found = seen.find(_END)
        if found < 0:
            self._edge = seen[1 - len(_END) :]
            self._add(seen[: 1 - len(_END)])
            return ""
        self._add(seen[:found])
        self._pasting, self._edge = False, ""
        for message in super().feed(_END):
            if not isinstance(message, Paste):  # Textual's own, which is empty
                yield message
        yield from self._pasted()
        return seen[found + len(_END) :]

    def _add(self, text: str) -> None:
        room = max(0, LONGEST - self._length)
        self._pieces.append(text[:room])
        self._length += len(text)

    def _pasted(self) -> Iterable[Message]:
        text, left_out = "".join(self._pieces), max(0, self._length - LONGEST)
        self._pieces, self._length = [], 0
        yield Paste(text.replace("\0", ""))
        if left_out:
            yield PasteCut(left_out)
