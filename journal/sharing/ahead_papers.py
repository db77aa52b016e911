"""Drafts the papers of what is agreed ahead: hard days, "If I go quiet", the home walk-through, how to find a mentor.

``screens.mentor`` lets the person choose their lines and prints them. The guide holds nothing of the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from journal.domain.hard_days import HardDay, ahead
from journal.domain.home_walk import HomeItem, by_room, newest
from journal.domain.quiet_plan import QuietPlan
from journal.sharing.page import Line, PageDraft, Part
from journal.store.journal import Journal
from journal.text import find_mentor as find_mentor_text
from journal.text import hard_days as hard_days_text
from journal.text import home_walk as home_walk_text
from journal.text import quiet_plan as quiet_plan_text


def hard_days_paper(journal: Journal) -> PageDraft:
    """Return a line for each hard day to come, with everything planned for it."""
    today = journal.today()
    lines = tuple(_hard_day(one, today) for one in ahead(journal.hard_days, today))
    return _draft(hard_days_text.SHEET_TITLE, today, lines)


def _hard_day(one: HardDay, today: date) -> Line:
    planned = hard_days_text.whole(replace(one, how_it_was=""))  # a look back is no plan
    return Line(
        key=one.uid,
        section=hard_days_text.SHEET_HEADING,
        parts=(Part("\n".join(part for part in (hard_days_text.format_heading(one, today), planned) if part)),),
        sensitivity=one.sensitivity,
    )


def quiet_card(plan: QuietPlan, today: date, emergency: str) -> PageDraft:
    """Return the lines of the card; ``emergency`` is the number to call in the region, or empty."""
    lines = tuple(
        Line(key=f"{section}/{number}", section=section, parts=(Part(words),), sensitivity=plan.sensitivity)
        for number, (section, words) in enumerate(_on_card(plan, emergency))
    )
    return PageDraft(title=quiet_plan_text.CARD_TITLE, first=today, last=today, person=plan.person, lines=lines)


def _on_card(plan: QuietPlan, emergency: str) -> Iterator[tuple[str, str]]:
    """Yield each heading with a line, in the order in which it happens."""
    if plan.text_after is not None:
        yield quiet_plan_text.HEADING_HOURS, quiet_plan_text.text_line(plan.text_after)
    if plan.call_after is not None:
        yield quiet_plan_text.HEADING_HOURS, quiet_plan_text.call_line(plan.call_after)
    if plan.then_ask:
        yield quiet_plan_text.HEADING_HOURS, quiet_plan_text.then_line(plan.then_after, plan.then_ask)
    if plan.say:
        yield quiet_plan_text.HEADING_SAY, plan.say
    if plan.not_say:
        yield quiet_plan_text.HEADING_SAY, quiet_plan_text.not_say_line(plan.not_say)
    if plan.emergency is not None:
        yield quiet_plan_text.HEADING_EMERGENCY, quiet_plan_text.emergency_line(plan.emergency, emergency)
    yield quiet_plan_text.HEADING_EMERGENCY, quiet_plan_text.danger_line(emergency)
    yield quiet_plan_text.HEADING_AGREED, quiet_plan_text.agreed_line(plan.agreed_on)


def home_paper(journal: Journal) -> PageDraft:
    """Return a line with a box for each thing that leaves, then where the naloxone is."""
    today, kit = journal.today(), newest(journal.naloxone)
    lines = [_item(item) for item in by_room(journal.home_items)]
    if kit is not None:
        words = home_walk_text.format_naloxone(kit, today)
        lines.append(
            Line(
                key=kit.uid,
                section=home_walk_text.HEADING_NALOXONE,
                parts=(Part(words),),
                sensitivity=kit.sensitivity,
            )
        )
    return _draft(home_walk_text.SHEET_TITLE, today, tuple(lines))


def _item(item: HomeItem) -> Line:
    return Line(
        key=item.uid,
        section=home_walk_text.HEADING_ROOMS,
        label=Part(item.room),
        parts=(Part(home_walk_text.sheet_line(item)),),
        sensitivity=item.sensitivity,
        tick=item.done_on is not None,
    )


def guide(today: date, *, for_mentor: bool) -> PageDraft:
    """Return how to find a mentor, or the page for mentors; every line of it goes."""
    chapters = find_mentor_text.chapters_for_mentors() if for_mentor else find_mentor_text.chapters_for_me()
    lines = tuple(
        Line(key=f"{heading}/{number}", section=heading.upper(), parts=(Part(words),), basic=True)
        for heading, *sentences in chapters
        for number, words in enumerate(sentences)
    )
    title = find_mentor_text.MENTORS_TITLE if for_mentor else find_mentor_text.TITLE
    return _draft(title, today, lines)


def _draft(title: str, today: date, lines: Sequence[Line]) -> PageDraft:
    return PageDraft(title=title, first=today, last=today, lines=tuple(lines))
