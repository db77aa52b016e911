"""Test cravings, coping, goals and entries, as lines and as JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from journal.clock import FixedClock
from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal, GoalStatus, Step
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.cli.test_craving_dialog import Script
from tests.support.commands import Command


def some_cravings(journal: Journal) -> None:
    focus = journal.focuses.add(Focus(label="alcohol"))
    trigger = journal.triggers.add(Trigger(label="Dan"))
    walk = journal.strategies.add(Strategy(label="walk", family=Family.ESCAPE))
    journal.strategies.add(Strategy(label="read"))
    for hour in (8, 9, 10):
        journal.cravings.add(
            Craving(
                at=datetime(2026, 11, 20, hour, tzinfo=UTC),
                intensity=hour - 1,
                after=2,
                focus=focus,
                triggers=[trigger],
                halt=[Halt.TIRED],
                outcome=Outcome.RODE_OUT,
                attempts=[Attempt(strategy=walk, before=7, after=2)],
            )
        )


def test_cravings_come_newest_first_under_the_persons_own_labels(command: Command, fill: Filling) -> None:
    fill(some_cravings)
    told = command("cravings", "--json").value
    assert [craving["intensity"] for craving in told] == [9, 8, 7]
    assert (told[0]["focus"], told[0]["triggers"], told[0]["halt"]) == ("alcohol", ["Dan"], ["tired"])
    assert told[0]["attempts"][0]["strategy"] == "walk"
    line = command("cravings").out.splitlines()[0]
    assert line.split("  ") == ["Fri 20 Nov, 11:00", "9 → 2", "alcohol", "ended: rode it out", "Dan, tired", "walk"]


def test_coping_says_how_much_stands_behind_it(command: Command, fill: Filling) -> None:
    fill(some_cravings)
    walk, read = command("coping", "--json").value
    assert (walk["label"], walk["n"], walk["came_through"], walk["mean_drop"]) == ("walk", 3, 3, 5.0)
    assert walk["wilson_low"] == pytest.approx(0.438, abs=0.0005)
    assert walk["evidence"] == "early_sign"
    assert (read["n"], read["mean_drop"], read["evidence"]) == (0, None, "too_few")
    first = command("coping").out.splitlines()[0]
    assert "3 of 3 passed, early sign" in first
    assert "strength down by 5.0" in first


def some_goals(journal: Journal) -> None:
    journal.goals.add(Goal(title="rest", status=GoalStatus.ACHIEVED))
    journal.goals.add(Goal(title="class", steps=[Step(text="ask", done_on=date(2026, 11, 1)), Step(text="enrol")]))
    journal.goals.add(Goal(title="bicycle", target=Decimal(600), unit="€", due=date(2026, 12, 24)))


def test_goals_that_are_due_come_first(command: Command, fill: Filling) -> None:
    fill(some_goals)
    told = command("goals", "--json").value
    assert [goal["title"] for goal in told] == ["bicycle", "class", "rest"]
    assert [goal["progress"] for goal in told] == [0, 0.5, None]
    assert told[0]["target"] == 600
    bicycle, school, _ = command("goals").out.splitlines()
    assert "due Thu 24 Dec" in bicycle
    assert "1 of 2" in school
    assert "next: enrol" in school


def test_entries_come_newest_first_and_whole(command: Command, fill: Filling) -> None:
    long = "ü" * 50_000
    fill(lambda journal: journal.entries.add_many([Entry(text="first"), Entry(text=long)]))
    assert [entry["text"] for entry in command("entries", "--json").value] == [long, "first"]
    assert long in command("entries").out


def test_entries_show_their_tags(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.entries.add(Entry(title="Canal", text="Walked home.", tags=["evening", "a\nb"])))
    assert command("entries").out.splitlines()[0].endswith("  Canal  #evening #a b")
    assert command("entries", "--json").value[0]["tags"] == ["evening", "a\nb"]


def some_entries(journal: Journal) -> None:
    for day, text in ((19, "Café with Søren"), (20, "cafe alone"), (23, "rain")):
        journal.entries.add(Entry(at=datetime(2026, 11, day, 12, tzinfo=UTC), text=text))


def texts(command: Command, *options: str, stdin: str = "") -> list[str]:
    told = command("entries", "--json", *options, stdin=stdin.encode()).value
    return [entry["text"] for entry in told]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--from", "2026-11-20"), ["rain", "cafe alone"]),
        (("--until", "fri"), ["cafe alone", "Café with Søren"]),
        (("--from", "19 Nov", "--until", "-4"), ["Café with Søren"]),
        (("--from", "yesterday"), ["rain"]),
        (("--from", "2026-11-21", "--until", "2026-11-22"), []),
    ],
)
def test_entries_of_these_days_with_both_ends(
    command: Command, fill: Filling, options: tuple[str, ...], found: list[str]
) -> None:
    fill(some_entries)
    assert texts(command, *options) == found


def test_a_day_that_was_typed_says_what_was_understood(command: Command, fill: Filling) -> None:
    fill(some_entries)
    assert command("entries", "--from", "fri").err == "Fri 20 Nov, 3 days ago\n"
    assert command("entries", "--from", "2026-11-20").err == ""


def test_entries_are_searched_for_words_from_standard_input_as_the_screens_search(
    command: Command, fill: Filling
) -> None:
    fill(some_entries)
    assert texts(command, "--search", stdin="CAFE\n") == ["cafe alone", "Café with Søren"]
    assert texts(command, "--search", "--until", "2026-11-19", stdin="cafe soren") == ["Café with Søren"]
    assert texts(command, "--search", stdin="snow") == []
    assert command("entries", "--search", stdin=b"snow").out == "No entry found.\n"


def test_entries_with_a_tag_in_any_spelling_that_the_timeline_takes_for_the_same(
    command: Command, fill: Filling
) -> None:
    def tagged(journal: Journal) -> None:
        some_entries(journal)
        journal.entries.add(Entry(at=datetime(2026, 11, 21, 12, tzinfo=UTC), text="tagged", tags=["Café"]))
        journal.entries.add(Entry(at=datetime(2026, 11, 1, 12, tzinfo=UTC), text="earlier", tags=["work", "Café"]))

    fill(tagged)
    assert texts(command, "--tag", "cafe\u0301") == ["tagged", "earlier"]
    assert texts(command, "--tag", "café", "--from", "2026-11-20") == ["tagged"]
    assert texts(command, "--tag", "work", "--search", stdin="earlier") == ["earlier"]
    assert command("entries", "--tag", "zebra").out == "No entry found.\n"


def test_the_words_to_search_for_are_asked_for_on_a_terminal(
    command: Command, fill: Filling, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    fill(some_entries)
    script = Script(clock, "rain")
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    monkeypatch.setattr("journal.cli.prompts.OnTerminal", lambda: script)
    assert [entry["text"] for entry in command("entries", "--search", "--json").value] == ["rain"]
    assert script.questions == ["Search for:"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "someday"), "--from takes a day: yesterday, 19 Nov or 2026-11-19."),
        (("--from", "2026-11-20", "--until", "2026-11-19"), "The first day is after the last one."),
        (("--from", "2026-11-24"), "That's in the future."),
        (("--search",), "Nothing to search for: standard input was empty."),
    ],
)
def test_what_can_not_be_searched_is_an_error_of_usage(command: Command, options: tuple[str, ...], told: str) -> None:
    ended = command("entries", *options)
    assert (ended.code, ended.err.splitlines()[-1]) == (2, told)
    assert command("entries", "--search", "word", stdin=b"x").code == 2


def test_a_text_can_not_steer_the_terminal(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.entries.add(Entry(title="a\nb", text="\x1b]52;c;\x07red\u202e\x9b1m\n[/b]")))
    printed = command("entries").out
    assert not any(letter in printed for letter in "\x1b\x07\x9b\u202e")
    assert "[/b]" in printed
    assert command("entries", "--json").value[0]["text"] == "\x1b]52;c;\x07red\u202e\x9b1m\n[/b]"
    assert command("entries", "--json").out.isascii()


@pytest.mark.parametrize("name", ["cravings", "coping", "goals", "entries"])
def test_an_empty_journal_says_so_and_is_an_empty_list(command: Command, name: str) -> None:
    assert command(name, "--json").value == []
    assert "yet." in command(name).out


@pytest.mark.parametrize("name", ["days", "cravings", "coping", "goals", "entries"])
def test_reading_changes_no_byte(command: Command, fill: Filling, name: str) -> None:
    fill(some_cravings)

    def keep(journal: Journal) -> None:
        before = journal.path.read_bytes()
        journal.close()
        assert command(name).code == 0
        assert journal.path.read_bytes() == before

    fill(keep)
