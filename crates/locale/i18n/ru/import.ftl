### Импорт списков участников: что видят координаторы, и письма тем, кто внесён.

import-title = Импорт участников
import-link = Импорт из файла
import-stages = Шаги импорта
import-stage-file = Файл
import-stage-columns = Столбцы
import-stage-check = Проверка
import-stage-done = Готово

## Файл

import-intro = Выберите список участников: файл CSV или книгу Excel (.xlsx). Ничего не будет добавлено, пока вы не увидите, что произойдёт.
import-file = Файл
import-file-hint = Не более { $megabytes } МБ и { $rows } строк под заголовками.
import-upload = Загрузить и продолжить
import-example = Пустой список с нужными заголовками:
import-example-as = Пустой список: { $format }
import-fields = Что может быть в списке
import-fields-hint = Заголовки распознаются на английском, русском, персидском и турецком языках, в любом порядке. Остальные столбцы не учитываются.
import-fields-name = Заголовок
import-fields-form = Что в нём указывается
import-fields-required = обязательно
import-list = Импорты этого мероприятия
import-column-file = Файл
import-column-by = Кто загрузил
import-column-at = Загружен
import-column-state = Состояние
import-state-uploaded = Нужно выбрать столбцы
import-state-read = Нужно проверить
import-state-done = { $count ->
    [one] Добавлен { $count } человек
    [few] Добавлено { $count } человека
    [many] Добавлено { $count } человек
   *[other] Добавлено { $count } человека
}
import-state-taken-back = Отозван
import-kept = Файл, который не был использован, удаляется через сутки.
import-gone = Этого файла здесь больше нет. Выберите его ещё раз.
import-discard = Удалить этот файл
import-discarded = Файл удалён. Никто не был добавлен.
import-no-file = Выберите файл
import-lost = Файл получен не полностью. Выберите его ещё раз.
import-is-done = Этот импорт уже выполнен.
import-nobody = Добавлять некого: все люди из списка уже зарегистрированы.
import-back-too-late = Этот импорт уже нельзя отозвать: письмо отправлено или чья-то заявка изменилась.

## Почему файл не читается

import-refused-empty = В этом файле ничего нет.
import-refused-no-rows = Под заголовками в строке { $row } ничего нет.
import-refused-bytes = Этот файл больше { $megabytes } МБ. Удалите рисунки и ненужные столбцы или разделите список на несколько файлов.
import-refused-rows = В этом списке больше { $rows } строк. Разделите его на несколько файлов.
import-refused-columns = В строке { $row } больше { $columns } столбцов. Удалите ненужные.
import-refused-cell = В ячейке строки { $row }, столбца { $column } больше { $characters } знаков.
import-refused-text = В ячейках этого файла слишком много текста: больше { $megabytes } МБ.
import-refused-unpacked = В распакованном виде эта книга больше { $megabytes } МБ. Скопируйте список в новую книгу.
import-refused-parts = В этой книге слишком много частей. Скопируйте список в новую книгу.
import-refused-links = Эта книга берёт значения из других файлов. Вставьте значения вместо ссылок.
import-refused-sheet = В этой книге нет видимого листа.
import-refused-encoding = Текст повреждён или записан в другой кодировке. Сохраните список как .xlsx или как CSV в UTF-8.
import-refused-quote = Кавычка в строке { $row } не закрыта.
import-refused-damaged = Этот файл повреждён. Откройте его в программе для таблиц и сохраните заново.
import-refused-resave = Это { $kind }. Откройте его в программе для таблиц и сохраните как .xlsx или CSV.
import-refused-copy = Это { $kind }. Скопируйте таблицу в книгу и сохраните как .xlsx.
import-refused-encrypted = Эта книга защищена паролем. Сохраните её без пароля.
import-refused-archive = Это архив. Загрузите таблицу, которая в нём лежит.
import-refused-binary = Это не книга Excel (.xlsx) и не файл CSV.
import-kind-xls = файл Excel старого формата (.xls)
import-kind-xlsb = двоичный файл Excel (.xlsb)
import-kind-office = документ старой офисной программы
import-kind-ods = файл OpenDocument
import-kind-word = документ Word
import-kind-slides = презентация
import-kind-pdf = файл PDF
import-kind-picture = изображение
import-kind-web = веб-страница
import-kind-xml = файл XML
import-kind-rtf = текстовый документ (.rtf)

## Столбцы

import-columns-title = Что в каком столбце
import-columns-text = { $rows ->
    [one] В файле «{ $file }» под заголовками { $rows } строка. Вот первые строки:
    [few] В файле «{ $file }» под заголовками { $rows } строки. Вот первые строки:
    [many] В файле «{ $file }» под заголовками { $rows } строк. Вот первые строки:
   *[other] В файле «{ $file }» под заголовками { $rows } строки. Вот первые строки:
}
import-columns-row = Строка
import-columns-none = В файле нет
import-column-missing = Выберите столбец для поля «{ $field }»
import-column-twice = У поля «{ $field }» тот же столбец, что и у другого поля
import-column-several = Поле «{ $field }» может быть в нескольких столбцах: { $columns }. Проверьте, какой из них верный.
import-column-repeated = Эти заголовки стоят над несколькими столбцами: { $headings }.
import-encoding = Кодировка файла
import-encoding-guessed = В файле не указано, как записаны буквы. Если они выглядят неверно, выберите другую кодировку.
import-sheet = Лист
import-reread = Прочитать заново
error-encoding-choice = В этой кодировке файл не читается
error-sheet-choice = На этом листе нет списка
import-people-title = Что будет с людьми
import-outcome = Каждому человеку
import-outcome-offer = предлагается место: он принимает его или отказывается
import-outcome-list = предстоит ваше решение
import-outcome-confirm = сразу даётся место: он уже дал согласие
import-outcome-hint = Предложение сохраняет место за человеком, пока он не ответит. Кто ждёт вашего решения, места не занимает.
import-outcome-no-offer = Предлагать места больше нельзя: приём заявок закончен.
error-outcome-choice = Места можно предлагать, только пока открыт приём заявок
import-default-hint = Для тех, у кого в строке не указано другое.
import-tell = Сообщить письмом
import-tell-hint = Предложение отправляется всегда: на него нужно ответить. Письма уходят через { $minutes } мин. после подтверждения.
import-check = Проверить список
import-other-file = Выбрать другой файл

import-field-name = Имя
import-field-native_name = Имя на родном языке
import-field-native_language = Язык этого имени
import-field-email = Электронная почта
import-field-country = Страна
import-field-institution = Учреждение
import-field-job_title = Должность
import-field-language = Язык писем
import-field-role = В качестве
import-field-organisation = От какой организации
import-field-registered_at = Подана
import-expected-name = Полное имя латиницей, как в паспорте
import-expected-native_name = Полное имя на другой письменности, в одну строку
import-expected-native_language = Название или код языка, например узбекский или uz
import-expected-email = Один адрес электронной почты, например name@example.org
import-expected-country = Страна программы: название или код, например Узбекистан или UZ
import-expected-institution = Министерство, ведомство или организация, в одну строку
import-expected-job_title = Должность, в одну строку
import-expected-language = Английский, русский, персидский или турецкий либо en, ru, fa, tr
import-expected-role = Участник, наблюдатель или докладчик
import-expected-organisation = Организация программы: код или название, например ECO
import-expected-registered_at = День не позднее сегодняшнего, например 2026-09-18 или 18.09.2026

## Проверка

import-check-title = Что произойдёт
import-problems-title = { $count ->
    [one] { $count } ошибка в файле
    [few] { $count } ошибки в файле
    [many] { $count } ошибок в файле
   *[other] { $count } ошибки в файле
}
import-problems-text = Пока в файле есть ошибки, никого нельзя добавить. Исправьте эти ячейки и загрузите файл снова или выберите другие столбцы.
import-problems-more = Показаны первые { $shown } из { $count }; в файле экспорта — до тысячи.
import-problem-row = Строка
import-problem-column = Столбец
import-problem-field = Поле
import-problem-value = Что указано
import-problem-expected = Что должно быть указано
import-problem-empty = ничего
import-repeated = Каждый адрес один раз: этот уже стоит в строке { $row }
import-fact-file = Файл
import-fact-rows = Строк
import-fact-add = Будет добавлено
import-fact-added = Добавлено
import-fact-known = Уже известны в Maktab
import-fact-passed = Уже зарегистрированы, пропускаются
import-fact-letters = Письма
import-fact-offer = На предложения можно ответить до
import-fact-by = Кто выполнил
import-fact-hash = SHA-256 файла
import-letters-yes = Каждый получит письмо
import-letters-no = Нет
import-seats-title = Места
import-seats-whose = Чьи места
import-seats-event = Мероприятие
import-seats-all = Мест
import-seats-taken = Занято
import-seats-wanted = Нужно
import-seats-missing = Не хватает
import-seats-text = { $count ->
    [one] Не хватает { $count } места, поэтому никого нельзя добавить. Сократите список, увеличьте число мест или оставьте людей для вашего решения.
    [few] Не хватает { $count } мест, поэтому никого нельзя добавить. Сократите список, увеличьте число мест или оставьте людей для вашего решения.
    [many] Не хватает { $count } мест, поэтому никого нельзя добавить. Сократите список, увеличьте число мест или оставьте людей для вашего решения.
   *[other] Не хватает { $count } места, поэтому никого нельзя добавить. Сократите список, увеличьте число мест или оставьте людей для вашего решения.
}
import-no-seats = Свободных мест уже меньше, чем было только что. Ничего не сохранено.
import-changed = Тем временем файл был прочитан заново. Ничего не сохранено: посмотрите ещё раз.
import-passed-title = Уже зарегистрированы
import-rows-title = Кто будет добавлен
import-row-known = уже есть
import-confirm = { $count ->
    [one] Добавить { $count } человека
    [few] Добавить { $count } человек
    [many] Добавить { $count } человек
   *[other] Добавить { $count } человека
}
import-confirm-text = Все добавляются вместе — или никто.
import-change-columns = Изменить столбцы
import-to-registrations = К заявкам

## Итог

import-done-offer = { $count ->
    [one] Добавлен { $count } человек, ему предложено место.
    [few] Добавлено { $count } человека, им предложены места.
    [many] Добавлено { $count } человек, им предложены места.
   *[other] Добавлено { $count } человека, им предложены места.
}
import-done-list = { $count ->
    [one] Добавлен { $count } человек, он ждёт вашего решения.
    [few] Добавлено { $count } человека, они ждут вашего решения.
    [many] Добавлено { $count } человек, они ждут вашего решения.
   *[other] Добавлено { $count } человека, они ждут вашего решения.
}
import-done-confirm = { $count ->
    [one] Добавлен { $count } человек, место за ним.
    [few] Добавлено { $count } человека, места за ними.
    [many] Добавлено { $count } человек, места за ними.
   *[other] Добавлено { $count } человека, места за ними.
}
import-back-text = Импорт можно отозвать до { $until }: тогда этих людей здесь не будет, и письма не уйдут.
import-back = Отозвать импорт
import-back-title = Этот импорт отозван
import-back-done = { $count ->
    [one] Отозван { $count } человек.
    [few] Отозваны { $count } человека.
    [many] Отозвано { $count } человек.
   *[other] Отозвано { $count } человека.
}
import-back-stay = { $count ->
    [one] Заявка { $count } человека с тех пор изменилась и остаётся.
    [few] Заявки { $count } человек с тех пор изменились и остаются.
    [many] Заявки { $count } человек с тех пор изменились и остаются.
   *[other] Заявки { $count } человека с тех пор изменились и остаются.
}

## Письма

import-mail-offered = Организаторы внесли вас в список участников этого мероприятия. Место сохраняется за вами:
import-mail-confirmed = Организаторы внесли вас в список: за вами место на этом мероприятии.
import-mail-listed-subject = Ваша кандидатура рассматривается: { $title }
import-mail-listed = Организаторы внесли вас в список кандидатов на это мероприятие:
import-mail-not-you = Если вы не хотите участвовать или ничего об этом не знаете, ответьте на это письмо.
