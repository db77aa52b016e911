"""Break one promise in a run of pytest: ``JOURNAL_BROKEN_PROMISE=name pytest -p tests.support.breaking …``.

Each defect replaces one function of the program before any test is collected, as a mistake in it would. It reaches
only this process: tests that start the program as a process of its own do not see it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

VARIABLE: Final = "JOURNAL_BROKEN_PROMISE"


class Defect(NamedTuple):
    """A defect: the test that fails then, which function (``module:name``) is replaced, and what replaces it.

    ``instead`` gets the function as it was.
    """

    test: str
    target: str
    instead: Callable[[Any], Any]


def always(value: object) -> Callable[[Any], Any]:
    """Replace a function by one that does nothing and returns a value."""
    return lambda was: lambda *_, **__: value


def with_options(**options: object) -> Callable[[Any], Any]:
    """Replace a function by itself with other options."""
    return lambda was: lambda *arguments, **given: was(*arguments, **(given | options))


def unchanged(argument: int) -> Callable[[Any], Any]:
    """Replace a function by one that returns the argument with that number."""
    return lambda was: lambda *arguments, **_: arguments[argument]


def constant(value: object) -> Callable[[Any], Any]:
    """Replace a value."""
    return lambda was: value


def _open_to_all(was: Any) -> Any:
    def opened(disk: Any, path: Any, flags: int = os.O_RDONLY) -> int:
        descriptor: int = was(disk, path, flags)
        if flags & os.O_CREAT:
            os.fchmod(descriptor, 0o644)
        return descriptor

    return opened


def _key_of_the_maker(was: Any) -> Any:
    """Add a second way in to every new journal."""

    def with_ways(header: Any, master: bytes, *ways: Any) -> Any:
        from journal.vault.format.header import Slot

        made = was(header, master, *ways)
        return made.with_slot(Slot.for_key_file(bytes(32), made.free_number(), made.file_id, master))

    return with_ways


def _cheap(was: Any) -> Any:
    def create(*arguments: Any, **options: Any) -> Any:
        from journal.file_facts import Cost

        return was(*arguments, **options | {"cost": Cost(64, 1, 1)})

    return create


def _old_slots_stay(was: Any) -> Any:
    def with_slot(header: Any, slot: Any) -> Any:
        from dataclasses import replace

        return replace(header, slots=(*header.slots, slot))

    return with_slot


def _no_damage(was: Any) -> Any:
    def read_opened(*arguments: Any) -> Any:
        from msgspec.structs import replace

        opening = was(*arguments)
        opening.report = replace(opening.report, damaged=False, missing=0)
        return opening

    return read_opened


def _merged_ways(was: Any) -> Any:
    """Let a merge replace the recovery words."""

    def merge(vault: Any, *arguments: Any, **options: Any) -> Any:
        found = was(vault, *arguments, **options)
        vault.change_keys(recovery_words="abandon " * 23 + "art")
        return found

    return merge


def _merge_as_it_comes(was: Any) -> Any:
    def merge(journal: Any, *arguments: Any, **options: Any) -> Any:
        with journal._changing():
            found = journal._vault.merge(*arguments, **options)
            journal.reset_caches()
        return found

    return merge


def _capture_as_it_is(was: Any) -> Any:
    def seal(page: Any, payload: bytes) -> bytes:
        sealed: bytes = was(page, payload)
        return sealed[: -len(payload)] + payload

    return seal


def _picked_are_all(was: Any) -> Any:
    def chosen(journal: Any, drafted: Any, uids: Any) -> Any:
        return was(journal, drafted, [entry.uid for entry in journal.entries])

    return chosen


def _titled_by_person(was: Any) -> Any:
    def event(record: Any, title: str, *times: Any) -> Any:
        return was(record, f"{title} {record.uid} {getattr(record, 'place', '')}{getattr(record, 'text', '')}", *times)

    return event


DEFECTS: Final[Mapping[str, Defect]] = {
    "the locked screen shows how much is in the journal": Defect(
        "tests/screens/locked/test_lock_screen.py::test_it_says_nothing_of_what_is_in_the_journal",
        "journal.text.unlock:last_saved",
        lambda was: lambda *arguments: f"{was(*arguments)} {os.urandom(4).hex()}",
    ),
    "a guess costs less": Defect(
        "tests/promises/test_ways_in.py::test_a_guess_costs_a_quarter_of_a_gigabyte_or_what_was_measured",
        "journal.vault.vault:Vault.create",
        _cheap,
    ),
    "it never locks by itself": Defect(
        "tests/promises/test_lock.py::test_three_minutes_without_a_key_lock",
        "screens.app:JournalApp.idle_minutes",
        always(1_000_000),
    ),
    "it comes back unlocked": Defect(
        "tests/promises/test_lock.py::test_coming_back_from_suspension_locks",
        "screens.app:JournalApp.action_lock",
        always(None),
    ),
    "a lock saves no drafts": Defect(
        "tests/promises/test_lock.py::test_what_is_half_typed_comes_back_after_unlocking",
        "screens.app:JournalApp.drafts",
        always({}),
    ),
    "a typed passphrase stays": Defect(
        "tests/screens/locked/test_lock_screen.py::test_a_passphrase_that_was_typed_and_not_sent_opens_nothing_later",
        "screens.locked.lock_screen:Locked.forget",
        always(None),
    ),
    "files are open to others": Defect(
        "tests/vault/test_vault.py::test_what_is_made_is_for_the_person_alone_whatever_the_umask",
        "journal.vault.files.disk:Disk.open",
        _open_to_all,
    ),
    "the maker has a key": Defect(
        "tests/promises/test_ways_in.py::test_nothing_opens_a_journal_but_what_was_made",
        "journal.vault.format.header:Header.with_ways",
        _key_of_the_maker,
    ),
    "what a cipher is bound to does not count": Defect(
        "tests/vault/crypto/test_cobblestone.py",
        "journal.vault.crypto.cobblestone:_derived",
        lambda was: lambda key, context, salt: was(key, b"", salt),
    ),
    "a changed first page passes": Defect(
        "tests/vault/test_forgery.py",
        "journal.vault.format.header:HeaderPage.is_of",
        always(True),
    ),
    "lost bytes are not told": Defect(
        "tests/vault/test_damage.py",
        "journal.vault.open_file:read_opened",
        _no_damage,
    ),
    "any passphrase counts as the one of now": Defect(
        "tests/screens/security/test_access.py::test_a_wrong_passphrase_of_now_is_told_at_its_field_and_changes_nothing",
        "journal.vault.vault:Vault.opens_with",
        always(True),
    ),
    "the old passphrase keeps opening": Defect(
        "tests/promises/test_ways_in.py::test_an_earlier_copy_and_a_backup_open_with_what_opened_them_then",
        "journal.vault.format.header:Header.with_slot",
        _old_slots_stay,
    ),
    "copies that were to be replaced stay": Defect(
        "tests/vault/test_vault.py::test_new_keys_leave_nothing_beside_that_the_old_ones_open",
        "journal.vault.vault:forget_generations",
        always(None),
    ),
    "a new master key leaves earlier copies": Defect(
        "tests/vault/test_copies.py::test_a_new_master_key_shuts_out_who_kept_the_old_one",
        "journal.vault.vault:forget_generations",
        always(None),
    ),
    "a merge changes what opens the journal": Defect(
        "tests/promises/test_ways_in.py::test_merging_changes_nothing_about_what_opens_the_journal",
        "journal.vault.vault:Vault.merge",
        _merged_ways,
    ),
    "a key file is removed unasked": Defect(
        "tests/cli/commands/test_key_file.py::test_on_a_terminal_remove_asks_first",
        "journal.cli.commands.key_file:confirmed",
        always(True),
    ),
    "a key file replaces a file": Defect(
        "tests/vault/test_key_file.py",
        "journal.vault.files.disk:Disk.write_whole",
        with_options(replace=True),
    ),
    "the bin is emptied after a day": Defect(
        "tests/domain/test_bin.py",
        "journal.domain.bin:Ages.is_over",
        lambda was: lambda ages, since: ages.days_left(since) < 29,
    ),
    "a merge turns the bin on again": Defect(
        "tests/store/test_bin.py::test_a_merge_does_not_turn_the_bin_on_again",
        "journal.store.maintenance:JournalMaintenance.merge",
        _merge_as_it_comes,
    ),
    "an import keeps the words": Defect(
        "tests/importing/test_batches.py::test_the_batch_holds_no_word_of_the_export",
        "journal.importing.batch_writer:hash_key",
        unchanged(0),
    ),
    "what opens a file is not overwritten": Defect(
        "tests/vault/test_copies.py::test_the_key_slots_are_overwritten_before_the_name_goes",
        "journal.vault.erase_file:_overwrite",
        always(None),
    ),
    "a backup is not read back": Defect(
        "tests/vault/test_copies.py::test_a_backup_on_a_disk_that_rots_is_not_kept",
        "journal.vault.copies:compare",
        always(None),
    ),
    "an export does not ask": Defect(
        "tests/cli/commands/test_export.py::test_it_says_what_it_means_and_asks_on_a_terminal",
        "journal.cli.commands.export:confirmed",
        always(True),
    ),
    "an encrypted export is not": Defect(
        "tests/exporting/test_export.py::test_encrypted_it_is_found_nowhere",
        "journal.exporting.export:seal",
        unchanged(0),
    ),
    "a cell is a formula": Defect(
        "tests/exporting/test_tables.py::test_no_cell_of_any_journal_acts",
        "journal.exporting.tables:as_text",
        unchanged(0),
    ),
    "an archive replaces records": Defect(
        "tests/cli/commands/test_import_archive.py::test_what_is_there_and_differs_stays_and_is_told",
        "journal.store.plain_documents:PlainDocuments.compare",
        always(None),
    ),
    "an older copy is not told": Defect(
        "tests/vault/test_rollback_anchor.py::test_an_older_copy_is_told_with_how_much_older_it_is",
        "journal.vault.rollback_anchor:Anchor.read",
        always(None),
    ),
    "what is written while locked can be read": Defect(
        "tests/vault/test_inbox.py::test_nothing_of_it_can_be_read_without_the_passphrase",
        "journal.vault.inbox:seal",
        _capture_as_it_is,
    ),
    "a page holds what is marked never": Defect(
        "tests/sharing/test_release.py::test_a_level_ticks_what_its_sensitivity_allows",
        "journal.sharing.release:_ticked",
        always(True),
    ),
    "an encrypted page is not": Defect(
        "tests/sharing/test_age.py::test_nothing_of_the_page_is_in_the_file",
        "journal.sharing.age:seal",
        unchanged(0),
    ),
    "all entries go": Defect(
        "tests/summary/test_entry_pages.py::test_only_what_was_picked_is_in_the_file_whatever_is_set_for_it",
        "journal.summary.entry_pages:chosen",
        _picked_are_all,
    ),
    "a file for others replaces one": Defect(
        "tests/promises/test_files_for_others.py::test_only_the_account_can_read_it_and_no_file_is_replaced",
        "journal.vault.files.disk:Disk.write_out",
        with_options(replace=True),
    ),
    "the calendar says where": Defect(
        "tests/promises/test_canary_of_each_kind.py::test_no_word_is_in_the_calendar",
        "journal.sharing.ics_calendar:_event",
        _titled_by_person,
    ),
    "a wallet card holds what is never shared": Defect(
        "tests/cli/commands/test_wallet_card.py::test_what_is_never_shared_stays_off_it",
        "journal.sharing.wallet_card:ticked",
        lambda was: lambda draft, section: [line.key for line in draft.lines if line.section == section],
    ),
    "the emergency card is not overwritten": Defect(
        "tests/config/test_emergency_card.py::test_taken_back_it_is_overwritten_and_gone",
        "journal.config.emergency_card:remove_private",
        lambda was: lambda path: path.unlink(missing_ok=True),
    ),
    "the size of a file tells what was written": Defect(
        "tests/vault/test_append.py::test_saves_fill_the_zeros_in_and_the_size_tells_nothing",
        "journal.vault.append:_AHEAD",
        constant(4096),
    ),
}


def pytest_configure() -> None:
    """Break what the environment names."""
    defect = DEFECTS[os.environ[VARIABLE]]
    module, _, path = defect.target.partition(":")
    *outer, name = path.split(".")
    owner = import_module(module)
    for part in outer:
        owner = getattr(owner, part)
    setattr(owner, name, defect.instead(getattr(owner, name)))
