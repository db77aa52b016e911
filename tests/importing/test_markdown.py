"""Check the reader of Markdown folders: each sample has one trap; folders of random notes are read back equal."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.found import FoundEntry, Reading
from journal.importing.front_matter import split_front_matter
from journal.importing.markdown import open_export
from journal.importing.markdown_text import plain
from journal.importing.patterns import DatePattern
from journal.text import import_writing as writing_text
from tests.importing.reading import PRESENT, SAMPLES, entries, read

FOLDER = SAMPLES / "markdown"


def sample(name: str, **answers: str) -> Reading:
    return read(open_export, FOLDER / name, **answers)


def vault() -> dict[str, FoundEntry]:
    return {entry.key.removeprefix("markdown:"): entry for entry in entries(sample("vault"))}


def asked(path: Path) -> dict[str, str]:
    return {question.name: question.cautious for question in open_export(path, PRESENT).questions()}


def test_a_daily_note_is_read_with_the_day_of_its_name_and_the_time_at_its_top() -> None:
    entry = vault()["2026-11-02/2026-11-02"]
    assert entry.when.at == datetime(2026, 11, 2, 20, 40, tzinfo=UTC)
    assert (entry.when.day, entry.when.zone, entry.title) == (date(2026, 11, 2), "Europe/Berlin", "")
    assert entry.tags == ("Calm", "family", "walk", "life/home", "tea", "bread")


def test_links_keep_their_words_and_embeds_their_names_but_code_stays() -> None:
    assert vault()["2026-11-02/2026-11-02"].text == (
        "# Evening\n\nMet Anna at the café (Places/Cafe), #walk with #2026 and #life/home.\n"
        "[photo.png] ![view](pictures/free.png)\nsleep:: 7 h\ntags:: tea, bread\n\n"
        "```\n[[code]] #code ![[code.png]]\n```"
    )


def test_other_properties_and_hidden_folders_are_not_read() -> None:
    found = repr(sample("vault"))
    assert "CANARY" not in found
    assert "52.5" not in found


def test_what_is_left_out_is_named() -> None:
    assert sample("vault").left_out == {
        writing_text.NO_DAY: 2,
        writing_text.EMBEDS: 2,
        writing_text.OTHER_PROPERTIES: 2,
        writing_text.IN_THE_FUTURE: 1,
        writing_text.EMPTY: 1,
    }


def test_the_rest_of_a_name_is_the_title_and_the_day_has_no_hour() -> None:
    entry = vault()["2026-11-03/2026-11-03 A long walk"]
    assert entry.title == "A long walk"
    assert (entry.when.at, entry.when.precision) == (None, Precision.DAY)


def test_without_a_day_in_the_name_the_date_at_the_top_counts() -> None:
    dated, plain_day = vault()["2026-11-04/Some note"], vault()["2026-11-05/Other note"]
    assert dated.title == 'It"s a title'
    assert dated.when.at == datetime(2026, 11, 4, 13, 15, tzinfo=UTC)
    assert (dated.when.day, dated.when.zone) == (date(2026, 11, 4), "Etc/GMT-9")
    assert (plain_day.title, plain_day.tags, plain_day.when.at) == ("Other note", ("one", "two"), None)


def test_two_different_days_are_a_doubt_and_the_name_counts() -> None:
    entry = vault()["2026-11-06/2026-11-06"]
    assert (entry.when.day, entry.doubts) == (date(2026, 11, 6), (writing_text.DAYS_DIFFER,))


def test_what_only_looks_like_front_matter_is_text() -> None:
    assert vault()["2026-11-07/2026-11-07"].text == "---\nThis is a line, not a key\n---\nAll of it is text."
    assert vault()["2026-11-08/2026-11-08"].text == "---\ntags: x\nno end of the front matter: here"


def test_the_pattern_is_asked_unless_every_name_has_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / "2026-11-02.md").write_text("x")
    assert asked(tmp_path) == {}
    (tmp_path / "Idea.md").write_text("x")
    assert asked(tmp_path) == {"name_pattern": "YYYY-MM-DD"}
    assert asked(FOLDER / "vault") == {"name_pattern": "YYYY-MM-DD"}


def test_a_pattern_may_have_folders_and_parts_twice() -> None:
    for pattern in ("YYYY/MM/YYYY-MM-DD", "YYYY-MM-DD", "%Y-%m-%d"):
        found = entries(sample("months", name_pattern=pattern))
        assert [entry.when.day for entry in found] == [date(2026, 11, 2), date(2026, 11, 3)]


@pytest.mark.parametrize("pattern", ["YYYY-MM", "gggg-[W]ww", "HH:mm", "Daily", "%d" * 50, "YYYY-MM-DD" * 3, "x" * 101])
def test_a_pattern_that_names_no_day_is_refused(pattern: str) -> None:
    with pytest.raises(BadExport, match="pattern"):
        sample("months", name_pattern=pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "day", "clock"),
    [
        ("%Y-%m-%d %H:%M", "2026-11-02 21:40", date(2026, 11, 2), time(21, 40)),
        ("%m/%d/%Y %I:%M %p", "11/02/2026 12:05 am", date(2026, 11, 2), time(0, 5)),
        ("%I:%M %p, %b %d, %Y", "09:40 PM, NOV 02, 2026", date(2026, 11, 2), time(21, 40)),
        ("D [de] MMMM [de] YYYY", "2 de agosto de 2026", date(2026, 8, 2), None),
        ("%d %b %Y", "02 sept. 2026", date(2026, 9, 2), None),
        ("%d.%m.%y", "02.11.26", date(2026, 11, 2), None),
        ("%A, %d %B %Y", "Montag, 2 November 2026", date(2026, 11, 2), None),
        ("dddd, MMMM Do, YYYY", "Monday, November 2nd, 2026", date(2026, 11, 2), None),
        ("YYYYMMDDHHmm", "202611022140", date(2026, 11, 2), time(21, 40)),
        ("[Day] YYYY.MM.DD", "Day 2026.11.02", date(2026, 11, 2), None),
        ("YYYY/MM-MMMM/YYYY-MM-DD", "2026/11-November/2026-11-02", date(2026, 11, 2), None),
    ],
)
def test_patterns_of_jrnl_and_obsidian_are_read(pattern: str, text: str, day: date, clock: time | None) -> None:
    parts = DatePattern(pattern).parse(text)
    assert parts is not None
    assert (parts.day, parts.clock) == (day, clock)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2026-11-02x", "x2026-11-02", "2026-11-021"])
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    pattern = DatePattern("YYYY-MM-DD")
    assert pattern.parse(text) is None
    assert pattern.parse_beginning(text) is None


def test_names_that_could_be_read_in_two_ways_are_a_doubt(tmp_path: Path) -> None:
    (tmp_path / "02-11-2026.md").write_text("Text")
    assert entries(read(open_export, tmp_path))[0].doubts == (writing_text.SWAPPED,)
    (tmp_path / "13-11-2026.md").write_text("Text")
    assert {entry.doubts for entry in entries(read(open_export, tmp_path))} == {()}
    assert {entry.doubts for entry in entries(sample("months"))} == {()}


def test_a_composed_letter_in_a_name_gives_the_same_key(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        folder = tmp_path / form
        folder.mkdir()
        (folder / f"{normalize(form, '2026-11-02 Café')}.md").write_text("Text")
    keys = {entries(read(open_export, tmp_path / form))[0].key for form in ("NFC", "NFD")}
    assert len(keys) == 1


def test_equal_names_of_one_day_in_two_folders_are_both_kept(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "2026-11-02.md").write_text(name)
    assert [entry.text for entry in entries(read(open_export, tmp_path))] == ["a", "b"]


def test_a_file_that_is_not_utf8_is_named_and_a_utf16_one_read(tmp_path: Path) -> None:
    (tmp_path / "2026-11-02.md").write_bytes("Früh".encode("latin-1"))
    (tmp_path / "2026-11-03.md").write_bytes("Früh".encode("utf-16"))
    (tmp_path / "2026-11-04.md").write_bytes(b"\xef\xbb\xbf---\r\ntags: a\r\n---\r\nBoth\r\nlines\r\n")
    reading = read(open_export, tmp_path)
    assert [entry.text for entry in entries(reading)] == ["Früh", "Both\nlines"]
    assert reading.left_out == {writing_text.NOT_UTF8: 1}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/2026-11-02.md").write_text("CANARY")
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault/2026-11-03.md").write_text("Own")
    (tmp_path / "vault/2026-11-04.md").symlink_to(tmp_path / "secret/2026-11-02.md")
    (tmp_path / "vault/more").symlink_to(tmp_path / "secret")
    assert [entry.text for entry in entries(read(open_export, tmp_path / "vault"))] == ["Own"]


def test_a_single_file_is_read_and_another_kind_refused(tmp_path: Path) -> None:
    assert len(sample("vault/2026-11-02.md").found) == 1
    (tmp_path / "a.txt").write_text("x")
    for path in (tmp_path / "a.txt", tmp_path):
        with pytest.raises(BadExport, match="no Markdown"):
            open_export(path, PRESENT)


@pytest.mark.parametrize(
    ("front", "values", "others"),
    [
        ("tags: [a, 'b c', \"d\"]", {"tags": ["a", "b c", "d"]}, 0),
        ("tags: a, b # a remark", {"tags": ["a, b"]}, 0),
        ("tags:\n- a\n- b", {"tags": ["a", "b"]}, 0),
        ("Title: 'It''s: fine'", {"title": ["It's: fine"]}, 0),
        ("title: >\n  two\n  lines", {"title": ["two", "lines"]}, 0),
        ('date: "[[2026-11-02]]"', {"date": ["2026-11-02"]}, 0),
        ("date: null\ncreated: ~", {"date": [], "created": []}, 0),
        ("title: '~'\ntags: [\"null\", '|']", {"title": ["~"], "tags": ["null", "|"]}, 0),
        ("mood: 7\nplace:\n  town: x\n# remark\n", {}, 2),
        ("", {}, 0),
    ],
)
def test_simple_keys_of_front_matter_are_read(front: str, values: dict[str, list[str]], others: int) -> None:
    found, body = split_front_matter(f"---\n{front}\n---\nBody")
    assert (found.values, found.others, body) == (values, others, "Body")


@pytest.mark.parametrize(
    "text",
    [
        "[[" * 200_000,
        "![" * 200_000,
        "`" * 300_001,
        "#" * 300_000,
        "---\n" + " " * 300_000,
        f"---\na{' ' * 3_000_000}\n---",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    plain(text)
    split_front_matter(text)


class Note(Struct, frozen=True):
    """A note as Obsidian keeps it."""

    day: date
    clock: time | None
    title: str
    tags: tuple[str, ...]
    text: str


LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="`[]#!|:")
WORD = st.text(LETTERS, min_size=1, max_size=8)
LINE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
TEXT = st.lists(st.one_of(LINE, st.just("")), min_size=1, max_size=5).map("\n".join).map(lambda text: text.strip("\n"))
NOTES = st.lists(
    st.builds(
        Note,
        st.dates(date(1900, 1, 2), date(2026, 11, 28)),
        st.one_of(st.none(), st.times().map(lambda at: at.replace(microsecond=0))),
        st.one_of(st.just(""), LINE),
        st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), max_size=4, unique=True).map(tuple),
        TEXT.filter(lambda text: bool(text.strip()) and not text.startswith("---")),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda note: note.day,
)


def as_markdown(note: Note) -> str:
    """Write a note as Obsidian does: front matter with only the keys that are used."""
    lines = [f"created: {note.day} {note.clock}"] if note.clock else []
    lines += ['title: "' + note.title.replace("\\", "\\\\").replace('"', '\\"') + '"'] if note.title else []
    lines += ["tags:", *(f"  - {tag}" for tag in note.tags)] if note.tags else []
    return "\n".join(["---", *lines, "---", note.text, ""]) if lines else f"{note.text}\n"


@given(NOTES)
def test_a_folder_of_random_notes_is_read_equal(notes: list[Note]) -> None:
    with TemporaryDirectory() as folder:
        for note in notes:
            Path(folder, f"{note.day}.md").write_text(as_markdown(note), encoding="utf-8", newline="")
        found = entries(read(open_export, Path(folder)))
    for entry, note in zip(found, sorted(notes, key=lambda note: note.day), strict=True):
        title = "" if note.title == str(note.day) else note.title
        assert (entry.title, entry.tags, entry.text) == (title, note.tags, note.text.rstrip())
        assert (entry.when.at is None) == (note.clock is None)
        assert entry.key == f"markdown:{note.day}/{note.day}"


@given(st.binary(max_size=300), st.integers(0, 500))
def test_random_and_cut_bytes_raise_only_bad_export(noise: bytes, end: int) -> None:
    good = (FOLDER / "vault/2026-11-02.md").read_bytes()
    with TemporaryDirectory() as folder:
        for number, data in enumerate((noise, b"---\n" + noise, good[:end], good[:end] + noise + good[end:]), 1):
            Path(folder, f"2026-11-0{number}.md").write_bytes(data)
        with suppress(BadExport):
            read(open_export, Path(folder))


@given(st.text(max_size=20))
def test_any_pattern_is_read_or_refused(pattern: str) -> None:
    with suppress(BadExport):
        sample("months", name_pattern=pattern)
