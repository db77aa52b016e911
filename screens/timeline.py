"""Timeline."""

from __future__ import annotations

from screens.places import Place


class Timeline(Place):
    """Timeline, one of the places."""

    NAME = "Timeline"
