"""An offline-first, encrypted recovery journal: ``from journal import Journal``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.errors import InvalidRecord, NotFound, VaultError
    from journal.store.journal import Journal
    from journal.store.new_secrets import new_recovery_words

__all__ = ["InvalidRecord", "Journal", "NotFound", "VaultError", "new_recovery_words"]

_PLACES = {"Journal": "journal.store.journal", "new_recovery_words": "journal.store.new_secrets"}


def __getattr__(name: str) -> Any:
    """Import the names above when they are first used: the entry point must harden the process first."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(_PLACES.get(name, "journal.errors")), name)
