"""What the help of ``journal milestones`` says; the rest is in ``journal.text.es.milestones``."""

from __future__ import annotations

from typing import Final

MILESTONES_HELP: Final = "Lo que alcanzaste y cuándo, y lo que viene después."
