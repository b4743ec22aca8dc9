### Refused input (`error-{code}` by the codes of the domain, `error-{field}-{code}` for one field), pages of failures.

error-required = Fill in this field
error-too-short = This is too short
error-too-long = This is too long
error-email = Enter an email address like name@example.org
error-character = Remove line breaks and control characters
error-not-latin = Write this in Latin letters, as in a passport
error-choice = Choose one of the options
error-number = Enter a whole number within the range
error-date = Enter a date or time in the form shown
error-order = The end must come after the start
error-consent = Tick this box to continue
error-password = Choose a longer password that is hard to guess
error-taken = This is already in use
error-name-required = Enter your name
error-email-required = Enter your email address

problem-title = There is a problem
problem-text = What was sent could not be accepted, and nothing was stored. Go back and correct it.

not-now-title = This is not possible now
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
