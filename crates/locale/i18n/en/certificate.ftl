### Certificates as coordinators see them: who is eligible, issuing, revoking; and the mails about them.

certificate-title = Certificates
# $kind is a kind of certificate, as "Certificate of completion".
certificate-rule = { $kind }, for attending at least { $percent } of { $sessions ->
    [one] the one session
   *[other] the { $sessions } sessions
} in which attendance is taken.
certificate-rule-leaves-count = A session missed with an excuse is not counted.
certificate-rule-counts-as-absent = A session missed with an excuse counts as missed.
# Stands in the signed credential.
certificate-criteria = Attended at least { $percent } of the sessions in which attendance was taken.

## What can be done now

certificate-due = { $count ->
    [one] One person can get a certificate now.
   *[other] { $count } people can get a certificate now.
}
certificate-none-due = There is nobody to whom a certificate could be issued now.
certificate-issue-all = { $count ->
    [one] Issue one certificate
   *[other] Issue { $count } certificates
}
certificate-not-over = The event is not over. Certificates can be issued after its end.
certificate-cancelled = The event was cancelled. It has no certificates.
certificate-obstacle = Certificates of this event cannot be printed yet: { $problem }
certificate-unprintable = Something that belongs on the certificate cannot be printed. The page of the event’s certificates says what.
certificate-nobody-due = There is nobody left who is eligible and has no certificate.
certificate-not-eligible = This person does not meet the rule of the event. No certificate was issued.
certificate-issued-already = This person holds a certificate of this event that stands. No other was issued.

## The participants

certificate-people = Participants
certificate-filter-label = Show
# $name is the name of a list.
certificate-filter = { $name } ({ $count })
certificate-filter-all = All
certificate-filter-eligible = Eligible
certificate-filter-not-eligible = Not eligible
certificate-filter-issued = Issued
certificate-people-none = Nobody is registered for this event.
certificate-people-none-here = There is nobody in this list.
certificate-column-person = Participant
certificate-column-answer = Eligible?
certificate-column-certificate = Certificate
certificate-eligible = Eligible
certificate-not-eligible-badge = Not eligible
certificate-issue-one = Issue
    .label = Issue a certificate to { $name }
certificate-revoked-before = An earlier certificate was revoked. A new one is only issued singly.

## Why somebody is eligible or not

certificate-attended = { $attended } of { $counted ->
    [one] one session
   *[other] { $counted } sessions
}, { $percent }
certificate-attended-but = { $attended } of { $counted ->
    [one] one session
   *[other] { $counted } sessions
}, { $percent }: { $details }
certificate-below = { $attended } of { $counted ->
    [one] one session
   *[other] { $counted } sessions
}, { $percent }, below { $minimum }: { $details }
certificate-so-far = The event is not over. So far { $attended } of { $counted ->
    [one] one session
   *[other] { $counted } sessions
}
certificate-nothing-counts = No session counts: attendance is taken in none, or every absence was excused
# $state is the state of the registration.
certificate-no-place = No confirmed place: { $state }
# $sessions are the numbers of the sessions, as "3 and 5".
certificate-missing = { $count ->
    [one] missing session { $sessions }
   *[other] missing sessions { $sessions }
}
certificate-not-recorded = not recorded: { $sessions }
certificate-excused = excused: { $sessions }
# Between two reasons.
certificate-and = { $one }; { $other }

## What was issued

certificate-issued = Issued certificates
certificate-issued-none = No certificate of this event has been issued yet.
certificate-column-number = Number
certificate-column-holder = Holder
certificate-column-date = Issued on
certificate-column-state = State
certificate-column-links = Files and steps
certificate-pdf = PDF
    .label = PDF of certificate { $number }
certificate-json = Credential
    .label = Credential of certificate { $number }, signed JSON
certificate-verify = Verify
    .label = Verify certificate { $number }
certificate-revoke = Revoke
    .label = Revoke certificate { $number }
certificate-done-issued = Certificate { $number } was issued.
certificate-done-revoked = Certificate { $number } was revoked.

## Issuing

certificate-confirm-title = Issue certificates
certificate-confirm-count = { $count ->
    [one] One person will get a certificate.
   *[other] { $count } people will get a certificate.
}
certificate-confirm-mail = Each of them gets a mail, in their language, with the way to the certificate.
certificate-confirm-final = What is issued can no longer be changed, only revoked. Check the names before you go on.
certificate-confirm-names = The names as they will be printed
certificate-confirm-changed = The number of people has changed since you opened this page. Look at the names again before you go on.
certificate-one-title = Issue a certificate to { $name }
certificate-one-mail = A mail with the way to the certificate goes to this person.
certificate-one-submit = Issue the certificate

certificate-run-title = Certificates are being issued
certificate-run-ended-title = Certificates were issued
certificate-run-count = { $issued } of { $total } issued
certificate-run-leave = You can leave this page: the work goes on, every holder gets a mail, and you get one when it is done.
certificate-run-done = { $issued ->
    [0] No certificate was issued.
    [one] One certificate was issued.
   *[other] { $issued } certificates were issued.
}
certificate-run-failed = { $count ->
    [one] One certificate could not be printed.
   *[other] { $count } certificates could not be printed.
}
certificate-run-problem = The last problem: { $problem }
certificate-run-passed-over = { $count ->
    [one] One person was passed over, because something changed meanwhile. Look at the list and issue again.
   *[other] { $count } people were passed over, because something changed meanwhile. Look at the list and issue again.
}
certificate-run-progress = Progress
certificate-run-show = Show the progress
certificate-run-open = Certificates of this event are being issued: { $issued } of { $total }.
certificate-run-to-list = To the certificates of the event

## Revoking

certificate-revoke-title = Revoke certificate { $number }
certificate-revoke-whose = { $kind } of { $name }, issued on { $date }.
certificate-revoke-public = The certificate is not deleted: whoever verifies it learns that it was revoked, when and for which reason.
certificate-revoke-mail = The holder gets a mail with the reason.
certificate-revoke-final = This cannot be undone. Where the rule of the event is met, a new certificate can be issued afterwards.
certificate-revoke-reason = Reason
certificate-revoke-reason-hint = Everybody who verifies the certificate reads it. Write one line, without private details of the person.
certificate-revoke-submit = Revoke the certificate
certificate-revoked-already = This certificate was revoked before. Nothing was changed.

## Mails

certificate-mail-number = Certificate number: { $number }
certificate-mail-ready-subject = Your certificate: { $title }
certificate-mail-ready-intro = Congratulations: your certificate is ready.
certificate-mail-ready-own = Sign in to download it, as a PDF to print and as a signed credential:
certificate-mail-ready-verify = Anybody to whom you show the certificate can verify it here, without an account:
certificate-mail-revoked-subject = Your certificate was revoked: { $title }
certificate-mail-revoked-intro = The organisers have revoked a certificate that had been issued to you. It is no longer valid.
certificate-mail-revoked-reason = Reason: { $reason }
certificate-mail-revoked-verify = This page shows it to everybody who verifies the certificate:
certificate-mail-revoked-question = If you think that this is a mistake, write to the organisers of the event.
certificate-mail-run-subject = Certificates were issued: { $title }
certificate-mail-run-list = All certificates of the event, with what to do where one is missing:
