### Messages that leave by mail: subjects, and paragraphs that are put together in the code.

mail-greeting = Dear { $name },
mail-greeting-plain = Hello,
mail-signature = ECO and IOM training programme

mail-event-begins = Begins: { $at }
mail-event-ends = Ends: { $at }
mail-event-zone = Time zone: { $zone }
mail-event-place = Place: { $place }

mail-confirm-subject = Confirm your registration: { $title }
mail-confirm-intro = Somebody has registered with this address for the following event. If it was you, please confirm it.
mail-confirm-link = To confirm, open this page and press the button:
mail-confirm-held = Your seat is held until { $until } (time zone of the event). After that it is given to others, and you would have to register again.
mail-confirm-not-you = If it was not you, you need not do anything.

mail-registered-subject = You have a place: { $title }
mail-registered-intro = Your registration is confirmed. We look forward to seeing you at:
mail-registered-calendar = The attached file puts the event into your calendar.

mail-applied-subject = We have your application: { $title }
mail-applied-intro = Your address is confirmed and your application has arrived. A coordinator will decide, and we will write to you then.

mail-already-subject = You are registered already: { $title }
mail-already-confirmed = Somebody has just registered with this address again. There is nothing to do: the place in this event is yours already.
mail-already-other = Somebody has just registered with this address again. There is nothing to do: your registration for this event is on record. It stands at: { $state }.
mail-already-not-you = If it was not you who registered again, you need not do anything. Nothing has changed.

mail-cancelled-subject = Your registration is cancelled: { $title }
mail-cancelled-intro = You have cancelled your registration for this event.
mail-cancelled-again = If you change your mind, you can register again on the page of the event, as long as seats are left.

mail-own-page = Your registrations and certificates, and a way to cancel:

mail-sign-in-subject = Sign in to Maktab
mail-sign-in-link = To sign in, open this page and press the button:
mail-sign-in-life = { $minutes ->
    [one] The link works once, and for { $minutes } minute.
   *[other] The link works once, and for { $minutes } minutes.
}
mail-sign-in-not-you = If it was not you who asked for this, you need not do anything.
mail-sign-in-unknown = Somebody wanted to sign in with this address, but there is no account for it. An account comes with your first registration for an event.
mail-sign-in-unknown-events = Here are the events:

mail-password-subject = Your password was changed
mail-password-intro = The password of your account was changed on { $at } (UTC). All other browsers were signed out.
mail-password-not-you = If it was not you, sign in with a link by mail and set a new password:

mail-confirm-decision = Please confirm by { $until } (time zone of the event). A coordinator then decides on your application.
mail-confirm-waiting = There is no free seat at the moment. If you confirm by { $until } (time zone of the event), you are put on the waiting list.

mail-waiting-subject = You are on the waiting list: { $title }
mail-waiting-intro = There is no free seat for you at the moment. You are number { $place } of { $length } on the waiting list for:
mail-waiting-how = As soon as a seat is free and it is your turn, we offer it to you by mail. You then have to accept it in time.

mail-offered-subject = A seat is free for you: { $title }
mail-offered-intro = A seat has become free, and it is your turn. It is held for you:
mail-chosen-subject = A seat is held for you: { $title }
mail-chosen-intro = The focal point of your country has nominated you, and the organisers have chosen you. A seat is held for you:
mail-offered-accept = To accept the seat, open this page and press the button:
mail-offered-decline = To decline it, so that somebody else can have it:
mail-offered-until = Please answer by { $until } (time zone of the event). After that the seat goes to somebody else.

mail-offer-ended-subject = The offered seat has gone: { $title }
mail-offer-ended-intro = We held a seat for you, but had no answer in time. It was given to somebody else. If you still want to come, register again on the page of the event.

mail-nominated-subject = You are nominated: { $title }
mail-nominated-intro = The focal point of { $country } has nominated you for this event:
mail-nominated-next = The organisers decide who gets a seat. If you are chosen, we send you an offer that you can accept or decline. Until then there is nothing to do.
mail-nominated-not-you = If you do not want to be nominated, answer this mail.
mail-nomination-withdrawn-subject = Your nomination was withdrawn: { $title }
mail-nomination-withdrawn-intro = The focal point of your country has withdrawn your nomination for this event. Ask them if you have questions.

mail-invited-subject = Invitation: { $title }
mail-invited-participant = { $organisers } invite you to take part in this event:
mail-invited-observer = { $organisers } invite you to attend this event as an observer:
mail-invited-speaker = { $organisers } invite you to speak at this event:
mail-invited-link = To register, or to decline, open this page:
mail-invited-personal = The link is for you alone: please do not pass it on.
mail-invited-forward = You may pass the link on to colleagues.
mail-invited-until = It is good until { $until } (time zone of the event).

mail-reminder-subject = Reminder: { $title }
mail-reminder-intro = This event begins soon, and you have a place in it:
mail-reminder-bring = Please bring an identity document. The programme, and whatever else you need to know beforehand, is on the page of the event.
mail-reminder-online = The event takes place online. The programme, and whatever else you need to know beforehand, is on the page of the event.
mail-reminder-cannot = If you cannot come, please cancel in time, so that somebody else can have your seat.
mail-confirm-reminder-subject = Please confirm soon: { $title }
mail-confirm-reminder-intro = Somebody has registered with this address for the following event, and it has not been confirmed yet. If it was you, please confirm it in time.
mail-offer-reminder-subject = Your answer is awaited: { $title }
mail-offer-reminder-intro = A seat is held for you, and you have not answered yet:
mail-waiting-ended-subject = The waiting list has ended: { $title }
mail-waiting-ended-intro = Registration has closed, and no seat has become free for you. We are sorry.
mail-waiting-ended-still = There is nothing to do. If the organisers can still give you a seat, they will write to you.
mail-waiting-ended-others = Perhaps another event suits you; the events on our pages show which have free seats.
mail-decisions-subject = Applications await your decision: { $title }
mail-decisions-intro = { $count ->
    [one] { $count } application awaits your decision for this event:
   *[other] { $count } applications await your decision for this event:
}
mail-decisions-closes = Registration closes at { $at } (time zone of the event).
mail-decisions-link = To decide:
