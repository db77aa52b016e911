"""What is said about what was saved: money and time, since the start and this month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from journal.domain.date_names import month_name
from journal.text.es import figures as figures_text
from journal.text.es.counting import whole

SAVED: Final = "ahorrado"
SO_FAR: Final = "ahorrado hasta ahora"
TIME_SO_FAR: Final = "tiempo ahorrado"
SINCE_START: Final = f"desde {figures_text.SINCE_START}"

_EXACT_UP_TO: Final = 600
"""Minutes up to which the minutes are said beside the hours."""

_EURO: Final = "€"
"""The one sign that stands after the number in Spanish."""

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def format_money(amount: Decimal, currency: str) -> str:
    """Return ``445 €``, ``$445``, ``445 kr``: whole units, rounded down; a sign but € stands before the number."""
    number = whole(int(amount.to_integral_value(ROUND_FLOOR)))
    if currency == _EURO:
        return f"{number}{_NO_BREAK}{currency}"
    if len(currency) == 1 and not currency.isalpha():
        return f"{currency}{number}"
    return f"{number} {currency}".rstrip()


def format_sums(saved: Mapping[str, Decimal]) -> str:
    """Return ``445 € y 20 kr``, each currency on its own; empty where nothing was saved."""
    return " y ".join(format_money(amount, currency) for currency, amount in saved.items() if amount >= 1)


def format_minutes(minutes: int) -> str:
    """Return ``45 min``, ``1 h 30 min``, ``118 h``: whole hours, rounded down, from ten hours on."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{whole(hours)} h {rest} min" if rest and minutes < _EXACT_UP_TO else f"{whole(hours)} h"


def format_saved(since: Mapping[str, Decimal], month: Mapping[str, Decimal]) -> str:
    """Return ``ahorrado 445 €, este mes 131 €``, or ``ahorrado hasta ahora 445 €``; empty where nothing was saved."""
    return _beside(SAVED if format_sums(month) else SO_FAR, format_sums(since), format_sums(month))


def format_time_saved(since: int | None, month: int | None) -> str:
    """Return ``tiempo ahorrado 118 h, este mes 32 h``; empty where nothing was saved."""
    return _beside(TIME_SO_FAR, format_minutes(since) if since else "", format_minutes(month) if month else "")


def _beside(name: str, since: str, month: str) -> str:
    if not since:
        return ""
    return f"{name} {since}, {figures_text.THIS_MONTH} {month}" if month else f"{name} {since}"


def format_since_start(since: str, month: str, as_of: date, today: date) -> str:
    """Return ``ahorrado desde el inicio 445 € y 118 h, este mes 131 € y 32 h``; another month is named."""
    now = (as_of.year, as_of.month) == (today.year, today.month)
    when = figures_text.THIS_MONTH if now else f"en {month_name(as_of.month)}"
    return f"{SAVED} {SINCE_START} {since}" + (f", {when} {month}" if month else "")


def format_both(money: Decimal | None, currency: str, minutes: int | None) -> str:
    """Return ``445 € y 118 h``; what was not saved is left out."""
    said = [format_sums({} if money is None else {currency: money}), format_minutes(minutes) if minutes else ""]
    return " y ".join(words for words in said if words)
