"""A disk in memory that fails, loses its power or its process at a given operation, and lets another process in."""

from __future__ import annotations

import errno
import random
from collections.abc import Callable
from pathlib import Path

from tests.support.vault.faulty import Faulty
from tests.support.vault.media import File, Image, remains
from tests.support.vault.model import Model


class Ended(BaseException):
    """The process ended: no code of it runs after this, so nothing may catch it."""


class SimulatedDisk(Faulty):
    """The disk of a simulation. `ended` is set once the process ended; then every operation raises Ended."""

    def __init__(self, image: Image | None = None, *, links: bool = True) -> None:
        super().__init__(image, links=links)
        self.ended = False
        self._end_at = -1
        self._between: dict[int, list[Callable[[], None]]] = {}
        self._base = 0
        self.after = self._let_others_in

    def arm(self) -> None:
        """Count the operations from here; forget what was to happen."""
        self._base, self._end_at, self.refused = self.steps, -1, []
        self._refusing, self._between = range(0), {}

    def end_at(self, number: int) -> None:
        """End the process before that operation."""
        self._end_at = self._base + number

    def refuse(self, number: int, error: int, times: int) -> None:
        """Refuse that operation and those after it."""
        self._refusing = range(self._base + number, self._base + number + times)
        self._error = error

    def between(self, number: int, act: Callable[[], None]) -> None:
        """Call `act` after that operation, as another process does."""
        self._between.setdefault(self._base + number, []).append(act)

    def close(self, descriptor: int) -> None:
        if descriptor in self._open:  # a process that ended has closed everything
            super().close(descriptor)

    def restart(self) -> None:
        """Let the next process see this disk: nothing is open or locked, and the system has all that was written."""
        self._open.clear()
        self._locked.clear()
        self._failed.clear()
        self.forget_failed_syncs()
        self.ended = False
        self.arm()

    def forget_failed_syncs(self) -> None:
        """Let the next process's sync confirm what was in doubt: it cannot learn that a sync failed before it began."""
        for node in self.root.everything():
            if isinstance(node, File):
                node.doubtful = 0

    def after_power_cut(self, fate: str) -> SimulatedDisk:
        """Return the disk when power is back. `fate`: none, all, or a number to draw from (see `media`)."""
        nodes = list(dict.fromkeys(self.root.everything()))
        luck = random.Random(fate)
        taken = {node: [_fate(axis.fates, axis.whole, fate, luck) for axis in node.axes()] for node in nodes}
        left = remains(self.root, taken, stale=self.stale)
        return SimulatedDisk(left, links=self.links)

    def change_bytes(self, path: Path, change: Callable[[bytes], bytes]) -> None:
        """Change a file on the medium, without any program."""
        file = self._node(path)
        assert isinstance(file, File)
        file.data = file.durable = change(file.data)
        file.pending.clear()
        file.doubtful = 0
        file.synced()

    def _is_refused(self, name: str) -> bool:
        if self.ended or self.steps == self._end_at:
            self.ended = True
            raise Ended
        return super()._is_refused(name)

    def _let_others_in(self, operation: str, path: Path) -> None:
        for act in self._between.pop(self.steps - 1, []):
            refusing, end_at, steps, refused = self._refusing, self._end_at, self.steps, list(self.refused)
            self._refusing, self._end_at = range(0), -1
            act()
            self._refusing, self._end_at, self.steps, self.refused = refusing, end_at, steps, refused


def _fate(fates: int, whole: int, fate: str, luck: random.Random) -> int:
    if fate == "none":
        return 0
    return min(whole, fates - 1) if fate == "all" else luck.randrange(fates)


ERRORS = {"EIO": errno.EIO, "ENOSPC": errno.ENOSPC}

__all__ = ["ERRORS", "Ended", "Model", "SimulatedDisk"]
