### What coordinators see: events, agenda, registrations, steps, and the mails of their decisions.

## The list of events

manage-title = Мероприятия, которые вы координируете
manage-title-all = Все мероприятия
manage-new = Новое мероприятие
manage-events-count = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
    [many] { $count } мероприятий
   *[other] { $count } мероприятия
}
manage-events-none = Мероприятий пока нет. Создайте первое.
manage-events-none-found = Ничего не найдено. Введите меньше слов или снимите фильтр.
manage-search = Название, место или направление
manage-all-states = Любое состояние
manage-time = Когда
manage-time-any = В любое время
manage-time-ahead = Текущие и предстоящие
manage-time-over = Прошедшие
manage-column-event = Мероприятие
manage-column-state = Состояние
manage-column-seats = Места
manage-column-waiting = Ждут решения
manage-to-decide = { $count ->
    [one] { $count } заявка ждёт вашего решения
    [few] { $count } заявки ждут вашего решения
    [many] { $count } заявок ждут вашего решения
   *[other] { $count } заявки ждут вашего решения
}
manage-seats = Занято мест: { $taken } из { $capacity }

## The pages about one event

manage-tabs = Страницы мероприятия
manage-tab-overview = Обзор
manage-tab-details = Сведения
manage-tab-agenda = Программа
manage-tab-registrations = Заявки
manage-tab-seats = Места
manage-tab-attendance = Посещаемость
manage-tab-certificates = Сертификаты
manage-page-title = { $page }: { $event }
manage-saved = Сохранено.

## Overview

manage-readiness = Что нужно для публикации
manage-ready = Всё необходимое указано.
manage-not-ready = Ещё не всё указано.
manage-missing = Нет
manage-there = Готово
manage-needs-title = Название на английском языке
manage-needs-summary = Краткое описание на английском языке
manage-needs-sessions = Хотя бы одно занятие в программе
manage-needs-window = Срок регистрации, который ещё не истёк
manage-needs-organisers = Организатор
manage-needs-place = Город, если мероприятие не дистанционное
manage-next = Что дальше
manage-take-attendance = Отметить посещаемость
manage-is-over = Мероприятие закончилось. Когда посещаемость отмечена на всех занятиях, завершите его; затем можно выдать сертификаты.
manage-is-completed = Мероприятие завершено.
manage-look-at = Обратите внимание
manage-attendance-missing = { $count ->
    [one] Посещаемость не отмечена на { $count } занятии
    [few] Посещаемость не отмечена на { $count } занятиях
    [many] Посещаемость не отмечена на { $count } занятиях
   *[other] Посещаемость не отмечена на { $count } занятиях
}
manage-without-trainer = { $count ->
    [one] У { $count } занятия с учётом посещаемости нет преподавателя
    [few] У { $count } занятий с учётом посещаемости нет преподавателя
    [many] У { $count } занятий с учётом посещаемости нет преподавателя
   *[other] У { $count } занятий с учётом посещаемости нет преподавателя
}
manage-nothing-tracked = Ни на одном занятии не отмечается посещаемость: сертификат никто не сможет получить
manage-closes-late = Регистрация закрывается только после начала мероприятия
manage-facts = Данные
manage-sessions-tracked = { $count ->
    [one] { $count } занятие, с учётом посещаемости: { $tracked }
    [few] { $count } занятия, с учётом посещаемости: { $tracked }
    [many] { $count } занятий, с учётом посещаемости: { $tracked }
   *[other] { $count } занятия, с учётом посещаемости: { $tracked }
}
manage-public-page = Страница в каталоге
manage-cancelled-because = Отменено: { $reason }

## Details

manage-new-lead = Сначала это черновик, который видят только координаторы. Затем составляется программа.
manage-create = Создать черновик
manage-course = На основе курса
manage-course-none = Без курса
manage-course-take = Заполнить по этому курсу
manage-from-course = Заполнено по курсу «{ $title }»: тексты, направления, языки и часы. Его программа будет составлена с того дня, когда мероприятие начинается.
manage-choose = Выберите…
manage-part-texts = Название и место
manage-part-texts-hint = Английский язык обязателен. Тексты на других языках видят их читатели; где перевода нет, показывается английский текст.
manage-part-kind = Что и кто проводит
manage-part-time = Когда
manage-part-registration = Регистрация
manage-part-certificate = Сертификат
manage-other-languages = Название на других языках
manage-field-title = Название
manage-field-title-in = Название ({ $language })
manage-field-summary = Краткое описание
manage-field-summary-hint = Два-три предложения: что получат участники.
manage-field-city = Город
manage-field-city-hint = Нужен, если мероприятие не дистанционное.
manage-field-venue = Место проведения
manage-field-kind = Вид
manage-field-mode = Форма участия
manage-field-country = Принимающая страна
manage-field-organisers = Организаторы
manage-field-organisers-hint = Ваша организация участвует всегда. Мероприятием занимаются координаторы всех организаторов.
manage-field-areas = Направления сотрудничества
manage-field-languages = Языки мероприятия
manage-field-time-zone = Часовой пояс
manage-field-time-zone-hint = Название из базы IANA, например Asia/Tashkent. В нём указано всё время мероприятия. При смене пояса часы занятий не меняются.
manage-field-starts = Начало
manage-field-ends = Окончание
manage-dates-hint = Как только появятся занятия, начало и окончание будут определяться по ним.
manage-span = По занятиям мероприятие идёт с { $from } до { $until }. Чтобы перенести его, измените программу.
manage-field-capacity = Число мест
manage-field-capacity-hint = Сейчас занято или удерживается: { $taken }.
manage-field-admission = Порядок приёма
manage-field-opens = Начало регистрации
manage-field-closes = Окончание регистрации
manage-times-hint = Время указано в часовом поясе мероприятия.
manage-field-hours = Часов в сертификате
manage-field-certificate = Сертификат
manage-field-percent = Наименьшая посещаемость, в процентах
manage-field-percent-hint = От всех занятий с учётом посещаемости, включая ещё не отмеченные.
manage-field-excused = Пропуск по уважительной причине
manage-excused-leaves = Занятие не входит в подсчёт для этого человека
manage-excused-absent = Занятие считается пропущенным

## Agenda

manage-agenda-empty = Занятий пока нет. Добавьте первое ниже.
manage-agenda-zone = Указано { $zone }
manage-session-add = Добавить занятие
manage-session-added = Занятие добавлено.
manage-session-remove = Удалить занятие
manage-session-removed = Занятие удалено.
manage-session-remove-what = «{ $session }», { $time }, будет удалено из программы. Вернуть его нельзя.
manage-session-attended = На этом занятии уже отмечена посещаемость, поэтому его нельзя удалить.
manage-last-session = У опубликованного мероприятия остаётся хотя бы одно занятие. Если оно не состоится, отмените мероприятие.
manage-no-trainer = Преподаватель не указан
manage-no-trainers-known = Преподавателей пока нет. Укажите адрес электронной почты.
manage-field-day = День
manage-field-start = Начало
manage-field-end = Окончание
manage-field-room = Помещение
manage-field-trainers = Преподаватели
manage-field-trainer-email = Ещё один преподаватель, по адресу электронной почты
manage-field-trainer-email-hint = Человек с ролью преподавателя, в том числе из другой организации.
manage-field-tracked = Посещаемость отмечается
manage-field-tracked-hint = Не для открытия, перерыва или закрытия: для сертификата они не учитываются.
manage-clash-room = В это же время { $room } занимает «{ $other }».
manage-clash-trainer = В это же время { $name } ведёт «{ $other }».
manage-clash-elsewhere = { $name } ведёт занятие мероприятия «{ $title }» в { $hours }.
manage-clash-unknown = { $name } ведёт занятие другого мероприятия в { $hours }.

## Steps

manage-publish = Опубликовать
manage-publish-what = Мероприятие появится в каталоге, и с начала срока регистрации на него можно будет записаться.
manage-published = Опубликовано. Мероприятие уже в каталоге.
manage-complete = Завершить мероприятие
manage-complete-what = Учёт посещаемости будет закрыт. Преподаватели не смогут исправлять отметки, пока вы не откроете его снова.
manage-reopen = Открыть учёт посещаемости
manage-reopen-what = Преподаватели снова смогут исправлять отметки. Выданные сертификаты не изменятся.
manage-cancel = Отменить мероприятие
manage-cancel-what = { $count ->
    [0] Никто не зарегистрирован, поэтому писем не будет. Вернуть отменённое мероприятие нельзя.
    [one] { $count } зарегистрированный участник получит письмо с указанной вами причиной. Вернуть отменённое мероприятие нельзя.
    [few] { $count } зарегистрированных участника получат письмо с указанной вами причиной. Вернуть отменённое мероприятие нельзя.
    [many] { $count } зарегистрированных участников получат письмо с указанной вами причиной. Вернуть отменённое мероприятие нельзя.
   *[other] { $count } зарегистрированного участника получат письмо с указанной вами причиной. Вернуть отменённое мероприятие нельзя.
}
manage-reason = Причина
manage-reason-hint = Она отправляется тем, кого это касается, как вы её напишете.
manage-not-draft = Это мероприятие уже не черновик.
manage-not-complete = Мероприятие ещё нельзя опубликовать: чего не хватает, указано в обзоре.
manage-not-editable = Мероприятие завершено, в архиве или отменено. Изменить его нельзя.
manage-not-published = Это возможно, только пока мероприятие опубликовано.
manage-not-over = Мероприятие ещё не закончилось. Завершить его можно после последнего занятия.
manage-not-completed = Открыть снова можно только завершённое мероприятие.
manage-not-cancellable = Завершённое, архивное или отменённое мероприятие отменить нельзя.
manage-changed-meanwhile = Тем временем кто-то изменил мероприятие. Посмотрите на него ещё раз.

## Registrations

manage-search-people = Имя, учреждение, адрес почты или должность
manage-all-countries = Все страны
manage-sort = Порядок
manage-sort-newest = Сначала новые
manage-sort-oldest = Сначала старые
manage-sort-name = По имени
manage-sort-country = По стране
manage-sort-place = По месту в листе ожидания
manage-found = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
    [many] { $count } заявок
   *[other] { $count } заявки
}
manage-registrations-none = Пока никто не зарегистрировался.
manage-registrations-none-found = Ничего не найдено. Введите меньше слов или снимите фильтр.
manage-all-registrations = Все заявки
manage-column-email = Электронная почта
manage-column-job = Должность
manage-column-language = Язык писем
manage-column-registered = Подана
manage-column-confirmed = Подтверждена
manage-column-held = Место удерживается до
manage-column-ended = Прекращена
manage-column-by = Кем
manage-by-person = участником
manage-by-focal-point = контактным лицом
manage-by-coordinator = координатором
manage-by-deadline = по истечении срока
manage-approve = Одобрить
manage-choose-one = Отметить: { $name }
manage-approve-chosen = Одобрить отмеченные
manage-tick-all = Отметить всех
manage-tick-none = Снять все отметки
manage-nobody-ticked = Никто не отмечен, поэтому решений не принято. Сначала отметьте в списке хотя бы одного человека.
manage-approved = { $count ->
    [0] Ни одна заявка не одобрена.
    [one] Одобрена { $count } заявка.
    [few] Одобрены { $count } заявки.
    [many] Одобрено { $count } заявок.
   *[other] Одобрено { $count } заявки.
}
manage-no-seat = { $count ->
    [one] Для { $count } человека не нашлось места.
    [few] Для { $count } человек не нашлось места.
    [many] Для { $count } человек не нашлось места.
   *[other] Для { $count } человека не нашлось места.
}
manage-full = Свободных мест нет. Кто-то должен отказаться от места, или число мест нужно увеличить.
manage-decline = Отклонить
manage-decline-what = Участник получит письмо с указанной вами причиной. Удерживаемое место освободится.
manage-declined = Заявка отклонена. Участник получит письмо об этом.
manage-withdraw = Отменить регистрацию
manage-withdraw-what = Участник теряет место и получает письмо с указанной вами причиной.
manage-withdrawn = Регистрация отменена. Участник получил письмо.
manage-registration-moved = Состояние этой заявки уже изменилось. Посмотрите на неё ещё раз.

## The mails of decisions

manage-mail-approved-subject = За вами место: { $title }
manage-mail-approved = Ваша заявка одобрена. Будем рады видеть вас:
manage-mail-declined-subject = Ваша заявка отклонена: { $title }
manage-mail-declined = К сожалению, мы не можем предоставить вам место на этом мероприятии.
manage-mail-withdrawn-subject = Ваша регистрация отменена: { $title }
manage-mail-withdrawn = Координатор отменил вашу регистрацию на это мероприятие.
manage-mail-off-subject = Отменено: { $title }
manage-mail-off = Это мероприятие не состоится. Приносим извинения.
manage-mail-reason = Причина: { $reason }

## What is wrong with single fields

error-version-taken = Кто-то изменил это мероприятие после того, как вы его открыли. Откройте его в другой вкладке и сравните; если сохраните ещё раз, останется ваш вариант.
error-title-en-required = Введите название на английском языке
error-title-ru-required = Добавьте название к описанию на русском языке
error-title-fa-required = Добавьте название к описанию на персидском языке
error-title-tr-required = Добавьте название к описанию на турецком языке
error-city-en-required = Введите город или выберите дистанционную форму
error-time-zone-choice = Введите название часового пояса, например Asia/Tashkent
error-organisers-required = Выберите хотя бы одного организатора, в том числе вашу организацию
error-organisers-taken = Исключить организацию из мероприятия могут только её координаторы или администратор
error-areas-required = Выберите хотя бы одно направление
error-languages-required = Выберите хотя бы один язык
error-capacity-number = Введите целое число от 1 до 100 000
error-capacity-order = { $number ->
    [one] Занято или удерживается { $number } место: меньше мест быть не может
    [few] Занято или удерживается { $number } места: меньше мест быть не может
    [many] Занято или удерживается { $number } мест: меньше мест быть не может
   *[other] Занято или удерживается { $number } места: меньше мест быть не может
}
error-min-percent-number = Введите целое число от 0 до 100
error-registration-closes-order = Регистрация должна закрываться после открытия и до окончания мероприятия
error-trainer-email-choice = Преподавателя с таким адресом нет
error-tracked-choice = На этом занятии уже отмечена посещаемость, она продолжает учитываться
error-reason-required = Укажите причину: она важна тем, кого это касается

manage-offers-over = Регистрация закрыта или закроется через несколько минут: предлагать места больше нельзя.
manage-undo-too-late = Письмо отправлено в этот самый момент. Посмотрите список ещё раз.

manage-wait-chosen = Отмеченных — в лист ожидания
manage-decline-chosen = Отклонить отмеченных
manage-declined-count = { $count ->
    [one] Отклонена { $count } заявка.
    [few] Отклонены { $count } заявки.
    [many] Отклонено { $count } заявок.
   *[other] Отклонено { $count } заявки.
}
manage-put-on-list-count = { $count ->
    [one] В лист ожидания внесён { $count } человек.
    [few] В лист ожидания внесены { $count } человека.
    [many] В лист ожидания внесено { $count } человек.
   *[other] В лист ожидания внесено { $count } человека.
}
manage-put-on-list = Участник внесён в лист ожидания.
manage-put-on-list-button = Внести в лист ожидания
manage-undo-text = { $count ->
    [one] В { $at } принято решение о { $count } человеке. Письмо уйдёт в { $until }; до этого решение можно отменить.
    [few] В { $at } приняты решения о { $count } людях. Письма уйдут в { $until }; до этого решения можно отменить.
    [many] В { $at } приняты решения о { $count } людях. Письма уйдут в { $until }; до этого решения можно отменить.
   *[other] В { $at } приняты решения о { $count } людях. Письма уйдут в { $until }; до этого решения можно отменить.
}
manage-organisation-set = Организация указана.
manage-undo-one = Письмо о последнем решении уйдёт в { $until }. До этого решение можно отменить.
manage-undo = Отменить решение
manage-undone = { $count ->
    [one] Отменено { $count } решение. Письмо не ушло.
    [few] Отменены { $count } решения. Письма не ушли.
    [many] Отменено { $count } решений. Письма не ушли.
   *[other] Отменено { $count } решения. Письма не ушли.
}
manage-undone-too-late = { $count ->
    [one] { $count } решение отменить нельзя: письмо уже ушло или положение изменилось.
    [few] { $count } решения отменить нельзя: письма уже ушли или положение изменилось.
    [many] { $count } решений отменить нельзя: письма уже ушли или положение изменилось.
   *[other] { $count } решения отменить нельзя: письма уже ушли или положение изменилось.
}
manage-priority = вне очереди
manage-priority-set = Порядок листа ожидания изменён.
manage-priority-first = Поставить впереди остальных
manage-priority-in-turn = Вернуть в общую очередь
manage-place = № { $place }
manage-nominated-place = № { $place } по представлению
manage-column-place = Место в листе ожидания
manage-column-role = Участвует как

manage-seats-change = Изменить число мест
manage-seats-changed = Сохранено. Освободившиеся места предложены тем, кто ждёт.
manage-quotas = Квоты
manage-quotas-text = Наибольшее число мест для одной страны или организации в пределах мест мероприятия, а также отдельные места для наблюдателей и докладчиков: они не занимают мест участников. Если квота исчерпана, нужно ждать, даже когда у других места ещё есть.
manage-quotas-none = Квот нет: действует только общее число мест.
manage-quota-whom = Для кого
manage-quota-taken = Занято
manage-quota-seats = Мест
manage-quota-of = { $taken } из { $seats }
manage-quota-seats-of = Мест: { $whom }
manage-quota-change = Сохранить
manage-quota-remove = Убрать
manage-quota-remove-of = Убрать квоту: { $whom }
manage-quota-add = Добавить квоту
manage-quota-added = Квота добавлена.
manage-quota-removed = Квота убрана.
manage-waiting-list = Лист ожидания
manage-waiting-list-text = Когда все места заняты, можно встать в очередь. Освободившееся место сохраняется за первым, кто подходит под квоты, и предлагается ему письмом. С окончанием регистрации предложения прекращаются.
manage-waiting-list-open = Можно записываться в лист ожидания
manage-offer-hours = Часов на ответ
manage-offer-hours-hint = От 1 до 720. Если регистрация закроется раньше, закончится и срок ответа.
