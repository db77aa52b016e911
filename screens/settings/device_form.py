"""What holds on this computer and says nothing personal: ``settings.toml``."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.config.settings import Settings
from journal.domain.record import Record
from journal.text import settings as settings_text
from screens.base.form import RecordForm
from screens.safety.region_field import region_field
from screens.theme import THEMES, theme_named
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.numbers import WholeField
from screens.widgets.panel import Panel


class ComputerSheet(RecordForm[Settings]):
    """Region, minutes to the lock, and looks; a change of looks is seen at once."""

    NAME = "this computer"
    ROUTE = "computer"
    RECORD = Settings

    def fields(self) -> ComposeResult:
        """The region first: it is what a bad hour needs."""
        yield region_field()
        for label, name, most, attribute in (
            ("Locks after", "idle", 60, "idle_minutes"),
            ("… in a meeting", "meeting", 120, "meeting_idle_minutes"),
        ):
            yield WholeField(
                label, id=name, attribute=attribute, minimum=1, maximum=most, hint="Minutes without a key."
            )
        yield YesNoField("Motion", id="motion", default=True, hint="The breath moves, lists glide.")
        yield ChoiceField("Looks", [(theme.name, theme.name) for theme in THEMES], id="theme", empty="")

    def on_mount(self) -> None:
        """As they are, then the draft."""
        self.record = self.app.settings
        super().on_mount()

    def load(self, settings: Settings) -> None:
        """Show the settings; looks that are no more as those in their place."""
        super().load(settings)
        self.query_one("#theme", ChoiceField).choice.choose(theme_named(settings.theme))

    @property
    def before(self) -> Settings:
        """The settings as they are now."""
        return self.app.settings

    def build(self) -> tuple[Record, ...]:
        """Nothing for the journal; the settings are set here."""
        self.app.settings = self.read()
        return ()

    def submit(self) -> None:
        """Write the file; where that does not work, they hold for this session."""
        try:
            self.app.settings.save()
        except OSError:
            self.query_one(Panel).show_error(settings_text.NOT_WRITTEN)
            return
        self.app.forget("computer:new")
        self.after_save()
