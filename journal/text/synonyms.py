"""The words by which people look for a command, by the action that it runs, or by its label.

The list of commands matches them after the label. Each word stands in lower case; the label need not be repeated.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated

SYNONYMS: Final = {
    "app.craving": "urge desire tempted temptation want help now sos emergency",
    "app.open('saved_craving')": "urge craving past yesterday missed forgot back date earlier",
    "app.open('checkin')": "mood energy sleep daily today feeling status",
    "app.open('entry')": "note diary new text add journal letter template prompt tags earlier version",
    "app.open('contact')": "aa na fellowship group house attended went log add call text visit supporter",
    "app.open('hard_day')": "add payday birthday party holiday christmas wedding dinner risk plan ahead",
    "app.open('quiet_plan')": "silent silence missing unreachable worried emergency",
    "app.open('home_walk')": "naloxone narcan room safe house bottles leave hold means",
    "app.open('find_mentor')": "no mentor sponsor coach peer looking search first message trial supervision",
    "app.open('attendance')": "print proof court probation signature list meetings sheet paper",
    "app.open('slip')": "slip lapse relapse use used drink drank smoked return",
    "calendar": "fill days past earlier yesterday sober clean free streak date month year pause",
    "delete a record": "delete remove erase entry craving check-in",
    "app.open('focus')": "add track substance habit start date sober since",
    "app.open('strategy')": "coping add what helps",
    "app.open('trigger')": "add what sets it off",
    "app.open('instruments')": "test scale score survey depression anxiety well-being who phq gad tea barc pacs sure",
    "app.open('medicines')": "medication tablet pill dose methadone buprenorphine naltrexone prescription pharmacy",
    "app.open('steps')": "twelve steps 12 aa na work sponsor number",
    "app.open('need')": "add resource housing work money",
    "app.place('today')": "home start overview streak counter",
    "app.open('milestones')": "anniversary chip token coin key tag badge streak days months saved money reward",
    "app.open('amounts')": "taper reduce limit drinks cigarettes how much steps weekly heavy units",
    "app.open('milestone_token')": "print chip coin key tag medal anniversary",
    "app.place('timeline')": "history all records log list find",
    "app.place('patterns')": "charts statistics stats graph trends insights",
    "app.place('plan')": "goals strategies triggers coping reasons",
    "app.place('mentor')": "sponsor coach peer meeting people contacts agreement",
    "add": "new create",
    "app.open('goal')": "add target aim step",
    "app.open('pros_and_cons')": "cost benefit balance weigh decision advantages disadvantages why change",
    "app.open('person')": "add contact sponsor friend helper phone number",
    "app.open('share')": "print export send share report summary pdf html mentor sponsor",
    "app.open('entries_to_share')": "counsellor therapist psychologist print share export pages diary writing",
    "app.open('settings')": (
        "options preferences configure theme colours dark light start date track timeout reminder notice "
        "currency price language idioma español spanish ajustes country region screen reader accessible accessibility"
    ),
    "app.open('backup')": "backup back up copy save usb stick drive export disk",
    "app.open('import_programs')": (
        "jrnl day one dayone loop daylio quitter grove obsidian csv move switch app other from phone notes transfer "
        "migrate upload excel spreadsheet"
    ),
    "app.open('undo_import')": "take back imported",
    "app.open('export')": (
        "archive csv json markdown take my data along move leave switch spreadsheet excel download everything"
    ),
    "app.open('import_archive')": "restore export archive.json move bring back another computer",
    "app.open('merge')": "import other computer sync combine conflict usb second",
    "app.open('safety_plan')": "crisis emergency signs suicidal suicide danger",
    "app.open('card')": "emergency locked crisis people call",
    "app.open('own_lines')": "phone numbers clinic hotline helpline own",
    "app.open('what_opens')": "pin security recovery words key access",
    "app.open('key_file')": "usb stick drive disk token yubikey hardware security open without passphrase",
    "app.open('passphrase')": "password change pin security",
    "app.open('recovery_words')": "password forgot forgotten reset 24 words seed security",
    "app.open('erase_journal')": "delete remove everything wipe destroy uninstall all",
    "app.open('bin')": "deleted restore undelete trash recover recycle recently removed",
    "versions": "history previous old text overwritten restore",
    "delete": "remove erase trash",
    "edit": "change correct modify rename",
    "app.undo": "undo back revert mistake oops restore",
    "search": "find look filter",
    "app.lock": "hide close away secure logout",
    "app.safety": "helpline hotline crisis emergency call suicide overdose naloxone danger help 112 911 999",
    "app.open('guide')": "how to manual tutorial forgot forgotten documentation start begin",
    "app.help": "keys shortcuts keyboard",
    "app.quit": "exit close leave end bye",
    "park": "save meeting sponsor mentor later remember",
    "meet": "session appointment sponsor",
    "agreement": "contract rules expectations",
    "tick": "done complete finish check",
    "starters": "suggestions examples ideas defaults",
    "card": "print wallet paper",
}


translated(__name__)
