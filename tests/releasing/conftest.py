"""The wheel and the sdist, built once for all tests of a process."""

from __future__ import annotations

import pytest

from tests.support.commands import ROOT
from tests.support.dist import Dist, build


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Dist:
    """Build the wheel and the sdist from this tree."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))
