"""Style sheets are parsed once, as in the tests of screens."""

from __future__ import annotations

from tests.support.idle import use_this_wait
from tests.support.parsing import parse_once

parse_once()
use_this_wait()
