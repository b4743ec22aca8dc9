### Invitations: what coordinators see of an event's, and what the invited person sees.

## Coordinators

invite-tab = Invitations
invite-list = Invitations of this event
invite-empty = Nobody is invited yet. Whom you invite appears here, with what became of the invitation.
invite-column-whom = Invited
invite-column-role = As
invite-column-sent = Sent
invite-column-until = Good until
invite-column-uses = Used
invite-column-actions = Actions
invite-uses = { $uses } of { $allowed }
invite-state-open = Open
invite-state-used = Used
invite-state-declined = Declined
invite-state-revoked = Revoked
invite-state-expired = Expired
invite-again = Send again
invite-again-name = Send again: { $email }
invite-revoke = Revoke
invite-revoke-name = Revoke: { $email }

invite-form = Invite people
invite-addresses = Addresses
invite-addresses-hint = One on each line, with or without a name: Aziza Karimova <aziza@example.org>
invite-line = Line { $line }: “{ $text }”
invite-role = As
invite-organisation = For which organisation
invite-organisation-hint = Participants then count for the seats of that organisation, where it has any.
invite-organisation-none = None
invite-language = Language of the mail
invite-days = Good for how many days
invite-days-hint = From 1 to 365, and not beyond the end of the event.
invite-forwarding = The link may be passed on
invite-forwarding-hint = Whoever uses it types an address of their own and confirms it by mail.
invite-most-uses = How many people may use each link
invite-most-uses-hint = From 1 to 100; only where it may be passed on.
invite-button = Send invitations

invite-sent = { $count ->
    [0] No invitation was sent.
    [one] { $count } invitation was sent.
   *[other] { $count } invitations were sent.
}
invite-already = { $count ->
    [one] { $count } address has an open invitation already: { $addresses }
   *[other] { $count } addresses have open invitations already: { $addresses }
}
invite-registered = { $count ->
    [one] { $count } person is registered already: { $addresses }
   *[other] { $count } people are registered already: { $addresses }
}
invite-passed-over = { $count ->
    [one] In all, { $count } address was passed over; the list below and the registrations show which.
   *[other] In all, { $count } addresses were passed over; the list below and the registrations show which.
}
invite-sent-again = Sent again to { $email }. The former link is no longer good.
invite-revoked = Revoked: { $email }. The link is no longer good.
invite-not-open = People can be invited while the event is published and not over.
invite-moved = This invitation was used, declined or revoked meanwhile. Look at the list again.

error-addresses-required = Enter at least one address
error-addresses-email = Not every line is an address
error-addresses-too-long = Enter at most 500 addresses at once, with names of at most 200 characters
error-addresses-character = Remove control characters from the names

## The invited person

invitation-title = You are invited
invitation-participant = You are invited to take part in this event.
invitation-observer = You are invited to attend this event as an observer.
invitation-speaker = You are invited to speak at this event.
invitation-until = You can register until { $until }.
invitation-email-hint = We send a mail to it. You are registered once you have confirmed the address.
invitation-cannot = You cannot come?
invitation-cannot-text = Tell us, so that somebody else can be invited. This link is no longer good then.
invitation-decline = Decline the invitation
invitation-declined-title = You have declined the invitation
invitation-declined-text = Thank you for telling us. If you change your mind, ask the organisers for a new invitation.
invitation-used-title = This invitation was used
invitation-used-text = Somebody has registered by it. If it was you, you find the registration under “My registrations”.
invitation-over-title = This invitation is no longer good
invitation-over-text = Its time has run out, or the organisers have taken it back. Ask them for a new one.
invitation-done-title = You are registered
invitation-waiting-title = You are on the waiting list
