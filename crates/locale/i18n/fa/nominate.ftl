### آنچه رابط‌های ملی می‌بینند: رویدادها و معرفی‌شدگان کشورشان.

nominate-title = معرفی‌شدگان
nominate-lead = رویدادهایی که شرکت‌کنندگانشان را دولت‌ها معرفی می‌کنند. شما برای کشور خود معرفی می‌کنید و معرفی‌شدگان کشورهای دیگر را نمی‌بینید.
nominate-empty = اکنون هیچ رویدادی معرفی‌شونده نمی‌پذیرد. همین که چنین رویدادی منتشر شود، با مهلت و جاهای کشور شما در اینجا نمایش داده می‌شود.
nominate-column-deadline = مهلت معرفی
nominate-column-nominated = معرفی‌شده
nominate-column-seats = جاهای کشور شما
nominate-count = { $count ->
    [0] هنوز هیچ‌کس
    [one] { $count } نفر
   *[other] { $count } نفر
}
nominate-with-place = دارای جا: { $count }
nominate-seats-count = { $seats ->
    [one] { $seats } جا
   *[other] { $seats } جا
}
nominate-seats-free = نامحدود
nominate-from = از { $at }
nominate-until = تا { $at }
nominate-ended = پایان‌یافته در { $at }

nominate-page-title = معرفی‌شدگان: { $event }
nominate-countries = کشورهای شما
nominate-quota = { $seats ->
    [one] { $country } در این رویداد { $seats } جا دارد؛ گرفته یا نگه‌داشته‌شده: { $taken }.
   *[other] { $country } در این رویداد { $seats } جا دارد؛ گرفته یا نگه‌داشته‌شده: { $taken }.
}
nominate-no-quota = برای { $country } شمار جایی تعیین نشده است: برگزارکنندگان از میان همهٔ معرفی‌شدگان برمی‌گزینند.
nominate-open-until = تا { $until } می‌توانید معرفی کنید.
nominate-opens = از { $at } می‌توانید معرفی کنید.
nominate-closed = مهلت معرفی در { $at } پایان یافت.
nominate-not-open = اکنون نمی‌توان کسی را برای این رویداد معرفی کرد.
nominate-moved = این معرفی در این میان تغییر کرده است. فهرست را دوباره ببینید.

nominate-list = معرفی‌شدگان به ترتیب شما
nominate-list-hint = برگزارکنندگان هنگام گزینش این ترتیب را می‌بینند.
nominate-nobody = هنوز کسی معرفی نشده است. کسانی که معرفی می‌کنید به ترتیبی که تعیین می‌کنید، همراه با تصمیم برگزارکنندگان، در اینجا نمایش داده می‌شوند.
nominate-withdrawn-list = پس‌گرفته‌شده
nominate-withdrawn = پس گرفته شد
nominate-answer-until = مهلت پاسخ تا { $until }
nominate-reason = دلیل: { $reason }
nominate-ended-person = خود شخص چشم‌پوشی کرد
nominate-ended-deadline = به‌موقع پاسخی نرسید
nominate-ended-coordinator = به تصمیم برگزارکنندگان پایان یافت
nominate-by = معرفی از سوی { $name } در { $at }
nominate-earlier = بالاتر
nominate-earlier-name = بالاتر: { $name }
nominate-later = پایین‌تر
nominate-later-name = پایین‌تر: { $name }
nominate-withdraw = پس گرفتن
nominate-withdraw-name = پس گرفتن: { $name }

nominate-form = معرفی یک نفر
nominate-form-lead = با ایمیل به این شخص خبر می‌دهیم. اگر برگزارکنندگان او را برگزینند، جایی به او پیشنهاد می‌شود و تنها با پذیرفتن آن جا می‌گیرد.
nominate-email = نشانی ایمیل این شخص
nominate-email-hint = پیشنهاد جا به این نشانی فرستاده می‌شود، پس باید از آنِ خود او باشد.
nominate-name-hint = همان‌گونه که در گذرنامه آمده است. روی گواهی به همین صورت چاپ می‌شود.
nominate-native-name = نام کامل به خط خود شخص
nominate-institution-hint = وزارتخانه، نهاد یا سازمانی که این شخص در آن کار می‌کند.
nominate-language = زبان نامه‌های ما به این شخص
nominate-note = چرا این شخص
nominate-note-hint = برای برگزارکنندگان که هنگام گزینش آن را می‌خوانند.
nominate-button = معرفی کردن

error-email-taken = این شخص پیش‌تر برای این رویداد ثبت‌نام یا معرفی شده است

nominate-done = معرفی شد و در پایان ترتیب شما جای گرفت. با ایمیل به او خبر دادیم.
nominate-done-moved = { $name } اکنون شمارهٔ { $place } از { $all } است.
nominate-done-withdrawn = پس گرفته شد. با ایمیل به این شخص خبر دادیم.

nominate-withdraw-title = این معرفی پس گرفته شود؟
nominate-withdraw-text = { $name } دیگر برگزیده نمی‌شود و با ایمیل به او خبر می‌دهیم. نفرات بعدی یک پله بالا می‌آیند.
nominate-withdraw-held = جایی برای این شخص نگه داشته شده است. آن جا بی‌درنگ برای دیگری آزاد می‌شود.
nominate-withdraw-button = پس گرفتن معرفی
nominate-withdraw-keep = بماند
nominate-withdraw-too-late = این معرفی را دیگر نمی‌توان پس گرفت: شخص جا گرفته یا کار پایان یافته است. به برگزارکنندگان بنویسید.

# On the page of a registration, for coordinators.
manage-column-nomination = دلیل معرفی
