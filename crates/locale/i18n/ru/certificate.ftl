### Сертификаты для координаторов: кто имеет право, выдача, отзыв; письма о них.

certificate-title = Сертификаты
certificate-rule = { $kind }: за посещение не менее { $percent } занятий, на которых отмечается присутствие (всего { $sessions }).
certificate-rule-leaves-count = Пропуск по уважительной причине не учитывается.
certificate-rule-counts-as-absent = Пропуск по уважительной причине считается пропуском.
certificate-criteria = Посещено не менее { $percent } занятий, на которых отмечалось присутствие.

## Что можно сделать сейчас

certificate-due = { $count ->
    [one] Сейчас сертификат может получить { $count } человек.
    [few] Сейчас сертификат могут получить { $count } человека.
    [many] Сейчас сертификат могут получить { $count } человек.
   *[other] Сейчас сертификат могут получить { $count } человек.
}
certificate-none-due = Сейчас выдать сертификат некому.
certificate-issue-all = { $count ->
    [one] Выдать { $count } сертификат
    [few] Выдать { $count } сертификата
    [many] Выдать { $count } сертификатов
   *[other] Выдать { $count } сертификатов
}
certificate-not-over = Мероприятие ещё не закончилось. Сертификаты выдаются после его окончания.
certificate-cancelled = Мероприятие отменено. Сертификатов по нему нет.
certificate-obstacle = Сертификаты этого мероприятия пока нельзя напечатать: { $problem }
certificate-unprintable = Что-то из содержания сертификата нельзя напечатать. Что именно, указано на странице сертификатов мероприятия.
certificate-nobody-due = Не осталось никого, кто имеет право на сертификат и ещё не получил его.
certificate-not-eligible = Этот человек не выполнил условие мероприятия. Сертификат не выдан.
certificate-issued-already = У этого человека есть действующий сертификат этого мероприятия. Другой не выдан.

## Участники

certificate-people = Участники
certificate-filter-label = Показать
certificate-filter = { $name } ({ $count })
certificate-filter-all = Все
certificate-filter-eligible = Имеют право
certificate-filter-not-eligible = Не имеют права
certificate-filter-issued = Выдано
certificate-people-none = На это мероприятие никто не зарегистрирован.
certificate-people-none-here = В этом списке никого нет.
certificate-column-person = Участник
certificate-column-answer = Есть ли право
certificate-column-certificate = Сертификат
certificate-eligible = Имеет право
certificate-not-eligible-badge = Не имеет права
certificate-issue-one = Выдать
    .label = Выдать сертификат: { $name }
certificate-revoked-before = Прежний сертификат отозван. Новый выдаётся только отдельно.

## Почему есть право или почему его нет

certificate-attended = Занятия: { $attended } из { $counted }, { $percent }
certificate-attended-but = Занятия: { $attended } из { $counted }, { $percent }: { $details }
certificate-below = Занятия: { $attended } из { $counted }, { $percent }, меньше { $minimum }: { $details }
certificate-so-far = Мероприятие ещё не закончилось. Посещено занятий: { $attended } из { $counted }
certificate-nothing-counts = Учитывать нечего: присутствие не отмечается ни на одном занятии или все пропуски уважительны
certificate-no-place = Место не подтверждено: { $state }
certificate-missing = { $count ->
    [one] пропущено занятие { $sessions }
    [few] пропущены занятия { $sessions }
    [many] пропущены занятия { $sessions }
   *[other] пропущены занятия { $sessions }
}
certificate-not-recorded = не отмечено: { $sessions }
certificate-excused = уважительная причина: { $sessions }
certificate-and = { $one }; { $other }

## Что выдано

certificate-issued = Выданные сертификаты
certificate-issued-none = По этому мероприятию сертификаты ещё не выдавались.
certificate-column-number = Номер
certificate-column-holder = Владелец
certificate-column-date = Дата выдачи
certificate-column-state = Состояние
certificate-column-links = Файлы и действия
certificate-pdf = Файл PDF
    .label = Файл PDF сертификата { $number }
certificate-json = Электронная подпись
    .label = Электронная подпись сертификата { $number }, JSON
certificate-verify = Проверить
    .label = Проверить сертификат { $number }
certificate-revoke = Отозвать
    .label = Отозвать сертификат { $number }
certificate-done-issued = Сертификат { $number } выдан.
certificate-done-revoked = Сертификат { $number } отозван.

## Выдача

certificate-confirm-title = Выдача сертификатов
certificate-confirm-count = { $count ->
    [one] Сертификат получит { $count } человек.
    [few] Сертификат получат { $count } человека.
    [many] Сертификат получат { $count } человек.
   *[other] Сертификат получат { $count } человек.
}
certificate-confirm-mail = Каждый получит письмо на своём языке с указанием, как получить сертификат.
certificate-confirm-final = Выданное уже нельзя изменить, можно только отозвать. Проверьте имена, прежде чем продолжить.
certificate-confirm-names = Имена, как они будут напечатаны
certificate-confirm-changed = С тех пор как вы открыли эту страницу, число людей изменилось. Просмотрите имена ещё раз, прежде чем продолжить.
certificate-one-title = Выдача сертификата: { $name }
certificate-one-mail = Этому человеку будет отправлено письмо с указанием, как получить сертификат.
certificate-one-submit = Выдать сертификат

certificate-run-title = Сертификаты выдаются
certificate-run-ended-title = Сертификаты выданы
certificate-run-count = Выдано { $issued } из { $total }
certificate-run-leave = Вы можете покинуть эту страницу: работа продолжится, каждый владелец получит письмо, а вы получите письмо по её окончании.
certificate-run-done = { $issued ->
    [0] Ни один сертификат не выдан.
    [one] Выдан { $issued } сертификат.
    [few] Выдано { $issued } сертификата.
    [many] Выдано { $issued } сертификатов.
   *[other] Выдано { $issued } сертификатов.
}
certificate-run-failed = { $count ->
    [one] Не удалось напечатать { $count } сертификат.
    [few] Не удалось напечатать { $count } сертификата.
    [many] Не удалось напечатать { $count } сертификатов.
   *[other] Не удалось напечатать { $count } сертификатов.
}
certificate-run-problem = Последняя ошибка: { $problem }
certificate-run-passed-over = { $count ->
    [one] { $count } человек пропущен, так как его данные за это время изменились. Просмотрите список и выдайте сертификат ещё раз.
    [few] { $count } человека пропущены, так как их данные за это время изменились. Просмотрите список и выдайте сертификаты ещё раз.
    [many] { $count } человек пропущены, так как их данные за это время изменились. Просмотрите список и выдайте сертификаты ещё раз.
   *[other] { $count } человек пропущены, так как их данные за это время изменились. Просмотрите список и выдайте сертификаты ещё раз.
}
certificate-run-progress = Ход выдачи
certificate-run-show = Показать ход выдачи
certificate-run-open = Сертификаты этого мероприятия выдаются: { $issued } из { $total }.
certificate-run-to-list = К сертификатам мероприятия

## Отзыв

certificate-revoke-title = Отзыв сертификата { $number }
certificate-revoke-whose = { $kind }, владелец: { $name }, дата выдачи: { $date }.
certificate-revoke-public = Сертификат не удаляется: каждый, кто его проверит, увидит, что он отозван, когда и по какой причине.
certificate-revoke-mail = Владелец получит письмо с указанием причины.
certificate-revoke-final = Отменить это нельзя. Если условие мероприятия выполнено, после этого можно выдать новый сертификат.
certificate-revoke-reason = Причина
certificate-revoke-reason-hint = Её прочтёт каждый, кто проверит сертификат. Напишите одну строку без личных подробностей.
certificate-revoke-submit = Отозвать сертификат
certificate-revoked-already = Этот сертификат уже был отозван. Ничего не изменено.

## Письма

certificate-mail-number = Номер сертификата: { $number }
certificate-mail-ready-subject = Ваш сертификат: { $title }
certificate-mail-ready-intro = Поздравляем: ваш сертификат готов.
certificate-mail-ready-own = Войдите, чтобы скачать его в формате PDF для печати и как подписанное электронное свидетельство:
certificate-mail-ready-verify = Каждый, кому вы покажете сертификат, может проверить его здесь без учётной записи:
certificate-mail-revoked-subject = Ваш сертификат отозван: { $title }
certificate-mail-revoked-intro = Организаторы отозвали выданный вам сертификат. Он больше не действителен.
certificate-mail-revoked-reason = Причина: { $reason }
certificate-mail-revoked-verify = Эту страницу увидит каждый, кто проверит сертификат:
certificate-mail-revoked-question = Если вы считаете, что это ошибка, напишите организаторам мероприятия.
certificate-mail-run-subject = Сертификаты выданы: { $title }
certificate-mail-run-list = Все сертификаты мероприятия и что делать, если какого-то не хватает:
