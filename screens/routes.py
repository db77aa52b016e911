"""Which module holds which screen. Each is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.screen import Screen

ROUTES: Final = {
    "locked": "screens.locked:Locked",
    "recover": "screens.recover:Recover",
    "welcome": "screens.welcome:Welcome",
    "breathing": "screens.cravings.locked_craving:Breathing",
    "safety": "screens.safety.safety:Safety",
    "help": "screens.base.help:Help",
    "confirm": "screens.base.confirm:Confirm",
    "opened": "screens.opened:Opened",
    "inbox": "screens.inbox:InboxReview",
    "today": "screens.today.today:Today",
    "timeline": "screens.timeline.timeline:Timeline",
    "plan": "screens.plan.plan:Plan",
    "mentor": "screens.mentor.mentor:Mentor",
    "craving": "screens.cravings.craving:CravingNow",
    "days": "screens.days.days:Days",
    "slip": "screens.slips.slip_form:Slip",
    "debrief": "screens.slips.debrief:Debriefing",
    "commitment": "screens.mentor.commitment_form:CommitmentSheet",
    "checkin": "screens.today.checkin_form:CheckInSheet",
    "entry": "screens.timeline.entry_form:EntryEditor",
    "goal": "screens.plan.goal_form:GoalSheet",
    "strategy": "screens.plan.strategy_form:StrategySheet",
    "starters": "screens.plan.starter_lists:StarterSheet",
    "trigger": "screens.plan.trigger_form:TriggerSheet",
    "if_then": "screens.plan.if_then_form:IfThenSheet",
    "wallet_card": "screens.plan.wallet_card:WalletCard",
    "mooring": "screens.plan.mooring:Mooring",
    "mooring_line": "screens.plan.mooring:MooringLineSheet",
    "reason": "screens.plan.reason_form:ReasonSheet",
    "person": "screens.mentor.person_form:PersonSheet",
    "agreement": "screens.mentor.agreement_form:AgreementSheet",
    "agreed": "screens.mentor.agreement_versions:Agreed",
    "agreement_form": "screens.mentor.agreement_print:AgreementForm",
    "session": "screens.mentor.meeting_plan:SessionSheet",
    "meeting": "screens.mentor.meeting_notes:MeetingSheet",
    "need": "screens.mentor.need_form:NeedSheet",
    "trends": "screens.mentor.trends:Trends",
    "receipt": "screens.mentor.receipt_print:Receipt",
    "parked": "screens.mentor.parked:ParkedList",
    "parked_note": "screens.mentor.parked:ParkedSheet",
    "share": "screens.sharing.share:ShareScreen",
    "save_as": "screens.sharing.save_page:SaveAs",
    "picking": "screens.sharing.pick_lines:Picking",
    "given": "screens.sharing.share_ledger:Given",
    "copy": "screens.sharing.share_ledger:CopySheet",
    "settings": "screens.settings:SettingsScreen",
    "preferences": "screens.preferences:PreferencesSheet",
    "computer": "screens.computer:ComputerSheet",
    "focus": "screens.focus:FocusSheet",
    "passphrase": "screens.passphrase:PassphraseSheet",
    "recovery_words": "screens.recovery_words:RecoveryWords",
    "words_sheet": "screens.words_sheet:WordsSheet",
    "what_opens": "screens.what_opens:WhatOpens",
    "seal": "screens.seal:SealAnew",
    "safety_plan": "screens.safety.safety_plan_form:SafetyPlanSheet",
    "card": "screens.safety.emergency_card_form:EmergencyCard",
    "own_lines": "screens.safety.own_lines:OwnLines",
    "own_line": "screens.safety.own_lines:OwnLineSheet",
    "erase_record": "screens.erase_record:EraseRecord",
    "erase_journal": "screens.erase_journal:EraseJournal",
    "backup": "screens.backup:Backup",
    "merge": "screens.merge:Merge",
    "put_back": "screens.put_back:PutBack",
}
"""Name → module and class. A draft's key begins with the name of its screen and a colon."""

PLACES: Final = ("today", "timeline", "plan", "mentor")
"""The places of this version, each a mode of the app."""


def screen_class(name: str) -> type[Screen[Any]]:
    """The class of a screen by its name in ``ROUTES``."""
    module, _, attribute = ROUTES[name].partition(":")
    found: type[Screen[Any]] = getattr(import_module(module), attribute)
    return found


def new_screen(name: str, **options: Any) -> Screen[Any]:
    """A new screen by its name in ``ROUTES``, made with these options."""
    return screen_class(name)(**options)
