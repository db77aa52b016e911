"""Test ``journal craving`` and ``journal note``."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.cravings import Trigger
from journal.domain.focuses import Focus, FocusKind
from journal.store.journal import Journal
from journal.store.locked import look
from tests.cli.conftest import Filling
from tests.support.commands import Command


def cravings(command: Command) -> list[dict[str, object]]:
    told: list[dict[str, object]] = command("cravings", "--json").value
    return told


@pytest.mark.parametrize("intensity", [0, 10])
def test_a_craving_is_one_number(command: Command, intensity: int) -> None:
    ended = command("craving", str(intensity))
    assert (ended.code, ended.out) == (0, f"Saved: a craving of {intensity}.\n")
    (kept,) = cravings(command)
    assert (kept["intensity"], kept["focus"], kept["local_date"]) == (intensity, None, "2026-11-23")


@pytest.mark.parametrize("intensity", ["11", "-1", "7.5", "strong"])
def test_other_intensities_are_errors_of_usage_before_anything_is_asked(command: Command, intensity: str) -> None:
    ended = command("craving", "--passphrase-fd", "99", "--", intensity, passphrase=None)
    assert (ended.code, ended.err) == (2, "How strong it is: a number from 0 to 10.\n")


def test_a_command_says_its_name_to_whoever_finds_the_journal_open(
    command: Command, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.cli.stdin.read_text", lambda: str(look(path).holder))
    command("note")
    (entry,) = command("entries", "--json").value
    assert "what='journal note'" in entry["text"]


def test_the_only_focus_is_meant_when_none_is_named(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.focuses.add(Focus(label="alcohol")))
    command("craving", "6")
    assert cravings(command)[0]["focus"] == "alcohol"


def two_focuses(journal: Journal) -> None:
    journal.focuses.add_many([Focus(label="Caf\u00e9"), Focus(label="nicotine")])


def test_of_several_focuses_none_is_guessed(command: Command, fill: Filling) -> None:
    fill(two_focuses)
    command("craving", "6")
    assert cravings(command)[0]["focus"] is None


def test_a_focus_is_known_by_its_label_however_it_is_written(command: Command, fill: Filling) -> None:
    fill(two_focuses)
    assert command("craving", "6", "--focus", "CAFE\u0301").code == 0
    assert cravings(command)[0]["focus"] == "Caf\u00e9"


def test_an_unknown_focus_is_refused_with_what_to_do(command: Command, fill: Filling) -> None:
    fill(two_focuses)
    ended = command("craving", "6", "--focus", "coffee")
    assert ended.code == 1
    assert "journal days" in ended.err
    assert cravings(command) == []


def test_triggers_are_made_as_needed_and_only_once(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.triggers.add(Trigger(label="Dan")))
    command("craving", "6", "--trigger", "dan", "--trigger", " payday", "--trigger", "Payday")
    assert cravings(command)[0]["triggers"] == ["Dan", "payday"]
    fill(lambda journal: _has_labels(journal, {"Dan", "payday"}))


def _has_labels(journal: Journal, labels: set[str]) -> None:
    assert {trigger.label for trigger in journal.triggers} == labels


def test_a_trigger_without_a_label_is_an_error_of_usage(command: Command) -> None:
    assert command("craving", "6", "--trigger", " ").code == 2
    assert cravings(command) == []


@pytest.mark.parametrize(("intensity", "warned"), [("7", False), ("8", True)])
def test_a_strong_craving_for_opioids_shows_the_tolerance_warning(
    command: Command, fill: Filling, intensity: str, warned: bool
) -> None:
    fill(lambda journal: journal.focuses.add(Focus(label="heroin", kind=FocusKind.OPIOIDS)))
    ended = command("craving", intensity)
    assert ("naloxone" in ended.err) is warned
    assert len(cravings(command)) == 1


def test_a_note_is_standard_input_to_its_end(command: Command) -> None:
    text = "Dear diary,\r\n\r\n  [b]two[/b] lines ü \x1b"
    ended = command("note", stdin=text.encode() + b"\n")
    assert (ended.code, ended.out) == (0, "Saved.\n")
    (entry,) = command("entries", "--json").value
    assert (entry["text"], entry["sensitivity"]) == (text, "never")


def test_what_was_kept_is_named_for_scripts(command: Command) -> None:
    uid = command("note", "--json", stdin=b"x").value["uid"]
    assert [entry["uid"] for entry in command("entries", "--json").value] == [uid]


@pytest.mark.parametrize("nothing", [b"", b"\n", b" \n\t"])
def test_an_empty_note_is_refused(command: Command, nothing: bytes) -> None:
    ended = command("note", stdin=nothing)
    assert ended.code == 1
    assert "empty" in ended.err
    assert command("entries", "--json").value == []


def test_what_is_no_text_is_refused(command: Command) -> None:
    ended = command("note", stdin=b"caf\xe9")
    assert ended.code == 1
    assert "UTF-8" in ended.err


def test_a_text_that_no_entry_can_hold_is_refused_in_one_sentence(command: Command) -> None:
    ended = command("note", stdin=b"secret " * 300_000)
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "secret" not in ended.err


def test_more_text_than_a_record_holds_is_refused_before_all_of_it_is_read(command: Command) -> None:
    ended = command("note", stdin=b"x" * (8 * 1024 * 1024 + 1))
    assert (ended.code, ended.err) == (
        1,
        "That is more text than a journal takes at once (8 MB). Nothing was saved.\n",
    )
    assert command("entries", "--json").value == []
