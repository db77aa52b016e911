"""The journal put back from a copy: the earlier one beside it, or any other. It needs no passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from textual.app import ComposeResult

from journal.store.locked import latest_intact_generation
from journal.text import errors as errors_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

WHAT: Final = (
    "The copy is only read, and looked through before anything is changed. What stands here now is kept beside it. "
    "It opens with the passphrase it had when the copy was made."
)
READING: Final = "Reading the copy and putting it back …"
DETAIL: Final = "{path} is to be what that copy is. What was written since the copy was made is not in it."
PUT_BACK: Final = "The copy is put back."


class PutBack(FileForm[bool]):
    """Answers ``True`` once the journal is there again."""

    KEY_SCOPE = "put back"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        """What happens, and which copy."""
        with Panel("put back a copy", "enter put back · esc back"):
            yield Plain(WHAT, id="what")
            yield PathField("The copy", id="place", example="~/journal-2026-11-12.rj")
            yield Plain(id="said")

    async def on_mount(self) -> None:
        """Offer the latest earlier copy that is whole, where there is one."""
        earlier = await self.app.keeper.do(partial(latest_intact_generation, self.app.path))
        if earlier is not None and not self._place.text:
            self._place.write(short(earlier))

    def take(self, source: Path) -> None:
        """Ask first."""
        detail = DETAIL.format(path=short(self.app.path))
        self.app.ask(f"Put back {source.name}?", "Put it back", partial(self._put_back, source), detail=detail)

    def _put_back(self, source: Path) -> None:
        self.query_one("#said", Plain).show(READING)
        self.start(partial(self._restored, source), outlives=False)

    async def _restored(self, source: Path) -> None:
        from journal.errors import VaultError
        from journal.store.maintenance import restore

        app = self.app
        try:
            await app.keeper.do(partial(restore, source, app.path, holder="screen", clock=app.clock))
        except VaultError as error:
            self.query_one("#said", Plain).show("")
            self._place.show_error(errors_text.error_text(error))
            return
        self.dismiss(True)
        app.tell(PUT_BACK)
