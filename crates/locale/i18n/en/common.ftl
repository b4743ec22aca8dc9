### The frame of every page: masthead, navigation, footer, buttons, paging, times.

brand = Maktab
brand-line = ECO · IOM capacity building
skip-to-content = Skip to the content
language-label = Language

nav-label = Main navigation
nav-events = Events
nav-courses = Courses
nav-verify = Verify a certificate
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-my = My registrations
nav-teach = My sessions
nav-manage = Manage
nav-nominate = Nominations
nav-admin = Administration
trail-label = Where this page stands
# Marks content that is not in the language of the page. $language as in “English”.
content-in = in { $language }

footer-line = The training programme of the Economic Cooperation Organization and the International Organization for Migration, under their Memorandum of Understanding of 27 January 2009.
footer-demo = Demonstration: every person and event here is invented, and no mail leaves this server.
footer-demo-mail = Read the mail
footer-demo-clock = Set the clock

field-optional = (optional)

action-save = Save
action-cancel = Cancel
action-back = Back
action-search = Search
action-clear = Clear
action-remove = Remove

page-label = Pages
page-previous = Previous page
page-next = Next page
page-position = Page { $page } of { $pages }

# Stands before the names of file formats: “Export: CSV · Excel · JSON”.
export-label = Export:
# The full name of one of them. $format as “CSV”.
export-as = Export as { $format }
# Headings of columns that only exported lists have.
export-address = Web address
export-seats-taken = Seats taken
export-seats-left = Seats left
export-registration = Registration
export-attended = Attended, %
export-session = Session
export-recorded = Attendance recorded for
export-expected = People with a place
export-nominated-by = Nominated by
export-nominated-at = Nominated on
export-nominated-place = Place in the order of the country
export-attendance = Attendance
export-recorded-by = Recorded by
export-recorded-at = Recorded at
export-problems = Problems
export-carried-out-at = Carried out at

# $city is the city that gives the time zone its name.
time-in-city = { $city } time
time-date-and-time = { $date }, { $time }
