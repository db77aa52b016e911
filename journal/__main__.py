"""Start the program: harden the process, then run the command line or open the screens.

This is the console script ``journal``, and the only module that knows both ``journal.cli`` and ``screens``. At import
it loads only the standard library and ``journal.hardening``.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from journal.hardening import disable_core_dumps, drop_textual_variables, silence_tracebacks

UNWRITTEN = 120
"""Python's own exit code for output that could not be written."""


def open_screens(path: Path, *, demo: bool = False) -> int:
    """Open the journal at ``path`` on this terminal and return the exit code; ``demo`` shows its passphrase."""
    try:
        from screens.app import run
    except ImportError as error:
        if not (error.name or "").startswith("textual"):
            raise
        return _refuse_textual()
    return run(path, demo=demo)


def _refuse_textual() -> int:
    """Say that Textual has not the modules that the screens need; the exit code."""
    from journal.errors import UnsuitableLibrary
    from journal.requirements import TEXTUAL
    from journal.text import errors as errors_text

    print(errors_text.error_text(UnsuitableLibrary(TEXTUAL, [])), file=sys.stderr)
    return 1


def main() -> None:
    """Run the command ``journal``."""
    drop_textual_variables()
    disable_core_dumps()
    silence_tracebacks()
    try:
        code = run()
    except (Exception, KeyboardInterrupt) as error:
        sys.excepthook(type(error), error, error.__traceback__)
        code = -signal.SIGINT if isinstance(error, KeyboardInterrupt) else 1
    leave(code)


def run() -> int:
    """Open the screens, or run a command if one is given, in the person's language; return the exit code."""
    if getattr(sys, "frozen", False):
        from journal.cli.commands.demo_cleanup import CLEAN_UP, remove_at_end

        if sys.argv[1:2] == [CLEAN_UP] and len(sys.argv) == 3:
            remove_at_end(sys.argv[2])
            return 0
    _choose_language()
    if sys.argv[1:]:
        from journal.cli.main import main as command_line

        return command_line(open_screens)
    from journal.cli.accessible import way_set
    from journal.config.settings import default_journal_path  # importing click here would delay the screens

    if way_set():
        from journal.cli.main import main as command_line

        return command_line(open_screens)
    return open_screens(default_journal_path())


def _choose_language() -> None:
    """Speak the language that was chosen, before any text is imported; click by the catalogue of its sentences."""
    from journal.config.settings import language_set
    from journal.language import Language, use

    chosen = language_set()
    use(chosen)
    if chosen is not Language.ENGLISH:
        import gettext

        from journal import text  # not this file's folder: in the folder build this file stands elsewhere

        os.environ["LANGUAGE"] = chosen  # what gettext asks first
        gettext.bindtextdomain("messages", text.__path__[0])


def leave(code: int) -> NoReturn:
    """End the process now with this exit code, or by a signal if it is negative.

    Everything is saved and closed by now. Python would wait for every running thread, and one that reads from a
    terminal that is gone may never end.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code if stream is sys.stderr else UNWRITTEN
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    main()
