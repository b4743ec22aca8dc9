### What focal points see: events to nominate for, and the nominations of their country.

nominate-title = Nominations
nominate-lead = Events whose participants are nominated by governments. You nominate for your country and see nobody else’s nominations.
nominate-empty = No event takes nominations just now. As soon as one is published it appears here, with its deadline and the seats of your country.
nominate-column-deadline = Nominating
nominate-column-nominated = Nominated
nominate-column-seats = Seats for your country
nominate-count = { $count ->
    [0] Nobody yet
    [one] { $count } person
   *[other] { $count } people
}
nominate-with-place = With a place: { $count }
nominate-seats-count = { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
nominate-seats-free = Not limited
nominate-from = From { $at }
nominate-until = Until { $at }
nominate-ended = Ended { $at }

nominate-page-title = Nominations: { $event }
nominate-countries = Your countries
nominate-quota = { $seats ->
    [one] { $country } has { $seats } seat in this event; taken or held: { $taken }.
   *[other] { $country } has { $seats } seats in this event; taken or held: { $taken }.
}
nominate-no-quota = No number of seats is set for { $country }: the organisers choose among all who are nominated.
nominate-open-until = You can nominate until { $until }.
nominate-opens = You can nominate from { $at }.
nominate-closed = The time to nominate ended on { $at }.
nominate-not-open = Nobody can be nominated for this event now.
nominate-moved = This nomination has changed meanwhile. Look at the list again.

nominate-list = Nominated, in your order
nominate-list-hint = The organisers see this order when they choose.
nominate-nobody = Nobody is nominated yet. Whom you nominate appears here, in the order that you set, with what the organisers decide.
nominate-withdrawn-list = Withdrawn
nominate-withdrawn = Withdrawn
nominate-answer-until = Can answer until { $until }
nominate-reason = Reason: { $reason }
nominate-ended-person = Given up by the person
nominate-ended-deadline = No answer in time
nominate-ended-coordinator = Ended by the organisers
nominate-by = Nominated by { $name } on { $at }
nominate-earlier = Earlier
nominate-earlier-name = Earlier: { $name }
nominate-later = Later
nominate-later-name = Later: { $name }
nominate-withdraw = Withdraw
nominate-withdraw-name = Withdraw: { $name }

nominate-form = Nominate somebody
nominate-form-lead = We tell the person by mail. If the organisers choose the person, a seat is offered, and only whoever accepts it has a place.
nominate-email = Email address of the person
nominate-email-hint = The offer of a seat goes to it, so it has to be the person’s own.
nominate-name-hint = As in the passport. It is printed on the certificate like this.
nominate-native-name = Full name in the person’s own script
nominate-institution-hint = Ministry, agency or organisation for which the person works.
nominate-language = Language of our mails to the person
nominate-note = Why this person
nominate-note-hint = For the organisers, who read it when they choose.
nominate-button = Nominate

error-email-taken = This person is registered for this event already, or nominated

nominate-done = Nominated, at the end of your order. We have told the person by mail.
nominate-done-moved = { $name } is now number { $place } of { $all }.
nominate-done-withdrawn = Withdrawn. We have told the person by mail.

nominate-withdraw-title = Withdraw this nomination?
nominate-withdraw-text = { $name } can no longer be chosen and is told so by mail. Those behind move up.
nominate-withdraw-held = A seat is held for this person. It becomes free for somebody else at once.
nominate-withdraw-button = Withdraw the nomination
nominate-withdraw-keep = Keep it
nominate-withdraw-too-late = This nomination can no longer be withdrawn: the person has a place, or it has ended. Write to the organisers.

# On the page of a registration, for coordinators.
manage-column-nomination = Why nominated
