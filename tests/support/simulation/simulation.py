"""Run a plan on a simulated disk, and compare after every step with a model of what must be there."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from journal.clock import FixedClock, milliseconds
from journal.errors import (
    ErrorCode,
    InUse,
    NoJournal,
    NotKnownSaved,
    ReadOnly,
    Replaced,
    VaultError,
    WrongPassphrase,
)
from journal.store.journal import Journal
from journal.vault import key_file
from journal.vault.files import lock
from journal.vault.vault import Vault
from tests.support.simulation.checks import documents_of
from tests.support.simulation.disk import ERRORS, Ended, SimulatedDisk
from tests.support.simulation.places import ANCHORS, HOME, STICK, Broken, May, Place, Secrets, add
from tests.support.simulation.plans import Plan, Step
from tests.support.simulation.views import View, tidied, view_of, view_of_documents
from tests.support.vault.survival import laboratory

START = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
ABOUT_THE_NEXT = ("cut", "stop", "fail", "meanwhile")
ELSEWHERE = ("1", "2")
"""The names of the copies, which are on a stick and used on other computers."""


@dataclass(frozen=True)
class Failure:
    """A promise that was broken: in which step of the plan (from 0; its length is the end), and how."""

    number: int
    step: str
    what: str

    def __str__(self) -> str:
        return f"step {self.number + 1}, {self.step}: {self.what}"


class Simulation:
    """The disk, the clock, the journal at home, its copies, and what is expected of each."""

    def __init__(self, plan: Plan) -> None:
        how = plan[0].args if plan and plan[0].verb == "medium" else ()
        self.disk = SimulatedDisk(links="no-links" not in how)
        self.disk.stale = "stale" in how
        self.clock = FixedClock(START, "Europe/Vienna")
        self.home = Place(HOME, None if "no-anchor" in how else ANCHORS)
        self.copies = {name: Place(STICK / f"{name}.rj") for name in ELSEWHERE}
        self.uids: dict[str, str] = {}
        self.every_text: set[str] = set()
        self.key_files: dict[str, bytes] = {}
        self.armed: list[Step] = []
        self.stamp = 0
        self.doing: May | None = None
        self.faulted = self.nested = False
        for folder in (HOME.parent, STICK):
            self.disk.make_directory(folder)
        self.disk.settle(Path("/"))

    def place(self, where: str) -> Place:
        """Return the journal at home, or a copy by its name."""
        return self.copies.get(where, self.home)

    def now(self) -> int:
        """Return Unix ms."""
        return milliseconds(self.clock.now())

    # Steps.

    def do(self, step: Step, act: Callable[[Simulation, Step], None]) -> None:
        """Do a step with what was armed for it."""
        with contextlib.suppress(OverflowError):
            self.clock.set(self.clock.now() + timedelta(seconds=7))
        self.disk.arm()
        self.faulted = any(each.verb != "meanwhile" for each in self.armed)
        fate = "kill"
        for each in self.armed:
            number = int(each.args[0])
            if each.verb == "fail":
                self.disk.refuse(number, ERRORS[each.args[1]], int((*each.args, "", "1")[2] or 1))
            elif each.verb == "meanwhile":
                inner = Step(each.args[1], each.args[2:])
                self.disk.between(number, lambda inner=inner: self._meanwhile(inner, act))  # type: ignore[misc]
            else:
                self.disk.end_at(number)
                fate = each.args[1] if each.verb == "cut" else "kill"
        self.armed.clear()
        try:
            act(self, step)
        except Ended:
            self.end_processes(fate)
        self.disk.arm()
        self.doing = None

    def _meanwhile(self, step: Step, act: Callable[[Simulation, Step], None]) -> None:
        self.nested = True
        try:
            act(self, step)
        finally:
            self.nested = False

    def end_processes(self, fate: str) -> None:
        """Let all processes end; unless `fate` is kill, the power fails."""
        for place in (self.home, *self.copies.values()):
            place.end_session()
        if fate == "kill":
            self.disk.restart()
        else:
            self.disk = self.disk.after_power_cut(fate)

    @property
    def excused(self) -> bool:
        """Return whether the disk refused something in this step."""
        return bool(self.disk.refused)

    def excuse(self, error: Exception) -> None:
        """Raise Broken unless the disk refused something."""
        if not self.excused:
            raise Broken(f"refused without a reason: {error!r}") from error

    # One change of a journal.

    def change(
        self,
        place: Place,
        act: Callable[[], object],
        after: View,
        secrets: Secrets | None = None,
        *,
        undoable: bool,
        allowed: bool = False,
    ) -> bool:
        """Change an open journal; return whether that was confirmed. Compare what memory holds then.

        `allowed`: it may also be done where nothing can be saved.
        """
        before, new = place.may[0], May(after, secrets or place.secrets)
        self.doing = new
        file = place.here._vault._file
        point = file.point
        done = False
        try:
            act()
        except Ended:
            place.may = add(place.may, new)
            raise
        except NotKnownSaved as error:
            self.excuse(error)
            memory = [new] if error.code is ErrorCode.EARLIER_COPIES_LEFT else [before, new]
            place.may = add(memory, *place.may)
        except Replaced as error:
            self._is_forked(place, error, new)
        except ReadOnly as error:
            if not place.refuses:
                raise Broken(f"cannot be written: {error!r}") from error
        except VaultError as error:
            self.excuse(error)
        else:
            done = True
            others = place.may[1:] if file.point == point else []  # nothing was written: the doubt stays
            self._confirmed(place, before, new, undoable=undoable, allowed=allowed)
            place.may = add(place.may, *others)
            if file.point != point:
                self.stamp += 1
                place.stamp = self.stamp
        self.compare_memory(place)
        place.older = place.older or self.excused  # the anchor may be behind what was removed
        return done

    def _confirmed(self, place: Place, before: May, new: May, *, undoable: bool, allowed: bool) -> None:
        if (place.refuses and not allowed) or place.behind is not None:
            raise Broken("something was saved into a journal that cannot be written, or is not this one any more")
        place.may = [new]
        assert before.view is not None
        assert new.view is not None
        if undoable:
            place.push(before.view, new.view)

    def _is_forked(self, place: Place, error: Replaced, new: May) -> None:
        """Check that what was open is in a file next to the journal."""
        if place.behind is None:
            raise Broken("told as replaced, and nothing replaced it") from error
        with Vault.open(error.fork, place.secrets.passphrase, disk=self.disk, read_only=True) as vault:
            place.compare(view_of_documents(documents_of(vault._file.state)), new.view, "the fork")
        place.refuses = True

    def compare_memory(self, place: Place) -> None:
        """Raise Broken unless the open journal shows what it must."""
        if place.journal is not None:
            place.compare(view_of(place.journal), place.view, "the open journal")
            if place.journal.unreadable:
                raise Broken("a record cannot be read")

    # Opening and closing.

    def unlocked(self, place: Place, secrets: Secrets, way: str = "passphrase") -> Vault:
        """Open the file with one of the secrets."""
        words = secrets.words if way == "words" and secrets.words else None
        with_file = self._key_in(secrets.key_file) if way == "key-file" else None
        passphrase = secrets.passphrase if words is None and with_file is None else None
        return Vault.open(
            place.path,
            passphrase,
            recovery_words=words,
            key_file=with_file,
            disk=self.disk,
            anchors=place.anchors,
            now=self.now,
        )

    def _key_in(self, name: str) -> bytes | None:
        """Return the secret of a key file on the stick, or None if it is not there."""
        return key_file.read(self.disk, STICK / name) if name and self.disk.exists(STICK / name) else None

    def open(self, place: Place, way: str = "passphrase") -> None:
        """Open a journal and compare what it holds with what it may hold."""
        if place.is_open:
            return
        for secrets in dict.fromkeys(each.secrets for each in place.may if each.view is not None):
            try:
                vault = self.unlocked(place, secrets, way)
            except WrongPassphrase:
                continue
            except NoJournal:
                break
            except VaultError as error:
                self.excuse(error)
                return
            self._opened(place, vault)
            return
        if self.disk.exists(place.path) or place.exists:
            raise Broken(f"opens with nothing that may open it, of {len(place.may)}")
        place.may = [each for each in place.may if each.view is None][:1]

    def _opened(self, place: Place, vault: Vault) -> None:
        report, found = vault.report, view_of_documents(documents_of(vault._file.state))
        is_damaged = report.damaged and report.missing > 0
        if is_damaged:
            place.compare(found, place.readable, "what is readable of a damaged journal")
        elif report.newer:
            raise Broken("told as of a newer version")
        if report.rolled_back and not place.older:
            raise Broken(f"told as older than what was seen: {report}")
        if place.told and not (report.rolled_back or is_damaged or self.faulted):
            raise Broken("an older copy is taken for the journal")
        if not is_damaged:
            self._is_one_of(place, vault, found)
        place.journal = Journal(vault, self.clock)
        place.undo.clear()
        if vault.read_only:
            if not (is_damaged or report.rolled_back or self.excused):
                raise Broken(f"cannot be written: {vault._refusal}")
            place.refuses = True
            self.compare_memory(place)
            return
        place.older = place.told = False
        if place.seen_master != place.secrets.master:
            place.seen = 0  # this one has another key, so the anchor is replaced
        self._take_in_and_tidy(place)
        if not self.faulted:
            self._check_secrets(place)
            place.inbox_is_sure, place.has_foreign_inbox = True, False

    def _is_one_of(self, place: Place, vault: Vault, found: View) -> None:
        """Raise Broken unless this is one of the states that may be there; then it is the only one."""
        with_it = [each for each in place.may if each.view is not None and vault.opens_with(each.secrets.passphrase)]
        same = [each for each in with_it if place.fits(found, each.view)]
        if not same:
            place.compare(found, with_it[0].view, f"holds something else ({len(with_it)} states are possible)")
        kept = next((each for each in same if self._is_opened_by(vault, each.secrets)), same[0])
        is_unsure = vault.read_only or vault._file.unconfirmed  # then the disk did not confirm what was read
        place.may = add([May(found, kept.secrets)], *(place.may if is_unsure else ()))
        place.readable = None

    def _take_in_and_tidy(self, place: Place) -> None:
        """Do what `Journal.open` does after the file was read."""
        journal, (before, *others) = place.here, place.may
        assert before.view is not None
        try:
            journal.inbox.open()
            documents = documents_of(journal._vault._file.state)
            after = tidied(view_of_documents(documents), documents, self.clock.now())
            place.may = [before, *others, May(after, before.secrets)]
            journal.tidy_bin()
        finally:
            self.doing = place.may[-1]
        found = view_of(journal)
        if not any(place.fits(found, each.view) for each in (place.may if self.excused else place.may[-1:])):
            place.compare(found, place.may[-1].view, "after opening")
        place.may = add([May(found, before.secrets)], *(others if journal._vault._file.unconfirmed else ()))
        self.imported(place)

    def imported(self, place: Place) -> None:
        """Compare the captures with those that waited, after an import that nothing disturbed."""
        lost = [
            uid
            for uid, text in place.waiting.items()
            if place.view.get(("capture", uid)) not in {text, *place.perhaps.get(uid, ())}
        ]
        if lost and not self.excused:
            raise Broken(f"{len(lost)} captures are not there")
        for uid in place.waiting.keys() - set(lost):
            del place.waiting[uid]

    def _is_opened_by(self, vault: Vault, secrets: Secrets) -> bool:
        """Return whether there are recovery words, and a key file, exactly if there should be, and they are these."""
        words = vault.opens_with(recovery_words=secrets.words) if secrets.words else not vault.has_recovery
        key = self._key_in(secrets.key_file)
        with_file = vault.has_key_file == bool(secrets.key_file) and (key is None or vault.opens_with(key_file=key))
        return words and with_file

    def _check_secrets(self, place: Place) -> None:
        """Check that exactly what should open the journal does."""
        vault, secrets = place.here._vault, place.secrets
        if any(vault.opens_with(each) for each in place.retired[-2:] if each != secrets.passphrase):
            raise Broken("an earlier passphrase opens the journal")
        if not vault.opens_with(secrets.passphrase):
            raise Broken("the passphrase does not open the journal")
        if secrets.words and not vault.opens_with(recovery_words=secrets.words):
            raise Broken("the recovery words do not open the journal")
        if vault.has_recovery != bool(secrets.words) or vault.has_key_file != bool(secrets.key_file):
            raise Broken(f"recovery words {vault.has_recovery}, key file {vault.has_key_file}, not {secrets}")

    def close(self, place: Place) -> None:
        """Close a journal."""
        if place.journal is None:
            return
        journal, writable = place.journal, not place.refuses and place.behind is None
        journal.close()
        if writable and not self.faulted and place.anchors:
            place.seen, place.seen_master = place.stamp, place.secrets.master
        place.end_session()
        self.disk.forget_failed_syncs()

    def peek(self, place: Place) -> None:
        """Let another process try to open the journal: while one has it open, it is refused."""
        if place.is_open and not self.nested:
            if place.here._vault._lock is None:
                return
            try:
                self.unlocked(place, place.secrets).close()
            except InUse:
                return
            except WrongPassphrase:
                if place.behind is None:
                    raise
                return
            raise Broken("two processes have it open")
        if not self.nested:
            self.open(place)
            self.close(place)
            return
        mays = add(place.may, *([self.doing] if self.doing else []), *(place.behind or []))
        for secrets in dict.fromkeys(each.secrets for each in mays if each.view is not None):
            with contextlib.suppress(VaultError), self.unlocked(place, secrets) as vault:
                found = view_of_documents(documents_of(vault._file.state))
                if place.readable is None and not any(place.fits(found, each.view) for each in mays):
                    raise Broken("another process reads something else")


def text_of(args: tuple[str, ...]) -> str:
    """Return the text that the end of a step says: a word, and how often."""
    word, times = (*args, "x1")[:2]
    return " ".join([word] * int(times[1:]))


@contextmanager
def conditions() -> Iterator[None]:
    """Make every run the same and quick: no waiting for locks, one seed for all that is random."""
    with laboratory(1), patch.object(lock, "PAUSE", 0):
        yield
