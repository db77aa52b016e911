"""Today."""

from __future__ import annotations

from screens.places import Place


class Today(Place):
    """Today, one of the places."""

    NAME = "Today"
