"""Documents of an older schema become the newest, step by step."""

from __future__ import annotations

from typing import Any

from journal.domain.record import SCHEMA, Migration, migrate

Table = dict[int, dict[str, Migration]]


def _mood_from_feeling(document: dict[str, Any]) -> dict[str, Any]:
    document["mood"] = document.pop("feeling")
    return document


def _mood_out_of_ten(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "mood": document["mood"] * 2}


INVENTED: Table = {1: {"checkins": _mood_from_feeling}, 2: {"checkins": _mood_out_of_ten, "entries": dict}}


def test_a_document_goes_through_every_step_after_its_number() -> None:
    assert migrate("checkins", {"schema": 1, "feeling": 3}, INVENTED) == {"schema": 3, "mood": 6}
    assert migrate("checkins", {"schema": 2, "mood": 3}, INVENTED) == {"schema": 3, "mood": 6}


def test_a_table_without_a_step_only_gets_the_newer_number() -> None:
    assert migrate("entries", {"schema": 1, "text": "as it was"}, INVENTED) == {"schema": 3, "text": "as it was"}


def test_the_newest_and_the_still_newer_stay_as_they_are() -> None:
    for number in (3, 4):
        assert migrate("checkins", {"schema": number, "mood": 6}, INVENTED) == {"schema": number, "mood": 6}


def test_fields_that_this_version_does_not_know_survive() -> None:
    document = {"schema": 1, "feeling": 3, "from_elsewhere": [1]}

    assert migrate("checkins", document, INVENTED)["from_elsewhere"] == [1]


def test_the_document_given_stays_as_it_is() -> None:
    document = {"schema": 1, "feeling": 3}
    migrate("checkins", document, INVENTED)

    assert document == {"schema": 1, "feeling": 3}


def test_a_document_without_a_number_is_of_this_version() -> None:
    assert migrate("entries", {"text": "as it was"}, {}) == {"text": "as it was"}
    assert SCHEMA == 1
