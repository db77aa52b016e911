"""The month comes first where the computer's locale says so."""

from __future__ import annotations

import locale

import pytest

from journal.date_order import is_month_first


@pytest.mark.parametrize(
    ("everything", "dates", "language", "month_first"),
    [
        ("", "", "en_US.UTF-8", True),
        ("", "de_AT.UTF-8", "en_US.UTF-8", False),
        ("", "en_US.UTF-8", "de_AT.UTF-8", True),
        ("en_GB.UTF-8", "en_US.UTF-8", "en_US.UTF-8", False),
        ("", "", "C.UTF-8", False),
    ],
)
def test_the_environment_says_whether_the_month_comes_first(
    everything: str, dates: str, language: str, month_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LC_ALL", everything), ("LC_TIME", dates), ("LANG", language)):
        monkeypatch.setenv(name, value)
    assert is_month_first() is month_first


@pytest.mark.parametrize(
    ("named", "month_first"), [("English_United States.1252", True), ("German_Austria.1252", False)]
)
def test_without_these_variables_the_locale_of_the_process_says_it(
    named: str, month_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "setlocale", lambda _: named)
    assert is_month_first() is month_first
