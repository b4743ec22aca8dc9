### Importing lists of participants: what coordinators see, and the letters to those who are imported.

import-title = Import participants
import-link = Import from a file
import-stages = Steps of the import
import-stage-file = File
import-stage-columns = Columns
import-stage-check = Check
import-stage-done = Done

## The file

import-intro = Choose a list of participants: a CSV file or an Excel workbook (.xlsx). Nothing is added before you have seen what would happen.
import-file = File
import-file-hint = At most { $megabytes } MB and { $rows } rows below the headings.
import-upload = Upload and go on
import-example = An empty list with the right headings:
import-example-as = Empty list as { $format }
import-fields = What a list can hold
import-fields-hint = Headings are recognised in English, Russian, Persian and Turkish, in any order. Further columns are ignored.
import-fields-name = Heading
import-fields-form = What stands there
import-fields-required = needed
import-list = Imports of this event
import-column-file = File
import-column-by = Uploaded by
import-column-at = Uploaded
import-column-state = State
import-state-uploaded = Columns to be chosen
import-state-read = To be checked
import-state-done = { $count ->
    [one] { $count } person added
   *[other] { $count } people added
}
import-state-taken-back = Taken back
import-kept = A file that is not carried out is deleted after a day.
import-gone = This file is no longer here. Choose it again.
import-discard = Delete this file
import-discarded = The file was deleted. Nothing was added.
import-no-file = Choose a file
import-lost = The file did not arrive completely. Choose it again.
import-is-done = This import has been carried out already.
import-nobody = Nobody would be added: everybody on the list is registered already.
import-back-too-late = This import can no longer be taken back: a letter has left, or somebody has moved on.

## Why a file is not read

import-refused-empty = There is nothing in this file.
import-refused-no-rows = There is nothing below the headings in row { $row }.
import-refused-bytes = This file is larger than { $megabytes } MB. Delete pictures and columns that are not needed, or divide the list into several files.
import-refused-rows = This list has more than { $rows } rows. Divide it into several files.
import-refused-columns = Row { $row } has more than { $columns } columns. Delete those that are not needed.
import-refused-cell = The cell in row { $row }, column { $column } has more than { $characters } characters.
import-refused-text = The cells of this file hold too much text: more than { $megabytes } MB.
import-refused-unpacked = This workbook is larger than { $megabytes } MB when it is unpacked. Copy the list into a new workbook.
import-refused-parts = This workbook has too many parts. Copy the list into a new workbook.
import-refused-links = This workbook takes values from other files. Paste the values instead of the links.
import-refused-sheet = This workbook has no worksheet that is shown.
import-refused-encoding = The text is damaged, or written in another encoding. Save the list as .xlsx, or as CSV in UTF-8.
import-refused-quote = A quotation mark in row { $row } is never closed.
import-refused-damaged = This file is damaged. Open it in a spreadsheet program and save it anew.
import-refused-resave = This is { $kind }. Open it in a spreadsheet program and save it as .xlsx or CSV.
import-refused-copy = This is { $kind }. Copy the table into a workbook and save it as .xlsx.
import-refused-encrypted = This workbook is protected with a password. Save it without one.
import-refused-archive = This is an archive. Upload the table that is in it.
import-refused-binary = This is neither an Excel workbook (.xlsx) nor a CSV file.
import-kind-xls = an old Excel file (.xls)
import-kind-xlsb = a binary Excel file (.xlsb)
import-kind-office = a document of an old office program
import-kind-ods = an OpenDocument file
import-kind-word = a Word document
import-kind-slides = a presentation
import-kind-pdf = a PDF
import-kind-picture = a picture
import-kind-web = a web page
import-kind-xml = an XML file
import-kind-rtf = a text document (.rtf)

## The columns

import-columns-title = Which column holds what
import-columns-text = { $rows ->
    [one] “{ $file }” holds { $rows } row below its headings. These are the first rows:
   *[other] “{ $file }” holds { $rows } rows below its headings. These are the first rows:
}
import-columns-row = Row
import-columns-none = Not in the file
import-column-missing = Choose the column for “{ $field }”
import-column-twice = “{ $field }” has the same column as another field
import-column-several = Several columns could hold “{ $field }”: { $columns }. Look which is right.
import-column-repeated = These headings stand above more than one column: { $headings }.
import-encoding = Encoding of the file
import-encoding-guessed = The file does not say how its letters are written. If they look wrong, choose another encoding.
import-sheet = Worksheet
import-reread = Read again
error-encoding-choice = The file cannot be read in this encoding
error-sheet-choice = There is no list on this worksheet
import-people-title = What becomes of the people
import-outcome = Each person
import-outcome-offer = is offered a seat, and accepts or declines it
import-outcome-list = is put on the list for your decision
import-outcome-confirm = has a place at once, because they have agreed already
import-outcome-hint = An offer holds a seat for each person until they answer. People on the list for your decision hold no seat.
import-outcome-no-offer = Seats cannot be offered any more: registration is over.
error-outcome-choice = Seats can be offered only while registration is open
import-default-hint = For people in whose row nothing else stands.
import-tell = Tell them by mail
import-tell-hint = An offer is always sent, as it has to be answered. Letters leave { $minutes } minutes after you have confirmed.
import-check = Check the list
import-other-file = Choose another file

import-field-name = Name
import-field-native_name = Name in own script
import-field-native_language = Language of that name
import-field-email = Email
import-field-country = Country
import-field-institution = Institution
import-field-job_title = Job title
import-field-language = Language for mail
import-field-role = As
import-field-organisation = For which organisation
import-field-registered_at = Registered
import-expected-name = The full name in Latin letters, as in a passport
import-expected-native_name = The full name in another script, on one line
import-expected-native_language = A language by its name or code, as Uzbek or uz
import-expected-email = One email address, as name@example.org
import-expected-country = A country of the programme by its name or code, as Uzbekistan or UZ
import-expected-institution = The ministry, agency or organisation, on one line
import-expected-job_title = The position, on one line
import-expected-language = English, Russian, Persian or Turkish, or en, ru, fa, tr
import-expected-role = Participant, observer or speaker
import-expected-organisation = An organisation of the programme by its code or name, as ECO
import-expected-registered_at = A day that is not in the future, as 2026-09-18 or 18.09.2026

## The check

import-check-title = What would happen
import-problems-title = { $count ->
    [one] { $count } problem in the file
   *[other] { $count } problems in the file
}
import-problems-text = Nothing can be added before the file is right. Correct these cells and upload it again, or choose other columns.
import-problems-more = The first { $shown } of { $count } are shown; the export holds up to a thousand.
import-problem-row = Row
import-problem-column = Column
import-problem-field = Field
import-problem-value = What stands there
import-problem-expected = What should stand there
import-problem-empty = nothing
import-repeated = Each address once: this one stands in row { $row } already
import-fact-file = File
import-fact-rows = Rows
import-fact-add = To be added
import-fact-added = Added
import-fact-known = Known to Maktab already
import-fact-passed = Registered already, passed over
import-fact-letters = Mail
import-fact-offer = Offers can be answered until
import-fact-by = Carried out by
import-fact-hash = SHA-256 of the file
import-letters-yes = Each person gets a mail
import-letters-no = None
import-seats-title = Seats
import-seats-whose = Whose seats
import-seats-event = The event
import-seats-all = Seats
import-seats-taken = Taken
import-seats-wanted = Needed
import-seats-missing = Missing
import-seats-text = { $count ->
    [one] { $count } seat is missing, so nothing can be added. Take people off the list, raise the number of seats, or put them on the list for your decision.
   *[other] { $count } seats are missing, so nothing can be added. Take people off the list, raise the number of seats, or put them on the list for your decision.
}
import-no-seats = There are no longer as many seats as were free a moment ago. Nothing was stored.
import-changed = The file was read anew meanwhile. Nothing was stored: look at it once more.
import-passed-title = Registered already
import-rows-title = Who would be added
import-row-known = known
import-confirm = { $count ->
    [one] Add { $count } person
   *[other] Add { $count } people
}
import-confirm-text = All of them are added together, or nobody.
import-change-columns = Change the columns
import-to-registrations = Go to the registrations

## The result

import-done-offer = { $count ->
    [one] { $count } person was added and is offered a seat.
   *[other] { $count } people were added and are offered a seat.
}
import-done-list = { $count ->
    [one] { $count } person was added and awaits your decision.
   *[other] { $count } people were added and await your decision.
}
import-done-confirm = { $count ->
    [one] { $count } person was added and has a place.
   *[other] { $count } people were added and have a place.
}
import-back-text = The import can be taken back until { $until }: its people are gone then, and their letters do not leave.
import-back = Take the import back
import-back-title = This import was taken back
import-back-done = { $count ->
    [one] { $count } person was taken back.
   *[other] { $count } people were taken back.
}
import-back-stay = { $count ->
    [one] { $count } person has moved on since and stays.
   *[other] { $count } people have moved on since and stay.
}

## Letters

import-mail-offered = The organisers have put you on their list for this event. A seat is held for you:
import-mail-confirmed = The organisers have put you on their list: you have a place at this event.
import-mail-listed-subject = You are proposed: { $title }
import-mail-listed = The organisers have put you on their list of candidates for this event:
import-mail-not-you = If you do not want to take part, or know nothing of this, answer this mail.
