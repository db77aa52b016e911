"""Textual is made cheaper, as in the tests of screens."""

from __future__ import annotations

from tests.support.quick_textual import use_quick_textual

use_quick_textual()
