"""What is printed on the form of an agreement; what is agreed on is in ``journal.domain.agreements``."""

from __future__ import annotations

from typing import Final

FORM_TITLE: Final = "WHAT WE AGREE TO"
TYPED_IN: Final = "The questions come in this order in the journal, so that it can be typed in later."
"""Stands at the end of the form."""


def form_title(version: int | None) -> str:
    """Return the title, with the version of an agreement that is there already."""
    return FORM_TITLE if version is None else f"{FORM_TITLE}, version {version}"
