### گواهی‌ها برای هماهنگ‌کنندگان: چه کسی واجد شرایط است، صدور، ابطال؛ و نامه‌های مربوط.

certificate-title = گواهی‌ها
certificate-rule = { $kind } برای حضور در دست‌کم { $percent } از { $sessions } نشستی که در آن‌ها حضور و غیاب می‌شود.
certificate-rule-leaves-count = غیبت موجه در شمارش نمی‌آید.
certificate-rule-counts-as-absent = غیبت موجه نیز غیبت به شمار می‌آید.
certificate-criteria = حضور در دست‌کم { $percent } از نشست‌هایی که در آن‌ها حضور و غیاب شده است.

## آنچه اکنون می‌توان کرد

certificate-due = اکنون می‌توان برای { $count } نفر گواهی صادر کرد.
certificate-none-due = اکنون کسی نیست که بتوان برایش گواهی صادر کرد.
certificate-issue-all = صدور { $count } گواهی
certificate-not-over = رویداد هنوز پایان نیافته است. گواهی‌ها پس از پایان آن صادر می‌شوند.
certificate-cancelled = رویداد لغو شده است و گواهی ندارد.
certificate-obstacle = گواهی‌های این رویداد هنوز چاپ‌شدنی نیستند: { $problem }
certificate-unprintable = بخشی از آنچه باید بر گواهی بیاید چاپ‌شدنی نیست. صفحهٔ گواهی‌های رویداد می‌گوید کدام بخش.
certificate-nobody-due = دیگر کسی نیست که واجد شرایط باشد و گواهی نداشته باشد.
certificate-not-eligible = این فرد شرط رویداد را برآورده نکرده است. گواهی صادر نشد.
certificate-issued-already = این فرد گواهی معتبری از این رویداد دارد. گواهی دیگری صادر نشد.

## شرکت‌کنندگان

certificate-people = شرکت‌کنندگان
certificate-filter-label = نمایش
certificate-filter = { $name } ({ $count })
certificate-filter-all = همه
certificate-filter-eligible = واجد شرایط
certificate-filter-not-eligible = فاقد شرایط
certificate-filter-issued = صادرشده
certificate-people-none = کسی در این رویداد ثبت‌نام نکرده است.
certificate-people-none-here = در این فهرست کسی نیست.
certificate-column-person = شرکت‌کننده
certificate-column-answer = واجد شرایط است؟
certificate-column-certificate = گواهی
certificate-eligible = واجد شرایط
certificate-not-eligible-badge = فاقد شرایط
certificate-issue-one = صدور
    .label = صدور گواهی برای { $name }
certificate-revoked-before = گواهی پیشین باطل شده است. گواهی تازه فقط جداگانه صادر می‌شود.

## چرا کسی واجد شرایط هست یا نیست

certificate-attended = { $attended } نشست از { $counted }، { $percent }
certificate-attended-but = { $attended } نشست از { $counted }، { $percent }: { $details }
certificate-below = { $attended } نشست از { $counted }، { $percent }، کمتر از { $minimum }: { $details }
certificate-so-far = رویداد هنوز پایان نیافته است. تاکنون { $attended } نشست از { $counted }
certificate-nothing-counts = هیچ نشستی به شمار نمی‌آید: در هیچ‌یک حضور و غیاب نمی‌شود یا همهٔ غیبت‌ها موجه بوده‌اند
certificate-no-place = جای تأییدشده ندارد: { $state }
certificate-missing = { $count ->
    [one] غیبت در نشست { $sessions }
   *[other] غیبت در نشست‌های { $sessions }
}
certificate-not-recorded = ثبت‌نشده: { $sessions }
certificate-excused = غیبت موجه: { $sessions }
certificate-and = { $one }؛ { $other }

## آنچه صادر شده است

certificate-issued = گواهی‌های صادرشده
certificate-issued-none = هنوز گواهی‌ای از این رویداد صادر نشده است.
certificate-column-number = شماره
certificate-column-holder = دارنده
certificate-column-date = تاریخ صدور
certificate-column-state = وضعیت
certificate-column-links = پرونده‌ها و کارها
certificate-pdf = پروندهٔ PDF
    .label = پروندهٔ PDF گواهی { $number }
certificate-json = گواهی دیجیتال
    .label = گواهی دیجیتال { $number }، امضاشده، JSON
certificate-verify = راستی‌آزمایی
    .label = راستی‌آزمایی گواهی { $number }
certificate-revoke = ابطال
    .label = ابطال گواهی { $number }
certificate-done-issued = گواهی { $number } صادر شد.
certificate-done-revoked = گواهی { $number } باطل شد.

## صدور

certificate-confirm-title = صدور گواهی‌ها
certificate-confirm-count = برای { $count } نفر گواهی صادر خواهد شد.
certificate-confirm-mail = به هر یک نامه‌ای به زبان خودش با راه دریافت گواهی فرستاده می‌شود.
certificate-confirm-final = آنچه صادر شود دیگر تغییرپذیر نیست و فقط می‌توان آن را باطل کرد. پیش از ادامه نام‌ها را بررسی کنید.
certificate-confirm-names = نام‌ها چنان‌که چاپ خواهند شد
certificate-confirm-changed = از زمانی که این صفحه را باز کرده‌اید شمار افراد تغییر کرده است. پیش از ادامه نام‌ها را دوباره ببینید.
certificate-one-title = صدور گواهی برای { $name }
certificate-one-mail = نامه‌ای با راه دریافت گواهی برای این فرد فرستاده می‌شود.
certificate-one-submit = صدور گواهی

certificate-run-title = گواهی‌ها در حال صدورند
certificate-run-ended-title = گواهی‌ها صادر شدند
certificate-run-count = { $issued } از { $total } صادر شده است
certificate-run-leave = می‌توانید این صفحه را ترک کنید: کار ادامه می‌یابد، هر دارنده نامه‌ای دریافت می‌کند و شما نیز پس از پایان کار نامه‌ای می‌گیرید.
certificate-run-done = { $issued ->
    [0] هیچ گواهی‌ای صادر نشد.
    [one] { $issued } گواهی صادر شد.
   *[other] { $issued } گواهی صادر شد.
}
certificate-run-failed = { $count } گواهی چاپ‌شدنی نبود.
certificate-run-problem = آخرین مشکل: { $problem }
certificate-run-passed-over = از { $count } نفر گذشته شد، زیرا در این میان چیزی تغییر کرده است. فهرست را ببینید و دوباره صادر کنید.
certificate-run-progress = پیشرفت
certificate-run-show = نمایش پیشرفت
certificate-run-open = گواهی‌های این رویداد در حال صدورند: { $issued } از { $total }.
certificate-run-to-list = به گواهی‌های رویداد

## ابطال

certificate-revoke-title = ابطال گواهی { $number }
certificate-revoke-whose = { $kind }، دارنده: { $name }، تاریخ صدور: { $date }.
certificate-revoke-public = گواهی حذف نمی‌شود: هر که آن را راستی‌آزمایی کند می‌بیند که باطل شده است، کی و به چه دلیل.
certificate-revoke-mail = نامه‌ای با ذکر دلیل برای دارنده فرستاده می‌شود.
certificate-revoke-final = این کار بازگشت‌پذیر نیست. اگر شرط رویداد برآورده شده باشد، پس از آن می‌توان گواهی تازه‌ای صادر کرد.
certificate-revoke-reason = دلیل
certificate-revoke-reason-hint = هر که گواهی را راستی‌آزمایی کند آن را می‌خواند. یک سطر بنویسید، بدون جزئیات خصوصی فرد.
certificate-revoke-submit = ابطال گواهی
certificate-revoked-already = این گواهی پیش‌تر باطل شده بود. چیزی تغییر نکرد.

## نامه‌ها

certificate-mail-number = شمارهٔ گواهی: { $number }
certificate-mail-ready-subject = گواهی شما: { $title }
certificate-mail-ready-intro = تبریک می‌گوییم: گواهی شما آماده است.
certificate-mail-ready-own = برای دریافت آن، به صورت PDF برای چاپ و به صورت نسخهٔ دیجیتال امضاشده، وارد شوید:
certificate-mail-ready-verify = هر که گواهی را به او نشان دهید می‌تواند آن را بدون حساب کاربری اینجا راستی‌آزمایی کند:
certificate-mail-revoked-subject = گواهی شما باطل شد: { $title }
certificate-mail-revoked-intro = برگزارکنندگان گواهی‌ای را که برای شما صادر شده بود باطل کرده‌اند. این گواهی دیگر معتبر نیست.
certificate-mail-revoked-reason = دلیل: { $reason }
certificate-mail-revoked-verify = این صفحه را هر که گواهی را راستی‌آزمایی کند می‌بیند:
certificate-mail-revoked-question = اگر گمان می‌کنید اشتباهی رخ داده است، به برگزارکنندگان رویداد بنویسید.
certificate-mail-run-subject = گواهی‌ها صادر شدند: { $title }
certificate-mail-run-list = همهٔ گواهی‌های رویداد، و اینکه اگر یکی کم است چه باید کرد:
