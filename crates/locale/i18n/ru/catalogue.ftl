### The list of events and its filters; events as calendars.

catalogue-title = Практикумы, семинары и курсы
catalogue-lead = Для должностных лиц десяти государств-членов. Участие бесплатное, число мест ограничено.

catalogue-filter-search = Поиск
catalogue-filter-area = Направление
catalogue-filter-kind = Вид
catalogue-filter-country = Страна
catalogue-filter-language = Язык
catalogue-filter-mode = Формат
catalogue-filter-when = Время
catalogue-filter-from = С
catalogue-filter-until = По
catalogue-all-areas = Все направления
catalogue-all-kinds = Все виды
catalogue-all-countries = Все страны
catalogue-all-languages = Все языки
catalogue-any-mode = Любой
catalogue-when-upcoming = Предстоящие и текущие
catalogue-when-past = Прошедшие
catalogue-when-all = За всё время
catalogue-more = Другие фильтры

catalogue-count = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
    [many] { $count } мероприятий
   *[other] { $count } мероприятия
}
# The hours of an event of one day, in a line of facts; $city is the city whose clocks are meant.
catalogue-hours = { $hours } ({ $city })
catalogue-subscribe = подписаться на этот список
catalogue-clear = сбросить

## Nothing found: by the filters, or at all.

catalogue-empty-title = Ничего не найдено
catalogue-empty-advice = Сократите запрос или сбросьте один из фильтров.
catalogue-clear-filters = Сбросить все фильтры
catalogue-all-dates = Искать за всё время, включая прошедшие
catalogue-none-title = Сейчас мероприятия не объявлены
catalogue-none-advice = Новые мероприятия появляются здесь сразу после публикации.
catalogue-see-past = Посмотреть прошедшие

## Calendars (.ics).

calendar-name = Maktab: мероприятия
# $title is the title of an event of several days, of which this entry is one.
calendar-day = { $title } (день { $day } из { $days })
# $city is the city whose clocks are meant.
calendar-zone = Время в программе: { $city }
