"""Check that the person's words and the keys are found nowhere except in the encrypted file.

This runs in a real terminal, with an environment that would make Textual log, copy and screenshot everything.
"""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from textual import constants

from journal.hardening import HARMLESS, STOPPED
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from tests.support.canary import (
    DRAFT,
    ENTRY,
    GOAL,
    PASSPHRASE_WORDS,
    TERM,
    TITLE,
    canaries,
    forms,
    found,
    found_below,
    keys_of,
    sow,
    words_in_a_row,
)
from tests.support.canary.crashes import CRASHES
from tests.support.extent import only, thinned
from tests.support.window import (
    CTRL_C,
    CTRL_L,
    CTRL_Q,
    CTRL_X,
    ESC,
    F6,
    F12,
    HOME,
    JOURNAL,
    SHIFT_END,
    Window,
    scrollback,
    scrolled_out,
    window,
)

PROGRAM = (sys.executable, "-m", "tests.support.canary.program")
PARTS = 16
SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT]
COPIED = f"{HOME}{SHIFT_END}{CTRL_C}{CTRL_X}"
"""The keys that select the text of a field, copy it and cut it."""

COPIES = re.compile(r"\x1b\]52;c;([^\a]*)\a")
TOLD_TO_THE_TERMINAL = re.compile(r"\x1b\](\d+)")
SHAPE_OF_THE_POINTER = "22"
"""The only control sequence that a terminal may get, of all it knows (its title, links, the clipboard)."""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return an environment with every place for files in ``tmp_path``, and every switch for developers on."""
    for name in ("DATA_HOME", "STATE_HOME", "CACHE_HOME", "CONFIG_HOME", "RUNTIME_DIR"):
        monkeypatch.setenv(f"XDG_{name}", str(tmp_path / name.lower()))
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    return {
        **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary)),
        "PYTHONFAULTHANDLER": "1",
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1",
        "TEXTUAL_DEVTOOLS_PORT": "9",
        "TEXTUAL_DIM_FACTOR": "0",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
        "TEXTUAL_DRIVER": "tests.support.canary:None",
        "TEXTUAL_FILTERS": "nothing",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "q,q,q",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_FILENAME": "screen.svg",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "TEXTUAL_SHOW_RETURN": "1",
        "TEXTUAL_SLOW_THRESHOLD": "100",
        "TEXTUAL_SMOOTH_SCROLL": "0",
        "TEXTUAL_THEME": "dracula",
    }


@pytest.fixture
def journal_path(hostile: dict[str, str], tmp_path: Path) -> Path:
    """Return the path where ``journal`` looks for a journal."""
    return tmp_path / "data_home" / "journal" / "journal.rj"


@contextmanager
def opened(
    path: Path, hostile: dict[str, str], *program: str, size: int | None = None, recovery_words: str | None = None
) -> Iterator[Window]:
    """Make a journal of canaries and unlock it."""
    sow(path, recovery_words)
    with window(program or JOURNAL, environment=hostile, size=size) as seen:
        seen.shows("last saved")
        seen.press(f"{PASSPHRASE_WORDS}\r", "2 Timeline")
        yield seen


def write(seen: Window) -> None:
    """Search, read an entry, and leave another half-written."""
    seen.press("2", TITLE)
    seen.press(f"/{TERM}", TERM)
    seen.press(ESC, TITLE)
    seen.child.send("f")
    seen.wait(lambda: GOAL not in seen.text, "entries only")
    seen.press("\r", ENTRY)
    seen.child.send(ESC)
    seen.wait(lambda: ENTRY not in seen.text, "the list again")
    seen.press("n", "Write here.")
    seen.press(DRAFT, DRAFT)


def lock(seen: Window) -> None:
    """Lock; wait until nothing of the entry is on the screen and the passphrase field is there."""
    seen.child.send(CTRL_L)
    seen.wait(lambda: DRAFT not in seen.text, "a screen without the draft")
    seen.shows("Passphrase", "last saved")


def kept(path: Path) -> bool:
    """Return whether the half-written entry is in the journal."""
    with Journal.open(path, PASSPHRASE_WORDS) as journal:
        return DRAFT in str(journal.drafts.all())


def copied(seen: Window) -> str:
    """Return everything that was put into the clipboard."""
    return "\n".join(base64.b64decode(text).decode() for text in COPIES.findall(seen.raw))


def assert_nothing_left(seen: Window, directory: Path, wanted: Mapping[str, bytes], said: str = "") -> None:
    """Assert that no canary is in a file or stays on the terminal, and that nothing is there but what was meant."""
    assert found_below(directory, wanted) == []
    assert found(seen.outside.encode(), wanted) == []
    assert scrolled_out(seen.raw) == ""
    assert scrollback(seen.outside).replace("\n", "") == said
    assert set(TOLD_TO_THE_TERMINAL.findall(seen.raw)) <= {SHAPE_OF_THE_POINTER}


def test_the_search_finds_what_lies_about_in_any_form(journal_path: Path, tmp_path: Path) -> None:
    sow(journal_path)
    assert found_below(tmp_path, canaries(journal_path)) == []
    noise = Random(7).randbytes
    for name, secret in canaries(journal_path).items():
        for number, form in enumerate([*forms(secret), base64.b64encode(b"ab" + secret)]):
            (tmp_path / "left").write_bytes(noise(number) + form + noise(number))
            assert found_below(tmp_path, {name: secret}), (name, number)
    (tmp_path / "left").rename(tmp_path / ENTRY)
    assert f"entry in {tmp_path / ENTRY}" in found_below(tmp_path, canaries(journal_path))


def test_the_environment_is_as_hostile_as_textual_knows_how_to_be(hostile: dict[str, str], tmp_path: Path) -> None:
    read = set(re.findall(r"TEXTUAL_\w+", Path(constants.__file__).read_text(encoding="utf-8")))
    assert read - HARMLESS - {"TEXTUAL_ANIMATIONS"} <= hostile.keys()
    program = "from textual.app import App; app = App(); app.call_later(app.exit); app.run(headless=True)"
    environment = {**os.environ, "TEXTUAL_LOG": hostile["TEXTUAL_LOG"]}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True, capture_output=True, timeout=60)
    assert (tmp_path / "log").stat().st_size


def test_nothing_is_left_of_a_journal_that_was_locked_and_quit(
    journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    with opened(journal_path, {**hostile, "PYTHONASYNCIODEBUG": "1"}) as seen:
        write(seen)
        process = Path("/proc") / str(seen.process)
        for known in ("cmdline", "environ"):
            assert found((process / known).read_bytes(), canaries(journal_path)) == []
        lock(seen)
        assert found(seen.text.encode(), canaries(journal_path)) == []
        assert found_below(tmp_path, canaries(journal_path)) == []
        seen.press(CTRL_Q)
        assert seen.end() == 0
        shown = {"entry", "title", "goal", "draft", "search term"}
        assert set(found(seen.raw.encode(), canaries(journal_path))) == shown
        assert_nothing_left(seen, tmp_path, canaries(journal_path))
    assert kept(journal_path)


@pytest.mark.parametrize("number", thinned(SIGNALS, every=3))
def test_nothing_is_left_of_a_journal_that_was_told_to_end(
    number: signal.Signals, journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    with opened(journal_path, hostile) as seen:
        write(seen)
        seen.child.kill(number)
        assert seen.end() == 128 + number
        assert_nothing_left(seen, tmp_path, canaries(journal_path))
    assert kept(journal_path)


def test_no_file_is_left_of_a_journal_that_was_killed(
    journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    with opened(journal_path, hostile) as seen:
        write(seen)
        seen.child.kill(signal.SIGKILL)
        assert seen.end() == -signal.SIGKILL
        assert_nothing_left(seen, tmp_path, canaries(journal_path))


def test_nothing_is_shown_of_a_journal_that_was_stopped_and_goes_on(
    journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    with opened(journal_path, hostile) as seen:
        write(seen)
        seen.child.kill(signal.SIGTSTP)
        os.waitid(os.P_PID, seen.process, os.WSTOPPED)
        seen.wait(lambda: "\x1b[?1049l" in seen.raw, "the normal screen")
        assert_nothing_left(seen, tmp_path, canaries(journal_path))
        before = len(seen.raw)
        seen.child.kill(signal.SIGCONT)
        seen.press("", "Passphrase", "last saved")
        assert found(seen.raw[before:].encode(), canaries(journal_path)) == []
        seen.press(CTRL_Q)
        assert seen.end() == 0
        assert_nothing_left(seen, tmp_path, canaries(journal_path))
    assert kept(journal_path)


@pytest.mark.parametrize("way", only([*CRASHES], "thread"))
def test_nothing_is_left_of_a_journal_that_crashed_in_the(
    way: str, journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    with opened(journal_path, hostile, *PROGRAM, way) as seen:
        write(seen)
        seen.press(F12)
        assert seen.end() == 1
        assert_nothing_left(seen, tmp_path, canaries(journal_path), STOPPED)
    assert kept(journal_path) or way == "end"


@pytest.mark.parametrize("part", thinned(range(PARTS), every=PARTS))
def test_nothing_is_left_of_a_walk_through_every_screen(
    part: int, journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    sow(journal_path)
    with window([*PROGRAM, "walk", f"{part}/{PARTS}"], environment=hostile) as seen:
        assert seen.end() == 0
        assert {"goal", "draft"} <= set(found(seen.raw.encode(), canaries(journal_path)))
        assert_nothing_left(seen, tmp_path, canaries(journal_path))


def test_on_a_full_disk_the_text_stays_on_the_screen_and_goes_nowhere_else(
    journal_path: Path, hostile: dict[str, str], tmp_path: Path
) -> None:
    with opened(journal_path, hostile, size=8192) as seen:
        write(seen)
        seen.press(CTRL_Q, DRAFT)
        seen.shows("Leave anyway?")
        assert found_below(tmp_path, canaries(journal_path)) == []
        seen.press("y")
        assert seen.end() == 0
        assert_nothing_left(seen, tmp_path, canaries(journal_path))


def test_nothing_is_left_of_the_first_minute(hostile: dict[str, str], journal_path: Path, tmp_path: Path) -> None:
    with window(environment=hostile) as seen:
        seen.shows("Nothing you write leaves this computer.", "Repeat it")
        seen.press(PASSPHRASE_WORDS, "strong")
        seen.press(f"{COPIED}{PASSPHRASE_WORDS}", "strong")
        seen.go("Repeat it")
        seen.press(f"{PASSPHRASE_WORDS}{COPIED}\r", "These 24 words", " 24 ", "I have written")
        rows = [row for line in seen.text.splitlines() if len(row := re.findall(r"(\d+) ([a-z]+)", line)) == 4]
        words = [word for _, word in sorted((int(number), word) for row in rows for number, word in row)]
        assert len(words) == 24
        seen.mark("These 24 words", "I have written")
        seen.child.send(CTRL_C)
        seen.wait(lambda: copied(seen) != "", "a copy of what else stands there")
        seen.mark(words[0], words[-1])
        seen.child.send(CTRL_C)
        seen.press("\r", "check two of the words")
        for place in sorted(int(number) for number in re.findall(r"Word (\d+)", seen.text)):
            seen.wait(lambda: seen.emphasises(f"Word {place} "), "the focus there")  # noqa: B023  # waited for at once
            seen.press(f"{words[place - 1]}{COPIED}{words[place - 1]}\r")
        seen.shows("What are you recovering from?")
        seen.press(CTRL_Q)
        assert seen.end() == 0
        assert not any(f"{place} {word}" in copied(seen) for place, word in enumerate(words, 1))
        for file in filter(Path.is_file, tmp_path.rglob("*")):
            assert words_in_a_row(file.read_bytes().decode("latin-1"), " ".join(words)) == []
        secrets = {"words": " ".join(words).encode(), "passphrase": PASSPHRASE_WORDS.encode()}
        wanted = secrets | keys_of(journal_path, words=" ".join(words))
        assert found_below(tmp_path, wanted) == []
        assert found(copied(seen).encode(), wanted) == []
        assert scrollback(seen.outside) == ""
    with Journal.open(journal_path, recovery_words=" ".join(words)) as journal:
        assert journal.has_recovery


def test_a_secret_is_never_copied_and_a_draft_is_when_asked(hostile: dict[str, str], journal_path: Path) -> None:
    words = new_recovery_words()
    with opened(journal_path, hostile, recovery_words=words) as seen:
        seen.press("n", "Write here.")
        seen.press(f"{DRAFT}{HOME}{SHIFT_END}{CTRL_C}")
        seen.wait(lambda: copied(seen) == DRAFT, "a copy of the draft")
        lock(seen)
        seen.press(f"{PASSPHRASE_WORDS}{COPIED}\r", DRAFT)
        lock(seen)
        seen.press(F6, "24 words")
        seen.press(f"{words}{COPIED}{HOME}\t{PASSPHRASE_WORDS}{COPIED}\t{PASSPHRASE_WORDS}{COPIED}\r", DRAFT)
        seen.press(CTRL_Q)
        assert seen.end() == 0
        assert copied(seen) == DRAFT


def test_a_passphrase_given_to_a_command_is_shown_nowhere(
    hostile: dict[str, str], journal_path: Path, tmp_path: Path
) -> None:
    sow(journal_path)
    with window([*JOURNAL, "entries"], environment=hostile) as seen:
        seen.shows("Passphrase:")
        seen.press(f"{PASSPHRASE_WORDS}\r")
        assert seen.end() == 0
        assert found(seen.raw.encode(), canaries(journal_path)) == ["entry", "title"]
        assert found_below(tmp_path, canaries(journal_path)) == []
