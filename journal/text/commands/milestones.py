"""What the help of ``journal milestones`` says; the rest is in ``journal.text.milestones``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

MILESTONES_HELP: Final = "What you reached and when, and what comes next."

translated(__name__)
