"""Plan."""

from __future__ import annotations

from screens.places import Place


class Plan(Place):
    """Plan, one of the places."""

    NAME = "Plan"
