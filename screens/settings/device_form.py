"""The forms for ``settings.toml``: what holds on this computer and says nothing personal."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.config.places import language_set
from journal.config.settings import LONGEST_PAUSE, Settings
from journal.domain.record import Record
from journal.language import Language, language
from journal.text import labels as labels_text
from journal.text import settings as settings_text
from journal.text import settings_file as settings_file_text
from screens.base.form import RecordForm
from screens.safety.region_field import region_field
from screens.theme import THEMES, theme_named
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.numbers import WholeField
from screens.widgets.panel import Panel


class DeviceForm(RecordForm[Settings]):
    """Base of the forms about ``settings.toml``; each changes a part of it, and leaves the rest as it is."""

    RECORD = Settings

    def on_mount(self) -> None:
        """Fill the form from the settings, then from the draft."""
        self.record = self.app.settings
        super().on_mount()

    @property
    def before(self) -> Settings:
        """Return the settings as they are now."""
        return self.app.settings

    @property
    def done(self) -> str:
        """Return what is said when the file is written."""
        return settings_text.SAVED

    def build(self) -> tuple[Record, ...]:
        """Set the settings; return no record."""
        self.app.settings = self.read()
        return ()

    def submit(self) -> None:
        """Write the file; if that fails, the settings hold for this session."""
        try:
            self.app.settings.save()
        except OSError:
            self.query_one(Panel).show_error(settings_text.NOT_WRITTEN)
            return
        self.app.forget(self._draft_key)
        self.app.say(self.done)
        self.after_save()


class RegionSheet(DeviceForm):
    """Changes the country, whose helplines are shown, and the language."""

    NAME = settings_text.REGION_TITLE
    ROUTE = "region"

    def fields(self) -> ComposeResult:
        yield region_field()
        languages = [("", settings_text.LANGUAGE_OF_COMPUTER), *labels_text.choices(Language)]
        yield ChoiceField(settings_text.LANGUAGE, languages, id="language", empty="", hint=settings_text.LANGUAGE_HINT)

    @property
    def done(self) -> str:
        """Return that the language changes with the next start, where another one was chosen."""
        return settings_text.SAVED if language_set() is language() else settings_text.LANGUAGE_SAVED


class LockSheet(DeviceForm):
    """Changes the minutes until the lock."""

    NAME = settings_text.LOCK_TITLE
    ROUTE = "lock_after"

    def fields(self) -> ComposeResult:
        for label, name, most, attribute in (
            (settings_text.IDLE, "idle", 60, "idle_minutes"),
            (settings_text.MEETING_IDLE, "meeting", 120, "meeting_idle_minutes"),
        ):
            usual = getattr(Settings(), attribute)
            hint = settings_file_text.hint(settings_text.IDLE_HINT, 1, most, usual)
            yield WholeField(label, id=name, attribute=attribute, minimum=1, maximum=most, hint=hint)


class ComputerSheet(DeviceForm):
    """Changes looks, motion and how keys react; a theme is seen at once."""

    NAME = settings_text.DEVICE_TITLE
    ROUTE = "computer"  # as before it had parts: drafts are kept by it

    def fields(self) -> ComposeResult:
        themes = [(theme.name, settings_text.THEME_LABELS[theme.name]) for theme in THEMES]
        yield ChoiceField(settings_text.THEME, themes, id="theme", empty="")
        yield YesNoField(settings_text.MOTION, id="motion", default=True, hint=settings_text.MOTION_HINT)
        yield YesNoField(settings_text.ACCESSIBLE, id="accessible", default=False, hint=settings_text.ACCESSIBLE_HINT)
        yield WholeField(
            settings_text.KEY_PAUSE,
            id="pause",
            attribute="key_pause_ms",
            minimum=0,
            maximum=LONGEST_PAUSE,
            hint=settings_file_text.hint(settings_text.KEY_PAUSE_HINT, 0, LONGEST_PAUSE, Settings().key_pause_ms),
        )

    def load(self, settings: Settings) -> None:
        """Show the settings; a theme that no longer exists as the one that replaced it."""
        super().load(settings)
        self.query_one("#theme", ChoiceField).choice.choose(theme_named(settings.theme))
