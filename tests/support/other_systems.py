"""Make this process look like Windows or macOS to the journal: what that system lacks is gone.

Only for a process of its own. The libraries are imported before, as they are not what is tested. It shows mistakes of
our code; it is no Windows: consoles, rights and real disks there are untested.
"""

from __future__ import annotations

import importlib
import os
import pathlib
import signal
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

LIBRARIES: Final = (
    "asyncio", "click", "ctypes", "getpass", "icalendar", "jinja2", "locale", "mnemonic", "msgspec", "multiprocessing",
    "platformdirs", "pytest", "shutil", "subprocess", "tempfile", "textual.app", "textual.widgets", "textual.pilot",
    "tinydb", "tzlocal", "webbrowser", "zoneinfo", "zxcvbn", "cryptography.hazmat.primitives.ciphers.aead",
)  # fmt: skip
MODULES: Final = ("fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "termios", "tty")
IN_OS: Final = (
    "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_TMPFILE", "SEEK_DATA", "SEEK_HOLE", "chown", "fchmod",
    "fdatasync", "fork", "getegid", "geteuid", "getgid", "getpgid", "getuid", "killpg", "mkfifo", "posix_fadvise",
    "pread", "pwrite", "setsid", "statvfs", "uname",
)  # fmt: skip
SIGNALS: Final = ("SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGKILL", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGPIPE")


def pretend_windows() -> None:
    """Hide what Windows lacks, and refuse to replace or remove a file that this process has open."""
    for name in LIBRARIES:
        importlib.import_module(name)
    sys.modules["msvcrt"] = _msvcrt()
    _give_a_driver()
    for name in MODULES:
        vars(sys)["modules"][name] = None  # what makes Python say that there is no such module
    for name in IN_OS:
        vars(os).pop(name, None)
    for name in SIGNALS:
        vars(signal).pop(name, None)
    for name, at in (("replace", 1), ("rename", 0), ("unlink", 0), ("remove", 0)):
        setattr(os, name, _refusing(getattr(os, name), at))
    link = os.link
    os.link = lambda src, dst, **options: link(src, dst)  # ``follow_symlinks`` is ignored
    sys.platform = "win32"


def pretend_macos() -> None:
    """Hide what only Linux has. Syncing to the medium (``F_FULLFSYNC``) becomes a call without an effect."""
    import fcntl

    for name in LIBRARIES:
        importlib.import_module(name)
    for name in ("O_TMPFILE", "fdatasync", "posix_fadvise"):
        vars(os).pop(name, None)
    vars(fcntl)["F_FULLFSYNC"] = fcntl.F_GETFD
    sys.platform = "darwin"


def _give_a_driver() -> None:
    """Have Textual take a driver without a terminal for its own for Windows, which needs Windows to be imported."""
    import textual.app
    from textual.drivers.headless_driver import HeadlessDriver

    module = ModuleType("textual.drivers.windows_driver")
    vars(module)["WindowsDriver"] = HeadlessDriver
    sys.modules[module.__name__] = module
    vars(textual.app)["WINDOWS"] = True


def _msvcrt() -> ModuleType:
    """Return a module that locks as Windows does: a lock that is held elsewhere is a ``PermissionError``."""
    import fcntl

    module = ModuleType("msvcrt")

    def locking(descriptor: int, mode: int, count: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(13, "Permission denied") from None

    vars(module).update(LK_NBLCK=2, LK_UNLCK=0, locking=locking)
    return module


def _refusing(call: Callable[..., None], at: int) -> Callable[..., None]:
    """Return the call for a system that neither removes, renames nor replaces a file which is open."""

    def refuse(*paths: Any, **options: Any) -> None:
        for path in paths[: at + 1]:
            _refuse_open(pathlib.Path(os.fspath(path)))
        call(*paths, **options)

    return refuse


def _refuse_open(path: pathlib.Path) -> None:
    try:
        meant = os.lstat(path)
    except FileNotFoundError:
        return
    for descriptor in os.listdir("/proc/self/fd"):
        try:
            found = os.fstat(int(descriptor))
        except OSError:
            continue
        if os.path.samestat(found, meant):
            raise PermissionError(13, f"it is open: {path.name}")
