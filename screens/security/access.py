"""The menu of what opens the journal: the passphrase, the recovery words, the key file and the master key.

``SettingsScreen`` shows it. Nothing changes here: each line opens the screen that changes one of them.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from textual.app import ComposeResult

from journal.text import access as access_text
from journal.text import key_file as key_file_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.security.weak_key import is_weak
from screens.widgets.link_row import TwoLines
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

WAYS: Final = (
    ("passphrase", access_text.CHANGE_PASSPHRASE, access_text.CHANGE_PASSPHRASE_EFFECT),
    ("recovery_words", access_text.RECOVERY_WORDS, access_text.RECOVERY_WORDS_EFFECT),
    ("key_file", key_file_text.KEY_FILE, key_file_text.EFFECT),
    ("seal", access_text.ROTATE_KEY, access_text.ROTATE_KEY_EFFECT),
)
"""Route, name, and what it does and does not protect."""


class WhatOpens(BaseScreen[None]):
    """Shows a line and a sentence for each of ``WAYS``."""

    CSS_PATH = "access.tcss"
    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(access_text.MENU_TITLE, access_text.MENU_HINTS):
            if is_weak(self.app, self.journal):
                yield Plain(access_text.WEAK_KEY, id="weak")
            for route, name, sentence in WAYS:
                yield TwoLines(name, sentence, partial(self.app.show, route))
