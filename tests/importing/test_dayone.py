"""Check the reader of Day One: each sample has one trap; exports of random entries are read back equal."""

from __future__ import annotations

import json
import plistlib
import re
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from journal.domain.dates import local_day
from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.dayone import open_export
from journal.importing.dayone_text import plain
from journal.importing.found import FoundEntry, Reading
from journal.text import import_writing as writing_text
from tests.importing.reading import PRESENT, SAMPLES, entries, read

FOLDER = SAMPLES / "dayone"
CLASSIC = FOLDER / "Classic.dayone"


def sample(name: str, **answers: str) -> Reading:
    return read(open_export, FOLDER / name, **answers)


def by_text(reading: Reading) -> dict[str, FoundEntry]:
    return {entry.text: entry for entry in entries(reading)}


def zipped(folder: Path, members: dict[str, bytes | str]) -> Path:
    path = folder / "Export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def one_entry(text: str, uuid: str = "A1") -> str:
    return json.dumps(
        {"entries": [{"uuid": uuid, "creationDate": "2026-11-02T10:00:00Z", "timeZone": "UTC", "text": text}]}
    )


def test_json_is_read_with_title_tags_star_and_the_day_of_its_zone() -> None:
    reading = sample("journal.json")
    (entry,) = entries(reading)
    assert entry.key == "dayone:0F8AD3D1C1E24B1B9E0C6D7F4B0C1A11"
    assert entry.title == "A good evening"
    assert entry.tags == ("family-dinner", "Calm")
    assert entry.read_again
    assert entry.when.at == datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    assert (entry.when.zone, entry.when.day) == ("America/New_York", date(2026, 11, 2))


def test_backslashes_before_signs_go_but_not_in_code_or_before_letters() -> None:
    (entry,) = entries(sample("journal.json"))
    assert entry.text == (
        "Went for a walk (two hours). Felt calm!\n- tea\n- a book\n1. first\n\n`a\\.b` stays, C:\\Users too"
    )


def test_pictures_go_and_are_counted_once() -> None:
    reading = sample("journal.json")
    assert "dayone-moment" not in repr(reading.found)
    assert reading.left_out == {writing_text.MEDIA: 1}


@pytest.mark.parametrize("name", ["journal.json", "zones.json", "Classic.dayone"])
def test_no_place_weather_activity_or_device_is_found(name: str) -> None:
    found = repr(sample(name))
    assert "CANARY" not in found
    assert "52.5" not in found


def test_the_day_follows_the_zone_of_the_entry_and_a_missing_one_is_a_doubt() -> None:
    found = by_text(sample("zones.json"))
    tokyo, none, unknown = found["Tokyo by place"], found["No zone"], found["Unknown zone"]
    assert (tokyo.when.day, tokyo.when.zone, tokyo.doubts) == (date(2026, 11, 3), "Asia/Tokyo", ())
    assert (none.when.zone, none.doubts) == ("Europe/Berlin", (writing_text.NO_ZONE,))
    assert (unknown.when.zone, unknown.doubts) == ("Europe/Berlin", (writing_text.ZONE_UNKNOWN,))
    assert found["Half past midnight"].when.day == date(2026, 11, 1)  # before four o'clock
    alone = found["Offset alone"]
    assert (alone.when.day, alone.when.zone, alone.doubts) == (date(2026, 11, 1), "Etc/GMT-9", ())
    assert found["Offset"].when.at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_an_entry_of_a_whole_day_gets_no_hour() -> None:
    when = by_text(sample("zones.json"))["All day"].when
    assert (when.day, when.at, when.precision) == (date(2026, 11, 2), None, Precision.DAY)


def test_what_lacks_text_date_or_a_possible_one_is_left_out_and_named() -> None:
    reading = sample("missing.json")
    assert list(by_text(reading)) == [
        "No identifier",
        "Rich words.",
        "Same identifier",
        "Same identifier, other words",
    ]
    assert reading.left_out == {
        writing_text.MEDIA: 2,
        writing_text.EMPTY: 1,
        writing_text.NO_DATE: 3,
        writing_text.IN_THE_FUTURE: 1,
        writing_text.date_too_early(1900): 1,
        writing_text.NOT_READABLE: 1,
    }


def test_an_equal_or_missing_identifier_still_gives_a_key() -> None:
    found = by_text(sample("missing.json"))
    assert found["Same identifier, other words"].key == "dayone:B8/2"
    assert found["No identifier"].key.startswith("dayone:2026-11-02T10:00:00Z+")
    assert entries(sample("missing.json")) == entries(sample("missing.json"))


def test_the_journals_of_a_zip_are_read_and_their_names_become_tags_if_wanted(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {
            "My Journal.json": one_entry("One", "A1"),
            "Travel.json": one_entry("Two", "A2"),
            "photos/abc.jpeg": b"x",
            "__MACOSX/._Travel.json": b"x",
        },
    )
    (question,) = open_export(path, PRESENT).questions()
    assert [choice.value for choice in question.choices] == ["yes", "no"]
    assert [entry.tags for entry in entries(read(open_export, path))] == [("My-Journal",), ("Travel",)]
    assert [entry.tags for entry in entries(read(open_export, path, journal_tags="no"))] == [(), ()]


def test_an_unpacked_zip_is_read_and_json_of_others_is_named(tmp_path: Path) -> None:
    (tmp_path / "Journal.json").write_text(one_entry("One"))
    (tmp_path / "other.json").write_text("[1]")
    reading = read(open_export, tmp_path)
    assert [entry.text for entry in entries(reading)] == ["One"]
    assert reading.left_out == {writing_text.OTHER_JSON: 1}


def test_a_classic_folder_is_read_and_what_is_damaged_is_named() -> None:
    reading = sample("Classic.dayone")
    late = by_text(reading)["Late at the desk & tired"]
    assert late.key == "dayone:4BB1F46946AD439996C9B59DE7C4DDC1"
    assert (late.when.day, late.when.zone) == (date(2014, 1, 4), "America/Los_Angeles")
    assert (late.tags, late.read_again) == (("work",), True)
    assert len(reading.found) == 2
    assert reading.left_out == {writing_text.NOT_READABLE: 1, writing_text.MEDIA: 1}


def test_a_single_classic_entry_is_read_and_a_damaged_one_refused() -> None:
    folder = CLASSIC / "entries"
    assert len(read(open_export, folder / "044F3747A38546168B572C2E3F217FA2.doentry").found) == 1
    with pytest.raises(BadExport, match="isn't a Day One entry"):
        open_export(folder / "CUT.doentry", PRESENT)


def test_an_entity_in_a_classic_entry_is_not_expanded(tmp_path: Path) -> None:
    entry = "<plist><dict><key>Entry Text</key><string>&a;</string></dict></plist>"
    bomb = f'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa">]>{entry}'
    (tmp_path / "a.doentry").write_text(bomb)
    with pytest.raises(BadExport):
        open_export(tmp_path / "a.doentry", PRESENT)


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        ("No heading\nText", "", "No heading\nText"),
        ("#tag first\nText", "", "#tag first\nText"),
        ("## C\\#\n\n\nText\\_", "C#", "Text_"),
        ("```\na\\.b\n", "", "```\na\\.b"),
        ("\\`a\\.b\\`", "", "`a.b`"),
        ("two \\\\ signs", "", "two \\ signs"),
        ("\\-\\-\\- \\[ \\] \\+1", "", "--- [ ] +1"),
        ("a\n\n![](dayone-moment:/video/1)\n\nb", "", "a\n\nb"),
        ("soft\u2028break", "", "soft\nbreak"),
        ("", "", ""),
    ],
)
def test_markdown_of_day_one_becomes_plain_text(markdown: str, title: str, text: str) -> None:
    found = plain(markdown)
    assert (found.title, found.text) == (title, text)


@pytest.mark.parametrize("text", ["![" * 300_000, "# " + " " * 300_000, "`" * 300_001, "\\" * 300_001])
def test_no_text_takes_long(text: str) -> None:
    plain(text)


@pytest.mark.parametrize("text", ["", "{}", '{"entries": [1]}', '{"entries": 1}', "[]", "nonsense", "[" * 99_999])
def test_what_is_not_from_day_one_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(BadExport):
        open_export(tmp_path / "a.json", PRESENT)
    with pytest.raises(BadExport):
        open_export(zipped(tmp_path, {"a.json": text}), PRESENT)


class Written(Struct, frozen=True):
    """An entry as Day One holds it."""

    uuid: str
    at: datetime
    zone: str
    title: str
    text: str
    tags: tuple[str, ...]
    starred: bool


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Zs"], exclude_characters="`")
WORD = st.text(LETTERS, min_size=1, max_size=8)
LINE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
BODY = st.lists(st.one_of(LINE, st.just("")), min_size=1, max_size=5).map("\n".join).map(lambda text: text.strip("\n"))
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Apia", "Asia/Kathmandu", "UTC"])
TAGS = st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), max_size=4, unique=True).map(tuple)
TIMES = st.datetimes(datetime(1901, 1, 1), datetime(2026, 11, 28), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0)
)
ENTRIES = st.lists(
    st.builds(
        Written,
        st.uuids().map(lambda uuid: uuid.hex.upper()),
        TIMES,
        ZONES,
        st.one_of(st.just(""), LINE.filter(lambda line: not line.startswith("#"))),
        BODY.filter(lambda body: bool(body.strip()) and not re.match(r"#+ ", body)),
        TAGS,
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda entry: entry.uuid,
)
SIGNS = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~]")


def as_json(written: list[Written]) -> str:
    """Write an export as Day One 2 does: UTC, a zone by name, backslashes before all signs of Markdown."""
    return json.dumps({"metadata": {"version": "1.0"}, "entries": [as_dict(entry) for entry in written]})


def as_dict(entry: Written) -> dict[str, Any]:
    heading = f"# {SIGNS.sub(escaped, entry.title)}\n\n" if entry.title else ""
    return {
        "uuid": entry.uuid,
        "creationDate": f"{entry.at:%Y-%m-%dT%H:%M:%SZ}",
        "timeZone": entry.zone,
        "text": heading + SIGNS.sub(escaped, entry.text),
        "tags": list(entry.tags),
        "starred": entry.starred,
        "location": {"latitude": 1.5, "placeName": "CANARY"},
        "weather": {"conditionsDescription": "CANARY"},
    }


def escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def as_classic(entry: Written) -> bytes:
    return plistlib.dumps(
        {
            "Creation Date": entry.at.replace(tzinfo=None),
            "Entry Text": entry.text,
            "Starred": entry.starred,
            "Tags": list(entry.tags),
            "Time Zone": entry.zone,
            "UUID": entry.uuid,
            "Location": {"Place Name": "CANARY"},
        }
    )


def back(entry: FoundEntry) -> Written:
    assert entry.when.at is not None
    assert entry.when.day == local_day(entry.when.at, entry.when.zone, PRESENT.day_starts_at)
    uuid = entry.key.removeprefix("dayone:")
    return Written(uuid, entry.when.at, entry.when.zone, entry.title, entry.text, entry.tags, entry.read_again)


def trimmed(entry: Written) -> Written:
    """Return the entry without blanks at its end, which no reader keeps."""
    return Written(entry.uuid, entry.at, entry.zone, entry.title, entry.text.rstrip(), entry.tags, entry.starred)


@given(ENTRIES)
def test_a_zip_of_random_entries_is_read_equal(written: list[Written]) -> None:
    with TemporaryDirectory() as folder:
        reading = read(open_export, zipped(Path(folder), {"Journal.json": as_json(written)}))
    assert "CANARY" not in repr(reading)
    assert [back(entry) for entry in entries(reading)] == [trimmed(entry) for entry in written]


@given(ENTRIES)
def test_a_classic_journal_of_random_entries_is_read_equal(written: list[Written]) -> None:
    plain_ones = [entry for entry in written if not SIGNS.search(entry.text)]
    with TemporaryDirectory() as folder:
        for entry in plain_ones:
            Path(folder, f"{entry.uuid}.doentry").write_bytes(as_classic(entry))
        found = {entry.key: back(entry) for entry in entries(read(open_export, Path(folder)))} if plain_ones else {}
    expected = {
        f"dayone:{entry.uuid}": Written(
            entry.uuid, entry.at, entry.zone, "", entry.text.rstrip(), entry.tags, entry.starred
        )
        for entry in plain_ones
    }
    assert found == expected


CUT = st.integers(0, 3000)


@given(st.binary(max_size=300), CUT, st.sampled_from([".json", ".zip", ".doentry"]))
def test_random_and_cut_bytes_raise_only_bad_export(noise: bytes, end: int, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        good = {
            ".json": (FOLDER / "missing.json").read_bytes(),
            ".zip": zipped(Path(folder), {"a.json": one_entry("One")}).read_bytes(),
            ".doentry": next((CLASSIC / "entries").glob("4*")).read_bytes(),
        }[suffix]
        place = end % len(good)
        for data in (noise, b"PK" + noise, good[:place], good[:place] + noise + good[place + len(noise) :]):
            path = Path(folder, f"a{suffix}")
            path.write_bytes(data)
            with suppress(BadExport):
                read(open_export, path)
