### Refused input (by the codes of the domain, `error-{code}`, or for one field) and error pages.

error-summary = There is a problem
error-prefix = Error:
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

status-403-title = You may not see this page
status-403-text = Sign in with another account, or ask a coordinator for access.
status-404-title = Page not found
status-404-text = The address may be mistyped, or the page may have moved. The list of events shows what is there.
status-429-title = Too many requests
status-429-text = Wait a minute, then try again.
status-500-title = Something went wrong on our side
status-500-text = Go back and try again. If it happens again, tell us when it happened.
status-503-title = The service is not available just now
status-503-text = Try again in a few minutes.
status-home = Go to the home page
