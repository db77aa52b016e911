"""The demos: what a person does in the journal's most important minutes, by keys only."""

from __future__ import annotations

import os
from typing import Final

from journal import demo
from journal.domain.cravings import Outcome
from journal.store.journal import Journal
from tests.conftest import NOON, PASSPHRASE, ZONE
from tests.demos.stage import Demo, Stage
from tests.support.driving import unlock


async def craving(stage: Stage) -> None:
    """Log a craving with one digit, see what helped before, try it, and say how it is now."""
    await stage.press("ctrl+r")
    stage.sees("How strong is it?", "leave any time with esc")
    await stage.press("7")
    stage.sees("saved", "What is it about?")
    await stage.press("1", "2")
    stage.sees("▐stress at work▌", "call Ana", "Why I do this")
    stage.picture("craving")
    await stage.press("1", "enter")
    stage.sees("How is it now?")
    await stage.press("2", "1", "enter", "1")
    stage.sees("You got through it. Saved.")
    await stage.press("escape")
    (saved,) = journal(stage).cravings.between(journal(stage).today(), journal(stage).today())
    assert (saved.intensity, saved.after, saved.outcome) == (7, 2, Outcome.PASSED)


async def slip(stage: Stage) -> None:
    """Log a slip: safety comes first, then what happened; the free days still count."""
    before = len(journal(stage).uses)
    await stage.press("s")
    stage.sees("Are you safe right now?", "If not: call 911, or F4", "Thanks for writing this down.")
    await stage.press("1")
    stage.sees("before", "now")
    stage.picture("slip")
    await stage.press("ctrl+s")
    stage.sees("Saved. Your 77 free days still")
    assert len(journal(stage).uses) == before + 1


async def checkin(stage: Stage) -> None:
    """Do today's check-in in under a minute: digits, and one line for the evening."""
    stage.sees("▐1 Today▌", "check-in   not yet")
    stage.picture("today")
    await stage.press("a")
    await stage.press("7", "6", "8", "2")
    stage.sees("▰▰▰▰▰▰▰▱▱▱  7")
    await stage.press("4", "enter", "1", "1", "1")
    await stage.write("in bed by eleven")
    stage.picture("checkin")
    await stage.press("ctrl+s")
    stage.sees("Check-in saved.")
    (saved,) = journal(stage).checkins.between(journal(stage).today(), journal(stage).today())
    assert (saved.mood, saved.intention) == (7, "in bed by eleven")


async def first_minute(stage: Stage) -> None:
    """Make a journal: a passphrase, what it is about, the warning that must be read, since when, a country."""
    stage.sees("Not safe, or shaking badly? F4", "Screen reader: run journal --accessible", "1 of 6")
    for _ in range(2):
        await stage.write(PASSPHRASE)
        await stage.press("enter")
    stage.sees("These 24 words open your journal", "Skip the rest")
    await stage.press("tab", "enter")
    stage.sees("What are you recovering from?")
    stage.picture("first-minute")
    await stage.press("1", "enter", "1")
    stage.sees("Before you stop or cut down", "don't stop suddenly")
    await stage.press("enter", "3")
    await stage.write("3 weeks ago")
    stage.sees("Mon 2 Nov, 21 days ago")
    await stage.press("enter", "1")
    stage.sees("know where you are. Pick your country.")
    await stage.press("1", "enter")
    stage.sees("▐1 Today▌", "days free", "of 21 logged")
    assert stage.app.settings.region == "US"
    assert [focus.label for focus in journal(stage).focuses] == ["alcohol"]


async def filling_in(stage: Stage) -> None:
    """Fill in days that were not logged: several at once, with how sure one is, and one undo."""
    await stage.press("f")
    stage.sees("Was that day free?")
    await stage.press("n")
    stage.sees("Wed 18 Nov: not logged")
    await stage.press("v", "up", "right", "right")
    stage.sees("13–18 Nov: 6 days, 1 not logged")
    stage.picture("filling-in")
    await stage.press("f")
    stage.sees("How sure are you of this day?")
    await stage.press("2")
    stage.sees("1 day marked free.")
    await stage.press("u")
    stage.sees("Undone")


async def sharing(stage: Stage) -> None:
    """Look at the page for the mentor as they will, cross out a line, and save it."""
    await stage.press("p")
    stage.sees("for R.", "The one thing I want your honest take on", "Anyone who gets this file can read it.")
    await stage.press(*["j"] * 6, "x")
    stage.sees("crossed out")
    stage.picture("page")
    await stage.press("ctrl+s")
    stage.sees("Most mentors don't have to keep it secret by law.")
    await stage.press("enter")
    stage.sees("Saved to ~/check-in-2026-11-23.txt.")
    written = (stage.home / "check-in-2026-11-23.txt").read_text(encoding="utf-8")
    assert "[ ] ____" in written
    assert journal(stage).shares.all()[-1].struck


async def meeting(stage: Stage) -> None:
    """Meet: prepared on one screen, noted in another, and kept what was said."""
    await stage.press("5")
    stage.sees("Thu 26 Nov 18:00", "One thing to ask:")
    stage.picture("mentor")
    await stage.press("m", "y")
    stage.sees("Minutes for:", "They said")
    await stage.write("Eat first. Leave when you want to.")
    await stage.press("ctrl+s")
    stage.sees("Meeting saved.")
    assert any(session.said.startswith("Eat first.") for session in journal(stage).sessions)


async def restoring(stage: Stage) -> None:
    """Restore the journal from a backup on a new computer, and open it with its passphrase."""
    usb = stage.home / "usb.rj"
    demo.make(usb, NOON, ZONE, anchors=stage.home / "elsewhere")
    os.utime(usb, (NOON.timestamp(), NOON.timestamp()))
    stage.sees("I have a backup")
    await stage.press("tab", "tab", "tab", "enter")
    await stage.write("~/nofile.rj")
    await stage.press("enter")
    stage.sees("There is no file")
    await stage.press("ctrl+u")
    await stage.write("~/usb.rj")
    await stage.press("enter")
    stage.sees("Restore usb.rj?")
    stage.picture("restoring")
    await stage.press("y")
    await unlock(stage.pilot, demo.PASSPHRASE)
    await stage.press("escape")
    assert len(journal(stage).focuses) == 3


DEMOS: Final = (
    Demo("first minute", False, first_minute, ("first-minute",)),
    Demo("craving", True, craving, ("craving",)),
    Demo("slip", True, slip, ("slip",)),
    Demo("check-in", True, checkin, ("today", "checkin")),
    Demo("filling in days", True, filling_in, ("filling-in",)),
    Demo("sharing", True, sharing, ("page",)),
    Demo("meeting", True, meeting, ("mentor",)),
    Demo("restoring", False, restoring, ("restoring",)),
)


def journal(stage: Stage) -> Journal:
    """Return the open journal."""
    assert stage.app.journal is not None
    return stage.app.journal
