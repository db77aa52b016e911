"""What ``journal safety`` says of its options; the lines and steps are in ``journal.text.safety``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

SAFETY_HELP: Final = "Lines to call, and what to do if someone does not wake. Needs no passphrase."
REGION_HELP: Final = "Which region's lines, instead of the one in the settings."


def region_needed(regions: Iterable[str]) -> str:
    """Name the regions that there are lines for."""
    return f"--region takes one of {', '.join(regions)}."
