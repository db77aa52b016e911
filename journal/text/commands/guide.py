"""What the help of ``journal guide`` says; the rest is in ``journal.text.guide.showing``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

GUIDE_HELP: Final = """\
Print the guide, or one chapter of it.

Without CHAPTER it lists the chapters. It needs no journal and no passphrase. With --to one chapter becomes a page to
print."""
TO_HELP: Final = "Write the chapter to this file, as HTML or text, by how its name ends."
REPLACE_HELP: Final = "Replace FILE if it exists."

translated(__name__)
