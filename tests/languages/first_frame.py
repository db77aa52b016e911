"""Print the sizes at which the first frame differs from what Textual paints: a language, a journal, the sizes.

A size is ``80x24``, or ``80x24demo`` for the sample.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from journal.language import Language, use

use(Language(sys.argv[1]))  # before any text is imported

from journal.config.places import glance  # noqa: E402
from screens.runtime.first_frame import compose  # noqa: E402
from tests.support.first_frame import cells, painted_by_textual  # noqa: E402


async def main(file: Path, given: list[str]) -> None:
    for each in given:
        demo = each.endswith("demo")
        width, _, height = each.removesuffix("demo").partition("x")
        size = int(width), int(height)
        ours = compose(file, glance(), size, demo=demo)
        if cells(ours, size) != cells(await painted_by_textual(file, size, "", "truecolor", demo=demo), size):
            print(each)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[2]), sys.argv[3:]))
