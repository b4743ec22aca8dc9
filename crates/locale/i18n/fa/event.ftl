### The page of an event, and the seats shown in every list.

seats-left = { $left } جا از { $capacity } جا خالی است
seats-opens = آغاز ثبت‌نام: { $date }
seats-until = تا { $date }
seats-over = پایان یافت

## The facts beside an event.

event-facts = نکته‌های اصلی
event-when = زمان
event-where = مکان
# $place is a venue or a city with its country.
event-place-hybrid = { $place }؛ و برخط
event-language = زبان
event-organisers = برگزارکننده
event-length = مدت
event-hours = { $hours } ساعت
event-admission = نحوهٔ شرکت
event-deadline = مهلت
event-course = دوره
event-add-to-calendar = افزودن به تقویم

## Whether and how one can register.

event-register = ثبت‌نام
event-approval = دربارهٔ هر ثبت‌نام، هماهنگ‌کننده تصمیم می‌گیرد.
event-not-yet = آغاز ثبت‌نام: { $date }.
event-closed = مهلت ثبت‌نام پایان یافته است. آخرین روز: { $date }.
event-full = ظرفیت تکمیل است. اگر کسی انصراف دهد، جای او دوباره در اینجا عرضه می‌شود.
event-by-nomination = شرکت‌کنندگان را دولت‌ها معرفی می‌کنند. آخرین روز: { $date }. با رابط ملی کشور خود تماس بگیرید.
event-by-invitation = شرکت تنها با دعوت شخصی ممکن است.
# $state is the state of a registration, as in “Confirmed”.
event-own-place = ثبت‌نام شما: { $state }
event-manage = مدیریت این رویداد
event-to-my = دیدن ثبت‌نام‌های من

## Where the event stands.

event-draft = این یک پیش‌نویس است. تنها هماهنگ‌کنندگان رویداد آن را می‌بینند.
event-cancelled = این رویداد لغو شده است.
event-cancelled-reason = دلیل: { $reason }
event-over = این رویداد پایان یافته است.
event-running = این رویداد اکنون در حال برگزاری است.

## What it is about.

event-audience = مخاطبان
event-objectives = آنچه خواهید آموخت
event-prerequisites = پیش‌نیازها
event-agenda = برنامه
event-agenda-later = برنامه در همین‌جا منتشر خواهد شد.
# $city is the city whose clocks are meant, $offset their distance from UTC.
event-times = همهٔ ساعت‌ها به وقت { $city } است ({ $offset }).
event-now = اکنون
event-trainers = مدرسان

event-certificate = گواهی
# $kind is the kind of certificate, as in “Certificate of completion”; $percent is a figure with its sign.
event-certificate-share = { $kind }: برای هر کس که دست‌کم در { $percent } از { $sessions } نشستِ دارای حضور و غیاب شرکت کند.
event-certificate-all = { $kind }: برای همهٔ شرکت‌کنندگان.
event-certificate-none = برای این رویداد گواهی صادر نمی‌شود.
event-excused-leaves = غیبت با مرخصی در محاسبه نمی‌آید.
event-excused-counts = غیبت با مرخصی غیبت به شمار می‌آید.
event-certificate-verify = شیوهٔ راستی‌آزمایی گواهی
