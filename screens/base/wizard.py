"""The base of questions asked one after another: enter goes on, esc goes back, a second button skips.

The welcome, the recovery words and the debrief build on it. A subclass decides the order of its steps and takes their
answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Button, Input

from journal.text import forms as forms_text
from screens.base.screen import BaseScreen
from screens.key import Key
from screens.keymap import bindings
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import Field, InvalidInput
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

R = TypeVar("R")


class WizardStep(Vertical):
    """One question. ``SKIP_LABEL`` is the label of the second button; without one an answer is required."""

    NAME: str = ""
    QUESTION: ClassVar[str] = ""
    NEXT_LABEL: ClassVar[str] = forms_text.CONTINUE
    SKIP_LABEL: ClassVar[str] = forms_text.SKIP
    DEFAULT_CSS = "WizardStep { height: auto; }"

    def compose(self) -> ComposeResult:
        if self.QUESTION:
            yield Plain(self.QUESTION, classes="asks")
        yield from self.fields()

    def fields(self) -> Iterable[Widget]:
        """What answers it; for subclasses."""
        return ()

    def draft_values(self) -> Draft:
        """Return the content of its fields by id, as JSON holds it."""
        return {str(field.id): field.draft_value for field in self.query(Field)}

    def fill(self, draft: Draft) -> None:
        """Fill the fields from a draft; skip those that no longer exist."""
        for field in self.query(Field):
            if field.id in draft:
                field.fill(draft[field.id])


class Wizard(BaseScreen[R], Generic[R]):
    """Shows one step after another; ``current`` is the name of the step shown.

    A subclass sets their ``order``, makes them, and takes their answers.
    """

    CSS_PATH = Path(__file__).with_name("wizard.tcss")
    KEY_SCOPE = "steps"
    BINDINGS = bindings(KEY_SCOPE)
    WAYS: ClassVar[tuple[str, ...]] = ("on", "skip")
    """The ids of the buttons."""
    LEAVES: ClassVar[bool] = True
    """Whether esc leaves on the first step."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self.current = first
        self.typed: dict[str, Draft] = {}
        self._changing = asyncio.Lock()

    # For subclasses.

    def order(self) -> list[str]:
        """Return the names of the steps that the answers so far lead to."""
        raise NotImplementedError

    def new_step(self, name: str) -> WizardStep:
        """Return a step by its name."""
        raise NotImplementedError

    def answer(self, step: WizardStep) -> None:
        """Take the answer of a step. Raises ``InvalidInput``."""

    def skip(self, step: WizardStep) -> None:
        """Pass over a step."""

    def finish(self) -> None:
        """Leave after the last step; for subclasses."""

    def step_title(self, step: WizardStep) -> str:
        """Return the title of a step; a subclass may say how far it is."""
        return step.NAME

    # The rest is done.

    @property
    def step(self) -> WizardStep:
        """The step that is shown."""
        return self.query_one(WizardStep)

    @property
    def _has_back(self) -> bool:
        return self.LEAVES or self.current != self.order()[0]

    def body(self) -> ComposeResult:
        yield Panel()
        with Horizontal(id="ways"):
            for way in self.WAYS:
                button = Button("", id=way, compact=True)
                button.active_effect_duration = 0.0  # A press while it lasts would be dropped.
                yield button

    async def on_mount(self) -> None:
        """Show the first step."""
        await self.show_step(self.current)

    async def show_step(self, name: str) -> None:
        """Show another step, with what was typed into it before; one change after the other."""
        async with self._changing:
            await self._change_to(name)

    async def _change_to(self, name: str) -> None:
        panel = self.query_one(Panel)
        for shown in panel.query(WizardStep):
            self.typed[self.current] = shown.draft_values()
            await shown.remove()
        self.current, step = name, self.new_step(name)
        await panel.mount(step)
        step.fill(self.typed.get(name, {}))
        panel.show_error("")
        panel.scroll_home(animate=False)
        panel.rename(self.step_title(step), forms_text.STEP_KEYS if self._has_back else forms_text.FIRST_STEP_KEYS)
        self._offer_ways(step)

    def _offer_ways(self, step: WizardStep) -> None:
        on, skip = self.query_one("#on", Button), self.query_one("#skip", Button)
        for way, says in ((on, step.NEXT_LABEL), (skip, step.SKIP_LABEL)):
            way.label = says
            way.refresh(layout=True)
        skip.display = bool(step.SKIP_LABEL)
        next(iter(self._inside(step)), on).focus(scroll_visible=False)

    def _inside(self, step: WizardStep) -> list[Widget]:
        """Return what can have the focus in a step, in order."""
        return [widget for widget in self.in_order() if step in widget.ancestors]

    def key_rows(self) -> list[Key]:
        """As everywhere, but no way back from the first step."""
        shown = super().key_rows()
        return [key for key in shown if self._has_back or (key.where, key.action) != ("steps", "back")]

    @on(Input.Submitted)
    async def submitted(self, message: Input.Submitted) -> None:
        """Focus the next field; after the last one, go on to the next step."""
        if self.focused is message.input:
            await self.ask_next(is_final=True)

    async def ask_next(self, *, is_final: bool) -> None:
        """Focus the next field of the step; after the last one, show the next step.

        A digit does not end the last step, which saves: it only leads to the button.
        """
        inside = self._inside(self.step)
        if self.focused not in inside:
            return
        if self.focused is not inside[-1]:
            inside[inside.index(self.focused) + 1].focus()
        elif is_final or self.current != self.order()[-1]:
            await self.go_on()
        else:
            self.query_one("#on", Button).focus()

    @on(Button.Pressed, "#on")
    async def go_on(self) -> None:
        """Take the answer, or say at its field what could not be understood."""
        self.app.tremor.answer()
        for field in self.query(Field):
            field.show_error("")
        try:
            self.answer(self.step)
        except InvalidInput as problem:
            problem.field.show_error(str(problem))
            problem.field.focus()
            return
        await self.next_step()

    @on(Button.Pressed, "#skip")
    async def skip_step(self) -> None:
        """Go on without an answer."""
        self.skip(self.step)
        await self.next_step()

    async def next_step(self) -> None:
        """Show the step after this one, or finish; a subclass may look something up first."""
        order = self.order()
        place = order.index(self.current) + 1
        if place < len(order):
            await self.show_step(order[place])
        else:
            self.finish()

    def action_scroll(self, way: int) -> None:
        """Scroll half a window down (1) or up (-1): the warnings are longer than a small one."""
        panel = self.query_one(Panel)
        panel.scroll_relative(y=way * max(1, panel.size.height // 2), animate=False)

    async def action_back(self) -> None:
        """Go back a step."""
        order = self.order()
        place = order.index(self.current)
        if place:
            await self.show_step(order[place - 1])
        elif self.LEAVES:
            self.dismiss(None)

    def draft_of_steps(self) -> dict[str, Any]:
        """Return the present step and what is typed, as JSON holds it."""
        typed = dict(self.typed)
        for shown in self.query(WizardStep):
            typed[self.current] = shown.draft_values()
        return {"at": self.current, "typed": typed}
