"""Harden the process: no debugging variables, no core dumps, no tracebacks that contain what a person wrote.

The entry point calls this before it imports anything else, so this module imports only the standard library.
"""

from __future__ import annotations

import os
import sys
import threading
from types import TracebackType

HARMLESS = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_ANIMATIONS", "TEXTUAL_FPS"})
"""The only variables of Textual that cannot log, save the screen or import a module."""

STOPPED = "The journal stopped because of a mistake in the program. What was saved is in the file."
"""The only message after a crash."""

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def drop_textual_variables() -> None:
    """Remove every ``TEXTUAL*`` variable except the harmless ones.

    Call it before Textual is imported, which reads them.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in HARMLESS]:
        del os.environ[name]


def disable_core_dumps() -> None:
    """Prevent core files, and (on Linux) other processes of the same user from reading this process's memory."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # this system has no such limit
    try:
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, AttributeError, OSError, TypeError):
        pass  # not Linux


def silence_tracebacks() -> None:
    """Print one sentence for an unhandled error: a traceback could contain what the person wrote."""

    def print_sentence(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        print("Interrupted." if issubclass(kind, KeyboardInterrupt) else STOPPED, file=sys.stderr)

    sys.excepthook = print_sentence
    threading.excepthook = lambda arguments: print(STOPPED, file=sys.stderr)
    sys.unraisablehook = lambda arguments: None


def silence_logs() -> None:
    """Drop logs and warnings, which could contain what the person wrote."""
    import logging
    import warnings

    logging.disable()
    warnings.simplefilter("ignore")
