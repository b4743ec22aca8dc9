### What trainers see: sessions, rosters, attendance.

teach-title = Мои занятия
teach-lead = Мероприятия, в которых вы преподаёте, их занятия и посещаемость.
teach-running = Идут сейчас
teach-upcoming = Предстоящие
teach-past = Прошедшие
teach-empty = Вы пока не преподаёте ни в одном мероприятии. Как только координатор включит вас в программу, мероприятие появится здесь.
teach-empty-manage = Мероприятия, которые вы координируете
teach-event-cancelled = Мероприятие отменено. Отмечать посещаемость нельзя.

teach-sessions = Занятия
teach-sessions-count = { $count ->
    [one] { $count } занятие
    [few] { $count } занятия
    [many] { $count } занятий
   *[other] { $count } занятий
}
teach-no-sessions = В программе пока нет занятий.
teach-now = Сейчас
teach-own = Ваше
# For where no sentence stands: 28 of 30.
teach-of = { $part } из { $all }
teach-badge-untracked = Без отметок
teach-badge-from = Отметка с { $time }
teach-badge-taken = Посещаемость отмечена: { $progress }
teach-badge-partly = Отмечено: { $progress }
teach-badge-missing = Посещаемость не отмечена
teach-badge-open = Отметка открыта
teach-badge-none = Ничего не отмечено

## The roster

teach-roster = Список участников
teach-people = { $count ->
    [one] { $count } подтверждённый участник
    [few] { $count } подтверждённых участника
    [many] { $count } подтверждённых участников
   *[other] { $count } подтверждённых участников
}
teach-found = { $count ->
    [one] Найден { $count } участник из { $all }
    [few] Найдено { $count } участника из { $all }
    [many] Найдено { $count } участников из { $all }
   *[other] Найдено { $count } участников из { $all }
}
teach-search = Имя, организация или страна
teach-print = Напечатать явочный лист
teach-print-hint = При печати эта страница становится явочным листом с графой для подписи.
teach-nobody = Подтверждённых участников пока нет.
teach-nobody-found = В списке никто не найден. Попробуйте ввести меньше букв.
teach-column-number = №
teach-column-name = Имя
teach-column-native = Имя на родном языке
teach-column-institution = Учреждение
teach-column-country = Страна
teach-column-attended = Посещено
teach-column-signature = Подпись

## Attendance of one session

teach-sheet-title = Посещаемость: { $session }
teach-untracked = На этом занятии посещаемость не отмечается.
teach-too-early = Отмечать посещаемость можно не ранее чем за 30 минут до начала занятия.
teach-closed = Учёт посещаемости закрыт: отмечать можно, пока мероприятие опубликовано и не завершено.
teach-opens = Отмечать посещаемость можно с { $time } ({ $zone }), за 30 минут до начала занятия.
teach-not-recorded = Не отмечено
teach-rest-present = Отметить остальных присутствующими и сохранить
teach-all-present = Отметить остальных присутствующими
teach-keys-move = следующий, предыдущий участник
teach-saved = { $count ->
    [one] Сохранена { $count } отметка.
    [few] Сохранены { $count } отметки.
    [many] Сохранено { $count } отметок.
   *[other] Сохранено { $count } отметок.
}
teach-saved-none = Изменений нет.
teach-kept = Не изменено, потому что отметку поставили после открытия этого листа: { $people }. Если она неверна, поставьте её ещё раз.
teach-kept-mark = { $name } ({ $status }, отметил(а) { $by })
teach-saving = Сохранение…
teach-unsaved = Ещё не сохранено
teach-not-saved = Не сохранено: нет связи с сервером. Ваши отметки остались на странице, попробуйте ещё раз.
teach-signed-out = Не сохранено: вы вышли из системы. Войдите в другой вкладке и сохраните ещё раз.
teach-last = Последняя отметка: { $time }, { $by }
teach-past-mark = { $status } – { $time }, { $by }
teach-corrections = { $count ->
    [one] { $count } исправление
    [few] { $count } исправления
    [many] { $count } исправлений
   *[other] { $count } исправлений
}
teach-previous = Предыдущее занятие:
teach-next = Следующее занятие:
