### What coordinators see: events, agenda, registrations, steps, and the mails of their decisions.

## The list of events

manage-title = Events you coordinate
manage-title-all = All events
manage-new = New event
manage-events-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
manage-events-none = There is no event yet. Create the first one.
manage-events-none-found = No event matches. Try fewer words, or clear a filter.
manage-search = Title, place or area
manage-all-states = All states
manage-time = When
manage-time-any = Any time
manage-time-ahead = Running or to come
manage-time-over = Over
manage-column-event = Event
manage-column-state = State
manage-column-seats = Seats
manage-column-waiting = To decide
manage-to-decide = { $count ->
    [one] { $count } registration awaits your decision
   *[other] { $count } registrations await your decision
}
manage-seats = { $taken } of { $capacity } seats taken

## The pages about one event

manage-tabs = Pages of this event
manage-tab-overview = Overview
manage-tab-details = Details
manage-tab-agenda = Agenda
manage-tab-registrations = Registrations
manage-tab-seats = Seats
manage-tab-attendance = Attendance
manage-tab-certificates = Certificates
manage-page-title = { $page }: { $event }
manage-saved = Saved.

## Overview

manage-readiness = Before it can be published
manage-ready = Everything that is needed is there.
manage-not-ready = Something is still missing.
manage-missing = Missing
manage-there = Done
manage-needs-title = A title in English
manage-needs-summary = A summary in English
manage-needs-sessions = At least one session on the agenda
manage-needs-window = A registration period that has not passed
manage-needs-organisers = An organiser
manage-needs-place = A city, unless the event is online
manage-next = What comes next
manage-take-attendance = Take attendance
manage-is-over = The event is over. Once attendance is taken in every session, complete it; then certificates can be issued.
manage-is-completed = The event is completed.
manage-look-at = Worth a look
manage-attendance-missing = { $count ->
    [one] Attendance is missing in { $count } session
   *[other] Attendance is missing in { $count } sessions
}
manage-without-trainer = { $count ->
    [one] { $count } session with attendance has no trainer
   *[other] { $count } sessions with attendance have no trainer
}
manage-nothing-tracked = No session takes attendance: nobody could earn a certificate
manage-closes-late = Registration closes only after the event has begun
manage-facts = Facts
manage-sessions-tracked = { $count ->
    [one] { $count } session, { $tracked } with attendance
   *[other] { $count } sessions, { $tracked } with attendance
}
manage-public-page = Public page
manage-cancelled-because = Cancelled: { $reason }

## Details

manage-new-lead = It starts as a draft that only coordinators see. The agenda comes next.
manage-create = Create the draft
manage-course = Start from a course
manage-course-none = Without a course
manage-course-take = Fill in from this course
manage-from-course = Filled in from the course “{ $title }”: texts, areas, languages and hours. Its agenda is set from the day on which the event starts.
manage-choose = Choose…
manage-part-texts = Title and place
manage-part-texts-hint = English is required. Other languages are shown to their readers; where one is missing, English stands in.
manage-part-kind = What and by whom
manage-part-time = When
manage-part-registration = Registration
manage-part-certificate = Certificate
manage-other-languages = Title in other languages
manage-field-title = Title
manage-field-title-in = Title in { $language }
manage-field-summary = Summary
manage-field-summary-hint = Two or three sentences: what participants take home.
manage-field-city = City
manage-field-city-hint = Needed unless the event is online.
manage-field-venue = Venue
manage-field-kind = Kind
manage-field-mode = How people take part
manage-field-country = Host country
manage-field-organisers = Organisers
manage-field-organisers-hint = Your own organisation always takes part. The coordinators of every organiser look after the event together.
manage-field-areas = Areas of cooperation
manage-field-languages = Languages of the event
manage-field-time-zone = Time zone
manage-field-time-zone-hint = A name of the IANA database, like Asia/Tashkent. All times of the event are in it. If you change it, the sessions keep their hours.
manage-field-starts = Starts
manage-field-ends = Ends
manage-dates-hint = As soon as there are sessions, start and end follow from them.
manage-span = By its sessions the event runs from { $from } to { $until }. Change the agenda to move it.
manage-field-capacity = Seats
manage-field-capacity-hint = { $taken } of them are taken or held now.
manage-field-admission = How people come
manage-field-opens = Registration opens
manage-field-closes = Registration closes
manage-times-hint = Times are in the time zone of the event.
manage-field-hours = Hours on the certificate
manage-field-certificate = Certificate
manage-field-percent = Least attendance, in percent
manage-field-percent-hint = Of all sessions with attendance, those not taken yet included.
manage-field-excused = Absence with an excuse
manage-excused-leaves = The session is left out of the person’s count
manage-excused-absent = The session counts as missed

## Agenda

manage-agenda-empty = There is no session yet. Add the first one below.
manage-agenda-zone = All times: { $zone }
manage-session-add = Add a session
manage-session-added = The session was added.
manage-session-remove = Remove the session
manage-session-removed = The session was removed.
manage-session-remove-what = “{ $session }”, { $time }, will be taken off the agenda. This cannot be undone.
manage-session-attended = Attendance has been recorded in this session, so it cannot be removed.
manage-last-session = A published event keeps at least one session. Cancel the event if it will not take place.
manage-no-trainer = No trainer yet
manage-no-trainers-known = No trainers are known yet. Name one by email address.
manage-field-day = Day
manage-field-start = Start
manage-field-end = End
manage-field-room = Room
manage-field-trainers = Trainers
manage-field-trainer-email = Another trainer, by email address
manage-field-trainer-email-hint = Somebody with the role of trainer, also of another organisation.
manage-field-tracked = Attendance is taken
manage-field-tracked-hint = Not for an opening, a break or a closing: these do not count towards the certificate.
manage-clash-room = { $room } is taken at the same time by “{ $other }”.
manage-clash-trainer = { $name } runs “{ $other }” at the same time.
manage-clash-elsewhere = { $name } runs a session of “{ $title }” at { $hours }.
manage-clash-unknown = { $name } runs a session of another event at { $hours }.

## Steps

manage-publish = Publish
manage-publish-what = The event will stand in the catalogue, and people can register from the day on which registration opens.
manage-published = Published. It is in the catalogue now.
manage-complete = Complete the event
manage-complete-what = Attendance will be closed. Until you reopen the event, trainers cannot correct it.
manage-reopen = Reopen attendance
manage-reopen-what = Trainers can correct attendance again. Certificates that were issued stay as they are.
manage-cancel = Cancel the event
manage-cancel-what = { $count ->
    [0] Nobody is registered, so nobody will be told. A cancelled event cannot be brought back.
    [one] { $count } registered person will be told by mail, with your reason. A cancelled event cannot be brought back.
   *[other] { $count } registered people will be told by mail, with your reason. A cancelled event cannot be brought back.
}
manage-reason = Reason
manage-reason-hint = It is sent to the people concerned, as you write it.
manage-not-draft = This event is not a draft any more.
manage-not-complete = The event cannot be published yet: the overview says what is missing.
manage-not-editable = This event is completed, archived or cancelled. It cannot be changed.
manage-not-published = This is possible only while the event is published.
manage-not-over = The event is not over yet. It can be completed once its last session has ended.
manage-not-completed = Only a completed event can be reopened.
manage-not-cancellable = An event that is completed, archived or cancelled cannot be cancelled.
manage-changed-meanwhile = Somebody has changed the event in the meantime. Look at it again.

## Registrations

manage-search-people = Name, institution, email or job
manage-all-countries = All countries
manage-sort = Order
manage-sort-newest = Latest first
manage-sort-oldest = Earliest first
manage-sort-name = By name
manage-sort-country = By country
manage-sort-place = By place on the waiting list
manage-found = { $count ->
    [one] { $count } registration
   *[other] { $count } registrations
}
manage-registrations-none = Nobody has registered yet.
manage-registrations-none-found = No registration matches. Try fewer words, or clear a filter.
manage-all-registrations = All registrations
manage-column-email = Email
manage-column-job = Job
manage-column-language = Language for mail
manage-column-registered = Registered
manage-column-confirmed = Confirmed on
manage-column-held = Seat held until
manage-column-ended = Ended
manage-column-by = By
manage-by-person = the person
manage-by-focal-point = a focal point
manage-by-coordinator = a coordinator
manage-by-deadline = a deadline
manage-approve = Approve
manage-choose-one = Choose { $name }
manage-approve-chosen = Approve those ticked
manage-tick-all = Tick all
manage-tick-none = Tick nobody
manage-nobody-ticked = Nobody was ticked, so nothing was decided. Tick at least one person in the list first.
manage-approved = { $count ->
    [0] Nobody was approved.
    [one] { $count } person was approved.
   *[other] { $count } people were approved.
}
manage-no-seat = { $count ->
    [one] For { $count } person there was no seat.
   *[other] For { $count } people there was no seat.
}
manage-full = No seat is left. Somebody has to give one up, or the event needs more seats.
manage-decline = Decline
manage-decline-what = The person is told by mail, with your reason. A held seat is freed.
manage-declined = Declined. The person is told by mail.
manage-withdraw = Cancel the registration
manage-withdraw-what = The person loses the place and is told by mail, with your reason.
manage-withdrawn = Cancelled. The person was told by mail.
manage-registration-moved = This registration stands elsewhere by now. Look at it again.

## The mails of decisions

manage-mail-approved-subject = You have a place: { $title }
manage-mail-approved = Your registration was approved. We look forward to seeing you at:
manage-mail-declined-subject = Your registration was declined: { $title }
manage-mail-declined = Unfortunately we cannot offer you a place in this event.
manage-mail-withdrawn-subject = Your registration was cancelled: { $title }
manage-mail-withdrawn = A coordinator has cancelled your registration for this event.
manage-mail-off-subject = Cancelled: { $title }
manage-mail-off = This event will not take place. We are sorry.
manage-mail-reason = The reason: { $reason }

## What is wrong with single fields

error-version-taken = Somebody else has changed this event since you opened it. Open it in another tab and compare; if you save again, your version stands.
error-title-en-required = Enter a title in English
error-title-ru-required = Give the Russian summary a title too
error-title-fa-required = Give the Persian summary a title too
error-title-tr-required = Give the Turkish summary a title too
error-city-en-required = Enter the city, or choose online
error-time-zone-choice = Enter the name of a time zone, like Asia/Tashkent
error-organisers-required = Choose at least one organiser, your own organisation among them
error-organisers-taken = Only its own coordinators or an administrator can take an organisation out of an event
error-areas-required = Choose at least one area
error-languages-required = Choose at least one language
error-capacity-number = Enter a whole number from 1 to 100,000
error-capacity-order = { $number ->
    [one] { $number } seat is taken or held: there cannot be fewer
   *[other] { $number } seats are taken or held: there cannot be fewer
}
error-min-percent-number = Enter a whole number from 0 to 100
error-registration-closes-order = Registration has to close after it opens, and before the event ends
error-trainer-email-choice = No trainer has this address
error-tracked-choice = Attendance has been recorded in this session, so it goes on counting
error-reason-required = Give a reason: the people concerned want to know it

manage-offers-over = Registration has closed, or closes within minutes: nothing can be offered any more.
manage-undo-too-late = A mail has left in this very moment. Look at the list again.

manage-wait-chosen = Put those ticked on the waiting list
manage-decline-chosen = Decline those ticked
manage-declined-count = { $count ->
    [one] { $count } person was declined.
   *[other] { $count } people were declined.
}
manage-put-on-list-count = { $count ->
    [one] { $count } person is on the waiting list now.
   *[other] { $count } people are on the waiting list now.
}
manage-put-on-list = The person is on the waiting list now.
manage-put-on-list-button = Put on the waiting list
manage-undo-text = { $count ->
    [one] Decided on { $count } person at { $at }. The mail leaves at { $until }; until then you can undo it.
   *[other] Decided on { $count } people at { $at }. The mails leave at { $until }; until then you can undo it.
}
manage-organisation-set = The organisation was set.
manage-undo-one = The mail of the last decision leaves at { $until }. Until then you can undo it.
manage-undo = Undo
manage-undone = { $count ->
    [one] { $count } decision was undone. No mail has left.
   *[other] { $count } decisions were undone. No mail has left.
}
manage-undone-too-late = { $count ->
    [one] { $count } decision could not be undone: its mail has left, or the person has moved on.
   *[other] { $count } decisions could not be undone: their mails have left, or the people have moved on.
}
manage-priority = first
manage-priority-set = The order of the waiting list has changed.
manage-priority-first = Put before the others
manage-priority-in-turn = Put back in turn
manage-place = no. { $place }
manage-nominated-place = nominated as no. { $place }
manage-column-place = Place on the waiting list
manage-column-role = Comes as

manage-seats-change = Change the number of seats
manage-seats-changed = Saved. What has become free was offered to those who wait.
manage-quotas = Quotas
manage-quotas-text = The most seats for one country or one organisation, within the seats of the event; and seats of their own for observers and speakers, who take no participant’s seat. Whoever finds the quota full waits, though others may still have a seat.
manage-quotas-none = There are no quotas: only the seats of the event count.
manage-quota-whom = For
manage-quota-taken = Taken
manage-quota-seats = Seats
manage-quota-of = { $taken } of { $seats }
manage-quota-seats-of = Seats for { $whom }
manage-quota-change = Save
manage-quota-remove = Remove
manage-quota-remove-of = Remove the quota for { $whom }
manage-quota-add = Add a quota
manage-quota-added = The quota is there.
manage-quota-removed = The quota is gone.
manage-waiting-list = Waiting list
manage-waiting-list-text = When every seat is taken, people can wait. A seat that becomes free is held for the first who fits the quotas, and offered by mail. Offers end when registration closes.
manage-waiting-list-open = People can join the waiting list
manage-offer-hours = Hours to answer an offer
manage-offer-hours-hint = From 1 to 720. An offer ends earlier when registration closes.
