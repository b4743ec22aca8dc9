### A person's own registrations, certificates and details.

my-title = My registrations and certificates
my-upcoming = Coming up
my-upcoming-empty = You are not registered for any event to come.
my-find-event = Find an event
my-past = Past and cancelled
my-certificates = Certificates
my-certificates-empty = When you have attended enough of an event, its coordinator issues your certificate. You will find it here.
my-issued = Issued on { $date }
my-certificate-pdf = Certificate (PDF)
my-certificate-json = Credential for machines
my-certificate-verify = Verification page
my-column-event = Event
my-column-state = State
my-held = Your seat is held until { $until }. Confirm it before then.
my-reason = Reason: { $reason }
my-ran-out = No answer in time
my-no-seat = No seat became free
my-calendar = Put into my calendar
my-cancel = Cancel registration
my-details-title = My details
my-details-text = They fill in the form when you register. Registrations and certificates that exist keep what they say.
my-account-title = Password and browsers

my-done-confirmed = You have a place. A mail with all you need is on its way.
my-done-submitted = Your application has arrived. A coordinator will decide, and we will write to you.
my-done-waitlisted = You are on the waiting list. As soon as a seat is free and it is your turn, we write to you.
my-done-declined = You have declined the seat. It goes to somebody else.
my-place = You are number { $place } of { $length } on the waiting list.
my-done-cancelled = Your registration is cancelled.
my-done-details = Your details are saved.
my-done-password = Your password is set, and all other browsers are signed out.
my-done-signed-out = All other browsers are signed out.

cancel-title = Cancel your registration?
cancel-text = Your seat becomes free and may be taken at once by somebody else. We send you a mail that takes the event out of your calendar. You can register again only as long as seats are left.
cancel-text-waiting = You are then no longer considered for a seat. If you register again later, you start at the end.
cancel-button = Cancel registration
cancel-keep = Keep my registration
cancel-too-late = This registration can no longer be cancelled here. Write to the organisers if you cannot come.
cancel-already-title = Your registration is cancelled
cancel-already = It is cancelled already. If seats are left, you can register again on the page of the event.
cancel-already-event = To the event
cancel-changed = This registration has just changed. Look at it again.
