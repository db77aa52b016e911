"""Check that reasons and good days are written down, and shown where the person chose and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.cli.craving_recorder import Recorded
from journal.craving_support import CravingSupport
from journal.domain.focuses import Focus
from journal.domain.reasons import Reason, ReasonKind, ReasonMoment
from journal.domain.uses import Use
from journal.sharing import wallet_card
from journal.slip_support import own_words
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.widgets.fields.text import WritingField
from tests.support.builders import alcohol
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture

GOOD_DAY = Reason(text="a run and coffee", kind=ReasonKind.GOOD_DAY, moments=[*ReasonMoment])


def saved(app: JournalApp) -> Reason:
    assert app.journal is not None
    (reason,) = app.journal.reasons
    return reason


def on_one_line(app: JournalApp) -> str:
    return " ".join(picture(app).replace("│", " ").split())


def with_good_day(journal: Journal) -> None:
    journal.focuses.add(alcohol())
    journal.reasons.add(GOOD_DAY)


def with_an_archived_reason(journal: Journal) -> None:
    journal.reasons.add(Reason(text="Mia", archived=True))


async def test_a_good_day_is_written_with_its_moments(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("reason")
        await settle(pilot)
        await pilot.press(*"a run", "enter", *"coffee", "tab", "2", "1", "2", "3", "ctrl+s")
        await settle(pilot)
        reason = saved(app)
        assert (reason.text, reason.kind) == ("a run coffee", ReasonKind.GOOD_DAY)
        assert set(reason.moments) == {ReasonMoment.CHECK_IN, ReasonMoment.SLIP}
        assert not reason.archived


async def test_one_for_no_moment_is_shown_only_on_plan(path: Path) -> None:
    app = make_app(path, fill=with_an_archived_reason)
    async with opened(app) as pilot:
        app.show("reason", record=saved(app))
        await settle(pilot)
        await pilot.press(*"!", "ctrl+s")
        await settle(pilot)
        assert (saved(app).text, saved(app).moments, saved(app).archived) == ("Mia!", [], True)
        app.show("reason", record=saved(app))
        await settle(pilot)
        await pilot.press("tab", "tab", "1", "ctrl+s")
        await settle(pilot)
        assert (saved(app).moments, saved(app).archived) == ([ReasonMoment.CRAVING], False)


async def test_too_long_a_text_is_told_at_its_field_and_kept(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("reason")
        await settle(pilot)
        app.screen.query_one("#text", WritingField).area.insert("x" * 1001)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "1,000 letters fit" in picture(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_good_day_is_in_a_craving_and_in_the_check_in_of_today(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=with_good_day)
    async with opened(app, size) as pilot:
        await pilot.press("a")
        await settle(pilot)
        assert "A good day: a run and coffee" in on_one_line(app)
        await pilot.press("escape", "a", *["shift+tab"], *"yesterday", "enter")
        await settle(pilot)
        assert "A good day" not in on_one_line(app)


def test_a_good_day_comes_after_the_reasons_in_a_craving_and_is_not_on_the_wallet_card(journal: Journal) -> None:
    journal.reasons.add_many([GOOD_DAY, Reason(text="Mia")])
    journal.reasons.add(Reason(text="not here", moments=[ReasonMoment.SLIP]))
    shown = CravingSupport(journal, None).reasons()
    assert [reason.text for reason in shown] == ["Mia", "a run and coffee"]
    assert Recorded(journal).reasons() == ["Why you do this: Mia", "A good day: a run and coffee"]
    card = str(wallet_card.draft(journal, "").lines)
    assert "Mia" in card
    assert "a run and coffee" not in card


def test_after_a_slip_the_words_chosen_for_it_are_said_and_only_then(journal: Journal) -> None:
    focus: Focus = journal.focuses.get(journal.focuses.add(alcohol()))
    use = journal.uses.get(journal.uses.add(Use(focus=focus.uid, local_date=journal.today())))
    assert own_words(journal, focus, use) == ""
    journal.reasons.add(Reason(text="Mia"))
    assert own_words(journal, focus, use) == ""
    journal.reasons.add(GOOD_DAY)
    assert own_words(journal, focus, use) == "A good day: a run and coffee"


async def test_the_message_that_a_slip_is_saved_has_them(path: Path) -> None:
    app = make_app(path, fill=with_good_day)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("s", "ctrl+s")
        await settle(pilot)
        assert "A good day: a run and coffee" in on_one_line(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_long_good_day_leaves_room_for_the_next_question_of_a_craving(
    path: Path, size: tuple[int, int]
) -> None:
    def with_a_long_one(journal: Journal) -> None:
        journal.reasons.add(Reason(text="coffee " * 140, kind=ReasonKind.GOOD_DAY))

    app = make_app(path, fill=with_a_long_one)
    async with opened(app, size) as pilot:
        await pilot.press("ctrl+r", "7", "1", "tab", "tab")
        await settle(pilot)
        shown = [row for row in app.screen.query(".reason") if row.region.height]
        assert [row.size.height <= 4 for row in shown] == [True]
