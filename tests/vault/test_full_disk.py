"""Check limits on file sizes and disks that are really full: what was reported as saved is there, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.vault.filling_up import CANNOT_MOUNT, DISKS, LIMITS

if sys.platform == "win32":
    pytest.skip("has neither of them", allow_module_level=True)


def ran(command: list[str]) -> list[dict[str, Any]]:
    """Return the cases that a separate process went through."""
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    if done.returncode == CANNOT_MOUNT:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def assert_honest(case: dict[str, Any]) -> None:
    """Assert that nothing is lost, nothing invented, and a save was refused when the disk was full."""
    assert (case["lost"], case["invented"], case["found"]) == (0, 0, []), case
    assert case["not_known"] == 0, case


def test_a_limit_on_files_at_every_sector_is_told_and_costs_nothing(tmp_path: Path) -> None:
    cases = ran([sys.executable, "-m", "tests.support.vault.filling_up", "limit", str(tmp_path)])
    assert len(cases) == len(LIMITS)
    for case in cases:
        assert_honest(case)
    assert {case["saved"] for case in cases} == {1, 2, 3, 4}
    assert all(case["refused"] for case in cases)


def test_a_disk_that_is_full_is_told_and_costs_nothing(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no file system can be mounted here: there is no unshare")
    alone = ["-m"] if os.geteuid() == 0 else ["-rm"]
    cases = ran([unshare, *alone, sys.executable, "-m", "tests.support.vault.filling_up", "disk", str(tmp_path)])
    assert len(cases) == len(DISKS)
    for case in cases:
        assert_honest(case)
        assert case["saved"] > 5
        assert case["refused"] >= 4
