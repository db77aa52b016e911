"""Build the wheel and the sdist as `make dist` does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Dist(NamedTuple):
    """The two files of a release."""

    wheel: Path
    sdist: Path


def build(root: Path, to: Path, *targets: str, umask: int = -1) -> Dist:
    """Build from the sources at ``root`` into the directory ``to``; ``targets`` are `wheel`, `sdist` or none for both.

    The path of a file that was not built is ``to`` itself.
    """
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [
            sys.executable,
            "-m",
            "hatchling",
            "build",
            "--directory",
            str(to),
            *(part for one in targets for part in ("--target", one)),
        ],
        cwd=root,
        env=environment,
        check=True,
        capture_output=True,
        timeout=300,
        umask=umask,
    )
    return Dist(next(to.glob("*.whl"), to), next(to.glob("*.tar.gz"), to))
