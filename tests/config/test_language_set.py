"""The language is the one of the variable, else of the setting, else of the computer's locale."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from journal.config.places import language_set, settings_path
from journal.config.settings import Settings
from journal.language import Language

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*LOCALES, "JOURNAL_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("environment", "setting", "expected"),
    [
        ({}, "", Language.ENGLISH),
        ({"LANG": "es_ES.UTF-8"}, "", Language.SPANISH),
        ({"LANG": "de_AT.UTF-8"}, "", Language.ENGLISH),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "", Language.ENGLISH),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": ""}, "", Language.SPANISH),
        ({"LANG": "C", "LC_MESSAGES": "es_AR"}, "", Language.SPANISH),
        ({"LANG": "en_GB.UTF-8"}, "es", Language.SPANISH),
        ({"LANG": "es_ES.UTF-8"}, "en", Language.ENGLISH),
        ({"JOURNAL_LANGUAGE": "es", "LANG": "en_GB.UTF-8"}, "en", Language.SPANISH),
        ({"JOURNAL_LANGUAGE": "tlh", "LANG": "C"}, "es", Language.SPANISH),
    ],
)
def test_the_language_that_was_chosen_nearest_is_spoken(
    environment: Mapping[str, str], setting: str, expected: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    if setting:
        Settings.load().save()
        text = settings_path().read_text()
        settings_path().write_text(f'language = "{setting}"\n' + text.replace('language = ""\n', ""))
    assert language_set() is expected


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"language = 3", b'language = "xx"', b"language ="])
def test_a_bad_file_leaves_the_language_of_the_computer(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    settings_path().parent.mkdir(parents=True)
    settings_path().write_bytes(content)
    assert language_set() is Language.SPANISH
