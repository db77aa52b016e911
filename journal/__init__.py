"""An offline-first, encrypted recovery journal: ``from journal import Journal``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.store.journal import InvalidRecord, Journal, NotFound, VaultError, new_recovery_words

__all__ = ["InvalidRecord", "Journal", "NotFound", "VaultError", "new_recovery_words"]


def __getattr__(name: str) -> Any:
    """The names above, imported when first asked for: the front door must first make the process safe."""
    if name not in __all__:
        raise AttributeError(name)
    from journal.store import journal

    return getattr(journal, name)
