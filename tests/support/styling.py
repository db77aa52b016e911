"""Work out the styles of a widget once per process, not again for every app, screen and change of focus in a test.

Matching selectors was a quarter of what a test of a screen costs. The same rules on the same path of types, ids,
classes and states give the same styles. Rules that look at a widget's place among others are left to Textual. Styles
that did not change are not set again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.css.model import RuleSet
    from textual.css.styles import RulesMap
    from textual.dom import DOMNode

_ACTING: Final = frozenset({"display", "layout", "overflow_x", "overflow_y", "pointer", "visibility"})
"""Styles that change more than themselves when they are set."""

_BY_PLACE: Final = Stylesheet._EXCLUDE_PSEUDO_CLASSES_FROM_CACHE - {"focus-within"}

_apply = Stylesheet.apply


class _Candidates(NamedTuple):
    """What Textual finds out about the rules that may hold for a widget, before it matches them."""

    by_place: bool
    has_hover: bool
    has_odd_or_even: bool
    has_focus_within: bool


class _Styles(NamedTuple):
    """The styles of a widget, as rules give them and as Textual keeps them."""

    given: RulesMap
    kept: RulesMap


class _Memory(NamedTuple):
    """What is known about one set of rules."""

    rules: tuple[RuleSet, ...]
    """Kept, so that no other rule gets the id of one of these."""

    candidates: dict[frozenset[str], _Candidates]
    styles: dict[object, _Styles]


_memories: dict[tuple[int, ...], _Memory] = {}
_in_use: dict[int, tuple[list[RuleSet], _Memory]] = {}


def style_once() -> None:
    """Use what is remembered from now on, in this process."""
    Stylesheet.apply = _apply_remembered  # type: ignore[method-assign]
    Stylesheet._EXCLUDE_PSEUDO_CLASSES_FROM_CACHE = _BY_PLACE  # type: ignore[misc]


def _apply_remembered(
    self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: dict[tuple[object, ...], RulesMap] | None = None
) -> None:
    memory = _memory_of(self)
    names = frozenset(node._selector_names)
    candidates = memory.candidates.get(names)
    if candidates is None:
        candidates = memory.candidates[names] = _find_candidates(self, names)
    if candidates.by_place:
        _apply(self, node, animate=animate)
        return
    path = node.css_path_nodes
    focus = tuple(map(_has_focus_within, path)) if candidates.has_focus_within else ()
    key = (*map(_describe, path), focus)
    styles = memory.styles.get(key)
    if styles is None:
        found: dict[tuple[object, ...], RulesMap] = {}
        _apply(self, node, animate=animate, cache=found)
        for given in found.values():
            if not (animate and given.get("transitions")):
                memory.styles[key] = _Styles(given, node.styles.base._rules.copy())
        return
    node._has_hover_style = candidates.has_hover
    node._has_focus_within = candidates.has_focus_within
    node._has_order_style = False
    node._has_odd_or_even = candidates.has_odd_or_even
    _set_styles(node, styles, animate)
    self._process_component_classes(node)


def _memory_of(sheet: Stylesheet) -> _Memory:
    rules = sheet.rules
    known = _in_use.get(id(rules))
    if known is not None and known[0] is rules:
        return known[1]
    key = tuple(map(id, rules))
    memory = _memories.setdefault(key, _Memory(tuple(rules), {}, {}))
    _in_use[id(rules)] = rules, memory
    return memory


def _find_candidates(sheet: Stylesheet, names: frozenset[str]) -> _Candidates:
    rules_map = sheet.rules_map
    states = {state for name in rules_map.keys() & names for rule in rules_map[name] for state in rule.pseudo_classes}
    return _Candidates(
        not states.isdisjoint(_BY_PLACE),
        "hover" in states,
        "odd" in states or "even" in states,
        "focus-within" in states,
    )


def _describe(node: DOMNode) -> object:
    state: tuple[object, ...] = ()
    if isinstance(node, Widget):
        state = (node.mouse_hover, node.has_focus, node.is_disabled, node.can_focus)
    elif isinstance(node, App):
        state = tuple(node.get_pseudo_classes())
    return node.__class__, node._id, node.classes, state


def _has_focus_within(node: DOMNode) -> bool:
    return isinstance(node, Widget) and node.has_focus_within


def _set_styles(node: DOMNode, styles: _Styles, animate: bool) -> None:
    base = node.styles.base
    if base._rules == styles.kept:
        node.notify_style_update()
    elif base._rules or animate or node._is_mounted:
        Stylesheet.replace_rules(node, styles.given, animate)
    else:
        base.merge_rules(cast("RulesMap", {name: value for name, value in styles.kept.items() if name not in _ACTING}))
        for name in _ACTING & styles.given.keys():
            setattr(base, name, cast("dict[str, object]", styles.given)[name])
        node.notify_style_update()
