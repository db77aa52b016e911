"""Start the program: harden the process, then run the command line or open the screens.

This is the console script ``journal``, and the only module that knows both ``journal.cli`` and ``screens``. At import
it loads only the standard library and ``journal.hardening``.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from journal.hardening import disable_core_dumps, drop_textual_variables, silence_logs, silence_tracebacks

UNWRITTEN = 120
"""Python's own exit code for output that could not be written."""


def open_screens(path: Path, *, demo: bool = False) -> int:
    """Open the journal at ``path`` on this terminal and return the exit code; ``demo`` shows its passphrase.

    The first frame is painted before Textual is imported: that takes most of the time until the locked screen is there.
    No garbage is collected until then, as there is none: ``screens.app`` turns that on again.
    """
    from screens.runtime import first_frame

    gc.disable()

    try:
        first_frame.paint(path, demo=demo)
        silence_logs()
        from screens.app import run

        return run(path, demo=demo)
    except ImportError as error:
        first_frame.give_back()
        if not (error.name or "").startswith("textual"):
            raise
        return _refuse_textual()
    finally:
        gc.enable()
        first_frame.give_back()


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
    if getattr(sys, "frozen", False) and len(sys.argv) == 3:
        from journal.cli.commands.demo_cleanup import CLEAN_UP, remove_at_end

        if sys.argv[1] == CLEAN_UP:
            remove_at_end(sys.argv[2])
            return 0
    from journal.config.places import default_journal_path, glance, language_set  # little: the first frame waits
    from journal.language import use

    use(language_set())
    if sys.argv[1:] or os.environ.get("ACCESSIBLE") or glance().may_be_accessible:
        silence_logs()
        _translate_click()
        from journal.cli.accessible import way_set

        if sys.argv[1:] or way_set():
            from journal.cli.main import main as command_line

            return command_line(open_screens)
    return open_screens(default_journal_path())


def _translate_click() -> None:
    """Have click speak the language that was chosen, by the catalogue of its sentences."""
    from journal.language import Language, language

    if (chosen := language()) is not Language.ENGLISH:
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
