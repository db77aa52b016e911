"""Check the reader of jrnl: each sample has one trap; exports of random entries are read back equal."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.found import Reading
from journal.importing.jrnl import USUAL, open_export
from journal.text import import_writing as writing_text
from tests.importing.reading import PRESENT, SAMPLES, entries, read

FOLDER = SAMPLES / "jrnl"


def sample(name: str, **answers: str) -> Reading:
    return read(open_export, FOLDER / name, **answers)


def asked(name: str) -> dict[str, str]:
    return {question.name: question.cautious for question in open_export(FOLDER / name, PRESENT).questions()}


def test_a_text_file_is_read_with_stars_tags_and_local_times() -> None:
    reading = sample("journal.txt")
    first, second = entries(reading)
    assert (first.title, first.text, first.read_again) == (
        "A quiet evening",
        "Called @Anna and stayed in.",
        True,
    )
    assert first.tags == ("anna",)
    assert first.when.at == datetime(2026, 11, 2, 20, 40, tzinfo=UTC)
    assert (first.when.zone, first.when.day, first.doubts) == ("Europe/Berlin", date(2026, 11, 2), ())
    assert (second.title, second.text) == ("One line.", "And a second sentence @home")
    assert not second.read_again
    assert asked("journal.txt") == {}
    assert reading.left_out == {}


def test_text_and_json_of_the_same_journal_are_equal_to_the_key() -> None:
    assert sample("journal.txt") == sample("journal.json")


def test_json_keeps_no_name_of_a_computer() -> None:
    assert "CANARY" not in repr(sample("journal.json"))


def test_a_line_that_looks_like_a_header_is_part_of_the_text_without_its_blank() -> None:
    (entry,) = entries(sample("escaped.txt"))
    assert entry.text.splitlines()[1:] == [
        "[2019-01-01 08:00] Not an entry",
        "[26/11, 23:32] Someone: a line of a chat.",
    ]
    assert entry.doubts == (writing_text.HEADER_LIKE,)


def test_another_time_format_is_guessed_and_asked() -> None:
    assert asked("timeformat.txt") == {"timeformat": "%d.%m.%Y %H:%M"}
    assert [entry.when.day for entry in entries(sample("timeformat.txt"))] == [date(2026, 11, 2), date(2026, 11, 13)]
    with pytest.raises(BadExport, match="No entries"):
        sample("timeformat.txt", timeformat="%Y-%m-%d")


def test_dates_that_could_be_read_in_two_ways_are_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    path.write_text("[02/11/2026 09:00] One\n\n[03/11/2026 09:00] Two\n")
    assert {entry.doubts for entry in entries(read(open_export, path))} == {(writing_text.SWAPPED,)}
    chosen = entries(read(open_export, path, timeformat="%m/%d/%Y %H:%M"))
    assert [(entry.when.day, entry.doubts) for entry in chosen] == [(date(2026, 2, 11), ()), (date(2026, 3, 11), ())]
    path.write_text("[02/11/2026 09:00] One\n\n[13/11/2026 09:00] Two\n")
    assert {entry.doubts for entry in entries(read(open_export, path))} == {()}


@pytest.mark.parametrize("pattern", ["%H:%M", "%Q", "%", "%Y %Y %Y-%m-%d", "%Y-%m", "x" * 101])
def test_a_pattern_that_cannot_tell_the_day_is_refused(pattern: str) -> None:
    with pytest.raises(BadExport, match="pattern"):
        sample("timeformat.txt", timeformat=pattern)


def test_a_date_without_a_time_gets_no_hour() -> None:
    (entry,) = entries(sample("days_only.txt"))
    assert (entry.when.day, entry.when.at, entry.when.precision) == (date(2026, 11, 2), None, Precision.DAY)


def test_two_entries_of_one_minute_and_title_are_both_kept() -> None:
    first, second = entries(sample("equal_keys.txt"))
    assert (first.text, second.text) == ("One.", "Two.")
    assert second.key == f"{first.key}/2"


def test_a_time_at_a_clock_change_is_kept_with_a_doubt() -> None:
    skipped, doubled, plain = entries(sample("clocks.txt"))
    assert skipped.doubts == doubled.doubts == (writing_text.CLOCK_CHANGE,)
    assert plain.doubts == ()
    assert skipped.when.day == date(2026, 3, 28)  # before four o'clock it is still the day before


def test_what_has_no_date_or_an_impossible_one_is_left_out_and_named() -> None:
    reading = sample("dates.txt")
    assert [entry.text for entry in entries(reading)] == ["First"]
    assert reading.left_out == {
        writing_text.BEFORE_FIRST_ENTRY: 1,
        writing_text.IN_THE_FUTURE: 1,
        writing_text.date_too_early(1900): 1,
    }


def test_other_signs_of_tags_are_asked() -> None:
    assert asked("signs.txt") == {"tagsymbols": "@"}
    assert entries(sample("signs.txt"))[0].tags == ()
    assert entries(sample("signs.txt", tagsymbols="#+"))[0].tags == ("walk", "bo")


def test_in_a_folder_the_path_is_the_day_and_other_files_are_named() -> None:
    reading = sample("folder")
    evening, morning = entries(reading)
    assert asked("folder") == {"timeformat": "%H:%M"}
    assert evening.when.at == datetime(2026, 11, 2, 20, 40, tzinfo=UTC)
    assert (morning.text, morning.when.day) == ("Morning", date(2026, 11, 2))
    assert reading.left_out == {writing_text.OTHER_FILES: 2}


def test_in_a_folder_the_day_of_the_path_counts_and_not_that_of_the_header(tmp_path: Path) -> None:
    (tmp_path / "2026/11").mkdir(parents=True)
    (tmp_path / "2026/11/02.txt").write_text("[2025-01-01 09:00] Moved\n")
    (entry,) = entries(read(open_export, tmp_path))
    assert entry.when.at == datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def test_an_encrypted_file_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_text("gAAAAABkVGVzdA==")
    with pytest.raises(BadExport, match="jrnl --decrypt"):
        open_export(tmp_path / "journal.txt", PRESENT)


def test_a_file_of_a_folder_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "2026/11").mkdir(parents=True)
    (tmp_path / "2026/11/02.txt").write_bytes("[09:00] Früh\n".encode("latin-1"))
    (tmp_path / "2026/11/03.txt").write_text("[09:00] Früh\n", encoding="utf-8")
    reading = read(open_export, tmp_path)
    assert [entry.text for entry in entries(reading)] == ["Früh"]
    assert reading.left_out == {writing_text.NOT_UTF8: 1}


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("[09:00] CANARY\n")
    (tmp_path / "journal/2026/11").mkdir(parents=True)
    (tmp_path / "journal/2026/11/02.txt").write_text("[09:00] Own\n")
    (tmp_path / "journal/2026/11/03.txt").symlink_to(tmp_path / "other.txt")
    assert [entry.text for entry in entries(read(open_export, tmp_path / "journal"))] == ["Own"]


def test_a_title_over_the_limit_goes_into_the_text_whole(tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_text(f"[2026-11-02 09:00] {'long ' * 300}\nMore.\n")
    (entry,) = entries(read(open_export, tmp_path / "journal.txt"))
    assert entry.text == f"{('long ' * 300).strip()}\n\nMore."
    assert (entry.title, entry.doubts) == ("", (writing_text.LONG_TITLE,))


def test_a_text_over_the_limit_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_text(f"[2026-11-02 09:00] Long\n{'x' * 2_000_001}\n\n[2026-11-03 09:00] Short\n")
    reading = read(open_export, tmp_path / "journal.txt")
    assert [entry.text for entry in entries(reading)] == ["Short"]
    assert reading.left_out == {writing_text.text_too_long(2_000_000): 1}


def test_tags_over_the_limits_are_counted(tmp_path: Path) -> None:
    tags = " ".join(f"@t{number}" for number in range(25))
    (tmp_path / "journal.txt").write_text(f"[2026-11-02 09:00] Tags\n{tags} @{'x' * 41}\n")
    reading = read(open_export, tmp_path / "journal.txt")
    assert entries(reading)[0].tags == tuple(f"t{number}" for number in range(20))
    assert reading.left_out == {writing_text.TAGS: 6}


def test_half_a_character_is_replaced_with_a_doubt(tmp_path: Path) -> None:
    entry = {"title": "\ud83d", "body": "ok \udc00", "date": "2026-11-02", "time": "09:00"}
    (tmp_path / "journal.json").write_text(json.dumps({"entries": [entry]}))
    (found,) = entries(read(open_export, tmp_path / "journal.json"))
    assert (found.title, found.text, found.doubts) == ("\ufffd", "ok \ufffd", (writing_text.BAD_CHARACTERS,))


@pytest.mark.parametrize(
    "text", ["", "no header at all\n", '{"entries": [{"x": 1}]}', "{", '{"entries": 3}', "[" * 99_999]
)
def test_what_is_not_from_jrnl_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "journal.txt").write_text(text)
    with pytest.raises(BadExport):
        read(open_export, tmp_path / "journal.txt")


def test_a_long_run_of_dots_takes_no_time(tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_text(f"[2026-11-02 09:00] {'.' * 500_000}x")
    assert len(entries(read(open_export, tmp_path / "journal.txt"))[0].text) == 500_001


class Written(Struct, frozen=True):
    """An entry as jrnl holds it."""

    at: datetime
    title: str
    body: str
    starred: bool


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=8)
LINE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
"""Words between single blanks; jrnl trims the others away."""

BODY = st.one_of(
    st.just(""),
    st.lists(st.one_of(st.just(""), st.just("[2019-01-01 08:00] No entry"), LINE), min_size=1, max_size=5).map(
        lambda lines: "\n".join(lines).strip("\n")
    ),
)
MINUTES = st.datetimes(datetime(1900, 1, 3), datetime(2026, 11, 28)).map(  # noqa: DTZ001
    lambda at: at.replace(second=0, microsecond=0)
)
ENTRIES = st.lists(
    st.builds(Written, MINUTES, LINE.filter(lambda line: not re.search(r"[*]$|^[*\[]", line)), BODY, st.booleans()),
    min_size=1,
    max_size=6,
)
HEADER_AT_START = re.compile(r"^\[([^\]\n]+)\] ", re.MULTILINE)


def escaped(found: re.Match[str], pattern: str) -> str:
    """Put a blank before what looks like the header of an entry, as jrnl does when it takes over an older journal."""
    try:
        datetime.strptime(found[1], pattern)  # noqa: DTZ007
    except ValueError:
        return found[0]
    return f" {found[0]}"


def with_body(entry: Written) -> Written:
    """Return the entry with a body, so that its title is not split into sentences when it is read."""
    return entry if entry.body else Written(entry.at, entry.title, "Body", entry.starred)


def as_text(written: list[Written], pattern: str = "%Y-%m-%d %H:%M") -> str:
    """Write a file as ``Entry.__str__`` and ``Journal._to_text`` do, with lines like headers escaped by one blank."""
    return "\n".join(
        f"[{entry.at.strftime(pattern)}] {entry.title}{' *' if entry.starred else ''}"
        + ("\n" if entry.body else "")
        + HEADER_AT_START.sub(lambda found: escaped(found, pattern), entry.body)
        + "\n"
        for entry in written
    )


def as_json(written: list[Written]) -> str:
    """Write the export as ``JSONExporter`` does."""
    dicts = [
        {
            "title": entry.title,
            "body": entry.body,
            "date": f"{entry.at:%Y-%m-%d}",
            "time": f"{entry.at:%H:%M}",
            "tags": sorted(
                {tag.lower() for tag in re.findall(r"(?<!\S)([@][-+*#/\w]+)", f"{entry.title} {entry.body}")}
            ),
            "starred": entry.starred,
        }
        for entry in written
    ]
    return json.dumps({"tags": {}, "entries": dicts}, indent=2)


def found(text: str, **answers: str) -> list[tuple[datetime | None, str, str, bool]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "journal")
        path.write_text(text, encoding="utf-8", newline="")
        return [
            (entry.when.at, entry.title, entry.text, entry.read_again)
            for entry in entries(read(open_export, path, **answers))
        ]


def expected(entry: Written) -> tuple[datetime, str, str, bool]:
    at = entry.at.replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    if entry.body.strip():
        return at, entry.title, entry.body, entry.starred
    return at, "", entry.title, entry.starred


@given(ENTRIES)
def test_a_text_file_of_random_entries_is_read_equal(written: list[Written]) -> None:
    several = [entry for entry in written if entry.body] or [Written(written[0].at, "Title", "Body", False)]
    assert found(as_text(several)) == [expected(entry) for entry in several]


@given(ENTRIES)
def test_a_json_export_of_random_entries_is_read_equal(written: list[Written]) -> None:
    assert found(as_json(written)) == [expected(entry) for entry in written]


@given(ENTRIES)
def test_a_folder_of_random_entries_is_read_equal(written: list[Written]) -> None:
    days: dict[date, list[Written]] = {}
    for entry in sorted(written, key=lambda entry: entry.at):
        days.setdefault(entry.at.date(), []).append(with_body(entry))
    with TemporaryDirectory() as folder:
        for day, own in days.items():
            path = Path(folder, f"{day:%Y}", f"{day:%m}", f"{day:%d}.txt")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(as_text(own, "%H:%M"), encoding="utf-8", newline="")
        back = entries(read(open_export, Path(folder), timeformat="%H:%M"))
    assert [(entry.when.at, entry.title, entry.text, entry.read_again) for entry in back] == [
        expected(entry) for own in days.values() for entry in own
    ]


@given(ENTRIES, st.sampled_from([pattern for pattern in USUAL if "%M" in pattern and "%y" not in pattern]))
def test_every_usual_way_to_write_dates_is_read_as_it_was_written(written: list[Written], pattern: str) -> None:
    several = [with_body(entry) for entry in written]
    assert found(as_text(several, pattern), timeformat=pattern) == [expected(entry) for entry in several]


@given(ENTRIES, ENTRIES)
def test_what_is_written_later_changes_no_key(written: list[Written], later: list[Written]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "journal")
        path.write_text(as_json(written), encoding="utf-8")
        before = entries(read(open_export, path))
        path.write_text(as_json([*written, *later]), encoding="utf-8")
        after = entries(read(open_export, path))
    assert after[: len(before)] == before


@given(
    st.one_of(
        st.binary(max_size=300), st.integers(0, 400).map(lambda end: (FOLDER / "journal.json").read_bytes()[:end])
    )
)
def test_random_and_cut_bytes_raise_only_bad_export(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "journal")
        path.write_bytes(data)
        with suppress(BadExport):
            read(open_export, path)


@given(st.text(max_size=20))
def test_any_pattern_is_read_or_refused(pattern: str) -> None:
    with suppress(BadExport):
        sample("timeformat.txt", timeformat=pattern)
