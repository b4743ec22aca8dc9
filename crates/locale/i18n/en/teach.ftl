### What trainers see: sessions, rosters, attendance.

teach-title = My sessions
teach-lead = The events in which you are a trainer, with their sessions and attendance.
teach-running = Running now
teach-upcoming = Upcoming
teach-past = Past
teach-empty = You are not a trainer of any event yet. Once a coordinator puts you on an agenda, the event appears here.
teach-empty-manage = Events that you coordinate
teach-event-cancelled = This event was cancelled. Attendance cannot be taken.

teach-sessions = Sessions
teach-sessions-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
teach-no-sessions = The agenda has no session yet.
teach-now = Now
teach-own = Yours
# For where no sentence stands: 28 of 30.
teach-of = { $part } of { $all }
teach-badge-untracked = Not tracked
teach-badge-from = Attendance from { $time }
teach-badge-taken = Attendance taken: { $progress }
teach-badge-partly = Recorded: { $progress }
teach-badge-missing = Attendance missing
teach-badge-open = Attendance open
teach-badge-none = Nothing recorded

## The roster

teach-roster = Roster
teach-people = { $count ->
    [one] { $count } confirmed participant
   *[other] { $count } confirmed participants
}
teach-found = { $count ->
    [one] { $count } of { $all } participants found
   *[other] { $count } of { $all } participants found
}
teach-search = Name, institution or country
teach-print = Print the sign-in sheet
teach-print-hint = Printed, this page is a sign-in sheet with a column for signatures.
teach-nobody = Nobody has a confirmed place yet.
teach-nobody-found = Nobody on this roster matches. Try fewer letters.
teach-column-number = No.
teach-column-name = Name
teach-column-native = Name in own script
teach-column-institution = Institution
teach-column-country = Country
teach-column-attended = Attended
teach-column-signature = Signature

## Attendance of one session

teach-sheet-title = Attendance: { $session }
teach-untracked = No attendance is taken in this session.
teach-too-early = Attendance can be taken from 30 minutes before the session begins.
teach-closed = Attendance is closed: it can be taken while the event is published, until it is completed.
teach-opens = Attendance can be taken from { $time } ({ $zone }), 30 minutes before the session begins.
teach-not-recorded = Not recorded
teach-rest-present = Mark all the rest present and save
teach-all-present = Mark all the rest present
teach-keys-move = next, previous person
teach-saved = { $count ->
    [one] Saved: { $count } mark.
   *[other] Saved: { $count } marks.
}
teach-saved-none = Nothing was changed.
teach-kept = Not changed, because somebody else recorded it after this sheet was shown: { $people }. Set it again if it is wrong.
teach-kept-mark = { $name } ({ $status }, by { $by })
teach-saving = Saving…
teach-unsaved = Not saved yet
teach-not-saved = Not saved: the server cannot be reached. Your marks are still here; try again.
teach-signed-out = Not saved: you are signed out. Sign in in another tab, then save again.
teach-last = Last recorded: { $time }, { $by }
teach-past-mark = { $status } – { $time }, { $by }
teach-corrections = { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
}
teach-previous = Previous session:
teach-next = Next session:
