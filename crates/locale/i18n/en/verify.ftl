### The page on which anybody verifies a certificate.

verify-title = Verify a certificate
verify-lead = Enter the number that stands on the certificate. You then see everything that was printed on it, and whether it is valid. No account is needed.
verify-number = Certificate number
# $example is a number as it is printed.
verify-number-hint = For example { $example }. Capitals, spaces and hyphens do not matter.
verify-submit = Verify
verify-another = Verify another certificate

## What was typed is no number of ours

verify-no-number-title = This is no certificate number
verify-no-number = A number has letters in front, a year, and two groups of four characters. Compare it with the certificate.
verify-mistyped-title = The number is not right
verify-mistyped = At least one character of it is wrong, or two have changed places. Compare it with the certificate.
verify-unknown-title = No such certificate is known
verify-unknown = No certificate was ever issued here under the number { $number }.
verify-check-title = What you can check
verify-check-number = Compare the number with the certificate, character by character.
verify-check-host = Compare the address beside the QR code: certificates of this programme name { $host }.
verify-check-ask = If both are right, the certificate was not issued here. Ask the organisation that it names.

## Where a certificate stands

verify-valid-title = This certificate is valid
verify-valid = It was issued as shown here, and nothing has changed since.
verify-expired-title = This certificate has expired
verify-expired = It was issued as shown here and was valid until { $date }.
verify-revoked-title = This certificate was revoked
verify-revoked = It was revoked on { $date } and is no longer valid.
verify-revoked-reason = Reason: { $reason }
verify-replaced-title = This certificate was replaced
verify-replaced = Another certificate stands in its place:
verify-altered-title = This certificate cannot be trusted
verify-altered = What is kept under this number does not fit its signature: something was altered. Do not rely on it, and tell the organisation that the certificate names.
verify-as-of = Status as of { $at }

## What was issued

verify-printed = What was printed
verify-compare = Compare every line with the certificate in your hands. A line that differs there was altered.
# $number is the number of the certificate.
verify-caption = Certificate { $number }
verify-column-field = Line
verify-column-value = As printed
verify-signature = Signature
verify-signed-by = Signed for
verify-signed-at = Signed on
verify-key = Key
verify-fits = The signature fits what is shown here.
