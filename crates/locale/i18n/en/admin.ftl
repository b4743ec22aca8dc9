### Administrators: jobs by schedule, outgoing mail, and mail that could not be delivered.

admin-title = Administration
admin-lead = What this installation does by itself, and the mail that it sends.
admin-tabs = Parts of administration
admin-tab-overview = Overview
admin-tab-jobs = Jobs
admin-tab-mail = Outgoing mail
admin-tab-dead = Undelivered mail
admin-page-title = { $page }: administration
admin-utc = All times are in UTC.
admin-well = Nothing needs your attention.
admin-attention = Needs your attention
admin-jobs-in-trouble = { $count ->
    [one] { $count } job does not run as it should
   *[other] { $count } jobs do not run as they should
}
admin-dead-count = { $count ->
    [one] { $count } mail could not be delivered
   *[other] { $count } mails could not be delivered
}
admin-mail-late = Mail has been waiting since { $at }. Is a server running, and does the mail server answer?
admin-sent-lately = Delivered in the last 24 hours
job-end-holds = End holds and offers
job-send-reminders = Send reminders
job-close-registration = Close registration
job-complete-events = Complete events
job-purge = Forget what has expired
job-does-end-holds = Frees seats that nobody confirmed or accepted in time, and offers them to the next.
job-does-send-reminders = Reminds people of events, of confirming, of offers and of decisions.
job-does-close-registration = Tells those who still wait that registration has closed without a seat for them.
job-does-complete-events = Closes the attendance of events a week after their end.
job-does-purge = Deletes expired links, sign-ins and counted attempts.
job-outcome-done = Done
job-outcome-failed = Failed
job-outcome-stopped = Interrupted
job-outcome-lost = Server lost
admin-column-job = Job
admin-column-last = Last run
admin-column-next = Next run
admin-column-schedule = Schedule
admin-column-outcome = Outcome
admin-column-done = Things done
admin-column-runs = Runs in all
admin-column-failures = Failures in a row
admin-column-server = Server
admin-every-minutes = { $count ->
    [one] Every minute
   *[other] Every { $count } minutes
}
admin-every-hours = { $count ->
    [one] Every hour
   *[other] Every { $count } hours
}
admin-job-never = Not run yet
admin-job-running = Running on { $server } since { $at }
admin-job-on = on { $server }
admin-job-due = Due now
admin-job-overdue = Overdue since { $at }: no server is working
admin-job-failures = { $count ->
    [one] Failed { $count } time in a row
   *[other] Failed { $count } times in a row
}
admin-done-holds = { $count ->
    [one] { $count } seat freed
   *[other] { $count } seats freed
}
admin-done-reminders = { $count ->
    [one] { $count } person reminded
   *[other] { $count } people reminded
}
admin-done-closing = { $count ->
    [one] { $count } person told
   *[other] { $count } people told
}
admin-done-completing = { $count ->
    [one] { $count } event completed
   *[other] { $count } events completed
}
admin-done-purging = { $count ->
    [one] { $count } entry deleted
   *[other] { $count } entries deleted
}
admin-run-now = Run now
admin-run-now-of = Run now: { $job }
admin-job-asked = “{ $job }” runs within a few seconds.
admin-job-is-running = This job is running at this moment. When it has ended, it can be run again.
mail-state-waiting = Waiting
mail-state-leased = Being sent
mail-state-retrying = Will be tried again
mail-state-dead = Undelivered
mail-state-discarded = Put aside
mail-state-sent = Delivered
mail-kind-confirm-registration = Confirm a registration
mail-kind-confirm-reminder = Reminder to confirm
mail-kind-registered = Place confirmed
mail-kind-already-registered = Registered already
mail-kind-applied = Application received
mail-kind-approved = Application approved
mail-kind-declined = Application declined
mail-kind-withdrawn = Cancelled by a coordinator
mail-kind-cancelled = Cancelled by the person
mail-kind-waitlisted = On the waiting list
mail-kind-waiting-list-ended = Waiting list ended
mail-kind-offered = Seat offered
mail-kind-offer-reminder = Reminder of an offer
mail-kind-offer-ended = Offer ended
mail-kind-nominated = Nominated
mail-kind-listed = Listed by a coordinator
mail-kind-listed-place = Place by a coordinator’s list
mail-kind-nomination-withdrawn = Nomination withdrawn
mail-kind-invited = Invitation
mail-kind-event-reminder = Reminder of an event
mail-kind-event-cancelled = Event cancelled
mail-kind-decision-reminder = Reminder to decide
mail-kind-certificate-ready = Certificate ready
mail-kind-certificates-issued = Certificates issued
mail-kind-certificate-revoked = Certificate revoked
mail-kind-sign-in = Link to sign in
mail-kind-sign-in-unknown = No account
mail-kind-password-changed = Password changed
admin-mail-search = Address begins with
admin-mail-kind = Kind
admin-all-kinds = All kinds
admin-column-subject = Subject
admin-column-to = To
admin-column-written = Written
admin-column-tried = Attempts
admin-column-leaves = Next attempt
admin-column-sent = Delivered
admin-column-dead = Given up
admin-column-why = Why
admin-column-language = Language
admin-column-aside = Put aside
admin-tried = { $count ->
    [one] Tried { $count } time
   *[other] Tried { $count } times
}
admin-mail-none = There is no mail yet.
admin-mail-none-found = No mail fits what you look for.
admin-dead-none = Every mail has been delivered or is still being tried.
admin-dead-lead = These mails were tried several times, or refused for good. When the cause is gone, send them again; what nobody needs any more can be put aside.
admin-show-aside = Show what was put aside
admin-show-dead = Show what is undelivered
admin-choose-one = Choose: { $subject }, { $to }
admin-choose = Choose
admin-choose-all = Tick all on this page
admin-chosen = With those chosen
admin-resend-chosen = Send again
admin-resend-all = Send all again
admin-resend-all-hint = All undelivered mail that fits the search above, on every page of the list.
admin-discard-chosen = Put aside
admin-note = Note
admin-note-hint = Why it need not be sent. Only administrators see it.
admin-resent = { $count ->
    [one] { $count } mail is tried again.
   *[other] { $count } mails are tried again.
}
admin-resent-refused = { $count ->
    [one] { $count } mail cannot be sent again: its link has expired, or it is no longer undelivered.
   *[other] { $count } mails cannot be sent again: their links have expired, or they are no longer undelivered.
}
admin-discarded = { $count ->
    [one] { $count } mail was put aside.
   *[other] { $count } mails were put aside.
}
admin-nothing-chosen = Nothing was chosen: tick the boxes first.
admin-taken-back = The mail is among the undelivered ones again.
admin-take-back = Take back
admin-mail-not-discarded = This mail is not put aside any more.
admin-text = Text
admin-text-secret = The text is not shown to anybody but its recipient: it holds a personal link.
admin-secret-until = The link is good until { $at }. Until then the mail can be sent again.
admin-expired = This mail cannot be sent again: its link has expired.
admin-expired-sign-in = The person can ask for a new link on the page to sign in.
admin-expired-confirm = The held seat has gone. The person can register again on the page of the event.
admin-expired-offer = The offer has ended, and the seat went to the next person. A coordinator of the event can offer another one.
admin-expired-invited = A coordinator of the event can send the invitation again, with a new link.
admin-aside-by = { $at }, by { $name }
