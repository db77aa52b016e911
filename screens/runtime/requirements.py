"""The private parts of Textual that the screens override or use, checked before the first screen."""

from __future__ import annotations

import sys
from typing import Final

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from journal.requirements import TEXTUAL, Members, check_members

NEEDED: Final[dict[type, Members]] = {
    App: Members(
        methods=(
            *("_fatal_error", "_print_error_renderables", "panic", "_close_messages_no_wait", "_context"),
            *("_on_notify", "_unnotify", "_refresh_truecolor_filter"),
        ),
        attributes=(
            *("_exit_renderables", "_return_code", "_loop", "_driver"),
            *("_notifications", "_screen_stacks", "_clipboard"),
        ),
    ),
    DOMNode: Members(attributes=("_bindings",)),
    Screen: Members(methods=("_on_screen_resume", "_screen_resized"), attributes=("_compositor",)),
    Stylesheet: Members(methods=("parse", "reparse", "set_variables"), attributes=("_parse_cache", "_variables")),
}
"""What ``crash``, ``driver``, ``shutdown``, ``actions``, the style sheet, the app, its screens and fields need.

``paste`` fails at its import.
"""

if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    NEEDED[LinuxDriver] = Members(
        methods=(
            *("run_input_thread", "process_message", "suspend_application_mode", "resume_application_mode"),
            *("start_application_mode", "stop_application_mode"),
        ),
        attributes=("_file", "_must_signal_resume", "fileno", "attrs_before", "exit_event"),
    )


def check_textual() -> None:
    """Raise ``UnsuitableLibrary`` if this Textual lacks one of them."""
    check_members(TEXTUAL, NEEDED)
