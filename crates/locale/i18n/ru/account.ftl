### Signing in and out; the password; the signed-in browsers.

sign-in-title = Вход
sign-in-lead = Для ваших регистраций и сертификатов, а также для работы преподавателей и координаторов.
sign-in-by-link = По ссылке из письма
sign-in-by-link-hint = Мы пришлём вам ссылку для входа. Пароль не нужен.
sign-in-by-link-button = Прислать ссылку
sign-in-by-password = По паролю
sign-in-password = Пароль
sign-in-button = Войти
sign-in-no-account = Ещё нет учётной записи? Она появится при первой регистрации на мероприятие.
written-to = Мы написали на адрес
written-to-other = Исправить адрес
sign-in-sent-title = Проверьте почту
sign-in-sent-text = { $minutes ->
    [one] Ссылка из письма действует { $minutes } минуту, один раз.
    [few] Ссылка из письма действует { $minutes } минуты, один раз.
    [many] Ссылка из письма действует { $minutes } минут, один раз.
   *[other] Ссылка из письма действует { $minutes } минуты, один раз.
}
sign-in-link-text = Нажмите кнопку, чтобы войти в этом браузере.
sign-in-useless-title = Эта ссылка больше не действует
sign-in-useless-text = Ссылка для входа действует один раз и только несколько минут.
sign-in-useless-again = Запросить новую ссылку

account-password-none = У вас нет пароля, вы входите по ссылкам из писем. При желании пароль можно задать.
account-password-set = Вы можете входить по паролю или по ссылке из письма.
account-password-button = Задать пароль
account-password-change = Изменить пароль
account-current-password = Текущий пароль
account-new-password = Новый пароль
account-new-password-hint = Не менее восьми знаков; несколько слов подряд легко запомнить. Во всех остальных браузерах будет выполнен выход.
account-browsers = Где выполнен вход
account-browser = Браузер
account-since = Вход
account-seen = Последнее использование
account-this-browser = Этот
account-unknown-browser = Неизвестный браузер
account-sign-out-others = Выйти во всех остальных

## What is wrong with a field of these forms.

error-name-not-latin = Напишите имя латиницей, как в паспорте
error-country-required = Выберите вашу страну
error-login-required = Введите адрес электронной почты
error-password-required = Введите пароль
error-password-choice = Адрес и пароль не подходят друг к другу
error-current-password-choice = Это не ваш текущий пароль
error-institution-required = Введите учреждение
error-job-title-required = Введите должность
