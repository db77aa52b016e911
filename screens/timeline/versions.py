"""The earlier versions of an entry: to read each, and to restore one."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.bin import Version
from journal.domain.entries import Entry
from journal.text import bin as bin_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

ROOMY = 60
"""Cells that a line needs to have room for the length of a text."""


class EarlierVersions(ListScreen[Version]):
    """Lists what an entry said before, newest first, and shows the marked version."""

    KEY_SCOPE = "versions"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    EarlierVersions #versions { height: 8; }
    EarlierVersions #whole { height: 1fr; }
    """

    def __init__(self, *, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def body(self) -> ComposeResult:
        """Lay out the list, and what is marked below it."""
        kept = self.journal.preferences.keep_deleted
        with Panel(bin_text.VERSIONS, bin_text.VERSIONS_KEYS, id="versions"):
            yield self.list_of(bin_text.NO_VERSIONS if kept else bin_text.NO_VERSIONS_OFF)
        with Panel(bin_text.WHAT_IT_WAS, bin_text.VERSIONS_READ_KEYS, reads=True, quiet=True, id="whole"):
            yield Plain()

    def items(self) -> list[Version]:
        entries = self.journal.entries
        now = entries.get(self._entry.uid) if self._entry.uid in entries else self._entry
        return self.journal.versions.of(now)

    def row(self, version: Version, width: int) -> str:
        """Return ``until Mon 23 Nov, 12:00    64 characters  Walked home …``; the length only where there is room."""
        until = self.journal.local(version.at)
        return truncate(bin_text.format_until(until, version.text, is_roomy=width >= ROOMY), width)

    def details(self, version: Version) -> str:
        return "\n\n".join(part for part in (version.title, version.text) if part)

    def open_item(self, version: Version) -> None:
        """Go to the text, so that the arrows scroll it."""
        self.query_one("#whole").focus()

    def edit_item(self, version: Version) -> None:
        """Say that versions can't be changed."""
        self.app.notify(bin_text.VERSION_STAYS)

    def delete_item(self, version: Version) -> None:
        """Say that versions can't be deleted one by one."""
        self.edit_item(version)

    def action_restore(self) -> None:
        """Save the marked version as the entry, and go back; what the entry says now becomes a version."""
        if (version := self.marked) is None:
            return
        if self._entry.uid not in self.journal.entries:
            self.app.notify(bin_text.ENTRY_GONE)
            return
        entry = self.journal.entries.get(self._entry.uid)
        back = replace(entry, title=version.title, text=version.text)
        self.app.save(back, said=bin_text.VERSION_RESTORED)
        self.dismiss(None)
