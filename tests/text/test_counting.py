"""One is one: no sentence says “1 minutes”, whatever is counted."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from importlib import import_module
from inspect import getmembers, isfunction, signature
from itertools import product
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from msgspec.structs import replace

from journal import text
from journal.domain.cravings import PassedWithin
from journal.domain.day_statistics import Figures, focus_figures
from journal.domain.focuses import GoalMode
from journal.domain.kinds import KINDS
from journal.domain.preferences import BigNumber, SinceConvention
from journal.text.counting import count, noun
from journal.text.cravings import format_passed
from journal.text.figures import format_good_days
from journal.text.kinds import KIND_NAMES
from journal.text.page_sections import format_typical
from journal.text.today import number_caption, number_words
from tests.support.builders import START, alcohol, day, marks
from tests.support.golden import PLACE

SEVERAL = {
    *(KIND_NAMES[kind.table].many for kind in KINDS),
    *("minutes", "hours", "days", "weeks", "months", "years", "times", "characters"),
    *("lines", "files", "copies", "words", "things", "saves", "rows", "events", "parts", "pages", "places", "steps"),
}
"""What must not stand after a single one."""

ONE = re.compile(rf"(?<![\d.,:/–-])\b1 (?:[a-z-]+ )?(?:{'|'.join(sorted(SEVERAL))})\b")
NOT_ONE = re.compile(
    r"(?<![\d.,:/–-])\b(?:0|2) (?:full |logged |free )?(?:minute|hour|day|week|time|line|record|save)\b(?! number)"
)

ANY = {int: 5, str: "word", bool: True, float: 5.0, date: date(2026, 11, 23)}


def rendered() -> Iterator[tuple[str, tuple[object, ...], str]]:
    """What each function that takes a number says of 0, 1 and 2, whatever else it takes."""
    for function in functions():
        try:
            hinted = get_type_hints(function)
        except NameError:  # it is about something that is imported for types alone, so no plain number
            continue
        hints = [hinted[name] for name in signature(function).parameters]
        plain = [hint if hint in ANY else next((one for one in ANY if hint == one | None), None) for hint in hints]
        if int not in plain or None in plain or "change" in signature(function).parameters:  # a kind of change, no word
            continue
        for values in product(*((0, 1, 2, 5) if hint is int else (ANY[hint],) for hint in plain)):  # type: ignore[index]
            yield function.__name__, values, said(function, values)


def functions() -> Iterator[Callable[..., Any]]:
    """Every function of the texts."""
    for module in pkgutil.walk_packages(text.__path__, f"{text.__name__}."):
        found = getmembers(import_module(module.name), isfunction)
        yield from (one for _, one in found if one.__module__ == module.name)


def said(function: Callable[..., Any], values: tuple[object, ...]) -> str:
    parameters = signature(function).parameters.values()
    named = {one.name: value for one, value in zip(parameters, values, strict=True) if one.kind is one.KEYWORD_ONLY}
    return str(function(*values[: len(values) - len(named)], **named))


RENDERED = list(rendered())


def test_many_functions_that_count_are_looked_at() -> None:
    assert len({name for name, _, _ in RENDERED}) > 40


def test_every_function_that_takes_a_number_says_one_and_several_rightly() -> None:
    wrong = [each for each in RENDERED if ONE.search(each[2]) or NOT_ONE.search(each[2])]
    assert wrong == []


def shown() -> Iterator[tuple[str, str]]:
    """Every golden screen, without the digits of options and their frames."""
    for path in sorted(PLACE.glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")


OPTIONS = {
    "1 triggers",  # the first of the questions behind “More” on a slip
    "1 people",  # a kind of trigger
    "1 full days",  # how to count, the first of two ways
}
"""Where the digit is that of an option."""


def test_no_golden_screen_says_one_of_several() -> None:
    wrong = [(name, found) for name, words in shown() for found in ONE.findall(words) if found not in OPTIONS]
    assert wrong == []


def test_no_help_and_no_document_says_one_of_several() -> None:
    root = Path(__file__).parents[2]
    for path in (*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("journal/text/**/*.py")):
        assert not ONE.findall(path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (3000, "3,000 entries")]
)
def test_a_noun_may_have_a_plural_of_its_own(number: int, words: str) -> None:
    assert count(number, "entry", "entries") == words
    assert noun(number, "entry", "entries") == words.partition(" ")[2]


def test_cravings_pass_within_one_minute() -> None:
    told = format_passed(PassedWithin(1, 5, 6))
    assert "within 1 minute (" in told


def counted(letters: str, *, limit: bool = False) -> Figures:
    """The figures of a week of which these are the first letters, with a limit of one a day or none at all."""
    focus = replace(alcohol(), goal_mode=GoalMode.REDUCE, limit=Decimal(1)) if limit else alcohol()
    said = [replace(each, over=True) for each in marks(focus, START, letters)]
    return focus_figures(focus, [], said, as_of=day(len(letters) - 1), today=day(len(letters) - 1))


FULL, NUMBERED = SinceConvention.FULL_DAYS, SinceConvention.DAY_NUMBER


def test_one_free_day_is_one_day_since_the_last_use() -> None:
    one, two, none = counted("+-"), counted("+--"), counted("-")
    assert number_caption(one, BigNumber.GOOD_DAYS, FULL, "sober") == "day sober"
    assert number_caption(two, BigNumber.GOOD_DAYS, FULL, "sober") == "days sober"
    assert number_words(two, BigNumber.SINCE, FULL, "free") == ("1 day since last use", "1 day since", "1 since")
    assert number_words(none, BigNumber.SINCE, FULL, "free")[0] == "0 days since the start"
    assert number_words(two, BigNumber.SINCE, NUMBERED, "free")[0] == "day 2 since last use"
    assert number_caption(two, BigNumber.LONGEST_RUN, FULL, "free") == "days in the best run"
    assert number_words(counted("--o-+"), BigNumber.LONGEST_RUN, FULL, "free") == ("best run 4 (2)", "run 4 (2)")
    assert format_good_days(one, "free") == "1 free day"
    assert format_good_days(two, "free") == "2 free days"


def test_one_day_on_plan_is_one_day() -> None:
    one, two = counted("+-", limit=True), counted("+--", limit=True)
    words = [number_words(figures, BigNumber.GOOD_DAYS, FULL, "free")[0] for figures in (one, two)]
    assert words == ["1 day on plan", "2 days on plan"]
    assert (format_good_days(one, "free"), format_good_days(two, "free")) == ("1 day on plan", "2 days on plan")
    assert number_caption(two, BigNumber.SINCE, FULL, "free") == "day since last day over the limit"


def test_a_rating_noted_once_says_so() -> None:
    assert format_typical("energy", 6, 1, 4) == "energy 6 (noted once)"
    assert format_typical("energy", 6, 2, 4) == "energy 6 (noted twice)"
    assert format_typical("energy", 6, 3, 4) == "energy 6 (noted 3 times)"
    assert format_typical("energy", 6, 4, 4) == "energy 6"
