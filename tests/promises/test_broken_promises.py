"""Break promises of docs/security.md on purpose, and check that the test which is named there fails.

A test that passes whatever the program does proves nothing. Each line of ``tests.support.breaking.DEFECTS`` puts one
mistake into the program, in a process of its own, and runs the one test that has to notice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.breaking import DEFECTS, VARIABLE
from tests.support.extent import only

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("defect", only(list(DEFECTS), "the maker has a key"))
def test_the_test_that_is_named_fails(defect: str) -> None:
    test = DEFECTS[defect].test
    asked = ["-x", "-rfE", "-p", "no:cacheprovider", "-p", "tests.support.breaking", test]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked],
        cwd=ROOT,
        env=os.environ | {VARIABLE: defect},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout[-2000:] + done.stderr[-2000:]
    assert f"FAILED {test}" in done.stdout
    assert "ERROR " not in done.stdout, "it fails, and is not merely unable to begin"


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_page_names_the_test(defect: str) -> None:
    test = DEFECTS[defect].test
    assert f"`{test}`" in PAGE or f"`{test.partition('::')[0]}`" in PAGE
