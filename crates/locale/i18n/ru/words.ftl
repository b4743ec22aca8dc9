### The words of the domain, by the codes that the database keeps: `area-{code}` and so on.
### The ids are composed at run time; the test of the sources knows their prefixes.

## The ten areas of cooperation (Memorandum, article V.1).

area-i = Польза миграции и снижение эмиграционного давления
area-ii = Управление границами
area-iii = Трудовая миграция
area-iv = Миграция и здоровье
area-v = Неурегулированная трудовая мобильность и законные пути миграции
area-vi = Противодействие торговле людьми и защита пострадавших
area-vii = Добровольное возвращение и реинтеграция
area-viii = Системы, технологии, право, политика и диалог
area-ix = Исследования и наращивание потенциала
area-x = Семинары-практикумы, семинары, конференции и учебные курсы

## The same, short enough for a label.

area-short-i = Польза миграции
area-short-ii = Управление границами
area-short-iii = Трудовая миграция
area-short-iv = Миграция и здоровье
area-short-v = Законные пути
area-short-vi = Противодействие торговле людьми
area-short-vii = Возвращение и реинтеграция
area-short-viii = Системы и технологии
area-short-ix = Исследования
area-short-x = Учебные мероприятия

kind-workshop = Семинар-практикум
kind-seminar = Семинар
kind-conference = Конференция
kind-training-course = Учебный курс

## `.inline` stands inside a line of facts.

mode-in-person = Очно
    .inline = очно
mode-online = Онлайн
    .inline = онлайн
mode-hybrid = Очно и онлайн
    .inline = очно и онлайн

## How people come to an event.

admission-open = Свободная регистрация
admission-approval = С подтверждением организатора
admission-nominated = По представлению государства
admission-invited = По приглашению

## Whether one can register now.

gate-open = Регистрация открыта
gate-not-yet = Регистрация ещё не открыта
gate-closed = Регистрация закрыта
gate-full = Мест нет
gate-waiting-list = Мест нет, есть лист ожидания
gate-by-nomination = По представлению государства
gate-by-invitation = По приглашению
gate-cancelled = Отменено

state-event-draft = Черновик
state-event-published = Опубликовано
state-event-running = Идёт
state-event-completed = Завершено
state-event-archived = В архиве
state-event-cancelled = Отменено

state-registration-pending = Ожидает подтверждения адреса
state-registration-submitted = На рассмотрении
state-registration-confirmed = Подтверждена
state-registration-waitlisted = В листе ожидания
state-registration-offered = Предложено место
state-registration-declined = Отклонена
state-registration-cancelled = Отменена

attendance-present = Присутствует
attendance-late = С опозданием
attendance-excused = По уважительной причине
attendance-absent = Отсутствует

kind-certificate-participation = Сертификат об участии
kind-certificate-completion = Сертификат о прохождении
kind-certificate-appreciation = Благодарность

state-certificate-valid = Действителен
state-certificate-expired = Срок действия истёк
state-certificate-revoked = Отозван
state-certificate-replaced = Заменён
state-certificate-unknown = Не найден
state-certificate-altered = Изменён

role-trainee = Участник
role-trainer = Преподаватель
role-coordinator = Координатор
role-focal-point = Контактное лицо
role-administrator = Администратор

## Official short names; other countries come from CLDR.

country-af = Афганистан
country-az = Азербайджан
country-ir = Иран
country-kz = Казахстан
country-kg = Кыргызстан
country-pk = Пакистан
country-tj = Таджикистан
country-tr = Турция
country-tm = Туркменистан
country-uz = Узбекистан

## As they stand in a line of facts; other languages come from CLDR.

language-en = английский
language-ru = русский
language-fa = персидский
language-tr = турецкий
language-prs = дари
language-ps = пушту
language-ur = урду
language-az = азербайджанский
language-kk = казахский
language-ky = кыргызский
language-tg = таджикский
language-tk = туркменский
language-uz = узбекский

role-in-event-participant = Участник
role-in-event-observer = Наблюдатель
role-in-event-speaker = Докладчик
