### Administrators: jobs by schedule, outgoing mail, and mail that could not be delivered.

admin-title = Администрирование
admin-lead = Что система делает сама и какие письма она отправляет.
admin-tabs = Разделы администрирования
admin-tab-overview = Обзор
admin-tab-jobs = Задания
admin-tab-mail = Исходящая почта
admin-tab-dead = Недоставленная почта
admin-page-title = { $page }: администрирование
admin-utc = Всё время указано в UTC.
admin-well = Ничто не требует вашего внимания.
admin-attention = Требует вашего внимания
admin-jobs-in-trouble = { $count ->
    [one] { $count } задание выполняется не так, как должно
    [few] { $count } задания выполняются не так, как должны
    [many] { $count } заданий выполняются не так, как должны
   *[other] { $count } задания выполняются не так, как должны
}
admin-dead-count = { $count ->
    [one] { $count } письмо не удалось доставить
    [few] { $count } письма не удалось доставить
    [many] { $count } писем не удалось доставить
   *[other] { $count } письма не удалось доставить
}
admin-mail-late = Почта ждёт отправки с { $at }. Работает ли сервер и отвечает ли почтовый сервер?
admin-sent-lately = Доставлено за последние 24 часа
job-end-holds = Окончание брони и предложений
job-send-reminders = Отправка напоминаний
job-close-registration = Закрытие регистрации
job-complete-events = Завершение мероприятий
job-purge = Удаление устаревшего
job-does-end-holds = Освобождает места, которые не подтвердили или не приняли в срок, и предлагает их следующим.
job-does-send-reminders = Напоминает о мероприятиях, подтверждениях, предложениях и решениях.
job-does-close-registration = Сообщает ожидающим, что регистрация закрыта и места для них не нашлось.
job-does-complete-events = Через неделю после окончания мероприятия закрывает учёт посещаемости.
job-does-purge = Удаляет устаревшие ссылки, сеансы входа и счётчики попыток.
job-outcome-done = Выполнено
job-outcome-failed = Ошибка
job-outcome-stopped = Прервано
job-outcome-lost = Сервер пропал
admin-column-job = Задание
admin-column-last = Последний запуск
admin-column-next = Следующий запуск
admin-column-schedule = Расписание
admin-column-outcome = Итог
admin-column-done = Сделано
admin-column-runs = Всего запусков
admin-column-failures = Ошибок подряд
admin-column-server = Сервер
admin-every-minutes = { $count ->
    [one] Раз в { $count } минуту
    [few] Раз в { $count } минуты
    [many] Раз в { $count } минут
   *[other] Раз в { $count } минуты
}
admin-every-hours = { $count ->
    [one] Раз в { $count } час
    [few] Раз в { $count } часа
    [many] Раз в { $count } часов
   *[other] Раз в { $count } часа
}
admin-job-never = Ещё не запускалось
admin-job-running = Выполняется на { $server } с { $at }
admin-job-on = на { $server }
admin-job-due = Пора запускать
admin-job-overdue = Просрочено с { $at }: ни один сервер не работает
admin-job-failures = { $count ->
    [one] { $count } ошибка подряд
    [few] { $count } ошибки подряд
    [many] { $count } ошибок подряд
   *[other] { $count } ошибки подряд
}
admin-done-holds = { $count ->
    [one] освобождено { $count } место
    [few] освобождено { $count } места
    [many] освобождено { $count } мест
   *[other] освобождено { $count } места
}
admin-done-reminders = { $count ->
    [one] напомнили { $count } человеку
    [few] напомнили { $count } людям
    [many] напомнили { $count } людям
   *[other] напомнили { $count } людям
}
admin-done-closing = { $count ->
    [one] сообщили { $count } человеку
    [few] сообщили { $count } людям
    [many] сообщили { $count } людям
   *[other] сообщили { $count } людям
}
admin-done-completing = { $count ->
    [one] завершено { $count } мероприятие
    [few] завершено { $count } мероприятия
    [many] завершено { $count } мероприятий
   *[other] завершено { $count } мероприятия
}
admin-done-purging = { $count ->
    [one] удалена { $count } запись
    [few] удалены { $count } записи
    [many] удалено { $count } записей
   *[other] удалены { $count } записи
}
admin-run-now = Запустить
admin-run-now-of = Запустить: { $job }
admin-job-asked = Задание «{ $job }» запустится через несколько секунд.
admin-job-is-running = Это задание сейчас выполняется. Когда оно закончится, его можно запустить снова.
mail-state-waiting = Ждёт отправки
mail-state-leased = Отправляется
mail-state-retrying = Будет повторено
mail-state-dead = Не доставлено
mail-state-discarded = Отложено
mail-state-sent = Доставлено
mail-kind-confirm-registration = Подтверждение регистрации
mail-kind-confirm-reminder = Напоминание о подтверждении
mail-kind-registered = Место подтверждено
mail-kind-already-registered = Повторная регистрация
mail-kind-applied = Заявка получена
mail-kind-approved = Заявка одобрена
mail-kind-declined = Заявка отклонена
mail-kind-withdrawn = Отменено координатором
mail-kind-cancelled = Отменено участником
mail-kind-waitlisted = Постановка в лист ожидания
mail-kind-waiting-list-ended = Лист ожидания закрыт
mail-kind-offered = Предложение места
mail-kind-offer-reminder = Напоминание о предложении
mail-kind-offer-ended = Предложение истекло
mail-kind-nominated = Выдвижение кандидатуры
mail-kind-listed = Внесение в список координатором
mail-kind-listed-place = Место по списку координатора
mail-kind-nomination-withdrawn = Кандидатура отозвана
mail-kind-invited = Приглашение
mail-kind-event-reminder = Напоминание о мероприятии
mail-kind-event-cancelled = Мероприятие отменено
mail-kind-decision-reminder = Напоминание о решениях
mail-kind-certificate-ready = Сертификат готов
mail-kind-certificates-issued = Сертификаты выданы
mail-kind-certificate-revoked = Сертификат отозван
mail-kind-sign-in = Ссылка для входа
mail-kind-sign-in-unknown = Нет учётной записи
mail-kind-password-changed = Пароль изменён
admin-mail-search = Начало адреса
admin-mail-kind = Вид
admin-all-kinds = Любой вид
admin-column-subject = Тема
admin-column-to = Кому
admin-column-written = Создано
admin-column-tried = Попыток
admin-column-leaves = Следующая попытка
admin-column-sent = Доставлено
admin-column-dead = Попытки прекращены
admin-column-why = Причина
admin-column-language = Язык
admin-column-aside = Отложено
admin-tried = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}
admin-mail-none = Писем пока нет.
admin-mail-none-found = Подходящих писем нет.
admin-dead-none = Все письма доставлены или ещё отправляются.
admin-dead-lead = Эти письма пытались отправить несколько раз, или их окончательно отклонили. Когда причина устранена, отправьте их снова; ненужные можно отложить.
admin-show-aside = Показать отложенное
admin-show-dead = Показать недоставленное
admin-choose-one = Выбрать: { $subject }, { $to }
admin-choose = Выбрать
admin-choose-all = Отметить все на этой странице
admin-chosen = С выбранными
admin-resend-chosen = Отправить снова
admin-resend-all = Отправить все снова
admin-resend-all-hint = Вся недоставленная почта, подходящая под поиск выше, на всех страницах списка.
admin-discard-chosen = Отложить
admin-note = Примечание
admin-note-hint = Почему отправлять не нужно. Видят только администраторы.
admin-resent = { $count ->
    [one] { $count } письмо отправляется снова.
    [few] { $count } письма отправляются снова.
    [many] { $count } писем отправляются снова.
   *[other] { $count } письма отправляются снова.
}
admin-resent-refused = { $count ->
    [one] { $count } письмо нельзя отправить снова: срок ссылки истёк, или оно уже не числится недоставленным.
    [few] { $count } письма нельзя отправить снова: срок ссылок истёк, или они уже не числятся недоставленными.
    [many] { $count } писем нельзя отправить снова: срок ссылок истёк, или они уже не числятся недоставленными.
   *[other] { $count } письма нельзя отправить снова: срок ссылок истёк, или они уже не числятся недоставленными.
}
admin-discarded = { $count ->
    [one] Отложено { $count } письмо.
    [few] Отложено { $count } письма.
    [many] Отложено { $count } писем.
   *[other] Отложено { $count } письма.
}
admin-nothing-chosen = Ничего не выбрано: сначала отметьте письма.
admin-taken-back = Письмо снова числится недоставленным.
admin-take-back = Вернуть
admin-mail-not-discarded = Это письмо уже не отложено.
admin-text = Текст
admin-text-secret = Текст виден только получателю: в нём личная ссылка.
admin-secret-until = Ссылка действует до { $at }. До этого письмо можно отправить снова.
admin-expired = Это письмо нельзя отправить снова: срок ссылки истёк.
admin-expired-sign-in = Новую ссылку можно запросить на странице входа.
admin-expired-confirm = Бронь места снята. Можно снова зарегистрироваться на странице мероприятия.
admin-expired-offer = Предложение истекло, место досталось следующему. Координатор мероприятия может предложить другое.
admin-expired-invited = Координатор мероприятия может отправить приглашение снова, с новой ссылкой.
admin-aside-by = { $at }, { $name }
