"""Saves days that were filled in: asks first how sure the person is of those that are over.

The calendar and the question on Today use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.filling_in import FilledIn, Sureness, with_sureness
from journal.text import days as days_text
from screens.routes import new_screen

if TYPE_CHECKING:
    from screens.app import JournalApp


def save_filled_in(app: JournalApp, filled: FilledIn, state: str) -> None:
    """Save the marks in one step to undo, and say how many days were marked as ``state``, in words.

    Nothing is saved if the question is left with esc; if it is skipped, nothing is known of how sure the person is.
    """
    said = days_text.filled_in(filled, state)

    def save(level: int | None) -> None:
        if level is not None:
            app.save(*(with_sureness(mark, level) for mark in filled.marks), said=said)

    if not filled.marks:
        app.notify(said)
    elif any(mark.back_filled for mark in filled.marks):
        levels = [(int(level), days_text.sureness_label(level)) for level in Sureness]
        options = [*levels, (0, days_text.NOT_ASKED)]
        title, question = days_text.FILL_IN_TITLE, days_text.how_sure(len(filled.marks))
        app.push_screen(new_screen("choose_one", title=title, question=question, options=options), save)
    else:
        save(0)
