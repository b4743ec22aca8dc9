### The list of events and its filters; events as calendars.

catalogue-title = Workshops, seminars and courses
catalogue-lead = Open to officials of the ten member states. Registration is free; places are limited.

catalogue-filter-search = Search
catalogue-filter-area = Area
catalogue-filter-kind = Kind
catalogue-filter-country = Country
catalogue-filter-language = Language
catalogue-filter-mode = How
catalogue-filter-when = When
catalogue-filter-from = From
catalogue-filter-until = Until
catalogue-all-areas = All areas
catalogue-all-kinds = All kinds
catalogue-all-countries = All countries
catalogue-all-languages = All languages
catalogue-any-mode = Any
catalogue-when-upcoming = Upcoming and running
catalogue-when-past = Past
catalogue-when-all = All dates
catalogue-more = More filters

catalogue-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
# The hours of an event of one day, in a line of facts; $city is the city whose clocks are meant.
catalogue-hours = { $hours } { $city } time
catalogue-subscribe = subscribe to this list
catalogue-clear = clear

## Nothing found: by the filters, or at all.

catalogue-empty-title = No event matches
catalogue-empty-advice = Try fewer words, or clear a filter.
catalogue-clear-filters = Clear all filters
catalogue-all-dates = Search all dates, past ones too
catalogue-none-title = No event is announced at present
catalogue-none-advice = New events appear here as soon as they are published.
catalogue-see-past = See past events

## Calendars (.ics).

calendar-name = Maktab: events
# $title is the title of an event of several days, of which this entry is one.
calendar-day = { $title } (day { $day } of { $days })
# $city is the city whose clocks are meant.
calendar-zone = Times of the agenda: { $city }
