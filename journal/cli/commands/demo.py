"""``journal demo``: open a sample journal in a temporary directory that is removed however the program ends.

The directory is removed at the end of the command, by a watching process (``demo_cleanup``) if this one is killed, and
by the next ``journal demo`` if both were.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from journal.cli import accessible
from journal.cli.commands import demo_cleanup
from journal.cli.context import Command, RootContext, Whole, accessible_option
from journal.cli.output import print_error
from journal.clock import SystemClock
from journal.config.places import kept_in
from journal.text.commands import demo as command_text

MOST_DAYS = 3650
"""Days that a sample journal covers at most: ten years."""

_NAME = re.compile(r"journal-demo-(\d+)-")


@click.command("demo", cls=Command, help=command_text.DEMO_HELP)
@click.option(
    "--days",
    type=Whole(1, MOST_DAYS, command_text.days_range(1, MOST_DAYS)),
    default=90,
    show_default=True,
    help=command_text.DAYS_HELP,
)
@accessible_option
@click.pass_obj
def demo(front: RootContext, *, days: int) -> int:
    """Make a sample journal, show it on the screens, and return their exit code."""
    from journal.demo import PASSPHRASE, make

    clock = SystemClock()
    remove_left_over()
    with passing_directory() as place, kept_in(place):
        path = place / "journal.rj"
        make(path, clock.now(), clock.zone(), days=days, anchors=place)
        if not accessible.is_on():
            return front.open_screens(path, demo=True)
        from journal.cli.main import open_journal

        if news := accessible.take_news():
            print_error(news)
        print_error(command_text.passphrase(PASSPHRASE))
        return open_journal(front, path)


COMMANDS = {command.name: command for command in (demo,)}


@contextmanager
def passing_directory() -> Iterator[Path]:
    """Make a private directory (0700), in memory where the system has such a place, and remove it afterwards.

    If this process is killed, a watching process removes it.
    """
    place = Path(tempfile.mkdtemp(prefix=f"journal-demo-{os.getpid()}-", dir=_places()[0]))
    watcher = subprocess.Popen(  # noqa: S603  # our own file, on a directory that was just made
        [*_clean_up(), str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with watcher:
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _clean_up() -> list[str]:
    """Return the command that removes a directory when its standard input ends."""
    if getattr(sys, "frozen", False):  # the folder build has no Python to run a file with
        return [sys.executable, demo_cleanup.CLEAN_UP]
    return [sys.executable, "-I", demo_cleanup.__file__]


def remove_left_over() -> None:
    """Remove the directories of processes that were killed together with their watchers."""
    if sys.platform == "win32":
        return  # it can't tell whether a process still runs without harm to it
    for base in _places():
        for place in base.glob("journal-demo-*"):
            found = _NAME.match(place.name)
            if found and not place.is_symlink() and place.stat().st_uid == os.getuid() and not _runs(int(found[1])):
                shutil.rmtree(place, ignore_errors=True)


def _places() -> list[Path]:
    """Return the directories in which sample journals may be, the best first."""
    memory = Path("/dev/shm")  # noqa: S108  # a directory of our own is made in it
    return [place for place in (memory, Path(tempfile.gettempdir())) if os.access(place, os.W_OK | os.X_OK)]


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
