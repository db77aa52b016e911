"""An offline-first, encrypted recovery journal: ``from journal import Journal``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.book import Journal

__all__ = ["Journal"]


def __getattr__(name: str) -> Any:
    """``Journal``, imported when it is asked for: the front door imports this package before it has made itself safe."""
    if name == "Journal":
        from journal.book import Journal

        return Journal
    raise AttributeError(name)
