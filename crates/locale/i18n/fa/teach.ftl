### What trainers see: sessions, rosters, attendance.

teach-title = نشست‌های من
teach-lead = رویدادهایی که در آن‌ها مدرس هستید، همراه با نشست‌ها و حضور و غیاب.
teach-running = در حال برگزاری
teach-upcoming = پیش رو
teach-past = گذشته
teach-empty = هنوز مدرس هیچ رویدادی نیستید. همین که هماهنگ‌کننده نام شما را در برنامه بگذارد، رویداد اینجا دیده می‌شود.
teach-empty-manage = رویدادهایی که هماهنگ می‌کنید
teach-event-cancelled = این رویداد لغو شده است و حضور و غیاب ممکن نیست.

teach-sessions = نشست‌ها
teach-sessions-count = { $count ->
    [one] { $count } نشست
   *[other] { $count } نشست
}
teach-no-sessions = هنوز نشستی در برنامه نیست.
teach-now = اکنون
teach-own = نشست شما
# For where no sentence stands: 28 of 30.
teach-of = { $part } از { $all }
teach-badge-untracked = بدون حضور و غیاب
teach-badge-from = حضور و غیاب از ساعت { $time }
teach-badge-taken = حضور و غیاب انجام شد: { $progress }
teach-badge-partly = ثبت‌شده: { $progress }
teach-badge-missing = حضور و غیاب انجام نشده است
teach-badge-open = حضور و غیاب باز است
teach-badge-none = چیزی ثبت نشده است

## The roster

teach-roster = فهرست شرکت‌کنندگان
teach-people = { $count ->
    [one] { $count } شرکت‌کنندهٔ تأییدشده
   *[other] { $count } شرکت‌کنندهٔ تأییدشده
}
teach-found = { $count ->
    [one] { $count } نفر از { $all } شرکت‌کننده یافت شد
   *[other] { $count } نفر از { $all } شرکت‌کننده یافت شد
}
teach-search = نام، نهاد یا کشور
teach-print = چاپ برگهٔ حضور
teach-print-hint = این صفحه در چاپ، برگهٔ حضور با ستون امضاست.
teach-nobody = هنوز ثبت‌نام کسی تأیید نشده است.
teach-nobody-found = کسی در این فهرست یافت نشد. حروف کمتری بنویسید.
teach-column-number = ردیف
teach-column-name = نام
teach-column-native = نام به خط بومی
teach-column-institution = نهاد
teach-column-country = کشور
teach-column-attended = حضور
teach-column-signature = امضا

## Attendance of one session

teach-sheet-title = حضور و غیاب: { $session }
teach-untracked = در این نشست حضور و غیاب نمی‌شود.
teach-too-early = حضور و غیاب از ۳۰ دقیقه پیش از آغاز نشست ممکن است.
teach-closed = حضور و غیاب بسته است: تنها تا زمانی ممکن است که رویداد منتشر شده و هنوز پایان نیافته باشد.
teach-opens = حضور و غیاب از { $time } ({ $zone })، ۳۰ دقیقه پیش از آغاز نشست، ممکن است.
teach-not-recorded = ثبت‌نشده
teach-rest-present = ثبت حضور برای همهٔ افراد باقی‌مانده و ذخیره
teach-all-present = ثبت حضور برای همهٔ افراد باقی‌مانده
teach-keys-move = نفر بعد، نفر پیش
teach-saved = { $count ->
    [one] ذخیره شد: { $count } مورد.
   *[other] ذخیره شد: { $count } مورد.
}
teach-saved-none = چیزی تغییر نکرد.
teach-kept = تغییر نکرد، زیرا پس از نمایش این برگه کس دیگری آن را ثبت کرده است: { $people }. اگر نادرست است دوباره ثبت کنید.
teach-kept-mark = { $name } ({ $status }، ثبت‌کننده { $by })
teach-saving = در حال ذخیره…
teach-unsaved = هنوز ذخیره نشده است
teach-not-saved = ذخیره نشد: سرور در دسترس نیست. آنچه ثبت کرده‌اید هنوز در این صفحه است؛ دوباره تلاش کنید.
teach-signed-out = ذخیره نشد: از سامانه خارج شده‌اید. در زبانه‌ای دیگر وارد شوید و دوباره ذخیره کنید.
teach-last = آخرین ثبت: { $time }، { $by }
teach-past-mark = { $status } – { $time }، { $by }
teach-corrections = { $count ->
    [one] { $count } اصلاح
   *[other] { $count } اصلاح
}
teach-previous = نشست پیشین:
teach-next = نشست بعد:
