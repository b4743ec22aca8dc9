### Refused input (`error-{code}` by the codes of the domain, `error-{field}-{code}` for one field), pages of failures.

error-required = Fill in this field
error-too-short = This is too short
error-too-long = This is too long
error-email = Enter an email address like name@example.org
error-character = Remove line breaks and control characters
error-not-latin = Write this in Latin letters, as in a passport
error-choice = Choose one of the options
error-number = Enter a whole number within the range
error-days-number = Enter a whole number from 1 to 365
error-uses-number = Enter a whole number from 1 to 100
error-offer-hours-number = Enter a whole number from 1 to 720
error-seats-number = Enter a whole number from 0 to 100,000
error-date = Enter a date or time in the form shown
error-order = The end must come after the start
error-consent = Tick this box to continue
error-password = Choose a longer password that is hard to guess
error-taken = This is already in use
error-full = No seat is left for this
error-country-full = Every seat for this country is taken
error-seats-order = { $number ->
    [one] { $number } seat is taken or held already: the quota cannot be lower
   *[other] { $number } seats are taken or held already: the quota cannot be lower
}
error-quota-seats-order = { $number ->
    [one] { $number } seat is taken or held already: the quota cannot be lower
   *[other] { $number } seats are taken or held already: the quota cannot be lower
}
error-organisation-full = No seat of this organisation is left
error-whom-taken = There is a quota for this already
error-name-required = Enter the full name
error-email-required = Enter the email address

problem-title = There is a problem
problem-item = { $label }: { $text }
problem-text = What was sent could not be accepted, and nothing was stored. Go back and correct it.

not-now-title = This is not possible now
repeated-title = This form was sent already
repeated-text = It was carried out with the entries that you sent first. Now it came again with other entries, and nothing more was changed. If you want both, send it once more.
repeated-send = Send it once more
repeated-back = Back to the page
received-title = This was received already
received-text = What you sent was carried out and stored; it was not done twice. Only our answer got lost on its way.
forbidden-title = You may not see this page
forbidden-text = Sign in with another account, or ask a coordinator for access.
not-found-title = Page not found
not-found-text = The address may be mistyped, or the page may have moved. The list of events shows what is there.
too-many-title = Too many requests
too-many-text = Wait a minute, then try again.
failed-title = Something went wrong on our side
failed-text = Go back and try again. If it happens again, tell us when it happened.
unavailable-title = The service is not available just now
unavailable-text = Try again in a few minutes.
failure-to-events = Go to the events
unreadable-title = The request could not be understood
unreadable-text = Go back and try again. If you followed a link, it may be incomplete.
method-title = This page cannot do that
method-text = Go back and use the form or the buttons of the page.
slow-title = The request took too long
slow-text = Check your connection, go back and try again.
too-large-title = What you sent is too large
too-large-text = Shorten long texts, then send the form again.
form-type-title = The form was sent in a way we cannot read
form-type-text = Go back and send the form from the page itself.
cross-site-title = This form did not come from our pages
cross-site-text = To protect your account, nothing was changed. Open the page on this site and send the form from there.

seed-not-empty = This database is not empty. Demonstration data only go into an empty one.
