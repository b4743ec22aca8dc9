### Приглашения: что видят координаторы и что видит приглашённый.

## Координаторы

invite-tab = Приглашения
invite-list = Приглашения на это мероприятие
invite-empty = Пока никто не приглашён. Приглашённые появятся здесь вместе с тем, что стало с приглашением.
invite-column-whom = Кто приглашён
invite-column-role = В качестве
invite-column-sent = Отправлено
invite-column-until = Действует до
invite-column-uses = Использовано
invite-column-actions = Действия
invite-uses = { $uses } из { $allowed }
invite-state-open = Открыто
invite-state-used = Использовано
invite-state-declined = Отклонено
invite-state-revoked = Отозвано
invite-state-expired = Истекло
invite-again = Отправить снова
invite-again-name = Отправить снова: { $email }
invite-revoke = Отозвать
invite-revoke-name = Отозвать: { $email }

invite-form = Пригласить
invite-addresses = Адреса
invite-addresses-hint = По одному на строке, с именем или без: Aziza Karimova <aziza@example.org>
invite-line = Строка { $line }: «{ $text }»
invite-role = В качестве
invite-organisation = От какой организации
invite-organisation-hint = Тогда участники считаются в счёт мест этой организации, если они у неё есть.
invite-organisation-none = Ни от какой
invite-language = Язык письма
invite-days = Сколько дней действует
invite-days-hint = От 1 до 365, но не позже окончания мероприятия.
invite-forwarding = Ссылку можно передавать
invite-forwarding-hint = Кто ею воспользуется, укажет собственный адрес и подтвердит его по письму.
invite-most-uses = Сколько человек могут воспользоваться каждой ссылкой
invite-most-uses-hint = От 1 до 100; только если ссылку можно передавать.
invite-button = Отправить приглашения

invite-sent = { $count ->
    [0] Приглашения не отправлены.
    [one] Отправлено { $count } приглашение.
    [few] Отправлено { $count } приглашения.
    [many] Отправлено { $count } приглашений.
   *[other] Отправлено { $count } приглашения.
}
invite-already = { $count ->
    [one] У { $count } адреса уже есть открытое приглашение: { $addresses }
    [few] У { $count } адресов уже есть открытые приглашения: { $addresses }
    [many] У { $count } адресов уже есть открытые приглашения: { $addresses }
   *[other] У { $count } адреса уже есть открытые приглашения: { $addresses }
}
invite-registered = { $count ->
    [one] { $count } человек уже зарегистрирован: { $addresses }
    [few] { $count } человека уже зарегистрированы: { $addresses }
    [many] { $count } человек уже зарегистрированы: { $addresses }
   *[other] { $count } человека уже зарегистрированы: { $addresses }
}
invite-passed-over = { $count ->
    [one] Всего пропущен { $count } адрес; какой именно, видно в списке ниже и среди заявок.
    [few] Всего пропущено { $count } адреса; какие именно, видно в списке ниже и среди заявок.
    [many] Всего пропущено { $count } адресов; какие именно, видно в списке ниже и среди заявок.
   *[other] Всего пропущено { $count } адреса; какие именно, видно в списке ниже и среди заявок.
}
invite-sent-again = Отправлено снова: { $email }. Прежняя ссылка больше не действует.
invite-revoked = Отозвано: { $email }. Ссылка больше не действует.
invite-not-open = Приглашать можно, пока мероприятие опубликовано и не закончилось.
invite-moved = За это время приглашение использовали, отклонили или отозвали. Посмотрите список ещё раз.

error-addresses-required = Введите хотя бы один адрес
error-addresses-email = Не в каждой строке стоит адрес
error-addresses-too-long = Введите не более 500 адресов сразу, с именами не длиннее 200 знаков
error-addresses-character = Уберите из имён управляющие знаки

## Приглашённый

invitation-title = Вас приглашают
invitation-participant = Вас приглашают принять участие в этом мероприятии.
invitation-observer = Вас приглашают на это мероприятие в качестве наблюдателя.
invitation-speaker = Вас приглашают выступить на этом мероприятии.
invitation-until = Зарегистрироваться можно до { $until }.
invitation-email-hint = Мы отправим на него письмо. Регистрация действует после того, как вы подтвердите адрес.
invitation-cannot = Не сможете приехать?
invitation-cannot-text = Сообщите нам, чтобы можно было пригласить другого. После этого ссылка перестанет действовать.
invitation-decline = Отклонить приглашение
invitation-declined-title = Вы отклонили приглашение
invitation-declined-text = Спасибо, что сообщили. Если передумаете, попросите у организаторов новое приглашение.
invitation-used-title = Это приглашение использовано
invitation-used-text = По нему уже зарегистрировались. Если это были вы, регистрация находится в разделе «Мои регистрации».
invitation-over-title = Это приглашение больше не действует
invitation-over-text = Срок его действия истёк, либо организаторы его отозвали. Попросите у них новое.
invitation-done-title = Вы зарегистрированы
invitation-waiting-title = Вы в листе ожидания
