### Administrators: jobs by schedule, outgoing mail, and mail that could not be delivered.

admin-title = مدیریت سامانه
admin-lead = آنچه این سامانه خود انجام می‌دهد، و ایمیل‌هایی که می‌فرستد.
admin-tabs = بخش‌های مدیریت سامانه
admin-tab-overview = نمای کلی
admin-tab-jobs = کارهای خودکار
admin-tab-mail = ایمیل‌های خروجی
admin-tab-dead = ایمیل‌های نرسیده
admin-page-title = { $page }: مدیریت سامانه
admin-utc = همهٔ زمان‌ها به وقت UTC است.
admin-well = چیزی نیازمند رسیدگی شما نیست.
admin-attention = نیازمند رسیدگی شما
admin-jobs-in-trouble = { $count ->
    [one] { $count } کار آن‌گونه که باید اجرا نمی‌شود
   *[other] { $count } کار آن‌گونه که باید اجرا نمی‌شود
}
admin-dead-count = { $count ->
    [one] { $count } ایمیل به مقصد نرسید
   *[other] { $count } ایمیل به مقصد نرسید
}
admin-mail-late = ایمیل‌ها از { $at } در انتظار ارسال هستند. آیا سرور در حال کار است و سرور ایمیل پاسخ می‌دهد؟
admin-sent-lately = رسیده در ۲۴ ساعت گذشته
job-end-holds = پایان نگه‌داشت‌ها و پیشنهادها
job-send-reminders = فرستادن یادآوری‌ها
job-close-registration = بستن ثبت‌نام
job-complete-events = تکمیل رویدادها
job-purge = پاک کردن داده‌های منقضی
job-does-end-holds = جاهایی را که به‌موقع تأیید یا پذیرفته نشده‌اند آزاد می‌کند و به نفر بعدی پیشنهاد می‌دهد.
job-does-send-reminders = رویدادها، تأییدها، پیشنهادها و تصمیم‌ها را یادآوری می‌کند.
job-does-close-registration = به کسانی که هنوز در انتظارند می‌گوید ثبت‌نام بسته شد و جایی برایشان پیدا نشد.
job-does-complete-events = یک هفته پس از پایان رویداد، حضور و غیاب آن را می‌بندد.
job-does-purge = پیوندها، ورودها و شمار تلاش‌های منقضی را پاک می‌کند.
job-outcome-done = انجام شد
job-outcome-failed = ناموفق
job-outcome-stopped = نیمه‌کاره
job-outcome-lost = سرور از دست رفت
admin-column-job = کار
admin-column-last = آخرین اجرا
admin-column-next = اجرای بعدی
admin-column-schedule = زمان‌بندی
admin-column-outcome = نتیجه
admin-column-done = کارهای انجام‌شده
admin-column-runs = شمار اجراها
admin-column-failures = ناکامی‌های پیاپی
admin-column-server = سرور
admin-every-minutes = { $count ->
    [one] هر { $count } دقیقه
   *[other] هر { $count } دقیقه
}
admin-every-hours = { $count ->
    [one] هر { $count } ساعت
   *[other] هر { $count } ساعت
}
admin-job-never = هنوز اجرا نشده
admin-job-running = از { $at } روی { $server } در حال اجراست
admin-job-on = روی { $server }
admin-job-due = وقت اجراست
admin-job-overdue = از { $at } عقب افتاده است؛ هیچ سروری کار نمی‌کند
admin-job-failures = { $count ->
    [one] { $count } بار پیاپی ناموفق
   *[other] { $count } بار پیاپی ناموفق
}
admin-done-holds = { $count ->
    [one] { $count } جا آزاد شد
   *[other] { $count } جا آزاد شد
}
admin-done-reminders = { $count ->
    [one] به { $count } نفر یادآوری شد
   *[other] به { $count } نفر یادآوری شد
}
admin-done-closing = { $count ->
    [one] به { $count } نفر خبر داده شد
   *[other] به { $count } نفر خبر داده شد
}
admin-done-completing = { $count ->
    [one] { $count } رویداد تکمیل شد
   *[other] { $count } رویداد تکمیل شد
}
admin-done-purging = { $count ->
    [one] { $count } ردیف پاک شد
   *[other] { $count } ردیف پاک شد
}
admin-run-now = اجرای فوری
admin-run-now-of = اجرای فوری: { $job }
admin-job-asked = «{ $job }» تا چند ثانیهٔ دیگر اجرا می‌شود.
admin-job-is-running = این کار هم‌اکنون در حال اجراست. پس از پایان می‌توان آن را دوباره اجرا کرد.
mail-state-waiting = در انتظار
mail-state-leased = در حال ارسال
mail-state-retrying = دوباره تلاش می‌شود
mail-state-dead = نرسیده
mail-state-discarded = کنار گذاشته
mail-state-sent = رسیده
mail-kind-confirm-registration = تأیید ثبت‌نام
mail-kind-confirm-reminder = یادآوری تأیید
mail-kind-registered = جای قطعی‌شده
mail-kind-already-registered = ثبت‌نام تکراری
mail-kind-applied = دریافت درخواست
mail-kind-approved = پذیرش درخواست
mail-kind-declined = رد درخواست
mail-kind-withdrawn = لغو به دست هماهنگ‌کننده
mail-kind-cancelled = لغو به دست خود شخص
mail-kind-waitlisted = قرار گرفتن در فهرست انتظار
mail-kind-waiting-list-ended = پایان فهرست انتظار
mail-kind-offered = پیشنهاد جا
mail-kind-offer-reminder = یادآوری پیشنهاد
mail-kind-offer-ended = پایان پیشنهاد
mail-kind-nominated = معرفی
mail-kind-listed = افزودن به فهرست توسط هماهنگ‌کننده
mail-kind-listed-place = جا بر پایهٔ فهرست هماهنگ‌کننده
mail-kind-nomination-withdrawn = پس گرفتن معرفی
mail-kind-invited = دعوت‌نامه
mail-kind-event-reminder = یادآوری رویداد
mail-kind-event-cancelled = لغو رویداد
mail-kind-decision-reminder = یادآوری تصمیم‌گیری
mail-kind-certificate-ready = گواهی آماده
mail-kind-certificates-issued = صدور گواهی‌ها
mail-kind-certificate-revoked = ابطال گواهی
mail-kind-sign-in = پیوند ورود
mail-kind-sign-in-unknown = نبود حساب
mail-kind-password-changed = تغییر گذرواژه
admin-mail-search = آغاز نشانی
admin-mail-kind = نوع
admin-all-kinds = همهٔ نوع‌ها
admin-column-subject = موضوع
admin-column-to = به
admin-column-written = زمان نگارش
admin-column-tried = شمار تلاش‌ها
admin-column-leaves = تلاش بعدی
admin-column-sent = زمان رسیدن
admin-column-dead = زمان چشم‌پوشی
admin-column-why = چرا
admin-column-language = زبان
admin-column-aside = کنار گذاشته
admin-tried = { $count ->
    [one] { $count } بار تلاش
   *[other] { $count } بار تلاش
}
admin-mail-none = هنوز ایمیلی نیست.
admin-mail-none-found = ایمیلی با این مشخصات پیدا نشد.
admin-dead-none = همهٔ ایمیل‌ها رسیده‌اند یا هنوز برای رساندنشان تلاش می‌شود.
admin-dead-lead = برای رساندن این ایمیل‌ها چند بار تلاش شده یا برای همیشه رد شده‌اند. پس از رفع علت، دوباره بفرستید؛ آنچه دیگر لازم نیست را می‌توان کنار گذاشت.
admin-show-aside = نمایش کنارگذاشته‌ها
admin-show-dead = نمایش نرسیده‌ها
admin-choose-one = برگزیدن: { $subject }، { $to }
admin-choose = برگزیدن
admin-choose-all = علامت زدن همهٔ این صفحه
admin-chosen = با برگزیده‌ها
admin-resend-chosen = فرستادن دوباره
admin-resend-all = فرستادن دوبارهٔ همه
admin-resend-all-hint = همهٔ ایمیل‌های نرسیده‌ای که با جست‌وجوی بالا می‌خوانند، در همهٔ صفحه‌های فهرست.
admin-discard-chosen = کنار گذاشتن
admin-note = یادداشت
admin-note-hint = چرا نیازی به فرستادن نیست. تنها مدیران سامانه آن را می‌بینند.
admin-resent = { $count ->
    [one] { $count } ایمیل دوباره فرستاده می‌شود.
   *[other] { $count } ایمیل دوباره فرستاده می‌شود.
}
admin-resent-refused = { $count ->
    [one] { $count } ایمیل را نمی‌توان دوباره فرستاد: مهلت پیوند آن گذشته، یا دیگر نرسیده نیست.
   *[other] { $count } ایمیل را نمی‌توان دوباره فرستاد: مهلت پیوند آن گذشته، یا دیگر نرسیده نیست.
}
admin-discarded = { $count ->
    [one] { $count } ایمیل کنار گذاشته شد.
   *[other] { $count } ایمیل کنار گذاشته شد.
}
admin-nothing-chosen = چیزی برگزیده نشد: نخست خانه‌ها را علامت بزنید.
admin-taken-back = ایمیل دوباره در میان نرسیده‌هاست.
admin-take-back = بازگرداندن
admin-mail-not-discarded = این ایمیل دیگر کنار گذاشته نیست.
admin-text = متن
admin-text-secret = متن تنها برای گیرنده است: پیوندی شخصی در آن هست.
admin-secret-until = پیوند تا { $at } اعتبار دارد و تا آن زمان می‌توان ایمیل را دوباره فرستاد.
admin-expired = این ایمیل را نمی‌توان دوباره فرستاد: مهلت پیوند آن گذشته است.
admin-expired-sign-in = شخص می‌تواند در صفحهٔ ورود پیوند تازه‌ای بخواهد.
admin-expired-confirm = جای نگه‌داشته‌شده آزاد شده است. شخص می‌تواند در صفحهٔ رویداد دوباره ثبت‌نام کند.
admin-expired-offer = پیشنهاد پایان یافته و جا به نفر بعدی رسیده است. هماهنگ‌کنندهٔ رویداد می‌تواند جای دیگری پیشنهاد دهد.
admin-expired-invited = هماهنگ‌کنندهٔ رویداد می‌تواند دعوت‌نامه را با پیوندی تازه دوباره بفرستد.
admin-aside-by = { $at }، { $name }
