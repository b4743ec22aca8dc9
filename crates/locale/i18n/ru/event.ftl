### The page of an event, and the seats shown in every list.

seats-left = { $left ->
    [one] осталось { $left } место из { $capacity }
    [few] осталось { $left } места из { $capacity }
    [many] осталось { $left } мест из { $capacity }
   *[other] осталось { $left } места из { $capacity }
}
seats-opens = Начало регистрации: { $date }
seats-until = до { $date }
seats-over = Прошло

## The facts beside an event.

event-facts = Основные сведения
event-when = Когда
event-where = Где
# $place is a venue or a city with its country.
event-place-hybrid = { $place }; а также онлайн
event-language = Языки
event-organisers = Организаторы
event-length = Объём
event-hours = { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
}
event-admission = Участие
event-deadline = Срок
event-course = Курс
event-add-to-calendar = Добавить в календарь

## Whether and how one can register.

event-register = Зарегистрироваться
event-approval = Решение по каждой регистрации принимает координатор.
event-not-yet = Начало регистрации: { $date }.
event-closed = Регистрация закрыта. Последний день: { $date }.
event-full = Все места заняты. Если кто-то откажется от участия, место снова появится здесь.
event-by-nomination = Участников представляют правительства. Последний день: { $date }. Обратитесь к контактному лицу вашей страны.
event-by-invitation = Участие по личному приглашению.
# $state is the state of a registration, as in “Confirmed”.
event-own-place = Ваша регистрация: { $state }
event-manage = Управлять мероприятием
event-to-my = Перейти к моим регистрациям

## Where the event stands.

event-draft = Это черновик. Его видят только координаторы мероприятия.
event-cancelled = Мероприятие отменено.
event-cancelled-reason = Причина: { $reason }
event-over = Мероприятие завершилось.
event-running = Мероприятие идёт сейчас.

## What it is about.

event-audience = Для кого
event-objectives = Чему вы научитесь
event-prerequisites = Предварительные требования
event-agenda = Программа
event-agenda-later = Программа будет опубликована здесь.
# $city is the city whose clocks are meant, $offset their distance from UTC.
event-times = Время в программе: { $city } ({ $offset })
event-now = сейчас
event-trainers = Преподаватели

event-certificate = Сертификат
# $kind is the kind of certificate, as in “Certificate of completion”; $percent is a figure with its sign.
event-certificate-share = { $sessions ->
    [one] { $kind }: для всех, кто посетил не менее { $percent } из { $sessions } занятия с учётом посещаемости.
    [few] { $kind }: для всех, кто посетил не менее { $percent } из { $sessions } занятий с учётом посещаемости.
    [many] { $kind }: для всех, кто посетил не менее { $percent } из { $sessions } занятий с учётом посещаемости.
   *[other] { $kind }: для всех, кто посетил не менее { $percent } из { $sessions } занятия с учётом посещаемости.
}
event-certificate-all = { $kind }: для всех участников.
event-certificate-none = Сертификат за это мероприятие не выдаётся.
event-excused-leaves = Пропуск по уважительной причине в расчёт не входит.
event-excused-counts = Пропуск по уважительной причине считается пропуском.
event-certificate-verify = Как проверить сертификат
