### Messages that leave by mail: subjects, and paragraphs that are put together in the code.

mail-greeting = { $name } گرامی،
mail-greeting-plain = با درود،
mail-signature = برنامهٔ آموزشی اکو و سازمان بین‌المللی مهاجرت

mail-event-begins = آغاز: { $at }
mail-event-ends = پایان: { $at }
mail-event-zone = منطقهٔ زمانی: { $zone }
mail-event-place = مکان: { $place }

mail-confirm-subject = ثبت‌نام خود را تأیید کنید: { $title }
mail-confirm-intro = با این نشانی برای رویداد زیر ثبت‌نام شده است. اگر خودتان بوده‌اید، لطفاً آن را تأیید کنید.
mail-confirm-link = برای تأیید، این صفحه را باز کنید و دکمه را بزنید:
mail-confirm-held = جای شما تا { $until } (به وقت محل رویداد) نگه داشته می‌شود. پس از آن به دیگران داده می‌شود و باید دوباره ثبت‌نام کنید.
mail-confirm-not-you = اگر شما نبوده‌اید، نیازی به هیچ کاری نیست.

mail-registered-subject = جای شما قطعی شد: { $title }
mail-registered-intro = ثبت‌نام شما تأیید شد. چشم‌به‌راه شما هستیم در:
mail-registered-calendar = پروندهٔ پیوست، رویداد را به تقویم شما می‌افزاید.

mail-applied-subject = درخواست شما دریافت شد: { $title }
mail-applied-intro = نشانی شما تأیید شد و درخواستتان به ما رسید. هماهنگ‌کننده تصمیم می‌گیرد و نتیجه را به شما می‌نویسیم.

mail-already-subject = شما پیش‌تر ثبت‌نام کرده‌اید: { $title }
mail-already-confirmed = هم‌اکنون بار دیگر با این نشانی ثبت‌نام شد. نیازی به هیچ کاری نیست: جای این رویداد از پیش برای شماست.
mail-already-other = هم‌اکنون بار دیگر با این نشانی ثبت‌نام شد. نیازی به هیچ کاری نیست: ثبت‌نام شما برای این رویداد نزد ما هست. وضعیت آن: { $state }.
mail-already-not-you = اگر ثبت‌نام دوباره از شما نبوده است، نیازی به هیچ کاری نیست. چیزی تغییر نکرده است.

mail-cancelled-subject = ثبت‌نام شما لغو شد: { $title }
mail-cancelled-intro = ثبت‌نام خود را برای این رویداد لغو کردید.
mail-cancelled-again = اگر نظرتان برگشت، تا وقتی جا هست می‌توانید در صفحهٔ رویداد دوباره ثبت‌نام کنید.

mail-own-page = ثبت‌نام‌ها و گواهی‌های شما، و راه لغو کردن:

mail-sign-in-subject = ورود به مکتب
mail-sign-in-link = برای ورود، این صفحه را باز کنید و دکمه را بزنید:
mail-sign-in-life = { $minutes ->
    [one] این پیوند یک بار و تا { $minutes } دقیقه کار می‌کند.
   *[other] این پیوند یک بار و تا { $minutes } دقیقه کار می‌کند.
}
mail-sign-in-not-you = اگر این درخواست از شما نبوده است، نیازی به هیچ کاری نیست.
mail-sign-in-unknown = کسی خواست با این نشانی وارد شود، ولی حسابی برای آن نیست. حساب با نخستین ثبت‌نام شما برای یک رویداد ساخته می‌شود.
mail-sign-in-unknown-events = رویدادها را این‌جا ببینید:

mail-password-subject = گذرواژهٔ شما تغییر کرد
mail-password-intro = گذرواژهٔ حساب شما در { $at } (UTC) تغییر کرد. حساب شما در همهٔ مرورگرهای دیگر بسته شد.
mail-password-not-you = اگر شما نبوده‌اید، با پیوند ایمیلی وارد شوید و گذرواژهٔ تازه‌ای بگذارید:

mail-confirm-decision = لطفاً تا { $until } (به وقت محل رویداد) تأیید کنید. پس از آن هماهنگ‌کننده دربارهٔ درخواست شما تصمیم می‌گیرد.
mail-confirm-waiting = اکنون جای خالی نیست. اگر تا { $until } (به وقت محل رویداد) تأیید کنید، در فهرست انتظار قرار می‌گیرید.

mail-waiting-subject = شما در فهرست انتظار هستید: { $title }
mail-waiting-intro = اکنون برای شما جای خالی نیست. نوبت شما در فهرست انتظار { $place } از { $length } است برای:
mail-waiting-how = همین که جایی خالی شود و نوبت شما باشد، آن را با ایمیل به شما پیشنهاد می‌کنیم. سپس باید به‌موقع آن را بپذیرید.

mail-offered-subject = جایی برای شما خالی است: { $title }
mail-offered-intro = جایی خالی شده و نوبت شماست. این جا برای شما نگه داشته می‌شود:
mail-chosen-subject = جایی برای شما نگه داشته شده است: { $title }
mail-chosen-intro = رابط کشور شما، شما را معرفی کرده و برگزارکنندگان شما را برگزیده‌اند. جایی برای شما نگه داشته شده است:
mail-offered-accept = برای پذیرفتن جا، این صفحه را باز کنید و دکمه را بزنید:
mail-offered-decline = برای نپذیرفتن، تا دیگری از آن استفاده کند:
mail-offered-until = لطفاً تا { $until } (به وقت محل رویداد) پاسخ دهید. پس از آن جا به دیگری داده می‌شود.

mail-offer-ended-subject = جای پیشنهادشده از دست رفت: { $title }
mail-offer-ended-intro = جایی را برای شما نگه داشته بودیم، اما به‌موقع پاسخی نرسید و به دیگری داده شد. اگر هنوز می‌خواهید شرکت کنید، در صفحهٔ رویداد دوباره ثبت‌نام کنید.

mail-nominated-subject = شما معرفی شده‌اید: { $title }
mail-nominated-intro = رابط { $country } شما را برای این رویداد معرفی کرده است:
mail-nominated-next = برگزارکنندگان دربارهٔ جاها تصمیم می‌گیرند. اگر برگزیده شوید، پیشنهادی برایتان می‌فرستیم که می‌توانید بپذیرید یا نپذیرید. تا آن زمان نیازی به هیچ کاری نیست.
mail-nominated-not-you = اگر نمی‌خواهید معرفی شوید، به این ایمیل پاسخ دهید.
mail-nomination-withdrawn-subject = معرفی شما پس گرفته شد: { $title }
mail-nomination-withdrawn-intro = رابط کشور شما معرفی شما را برای این رویداد پس گرفته است. اگر پرسشی دارید از او بپرسید.

mail-invited-subject = دعوت‌نامه: { $title }
mail-invited-participant = { $organisers } شما را به شرکت در این رویداد دعوت می‌کنند:
mail-invited-observer = { $organisers } شما را به حضور در این رویداد به‌عنوان ناظر دعوت می‌کنند:
mail-invited-speaker = { $organisers } شما را به سخنرانی در این رویداد دعوت می‌کنند:
mail-invited-link = برای ثبت‌نام یا نپذیرفتن، این صفحه را باز کنید:
mail-invited-personal = این پیوند تنها برای شماست؛ لطفاً آن را به دیگران ندهید.
mail-invited-forward = می‌توانید پیوند را به همکاران خود بدهید.
mail-invited-until = تا { $until } (به وقت محل رویداد) اعتبار دارد.

mail-reminder-subject = یادآوری: { $title }
mail-reminder-intro = این رویداد به‌زودی آغاز می‌شود و جای شما در آن قطعی است:
mail-reminder-bring = لطفاً مدرک شناسایی همراه داشته باشید. برنامه و هر آنچه باید از پیش بدانید در صفحهٔ رویداد آمده است.
mail-reminder-online = این رویداد برخط برگزار می‌شود. برنامه و هر آنچه باید از پیش بدانید در صفحهٔ رویداد آمده است.
mail-reminder-cannot = اگر نمی‌توانید بیایید، لطفاً به‌موقع لغو کنید تا دیگری از جای شما استفاده کند.
mail-confirm-reminder-subject = لطفاً زودتر تأیید کنید: { $title }
mail-confirm-reminder-intro = با این نشانی برای رویداد زیر ثبت‌نام شده، ولی هنوز تأیید نشده است. اگر خودتان بوده‌اید، لطفاً به‌موقع تأیید کنید.
mail-offer-reminder-subject = چشم‌به‌راه پاسخ شما هستیم: { $title }
mail-offer-reminder-intro = جایی برای شما نگه داشته شده است، ولی هنوز پاسخ نداده‌اید:
mail-waiting-ended-subject = فهرست انتظار به پایان رسید: { $title }
mail-waiting-ended-intro = ثبت‌نام بسته شد و متأسفانه جایی برای شما خالی نشد.
mail-waiting-ended-still = نیازی به هیچ کاری نیست. اگر برگزارکنندگان هنوز بتوانند جایی به شما بدهند، برایتان می‌نویسند.
mail-waiting-ended-others = شاید رویداد دیگری برای شما مناسب باشد؛ در صفحه‌های ما می‌بینید کدام رویدادها جای خالی دارند.
mail-decisions-subject = درخواست‌ها چشم‌به‌راه تصمیم شما هستند: { $title }
mail-decisions-intro = { $count ->
    [one] { $count } درخواست برای این رویداد چشم‌به‌راه تصمیم شماست:
   *[other] { $count } درخواست برای این رویداد چشم‌به‌راه تصمیم شماست:
}
mail-decisions-closes = ثبت‌نام در { $at } (به وقت محل رویداد) بسته می‌شود.
mail-decisions-link = برای تصمیم‌گیری:
