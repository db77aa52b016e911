"""What ``journal safety`` says of its options; the lines and steps are in ``journal.text.safety``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.language import translated

SAFETY_HELP: Final = "Helplines, and what to do if someone won't wake up. Needs no passphrase."
REGION_HELP: Final = "Which country's helplines, instead of the one in the settings."


def region_needed(regions: Iterable[str]) -> str:
    """Name the regions that there are helplines for."""
    return f"--region takes one of {', '.join(regions)}."


translated(__name__)
