"""Says who to call, in a form about a meeting, while the status is 5 or the person does not feel safe."""

from __future__ import annotations

from journal.text import safety as safety_text
from screens.keys_shown import in_keys_of
from screens.widgets.fields.choices import RatingField, YesNoField
from screens.widgets.plain_text import Plain

USING_NOW = 5
"""The status of someone who is using now."""


class SafetyWords(Plain):
    """Two sentences under the answers that they follow; ``status`` and ``unsafe`` are the ids of these fields."""

    DEFAULT_CSS = """
    SafetyWords { text-style: bold; margin: 0 0 1 0; display: none; }
    """

    def __init__(self, status: str, unsafe: str) -> None:
        super().__init__()
        self._status, self._unsafe = status, unsafe

    def on_mount(self) -> None:
        """Follow both answers."""
        self.watch(self._rating.rating, "value", self._show)
        self.watch(self._yes_or_no.choice, "chosen", self._show)

    def _show(self) -> None:
        sentences = (safety_text.SAFETY_HEAVY_WEEKS, safety_text.SAFETY_NOT_SAFE)
        self.show("\n".join(in_keys_of(self.app, sentence) for sentence in sentences))
        self.display = self._rating.value == USING_NOW or self._yes_or_no.yes

    @property
    def _rating(self) -> RatingField:
        return self.screen.query_one(f"#{self._status}", RatingField)

    @property
    def _yes_or_no(self) -> YesNoField:
        return self.screen.query_one(f"#{self._unsafe}", YesNoField)
