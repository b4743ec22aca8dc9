### Registering for an event, the fields of a person, the link of the mail, privacy.

brief-when = When
brief-begins = Begins
brief-where = Where
# $zone is the name of the time zone, as "Tashkent time".
brief-moment = { $time } ({ $zone })

person-email = Email address
person-email-hint = We write to it, and it is how you sign in.
person-name = Full name in Latin letters
person-name-hint = As in your passport. It is printed on the certificate like this.
person-native-name = Full name in your own script
person-native-name-hint = Where it is written differently, for example in Cyrillic or Arabic letters.
person-native-language = Language of that name
person-country = Country
person-institution = Institution
person-institution-hint = Ministry, agency or organisation for which you work.
person-job-title = Job title
person-language = Language of our mails to you
person-language-hint = Pages appear in whichever language you choose on them.
person-choose = Choose

register-title = Register
register-page-title = Register: { $title }
register-as = You register as
register-known = Have you been here before?
register-privacy = What we do with these details:
register-consent = I agree that the organisers use these details to run this event and to issue certificates.
register-button = Register
register-already = You are registered already.
register-other-events = See other events
register-closed = The time to register has passed.
register-not-yet = Registration opens on { $at }.
register-full = Every seat is taken or held at the moment. Seats that are given up or not confirmed in time become free again.
register-waiting = Every seat is taken at the moment. You can join the waiting list: as soon as a seat is free and it is your turn, we offer it to you by mail.
register-button-waiting = Join the waiting list
register-by-nomination = Governments nominate the participants of this event. Ask the focal point of your country.
register-by-invitation = The organisers invite the participants of this event personally.
register-cancelled = This event will not take place.

register-sent-title = Check your mail
register-sent-text = Open the link in the mail and press the button there: only then is your registration confirmed.
register-sent-held = { $hours ->
    [one] Your seat is held for { $hours } hour.
   *[other] Your seat is held for { $hours } hours.
}
register-sent-time = { $hours ->
    [one] The link is good for { $hours } hour.
   *[other] The link is good for { $hours } hours.
}
register-sent-spam = If nothing arrives within ten minutes, look into the folder for unwanted mail, or register once more.

confirm-title = Confirm your registration
confirm-text = You are about to confirm the registration of { $name } for this event.
confirm-button = Confirm registration
confirm-check = Is something here wrong, or did you not type it? Then do not confirm it. Register again: what was sent last counts, and earlier links stop working.
confirm-done-title = Your address is confirmed
confirm-done-sign-in = Sign in to see your registrations.
confirm-already-title = Confirmed already
confirm-already-text = This registration has been confirmed before. There is nothing more to do.
confirm-newer-title = There is a newer link
confirm-newer-text = The form was sent again for this address since then. Open the link in our newest mail, or register again.
confirm-over-title = This link is no longer good
confirm-over-text = The time to confirm has passed, or the registration was cancelled, and the seat was given back. You can register again as long as seats are left.
confirm-over-again = Register again
confirm-unknown-title = We do not know this link
confirm-unknown-text = Perhaps it was not copied completely. Open it from the mail once more, or register again.

privacy-title = Privacy
privacy-lead = What we know about you, what for, who sees it, and for how long.
privacy-what-title = What we keep
privacy-what = Your name, email address, country, institution and job title as you typed them; for which events you registered; in which sessions you were present; and the certificates you received.
privacy-why-title = What for
privacy-why = To give you a place, to write to you about it, to prepare the event, to issue a certificate, and to let others verify it. With your consent, and for nothing else: no advertising, no sale, no profiling.
privacy-who-title = Who sees it
privacy-who = The coordinators of the organisations that hold the event, and its trainers. Whoever holds your certificate or its number can check what is printed on it, and no more. The two organisations see the people of an event of the other only where they hold it together.
privacy-long-title = How long
privacy-long = A registration that is not confirmed in time ends by itself. Certificates are kept so that they can still be verified years later; everything else is deleted when it is no longer needed for the programme.
privacy-cookies-title = Cookies
privacy-cookies = One cookie keeps you signed in, another remembers your language. There are no others, and no third party is told of your visit.
privacy-rights-title = Your rights
privacy-rights = You can see and correct your details under “My registrations”. To have them deleted, or to withdraw your consent, answer any mail of ours.
privacy-version = Version of this text: { $version }

offer-title = A seat for you
offer-text = A seat at this event is held for { $name }.
offer-until = Please answer by { $until }.
offer-consent = By accepting, you agree that the organisers use your details to run this event and to issue certificates.
offer-accept = Accept the seat
offer-decline = Decline
offer-accepted-title = The seat is yours
offer-accepted-text = You have accepted the seat. Sign in to see your registrations.
offer-declined-title = You have declined the seat
offer-over-title = This offer is over
offer-over-text = The time to answer has passed, or the offer was answered or withdrawn.
offer-unknown-text = Perhaps it was not copied completely. Open it from the mail once more.
