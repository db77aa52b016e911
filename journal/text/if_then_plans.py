"""What is asked and said about if-then plans, and about the card on which they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.domain.if_then_plans import Plan
from journal.language import translated
from journal.text.cravings import BREATHE_STANDING
from journal.text.labels import label

PLAN_FORM: Final = "if … then …"
PLAN_LIST_KEYS: Final = "+ add · w wallet card"
PLAN_LINE_KEYS: Final = "enter edit · space renew"
PLAN_SHOW: Final = "Show in cravings"
PLAN_IF: Final = "If it is"
PLAN_OR: Final = "or if there is"
PLAN_THEN: Final = "then I"
PLAN_OWN: Final = "in my own words"
PLAN_OWN_HINT: Final = "I say I am driving, and leave. Empty: the line above as it is."
PLAN_CHOOSE_IF: Final = "Choose what sets it off, or what is going on: press a digit, or use the arrows and space."
PLAN_CHOOSE_THEN: Final = "Choose what you'll do then: press a digit, or use the arrows and space."
PLAN_MONTHLY: Final = "We'll check in a month whether it still fits."
PLAN_GONE: Final = "something no longer on your list"
PLAN_RENEWED: Final = "Renewed for a month."
PLAN_EMPTY: Final = "None yet. An example: if it's payday, I call Ana."
PLAN_TO_RENEW: Final = "renew"

WALLET_NAME: Final = "wallet card"
WALLET_NOT_ENCRYPTED: Final = (
    "The card is not encrypted: anyone who finds it can read it. Print it, then delete the file."
)
WALLET_WHAT: Final = "Only what you choose here goes on it."
WALLET_EMPTY: Final = "Nothing to put on a card yet. Add a plan, a reason or someone to call first."
WALLET_NOTHING: Final = "Choose at least one line: press a digit, or use the arrows and space."
WALLET_TITLE: Final = "For a hard hour"
WALLET_PLANS, WALLET_REASONS, WALLET_PEOPLE = "If … then …", "Why I do this", "I can call"
WALLET_PEOPLE_HINT: Final = "These are other people's names and numbers: ask them first."
WALLET_BREATH: Final = f"{BREATHE_STANDING} A craving rises, peaks and falls."


def format_plan(plan: Plan, triggers: Mapping[str, str], strategies: Mapping[str, str]) -> str:
    """Return ``If it is Dan → I say I am driving, and leave.``; the mappings lead from uids to labels."""
    cue = label(plan.situation) if plan.situation else triggers.get(plan.trigger, PLAN_GONE)
    then = plan.words or strategies.get(plan.strategy, PLAN_GONE)
    return f"If it is {cue} → {then}{'' if then[-1:] in '.?…' else '.'}"


def plans_title(due: int) -> str:
    """Return the title of the list, ``if … then … · 2 to renew``, with the number of plans older than a month."""
    return f"{PLAN_FORM} · {due} to {PLAN_TO_RENEW}" if due else PLAN_FORM


def wallet_emergency(number: str) -> str:
    """Return the last line of the card; empty where no region is chosen."""
    return f"Emergency {number}" if number else ""


translated(__name__)
