"""The base of the widgets that are answered by one key: a choice and a rating."""

from __future__ import annotations

from textual.message import Message
from textual.widget import Widget


class Question(Widget, can_focus=True):
    """Only the question with the focus shows its digits: they are the keys that would answer it.

    An answer posts ``GoOn`` after the message that tells the answer, so that whatever the answer brings up is on the
    screen when the screen looks for the next question.
    """

    class GoOn(Message):
        """This question is answered; ``is_final`` unless a digit answered it, which may be a slip of the finger."""

        def __init__(self, question: Question, *, is_final: bool) -> None:
            super().__init__()
            self.question = question
            self.is_final = is_final

        @property
        def control(self) -> Question:
            """The widget, for ``@on(Question.GoOn, "#id")``."""
            return self.question

    def go_on(self, *, is_final: bool) -> None:
        """Tell the screen that the next question may take over."""
        self.post_message(self.GoOn(self, is_final=is_final))

    def action_on(self) -> None:
        """Focus what comes next, and leave the answer as it is."""
        self.screen.focus_next()

    def action_before(self) -> None:
        """Focus what came before."""
        self.screen.focus_previous()
