### دعوت‌ها: آنچه هماهنگ‌کنندگان و آنچه دعوت‌شده می‌بیند.

## هماهنگ‌کنندگان

invite-tab = دعوت‌ها
invite-list = دعوت‌های این رویداد
invite-empty = هنوز کسی دعوت نشده است. کسانی که دعوت می‌کنید، همراه با سرنوشت دعوت، در اینجا نمایش داده می‌شوند.
invite-column-whom = دعوت‌شده
invite-column-role = به‌عنوان
invite-column-sent = فرستاده‌شده
invite-column-until = معتبر تا
invite-column-uses = استفاده
invite-column-actions = کارها
invite-uses = { $uses } از { $allowed }
invite-state-open = باز
invite-state-used = استفاده شد
invite-state-declined = پذیرفته نشد
invite-state-revoked = باطل شد
invite-state-expired = منقضی شد
invite-again = فرستادن دوباره
invite-again-name = فرستادن دوباره: { $email }
invite-revoke = باطل کردن
invite-revoke-name = باطل کردن: { $email }

invite-form = دعوت از افراد
invite-addresses = نشانی‌ها
invite-addresses-hint = هر کدام در یک سطر، با نام یا بی نام: Aziza Karimova <aziza@example.org>
invite-line = سطر { $line }: «{ $text }»
invite-role = به‌عنوان
invite-organisation = از سوی کدام سازمان
invite-organisation-hint = در این صورت شرکت‌کنندگان از جاهای آن سازمان، اگر داشته باشد، به شمار می‌آیند.
invite-organisation-none = هیچ‌کدام
invite-language = زبان نامه
invite-days = چند روز معتبر باشد
invite-days-hint = از ۱ تا ۳۶۵ روز، و نه پس از پایان رویداد.
invite-forwarding = پیوند را می‌توان به دیگران داد
invite-forwarding-hint = هر که از آن استفاده کند، نشانی خود را می‌نویسد و آن را با ایمیل تأیید می‌کند.
invite-most-uses = چند نفر می‌توانند از هر پیوند استفاده کنند
invite-most-uses-hint = از ۱ تا ۱۰۰؛ تنها اگر بتوان پیوند را به دیگران داد.
invite-button = فرستادن دعوت‌ها

invite-sent = { $count ->
    [0] هیچ دعوتی فرستاده نشد.
    [one] { $count } دعوت فرستاده شد.
   *[other] { $count } دعوت فرستاده شد.
}
invite-already = { $count ->
    [one] { $count } نشانی از پیش دعوت باز دارد: { $addresses }
   *[other] { $count } نشانی از پیش دعوت باز دارند: { $addresses }
}
invite-registered = { $count ->
    [one] { $count } نفر پیش‌تر ثبت‌نام کرده است: { $addresses }
   *[other] { $count } نفر پیش‌تر ثبت‌نام کرده‌اند: { $addresses }
}
invite-passed-over = { $count ->
    [one] روی‌هم { $count } نشانی کنار گذاشته شد؛ فهرست زیر و ثبت‌نام‌ها نشان می‌دهند کدام.
   *[other] روی‌هم { $count } نشانی کنار گذاشته شد؛ فهرست زیر و ثبت‌نام‌ها نشان می‌دهند کدام.
}
invite-sent-again = دوباره به { $email } فرستاده شد. پیوند پیشین دیگر کار نمی‌کند.
invite-revoked = باطل شد: { $email }. پیوند دیگر کار نمی‌کند.
invite-not-open = تا وقتی رویداد منتشر شده و پایان نیافته است، می‌توان دعوت کرد.
invite-moved = این دعوت در این میان استفاده، رد یا باطل شده است. فهرست را دوباره ببینید.

error-addresses-required = دست‌کم یک نشانی بنویسید
error-addresses-email = همهٔ سطرها نشانی نیستند
error-addresses-too-long = هر بار حداکثر ۵۰۰ نشانی، با نام‌هایی حداکثر ۲۰۰ نویسه بنویسید
error-addresses-character = نویسه‌های کنترلی را از نام‌ها بردارید

## دعوت‌شده

invitation-title = از شما دعوت شده است
invitation-participant = از شما دعوت شده است که در این رویداد شرکت کنید.
invitation-observer = از شما دعوت شده است که به‌عنوان ناظر در این رویداد حضور یابید.
invitation-speaker = از شما دعوت شده است که در این رویداد سخنرانی کنید.
invitation-until = تا { $until } می‌توانید ثبت‌نام کنید.
invitation-email-hint = نامه‌ای به آن می‌فرستیم. ثبت‌نام شما پس از تأیید نشانی انجام می‌شود.
invitation-cannot = نمی‌توانید بیایید؟
invitation-cannot-text = به ما خبر دهید تا کس دیگری دعوت شود. پس از آن این پیوند دیگر کار نمی‌کند.
invitation-decline = نپذیرفتن دعوت
invitation-declined-title = شما دعوت را نپذیرفتید
invitation-declined-text = سپاس که خبر دادید. اگر نظرتان عوض شد، از برگزارکنندگان دعوت تازه‌ای بخواهید.
invitation-used-title = از این دعوت استفاده شده است
invitation-used-text = کسی با آن ثبت‌نام کرده است. اگر شما بوده‌اید، ثبت‌نام را در «ثبت‌نام‌های من» می‌یابید.
invitation-over-title = این دعوت دیگر معتبر نیست
invitation-over-text = زمان آن گذشته یا برگزارکنندگان آن را پس گرفته‌اند. از آنان دعوت تازه‌ای بخواهید.
invitation-done-title = ثبت‌نام شما انجام شد
invitation-waiting-title = شما در فهرست انتظار هستید
