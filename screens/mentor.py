"""Mentor."""

from __future__ import annotations

from screens.places import Place


class Mentor(Place):
    """Mentor, one of the places."""

    NAME = "Mentor"
