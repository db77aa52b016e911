"""A style sheet that parses each source once."""

from __future__ import annotations

from typing import Final

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

SOURCES: Final = 1000
"""More than all widgets and screens have; Textual keeps 64, and would parse all of them again once there are more."""


class ParsedOnce(Stylesheet):
    """A style sheet that keeps what it has parsed until the theme changes.

    Textual (8.2.8) parses all sources again for each screen that brings one of its own.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables; what was parsed is forgotten if one has changed."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse the sources that are new, or all if a variable has changed. Raises as Textual's does."""
        self.parse()
