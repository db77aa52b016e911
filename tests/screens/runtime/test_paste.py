"""Check that a paste is one piece of text, whatever it contains, and loses nothing typed before or after it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from screens.runtime.paste import LONGEST, PasteCut, PasteParser

START, END = "\x1b[200~", "\x1b[201~"
ESCAPES = ("words \x1b[31m in red \x1b[0m" * 33_000)[:1_300_000]


def read(*chunks: str) -> list[Message]:
    """Return the events that the screens get for these chunks."""
    parser = PasteParser()
    return [message for chunk in chunks for message in parser.feed(chunk)]


def keys(messages: list[Message]) -> str:
    return "".join(message.character or "" for message in messages if isinstance(message, events.Key))


def test_escape_sequences_in_a_paste_press_no_key_and_nothing_of_it_is_lost() -> None:
    first, paste, last = read(f"a{START}{ESCAPES}{END}b")
    assert isinstance(first, events.Key)
    assert isinstance(paste, events.Paste)
    assert isinstance(last, events.Key)
    assert (first.key, paste.text, last.key) == ("a", ESCAPES, "b")


def test_the_parser_of_textual_never_sees_what_is_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    feed = XTermParser.feed

    def noted(parser: XTermParser, data: str) -> Iterable[Message]:
        seen.append(data)
        return feed(parser, data)

    monkeypatch.setattr(XTermParser, "feed", noted)
    (paste,) = read(START, ESCAPES, END)
    assert isinstance(paste, events.Paste)
    assert "".join(seen) == START + END


@pytest.mark.parametrize("more", [0, 1, 500_000])
def test_of_a_paste_too_long_for_a_record_it_is_said_how_much_was_left_out(more: int) -> None:
    _, paste, *rest = read("x", START, "é" * (LONGEST - 1), "é" * (more + 1), END, "y")
    assert isinstance(paste, events.Paste)
    assert paste.text == "é" * LONGEST
    assert [message.left_out for message in rest if isinstance(message, PasteCut)] == ([more] if more else [])
    assert keys(rest) == "y"


PIECES = st.lists(st.sampled_from(["a", "é", "\x1b", "[", "2", "0", "1", "~", "\x1b[A", START, END, "\r"]), max_size=40)


@given(st.text(st.sampled_from("ab\x1b[201~ \r"), max_size=30), st.lists(st.integers(0, 60), max_size=8))
def test_wherever_the_terminal_splits_it_the_paste_comes_whole(text: str, cuts: list[int]) -> None:
    text = text.partition(END)[0]
    sent = f"ab{START}{text}{END}cd"
    places = [0, *sorted(min(cut, len(sent)) for cut in cuts), len(sent)]
    told = read(*(sent[start:end] for start, end in pairwise(places) if end > start))
    assert [message.text for message in told if isinstance(message, events.Paste)] == [text]
    assert keys(told) == "abcd"


@given(PIECES)
def test_what_is_typed_outside_a_paste_is_read_as_before(pieces: list[str]) -> None:
    typed = "".join(pieces).replace(START, "")
    ours, theirs = PasteParser(), XTermParser()
    assert list(map(repr, ours.feed(f"{typed}x"))) == list(map(repr, theirs.feed(f"{typed}x")))


def test_an_escape_that_begins_nothing_is_still_the_escape_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual._parser.get_time", iter(range(1000)).__next__)
    parser = PasteParser()
    assert list(parser.feed("\x1b")) == []
    (escape,) = parser.tick()
    assert isinstance(escape, events.Key)
    assert escape.key == "escape"


def test_textual_still_works_on_what_stands_in_a_paste() -> None:
    """Detect when Textual no longer does this: then ``PasteParser`` may not be needed any more."""
    told = list(XTermParser().feed(f"{START}\x1b[31m{'d' * 32}{END}"))
    assert len(told) > 1
