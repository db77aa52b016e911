"""Test ``settings.toml`` as a file that people edit: its comments, bad lines, and what saving keeps."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.config import settings_notes
from journal.config.settings import CHOICES, LONGEST_PAUSE, THEMES, Settings
from journal.config.settings_file import Contents
from journal.config.toml import toml
from journal.domain.safety_lines import REGIONS, Line
from journal.language import Language, speaking
from journal.text import settings_file as settings_file_text
from screens.settings.device_form import DeviceForm
from screens.theme import THEMES as SHOWN
from tests.support.documents import assert_document

ROOT = Path(__file__).parents[2]
FULL = Settings(
    region="UK",
    idle_minutes=7,
    motion=False,
    theme="light",
    lines=[Line(name="clinic", number="0123", verified="2026-11-25")],
    keys={"places.undo": ["z"], "forms.save": ["f12", "ctrl+s"]},
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def copies(place: Path) -> list[str]:
    return sorted(found.read_text(errors="replace") for found in place.parent.glob("settings.toml.broken*"))


def written(place: Path, text: str) -> list[str]:
    place.write_text(text, encoding="utf-8")
    return Settings.read(place).problems()


def test_every_setting_stands_with_what_it_does_its_range_and_its_default() -> None:
    assert set(settings_file_text.ABOUT) == set(Settings.__struct_fields__)
    whole = settings_notes.document(Settings(), CHOICES, Contents({}))
    for said in ("Allowed: 1 to 60. Default: 3.", "Allowed: one of US, CA,", "Allowed: true or false. Default: true."):
        assert said in whole
    for name, about in settings_file_text.ABOUT.items():
        at = whole.index(about.partition("\n")[0])
        assert name in ("lines", "keys") or f"\n{name} = " in whole[at:]
    assert Settings() == msgspec.convert(tomllib.loads(whole), Settings)


@pytest.mark.parametrize("first", list(Language))
@pytest.mark.parametrize("second", list(Language))
def test_a_comment_in_one_language_is_replaced_by_one_in_the_other(
    place: Path, first: Language, second: Language
) -> None:
    with speaking(second):
        FULL.save(place)
        wanted = place.read_text(encoding="utf-8")
    place.unlink()
    with speaking(first):
        FULL.save(place)
    place.write_text(place.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with speaking(second):
        Settings.load(place).save(place)
        assert settings_file_text.HEAD.partition("\n")[0] in wanted
    assert place.read_text(encoding="utf-8") == f"{wanted}\n# mine\n"
    assert Settings.load(place) == FULL


def test_the_page_on_settings_shows_the_file_that_is_written() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    before, after = page.partition("```toml\n")[0], page.rpartition("```\n")[2]
    whole = settings_notes.document(Settings(), CHOICES, Contents({}))
    assert_document(ROOT / "docs" / "settings.md", f"{before}```toml\n{whole}```\n{after}")


def test_every_setting_can_be_set_in_the_app_or_is_said_to_be_only_in_the_file() -> None:
    only_here = {name for name, about in settings_file_text.ABOUT.items() if "only set here" in about}
    assert only_here == {"keys"}
    source = "".join((ROOT / path).read_text(encoding="utf-8") for path in FORMS)
    for name in set(Settings.__struct_fields__) - only_here:
        assert "In the app: Settings, " in settings_file_text.ABOUT[name], name
        assert f'"{name}"' in source or f"settings.{name}" in source, name
    assert DeviceForm.RECORD is Settings


FORMS = ("screens/settings/device_form.py", "screens/safety/own_lines.py", "screens/safety/region_field.py")


def test_the_texts_that_a_setting_can_be_are_those_of_the_screens() -> None:
    assert [theme.name for theme in SHOWN] == list(THEMES)
    assert list(CHOICES["region"]) == list(REGIONS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('region = "UK"\n\nidle_minutes = 900\n', "line 3: idle_minutes must be 1 to 60. The default, 3, is used."),
        ("motion = 1", "line 1: motion must be true or false. The default, true, is used."),
        ("\n\ntheme = 5", "line 3: theme must be one of dark, light, contrast, terminal. The default, dark, is used."),
        ('region = "FR"', "line 1: region must be one of US, CA, UK, NI, IE, AU, NZ, EU. The default, none (all "),
        ("key_pause_ms = -1", f"line 1: key_pause_ms must be 0 to {LONGEST_PAUSE}. The default, 600, is used."),
        (
            "[[lines]]\nname='a'\nnumber='1'\nverified='2026'\n\n[[lines]]\nname = 7\n",
            "line 6: can't be used. A helpline",
        ),
        ("lines = 5", "line 1: can't be used. A helpline needs"),
        ("keys = 5", "line 1: keys must be a table that begins with [keys]."),
        ("a = 1\nthis is no TOML\n", "line 2: this isn't valid TOML. The line is skipped; the others hold."),
        ("[keys\n", "line 1: this isn't valid TOML."),
        ("idle_minutes = 5\nidle_minutes = 6\n", "line 2: this isn't valid TOML."),
        ("n = " + "1" * 5000, "settings.toml can't be read."),
    ],
)
def test_a_line_that_can_not_be_used_is_told_with_its_number(place: Path, text: str, said: str) -> None:
    (problem,) = written(place, text)
    assert problem.startswith("settings.toml")
    assert said in problem


def test_a_good_file_and_no_file_have_no_problem(place: Path) -> None:
    assert Settings.read(place).problems() == []
    FULL.save(place)
    assert Settings.read(place).problems() == []
    assert Settings.read(place).unknown() == []
    assert Settings.load(place) == FULL


def test_what_holds_beside_a_bad_line_holds(place: Path) -> None:
    problems = written(place, 'region = "IE"\noops\nidle_minutes = 9\ntheme = light\nmotion = false\n')
    assert Settings.load(place) == Settings(region="IE", idle_minutes=9, motion=False)
    assert [problem.partition(":")[0] for problem in problems] == ["settings.toml, line 2", "settings.toml, line 4"]


def test_bytes_that_are_no_letters_cost_their_line(place: Path) -> None:
    place.write_bytes(b'region = "\xff"\nidle_minutes = 9\n')
    assert Settings.load(place) == Settings(idle_minutes=9)
    assert Settings.read(place).problems() == [settings_file_text.bad_line(1)]


def test_saving_over_a_broken_file_keeps_a_copy_of_each(place: Path) -> None:
    first, second = "oops\nidle_minutes = 9\n", "idle_minutes = 900\n"
    for text in (first, first, second):
        written(place, text)
        Settings.load(place).save(place)
        assert Settings.read(place).problems() == []
    assert copies(place) == sorted([first, second])
    Settings(region="IE").save(place)
    assert len(copies(place)) == 2


def test_a_copy_that_can_not_be_kept_leaves_the_broken_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise OSError("no space")

    written(place, "oops\n")
    monkeypatch.setattr(settings_notes, "keep_copy", denied)
    with pytest.raises(OSError, match="no space"):
        Settings(region="IE").save(place)
    assert place.read_text() == "oops\n"


def test_a_country_of_a_later_version_is_told_and_stays(place: Path) -> None:
    assert written(place, 'region = "FR"\n')
    msgspec.structs.replace(Settings.load(place), idle_minutes=9).save(place)
    assert tomllib.loads(place.read_text())["region"] == "FR"
    assert copies(place) == []


def test_saving_keeps_the_persons_comments_where_they_stood_and_unknown_settings(place: Path) -> None:
    FULL.save(place)
    text = place.read_text().replace("idle_minutes = 7", "# longer at work\nidle_minutes = 7")
    later = (
        '\n# of a later version\n[later]\nx = {y = [1, 2.5, 2026-11-29, true]}\n\n[[shown]]\nname = "a"\n# the end\n'
    )
    written(place, text + later)
    assert len(Settings.read(place).unknown()) == 2
    for _ in range(2):
        msgspec.structs.replace(Settings.load(place), theme="dark").save(place)
        kept = place.read_text()
        assert "# longer at work\nidle_minutes = 7\n" in kept
        assert "# of a later version\n[later]\n" in kept
        assert kept.count("# the end\n") == kept.count("longer") == 1
        assert tomllib.loads(kept) | tomllib.loads(later) == tomllib.loads(kept)
    assert copies(place) == []


def test_a_comment_behind_a_value_moves_above_it_and_a_number_sign_in_a_value_is_none(place: Path) -> None:
    text = [
        'region = "UK"  # since we moved',
        "motion = false ## it makes me dizzy",
        'later = ["a # b", \'c # d\', "\\" # e"] # why',
        "[[lines]] # from my sister",
        'name = "Clinic # 2"',
        'number = "1" # the night number',
    ]
    written(place, "\n".join([*text, 'note = "x"', 'verified = "2026-11-23"', ""]))
    for _ in range(2):
        msgspec.structs.replace(Settings.load(place), idle_minutes=9).save(place)
        kept = place.read_text()
        assert '# since we moved\nregion = "UK"\n' in kept
        assert "# it makes me dizzy\nmotion = false\n" in kept
        assert "# why\nlater = " in kept
        assert "# from my sister\n# the night number\n[[lines]]\n" in kept
        assert [line for line in kept.splitlines() if line.startswith(("# b", "# d", "# e", "# 2"))] == []
    assert copies(place) == []


def test_erasing_removes_own_helplines_from_the_file_and_from_copies_of_it(place: Path) -> None:
    FULL.save(place)
    for bad in ("oops\n", "theme = 5\n"):
        written(place, bad + place.read_text().replace("theme = ", "# "))
        Settings.load(place).save(place)
    written(place, "oops\n" + place.read_text())
    assert any("clinic" in copy for copy in copies(place))
    Settings.erase_own_lines(place)
    assert list(place.parent.glob("settings*")) == [place]
    assert '"clinic"' not in place.read_text()
    assert Settings.load(place).idle_minutes == 7


def test_erasing_removes_what_was_noted_on_a_helpline_and_no_other_comment(place: Path) -> None:
    FULL.save(place)
    text = (
        "# mine\nmotion = false\n"
        '# above Dan\n[[lines]] # in Dan\nname = "a" # behind Dan\n# Dan is in\nnumber = "1"\nnote = ""\n'
        'verified = "2026-11-23"\n'
        "# of the keys\n[keys]\n# of z\n'places.undo' = 'z'\n"
    )
    for whole in (text, text.partition("# of the keys")[0] + "# below Dan\n"):
        written(place, whole)
        assert len(Settings.load(place).lines) == 1
        Settings.erase_own_lines(place)
        left = place.read_text()
        assert "Dan" not in left
        assert "# mine\nmotion = false\n" in left
        assert whole != text or ("# of the keys\n# of z\n[keys]\n" in left)


names = st.sampled_from(sorted(Settings.__struct_fields__))
plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
values = st.recursive(
    plain.filter(lambda one: one is not None), lambda deeper: st.lists(deeper, max_size=3), max_leaves=5
)
bad_lines = st.sampled_from(["oops", "x = = 1", "[[", "]", '"', "= 5", "\x00", "region =", "é = 1", "a b = 'c'"])


@given(st.dictionaries(names, values))
def test_any_values_give_settings_and_every_good_one_holds(values: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "settings.toml"
        place.write_text(toml(values), encoding="utf-8")
        found = Settings.read(place)
        for name, value in values.items():
            holds = is_good(name, value)
            assert (getattr(found.settings, name) == (value if holds else getattr(Settings(), name))) or name == "lines"
            assert holds or found.problems() or name == "lines"


def is_good(name: str, value: Any) -> bool:
    try:
        msgspec.convert({name: value}, Settings)
    except (msgspec.ValidationError, OverflowError):
        return False
    return True


@given(
    st.binary()
    | st.lists(st.sampled_from([b"[", b"a.", b"=", b"{", b'"', b"\n", b"keys", b"lines"]), max_size=200).map(b"".join)
)
@example(b"a=" + b"[" * 50_000)
@example(b"keys" + b".a" * 3_000 + b"=1")
@example(b"k" + b".a" * 3_000 + b"=1")
@example(b"region = []\nlines = [[1]]\nkeys = {a = {b = [[1], {c = 2}]}}")
@example(b"idle_minutes = 99999999999999999999999\nmotion = 1e999")
def test_no_bytes_stop_the_program_or_are_lost(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "settings.toml"
        place.write_bytes(data)
        found = Settings.read(place)
        assert found.unknown() is not None
        assert found.is_wrong == bool(found.problems())
        found.settings.save(place)
        assert Settings.load(place) == found.settings
        kept = [one.read_bytes() for one in place.parent.iterdir() if one != place]
        assert not found.would_be_lost or kept == [data]


@given(st.lists(bad_lines, min_size=1, max_size=8), st.randoms())
def test_good_settings_hold_among_bad_lines(bad: list[str], random: Any) -> None:
    good = ['region = "UK"', "idle_minutes = 7", "motion = false", 'theme = "light"', "key_pause_ms = 20"]
    lines = [*good, *bad]
    random.shuffle(lines)
    with TemporaryDirectory() as folder:
        place = Path(folder) / "settings.toml"
        place.write_text("\n".join(lines), encoding="utf-8")
        found = Settings.read(place)
    assert found.settings == Settings(region="UK", idle_minutes=7, motion=False, theme="light", key_pause_ms=20)
    assert len(found.problems()) == len(bad)
