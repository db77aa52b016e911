"""The version of this program; ``tests/cli/test_main.py`` compares it with ``pyproject.toml``."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
