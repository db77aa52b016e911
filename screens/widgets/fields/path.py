"""A place in the file system, typed."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Unpack

from journal.text import fields as fields_text
from journal.text import forms as forms_text
from screens.widgets.fields.base import FieldOptions, InvalidInput, TextField

LONGEST: Final = 900


class PathField(TextField):
    """One line that names a file or a folder; ``~`` is the home directory, and what is not absolute begins here."""

    def __init__(self, label: str, *, id: str, example: str, **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        super().__init__(label, id=id, max_length=LONGEST, **options)
        self._example = example

    @property
    def path(self) -> Path:
        """The place. Raises ``InvalidInput``."""
        if not self.text or "\0" in self.text:
            raise InvalidInput(self, fields_text.file_needed(self._example))
        try:
            return Path(self.text).expanduser().absolute()
        except RuntimeError:
            raise InvalidInput(self, fields_text.NO_SUCH_HOME) from None


def short(path: Path) -> str:
    """Return the path as a person writes it: ``~/page.txt``."""
    return str(Path("~") / path.relative_to(Path.home()) if path.is_relative_to(Path.home()) else path)


def not_written(error: OSError) -> str:
    """Return why nothing was written there, in one sentence that is safe to show."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return forms_text.NO_DIRECTORY
    return forms_text.not_written(error.strerror or "")
