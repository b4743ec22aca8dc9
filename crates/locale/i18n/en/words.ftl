### The words of the domain, by the codes that the database keeps: `area-{code}` and so on.
### The ids are composed at run time; the test of the sources knows their prefixes.

## The ten areas of cooperation (Memorandum, article V.1).

area-i = Benefits of migration, easing emigration pressure
area-ii = Border management
area-iii = Labour migration
area-iv = Migration health
area-v = Irregular labour mobility and legal avenues
area-vi = Counter-trafficking and protection of victims
area-vii = Voluntary return and reintegration
area-viii = Systems, technology, law, policy and dialogue
area-ix = Research and capacity building
area-x = Workshops, seminars, conferences and training courses

## The same, short enough for a label.

area-short-i = Benefits of migration
area-short-ii = Border management
area-short-iii = Labour migration
area-short-iv = Migration health
area-short-v = Legal avenues
area-short-vi = Counter-trafficking
area-short-vii = Return and reintegration
area-short-viii = Systems and technology
area-short-ix = Research
area-short-x = Training events

kind-workshop = Workshop
kind-seminar = Seminar
kind-conference = Conference
kind-training-course = Training course

## `.inline` stands inside a line of facts.

mode-in-person = In person
    .inline = in person
mode-online = Online
    .inline = online
mode-hybrid = Hybrid
    .inline = hybrid

## How people come to an event.

admission-open = Open to all
admission-approval = With approval
admission-nominated = By nomination
admission-invited = By invitation

## Whether one can register now.

gate-open = Registration open
gate-not-yet = Registration not open yet
gate-closed = Registration closed
gate-full = Full
gate-waiting-list = Full, waiting list open
gate-by-nomination = By nomination
gate-by-invitation = By invitation
gate-cancelled = Cancelled

state-event-draft = Draft
state-event-published = Published
state-event-running = Running
state-event-completed = Completed
state-event-archived = Archived
state-event-cancelled = Cancelled

state-registration-pending = Waiting for email confirmation
state-registration-submitted = Awaiting a decision
state-registration-confirmed = Confirmed
state-registration-waitlisted = On the waiting list
state-registration-offered = Seat offered
state-registration-declined = Declined
state-registration-cancelled = Cancelled

attendance-present = Present
attendance-late = Late
attendance-excused = Excused
attendance-absent = Absent

kind-certificate-participation = Certificate of participation
kind-certificate-completion = Certificate of completion
kind-certificate-appreciation = Certificate of appreciation

state-certificate-valid = Valid
state-certificate-expired = Expired
state-certificate-revoked = Revoked
state-certificate-replaced = Replaced
state-certificate-unknown = Unknown
state-certificate-altered = Altered

role-trainee = Trainee
role-trainer = Trainer
role-coordinator = Coordinator
role-focal-point = Focal point
role-administrator = Administrator

## Official short names; other countries come from CLDR.

country-af = Afghanistan
country-az = Azerbaijan
country-ir = Iran
country-kz = Kazakhstan
country-kg = Kyrgyzstan
country-pk = Pakistan
country-tj = Tajikistan
country-tr = Türkiye
country-tm = Turkmenistan
country-uz = Uzbekistan

## As they stand in a line of facts; other languages come from CLDR.

language-en = English
language-ru = Russian
language-fa = Persian
language-tr = Turkish
language-prs = Dari
language-ps = Pashto
language-ur = Urdu
language-az = Azerbaijani
language-kk = Kazakh
language-ky = Kyrgyz
language-tg = Tajik
language-tk = Turkmen
language-uz = Uzbek

role-in-event-participant = Participant
role-in-event-observer = Observer
role-in-event-speaker = Speaker
