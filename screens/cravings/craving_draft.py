"""A craving between its keystrokes and the disk: what is durable, and how the rest comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from journal.domain.cravings import Craving, with_rating
from screens.messages import Changed
from screens.runtime.journal_worker import Draft

if TYPE_CHECKING:
    from screens.app import JournalApp

KEY: Final = "craving:now"
"""The key of the draft: ``{"uid": …}``, and under ``craving`` the whole of it as long as it is not durable."""


def is_durable(app: JournalApp, craving: Craving) -> bool:
    """Whether the journal holds the craving just so, what saving fills in aside."""
    if app.journal is None or craving.uid not in app.journal.cravings:
        return False
    kept = app.journal.cravings.get(craving.uid)
    return replace(craving, made_at=kept.made_at, zone=kept.zone, local_date=kept.local_date) == kept


def draft_data(app: JournalApp, craving: Craving) -> Draft:
    """Return what has to be kept of the craving so that it comes back."""
    return {"uid": craving.uid} | ({} if is_durable(app, craving) else {"craving": msgspec.to_builtins(craving)})


def resume(app: JournalApp, draft: Draft) -> Craving | None:
    """Return the craving to go on with: the draft's, an unsaved one, the one being timed; else ``None``."""
    left = app.keeper.draft(KEY) or {}
    unsaved = draft or (left if "craving" in left else {})
    uid = unsaved.get("uid", app.timing.craving if app.timing else "")
    kept = app.journal.cravings.get(uid) if app.journal and uid in app.journal.cravings else None
    if "craving" not in unsaved:
        return kept
    craving = msgspec.convert(unsaved["craving"], Craving)
    if kept is not None and kept.after is not None and craving.after is None:  # answered while locked
        return replace(with_rating(craving, kept.after), timer_seconds=kept.timer_seconds)
    return craving


async def part(app: JournalApp, craving: Craving, draft: tuple[str, Draft]) -> None:
    """Leave a craving: after all saves its draft is dropped, or sealed where they did not work."""
    await app.keeper.run(lambda: None)
    if app.journal is None or is_durable(app, craving):
        await app.keeper.forget(KEY)
        app.broadcast(Changed)  # Today named the draft until now
    else:
        app.keep(draft)
