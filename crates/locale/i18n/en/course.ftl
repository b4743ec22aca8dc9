### The courses of the catalogue.

course-list-title = Courses
course-list-lead = What is taught, for whom, and when it runs next.
course-other-area = Other
course-none-title = No course is described yet
course-none-advice = The events are in the catalogue all the same.
course-to-events = See all events
course-runs = { $count ->
    [one] { $count } run ahead
   *[other] { $count } runs ahead
}
course-area = Areas
course-upcoming = Next runs
course-no-run = No run of this course is announced at present.
course-to-list = All courses
