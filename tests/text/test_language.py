"""A text is looked up in the language that is spoken, when it is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from threading import Thread
from types import ModuleType

import pytest

from journal import language
from journal.domain.dates import format_day, parse_period, parse_time
from journal.language import Language, named_language, speaking, use
from journal.text import unlock as unlock_text
from tests.support import text_modules

ENGLISH = unlock_text.STAYS_LOCKED
THURSDAY = date(2026, 11, 19)
MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use(Language.ENGLISH)


@pytest.mark.parametrize("module", text_modules.english(), ids=lambda module: module.__name__)
def test_every_module_of_texts_is_looked_up_in_the_language_that_is_spoken(module: ModuleType) -> None:
    assert type(module) is language._Translated


def test_speaking_lasts_as_long_as_its_block_and_nests() -> None:
    with speaking(Language.SPANISH):
        spanish = unlock_text.STAYS_LOCKED
        with speaking(Language.ENGLISH):
            assert unlock_text.STAYS_LOCKED == ENGLISH
        assert unlock_text.STAYS_LOCKED == spanish != ENGLISH
    assert unlock_text.STAYS_LOCKED == ENGLISH


def test_the_language_of_the_process_is_spoken_in_every_thread() -> None:
    heard: list[str] = []
    use(Language.SPANISH)
    thread = Thread(target=lambda: heard.append(unlock_text.STAYS_LOCKED))
    thread.start()
    thread.join()
    assert heard == [unlock_text.STAYS_LOCKED] != [ENGLISH]


def test_a_text_without_a_twin_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlock_text, "ONLY_ENGLISH", "Only in English.", raising=False)
    with speaking(Language.SPANISH):
        assert getattr(unlock_text, "ONLY_" + "ENGLISH") == "Only in English."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("es", Language.SPANISH), ("es_MX.UTF-8", Language.SPANISH), ("Spanish_Spain.1252", Language.SPANISH)),
        *(("es-AR", Language.SPANISH), ("en_GB", Language.ENGLISH), ("C", None), ("de_AT.UTF-8", None), ("", None)),
        ("est", None),
    ],
)
def test_a_language_is_known_by_the_names_of_its_locales(name: str, expected: Language | None) -> None:
    assert named_language(name) == expected


def test_dates_are_written_in_the_language_that_is_spoken() -> None:
    assert format_day(THURSDAY) == "Thu 19 Nov"
    with speaking(Language.SPANISH):
        assert format_day(THURSDAY) == "jue 19 nov"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        *(("ayer", 22, 22), ("Anteayer", 21, 21), ("anoche", 22, 22), ("hoy", 23, 23)),
        *(("hace 3 días", 20, 20), ("hace una semana", 16, 16), ("el jueves", 19, 19), ("jue", 19, 19)),
        *(("jue 19 nov", 19, 19), ("19 de noviembre", 19, 19), ("el 19 de noviembre de 2026", 19, 19)),
        *(("lunes pasado", 16, 16), ("último lunes", 16, 16), ("la semana pasada", 16, 16), ("miércoles", 18, 18)),
        *(("mar 17 nov", 17, 17), ("martes", 17, 17), ("mart", 17, 17)),
    ],
)
@pytest.mark.parametrize("spoken", Language)
def test_spanish_dates_are_understood_whichever_language_is_spoken(
    typed: str, first: int, last: int, spoken: Language
) -> None:
    with speaking(spoken):
        assert parse_period(typed, MONDAY) == (date(2026, 11, first), date(2026, 11, last))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("mañana", date(2026, 11, 24)), ("dentro de 2 días", date(2026, 11, 25)), ("próximo lunes", date(2026, 11, 30))],
)
def test_spanish_days_ahead_are_understood(typed: str, expected: date) -> None:
    assert parse_period(typed, MONDAY, ahead=True) == (expected, expected)


def test_march_is_march_in_both_languages() -> None:
    assert parse_period("19 mar", MONDAY) == parse_period("Mar 19", MONDAY) == (date(2026, 3, 19), date(2026, 3, 19))
    assert parse_period("mar", MONDAY) == parse_period("marzo", MONDAY) == (date(2026, 3, 1), date(2026, 3, 31))


def test_spanish_times_are_understood() -> None:
    assert [parse_time("mediodía"), parse_time("Medianoche")] == [parse_time("noon"), parse_time("midnight")]
