### The list of events and its filters.

catalogue-title = Практикумы, семинары и курсы
catalogue-lead = Для должностных лиц десяти государств-членов. Участие бесплатное, число мест ограничено.

catalogue-filter-search = Поиск
catalogue-filter-area = Направление
catalogue-filter-kind = Вид
catalogue-filter-country = Страна
catalogue-filter-language = Язык
catalogue-filter-mode = Формат
catalogue-filter-from = С
catalogue-filter-until = По
catalogue-filter-past = Показать прошедшие
catalogue-all-areas = Все направления
catalogue-all-kinds = Все виды
catalogue-all-countries = Все страны
catalogue-all-languages = Все языки
catalogue-any-mode = Любой

catalogue-count = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
    [many] { $count } мероприятий
   *[other] { $count } мероприятия
}
catalogue-subscribe = подписаться на этот список
catalogue-clear = сбросить
catalogue-empty-title = Ничего не найдено
catalogue-empty-advice = Сократите запрос или сбросьте один из фильтров.
