### The page of an event, and the seats shown in every list.

seats-left = { $capacity ->
    [one] { $left } of { $capacity } seat left
   *[other] { $left } of { $capacity } seats left
}
seats-opens = Registration opens on { $date }
seats-until = until { $date }
seats-over = Over

## The facts beside an event.

event-facts = Key facts
event-when = When
event-where = Where
# $place is a venue or a city with its country.
event-place-hybrid = { $place }; and online
event-language = Languages
event-organisers = Organised by
event-length = Length
event-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
event-admission = Admission
event-deadline = Deadline
event-course = Course
event-add-to-calendar = Add to calendar

## Whether and how one can register.

event-register = Register
event-approval = A coordinator decides on each registration.
event-not-yet = Registration opens on { $date }.
event-closed = Registration closed on { $date }.
event-full = All seats are taken. If somebody withdraws, the seat can be had here again.
event-by-nomination = Participants are nominated by their governments, until { $date }. Turn to the focal point of your country.
event-by-invitation = Participation is by personal invitation.
# $state is the state of a registration, as in “Confirmed”.
event-own-place = Your registration: { $state }
event-manage = Manage this event
event-to-my = See my registrations

## Where the event stands.

event-draft = This is a draft. Only the coordinators of the event see it.
event-cancelled = This event has been cancelled.
event-cancelled-reason = Reason: { $reason }
event-over = This event is over.
event-running = This event is under way.

## What it is about.

event-audience = For whom
event-objectives = What you will be able to do
event-prerequisites = Prerequisites
event-agenda = Agenda
event-agenda-later = The agenda will be published here.
# $city is the city whose clocks are meant, $offset their distance from UTC.
event-times = All times are those of { $city } ({ $offset }).
event-now = now
event-trainers = Trainers

event-certificate = Certificate
# $kind is the kind of certificate, as in “Certificate of completion”; $percent is a figure with its sign.
event-certificate-share = { $sessions ->
    [one] { $kind }: for everyone who attends the one session in which attendance is taken.
   *[other] { $kind }: for everyone who attends at least { $percent } of the { $sessions } sessions in which attendance is taken.
}
event-certificate-all = { $kind }: for everyone who takes part.
event-certificate-none = No certificate is issued for this event.
event-excused-leaves = A session missed with leave is not counted.
event-excused-counts = A session missed with leave counts as missed.
event-certificate-verify = How a certificate is verified
