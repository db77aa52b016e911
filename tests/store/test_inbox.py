"""Check that captures are encrypted at once, imported on unlocking, and become records only when they are accepted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.captures import Capture
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Outcome, Trigger
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.labels import folded
from journal.domain.looked_over import outcome_of
from journal.errors import NotFound
from journal.store.capture import capture, fresh_capture
from journal.store.journal import Journal
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.builders import alcohol
from tests.support.extent import examples


def craving(intensity: int = 7, **said: Any) -> Capture:
    return replace(fresh_capture(FixedClock(NOON, ZONE)), intensity=intensity, **said)


def note(text: str = "a quiet day") -> Capture:
    return replace(fresh_capture(FixedClock(NOON, ZONE)), text=text)


def taken_in(journal: Journal, *captures: Capture) -> None:
    for one in captures:
        capture(journal.path, one)
    journal.inbox.take_in()


def test_it_waits_from_the_shell_to_the_unlock_and_is_no_record_until_it_is_kept(path: Path, clock: FixedClock) -> None:
    first, second = craving(triggers=["stress"]), note()
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP):
        capture(path, first)  # while it is open elsewhere
    capture(path, second)
    with Journal.open(path, PASSPHRASE, clock=clock) as journal:
        assert journal.inbox.intake.imported == 2
        assert journal.inbox.waiting() == sorted([first, second], key=lambda one: one.uid)
        assert not len(journal.cravings)
        assert not len(journal.entries)
        kept = journal.inbox.keep(first.uid, second.uid)
        assert [record.uid for record in kept] == [first.uid, second.uid]
    with Journal.open(path, PASSPHRASE, clock=clock) as journal:
        assert journal.inbox.waiting() == []
        (entry,) = journal.entries
        (made,) = journal.cravings
        assert (entry.uid, entry.text) == (second.uid, "a quiet day")
        assert (made.uid, made.intensity) == (first.uid, 7)


def test_a_dropped_capture_is_gone_for_good(path: Path, clock: FixedClock) -> None:
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as journal:
        capture(path, note())
        again = path.with_name(f"{path.name}.inbox").read_bytes()
        journal.inbox.take_in()
        journal.inbox.drop(*[one.uid for one in journal.inbox.waiting()])
    path.with_name(f"{path.name}.inbox").write_bytes(again)  # as after a crash, or by someone's hand
    with Journal.open(path, PASSPHRASE, clock=clock) as journal:
        assert journal.inbox.waiting() == []
        assert not len(journal.entries)


def test_keeping_is_one_step_of_undo_with_all_it_made(journal: Journal) -> None:
    one, other = craving(triggers=["Dan"], helped=["a walk"]), craving(triggers=["dan", "payday"])
    taken_in(journal, one, other)
    journal.inbox.keep(one.uid, other.uid)
    assert [trigger.label for trigger in journal.triggers] == ["Dan", "payday"]
    assert [strategy.label for strategy in journal.strategies] == ["a walk"]
    journal.undo()
    assert len(journal.inbox.waiting()) == 2
    assert [len(table) for table in (journal.cravings, journal.triggers, journal.strategies)] == [0, 0, 0]
    journal.inbox.decide(keep=[one.uid], drop=[other.uid])
    assert journal.inbox.waiting() == []
    journal.undo()
    assert len(journal.inbox.waiting()) == 2


def test_labels_find_what_the_person_calls_so_however_it_is_written(journal: Journal) -> None:
    alcohol = journal.focuses.add(Focus(label="alcohol", archived=True))
    nicotine = journal.focuses.add(Focus(label="nicotine"))
    dan = journal.triggers.add(Trigger(label="Caf\u00e9", archived=True))
    walk = journal.strategies.add(Strategy(label="a walk", retired=True))
    said = craving(focus=" ALCOHOL", triggers=["cafe\u0301", " CAF\u00c9 ", " "], helped=["A Walk"])
    taken_in(journal, said, craving(3), craving(4, focus="something else"))
    journal.inbox.keep(*[one.uid for one in journal.inbox.waiting()])
    made = {one.intensity: one for one in journal.cravings}
    assert (made[7].focus, made[7].triggers) == (alcohol, [dan])
    assert [attempt.strategy for attempt in made[7].attempts] == [walk]
    assert (made[3].focus, made[4].focus, made[4].about) == (nicotine, "", "something else")
    assert len(journal.triggers) == len(journal.strategies) == 1


def test_of_several_focuses_none_is_guessed(journal: Journal) -> None:
    journal.focuses.add_many([Focus(label="alcohol"), Focus(label="nicotine")])
    taken_in(journal, said := craving())
    journal.inbox.keep(said.uid)
    assert journal.cravings.get(said.uid).focus == ""


def test_it_is_of_the_persons_day_where_it_was_written(journal: Journal) -> None:
    at = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    there = replace(craving(), at=at, zone="America/New_York")  # 20:30 of the day before
    night = replace(craving(), at=at, zone=ZONE)  # 02:30, before the day begins at 03:00
    lost = replace(craving(), at=at + timedelta(hours=9), zone="Nowhere/At_All")
    taken_in(journal, there, night, lost)
    journal.inbox.keep(there.uid, night.uid, lost.uid)
    days = [journal.cravings.get(one.uid).local_date for one in (there, night, lost)]
    assert days == [date(2026, 11, 22), date(2026, 11, 22), date(2026, 11, 23)]
    assert journal.cravings.get(there.uid).zone == "America/New_York"
    assert journal.cravings.get(lost.uid).zone == ZONE


def test_a_label_that_is_no_focus_is_kept_and_not_given_to_the_only_focus_there_is(journal: Journal) -> None:
    journal.focuses.add(alcohol())
    one, two, three = craving(7, focus="wine"), craving(3, focus="wine", text="so near"), craving(5)
    taken_in(journal, one, two, three)
    assert [journal.inbox.asks_which(capture) for capture in (one, two, three)] == [True, True, False]
    (focus,) = journal.focuses.all()
    journal.inbox.decide(keep=[one.uid, three.uid])
    journal.inbox.decide(keep=[two.uid], focuses={two.uid: focus.uid})
    assert [(c.focus, c.about) for c in map(journal.cravings.get, (one.uid, two.uid, three.uid))] == [
        ("", "wine"),
        (focus.uid, "wine"),
        (focus.uid, ""),
    ]


def test_a_later_capture_takes_the_place_of_the_one_that_waits(journal: Journal) -> None:
    said = craving()
    taken_in(journal, said)
    taken_in(journal, replace(said, after=3, timer_seconds=1200))
    assert [one.after for one in journal.inbox.waiting()] == [3]


def test_what_was_kept_gets_what_only_its_later_capture_knows(journal: Journal) -> None:
    said = craving(9, text="just once")
    taken_in(journal, said)
    journal.inbox.keep(said.uid)
    mine = replace(journal.cravings.get(said.uid), thought="my own words", place="at home")
    journal.cravings.replace(said.uid, mine)
    taken_in(journal, replace(said, after=4, timer_seconds=600, outcome="rode out", triggers=["stress"]))
    assert len(journal.inbox.waiting()) == 1
    journal.inbox.keep(said.uid)
    made = journal.cravings.get(said.uid)
    assert (made.intensity, made.after, made.peak, made.timer_seconds) == (9, 4, 9, 600)
    assert (made.thought, made.place, made.outcome) == ("my own words", "at home", Outcome.RODE_OUT)
    assert len(made.triggers) == 1
    taken_in(journal, replace(said, after=2))
    assert journal.inbox.waiting() == []  # how it was then is known already
    assert journal.cravings.get(said.uid) == made


def test_what_is_no_capture_is_set_aside_and_told_and_the_rest_comes(journal: Journal) -> None:
    from journal.vault.format.payloads import Put
    from journal.vault.inbox import capture as seal

    forged: list[dict[str, Any]] = [{}, {"uid": "x", "at": 3, "zone": []}, {"at": "2026-11-23T11:00:00Z"}]
    for number, bad in enumerate(forged):
        seal(journal.path, Put("captures", f"{number:032x}", bad))
    taken_in(journal, good := note())
    assert journal.inbox.intake.set_aside == 3
    assert [one.uid for one in journal.inbox.waiting()] == [good.uid]


def test_a_moment_of_no_day_is_set_aside_so_that_all_the_others_can_be_kept(journal: Journal) -> None:
    beyond = replace(craving(), at=datetime(9999, 12, 31, 23, 59, tzinfo=UTC))
    taken_in(journal, beyond, said := craving(3))
    assert (journal.inbox.intake.imported, journal.inbox.intake.set_aside) == (1, 1)
    assert [one.uid for one in journal.inbox.waiting()] == [said.uid]


def test_an_unknown_id_changes_nothing(journal: Journal) -> None:
    taken_in(journal, said := note())
    with pytest.raises(NotFound):
        journal.inbox.decide(keep=[said.uid], drop=["0" * 32])
    assert len(journal.inbox.waiting()) == 1
    assert not len(journal.entries)


texts = st.text(st.characters(codec="utf-8"), max_size=60)
labels = st.lists(texts, max_size=3)
captures = st.builds(
    Capture,
    uid=st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}"),
    at=st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(["Europe/Vienna", "UTC", "America/New_York", "Asia/Kathmandu"]),
    intensity=st.none() | st.integers(0, 10),
    after=st.none() | st.integers(0, 10),
    timer_seconds=st.none() | st.integers(0, 10_000),
    focus=texts,
    triggers=labels,
    helped=labels,
    outcome=st.sampled_from([*Outcome, "", "something else"]),
    text=texts,
)


@given(said=st.lists(captures, max_size=4, unique_by=lambda one: one.uid))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(5))
def test_any_capture_that_is_kept_says_the_same(said: list[Capture], journal: Journal) -> None:
    said = [one for one in said if one.uid not in journal.cravings and one.uid not in journal.entries]
    taken_in(journal, *said)
    assert {one.uid: one for one in journal.inbox.waiting()} == {one.uid: one for one in said}
    for one, record in zip(said, journal.inbox.keep(*[one.uid for one in said]), strict=True):
        assert (record.uid, record.at, record.zone) == (one.uid, one.at, one.zone)
        if isinstance(record, Entry):
            assert (one.intensity, record.text) == (None, one.text)
        else:
            assert isinstance(record, Craving)
            _says_the_same(journal, one, record)


def _says_the_same(journal: Journal, said: Capture, made: Craving) -> None:
    assert (made.intensity, made.after, made.timer_seconds) == (said.intensity, said.after, said.timer_seconds)
    assert (made.thought, made.outcome) == (said.text, outcome_of(said))
    triggers = [journal.triggers.get(uid).label for uid in made.triggers]
    helped = [journal.strategies.get(attempt.strategy).label for attempt in made.attempts if attempt.helped]
    for found, wanted in ((triggers, said.triggers), (helped, said.helped)):
        assert list(map(folded, found)) == list(dict.fromkeys(folded(label) for label in wanted if label.strip()))
