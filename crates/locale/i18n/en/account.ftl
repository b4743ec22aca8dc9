### Signing in and out; the password; the signed-in browsers.

sign-in-title = Sign in
sign-in-lead = For your registrations and certificates, and for the work of trainers and coordinators.
sign-in-by-link = With a link by mail
sign-in-by-link-hint = We mail you a link that signs you in. No password is needed.
sign-in-by-link-button = Mail me a link
sign-in-by-password = With a password
sign-in-password = Password
sign-in-button = Sign in
sign-in-no-account = No account yet? One comes with your first registration for an event.
written-to = We have written to
written-to-other = Correct the address
sign-in-sent-title = Check your mail
sign-in-sent-text = { $minutes ->
    [one] The link in the mail is good for { $minutes } minute, and once.
   *[other] The link in the mail is good for { $minutes } minutes, and once.
}
sign-in-link-text = Press the button to sign in with this browser.
sign-in-useless-title = This link is no longer good
sign-in-useless-text = A link to sign in works once, and only for some minutes.
sign-in-useless-again = Ask for a new link

account-password-none = You have no password and sign in with links by mail. You can set one if you like.
account-password-set = You can sign in with a password or with a link by mail.
account-password-button = Set the password
account-password-change = Change the password
account-current-password = Present password
account-new-password = New password
account-new-password-hint = At least eight characters; a few words in a row are easy to remember. All other browsers are signed out.
account-browsers = Where you are signed in
account-browser = Browser
account-since = Signed in
account-seen = Last used
account-this-browser = This one
account-unknown-browser = Unknown browser
account-sign-out-others = Sign out everywhere else

## What is wrong with a field of these forms.

error-name-not-latin = Write your name in Latin letters, as in your passport
error-country-required = Choose your country
error-login-required = Enter your email address
error-password-required = Enter your password
error-password-choice = The address and the password do not match
error-current-password-choice = This is not your present password
error-institution-required = Enter the institution
error-job-title-required = Enter the job title
