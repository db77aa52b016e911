"""Say that a passphrase is easier to guess than usual, because the computer was short of memory when it was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.text import access as access_text

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from screens.app import JournalApp


def is_weak(app: JournalApp, journal: Journal) -> bool:
    """Return whether the passphrase costs less to guess than usual, and nobody chose that cost."""
    return app.cost is None and journal.has_weak_key_cost


def tell_if_weak(app: JournalApp, journal: Journal) -> None:
    """Say so of a passphrase that was just set, and what to do."""
    if is_weak(app, journal):
        app.notify(access_text.WEAK_KEY)
