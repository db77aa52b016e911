"""Check that ``journal bin`` lists, reads and restores by number, and that no other command sees what was deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal
from journal.store.journal import Journal
from journal.store.operations import delete_with_dependents
from tests.cli.conftest import Filling
from tests.conftest import PASSPHRASE
from tests.support.commands import Command
from tests.support.lives import live


def delete_some(journal: Journal) -> None:
    """Delete an entry, and a focus with a craving."""
    (entry,) = journal.save(Entry(title="Canal", text="walked home\nalone"))
    focus = journal.focuses.get(journal.focuses.add(Focus(label="scrolling")))
    journal.cravings.add(Craving(intensity=7, focus=focus.uid))
    delete_with_dependents(journal, entry)
    delete_with_dependents(journal, focus)


def test_it_lists_by_number_the_latest_deletion_first(command: Command, fill: Filling) -> None:
    assert command("bin").out == "The bin is empty. What you delete stays here for 30 days.\n"
    fill(delete_some)
    assert command("bin").out.splitlines() == [
        "1  focus  scrolling  Mon 23 Nov, 12:00  30 days left",
        "2  entry  Canal      Mon 23 Nov, 12:00  30 days left",
    ]


def test_one_is_read_in_full(command: Command, fill: Filling) -> None:
    fill(delete_some)
    assert command("bin", "--read", "2").out.splitlines() == [
        "Deleted Mon 23 Nov, 12:00, 30 days left.",
        "",
        "Mon 23 Nov 2026 12:00",
        "",
        "Canal",
        "walked home",
        "alone",
    ]


def test_one_is_restored_with_what_went_with_it(command: Command, fill: Filling, path: Path) -> None:
    fill(delete_some)
    assert command("bin", "--restore", "1").out == "Focus restored, with 1 more.\n"
    assert command("bin", "--restore", "1").out == "Entry restored.\n"
    assert "is empty" in command("bin").out
    with Journal.open(path, PASSPHRASE) as journal:
        assert [entry.text for entry in journal.entries] == ["walked home\nalone"]
        assert [craving.focus for craving in journal.cravings] == [journal.focuses.all()[0].uid]


def test_json_has_codes(command: Command, fill: Filling) -> None:
    fill(delete_some)
    focus, entry = command("bin", "--json").value
    assert (focus["number"], focus["kind"], focus["others"]) == (1, "focuses", 1)
    assert (entry["number"], entry["kind"], entry["days_left"], entry["others"]) == (2, "entries", 30, 0)
    assert entry["deleted_at"] == "2026-11-23T11:00:00Z"
    assert entry["record"]["text"] == "walked home\nalone"
    assert entry["uid"] == entry["record"]["uid"]
    assert command("bin", "--read", "2", "--json").value == entry
    assert command("bin", "--restore", "2", "--json").value == {"restored": [{"kind": "entries", "uid": entry["uid"]}]}


@pytest.mark.parametrize("option", ["--read", "--restore"])
def test_a_number_that_is_none_changes_nothing(command: Command, fill: Filling, option: str) -> None:
    fill(delete_some)
    for number in ("3", "0", "x"):
        result = command("bin", option, number)
        assert (bool(result.code), result.err.strip()) == (
            True,
            "Nothing in the bin has this number. `journal bin` lists what is in it.",
        )
    assert len(command("bin").out.splitlines()) == 2


def test_reading_and_restoring_at_once_is_refused(command: Command, fill: Filling) -> None:
    fill(delete_some)
    assert command("bin", "--read", "1", "--restore", "1").code == 2
    assert len(command("bin").out.splitlines()) == 2


def test_without_the_setting_it_says_so(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.keep_deleted(False))
    assert command("bin").out == "Deleted things are not kept. You can change that in Settings.\n"


def test_nothing_of_a_record_acts_on_the_terminal(command: Command, fill: Filling) -> None:
    def delete_escapes(journal: Journal) -> None:
        (entry,) = journal.save(Entry(text="tea \x1b[2J\nand \x1b[31mmore"))
        delete_with_dependents(journal, entry)

    fill(delete_escapes)
    assert "\x1b" not in command("bin").out + command("bin", "--read", "1").out


READING = (
    *(("days",), ("cravings",), ("coping",), ("goals",), ("entries",), ("milestones",), ("patterns",)),
    *(("commitments",), ("due",), ("needs",), ("agreement",), ("summary",), ("given",), ("doctor",), ("inbox",)),
)


def test_no_other_command_sees_the_bin_or_earlier_versions(command: Command, fill: Filling) -> None:
    def delete_canaries(journal: Journal) -> None:
        live(journal)
        (entry,) = journal.save(Entry(title="canary", text="canary"))
        (entry,) = journal.save(replace(entry, title="plain", text="plain"))
        (gone,) = journal.save(Entry(text="canary"))
        (goal,) = journal.save(Goal(title="canary"))
        (craving,) = journal.save(Craving(intensity=9, thought="canary", place="canary"))
        (checkin,) = journal.save(CheckIn(mood=1, intention="canary"))
        for one in (gone, goal, craving, checkin):
            delete_with_dependents(journal, one)

    fill(live)
    before = {words: command(*words, "--json").out for words in READING if words != ("doctor",)}
    assert before[("cravings",)]
    fill(delete_canaries)
    for words in READING:
        for json in ((), ("--json",)):
            result = command(*words, *json)
            assert "canary" not in result.out + result.err, words
    assert "canary" in command("bin").out
