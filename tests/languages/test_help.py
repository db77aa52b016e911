"""The help of every command is Spanish as a whole; what is typed, options and values, stays as it is."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Final

from tests.languages.test_screens import ROOT, only_english, words
from tests.support.golden import assert_kept

TYPED: Final = re.compile(
    r"--[\w-]+|\[[^\]]*\]|^ *\$ .*|^  [\w-]+  |journal [\w-]+( [\w-]+)?|\b[A-Z_]{2,}\b|`[^`]*`", re.MULTILINE
)
"""What is typed on a command line."""


def test_the_help_of_every_command_is_spanish() -> None:
    line = [sys.executable, "-m", "tests.languages.help", "es"]
    shown = subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.decode()
    assert words(TYPED.sub(" ", shown)) & only_english() == set()
    assert_kept(shown, "es-help-of-commands")
