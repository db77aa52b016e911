"""Print the help of every command in another language: ``python -m tests.languages.help es``."""

from __future__ import annotations

import gettext
import os
import sys

from journal.language import Language, use

if __name__ == "__main__":
    os.environ["LANGUAGE"] = sys.argv[1]
    gettext.bindtextdomain("messages", "journal/text")
    use(Language(sys.argv[1]))
    from tests.support.manual import whole_help

    sys.stdout.buffer.write(whole_help().encode())
