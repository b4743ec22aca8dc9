### Refused input (`error-{code}` by the codes of the domain, `error-{field}-{code}` for one field), pages of failures.

error-required = Заполните это поле
error-too-short = Слишком коротко
error-too-long = Слишком длинно
error-email = Введите адрес электронной почты вида name@example.org
error-character = Удалите переносы строк и управляющие символы
error-not-latin = Напишите латиницей, как в паспорте
error-choice = Выберите один из вариантов
error-number = Введите целое число в допустимых пределах
error-date = Введите дату или время в указанном виде
error-order = Окончание должно быть позже начала
error-consent = Чтобы продолжить, поставьте отметку
error-password = Придумайте более длинный пароль, который трудно угадать
error-taken = Это уже используется
error-name-required = Введите ваше имя
error-email-required = Введите адрес электронной почты

problem-title = Исправьте ошибки
problem-text = Отправленные данные не приняты и не сохранены. Вернитесь и исправьте их.

not-now-title = Сейчас это невозможно
forbidden-title = У вас нет доступа к этой странице
forbidden-text = Войдите под другой учётной записью или обратитесь к координатору.
not-found-title = Страница не найдена
not-found-text = Возможно, в адресе опечатка или страница перемещена. Все мероприятия есть в общем списке.
too-many-title = Слишком много запросов
too-many-text = Подождите минуту и повторите попытку.
failed-title = На нашей стороне произошла ошибка
failed-text = Вернитесь и повторите попытку. Если ошибка повторится, сообщите нам время, когда она произошла.
unavailable-title = Сервис временно недоступен
unavailable-text = Повторите попытку через несколько минут.
failure-to-events = К списку мероприятий
