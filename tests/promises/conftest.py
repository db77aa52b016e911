"""Style sheets are parsed once, as in the tests of screens."""

from __future__ import annotations

from tests.support.parsing import parse_once

parse_once()
