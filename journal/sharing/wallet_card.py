"""Makes a card for the wallet: if-then plans, reasons, people to call.

``journal card`` and ``screens.plan`` write it. Like everything for others it goes through ``release``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from journal.domain.reasons import Reason, ReasonKind
from journal.domain.record import Record, Sensitivity
from journal.domain.share_ledger import Level
from journal.sharing.html import fill
from journal.sharing.page import Line, Page, PageDraft, Part
from journal.sharing.release import Choice, release
from journal.text import if_then_plans as if_then_plans_text
from journal.text import page as page_text

if TYPE_CHECKING:
    from journal.store.journal import Journal

WIDTH: Final = 60
"""Characters of a line of the text."""


def draft(journal: Journal, emergency: str) -> PageDraft:
    """Return every line that could go on a card; ``emergency`` is the region's number, or empty.

    A line of a record that is never shared has that sensitivity, so that it is not ticked to begin with. Plans whose
    trigger or strategy was deleted are left out.
    """
    triggers = {trigger.uid: trigger.label for trigger in journal.triggers}
    strategies = {strategy.uid: strategy.label for strategy in journal.strategies}
    whole = [one for one in journal.plans if one.strategy in strategies and (one.trigger in triggers or one.situation)]
    plans = [(one, if_then_plans_text.format_plan(one, triggers, strategies)) for one in whole if not one.archived]
    reasons = [(reason, reason.text) for reason in journal.reasons if _is_for_card(reason)]
    callable_ = [person for person in journal.people if person.call and not person.archived]
    people = [(one, " · ".join(part for part in (one.name, one.contact, one.hours) if part)) for one in callable_]
    always = [if_then_plans_text.WALLET_BREATH, if_then_plans_text.wallet_emergency(emergency)]
    day = journal.today()
    return PageDraft(
        title=if_then_plans_text.WALLET_TITLE,
        first=day,
        last=day,
        lines=(
            *_lines(if_then_plans_text.WALLET_PLANS, plans),
            *_lines(if_then_plans_text.WALLET_REASONS, reasons),
            *_lines(if_then_plans_text.WALLET_PEOPLE, people),
            *(_line("", words, words, Sensitivity.SHARE) for words in always if words),
        ),
    )


def _is_for_card(reason: Reason) -> bool:
    return reason.kind is ReasonKind.WHY and not reason.archived


def card(draft: PageDraft, picked: Iterable[str]) -> Page:
    """Release the lines whose keys were picked, and those that are on every card."""
    return release(draft, Choice(level=Level.MINIMAL, picked=frozenset(picked)))


def print_card(page: Page, form: str) -> bytes:
    """Return the card as ``text`` or ``html``."""
    if form == "html":
        return fill("journal.sharing", "wallet_card", page=page, heading=page_text.format_heading)
    return _text(page).encode()


def ticked(draft: PageDraft, section: str) -> list[str]:
    """Return the keys of the lines of a section that are ticked to begin with: all but those that are never shared."""
    return [line.key for line in draft.lines if line.section == section and line.sensitivity is not Sensitivity.NEVER]


def _lines(section: str, words: Iterable[tuple[Record, str]]) -> list[Line]:
    never = Sensitivity.NEVER
    return [
        _line(section, one.uid, text, never if one.sensitivity is never else Sensitivity.ASK) for one, text in words
    ]


def _line(section: str, key: str, text: str, sensitivity: Sensitivity) -> Line:
    return Line(
        key=key,
        section=section,
        parts=(Part(text, sensitivity),),
        sensitivity=sensitivity,
        basic=sensitivity is Sensitivity.SHARE,
    )


def _text(page: Page) -> str:
    from textwrap import wrap

    blocks = [[f"{page.title}, {page.last}"]]
    for section, lines in page.sections.items():
        first, then = ("- ", "  ") if section else ("", "")
        wrapped = [
            part for line in lines for part in wrap(line.text, WIDTH, initial_indent=first, subsequent_indent=then)
        ]
        blocks.append([page_text.format_heading(section), *wrapped] if section else wrapped)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"
