"""One record erased for good: deleted, and everything sealed anew, so that no earlier copy here can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal.domain.record import Record
from journal.store.operations import delete_with_dependents
from screens.messages import Removed
from screens.security.rotate_key import SealAnew

if TYPE_CHECKING:
    from journal.store.journal import Journal

WHAT: Final = (
    "What is deleted stays in the three earlier copies beside the journal, and u brings it back. Erasing deletes it, "
    "removes those copies, and seals everything anew under another key."
)
ELSEWHERE: Final = (
    "Copies that you or other programs made keep it. A disk of today (SSD) may keep old blocks for a while; to read "
    "those takes special tools and what opened the journal before."
)
DELETED: Final = "It is deleted here; earlier copies still hold it until this is done again."


class EraseRecord(SealAnew):
    """Answers with nothing; ``Removed`` follows when it is gone."""

    NAME = "erase for good"
    QUESTION = "Erase it for good?"
    YES = "Erase it"
    DONE = "It is erased here, and everything is sealed anew."

    def __init__(self, *, record: Record, what: str = "this") -> None:
        super().__init__()
        self._record = record
        self._what = what

    def paragraphs(self) -> tuple[str, ...]:
        """What deleting leaves, and what erasing does not reach."""
        return f"To be erased: {self._what}.", WHAT, ELSEWHERE

    async def prepare(self) -> None:
        """Forget what is half-written about it."""
        for key in list(self.journal.drafts.all()):
            if key.endswith(f":{self._record.uid}"):
                await self.app.keeper.forget(key)

    def work(self, journal: Journal) -> None:
        """Delete it."""
        if self._record.uid in journal.collection(type(self._record)):  # gone, where only the sealing did not work
            delete_with_dependents(journal, self._record)

    def failure_note(self) -> str:
        """That it is deleted and not erased, where only the sealing did not work."""
        return "" if self._record.uid in self.journal.collection(type(self._record)) else DELETED

    async def done(self) -> None:
        """Go back first: what showed the record leaves, too."""
        await super().done()
        self.app.broadcast(lambda: Removed(self._record))
