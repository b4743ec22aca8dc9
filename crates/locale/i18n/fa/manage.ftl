### What coordinators see: events, agenda, registrations, steps, and the mails of their decisions.

## The list of events

manage-title = رویدادهایی که هماهنگ می‌کنید
manage-title-all = همهٔ رویدادها
manage-new = رویداد تازه
manage-events-count = { $count ->
    [one] { $count } رویداد
   *[other] { $count } رویداد
}
manage-events-none = هنوز رویدادی نیست. نخستین را بسازید.
manage-events-none-found = رویدادی یافت نشد. واژه‌های کمتری بنویسید یا پالایه‌ای را بردارید.
manage-search = عنوان، محل یا حوزه
manage-all-states = همهٔ وضعیت‌ها
manage-time = زمان
manage-time-any = هر زمان
manage-time-ahead = در حال برگزاری یا پیش رو
manage-time-over = پایان‌یافته
manage-column-event = رویداد
manage-column-state = وضعیت
manage-column-seats = جاها
manage-column-waiting = در انتظار تصمیم
manage-to-decide = { $count ->
    [one] { $count } ثبت‌نام در انتظار تصمیم شماست
   *[other] { $count } ثبت‌نام در انتظار تصمیم شماست
}
manage-seats = { $taken } جا از { $capacity } جا گرفته شده است

## The pages about one event

manage-tabs = صفحه‌های این رویداد
manage-tab-overview = نمای کلی
manage-tab-details = مشخصات
manage-tab-agenda = برنامه
manage-tab-registrations = ثبت‌نام‌ها
manage-tab-seats = جاها
manage-tab-attendance = حضور و غیاب
manage-tab-certificates = گواهی‌ها
manage-page-title = { $page }: { $event }
manage-saved = ذخیره شد.

## Overview

manage-readiness = پیش از انتشار
manage-ready = هر آنچه لازم است فراهم است.
manage-not-ready = هنوز چیزی کم است.
manage-missing = کم است
manage-there = انجام شد
manage-needs-title = عنوان به انگلیسی
manage-needs-summary = خلاصه به انگلیسی
manage-needs-sessions = دست‌کم یک نشست در برنامه
manage-needs-window = مهلت ثبت‌نامی که نگذشته باشد
manage-needs-organisers = برگزارکننده
manage-needs-place = شهر، مگر آنکه رویداد برخط باشد
manage-next = گام بعد
manage-take-attendance = ثبت حضور و غیاب
manage-is-over = رویداد به پایان رسیده است. پس از ثبت حضور و غیاب همهٔ نشست‌ها، به رویداد پایان دهید؛ سپس می‌توان گواهی‌ها را صادر کرد.
manage-is-completed = این رویداد پایان یافته است.
manage-look-at = شایستهٔ توجه
manage-attendance-missing = { $count ->
    [one] حضور و غیاب در { $count } نشست انجام نشده است
   *[other] حضور و غیاب در { $count } نشست انجام نشده است
}
manage-without-trainer = { $count ->
    [one] { $count } نشست دارای حضور و غیاب مدرس ندارد
   *[other] { $count } نشست دارای حضور و غیاب مدرس ندارد
}
manage-nothing-tracked = در هیچ نشستی حضور و غیاب نمی‌شود و کسی نمی‌تواند گواهی بگیرد
manage-closes-late = مهلت ثبت‌نام پس از آغاز رویداد پایان می‌یابد
manage-facts = داده‌ها
manage-sessions-tracked = { $count ->
    [one] { $count } نشست، { $tracked } با حضور و غیاب
   *[other] { $count } نشست، { $tracked } با حضور و غیاب
}
manage-public-page = صفحهٔ همگانی
manage-cancelled-because = لغو شد: { $reason }

## Details

manage-new-lead = نخست پیش‌نویسی است که تنها هماهنگ‌کنندگان می‌بینند. پس از آن نوبت برنامه است.
manage-create = ساختن پیش‌نویس
manage-course = بر پایهٔ یک دوره
manage-course-none = بدون دوره
manage-course-take = پر کردن از این دوره
manage-from-course = از دورهٔ «{ $title }» پر شد: متن‌ها، حوزه‌ها، زبان‌ها و ساعت‌ها. برنامهٔ آن از روز آغاز رویداد چیده می‌شود.
manage-choose = برگزینید…
manage-part-texts = عنوان و محل
manage-part-texts-hint = انگلیسی لازم است. متن زبان‌های دیگر به خوانندگان آن‌ها نشان داده می‌شود؛ هر جا نباشد، متن انگلیسی می‌آید.
manage-part-kind = چیستی و برگزارکنندگان
manage-part-time = زمان
manage-part-registration = ثبت‌نام
manage-part-certificate = گواهی
manage-other-languages = عنوان به زبان‌های دیگر
manage-field-title = عنوان
manage-field-title-in = عنوان به { $language }
manage-field-summary = خلاصه
manage-field-summary-hint = دو سه جمله: دستاورد شرکت‌کنندگان.
manage-field-city = شهر
manage-field-city-hint = لازم است، مگر آنکه رویداد برخط باشد.
manage-field-venue = محل برگزاری
manage-field-kind = گونه
manage-field-mode = شیوهٔ شرکت
manage-field-country = کشور میزبان
manage-field-organisers = برگزارکنندگان
manage-field-organisers-hint = سازمان شما همیشه یکی از برگزارکنندگان است. هماهنگ‌کنندگان همهٔ برگزارکنندگان با هم به رویداد رسیدگی می‌کنند.
manage-field-areas = حوزه‌های همکاری
manage-field-languages = زبان‌های رویداد
manage-field-time-zone = منطقهٔ زمانی
manage-field-time-zone-hint = نامی از پایگاه IANA مانند Asia/Tashkent. همهٔ زمان‌های رویداد به این وقت است. اگر آن را عوض کنید، ساعت نشست‌ها همان می‌ماند.
manage-field-starts = آغاز
manage-field-ends = پایان
manage-dates-hint = همین که نشستی باشد، آغاز و پایان از روی نشست‌ها تعیین می‌شود.
manage-span = بر پایهٔ نشست‌ها، رویداد از { $from } تا { $until } است. برای جابه‌جایی، برنامه را تغییر دهید.
manage-field-capacity = شمار جاها
manage-field-capacity-hint = اکنون { $taken } جا گرفته یا نگه داشته شده است.
manage-field-admission = شیوهٔ پذیرش
manage-field-opens = آغاز ثبت‌نام
manage-field-closes = پایان ثبت‌نام
manage-times-hint = زمان‌ها به وقت محل رویداد است.
manage-field-hours = ساعت‌های روی گواهی
manage-field-certificate = گواهی
manage-field-percent = کمترین حضور، به درصد
manage-field-percent-hint = از همهٔ نشست‌های دارای حضور و غیاب، حتی آن‌ها که هنوز ثبت نشده‌اند.
manage-field-excused = غیبت موجه
manage-excused-leaves = آن نشست در شمارش آن فرد نمی‌آید
manage-excused-absent = آن نشست غیبت به شمار می‌آید

## Agenda

manage-agenda-empty = هنوز نشستی نیست. نخستین را در پایین بیفزایید.
manage-agenda-zone = همهٔ زمان‌ها: { $zone }
manage-session-add = افزودن نشست
manage-session-added = نشست افزوده شد.
manage-session-remove = حذف نشست
manage-session-removed = نشست حذف شد.
manage-session-remove-what = «{ $session }»، { $time }، از برنامه حذف می‌شود. این کار بازگشت ندارد.
manage-session-attended = در این نشست حضور و غیاب ثبت شده است و نمی‌توان آن را حذف کرد.
manage-last-session = رویداد منتشرشده دست‌کم یک نشست دارد. اگر برگزار نمی‌شود، رویداد را لغو کنید.
manage-no-trainer = هنوز بدون مدرس
manage-no-trainers-known = هنوز مدرسی شناخته نیست. نشانی ایمیل مدرس را بنویسید.
manage-field-day = روز
manage-field-start = آغاز
manage-field-end = پایان
manage-field-room = اتاق
manage-field-trainers = مدرسان
manage-field-trainer-email = مدرس دیگر، با نشانی ایمیل
manage-field-trainer-email-hint = کسی که نقش مدرس دارد، از سازمان دیگر نیز می‌تواند باشد.
manage-field-tracked = حضور و غیاب می‌شود
manage-field-tracked-hint = نه برای گشایش، تنفس یا پایان: این‌ها برای گواهی به شمار نمی‌آیند.
manage-clash-room = { $room } در همان زمان در اختیار «{ $other }» است.
manage-clash-trainer = { $name } در همان زمان «{ $other }» را برگزار می‌کند.
manage-clash-elsewhere = { $name } در { $hours } نشستی از «{ $title }» دارد.
manage-clash-unknown = { $name } در { $hours } نشستی از رویدادی دیگر دارد.

## Steps

manage-publish = انتشار
manage-publish-what = رویداد در فهرست رویدادها می‌آید و از روز آغاز ثبت‌نام می‌توان در آن نام نوشت.
manage-published = منتشر شد. رویداد اکنون در فهرست همگانی است.
manage-complete = پایان دادن به رویداد
manage-complete-what = حضور و غیاب بسته می‌شود. تا آن را دوباره باز نکنید، مدرسان نمی‌توانند اصلاحی کنند.
manage-reopen = بازگشایی حضور و غیاب
manage-reopen-what = مدرسان دوباره می‌توانند حضور و غیاب را اصلاح کنند. گواهی‌های صادرشده همان می‌ماند.
manage-cancel = لغو رویداد
manage-cancel-what = { $count ->
    [0] کسی ثبت‌نام نکرده است و نامه‌ای فرستاده نمی‌شود. رویداد لغوشده بازگشت ندارد.
    [one] به { $count } نفر که ثبت‌نام کرده است با نامه و همراه با دلیل شما خبر داده می‌شود. رویداد لغوشده بازگشت ندارد.
   *[other] به { $count } نفر که ثبت‌نام کرده‌اند با نامه و همراه با دلیل شما خبر داده می‌شود. رویداد لغوشده بازگشت ندارد.
}
manage-reason = دلیل
manage-reason-hint = همان‌گونه که می‌نویسید برای افراد مربوط فرستاده می‌شود.
manage-not-draft = این رویداد دیگر پیش‌نویس نیست.
manage-not-complete = این رویداد را هنوز نمی‌توان منتشر کرد: در نمای کلی آمده است که چه کم است.
manage-not-editable = این رویداد پایان یافته، بایگانی یا لغو شده است و نمی‌توان آن را تغییر داد.
manage-not-published = این کار تنها تا زمانی ممکن است که رویداد منتشر شده باشد.
manage-not-over = رویداد هنوز به پایان نرسیده است. پس از آخرین نشست می‌توان به آن پایان داد.
manage-not-completed = تنها رویداد پایان‌یافته را می‌توان دوباره باز کرد.
manage-not-cancellable = رویداد پایان‌یافته، بایگانی‌شده یا لغوشده را نمی‌توان لغو کرد.
manage-changed-meanwhile = در این میان کسی رویداد را تغییر داده است. دوباره به آن بنگرید.

## Registrations

manage-search-people = نام، نهاد، ایمیل یا سمت
manage-all-countries = همهٔ کشورها
manage-sort = ترتیب
manage-sort-newest = نخست تازه‌ترین‌ها
manage-sort-oldest = نخست قدیمی‌ترین‌ها
manage-sort-name = بر پایهٔ نام
manage-sort-country = بر پایهٔ کشور
manage-sort-place = بر پایهٔ نوبت در فهرست انتظار
manage-found = { $count ->
    [one] { $count } ثبت‌نام
   *[other] { $count } ثبت‌نام
}
manage-registrations-none = هنوز کسی ثبت‌نام نکرده است.
manage-registrations-none-found = ثبت‌نامی یافت نشد. واژه‌های کمتری بنویسید یا پالایه‌ای را بردارید.
manage-all-registrations = همهٔ ثبت‌نام‌ها
manage-column-email = ایمیل
manage-column-job = سمت
manage-column-language = زبان نامه‌ها
manage-column-registered = زمان ثبت‌نام
manage-column-confirmed = زمان تأیید
manage-column-held = جا نگه داشته شده تا
manage-column-ended = زمان پایان
manage-column-by = به دست
manage-by-person = خود فرد
manage-by-focal-point = رابط ملی
manage-by-coordinator = هماهنگ‌کننده
manage-by-deadline = پایان مهلت
manage-approve = تأیید
manage-choose-one = برگزیدن { $name }
manage-approve-chosen = تأیید برگزیدگان
manage-tick-all = برگزیدن همه
manage-tick-none = برداشتن همهٔ گزینش‌ها
manage-nobody-ticked = کسی برگزیده نشده بود، پس تصمیمی گرفته نشد. نخست دست‌کم یک نفر را در فهرست برگزینید.
manage-approved = { $count ->
    [0] کسی تأیید نشد.
    [one] { $count } نفر تأیید شد.
   *[other] { $count } نفر تأیید شدند.
}
manage-no-seat = { $count ->
    [one] برای { $count } نفر جایی نبود.
   *[other] برای { $count } نفر جایی نبود.
}
manage-full = جایی نمانده است. یا کسی باید از جای خود بگذرد یا رویداد جای بیشتری بخواهد.
manage-decline = نپذیرفتن
manage-decline-what = به فرد با نامه و همراه با دلیل شما خبر داده می‌شود. جای نگه‌داشته‌شده آزاد می‌شود.
manage-declined = پذیرفته نشد. به فرد با نامه خبر داده می‌شود.
manage-withdraw = لغو ثبت‌نام
manage-withdraw-what = فرد جای خود را از دست می‌دهد و با نامه و همراه با دلیل شما آگاه می‌شود.
manage-withdrawn = لغو شد. به فرد با نامه خبر داده شد.
manage-registration-moved = وضعیت این ثبت‌نام دیگر شده است. دوباره به آن بنگرید.

## The mails of decisions

manage-mail-approved-subject = جای شما قطعی شد: { $title }
manage-mail-approved = ثبت‌نام شما تأیید شد. به امید دیدار شما در:
manage-mail-declined-subject = ثبت‌نام شما پذیرفته نشد: { $title }
manage-mail-declined = متأسفانه نمی‌توانیم در این رویداد جایی به شما بدهیم.
manage-mail-withdrawn-subject = ثبت‌نام شما لغو شد: { $title }
manage-mail-withdrawn = هماهنگ‌کننده ثبت‌نام شما در این رویداد را لغو کرد.
manage-mail-off-subject = لغو شد: { $title }
manage-mail-off = این رویداد برگزار نمی‌شود. پوزش می‌خواهیم.
manage-mail-reason = دلیل: { $reason }

## What is wrong with single fields

error-version-taken = از زمانی که این رویداد را باز کردید، کس دیگری آن را تغییر داده است. آن را در زبانه‌ای دیگر باز کنید و بسنجید؛ اگر دوباره ذخیره کنید، نسخهٔ شما می‌ماند.
error-title-en-required = عنوان را به انگلیسی بنویسید
error-title-ru-required = برای خلاصهٔ روسی عنوان هم بنویسید
error-title-fa-required = برای خلاصهٔ فارسی عنوان هم بنویسید
error-title-tr-required = برای خلاصهٔ ترکی عنوان هم بنویسید
error-city-en-required = شهر را بنویسید یا برخط را برگزینید
error-time-zone-choice = نام یک منطقهٔ زمانی را بنویسید، مانند Asia/Tashkent
error-organisers-required = دست‌کم یک برگزارکننده برگزینید که سازمان شما در میان آن‌ها باشد
error-organisers-taken = سازمانی را فقط هماهنگ‌کنندگان خودش یا مدیر سامانه می‌توانند از رویداد کنار بگذارند
error-areas-required = دست‌کم یک حوزه برگزینید
error-languages-required = دست‌کم یک زبان برگزینید
error-capacity-number = عددی درست از ۱ تا ۱۰۰٬۰۰۰ بنویسید
error-capacity-order = { $number ->
    [one] { $number } جا گرفته یا نگه داشته شده است؛ شمار جاها نمی‌تواند کمتر از آن باشد
   *[other] { $number } جا گرفته یا نگه داشته شده است؛ شمار جاها نمی‌تواند کمتر از آن باشد
}
error-min-percent-number = عددی درست از ۰ تا ۱۰۰ بنویسید
error-registration-closes-order = ثبت‌نام باید پس از آغاز آن و پیش از پایان رویداد بسته شود
error-trainer-email-choice = مدرسی با این نشانی نیست
error-tracked-choice = در این نشست حضور و غیاب ثبت شده است و همچنان به شمار می‌آید
error-reason-required = دلیل را بنویسید: افراد مربوط می‌خواهند بدانند

manage-offers-over = ثبت‌نام بسته شده است یا تا چند دقیقهٔ دیگر بسته می‌شود و دیگر نمی‌توان جایی پیشنهاد کرد.
manage-undo-too-late = ایمیلی در همین لحظه فرستاده شد. فهرست را دوباره ببینید.

manage-wait-chosen = بردن برگزیدگان به فهرست انتظار
manage-decline-chosen = نپذیرفتن برگزیدگان
manage-declined-count = { $count ->
    [one] { $count } نفر پذیرفته نشد.
   *[other] { $count } نفر پذیرفته نشدند.
}
manage-put-on-list-count = { $count ->
    [one] { $count } نفر اکنون در فهرست انتظار است.
   *[other] { $count } نفر اکنون در فهرست انتظار هستند.
}
manage-put-on-list = این فرد اکنون در فهرست انتظار است.
manage-put-on-list-button = بردن به فهرست انتظار
manage-undo-text = { $count ->
    [one] ساعت { $at } دربارهٔ { $count } نفر تصمیم گرفته شد. ایمیل آن ساعت { $until } فرستاده می‌شود؛ تا آن هنگام می‌توانید تصمیم را بازگردانید.
   *[other] ساعت { $at } دربارهٔ { $count } نفر تصمیم گرفته شد. ایمیل‌ها ساعت { $until } فرستاده می‌شوند؛ تا آن هنگام می‌توانید تصمیم را بازگردانید.
}
manage-organisation-set = سازمان ثبت شد.
manage-undo-one = ایمیل آخرین تصمیم ساعت { $until } فرستاده می‌شود. تا آن هنگام می‌توانید آن را بازگردانید.
manage-undo = بازگرداندن
manage-undone = { $count ->
    [one] { $count } تصمیم بازگردانده شد. ایمیلی فرستاده نشد.
   *[other] { $count } تصمیم بازگردانده شد. ایمیلی فرستاده نشد.
}
manage-undone-too-late = { $count ->
    [one] { $count } تصمیم را نمی‌شد بازگرداند: ایمیل آن فرستاده شده یا وضعیت فرد تغییر کرده است.
   *[other] { $count } تصمیم را نمی‌شد بازگرداند: ایمیل‌ها فرستاده شده یا وضعیت افراد تغییر کرده است.
}
manage-priority = پیش از دیگران
manage-priority-set = ترتیب فهرست انتظار تغییر کرد.
manage-priority-first = گذاشتن پیش از دیگران
manage-priority-in-turn = بازگرداندن به نوبت
manage-place = نوبت { $place }
manage-nominated-place = معرفی‌شده با رتبهٔ { $place }
manage-column-place = نوبت در فهرست انتظار
manage-column-role = عنوان حضور

manage-seats-change = تغییر شمار جاها
manage-seats-changed = ذخیره شد. جاهای خالی‌شده به منتظران پیشنهاد شد.
manage-quotas = سهمیه‌ها
manage-quotas-text = بیشترین شمار جا برای یک کشور یا یک سازمان در میان جاهای رویداد؛ و جاهای جداگانه برای ناظران و سخنرانان که جای شرکت‌کنندگان را نمی‌گیرند. هرکه سهمیه‌اش پر باشد منتظر می‌ماند، هرچند برای دیگران جا باشد.
manage-quotas-none = سهمیه‌ای نیست: تنها شمار جاهای رویداد ملاک است.
manage-quota-whom = برای
manage-quota-taken = گرفته‌شده
manage-quota-seats = جاها
manage-quota-of = { $taken } از { $seats }
manage-quota-seats-of = جاهای { $whom }
manage-quota-change = ذخیره
manage-quota-remove = برداشتن
manage-quota-remove-of = برداشتن سهمیهٔ { $whom }
manage-quota-add = افزودن سهمیه
manage-quota-added = سهمیه افزوده شد.
manage-quota-removed = سهمیه برداشته شد.
manage-waiting-list = فهرست انتظار
manage-waiting-list-text = وقتی همهٔ جاها گرفته شده باشد، می‌توان منتظر ماند. جایی که خالی شود برای نخستین کسی که با سهمیه‌ها سازگار است نگه داشته و با ایمیل پیشنهاد می‌شود. با بسته شدن ثبت‌نام، پیشنهادها پایان می‌یابد.
manage-waiting-list-open = می‌توان به فهرست انتظار پیوست
manage-offer-hours = مهلت پاسخ به پیشنهاد (ساعت)
manage-offer-hours-hint = از ۱ تا ۷۲۰. اگر ثبت‌نام زودتر بسته شود، مهلت نیز پایان می‌یابد.
