"""What each verb of a plan does, and what is expected after it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from msgspec.structs import replace

from journal.domain.captures import Capture
from journal.domain.entries import Entry
from journal.errors import InUse, NoInbox, NoJournal, NotKnownSaved, VaultError
from journal.store.operations import delete_with_dependents, erase, restore
from journal.vault import key_file
from journal.vault.crypto import keys
from journal.vault.format.payloads import Put
from journal.vault.inbox import capture
from tests.support.simulation import files
from tests.support.simulation.checks import (
    documents_of,
    merged_view,
    no_file_opens_with,
    nothing_else_is_decrypted,
)
from tests.support.simulation.disk import Ended
from tests.support.simulation.places import STICK, Broken, May, Place, Secrets, add
from tests.support.simulation.plans import Step
from tests.support.simulation.simulation import ABOUT_THE_NEXT, ELSEWHERE, Simulation, text_of
from tests.support.simulation.views import MOST_VERSIONS, View, texts_in, view_of_documents
from tests.support.vault.healing_reader import Entries
from tests.support.vault.journals import whole_file
from tests.support.vault.reader import Refused, opened
from tests.support.vault.survival import CHEAP

Verb = Callable[[Simulation, Place, tuple[str, ...]], None]

MOST_EDITS: Final = 12


def do(sim: Simulation, step: Step) -> None:
    """Do one step. One that cannot be done here does nothing, so that every part of a plan is a plan."""
    if step.verb == "medium":
        return
    if step.verb in ABOUT_THE_NEXT:
        sim.armed.append(step)
        return
    sim.do(step, _at_its_place)


def _at_its_place(sim: Simulation, step: Step) -> None:
    place = sim.place(step.where)
    if step.where == "other":
        sim.peek(sim.home)
    elif step.where in ELSEWHERE and step.verb not in ("open", "close"):
        _on_another_computer(sim, place, step)
    elif step.verb in OPEN:
        if place.is_open and not sim.nested:
            OPEN[step.verb](sim, place, step.args)
    elif sim.nested and step.verb not in ("capture", "open"):
        return
    elif sim.nested and step.verb == "open":
        sim.peek(place)
    else:
        ANY[step.verb](sim, place, step.args)


def _on_another_computer(sim: Simulation, place: Place, step: Step) -> None:
    if step.verb in OPEN and step.verb not in ("backup", "merge") and place.exists and not place.rotten:
        sim.open(place)
        if place.is_open:
            OPEN[step.verb](sim, place, step.args)
            sim.close(place)


# Records.


def uid_of(sim: Simulation, name: str) -> str:
    """Return the uid of an entry or a capture by its name in the plan."""
    if name not in sim.uids:
        made = min(max(sim.now(), 0), (1 << 48) - 1)
        sim.uids[name] = f"{made:012x}{hashlib.sha256(name.encode()).hexdigest()[:20]}"
    return sim.uids[name]


def _save(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    uid, text = uid_of(sim, args[0]), text_of(args[1:])
    if ("entry", uid) in place.view or any(key[:2] == ("bin", uid) for key in place.view):
        return
    sim.every_text.add(text)
    after: View = {**place.view, ("entry", uid): text}
    sim.change(place, lambda: place.here.save(replace(Entry(text=text), uid=uid)), after, undoable=True)


def _edit(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    uid, text, view = uid_of(sim, args[0]), text_of(args[1:]), place.view
    before = view.get(("entry", uid))
    if before is None or before == text:
        return
    sim.every_text.add(text)
    after: View = {**view, ("entry", uid): text}
    if view["keeps",]:
        earlier = view.get(("versions", uid), ())
        assert isinstance(earlier, tuple)
        assert isinstance(before, str)
        others = [each for each in earlier if each != before]
        after["versions", uid] = (before, *others)[:MOST_VERSIONS]
    entry = replace(place.here.entries.get(uid), text=text)
    sim.change(place, lambda: place.here.save(entry), after, undoable=True)


def _delete(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    uid, view = uid_of(sim, args[0]), place.view
    text = view.get(("entry", uid))
    if text is None:
        return
    after = {key: value for key, value in view.items() if key != ("entry", uid)}
    if view["keeps",]:
        after["bin", uid, str(text)] = True
    else:
        after.pop(("versions", uid), None)
    entry = place.here.entries.get(uid)
    sim.change(place, lambda: delete_with_dependents(place.here, entry), after, undoable=True)


def _restore(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    uid, view = uid_of(sim, args[0]), place.view
    item = next((item for item in place.here.bin.items() if item.record.uid == uid), None)
    if item is None or ("entry", uid) in view:
        if item is None and any(key[:2] == ("bin", uid) for key in view):
            raise Broken("the bin does not list what is in it")
        return
    assert isinstance(item.record, Entry)
    text = item.record.text
    after: View = {key: value for key, value in view.items() if key != ("bin", uid, text)}
    after["entry", uid] = text
    sim.change(place, lambda: restore(place.here, item.uids), after, undoable=True)


def _erase(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    uid = uid_of(sim, args[0])
    after = {
        key: value
        for key, value in place.view.items()
        if not (key[:2] in (("entry", uid), ("bin", uid), ("versions", uid)) or (key[0] == "draft" and uid in key[1]))
    }
    if after != place.view:
        gone = replace(Entry(text=""), uid=uid)
        sim.change(place, lambda: erase(place.here, gone), after, undoable=True)


def _undo(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    if not place.undo:
        if place.here.undo() is not None:
            raise Broken("undoes what should not be undone")
        return
    delta = place.undo[-1]
    after = {**place.view, **{key: value for key, value in delta.items() if value is not None}}
    after = {key: value for key, value in after.items() if delta.get(key, value) is not None}
    if sim.change(place, place.here.undo, after, undoable=False):
        place.undo.pop()


def _draft(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    key, text = _draft_key(sim, args[0]), text_of(args[1:])
    sim.every_text.add(text)
    after: View = {**place.view, ("draft", key): text}
    sim.change(place, lambda: place.here.drafts.save(key, {"text": text}), after, undoable=False)


def _drop_draft(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    key = _draft_key(sim, args[0])
    after = {each: value for each, value in place.view.items() if each != ("draft", key)}
    if after != place.view:
        sim.change(place, lambda: place.here.drafts.drop(key), after, undoable=False)


def _draft_key(sim: Simulation, name: str) -> str:
    return f"entries-{uid_of(sim, name[1:])}" if name.startswith("@") else name


def _keep_deleted(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    keep, view = args[0] == "on", place.view
    if keep == view["keeps",]:
        return
    after = {**(view if keep else _without_what_is_kept(view)), ("keeps",): keep}
    if sim.change(place, lambda: place.here.keep_deleted(keep), after, undoable=False) and not keep:
        place.undo.clear()


def _without_what_is_kept(view: View) -> View:
    return {key: value for key, value in view.items() if key[0] not in ("bin", "versions")}


# What is written without the passphrase.


def _capture(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    uid, text = uid_of(sim, args[0]), text_of(args[1:])
    if _was_decided(place, uid):
        return
    at = datetime.fromtimestamp(max(sim.now(), 0) / 1000, UTC)
    value = Capture(uid=uid, at=at, zone="Europe/Vienna", text=text)
    document = {"uid": uid, "at": value.at.isoformat(), "zone": value.zone, "text": text}
    sim.every_text.add(text)
    try:
        capture(place.path, Put("captures", uid, document), disk=sim.disk)
    except Ended:
        place.perhaps.setdefault(uid, set()).add(text)
        raise
    except (InUse, NoInbox, NoJournal) as error:
        if not (sim.nested or sim.excused or not place.inbox_is_sure or not place.exists):
            raise Broken(f"nothing can be written down: {error!r}") from error
    except NotKnownSaved as error:
        sim.excuse(error)
        place.perhaps.setdefault(uid, set()).add(text)
    except VaultError as error:
        sim.excuse(error)
    else:
        if (before := place.waiting.get(uid)) is not None:
            place.perhaps.setdefault(uid, set()).add(before)
        place.waiting[uid] = text
        if place.has_foreign_inbox:
            place.doubt_inbox()


def _was_decided(place: Place, uid: str) -> bool:
    """Return whether a capture may be an entry, or dropped: capturing it again then does nothing."""
    views = [each.view or {} for each in (*place.may, *(place.behind or ()))]
    return any(("entry", uid) in view or any(key[:2] == ("bin", uid) for key in view) for view in views) or (
        uid in place.retired
    )


def _decide(keep: bool) -> Verb:
    def decide(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
        uid = uid_of(sim, args[0])
        text = place.view.get(("capture", uid))
        if text is None:
            return
        after = {key: value for key, value in place.view.items() if key != ("capture", uid)}
        if keep:
            after.setdefault(("entry", uid), text)
        if keep and uid in place.waiting:  # one that was written again is passed over, unless this is undone
            place.perhaps.setdefault(uid, set()).add(place.waiting.pop(uid))
        place.retired.append(uid)
        act = place.here.inbox.keep if keep else place.here.inbox.drop
        sim.change(place, lambda: act(uid), after, undoable=True)

    return decide


def _take_in(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    waiting: View = {("capture", uid): text for uid, text in place.waiting.items()}
    after = place.view if place.refuses else {**place.view, **waiting}

    def act() -> None:
        place.here.inbox.take_in()

    if place.behind is not None or place.refuses:
        return
    is_imported, before = False, dict(place.waiting)
    try:
        is_imported = sim.change(place, act, after, undoable=False)
    finally:
        if not is_imported:
            place.doubt_inbox()
    if is_imported:
        _adopt(sim, place)
        for uid, text in before.items() if sim.excused else ():
            place.perhaps.setdefault(uid, set()).add(text)  # the inbox may not be empty


def _adopt(sim: Simulation, place: Place) -> None:
    """Take what was imported from the inbox into what is expected."""
    found = documents_of(place.here._vault._file.state)
    captures = {key: value for key, value in view_of_documents(found).items() if key[0] == "capture"}
    place.may = add([May({**place.view, **captures}, place.secrets)], *place.may[1:])
    sim.compare_memory(place)
    sim.imported(place)


# Keys.


def _passphrase(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    new, forget = args[0], "forget" in args
    if new == place.secrets.passphrase or new in place.retired:
        return
    old, secrets = place.secrets.passphrase, Secrets(new, *_rest(place.secrets))
    place.retired.append(old)

    def act() -> None:
        place.here.set_passphrase(new, forget_generations=forget, cost=CHEAP)

    if sim.change(place, act, place.view, secrets, undoable=False):
        if sim.disk.exists(place.path) and _opens(sim, place, old):
            raise Broken("the earlier passphrase opens the journal")
        if forget:
            no_file_opens_with(sim.disk, place.path, [old])


def _opens(sim: Simulation, place: Place, passphrase: str) -> bool:
    try:
        opened(whole_file(sim.disk, place.path), passphrase)
    except Refused:
        return False
    return True


def _rest(secrets: Secrets) -> tuple[str, str, int]:
    return secrets.words, secrets.key_file, secrets.master


def _words(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    words, old = keys.new_recovery_words(), place.secrets
    secrets = Secrets(old.passphrase, words, old.key_file, old.master)

    def act() -> None:
        place.here.set_recovery_words(words, forget_generations="forget" in args)

    sim.change(place, act, place.view, secrets, undoable=False)


def _key_file(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    name, old = f"key-{args[0]}.txt", place.secrets
    if sim.disk.exists(STICK / name):
        return
    secrets = Secrets(old.passphrase, old.words, name, old.master)

    def act() -> None:
        place.here.make_key_file(STICK / name, forget_generations="forget" in args)

    if sim.change(place, act, place.view, secrets, undoable=False):
        secret = key_file.read(sim.disk, STICK / name)
        if not place.here._vault.opens_with(key_file=secret):
            raise Broken("the key file does not open the journal")
        return
    there = sim.disk.exists(STICK / name)
    if there and not sim.excused:
        raise Broken("a key file that opens nothing is there")


def _no_key_file(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    old = place.secrets
    secrets = Secrets(old.passphrase, old.words, "", old.master)
    if old.key_file:
        forget = "forget" in args
        act = place.here.end_key_file
        sim.change(place, lambda: act(forget_generations=forget), place.view, secrets, undoable=False)


def _master_key(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    new, old = args[0], place.secrets
    if new == old.passphrase or new in place.retired:
        return
    secrets = Secrets(new, "", "", old.master + 1)
    place.retired.append(old.passphrase)
    waiting: View = {("capture", uid): text for uid, text in place.waiting.items()}
    after = {**place.view, **waiting}
    place.inbox_is_sure, place.seen = place.inbox_is_sure and not sim.faulted, 0  # the anchor has a new key
    if sim.change(place, lambda: place.here.set_master_key(new, cost=CHEAP), after, secrets, undoable=False):
        place.undo.clear()
        later = {uid: place.waiting.pop(uid) for uid in [*place.waiting] if ("capture", uid) not in waiting}
        _adopt(sim, place)
        place.doubt_inbox()
        place.waiting |= later  # what was captured meanwhile may be in the new inbox
        no_file_opens_with(sim.disk, place.path, [old.passphrase])
        known = sim.every_text - texts_in(place.view)
        nothing_else_is_decrypted(sim.disk, place.path, place.may[0], _not_inside(known, texts_in(place.view)))
    else:
        place.undo.clear() if place.secrets == secrets else None


def _not_inside(texts: set[str], others: set[str]) -> set[str]:
    """Return the texts that are in none of the others."""
    return {text for text in texts if not any(text in other for other in others)}


# The file.


def _compact(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    sim.change(place, place.here.compact, place.view, undoable=False)


def _preallocate(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    try:
        place.here.do_upkeep()
    finally:
        sim.compare_memory(place)


def _backup(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    copy, held = sim.copies[args[0]], May(place.view, place.secrets)
    if copy.is_open or place.readable is not None:
        return
    stamp = sim.stamp

    def act() -> None:
        place.here.backup(copy.path, replace_it=True)

    if place.behind is not None:
        sim.change(place, act, place.view, undoable=False)
        return
    copy.may, copy.stamp = add(copy.may, held), stamp  # if interrupted, the earlier copy may stay, which is older
    copy.doubt_captures_of(place)
    if sim.change(place, act, place.view, undoable=False, allowed=True):
        copy.may, copy.rotten = [held], False


def _merge(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    copy = sim.copies[args[0]]
    if not copy.exists or copy.rotten or copy.is_open or place.readable is not None:
        return
    theirs = _entries_at(sim, copy)
    if theirs is None or place.behind is not None or place.refuses:
        return
    entries, passphrase = theirs
    after = merged_view(place.here._vault._file.state, entries)
    if not place.view["keeps",]:  # whatever the copy says and holds
        after = {**_without_what_is_kept(after), ("keeps",): False}
    if sim.change(place, lambda: place.here.merge(copy.path, passphrase), after, undoable=False):
        place.undo.clear()


def _entries_at(sim: Simulation, copy: Place) -> tuple[Entries, str] | None:
    data = whole_file(sim.disk, copy.path)
    for passphrase in dict.fromkeys(each.secrets.passphrase for each in copy.may):
        try:
            journal, _ = opened(data, passphrase)
        except Refused:
            continue
        return journal.entries(), passphrase
    raise Broken("the copy opens with nothing")


def _go_on(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    report = place.here.report
    if place.behind is not None or place.here._vault._lock is None:
        return
    if report.damaged and report.missing and place.readable is not None:
        _accept_damage(sim, place)
    elif report.rolled_back:
        place.refuses = place.told = False  # once they agreed, it need not be told again where this is interrupted
        if sim.change(place, place.here.accept_rollback, place.view, undoable=False):
            place.older = False
        else:
            place.refuses = True


def _accept_damage(sim: Simulation, place: Place) -> None:
    """Go on with a damaged journal; where that fails, it is still damaged."""
    try:
        place.here.accept_damage()
    except NotKnownSaved as error:
        sim.excuse(error)
    except VaultError as error:
        if place.behind is None:
            sim.excuse(error)
    else:
        place.readable, place.refuses = None, False
        sim.stamp += 1
        place.undo.clear()
    sim.compare_memory(place)


OPEN: Final[dict[str, Verb]] = {
    "save": _save,
    "edit": _edit,
    "delete": _delete,
    "restore": _restore,
    "erase": _erase,
    "undo": _undo,
    "draft": _draft,
    "drop-draft": _drop_draft,
    "keep": _decide(True),
    "drop": _decide(False),
    "take-in": _take_in,
    "keep-deleted": _keep_deleted,
    "compact": _compact,
    "preallocate": _preallocate,
    "passphrase": _passphrase,
    "words": _words,
    "key-file": _key_file,
    "no-key-file": _no_key_file,
    "master-key": _master_key,
    "backup": _backup,
    "merge": _merge,
    "go-on": _go_on,
}
"""The verbs that need an open journal."""

ANY: Final[dict[str, Verb]] = {
    "capture": _capture,
    "open": lambda sim, place, args: sim.open(place, *args[:1]),
    "close": lambda sim, place, args: sim.close(place),
    "create": files.create,
    "put-back": files.put_back,
    "swap": files.swap,
    "erase-journal": files.erase_journal,
    "kill": lambda sim, place, args: sim.end_processes("kill"),
    "power": lambda sim, place, args: sim.end_processes(args[0]),
    "rot": files.rot,
    "zero": files.zero,
    "clock": files.clock,
}
