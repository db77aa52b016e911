"""Test keys from a passphrase and from recovery words."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from journal.errors import CostRefused, NotEnoughMemory, WrongWord
from journal.file_facts import Cost
from journal.vault.crypto import keys
from journal.vault.crypto.keys import calibrated, check_recovery_words, from_passphrase, from_recovery_words
from tests.support.vault.journals import CHEAP

SALT = bytes(16)
ARGON2ID = "c5fe7fd7b86f291212f11e1beca87b64e1e8846a3410d01df05e3dd34436ab77"


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    composed, decomposed = unicodedata.normalize("NFC", "ä é ü"), unicodedata.normalize("NFD", "ä é ü")
    assert composed != decomposed
    assert from_passphrase(composed, SALT, CHEAP) == from_passphrase(decomposed, SALT, CHEAP)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\nmore"])
def test_a_passphrase_ends_with_its_line(ending: str) -> None:
    assert from_passphrase("one two" + ending, SALT, CHEAP) == from_passphrase("one two", SALT, CHEAP)


def test_blanks_belong_to_a_passphrase() -> None:
    assert from_passphrase(" one ", SALT, CHEAP) != from_passphrase("one", SALT, CHEAP)


def test_the_derivation_stays_what_it_was_when_the_format_was_published() -> None:
    assert from_passphrase("passphrase", SALT, CHEAP).hex() == ARGON2ID


@pytest.mark.parametrize(
    "cost",
    [
        Cost(2 * 1024 * 1024 + 1, 3, 4),
        Cost(1024, 65, 4),
        Cost(1024, 3, 17),
        Cost(31, 3, 4),
        Cost(1024, 0, 4),
        Cost(1024, 3, 0),
        Cost(2**32 - 1, 2**32 - 1, 2**32 - 1),
    ],
)
def test_absurd_costs_are_refused(cost: Cost) -> None:
    with pytest.raises(CostRefused):
        from_passphrase("passphrase", SALT, cost)


@pytest.mark.parametrize("cost", [Cost(2 * 1024 * 1024, 64, 16), Cost(8, 1, 1), Cost.STANDARD, Cost.FLOOR])
def test_costs_within_the_limits_are_not(cost: Cost) -> None:
    cost.check()


def test_too_little_memory_has_its_own_message() -> None:
    script = (
        "import resource\n"
        "from journal.vault.crypto.keys import Cost, from_passphrase\n"
        "from journal.errors import NotEnoughMemory\n"
        "from journal.text.errors import error_text\n"
        "from_passphrase('warm up', bytes(16), Cost(8, 1, 1))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))\n"
        "try: from_passphrase('x', bytes(16), Cost(2**20, 1, 1))\n"
        "except NotEnoughMemory as error: print(error_text(error))\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "1024 MB of free memory" in told


class Computer:
    """A computer that takes `seconds` for the standard cost, as many for each iteration, and has `memory_kib` free."""

    def __init__(self, seconds: float, memory_kib: int = 8 * 1024 * 1024) -> None:
        self.time = 0.0
        self.tried: list[Cost] = []
        self._pace = seconds / (Cost.STANDARD.memory_kib * Cost.STANDARD.iterations)
        self._memory_kib = memory_kib

    def derive(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        cost.check()
        self.tried.append(cost)
        if cost.memory_kib > self._memory_kib:
            raise NotEnoughMemory(number=256)
        self.time += self._pace * cost.memory_kib * cost.iterations
        return bytes(32)

    def calibrated(self) -> Cost:
        return calibrated(self.derive, lambda: self.time)


@pytest.mark.parametrize("seconds", [0.05, 0.14, 0.2, 0.4, 0.7, 0.75, 1.0, 4.0, 90.0])
def test_calibration_only_ever_makes_a_try_dearer(seconds: float) -> None:
    cost = Computer(seconds).calibrated()
    assert (cost.memory_kib, cost.lanes) == (Cost.STANDARD.memory_kib, Cost.STANDARD.lanes)
    assert cost.iterations >= Cost.STANDARD.iterations
    assert not cost.short_of_memory


@pytest.mark.parametrize("seconds", [0.15, 0.2, 0.3, 0.37, 0.5, 0.74])
def test_a_quick_computer_takes_half_a_second_to_one_second_for_a_try(seconds: float) -> None:
    computer = Computer(seconds)
    cost = computer.calibrated()
    before = computer.time
    computer.derive("", bytes(16), cost)
    assert 0.5 <= computer.time - before <= 1.0


@pytest.mark.parametrize("seconds", [0.75, 1.0, 30.0])
def test_a_slow_computer_gets_the_standard(seconds: float) -> None:
    assert Computer(seconds).calibrated() == Cost.STANDARD


@pytest.mark.parametrize("seconds", [0.0, 1e-9, 0.01])
def test_calibration_stops_at_sixteen_iterations(seconds: float) -> None:
    assert Computer(seconds).calibrated().iterations == 16


def test_calibration_tries_the_standard_once() -> None:
    computer = Computer(0.4)
    computer.calibrated()
    assert computer.tried.count(Cost.STANDARD) == 1
    assert computer.time < 0.41


def test_a_computer_short_of_memory_gets_the_floor_which_says_so() -> None:
    cost = Computer(0.4, memory_kib=128 * 1024).calibrated()
    assert cost == Cost.FLOOR
    assert cost.short_of_memory


def test_a_process_without_the_memory_is_given_the_floor() -> None:
    script = (
        "import resource\n"
        "from journal.vault.crypto.keys import Cost, calibrated, from_passphrase\n"
        "from_passphrase('warm up', bytes(16), Cost(8, 1, 1))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))\n"
        "print(calibrated() == Cost.FLOOR)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told == "True\n"


def test_calibration_on_this_computer_is_no_less_than_the_standard() -> None:
    cost = calibrated()
    assert cost.memory_kib == 256 * 1024
    assert 3 <= cost.iterations <= 16
    assert cost.lanes == 4


@given(entropy=st.binary(min_size=32, max_size=32))
def test_recovery_words_are_those_of_bip_39(entropy: bytes) -> None:
    words = Mnemonic("english").to_mnemonic(entropy)
    assert keys._entropy(words) == entropy


def test_new_recovery_words_are_24_that_fit() -> None:
    words = keys.new_recovery_words()
    assert len(words.split()) == 24
    assert Mnemonic("english").check(words)
    assert words != keys.new_recovery_words()


def test_recovery_words_may_be_typed_in_any_case_and_spacing() -> None:
    words = keys.new_recovery_words()
    typed = "  " + "\n ".join(words.upper().split()) + " "
    assert from_recovery_words(typed, SALT) == from_recovery_words(words, SALT)


@pytest.mark.parametrize(
    "form",
    [
        "{n} {w} ",
        "{n}. {w}\n",
        "{n}.{w} ",
        "{n}){w}\t",
        "({n}) {w}, ",
        "{n}:{w};",
        "#{n} - {w}\r\n",
        " {w}  \n\n",
        "{w}, ",
    ],
)
def test_recovery_words_may_be_typed_with_their_numbers(form: str) -> None:
    words = keys.new_recovery_words()
    typed = "".join(form.format(n=number, w=word.title()) for number, word in enumerate(words.split(), 1))
    assert from_recovery_words(typed, SALT) == from_recovery_words(words, SALT)


def test_a_misspelt_word_is_named_by_its_place_and_not_repeated() -> None:
    words = keys.new_recovery_words().split()
    words[6] = "hopeful-slip"
    with pytest.raises(WrongWord) as caught:
        check_recovery_words(" ".join(words))
    assert caught.value.position == 7
    assert "7" in str(caught.value)
    assert "hopeful" not in str(caught.value)


def test_words_that_do_not_belong_together_are_told() -> None:
    with pytest.raises(WrongWord) as caught:
        check_recovery_words(" ".join(["zoo"] * 24))
    assert caught.value.position is None


def test_a_word_too_few_is_told() -> None:
    with pytest.raises(WrongWord, match="word-count: 23"):
        check_recovery_words(" ".join(keys.new_recovery_words().split()[1:]))


def test_a_generated_passphrase_is_six_words_of_the_list() -> None:
    words = keys.generated_passphrase().split()
    assert len(words) == 6
    assert set(words) <= set(Mnemonic("english").wordlist)
    assert len(keys.generated_passphrase(8).split()) == 8
