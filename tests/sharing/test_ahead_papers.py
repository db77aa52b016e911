"""Test the papers of what is agreed ahead: what stands on each, and that only the chosen lines do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.domain.hard_days import HardDay
from journal.domain.home_walk import HomeItem, Naloxone
from journal.domain.quiet_plan import EmergencyCall, QuietPlan
from journal.domain.share_ledger import Level
from journal.sharing.ahead_papers import guide, hard_days_paper, home_paper, quiet_card
from journal.sharing.page import PageDraft
from journal.sharing.release import Choice, release
from journal.sharing.wallet_card import print_card
from journal.store.journal import Journal
from tests.support.lives import TODAY

PLAN = QuietPlan(
    text_after=24,
    call_after=36,
    then_after=48,
    then_ask="Ana, 555 0199",
    say="Are you safe?",
    not_say="what I took",
    emergency=EmergencyCall.NO,
    agreed_on=TODAY,
)


def lines(draft: PageDraft) -> list[str]:
    return ["".join(part.text for part in line.parts) for line in draft.lines]


def test_the_card_says_what_happens_in_its_order_and_danger_comes_before_all_that_was_agreed() -> None:
    assert lines(quiet_card(PLAN, TODAY, "112")) == [
        "After 24 hours: text me.",
        "After 36 hours: call me.",
        "After 48 hours: ask Ana, 555 0199.",
        "Are you safe?",
        "What not to say: what I took",
        "Please don't call emergency services only because I'm quiet.",
        "If you know that I'm in danger, call 112, whatever this card says.",
        "On Mon 23 Nov 2026.",
    ]


def test_of_an_empty_plan_only_what_to_do_in_danger_is_on_the_card() -> None:
    assert lines(quiet_card(QuietPlan(then_ask="Ana"), TODAY, "")) == [
        "Then: ask Ana.",
        "If you know that I'm in danger, call the emergency number, whatever this card says.",
        "Not agreed yet: let's talk it through.",
    ]


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_line_that_was_not_chosen_is_on_no_form_of_the_card(form: str) -> None:
    draft = quiet_card(PLAN, TODAY, "112")
    keys = [line.key for line in draft.lines]
    choice = Choice(level=Level.MINIMAL, picked=frozenset(keys[:1]), struck=frozenset(keys[1:]))
    printed = print_card(release(draft, choice), form).decode()

    assert "text me" in printed
    assert not any(word in printed for word in ("call me", "Ana", "safe", "what I took", "112"))


def test_the_walk_through_goes_room_by_room_with_a_box_each_and_ends_with_the_naloxone(journal: Journal) -> None:
    for room, what, done in (("Kitchen", "wine", TODAY), ("Car", "flask", None), ("Kitchen", "beer", None)):
        journal.home_items.add(HomeItem(room=room, what=what, holder="R.", done_on=done))
    journal.naloxone.add(Naloxone(place="drawer", who="Ana", expires_on=TODAY + timedelta(days=12)))
    draft = home_paper(journal)

    assert lines(draft) == [
        "wine; held by: R.",
        "beer; held by: R.",
        "flask; held by: R.",
        "drawer · Ana can use it · expires in 12 days: get a new one",
    ]
    assert [(line.label.text, line.tick) for line in draft.lines] == [
        ("Kitchen", True),
        ("Kitchen", False),
        ("Car", False),
        ("", None),
    ]


def test_hard_days_are_printed_with_all_that_is_planned_and_without_those_that_are_over(journal: Journal) -> None:
    journal.hard_days.add(HardDay(day=TODAY + timedelta(days=1), what="payday", call_before="Ana", way_out="own car"))
    journal.hard_days.add(HardDay(day=TODAY - timedelta(days=1), what="wedding"))
    journal.hard_days.add(HardDay(day=TODAY, what="dinner", how_it_was="canary"))

    assert lines(hard_days_paper(journal)) == [
        "Mon 23 Nov: dinner",
        "Tue 24 Nov: payday\nCall before: Ana\nA way out: own car",
    ]


def test_nothing_of_an_empty_journal_is_printed_and_the_guides_need_none(journal: Journal) -> None:
    assert lines(hard_days_paper(journal)) == lines(home_paper(journal)) == []
    for for_mentor, word in ((False, "Three trial"), (True, "supervisor")):
        page = release(guide(TODAY, for_mentor=for_mentor), Choice(level=Level.MINIMAL))
        shown = "\n".join([*page.sections, *(line.text for line in page.lines)])
        assert word.lower() in shown.lower()
