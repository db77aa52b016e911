"""Measures and cuts text in the cells of a terminal, where ``❤️`` or a family takes two however many characters it has.

The page and the command line use it. The screens measure with Textual, which agrees (tests/test_cells.py).
"""

from __future__ import annotations

import re
from typing import Final

_PLAIN: Final = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027]*")
"""Characters that take one cell each, whatever stands beside them: letters of Latin alphabets, dashes, quotes."""


def cell_width(text: str) -> int:
    """Return how many cells of a terminal a text takes; control characters take none."""
    if _PLAIN.fullmatch(text):
        return len(text)
    from wcwidth import iter_graphemes, wcswidth  # 30 ms, which most texts do without

    width = wcswidth(text)
    return width if width >= 0 else sum(max(0, wcswidth(cluster)) for cluster in iter_graphemes(text))


def beginning(text: str, width: int) -> str:
    """Return as much of the beginning as fits ``width`` cells; what is drawn as one is never cut apart."""
    if _PLAIN.fullmatch(text):
        return text[:width]
    from wcwidth import iter_graphemes, wcswidth

    used = end = 0
    for cluster in iter_graphemes(text):
        used += max(0, wcswidth(cluster))
        if used > width:
            break
        end += len(cluster)
    return text[:end]
