"""The screen that erases one record for good.

It deletes the record, also from the bin, with its earlier versions; then it rotates the master key and removes the
earlier copies, so that none here can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.record import Record
from journal.store.operations import erase, erased_with
from journal.text import erasing as erasing_text
from screens.messages import Removed
from screens.security.rotate_key import SealAnew

if TYPE_CHECKING:
    from journal.store.journal import Journal


class EraseRecord(SealAnew):
    """Rotates the master key after deleting a record; ``Removed`` follows when it is gone."""

    NAME = erasing_text.RECORD_TITLE
    QUESTION = erasing_text.RECORD_ASK
    YES = erasing_text.RECORD_YES
    DONE = erasing_text.RECORD_DONE

    def __init__(self, *, record: Record, what: str = erasing_text.RECORD_UNNAMED) -> None:
        super().__init__()
        self._record = record
        self._what = what

    def paragraphs(self) -> tuple[str, ...]:
        return erasing_text.record_to_erase(self._what), erasing_text.RECORD_WHAT, erasing_text.RECORD_ELSEWHERE

    async def prepare(self) -> None:
        """Delete the drafts about it."""
        for key in self.journal.drafts.about(erased_with(self.journal, self._record)):
            await self.app.keeper.forget(key)

    def work(self, journal: Journal) -> None:
        erase(journal, self._record)  # a second time it does nothing: then only the key was not rotated

    def failure_note(self) -> str:
        """Say that it is deleted and not erased, where only rotating the key did not work."""
        there = self._record.uid in self.journal.collection(type(self._record))
        return "" if there else erasing_text.RECORD_DELETED

    async def done(self) -> None:
        """Go back first: the screen that showed the record leaves, too."""
        await super().done()
        self.app.broadcast(lambda: Removed(self._record))
