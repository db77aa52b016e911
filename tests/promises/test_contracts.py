"""Check what import contracts cannot: which modules may use the disk, the ciphers and the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for package in ("journal", "screens") for path in (ROOT / package).rglob("*.py"))

TOUCHES_THE_DISK = {
    *("os.open", "os.write", "os.pwrite", "os.rename", "os.replace", "os.unlink", "os.remove", "os.mkdir"),
    *("os.makedirs", "os.link", "os.truncate", "os.ftruncate", "os.fsync", "os.fdatasync", "open", "io.open"),
}
TOUCHES_A_PATH = {
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "chmod",
    "rmdir",
    "hardlink_to",
    "symlink_to",
}
OF_THE_DISK = {"self._disk", "disk", "self"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def calls(path: Path) -> list[str]:
    return [ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call)]


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_one_module_touches_the_disk() -> None:
    """Allow also the sample's temporary directory, the null device in place of a closed pipe, the terminal."""
    terminal = {"screens/runtime/driver.py", "screens/runtime/early_terminal.py"}
    own = {"journal/vault/files/disk.py", "journal/cli/main.py"} | terminal
    found = {
        f"{name(path)}: {call}"
        for path in SOURCES
        for call in calls(path)
        if name(path) not in own
        and (
            call in TOUCHES_THE_DISK
            or (call.rpartition(".")[2] in TOUCHES_A_PATH and call.rpartition(".")[0] not in OF_THE_DISK)
        )
    }
    assert found == set()


def test_the_sample_alone_uses_a_passing_directory() -> None:
    users = {name(path) for path in SOURCES if {"tempfile", "shutil"} & set(imports(path))}
    assert users <= {
        "journal/cli/commands/demo.py",
        "journal/cli/commands/demo_cleanup.py",
        "screens/runtime/terminal.py",
    }


def test_ciphers_are_used_in_three_modules() -> None:
    users = {name(path) for path in SOURCES if any(module.startswith("cryptography") for module in imports(path))}
    assert users <= {"journal/vault/crypto/cobblestone.py", "journal/vault/crypto/keys.py", "journal/vault/inbox.py"}


def test_there_is_one_clock() -> None:
    clocks = {"datetime.now", "date.today", "time.time", "time.monotonic", "datetime.utcnow"}
    assert {name(path) for path in SOURCES if not clocks.isdisjoint(calls(path))} == {"journal/clock.py"}


def test_only_the_front_door_knows_the_app() -> None:
    users = {name(path) for path in SOURCES if name(path).startswith("journal/") and "screens.app" in imports(path)}
    assert users == {"journal/__main__.py"}
