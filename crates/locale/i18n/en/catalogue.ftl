### The list of events and its filters.

catalogue-title = Workshops, seminars and courses
catalogue-lead = Open to officials of the ten member states. Registration is free; places are limited.

catalogue-filter-search = Search
catalogue-filter-area = Area
catalogue-filter-kind = Kind
catalogue-filter-country = Country
catalogue-filter-language = Language
catalogue-filter-mode = How
catalogue-filter-from = From
catalogue-filter-until = Until
catalogue-filter-past = Show past events
catalogue-all-areas = All areas
catalogue-all-kinds = All kinds
catalogue-all-countries = All countries
catalogue-all-languages = All languages
catalogue-any-mode = Any

catalogue-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
catalogue-subscribe = subscribe to this list
catalogue-clear = clear
catalogue-empty-title = No event matches
catalogue-empty-advice = Try fewer words, or clear a filter.
