"""What is said of settings."""

from __future__ import annotations

NOT_WRITTEN = "The settings could not be written to their file. They hold until you quit."
