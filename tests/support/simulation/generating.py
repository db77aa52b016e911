"""Draw plans from seeds."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import count
from string import ascii_lowercase

from tests.support.simulation.plans import Plan, Step

USUAL = 40
"""Steps of a plan. The faults of these steps are not counted."""


def generate(seed: int, length: int = USUAL) -> Plan:
    """Return the plan of a seed."""
    return tuple(_Drawing(random.Random(seed)).steps(length))


class _Drawing:
    """Keeps in mind, roughly, what is there, so that most steps do something."""

    def __init__(self, luck: random.Random) -> None:
        self.luck = luck
        self.names, self.numbers = count(), count(1)
        self.live: list[str] = []
        self.gone: list[str] = []
        self.drafts: list[str] = []
        self.captured: list[str] = []
        self.copies: list[str] = []
        self.is_open = False

    def steps(self, length: int) -> list[Step]:
        """Draw a whole plan."""
        luck = self.luck
        kinds = [
            name for name, chance in (("no-links", 0.25), ("stale", 0.3), ("no-anchor", 0.2)) if luck.random() < chance
        ]
        plan = [Step("medium", tuple(kinds)), Step("create")]
        self.is_open = True
        faults = luck.choice((0.0, 0.1, 0.25, 0.4))
        for _ in range(length):
            if luck.random() < 0.1:
                plan.append(self._clock())
            if self.is_open and luck.random() < 0.06:
                plan += self._scene()
                continue
            fault = self._fault() if luck.random() < faults else None
            step = self._next()
            plan += [fault, step] if fault else [step]
            if fault and fault.verb in ("cut", "stop"):
                self.is_open = False
                plan.append(self._opened())
        return plan

    def _next(self) -> Step:
        if not self.is_open:
            return self._closed()
        wanted = self.luck.choices(list(OPEN), list(OPEN.values()))[0]
        return wanted(self)

    def _scene(self) -> list[Step]:
        """Return steps that rarely come one after the other by chance."""
        if not self.live:
            return [self._save()]
        luck, copy, name = self.luck, self.luck.choice("12"), self.luck.choice(self.live)
        self.copies.append(copy)
        backup, merge = Step("backup", (copy,)), Step("merge", (copy,))
        match luck.randrange(5):
            case 0:  # both change the same, or one deletes what the other changes
                ways = [
                    Step("edit", (name, *self._text())),
                    Step("edit", (name, *self._text())),
                    Step("delete", (name,)),
                ]
                here, there = luck.sample(ways, 2)
                return [backup, Step(there.verb, there.args, copy), here, merge]
            case 1:
                self.live.remove(name)
                return [Step("draft", (f"@{name}", *self._text())), Step("erase", (name,))]
            case 2:  # an older copy with another key
                keys = Step("master-key", (f"m{next(self.numbers)}",))
                return [
                    backup,
                    keys,
                    Step("close"),
                    Step("put-back", (copy,)),
                    self._capture(),
                    Step("open"),
                    Step("go-on"),
                ]
            case 3:  # damage that an earlier copy heals
                rot = Step("rot", ("j.rj", str(luck.randrange(8192, 30_000)), "0"))
                return [Step("compact"), self._edit(), Step("close"), rot, Step("open"), Step("go-on")]
            case _:  # an older copy
                return [backup, self._save(), Step("close"), Step("put-back", (copy,)), Step("open"), Step("go-on")]

    def _closed(self) -> Step:
        luck = self.luck
        if luck.random() < 0.6:
            return self._opened()
        ways: list[Callable[[], Step]] = [self._capture, self._rot, self._rot, self._rot]
        ways += [self._put_back, self._put_back, self._swap] if self.copies else []
        ways += [lambda: Step("open", (), "other"), lambda: self._elsewhere() or self._capture()]
        ways += [self._erase_journal] if luck.random() < 0.1 else []
        return luck.choice(ways)()

    def _opened(self) -> Step:
        self.is_open = True
        return Step("open", self.luck.choice(((), (), ("words",), ("key-file",))))

    def _close(self) -> Step:
        self.is_open = False
        return self.luck.choice((Step("close"), Step("close"), Step("kill"), Step("power", (self._fate(),))))

    def _fate(self) -> str:
        return self.luck.choice(("none", "all", *(str(self.luck.randrange(1000)) for _ in range(4))))

    def _fault(self) -> Step:
        luck = self.luck
        at = str(luck.choice((0, 1, 2, 3, 4, 5, luck.randrange(40))))
        match luck.choice(("cut", "cut", "stop", "fail", "fail", "meanwhile")):
            case "cut":
                return Step("cut", (at, self._fate()))
            case "stop":
                return Step("stop", (at,))
            case "fail":
                times = luck.choice((1, 1, 2, 3, 100))
                return Step("fail", (at, luck.choice(("EIO", "ENOSPC")), str(times)))
            case _:
                inner = self._capture() if luck.random() < 0.6 else Step("open")
                return Step("meanwhile", (at, inner.verb, *inner.args))

    def _text(self) -> tuple[str, ...]:
        number = next(self.numbers)
        return (f"w{number}", *self.luck.choice(((), (), (), ("x300",), ("x2000",), ("x9000",))))

    def _save(self) -> Step:
        name = self._name()
        self.live.append(name)
        return Step("save", (name, *self._text()))

    def _name(self) -> str:
        number = next(self.names)
        return ascii_lowercase[number % 26] + (str(number // 26) if number >= 26 else "")

    def _edit(self) -> Step:
        return Step("edit", (self.luck.choice(self.live), *self._text())) if self.live else self._save()

    def _delete(self) -> Step:
        if not self.live:
            return self._save()
        self.gone.append(name := self.luck.choice(self.live))
        self.live.remove(name)
        return Step("delete", (name,))

    def _restore(self) -> Step:
        if not self.gone:
            return self._delete()
        self.live.append(name := self.luck.choice(self.gone))
        return Step("restore", (name,))

    def _erase(self) -> Step:
        return Step("erase", (self.luck.choice(self.live + self.gone),)) if self.live + self.gone else self._save()

    def _draft(self) -> Step:
        about = [f"@{name}" for name in self.live]
        self.drafts.append(name := self.luck.choice(["d", "e", *about[-2:]]))
        return Step("draft", (name, *self._text()))

    def _drop_draft(self) -> Step:
        return Step("drop-draft", (self.luck.choice(self.drafts),)) if self.drafts else self._draft()

    def _capture(self) -> Step:
        again = self.captured and self.luck.random() < 0.2
        name = self.captured[-1] if again else self._name()
        self.captured += [] if again else [name]
        return Step("capture", (name, *self._text()[:1]))

    def _decide(self) -> Step:
        if not self.captured:
            return self._capture()
        name = self.captured.pop(self.luck.randrange(len(self.captured)))
        if self.luck.random() < 0.6:
            self.live.append(name)
            return Step("keep", (name,))
        return Step("drop", (name,))

    def _backup(self) -> Step:
        self.copies.append(name := self.luck.choice("12"))
        return Step("backup", (name,))

    def _elsewhere(self) -> Step | None:
        if not self.copies:
            return None
        where = self.luck.choice(self.copies)
        wanted = self.luck.choice(
            (self._save, self._edit, self._edit, self._delete, self._restore, self._draft, self._erase)
        )
        live, gone = list(self.live), list(self.gone)
        step = wanted()
        self.live, self.gone = [*dict.fromkeys([*live, *self.live])], gone
        return Step(step.verb, step.args, where)

    def _merge(self) -> Step:
        return Step("merge", (self.luck.choice(self.copies),)) if self.copies else self._backup()

    def _put_back(self) -> Step:
        return Step("put-back", (self.luck.choice(self.copies),))

    def _swap(self) -> Step:
        return Step("swap", (self.luck.choice(self.copies),)) if self.copies else self._backup()

    def _erase_journal(self) -> Step:
        return Step("erase-journal")

    def _rot(self) -> Step:
        luck = self.luck
        name = luck.choice(("j.rj", "j.rj", "j.rj", "j.rj.1", "j.rj.2", "j.rj.inbox", "anchor", "1", "2"))
        at = str(luck.randrange(8192, 80_000))
        if luck.random() < 0.7:
            return Step("rot", (name, at, str(luck.randrange(8))))
        return Step("zero", (name, str(int(at) // 512 * 512), str(512 * luck.choice((1, 1, 8, 16)))))

    def _clock(self) -> Step:
        luck = self.luck
        to = luck.choice(
            ("+1h", "+1d", "+6d", "+8d", "+31d", "+3y", "-1h", "-2d", "-40d", "-5y", "1970-01-01", "2026-12-24")
        )
        return Step("clock", (to,))

    def _secrets(self) -> Step:
        forget = ("forget",) if self.luck.random() < 0.4 else ()
        number = str(next(self.numbers))
        match self.luck.randrange(6):
            case 0:
                return Step("words", (number, *forget))
            case 1:
                return Step("key-file", (number, *forget))
            case 2:
                return Step("no-key-file", forget)
            case 3:
                return Step("master-key", (f"m{number}",))
            case _:
                return Step("passphrase", (f"p{number}", *forget))

    def _plain(self, verb: str, *args: str) -> Step:
        return Step(verb, args)


OPEN: dict[Callable[[_Drawing], Step], int] = {
    _Drawing._save: 16,
    _Drawing._edit: 10,
    _Drawing._delete: 6,
    _Drawing._restore: 5,
    _Drawing._erase: 2,
    lambda each: Step("undo"): 6,
    _Drawing._draft: 6,
    _Drawing._drop_draft: 2,
    _Drawing._capture: 6,
    _Drawing._decide: 6,
    lambda each: Step("take-in"): 3,
    lambda each: Step("keep-deleted", (each.luck.choice(("on", "on", "off")),)): 1,
    lambda each: Step("compact"): 6,
    lambda each: Step("preallocate"): 6,
    _Drawing._secrets: 7,
    _Drawing._backup: 5,
    lambda each: each._elsewhere() or each._backup(): 8,
    _Drawing._merge: 4,
    lambda each: Step("go-on"): 3,
    lambda each: Step("open", (), "other"): 2,
    _Drawing._swap: 1,
    _Drawing._close: 12,
}
