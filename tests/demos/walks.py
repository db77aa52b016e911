"""The demos: what a person does in the journal's most important minutes, by keys only."""

from __future__ import annotations

from typing import Final

from journal import demo
from journal.domain.cravings import Outcome
from journal.store.journal import Journal
from tests.demos.stage import Demo, Stage


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


async def restoring(stage: Stage) -> None:
    """Restore the journal from a backup on a new computer, and open it with the passphrase."""
    demo.make(stage.home / "usb.rj", stage.app.clock.now(), stage.app.clock.zone(), anchors=stage.home)
    stage.sees("I have a backup")
    await stage.press("f7")
    await stage.write(str(stage.home / "usb.rj"))
    stage.picture("restoring")


DEMOS: Final = (
    Demo("craving", has_journal=True, play=craving),
    Demo("slip", has_journal=True, play=slip),
    Demo("check-in", has_journal=True, play=checkin),
    Demo("restoring", has_journal=False, play=restoring),
)


def journal(stage: Stage) -> Journal:
    """Return the open journal."""
    assert stage.app.journal is not None
    return stage.app.journal
