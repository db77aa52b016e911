"""Plans: lists of plain steps that a simulation runs. A plan is text, one step a line; `#` begins a comment.

    medium stale            what the disk is like: no-links, stale, no-anchor (only as the first step)
    create                  make the journal; then it is open
    save a one x300         save an entry called a; its text is "one" 300 times
    edit a two              replace its text
    delete a                delete it; it is in the bin then
    restore a               take it out of the bin
    erase a                 delete it for good, with everything that is kept of it
    undo
    draft d one             save a draft; `draft @a one` is a draft about the entry a
    drop-draft d
    capture k one           write something without the passphrase
    keep k, drop k          accept what was captured, or not
    take-in                 import captures while the journal is open
    keep-deleted off        keep nothing in the bin; on: keep it
    compact, preallocate
    passphrase p [forget]   set another passphrase
    words 1 [forget]        set other recovery words
    key-file 1 [forget]     make a key file; no-key-file [forget]: let none open the journal
    master-key p            encrypt everything with a new key
    backup 1                write a copy called 1; `1: save a one` and so on changes that copy on its own computer
    merge 1                 merge the copy
    put-back 1              restore the copy, while the journal is closed
    swap 1                  another program replaces the journal by the copy
    erase-journal
    open, close, go-on      go-on: accept damage or an older copy
    other: open             another process tries to open the journal
    kill                    the process ends
    power none              the power fails; of what was not synced nothing is there afterwards
    power all, power 7      everything is there; 7: a part of it, drawn from that number
    rot NAME 8200 3         bit 3 of byte 8200 of a file flips (NAME: j.rj, j.rj.1, j.rj.inbox, anchor, 1 for that copy)
    zero NAME 8192 512      512 bytes are zeros
    clock +3d, clock -2y, clock 1970-01-01

These are about the step that follows, and N is the number of the operation of the disk in it, from 0:

    cut N none              the power fails before this operation; then as for `power`
    stop N                  the process is killed before this operation
    fail N EIO 2            this operation and the next fail; also ENOSPC
    meanwhile N capture k one    another process does something after it: capture, open
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One step: what to do, with what, and where ("": at home, by the first process)."""

    verb: str
    args: tuple[str, ...] = ()
    where: str = ""

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return where + " ".join((self.verb, *self.args))

    @classmethod
    def parse(cls, line: str) -> Step:
        """Return the step that a line says."""
        first, *rest = line.split()
        if first.endswith(":"):
            return cls(rest[0], tuple(rest[1:]), first[:-1])
        return cls(first, tuple(rest))


Plan = tuple[Step, ...]


def parse(text: str) -> Plan:
    """Return the plan that a text says."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(Step.parse(line) for line in lines if line)


def formatted(plan: Plan, comment: str = "") -> str:
    """Return a plan as text; each line of the comment comes first, behind a `#`."""
    said = [f"# {line}" for line in comment.splitlines()]
    return "\n".join([*said, *map(str, plan)]) + "\n"
