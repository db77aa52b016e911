"""Which module holds which screen. Each is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.screen import Screen

    from journal.domain.record import Record

ROUTES: Final = {
    "locked": "screens.locked.lock_screen:Locked",
    "recover": "screens.locked.recover:Recover",
    "key_file_unlock": "screens.locked.key_file_unlock:KeyFileUnlock",
    "welcome": "screens.welcome.welcome:Welcome",
    "breathing": "screens.cravings.locked_craving:Breathing",
    "safety": "screens.safety.safety:Safety",
    "commands": "screens.base.commands:Commands",
    "guide": "screens.safety.guide:Guide",
    "guide_chapter": "screens.safety.guide:GuideChapter",
    "confirm": "screens.base.confirm:Confirm",
    "opened": "screens.security.open_report:Opened",
    "inbox": "screens.locked.inbox_review:InboxReview",
    "choose_one": "screens.base.choose_one:ChooseOne",
    "today": "screens.today.today:Today",
    "milestones": "screens.today.milestones:Milestones",
    "milestone_scheme": "screens.today.milestone_forms:MilestoneSchemeSheet",
    "milestone_reward": "screens.today.milestone_forms:MilestoneRewardSheet",
    "milestone_token": "screens.today.milestone_token:MilestoneToken",
    "timeline": "screens.timeline.timeline:Timeline",
    "what_to_show": "screens.timeline.what_to_show:WhatToShow",
    "patterns": "screens.patterns.patterns:Patterns",
    "own_period": "screens.patterns.own_period:OwnPeriod",
    "amounts": "screens.patterns.amounts:Amounts",
    "plan": "screens.plan.plan:Plan",
    "mentor": "screens.mentor.mentor:Mentor",
    "craving": "screens.cravings.craving:CravingNow",
    "saved_craving": "screens.cravings.craving_form:CravingForm",
    "days": "screens.days.days:Days",
    "day": "screens.days.day:Day",
    "pauses": "screens.days.pauses:Pauses",
    "pause": "screens.days.pause_form:PauseForm",
    "slip": "screens.slips.slip_form:Slip",
    "debrief": "screens.slips.debrief:Debriefing",
    "commitment": "screens.mentor.commitment_form:CommitmentSheet",
    "checkin": "screens.today.checkin_form:CheckInSheet",
    "entry": "screens.timeline.entry_form:EntryEditor",
    "templates": "screens.timeline.templates:Templates",
    "template": "screens.timeline.templates:TemplateSheet",
    "bin": "screens.timeline.bin:BinScreen",
    "versions": "screens.timeline.versions:EarlierVersions",
    "goal": "screens.plan.goal_form:GoalSheet",
    "goal_values": "screens.plan.goal_values:GoalValues",
    "goal_value": "screens.plan.goal_values:GoalValueSheet",
    "strategy": "screens.plan.strategy_form:StrategySheet",
    "starters": "screens.plan.starter_lists:StarterSheet",
    "trigger": "screens.plan.trigger_form:TriggerSheet",
    "if_then": "screens.plan.if_then_form:IfThenSheet",
    "wallet_card": "screens.plan.wallet_card:WalletCard",
    "instruments": "screens.instruments.instruments:Instruments",
    "questionnaire": "screens.instruments.questionnaire:Questionnaire",
    "score": "screens.instruments.score_form:ScoreForm",
    "medicines": "screens.medicines.medicines:Medicines",
    "medicine": "screens.medicines.medicine_form:MedicineSheet",
    "pros_and_cons": "screens.plan.pros_and_cons:ProsAndConsList",
    "pros_and_cons_form": "screens.plan.pros_and_cons:ProsAndConsSheet",
    "mooring": "screens.plan.mooring:Mooring",
    "mooring_line": "screens.plan.mooring:MooringLineSheet",
    "reason": "screens.plan.reason_form:ReasonSheet",
    "person": "screens.mentor.person_form:PersonSheet",
    "agreement": "screens.mentor.agreement_form:AgreementSheet",
    "agreed": "screens.mentor.agreement_versions:Agreed",
    "agreement_form": "screens.mentor.agreement_print:AgreementForm",
    "session": "screens.mentor.meeting_plan:SessionSheet",
    "meeting": "screens.mentor.meeting_notes:MeetingSheet",
    "contact": "screens.mentor.contact_form:ContactSheet",
    "need": "screens.mentor.need_form:NeedSheet",
    "steps": "screens.mentor.fellowship_steps:FellowshipSteps",
    "step": "screens.mentor.fellowship_steps:FellowshipStepSheet",
    "hard_day": "screens.mentor.hard_day_form:HardDaySheet",
    "hard_days_sheet": "screens.mentor.ahead_print:HardDaysPaper",
    "quiet_plan": "screens.mentor.quiet_form:QuietSheet",
    "quiet_card": "screens.mentor.ahead_print:QuietCard",
    "home_walk": "screens.mentor.home_walk:HomeWalk",
    "home_item": "screens.mentor.home_walk:HomeItemSheet",
    "home_sheet": "screens.mentor.ahead_print:HomePaper",
    "naloxone": "screens.mentor.home_walk:NaloxoneSheet",
    "find_mentor": "screens.mentor.find_mentor:FindMentor",
    "guide_sheet": "screens.mentor.ahead_print:GuidePaper",
    "trends": "screens.mentor.trends:Trends",
    "receipt": "screens.mentor.receipt_print:Receipt",
    "attendance": "screens.mentor.attendance_print:AttendanceSlip",
    "parked": "screens.mentor.parked:ParkedList",
    "parked_note": "screens.mentor.parked:ParkedSheet",
    "share": "screens.sharing.share:ShareScreen",
    "save_as": "screens.sharing.save_page:SaveAs",
    "entries_to_share": "screens.sharing.entries_to_share:EntriesToShare",
    "save_entries": "screens.sharing.save_entries:SaveEntries",
    "picking": "screens.sharing.pick_lines:Picking",
    "given": "screens.sharing.share_ledger:Given",
    "copy": "screens.sharing.share_ledger:CopySheet",
    "settings": "screens.settings.settings:SettingsScreen",
    "preferences": "screens.settings.preferences_form:PreferencesSheet",
    "region": "screens.settings.device_form:RegionSheet",
    "lock_after": "screens.settings.device_form:LockSheet",
    "computer": "screens.settings.device_form:ComputerSheet",
    "import_programs": "screens.settings.import_programs:ImportPrograms",
    "import_file": "screens.settings.import_file:ImportFile",
    "phone_notes": "screens.settings.phone_notes:PhoneNotes",
    "undo_import": "screens.settings.undo_import:UndoImport",
    "focus": "screens.settings.focus_form:FocusSheet",
    "passphrase": "screens.security.passphrase_form:PassphraseSheet",
    "recovery_words": "screens.security.recovery_words:RecoveryWords",
    "words_sheet": "screens.security.recovery_sheet:WordsSheet",
    "key_file": "screens.security.key_file:KeyFileForm",
    "what_opens": "screens.security.access:WhatOpens",
    "seal": "screens.security.rotate_key:SealAnew",
    "safety_plan": "screens.safety.safety_plan_form:SafetyPlanSheet",
    "card": "screens.safety.emergency_card_form:EmergencyCard",
    "own_lines": "screens.safety.own_lines:OwnLines",
    "own_line": "screens.safety.own_lines:OwnLineSheet",
    "erase_record": "screens.security.erase_record:EraseRecord",
    "erase_journal": "screens.security.erase_journal:EraseJournal",
    "backup": "screens.security.backup:Backup",
    "merge": "screens.security.merge:Merge",
    "put_back": "screens.security.restore:PutBack",
    "export": "screens.settings.export:ExportEverything",
    "import_archive": "screens.settings.import_archive:ImportArchive",
}
"""Name → module and class. A draft's key begins with the name of its screen and a colon."""

RECORD_ROUTES: Final = {
    "entries": "entry",
    "checkins": "checkin",
    "cravings": "saved_craving",
    "uses": "slip",
    "sessions": "session",
    "goals": "goal",
    "scores": "score",
    "commitments": "commitment",
    "needs": "need",
    "strategies": "strategy",
    "triggers": "trigger",
    "plans": "if_then",
    "reasons": "reason",
    "people": "person",
    "fellowship_steps": "step",
    "medicines": "medicine",
    "hard_days": "hard_day",
    "quiet_plans": "quiet_plan",
    "home_items": "home_item",
    "naloxone": "naloxone",
    "mooring": "mooring_line",
    "focuses": "focus",
    "parked": "parked_note",
    "safety_plan": "safety_plan",
    "templates": "template",
    "shares": "copy",
    "milestone_rewards": "milestone_reward",
    "pros_and_cons": "pros_and_cons_form",
}
"""Table → the screen that opens a record of it from a list."""

REFERRED_ROUTES: Final = {"debriefs": ("debrief", "use"), "agreements": ("agreed", "person")}
"""Table → the screen that shows a record of it, and the field with the uid that this screen is opened with."""

PLACES: Final = ("today", "timeline", "patterns", "plan", "mentor")
"""The places, each a mode of the app; the first has the digit 1."""


def screen_class(name: str) -> type[Screen[Any]]:
    """The class of a screen by its name in ``ROUTES``."""
    module, _, attribute = ROUTES[name].partition(":")
    found: type[Screen[Any]] = getattr(import_module(module), attribute)
    return found


def new_screen(name: str, **options: Any) -> Screen[Any]:
    """A new screen by its name in ``ROUTES``, made with these options."""
    return screen_class(name)(**options)


def route_of(record: Record) -> str:
    """The screen that opens a record, empty where there is none; a meeting that was held has notes, or a short form."""
    from journal.domain.contacts import is_brief
    from journal.domain.sessions import Session

    if isinstance(record, Session) and record.held_at:
        return "contact" if is_brief(record) else "meeting"
    return RECORD_ROUTES.get(record.table, "")


def opening(record: Record) -> tuple[str, dict[str, Any]]:
    """The screen that opens a record, and the options that it takes; an empty name where there is none."""
    if record.table in REFERRED_ROUTES:
        name, field = REFERRED_ROUTES[record.table]
        return name, {field: getattr(record, field)}
    return route_of(record), {"record": record}
