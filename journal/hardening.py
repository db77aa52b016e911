"""A process that keeps to itself: no debugging variables, no core dumps, no tracebacks with what a person wrote.

Standard library only: the front door calls it before anything else is imported.
"""

from __future__ import annotations

import os
import sys
import threading
from types import TracebackType

HARMLESS = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_ANIMATIONS", "TEXTUAL_FPS"})
"""The only variables of Textual that can neither log, nor save the screen, nor import a module."""

STOPPED = "The journal stopped because of a mistake in the program. What was saved is in the file."
"""All that a crash says."""

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def drop_textual_variables() -> None:
    """Forget every ``TEXTUAL*`` variable but the harmless ones; Textual reads them when it is imported."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in HARMLESS]:
        del os.environ[name]


def disable_core_dumps() -> None:
    """No core file, and no reading of this process's memory by others of the same user, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # a system without limits: nothing to forbid
    try:
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, AttributeError, OSError, TypeError):
        pass  # not Linux


def silence_tracebacks() -> None:
    """An error that nobody handled says one sentence: a traceback, a log or a warning could hold what was written."""
    import logging
    import warnings

    logging.disable()
    warnings.simplefilter("ignore")

    def said(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        print("Interrupted." if issubclass(kind, KeyboardInterrupt) else STOPPED, file=sys.stderr)

    sys.excepthook = said
    threading.excepthook = lambda arguments: print(STOPPED, file=sys.stderr)
    sys.unraisablehook = lambda arguments: None
