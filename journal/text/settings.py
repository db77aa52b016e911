"""What is said about settings."""

from __future__ import annotations

from typing import Final

NOT_WRITTEN: Final = "The settings could not be written to their file. They hold until you quit."
