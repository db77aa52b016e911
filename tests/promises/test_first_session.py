"""Go through a first session in a real terminal, from an empty home directory to the page for the mentor."""

from __future__ import annotations

import json
import re
import stat
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pexpect

from tests.conftest import PASSPHRASE
from tests.support.window import CTRL_L, CTRL_Q, CTRL_R, CTRL_S, ESC, JOURNAL, ROOT, SECONDS, Window, window


def create(seen: Window) -> None:
    """Answer the first questions: a passphrase, no recovery words, alcohol, three weeks; then a sponsor."""
    seen.shows("Nothing you write leaves this computer.", "Repeat it")
    seen.press(PASSPHRASE, "strong")
    seen.go("Repeat it")
    seen.press(f"{PASSPHRASE}\r", "These 24 words", "Later")
    seen.go("Later")
    seen.press("\r", "What are you recovering from?")
    seen.press("1", "1 alcohol▌")
    seen.go("Continue")
    seen.press("\r", "What's your goal?")
    seen.press("1", "Before you stop or cut down")
    seen.press("\r", "Since when?")
    seen.press("3", "▐a date▌", "Since  ")
    seen.press("3 weeks ago\r", "Were those days free?", "2 no")
    seen.press("1", "know where you are")
    seen.go("Done", "Skip")
    seen.press("\r", "not yet", "2 Timeline")
    seen.press("\x10", "type to search")
    seen.press("new person", "Someone you can call, or a mentor.")
    seen.press("\r", "Name", "Role")
    seen.press("R.", "R.")
    seen.go("Role")
    seen.press("2", "▐sponsor▌")
    seen.press(CTRL_S, "meeting", "2 Timeline")


def days() -> dict[str, Any]:
    """Return what ``journal days --json`` prints about the one focus."""
    run = subprocess.run(
        [*JOURNAL, "days", "--json", "--passphrase-fd", "0"],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    (focus,) = json.loads(run.stdout)
    return dict(focus)


def numbers(page: str) -> dict[str, float]:
    """Return the figures on the page, by their names in ``days --json``."""
    found = re.search(
        r"(?P<clean_days>\d+) of (?P<logged>\d+) logged days free.*?(?P<full_days>\d+) full days? since last .*?"
        r"best run (?P<longest_run>\d+)(?: \((?P<longest_run_strict>\d+)\))?",
        page,
        re.DOTALL,
    )
    assert found, page
    return {name: float(figure) for name, figure in found.groupdict().items() if figure}


def test_from_an_empty_home_to_a_page_whose_numbers_are_those_of_the_command_line(home: Path) -> None:
    with window() as seen:
        create(seen)
        seen.press("a", "check-in ·", "Mood")
        seen.press("7", "▱  7")
        seen.go("Sleep", "Strongest craving", "I am", "alcohol")
        seen.press("1", "▐free▌")
        seen.press(CTRL_S, "done", "2 Timeline")
        seen.press(CTRL_R, "How strong is it?")
        seen.press("8", "▱  8", "saved ·")
        seen.press(ESC, "What you noted is saved", "2 Timeline")
        seen.press("s", "Thanks for writing this down.")
        seen.erase("When", "today")
        seen.press(f"-2{CTRL_S}", "Saved. Your", "2 Timeline")
        seen.press(CTRL_L, "Passphrase", "last saved")
        seen.wait(lambda: "alcohol" not in seen.text, "a screen without what is written")
        seen.press(f"{PASSPHRASE}\r", "alcohol", "2 Timeline")
        seen.press("p", "Check-in, ", "daily check-in")
        shown = seen.text
        seen.press(CTRL_S, "~/check-in-")
        seen.erase("File", "~/check-in-")
        seen.press("~/page.txt\r", "Saved to ~/page.txt")
        seen.press(CTRL_Q)
        seen.child.expect(pexpect.EOF, timeout=SECONDS)
    page = (home / "page.txt").read_text(encoding="utf-8")
    assert stat.S_IMODE((home / "page.txt").stat().st_mode) == 0o600
    assert page.splitlines()[0] in shown
    assert "1 craving" in page
    figures = days()
    assert date.fromisoformat(figures["as_of"]) - date.fromisoformat(figures["last_use"]) == timedelta(days=2)
    assert numbers(page) == {
        **{name: round(figures[name], 1) for name in numbers(page) if name != "logged"},
        "logged": figures["clean_days"] + figures["used_days"],
    }
