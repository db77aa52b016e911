"""Style sheets are parsed once and screens painted at rest, as in the tests of screens."""

from __future__ import annotations

from tests.support.idle import use_this_wait
from tests.support.painting import paint_at_rest
from tests.support.parsing import parse_once

parse_once()
use_this_wait()
paint_at_rest()
