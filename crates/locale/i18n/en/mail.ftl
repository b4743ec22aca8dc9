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
mail-cancelled-intro = You have cancelled your registration for this event. Your seat is free for others.
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
