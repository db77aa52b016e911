"""The list of prompts and templates for an entry, and the form for a template of the person's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from journal.domain.templates import Template, in_order
from journal.text import plan as plan_text
from journal.text import templates as templates_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.key import Key
from screens.keymap import bindings
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import YesNoField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

STARTERS = tuple(Template(title=title, text=text) for title, text in templates_text.STARTERS)
"""The suggestions. They are no records: they have no uid, and can't be edited or deleted."""


class Templates(ListScreen[Template]):
    """The person's own templates, then the suggestions; enter passes the text of one to ``insert``, and leaves."""

    KEY_SCOPE = "templates"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "templates.tcss"

    def __init__(self, *, insert: Callable[[str], None]) -> None:
        super().__init__()
        self._insert = insert

    def body(self) -> ComposeResult:
        """List them, and show all of the marked one."""
        with Panel(templates_text.TITLE, id="list"):
            yield self.list_of()
        with Panel(templates_text.WHOLE, id="whole", reads=True):
            yield Plain()

    def items(self) -> Sequence[Template]:
        return [*in_order(self.journal.templates), *STARTERS]

    def row(self, template: Template, width: int) -> str:
        said = "" if template.uid else templates_text.SUGGESTION
        said = plan_text.PUT_AWAY if template.archived else said
        return truncate(" · ".join(filter(None, (template.title, said))), width)

    def details(self, template: Template) -> str:
        return template.text

    def listed(self, items: Sequence[Template]) -> None:
        """Name the keys for own templates once there is one."""
        of_a_line = templates_text.OWN_KEYS if any(one.uid for one in items) else templates_text.SUGGESTED_KEYS
        self.query_one("#list", Panel).set_hints(of_a_line, templates_text.KEYS)

    def key_rows(self) -> list[Key]:
        """Say of enter that it inserts."""
        label, tooltip = templates_text.INSERT, templates_text.INSERT_HELP
        return [
            key._replace(label=label, tooltip=tooltip) if key.action == "choose" else key for key in super().key_rows()
        ]

    def open_item(self, template: Template) -> None:
        """Insert it, and go back to the entry."""
        self.dismiss(None)
        self._insert(template.text)

    def edit_item(self, template: Template) -> None:
        """Open the form of an own template."""
        if template.uid:
            self.app.show("template", record=template)
        else:
            self.app.notify(templates_text.SUGGESTION_STAYS)

    def delete_item(self, template: Template) -> None:
        """Delete an own template, once it is sure."""
        if template.uid:
            self.app.delete(template)
        else:
            self.app.notify(templates_text.SUGGESTION_STAYS)

    def action_add(self) -> None:
        """Add a template."""
        self.app.show("template")


class TemplateSheet(RecordForm[Template]):
    """Asks for a title and the questions of a template."""

    NAME = templates_text.FORM
    ROUTE = "template"
    RECORD = Template
    CSS_PATH = "templates.tcss"

    def fields(self) -> ComposeResult:
        """Ask for the title, the text, and whether it is still in use."""
        yield TextField(templates_text.NAME, id="title", required=templates_text.NAME_NEEDED)
        yield WritingField(
            templates_text.TEXT, id="text", hint=templates_text.TEXT_HINT, required=templates_text.TEXT_NEEDED
        )
        yield YesNoField(
            templates_text.OFFERED,
            id="offered",
            default=True,
            attribute="archived",
            inverted=True,
            hint=templates_text.OFFERED_HINT,
        )
