### The frame of every page: masthead, navigation, footer, buttons, paging, times.

brand = مکتب
brand-line = اکو و سازمان بین‌المللی مهاجرت
skip-to-content = رفتن به محتوا
language-label = زبان

nav-label = پیمایش اصلی
nav-events = رویدادها
nav-courses = دوره‌ها
nav-verify = راستی‌آزمایی گواهی
nav-sign-in = ورود
nav-sign-out = خروج
nav-my = ثبت‌نام‌های من
nav-teach = نشست‌های من
nav-manage = مدیریت
nav-nominate = معرفی‌شدگان
nav-admin = سامانه
trail-label = جای این صفحه
# Marks content that is not in the language of the page. $language as in “English”.
content-in = به زبان { $language }

footer-line = برنامهٔ آموزشی سازمان همکاری اقتصادی و سازمان بین‌المللی مهاجرت، بر پایهٔ یادداشت تفاهم ۲۷ ژانویهٔ ۲۰۰۹.
footer-demo = نسخهٔ نمایشی: همهٔ افراد و رویدادها ساختگی‌اند و هیچ نامه‌ای از این سرور فرستاده نمی‌شود.
footer-demo-mail = خواندن نامه‌ها
footer-demo-clock = تنظیم ساعت

field-optional = (اختیاری)

action-save = ذخیره
action-cancel = انصراف
action-back = بازگشت
action-search = جست‌وجو
action-clear = پاک کردن
action-remove = حذف

page-label = صفحه‌ها
page-previous = صفحهٔ پیشین
page-next = صفحهٔ بعد
page-position = صفحهٔ { $page } از { $pages }

# Stands before the names of file formats: “Export: CSV · Excel · JSON”.
export-label = خروجی:
# The full name of one of them. $format as “CSV”.
export-as = خروجی { $format }
# Headings of columns that only exported lists have.
export-address = نشانی وب
export-seats-taken = صندلی‌های گرفته‌شده
export-seats-left = صندلی‌های باقی‌مانده
export-registration = ثبت‌نام
export-attended = حضور، ٪
export-session = جلسه
export-recorded = شمار حضور و غیاب ثبت‌شده
export-expected = شمار افراد دارای جا
export-nominated-by = معرفی‌کننده
export-nominated-at = زمان معرفی
export-nominated-place = جایگاه در ترتیب کشور
export-attendance = حضور و غیاب
export-recorded-by = ثبت‌کننده
export-recorded-at = زمان ثبت
export-problems = خطاها
export-carried-out-at = زمان اجرا

# $city is the city that gives the time zone its name.
time-in-city = به وقت { $city }
time-date-and-time = { $date }، ساعت { $time }
