"""Check that all safety lines are there, each with its source, for the chosen region."""

from __future__ import annotations

import pytest

from journal.domain.safety_lines import OWN, REGIONS, Line, emergency_number, lines

THE_TABLE = {
    "US": ["911", "988", "1-800-662-4357", "1-800-487-4889", "741741", "1-800-972-0590"],
    "CA": ["911", "988"],
    "UK": ["999", "111", "116 123", "0300 123 6600"],
    "NI": ["999", "0808 808 8000"],
    "IE": ["112", "999", "116 123", "1800 459 459"],
    "AU": ["000", "13 11 14", "1800 250 015"],
    "NZ": ["111", "1737", "0508 828 865", "0800 787 797"],
    "EU": ["112", "116 123"],
}


@pytest.mark.parametrize("region", THE_TABLE)
def test_every_number_of_the_table_is_there(region: str) -> None:
    shown = " | ".join(line.number for line in lines(region))

    assert [number for number in THE_TABLE[region] if number not in shown] == []


def test_every_region_has_a_name_and_one_emergency_number_first() -> None:
    assert set(REGIONS) == set(THE_TABLE)
    for region in REGIONS:
        first, *others = lines(region)
        assert first.emergency
        assert first.number == emergency_number(region)
        assert not any(line.emergency for line in others)


@pytest.mark.parametrize("region", ["", "somewhere"])
def test_without_a_known_region_all_lines_are_shown_and_none_is_guessed(region: str) -> None:
    shown = lines(region)

    assert all(line in shown for chosen in REGIONS for line in lines(chosen))
    assert emergency_number(region) == ""


def test_every_line_says_whose_word_it_is_and_when_it_was_collected() -> None:
    for line in lines(""):
        assert line.source
        assert line.verified == "2026-11"
        assert set(line.regions) <= set(REGIONS)


def test_a_line_reads_as_name_number_and_what_it_is_for() -> None:
    line = next(line for line in lines("US") if line.name == "SafeSpot")

    assert line.words == "SafeSpot – 1-800-972-0590 (someone stays on the line while you use)"
    assert lines("CA")[0].words == "Emergency – 911"
    assert lines("CA")[0].where == "United States, Canada"


def test_lines_of_the_persons_own_stand_first_and_say_whose_they_are() -> None:
    own = Line(name="night clinic", number="01 234", verified="2026-11-23")

    assert lines("NZ", [own]) == [own, *lines("NZ")]
    assert (own.source, own.where) == (OWN, "")
    assert emergency_number("NZ") == "111"
