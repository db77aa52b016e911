"""Check that only what the level, the person's picks and strikes allow leaves; and how files for others are written."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.record import Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.page import Cell, Line, Page, PageDraft, Part
from journal.sharing.release import Choice, LineStatus, line_status, release, write
from journal.sharing.sanitize import sanitize
from journal.vault.files.disk import Disk
from tests.support.commands import ROOT

NEVER, ASK, NUMBERS, SHARE = Sensitivity.NEVER, Sensitivity.ASK, Sensitivity.NUMBERS, Sensitivity.SHARE
MINIMAL, STANDARD, FULL = Level.MINIMAL, Level.STANDARD, Level.FULL


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return an empty directory."""
    place = tmp_path / "desk"
    place.mkdir()
    return place


def line(key: str = "a", sensitivity: Sensitivity = SHARE, *, basic: bool = False, text: str = "words") -> Line:
    return Line(key=key, section="S", parts=(Part(text),), sensitivity=sensitivity, basic=basic)


def draft(*lines: Line) -> PageDraft:
    return PageDraft(title="T", first=date(2026, 11, 16), last=date(2026, 11, 23), lines=lines)


def everything(page: Page) -> str:
    return msgspec.json.encode(page).decode()


@pytest.mark.parametrize(
    ("sensitivity", "basic", "goes_at"),
    [
        (NEVER, False, []),
        (NEVER, True, []),
        (ASK, False, [FULL]),
        (ASK, True, [FULL]),
        (NUMBERS, False, [STANDARD, FULL]),
        (SHARE, False, [STANDARD, FULL]),
        (NUMBERS, True, [MINIMAL, STANDARD, FULL]),
        (SHARE, True, [MINIMAL, STANDARD, FULL]),
    ],
)
def test_a_level_ticks_what_its_sensitivity_allows(sensitivity: Sensitivity, basic: bool, goes_at: list[Level]) -> None:
    one = line(sensitivity=sensitivity, basic=basic)
    assert [level for level in Level if release(draft(one), Choice(level=level)).lines] == goes_at


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("sensitivity", list(Sensitivity))
def test_a_line_that_was_picked_goes_at_every_level(level: Level, sensitivity: Sensitivity) -> None:
    choice = Choice(level=level, picked=frozenset({"a"}))
    assert line_status(line(sensitivity=sensitivity), choice) is LineStatus.GOES


def test_a_struck_line_stays_even_if_it_was_picked() -> None:
    page = release(draft(line(sensitivity=NEVER)), Choice(struck=frozenset({"a"}), picked=frozenset({"a"})))
    assert page.lines == ()
    assert page.struck == {"S": 1}


def test_a_closed_section_vanishes_with_its_lines() -> None:
    page = release(draft(line()), Choice(closed=frozenset({"S"})))
    assert page.sections == {}


def test_only_lines_that_would_have_gone_count_as_struck_out() -> None:
    page = release(draft(line("a"), line("b", NEVER)), Choice(struck=frozenset({"a", "b"})))
    assert page.struck == {"S": 1}


def test_parts_that_stay_home_leave_their_place_to_the_fixed_lists_word() -> None:
    one = Line(key="a", section="S", label=Part("Ana", NEVER), parts=(Part("Dan", ASK, "people"), Part(" 3")))
    assert [said.text for said in release(draft(one), Choice()).lines] == ["people 3"]
    assert [said.text for said in release(draft(one), Choice(level=FULL)).lines] == ["Dan 3"]
    assert [said.label for said in release(draft(one), Choice(level=FULL)).lines] == [""]
    assert [said.label for said in release(draft(one), Choice(picked=frozenset({"a"}))).lines] == ["Ana"]


def test_a_line_of_which_nothing_may_be_said_is_not_there() -> None:
    one = Line(key="a", section="S", parts=(Part("For R.", ASK),))
    assert release(draft(one), Choice()).sections == {}


def test_a_strip_is_a_line_without_words() -> None:
    one = Line(key="a", section="S", cells=(Cell("Mo", ".", "free"),))
    assert len(release(draft(one), Choice()).lines) == 1


SENSITIVITIES = st.sampled_from(list(Sensitivity))
KEYS = st.sets(st.integers(0, 7).map(str)).map(frozenset)
CHOICES = st.builds(Choice, level=st.sampled_from(list(Level)), struck=KEYS, picked=KEYS)
LINES = st.lists(st.tuples(SENSITIVITIES, SENSITIVITIES, st.booleans()), max_size=8)


@given(LINES, CHOICES)
def test_never_goes_only_when_picked_and_struck_out_never(
    drawn: list[tuple[Sensitivity, Sensitivity, bool]], choice: Choice
) -> None:
    lines = [
        Line(
            key=str(number),
            section="S",
            parts=(Part(f"line{number}."), Part(f"part{number}.", inner)),
            sensitivity=outer,
            basic=basic,
        )
        for number, (outer, inner, basic) in enumerate(drawn)
    ]
    said = everything(release(draft(*lines), choice))
    for number, (outer, inner, _) in enumerate(drawn):
        key = str(number)
        if key in choice.struck:
            assert f"line{number}." not in said
        for words, kept in ((f"line{number}.", {outer}), (f"part{number}.", {outer, inner})):
            if key not in choice.picked and (NEVER in kept or (ASK in kept and choice.level is not FULL)):
                assert words not in said


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("plain words, ümläute, 日本語 and שלום", "plain words, ümläute, 日本語 and שלום"),
        ("two\r\nlines\u2028three", "two\nlines\nthree"),
        ("a\tb", "a b"),
        ("\x1b[31mred\x07", "\N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),
        ("e" + "\u0301" * 300, "e" + "\u0301" * 4),
        ("half\ud800", "half\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_text_is_read_and_does_not_act(text: str, read: str) -> None:
    assert sanitize(text) == read


@given(st.text(st.characters()))
def test_plain_text_is_as_plain_as_it_gets(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)
    assert sanitize(text).encode().decode() == sanitize(text)  # it can be written


def test_what_is_released_is_plain() -> None:
    page = release(draft(line(text="\x1b]0;owned\x07")), Choice())
    assert "\x1b" not in page.lines[0].text


def test_a_file_for_others_is_for_the_person_alone_at_first(desk: Path) -> None:
    write(desk / "page", b"words")
    assert (desk / "page").read_bytes() == b"words"
    assert stat.S_IMODE((desk / "page").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_left_as_it_is_unless_asked(desk: Path) -> None:
    place = desk / "page"
    place.write_bytes(b"something else")
    place.chmod(0o644)
    with pytest.raises(FileExistsError):
        write(place, b"words")
    assert place.read_bytes() == b"something else"
    write(place, b"words", replace=True)
    assert place.read_bytes() == b"words"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert os.listdir(desk) == ["page"]


def test_a_link_to_nowhere_is_not_followed(desk: Path) -> None:
    (desk / "page").symlink_to(desk / "elsewhere")
    with pytest.raises(FileExistsError):
        write(desk / "page", b"words")
    assert not (desk / "elsewhere").exists()


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("unnamed", [True, False])
@pytest.mark.parametrize("step", ["write", "sync", "name"])
def test_an_interrupted_write_leaves_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch, step: str, unnamed: bool, fault: BaseException
) -> None:
    """Check both files that have no name until they are complete, and systems without such files."""
    if not unnamed:
        monkeypatch.setattr(Disk, "open_unnamed", lambda *_: None)
        step = {"name": "rename_to_nothing"}.get(step, step)

    def fails(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(Disk, step, fails)
    with pytest.raises(type(fault)):
        write(desk / "page", b"words")
    assert os.listdir(desk) == []


@pytest.mark.parametrize("unnamed", [True, False])
def test_it_is_written_whole_over_another_or_not(desk: Path, monkeypatch: pytest.MonkeyPatch, unnamed: bool) -> None:
    if not unnamed:
        monkeypatch.setattr(Disk, "open_unnamed", lambda *_: None)
    write(desk / "page", b"words")
    with pytest.raises(FileExistsError):
        write(desk / "page", b"others")
    write(desk / "page", b"others", replace=True)
    assert (desk / "page").read_bytes() == b"others"
    assert os.listdir(desk) == ["page"]


KILLED = """
import os, signal, sys
from pathlib import Path
from journal.sharing import release
from journal.vault.files.disk import Disk

steps = int(sys.argv[2])

def dying(step):
    def until(*arguments, **named):
        global steps
        steps -= 1
        if steps < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **named)
    return until

def half(disk, descriptor, data, offset):
    os.pwrite(descriptor, data[: len(data) // 2], offset)
    write(disk, descriptor, data, offset)

write = dying(Disk.write)
Disk.write = half
for name in ("open_unnamed", "sync", "name", "rename", "unlink", "close", "sync_directory"):
    setattr(Disk, name, dying(getattr(Disk, name)))
release.write(Path(sys.argv[1]), b"words " * 10_000, replace=sys.argv[3] == "over")
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has files without a name")
@pytest.mark.parametrize("over", [False, True])
def test_killed_at_any_step_it_leaves_all_of_the_page_or_none(desk: Path, over: bool) -> None:
    whole, before = b"words " * 10_000, b"another page"
    for step in range(12):
        place = desk / f"page-{step}"
        if over:
            place.write_bytes(before)
        words = [sys.executable, "-c", KILLED, str(place), str(step), "over" if over else "new"]
        ended = subprocess.run(words, check=False, cwd=ROOT)
        found = {file.read_bytes() for file in desk.iterdir() if file.name.startswith((place.name, f".{place.name}"))}
        assert found <= {whole, before}
        if ended.returncode == 0:
            assert found == {whole}
            break
        assert ended.returncode == -signal.SIGKILL
    else:
        pytest.fail("it never came to an end")
