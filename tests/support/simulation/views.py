"""What is in a journal, as a person sees it: flat, so that two of them are easily compared."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from journal.domain.entries import Entry
from journal.domain.preferences import Preferences
from journal.store.journal import Journal

Key = tuple[str, ...]
"""("entry", uid), ("bin", uid, text), ("versions", uid), ("draft", key), ("capture", uid), ("keeps",)."""

Value = str | tuple[str, ...] | bool
View = dict[Key, Value]

EMPTY: View = {("keeps",): True}
MOST_VERSIONS = 10
KEPT_FOR = timedelta(days=30)
LONGEST_GAP = timedelta(days=7)

Documents = Mapping[tuple[str, str], Any]
"""By (table, uid) the document there; tombstones (lists) are passed over."""


def view_of(journal: Journal) -> View:
    """Return what an open journal shows, through its own interface."""
    view: View = {("keeps",): journal.preferences.keep_deleted}
    view |= {("entry", entry.uid): entry.text for entry in journal.entries}
    for one in journal.bin.documents().values():
        view["bin", one.uid, str(one.document["text"])] = True
    for uid in sorted({about.entry for _, about in journal.versions.about()}):
        texts = tuple(version.text for version in journal.versions.of(Entry(uid=uid, text="", title="none says this")))
        view["versions", uid] = texts
    view |= {("draft", key): str(data["text"]) for key, data in journal.drafts.all().items()}
    view |= {("capture", capture.uid): capture.text for capture in journal.inbox.waiting()}
    return view


def view_of_documents(documents: Documents) -> View:
    """Return what documents show, without any code of the product."""
    view: View = {("keeps",): True}
    versions: dict[str, list[tuple[datetime, str, str]]] = {}
    for (table, uid), document in documents.items():
        if isinstance(document, list):
            continue
        match table:
            case "entries":
                view["entry", uid] = document["text"]
            case "bin":
                view["bin", document["uid"], document["document"]["text"]] = True
            case "versions":
                at = datetime.fromisoformat(document["at"])
                versions.setdefault(document["entry"], []).append((at, uid, document["text"]))
            case "drafts":
                view["draft", _draft_key(document["key"], uid)] = document["data"]["text"]
            case "captures":
                view["capture", uid] = document["text"]
            case Preferences.table:
                view["keeps",] = document.get("keep_deleted", True)
    for entry, texts in versions.items():
        view["versions", entry] = tuple(dict.fromkeys(text for _, _, text in sorted(texts, reverse=True)))
    return view


def _draft_key(key: str, uid: str) -> str:
    from hashlib import sha256

    return key if sha256(key.encode()).hexdigest()[:32] == uid else f"{key}~{uid[:8]}"


def tidied(view: View, documents: Documents, now: datetime) -> View:
    """Return a view after what was deleted long enough ago is gone, by the rule of docs/format.md."""
    found = {place: document for place, document in documents.items() if isinstance(document, dict)}
    if not view["keeps",]:
        return {key: value for key, value in view.items() if key[0] not in ("bin", "versions")}
    moments = [datetime.fromtimestamp(int(uid[:12], 16) / 1000, UTC) for _, uid in found if int(uid[:12], 16) < 1 << 44]
    bins = [document for (table, _), document in found.items() if table == "bin"]
    over = {id(one): _age(moments, datetime.fromisoformat(one["deleted_at"]), now) >= KEPT_FOR for one in bins}
    gone = {one["uid"] for one in bins if over[id(one)]}
    waiting = {one["uid"] for one in bins if not over[id(one)]}
    left = {("bin", one["uid"], one["document"]["text"]) for one in bins if not over[id(one)]}
    entries = {uid for table, uid in found if table == "entries"}
    kept: dict[str, list[tuple[datetime, str, str]]] = {}
    for (table, uid), one in found.items():
        if table == "versions":
            at, entry = datetime.fromisoformat(one["at"]), one["entry"]
            orphan = entry not in entries and entry not in waiting
            if not (orphan and (entry in gone or _age(moments, at, now) >= KEPT_FOR)):
                kept.setdefault(entry, []).append((at, uid, one["text"]))
    after = {key: value for key, value in view.items() if key[0] not in ("bin", "versions") or key in left}
    for entry, texts in kept.items():
        after["versions", entry] = tuple(dict.fromkeys(text for _, _, text in sorted(texts, reverse=True)))
    return after


def _age(moments: Iterable[datetime], since: datetime, now: datetime) -> timedelta:
    """Return the sum of the gaps between the instants at which something was made; none counts for more than a week."""
    steps = [since, *sorted(moment for moment in moments if since < moment < now), now]
    if since >= now:
        return timedelta()
    return sum((min(b - a, LONGEST_GAP) for a, b in itertools.pairwise(steps)), timedelta())


def texts_in(view: View) -> set[str]:
    """Return every text that a person could read somewhere."""
    texts = {value for key, value in view.items() if isinstance(value, str)}
    texts |= {key[2] for key in view if key[0] == "bin"}
    return texts | {text for key, value in view.items() if isinstance(value, tuple) for text in value}


def differences(found: View, expected: View) -> list[str]:
    """Return how two views differ, in words."""
    keys = sorted(key for key in found.keys() | expected.keys() if found.get(key) != expected.get(key))
    return [f"{' '.join(key)[:60]}: {_short(found.get(key))}, not {_short(expected.get(key))}" for key in keys]


def _short(value: Value | None) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, tuple):
        return "[" + ", ".join(_short(each) for each in value) + "]"
    return str(value) if len(str(value)) <= 20 else f"{str(value)[:12]}… ({len(str(value))})"
