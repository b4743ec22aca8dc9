### The words of the domain, by the codes that the database keeps: `area-{code}` and so on.
### The ids are composed at run time; the test of the sources knows their prefixes.

## The ten areas of cooperation (Memorandum, article V.1).

area-i = مزایای مهاجرت و کاستن از فشار مهاجرت به خارج
area-ii = مدیریت مرز
area-iii = مهاجرت نیروی کار
area-iv = مهاجرت و سلامت
area-v = جابه‌جایی نامنظم نیروی کار و راه‌های قانونی
area-vi = مبارزه با قاچاق انسان و حمایت از قربانیان
area-vii = بازگشت داوطلبانه و بازادغام
area-viii = سامانه‌ها، فناوری، حقوق، سیاست‌گذاری و گفت‌وگو
area-ix = پژوهش و ظرفیت‌سازی
area-x = کارگاه‌ها، سمینارها، همایش‌ها و دوره‌های آموزشی

## The same, short enough for a label.

area-short-i = مزایای مهاجرت
area-short-ii = مدیریت مرز
area-short-iii = مهاجرت نیروی کار
area-short-iv = مهاجرت و سلامت
area-short-v = راه‌های قانونی
area-short-vi = مبارزه با قاچاق انسان
area-short-vii = بازگشت و بازادغام
area-short-viii = سامانه‌ها و فناوری
area-short-ix = پژوهش
area-short-x = رویدادهای آموزشی

kind-workshop = کارگاه
kind-seminar = سمینار
kind-conference = همایش
kind-training-course = دورهٔ آموزشی

## `.inline` stands inside a line of facts.

mode-in-person = حضوری
    .inline = حضوری
mode-online = برخط
    .inline = برخط
mode-hybrid = حضوری و برخط
    .inline = حضوری و برخط

## How people come to an event.

admission-open = ثبت‌نام آزاد
admission-approval = با تأیید برگزارکننده
admission-nominated = با معرفی دولت
admission-invited = با دعوت

## Whether one can register now.

gate-open = ثبت‌نام باز است
gate-not-yet = ثبت‌نام هنوز آغاز نشده است
gate-closed = مهلت ثبت‌نام پایان یافته است
gate-full = ظرفیت تکمیل است
gate-waiting-list = ظرفیت تکمیل است، فهرست انتظار باز است
gate-by-nomination = با معرفی دولت
gate-by-invitation = با دعوت
gate-cancelled = لغو شد

state-event-draft = پیش‌نویس
state-event-published = منتشرشده
state-event-running = در حال برگزاری
state-event-completed = پایان‌یافته
state-event-archived = بایگانی‌شده
state-event-cancelled = لغوشده

state-registration-pending = در انتظار تأیید نشانی ایمیل
state-registration-submitted = در انتظار تصمیم
state-registration-confirmed = تأییدشده
state-registration-waitlisted = در فهرست انتظار
state-registration-offered = جا پیشنهاد شده است
state-registration-declined = پذیرفته‌نشده
state-registration-cancelled = لغوشده

attendance-present = حاضر
attendance-late = با تأخیر
attendance-excused = غیبت موجه
attendance-absent = غایب

kind-certificate-participation = گواهی شرکت
kind-certificate-completion = گواهی پایان دوره
kind-certificate-appreciation = تقدیرنامه

state-certificate-valid = معتبر
state-certificate-expired = منقضی
state-certificate-revoked = باطل‌شده
state-certificate-replaced = جایگزین‌شده
state-certificate-unknown = ناشناخته
state-certificate-altered = دستکاری‌شده

role-trainee = شرکت‌کننده
role-trainer = مدرس
role-coordinator = هماهنگ‌کننده
role-focal-point = رابط ملی
role-administrator = مدیر سامانه

## Official short names; other countries come from CLDR.

country-af = افغانستان
country-az = جمهوری آذربایجان
country-ir = ایران
country-kz = قزاقستان
country-kg = قرقیزستان
country-pk = پاکستان
country-tj = تاجیکستان
country-tr = ترکیه
country-tm = ترکمنستان
country-uz = ازبکستان

## As they stand in a line of facts; other languages come from CLDR.

language-en = انگلیسی
language-ru = روسی
language-fa = فارسی
language-tr = ترکی استانبولی
language-prs = دری
language-ps = پشتو
language-ur = اردو
language-az = ترکی آذربایجانی
language-kk = قزاقی
language-ky = قرقیزی
language-tg = تاجیکی
language-tk = ترکمنی
language-uz = ازبکی

role-in-event-participant = شرکت‌کننده
role-in-event-observer = ناظر
role-in-event-speaker = سخنران
