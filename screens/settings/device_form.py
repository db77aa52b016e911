"""What holds on this computer and says nothing personal: ``settings.toml``."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.config.settings import Settings
from journal.domain.record import Record
from journal.text.settings import NOT_WRITTEN
from screens.base.form import RecordForm
from screens.safety.region_field import region_field
from screens.theme import THEMES, theme_named
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.numbers import WholeField
from screens.widgets.panel import Panel


class ComputerSheet(RecordForm):
    """Region, minutes to the lock, and looks; a change of looks is seen at once."""

    NAME = "this computer"
    ROUTE = "computer"

    def fields(self) -> ComposeResult:
        """The region first: it is what a bad hour needs."""
        yield region_field()
        yield WholeField("Locks after", id="idle", least=1, most=60, hint="Minutes without a key.")
        yield WholeField("… in a meeting", id="meeting", least=1, most=120, hint="Minutes without a key.")
        yield YesNoField("Motion", id="motion", usual=True, hint="The breath moves, lists glide.")
        yield ChoiceField("Looks", [(theme.name, theme.name) for theme in THEMES], id="theme")

    def on_mount(self) -> None:
        """As they are, then the draft."""
        settings = self.app.settings
        self.query_one("#region", ChoiceField).choice.choose(settings.region)
        self.query_one("#idle", WholeField).write(str(settings.idle_minutes))
        self.query_one("#meeting", WholeField).write(str(settings.meeting_idle_minutes))
        self.query_one("#motion", YesNoField).choice.choose(settings.motion)
        self.query_one("#theme", ChoiceField).choice.choose(theme_named(settings.theme))
        super().on_mount()

    def chosen(self) -> Settings:
        """The settings as they stand in the form. Raises ``InvalidInput``."""
        return replace(
            self.app.settings,
            region=self.query_one("#region", ChoiceField).value or "",
            idle_minutes=self.query_one("#idle", WholeField).whole,
            meeting_idle_minutes=self.query_one("#meeting", WholeField).whole,
            motion=self.query_one("#motion", YesNoField).yes,
            theme=self.query_one("#theme", ChoiceField).value or "",
        )

    def records(self) -> tuple[Record, ...]:
        """Nothing for the journal; the settings are set here."""
        self.app.settings = self.chosen()
        return ()

    def hand_over(self) -> None:
        """Write the file; where that does not work, they hold for this session."""
        try:
            self.app.settings.save()
        except OSError:
            self.query_one(Panel).show_error(NOT_WRITTEN)
            return
        self.app.forget("computer:new")
        self.left()
