"""Check that the settings hold nothing personal, are not needed, and are ignored if the file is bad."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.config.places import default_journal_path, settings_path
from journal.config.settings import Settings
from journal.domain.safety_lines import Line


def test_without_a_file_everything_has_its_usual_value(home: Path) -> None:
    assert Settings.load() == Settings()
    assert not settings_path().exists()


def test_what_is_set_is_there_again_and_only_for_the_person(home: Path) -> None:
    Settings(region="UK", idle_minutes=7, motion=False, theme="light").save()
    assert Settings.load() == Settings(region="UK", idle_minutes=7, motion=False, theme="light")
    assert settings_path().stat().st_mode & 0o777 == 0o600
    assert settings_path().is_relative_to(home)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("", ""),
        ("not toml at all [", ""),
        ("\x00\xff", ""),
        ('region = "US"\nidle_minutes = 900\nunknown = [1]', "US"),
        ("region = 5\nidle_minutes = 2", ""),
    ],
)
def test_what_cannot_be_read_counts_as_not_set(home: Path, text: str, region: str) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_bytes(text.encode("latin-1"))
    assert Settings.load().region == region
    assert Settings.load().idle_minutes in (2, 3)


def test_a_region_with_any_letters_survives(home: Path) -> None:
    odd = 'a"b\\c\nä\u2028'
    Settings(region=odd).save()
    assert Settings.load().region == odd


def test_the_journal_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    assert default_journal_path().is_relative_to(home)
    assert default_journal_path().name == "journal.rj"
    monkeypatch.setenv("JOURNAL_FILE", "~/elsewhere.rj")
    assert default_journal_path() == home / "elsewhere.rj"


words_of_any_kind = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
own_lines = st.builds(Line, name=words_of_any_kind, number=words_of_any_kind, verified=words_of_any_kind)


@given(st.lists(own_lines))
def test_lines_of_the_persons_own_are_there_again_whatever_their_letters(lines: list[Line]) -> None:
    with TemporaryDirectory() as directory:
        place = Path(directory) / "settings.toml"
        Settings(region="UK", lines=lines).save(place)
        assert Settings.load(place) == Settings(region="UK", lines=lines)


def test_a_line_that_can_t_be_read_costs_no_other_line(tmp_path: Path) -> None:
    place = tmp_path / "settings.toml"
    good = Line(name="clinic", number="0123", verified="2026-11-25")
    Settings(region="UK", lines=[good]).save(place)
    with place.open("a", encoding="utf-8") as file:
        file.write("\n[[lines]]\nname = 7\n")

    assert Settings.load(place) == Settings(region="UK", lines=[good])


def test_a_settings_file_of_any_length_costs_nothing_but_itself(home: Path) -> None:
    Settings(region="PL").save()
    os.truncate(settings_path(), 15 * 1024**4)
    assert Settings.load() == Settings()


def test_chosen_keys_are_read_as_tables_or_quoted_and_are_there_again(home: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(
        '[keys]\nplaces.undo = "z"\n"forms.save" = ["f12", "ctrl+s"]\n"odd ü" = 5\n', encoding="utf-8"
    )
    keys = {"places.undo": ["z"], "forms.save": ["f12", "ctrl+s"], "odd ü": ["5"]}
    assert Settings.load().keys == keys
    Settings.load().save()
    assert Settings.load().keys == keys
