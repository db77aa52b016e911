"""What opens the journal: the passphrase, the recovery words, the key behind both; each can be made anew."""

from __future__ import annotations

from functools import partial
from typing import Final

from textual.app import ComposeResult

from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.link_row import TwoLines
from screens.widgets.panel import Panel

WAYS: Final = (
    (
        "passphrase",
        "Another passphrase",
        "Keeps out who learned the old one, from this file on. Earlier copies beside it open with the old one unless "
        "they are forgotten; copies that you made do in any case.",
    ),
    (
        "recovery_words",
        "Recovery words",
        "24 words that open the journal when the passphrase is forgotten. New ones end the old ones; earlier copies "
        "still open with those.",
    ),
    (
        "seal",
        "Everything sealed anew",
        "Also shuts out who may have kept the key itself, and removes the earlier copies and what was deleted. Copies "
        "that you made stay readable with the old keys.",
    ),
)
"""Route, name, and what it does and does not protect."""


class WhatOpens(BaseScreen[None]):
    """Three ways, none of which changes anything by itself."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        """A line for each, and its sentence."""
        with Panel("passphrase and keys", "enter open · esc back"):
            for route, name, sentence in WAYS:
                yield TwoLines(name, sentence, partial(self.app.show, route))
