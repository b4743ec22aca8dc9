### The frame of every page: masthead, navigation, footer, buttons, paging, times.

brand = Мактаб
brand-line = ОЭС · МОМ: развитие потенциала
skip-to-content = Перейти к содержанию
language-label = Язык

nav-label = Основная навигация
nav-events = Мероприятия
nav-courses = Курсы
nav-verify = Проверить сертификат
nav-sign-in = Войти
nav-sign-out = Выйти
nav-my = Мои регистрации
nav-teach = Мои занятия
nav-manage = Управление
nav-nominate = Кандидатуры
nav-admin = Система
trail-label = Где находится эта страница
# Marks content that is not in the language of the page. $language as in “English”.
content-in = язык: { $language }

footer-line = Учебная программа Организации экономического сотрудничества и Международной организации по миграции в рамках Меморандума о взаимопонимании от 27 января 2009 года.
footer-demo = Демонстрация: все люди и мероприятия вымышлены, письма с этого сервера не отправляются.
footer-demo-mail = Читать письма
footer-demo-clock = Перевести часы

field-optional = (необязательно)

action-save = Сохранить
action-cancel = Отмена
action-back = Назад
action-search = Найти
action-clear = Сбросить
action-remove = Удалить

page-label = Страницы
page-previous = Предыдущая страница
page-next = Следующая страница
page-position = Страница { $page } из { $pages }

# Stands before the names of file formats: “Export: CSV · Excel · JSON”.
export-label = Экспорт:
# The full name of one of them. $format as “CSV”.
export-as = Экспорт: { $format }
# Headings of columns that only exported lists have.
export-address = Адрес в интернете
export-seats-taken = Занято мест
export-seats-left = Осталось мест
export-registration = Регистрация
export-attended = Посещено, %
export-session = Занятие
export-recorded = Посещаемость отмечена у
export-expected = Людей с местом
export-nominated-by = Кем предложен
export-nominated-at = Когда предложен
export-nominated-place = Место в порядке страны
export-attendance = Посещаемость
export-recorded-by = Кем отмечено
export-recorded-at = Когда отмечено
export-problems = Ошибок
export-carried-out-at = Когда выполнен

# $city is the city that gives the time zone its name.
time-in-city = время: { $city }
time-date-and-time = { $date }, { $time }
