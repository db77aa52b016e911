"""The private parts of Textual that the screens override or use, checked before the first screen."""

from __future__ import annotations

from typing import Final

from textual.app import App
from textual.dom import DOMNode
from textual.drivers.linux_driver import LinuxDriver

from journal.requirements import TEXTUAL, Members, check_members

NEEDED: Final[dict[type, Members]] = {
    App: Members(
        methods=(
            *("_fatal_error", "_print_error_renderables", "panic", "_close_messages_no_wait", "_context"),
            *("_on_notify", "_unnotify"),
        ),
        attributes=(
            *("_exit_renderables", "_return_code", "_loop", "_driver"),
            *("_notifications", "_screen_stacks", "_clipboard"),
        ),
    ),
    DOMNode: Members(attributes=("_bindings",)),
    LinuxDriver: Members(
        methods=(
            *("run_input_thread", "process_message", "suspend_application_mode", "resume_application_mode"),
            *("start_application_mode", "stop_application_mode"),
        ),
        attributes=("_file", "_must_signal_resume", "fileno", "attrs_before", "exit_event"),
    ),
}
"""What ``crash``, ``driver``, ``shutdown``, ``actions``, the app and the fields need. ``paste`` fails at its import."""


def check_textual() -> None:
    """Raise ``UnsuitableLibrary`` if this Textual lacks one of them."""
    check_members(TEXTUAL, NEEDED)
