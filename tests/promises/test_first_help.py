"""Check the way from program start to the breathing exercise with one key; what was captured there stays."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.window import CTRL_R, window


def made(home: Path) -> Path:
    """Make a journal at its usual place."""
    path = home / ".local" / "share" / "journal" / "journal.rj"
    with Journal.create(path, PASSPHRASE, cost=CHEAP):
        return path


def test_one_key_leads_from_the_start_to_the_breath(home: Path) -> None:
    made(home)
    with window() as journal:
        journal.shows("Passphrase")
        journal.press(CTRL_R, "breathe", "F4")


def test_one_key_leads_there_before_there_is_a_journal(home: Path) -> None:
    with window() as journal:
        journal.shows("Nothing you write leaves this computer")
        journal.press(CTRL_R, "breathe", "F4")


def test_a_key_pressed_before_anything_is_painted_leads_there_too(home: Path) -> None:
    made(home)
    with window() as journal:
        journal.child.send("\x1b[19~")  # F8: the terminal itself would take ^r while no program reads
        journal.shows("breathe", "F4")


def test_a_step_that_is_told_as_saved_outlives_a_power_cut(home: Path) -> None:
    path = made(home)
    with window() as journal:
        journal.shows("Passphrase", "last saved")
        journal.press(f"{PASSPHRASE}\r", "2 Timeline")
        journal.press(CTRL_R, "How strong is it?")
        journal.press("7", "saved")
        os.kill(journal.process, signal.SIGKILL)
        journal.end()
    with Journal.open(path, PASSPHRASE) as opened:
        assert [craving.intensity for craving in opened.cravings] == [7]
