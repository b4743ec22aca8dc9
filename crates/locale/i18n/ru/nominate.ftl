### Что видят контактные лица: мероприятия и кандидатуры их страны.

nominate-title = Кандидатуры
nominate-lead = Мероприятия, участников которых представляют государства. Вы предлагаете кандидатуры от своей страны и не видите кандидатур других стран.
nominate-empty = Сейчас ни на одно мероприятие не представляют кандидатуры. Как только такое мероприятие опубликуют, оно появится здесь вместе со сроком и числом мест для вашей страны.
nominate-column-deadline = Срок
nominate-column-nominated = Предложено
nominate-column-seats = Места для вашей страны
nominate-count = { $count ->
    [0] Пока никого
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
nominate-with-place = Получили место: { $count }
nominate-seats-count = { $seats ->
    [one] { $seats } место
    [few] { $seats } места
    [many] { $seats } мест
   *[other] { $seats } места
}
nominate-seats-free = Не ограничены
nominate-from = С { $at }
nominate-until = До { $at }
nominate-ended = Истёк { $at }

nominate-page-title = Кандидатуры: { $event }
nominate-countries = Ваши страны
nominate-quota = { $seats ->
    [one] На этом мероприятии для страны ({ $country }) отведено { $seats } место; занято или удерживается: { $taken }.
    [few] На этом мероприятии для страны ({ $country }) отведено { $seats } места; занято или удерживается: { $taken }.
    [many] На этом мероприятии для страны ({ $country }) отведено { $seats } мест; занято или удерживается: { $taken }.
   *[other] На этом мероприятии для страны ({ $country }) отведено { $seats } места; занято или удерживается: { $taken }.
}
nominate-no-quota = Число мест для страны ({ $country }) не установлено: организаторы выбирают из всех предложенных.
nominate-open-until = Предложить кандидатуру можно до { $until }.
nominate-opens = Предложить кандидатуру можно будет с { $at }.
nominate-closed = Срок подачи кандидатур истёк { $at }.
nominate-not-open = Сейчас на это мероприятие нельзя предложить кандидатуру.
nominate-moved = За это время кандидатура изменилась. Посмотрите список ещё раз.

nominate-list = Предложенные кандидатуры в вашем порядке
nominate-list-hint = Организаторы видят этот порядок, когда выбирают.
nominate-nobody = Пока никто не предложен. Предложенные вами кандидатуры появятся здесь в установленном вами порядке, с решениями организаторов.
nominate-withdrawn-list = Отозванные
nominate-withdrawn = Отозвана
nominate-answer-until = Может ответить до { $until }
nominate-reason = Причина: { $reason }
nominate-ended-person = Кандидат отказался
nominate-ended-deadline = Нет ответа в срок
nominate-ended-coordinator = Прекращено организаторами
nominate-by = Предложил(а): { $name }, { $at }
nominate-earlier = Выше
nominate-earlier-name = Выше: { $name }
nominate-later = Ниже
nominate-later-name = Ниже: { $name }
nominate-withdraw = Отозвать
nominate-withdraw-name = Отозвать: { $name }

nominate-form = Предложить кандидатуру
nominate-form-lead = Мы сообщим кандидату письмом. Если организаторы его выберут, ему предложат место; участником станет только тот, кто его примет.
nominate-email = Адрес электронной почты кандидата
nominate-email-hint = На него придёт предложение места, поэтому нужен собственный адрес кандидата.
nominate-name-hint = Как в паспорте. Так оно будет напечатано на сертификате.
nominate-native-name = Полное имя на письменности кандидата
nominate-institution-hint = Министерство, ведомство или организация, где работает кандидат.
nominate-language = Язык наших писем кандидату
nominate-note = Почему именно этот человек
nominate-note-hint = Для организаторов: они прочтут это, когда будут выбирать.
nominate-button = Предложить

error-email-taken = Этот человек уже зарегистрирован на это мероприятие или предложен

nominate-done = Кандидатура предложена и стоит последней в вашем порядке. Мы сообщили кандидату письмом.
nominate-done-moved = { $name }: теперь { $place }-е место из { $all }.
nominate-done-withdrawn = Кандидатура отозвана. Мы сообщили об этом письмом.

nominate-withdraw-title = Отозвать эту кандидатуру?
nominate-withdraw-text = Кандидатура больше не рассматривается, и мы сообщим об этом письмом: { $name }. Следующие поднимутся на одно место.
nominate-withdraw-held = За этим кандидатом удерживается место. Оно сразу освободится для другого.
nominate-withdraw-button = Отозвать кандидатуру
nominate-withdraw-keep = Оставить
nominate-withdraw-too-late = Эту кандидатуру уже нельзя отозвать: место получено либо рассмотрение завершено. Напишите организаторам.

# On the page of a registration, for coordinators.
manage-column-nomination = Почему предложена кандидатура
