"""Paint screens in another language, in a process of its own: a screen takes its texts when it is imported.

``python -m tests.languages.paint es FOLDER NAME…`` writes JSON to standard output: name → what ``Painted`` has.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

import msgspec

from journal.language import Language, use


class Painted(TypedDict):
    """The picture of a screen, and what is cut off or missing on it: hints, and places to go."""

    picture: str
    cut: list[str]
    missing: list[str]


async def paint(folder: Path, names: Iterable[str]) -> dict[str, Painted]:
    """Paint the screens of these ways of ``tests.support.everywhere``, at 80×24."""
    from tests.promises.test_every_screen_shows import cut_hints, missing_places
    from tests.support.driving import make_app, opened, settle
    from tests.support.everywhere import WAYS, fill
    from tests.support.golden import picture

    painted: dict[str, Painted] = {}
    for number, name in enumerate(names):
        place = folder / str(number)
        place.mkdir()
        os.chdir(place)  # the path of the journal is shown, so it is the same everywhere
        app = make_app(Path("journal.rj"), fill=fill)
        async with opened(app) as pilot:
            await pilot.press(*WAYS[name])
            await settle(pilot)
            shown = picture(app)
            rows = shown.split("\n")
            painted[name] = Painted(picture=shown, cut=cut_hints(app, rows), missing=missing_places(app, rows))
    return painted


if __name__ == "__main__":
    use(Language(sys.argv[1]))
    found = asyncio.run(paint(Path(sys.argv[2]), sys.argv[3:]))
    sys.stdout.buffer.write(msgspec.json.encode(found))
