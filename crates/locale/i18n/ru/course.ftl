### The courses of the catalogue.

course-list-title = Курсы
course-list-lead = Чему учат, кого и когда состоится следующее мероприятие.
course-other-area = Прочее
course-none-title = Описаний курсов пока нет
course-none-advice = Мероприятия можно найти в каталоге.
course-to-events = Посмотреть все мероприятия
course-runs = { $count ->
    [one] впереди { $count } мероприятие
    [few] впереди { $count } мероприятия
    [many] впереди { $count } мероприятий
   *[other] впереди { $count } мероприятия
}
course-area = Направления
course-upcoming = Ближайшие мероприятия
course-no-run = Сейчас мероприятия по этому курсу не объявлены.
course-to-list = Все курсы
