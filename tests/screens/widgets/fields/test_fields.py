"""Check that fields understand what people type, and say at once what they don't understand."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from textual import events
from textual.widgets.input import Selection

from screens.widgets.fields.base import Field, InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, RatingField, YesNoField
from screens.widgets.fields.dates import DayField, TimeField
from screens.widgets.fields.numbers import AmountField, NumberField
from screens.widgets.plain_text import Plain
from tests.screens.widgets import Alone

TODAY = date(2026, 11, 23)


def day() -> DayField:
    return DayField("When", id="day", today=TODAY)


@pytest.mark.parametrize(
    ("typed", "value"), [("", None), ("yesterday", date(2026, 11, 22)), ("-3", date(2026, 11, 20))]
)
async def test_a_day_is_understood(typed: str, value: date | None) -> None:
    field = day()
    async with Alone(field).run_test() as pilot:
        await pilot.press(*typed)
        assert field.value == value


def understood(field: DayField) -> str:
    return str(field.query_one(".understood", Plain).content)


@pytest.mark.parametrize(
    ("typed", "said"), [("", ""), ("3", "3 drinks"), ("2,5", "2.5 drinks"), ("20mg", "20 mg"), ("some", "")]
)
async def test_what_was_understood_of_an_amount_stands_beside_it_with_its_unit(typed: str, said: str) -> None:
    field = AmountField("How much", id="amount")
    async with Alone(field).run_test() as pilot:
        field.input.placeholder = "drinks"
        await pilot.press(*typed)
        await pilot.pause()
        assert str(field.query_one(".understood", Plain).content) == said


async def test_the_hint_of_a_date_moves_nothing_and_gives_way_to_what_is_understood() -> None:
    field, below = day(), TextField("Where", id="where")
    async with Alone(field, below).run_test(size=(60, 20)) as pilot:
        field.fill("today")
        below.focus()
        await pilot.pause()
        place = below.region
        assert not field.query_one(".hint").display
        field.focus()
        await pilot.pause()
        assert below.region == place
        assert field.query_one(".hint").display
        assert not field.query_one(".understood").display
        await pilot.press("end", "ctrl+u", *"-3")
        assert below.region == place
        assert not field.query_one(".hint").display
        assert understood(field) == "Fri 20 Nov, 3 days ago"


@pytest.mark.parametrize(
    ("typed", "ahead", "said"),
    [
        ("", False, ""),
        ("19 Nov", False, "Thu 19 Nov, 4 days ago"),
        ("yesterday", False, "Sun 22 Nov, yesterday"),
        ("23.11.", False, "Mon 23 Nov, today"),
        ("19/11/2025", False, "Wed 19 Nov 2025, 369 days ago"),
        ("2 dec", True, "Wed 2 Dec, in 9 days"),
        ("tomorrow", True, "Tue 24 Nov, tomorrow"),
        ("some day", False, ""),
    ],
)
async def test_what_was_understood_stands_beside_it_at_once(typed: str, ahead: bool, said: str) -> None:
    field = DayField("When", id="day", today=TODAY, prefer_future=ahead)
    async with Alone(field).run_test() as pilot:
        field.fill(typed)
        await pilot.pause()
        assert understood(field) == said
        field.fill("x")
        await pilot.pause()
        assert understood(field) == ""


async def test_what_is_no_date_names_some_that_are() -> None:
    async with Alone(day()).run_test() as pilot:
        field = pilot.app.query_one(DayField)
        field.fill("soon")
        with pytest.raises(InvalidInput, match=r"^Try: yesterday, 19 Nov or 19/11/2026\.$"):
            _ = field.value
        field.prefer_future = True
        with pytest.raises(InvalidInput, match=r"^Try: tomorrow"):
            _ = field.value


@pytest.mark.parametrize(("language", "value"), [("en_US.UTF-8", date(2026, 3, 4)), ("en_GB.UTF-8", date(2026, 4, 3))])
async def test_slashes_are_read_as_the_locale_writes_them(
    language: str, value: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.setenv(name, language)
    field = day()
    async with Alone(field).run_test():
        field.fill("3/4")
        assert field.value == value


@pytest.mark.parametrize(("typed", "value"), [("", None), ("19:30", time(19, 30)), ("7pm", time(19))])
async def test_a_time_is_understood(typed: str, value: time | None) -> None:
    field = TimeField("At", id="time")
    async with Alone(field).run_test():
        field.fill(typed)
        assert field.value == value


@pytest.mark.parametrize(
    ("typed", "value"), [("", None), ("3", Decimal(3)), ("2,5", Decimal("2.5")), ("0", Decimal(0))]
)
async def test_a_number_is_understood(typed: str, value: Decimal | None) -> None:
    field = NumberField("How much", id="amount")
    async with Alone(field).run_test():
        field.fill(typed)
        assert field.value == value


@pytest.mark.parametrize("typed", ["xyz", "-1", "NaN", "Infinity", "1e15", "3 drinks"])
async def test_what_is_no_number_is_told(typed: str) -> None:
    field = NumberField("How much", id="amount")
    async with Alone(field).run_test():
        field.fill(typed)
        with pytest.raises(InvalidInput) as told:
            _ = field.value
        assert told.value.field is field
        assert typed not in str(told.value)


async def test_what_is_no_day_and_no_time_is_told() -> None:
    fields = (day(), TimeField("At", id="time"))
    async with Alone(*fields).run_test():
        for field in fields:
            field.fill("soon")
            with pytest.raises(InvalidInput):
                _ = field.value


async def test_what_was_put_in_comes_out() -> None:
    when, at, amount = day(), TimeField("At", id="time"), NumberField("How much", id="amount")
    async with Alone(when, at, amount).run_test():
        when.from_record(date(2026, 11, 1))
        at.from_record(time(8, 5))
        amount.from_record(Decimal("100"))
        assert (when.value, at.value, amount.value) == (date(2026, 11, 1), time(8, 5), Decimal(100))
        assert amount.text == "100"
        when.from_record(TODAY)
        assert when.text == "today"


async def test_every_kind_gives_back_what_stood_in_it() -> None:
    def made() -> list[Field]:
        return [
            TextField("A", id="a"),
            ChoiceField("B", [(1, "one"), (2, "two")], id="b", multiple=True),
            RatingField("C", id="c"),
        ]

    first, second = made(), made()
    async with Alone(*first).run_test() as pilot:
        await pilot.press(*"word", "tab", "1", "2", "tab", "1", "0")
        written = [field.draft_value for field in first]
    assert written == ["word", [0, 1], 10]
    async with Alone(*second).run_test():
        for field, value in zip(second, written, strict=True):
            field.fill(value)
        assert [field.draft_value for field in second] == written


async def test_a_complaint_stands_at_the_field_and_goes_away() -> None:
    field = day()
    async with Alone(field).run_test() as pilot:
        field.show_error("Not a date.")
        await pilot.pause()
        assert field.query_one(".complaint").display
        field.show_error("")
        await pilot.pause()
        assert not field.query_one(".complaint").display


async def test_a_complaint_goes_away_once_something_else_stands_there() -> None:
    typed, chosen = day(), ChoiceField("Which", [(1, "one"), (2, "two")], id="which")
    async with Alone(typed, chosen).run_test() as pilot:
        for field, key in ((typed, "x"), (chosen, "2")):
            field.focus()
            field.show_error("Which one was it?")
            await pilot.press("right")
            assert field.query_one(".complaint").display
            await pilot.press(key)
            await pilot.pause()
            assert not field.query_one(".complaint").display


async def test_what_was_typed_before_a_complaint_does_not_take_it_away() -> None:
    field = day()
    async with Alone(field).run_test() as pilot:
        field.fill("soon")
        field.show_error("Not a date.")
        await pilot.pause()
        assert field.query_one(".complaint").display


@pytest.mark.parametrize("text", ["[/b]", "[@click=app.quit]", "\x1b[31mred", "a\nb", "\u202e", "x" * 1_000_000])
async def test_any_text_in_a_line_does_nothing_to_the_terminal(text: str) -> None:
    field = TextField("Name", id="name")
    async with Alone(field).run_test() as pilot:
        field.fill(text)
        field.input.post_message(events.Paste(text))
        await pilot.pause()
        drawn = "".join(segment.text for segment in field.input.render_line(0))
        assert not {"\x1b", "\n", "\u202e"} & set(drawn)


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("one\ntwo\r\nthree", "we one two three."),
        ("x" * 1_000_000, f"we {'x' * 16}."),
        ("\x1b[31mred", "we [31mred."),
        ("\n", "we ."),
    ],
)
async def test_a_paste_of_several_lines_or_too_long_a_one_keeps_what_fits(pasted: str, value: str) -> None:
    field = TextField("Because", id="because", max_length=20)
    async with Alone(field).run_test() as pilot:
        field.input.value = "we give ."
        field.input.selection = Selection(3, 8)
        field.input.post_message(events.Paste(pasted))
        await pilot.pause()
        assert field.input.value == value
        assert field.input.cursor_position == len(value) - 1


def test_a_field_gives_the_record_its_value_or_says_what_is_missing() -> None:
    shown = YesNoField("Show", id="show", default=True, attribute="archived", inverted=True)
    shown.from_record(True)
    assert (shown.attribute, shown.yes, shown.answer()) == ("archived", False, True)
    assert TextField("Word", id="word", empty="slip").answer() == "slip"
    with pytest.raises(InvalidInput, match="Write a few words"):
        TextField("Because", id="text", required="Write a few words.").answer()
    with pytest.raises(InvalidInput, match="Not that"):
        TextField("Key", id="key", check=lambda key: "" if key else "Not that.").answer()
